//! What a language publishes that it does not have, what an event publishes beside its page, and a language with nothing.

use std::fs;

use serde_json::{Value, json};

use crate::fixture::{Folder, sample};

#[test]
fn what_is_not_translated_is_published_all_the_same() {
    let folder = Folder::new("languages");
    folder.publish(&sample());
    let page = folder.read("fr/releases/trade-atlas-out/index.html");
    assert!(page.starts_with("<!doctype html><html lang=\"fr\" dir=\"ltr\">"));
    // From English, which runs the same way, though Arabic comes first.
    assert!(page.contains(
        "<link rel=\"canonical\" href=\"https://news.example.org/en/releases/trade-atlas-out/\">"
    ));
    assert!(!page.contains("hreflang=\"fr\" href=\"https://"));
    assert!(page.contains("Non disponible en français"));
    assert!(page.contains("<h1 class=\"item-title\" lang=\"en\" dir=\"ltr\">"));
    // Where it is at home the switch leads to it, and no `hreflang` does.
    let home = folder.read("en/releases/trade-atlas-out/index.html");
    assert!(home.contains("<nav class=\"languages\""));
    assert!(home.contains("<a href=\"/fr/releases/trade-atlas-out/\" lang=\"fr\""));
    assert!(home.contains("hreflang=\"ar\" href=\"https://"));
    assert!(!home.contains("hreflang=\"fr\" href=\"https://"));
    let sitemap = folder.read("sitemap.xml");
    assert!(sitemap.contains("/en/releases/trade-atlas-out/</loc>"));
    assert!(!sitemap.contains("/fr/releases/trade-atlas-out/</loc>"));
    // Lists are of the language's own.
    for list in ["fr/releases/index.html", "fr/index.html", "fr/feed.xml"] {
        assert!(!folder.read(list).contains("trade-atlas-out"), "{list}");
    }
}

#[test]
fn an_event_has_a_calendar_file() {
    let folder = Folder::new("calendar");
    folder.publish(&sample());
    let check = |path: &str, expect: &[&str]| {
        let text = folder.read(path);
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
        let unfolded = text.replace("\r\n ", "");
        for line in expect {
            assert!(
                unfolded.contains(&["\r\n", line, "\r\n"].concat()),
                "{line}: {unfolded}"
            );
        }
    };
    check(
        "ar/releases/south-south-report/event.ics",
        &[
            "DTSTART:20200915T130000Z",
            "DTEND:20200915T143000Z",
            "STATUS:CONFIRMED",
            "URL:https://news.example.org/ar/releases/south-south-report/",
        ],
    );
    check(
        "en/releases/census-postponed/event.ics",
        &["STATUS:TENTATIVE"],
    );
    let page = folder.read("ar/releases/south-south-report/index.html");
    assert!(page.contains("href=\"/ar/releases/south-south-report/event.ics\""));
}

#[test]
fn a_language_with_nothing_has_pages_all_the_same() {
    let folder = Folder::new("empty");
    let newsroom = folder.sample();
    let path = newsroom.join("feeds/fr.json");
    let text = fs::read_to_string(&path).expect("a feed");
    let mut feed: Value = serde_json::from_str(&text).expect("JSON");
    feed["items"] = json!([]);
    fs::write(&path, feed.to_string()).expect("the feed");
    folder.publish(&newsroom);
    for page in ["fr/", "fr/releases/", "fr/reports/", "fr/photos/"] {
        let html = folder.read(&[page, "index.html"].concat());
        assert!(
            html.contains("Rien n’a encore été publié ici en français"),
            "{page}"
        );
        assert!(html.contains("<ul class=\"language-links\">"), "{page}");
    }
    // Everything is borrowed: the language's own year is nobody's.
    assert!(
        folder
            .path("site/fr/releases/south-south-report/index.html")
            .is_file()
    );
    assert!(!folder.path("site/fr/releases/2020/index.html").exists());
    let arabic = folder.read("ar/releases/2020/index.html");
    assert!(arabic.contains("<a href=\"/fr/releases/\" lang=\"fr\""));
    assert!(arabic.contains("<a href=\"/en/releases/2020/\" lang=\"en\""));
}
