//! What a feed says twice and a page says once: the address of what an item is about, and a title that begins the summary.

use std::fs;

use serde_json::{Value, json};

use crate::fixture::Folder;

const ELSEWHERE: &str = "https://elsewhere.example/report";

/// A newsroom of these items, published.
fn published(name: &str, items: &[Value]) -> Folder {
    let folder = Folder::new(name);
    let newsroom = folder.path("newsroom");
    fs::create_dir_all(newsroom.join("feeds")).expect("a folder");
    let site = json!({
        "nashra": 1, "base_url": "https://news.example.org/", "default_language": "en",
        "publisher": { "name": "Weather Office" },
        "languages": [{ "tag": "en", "name": "English", "feed": "feeds/en.json" }],
    });
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "News", "language": "en", "items": items,
    });
    for (name, text) in [("site.json", site), ("feeds/en.json", feed)] {
        fs::write(newsroom.join(name), text.to_string()).expect("a file");
    }
    folder.publish(&newsroom);
    folder
}

#[test]
fn an_address_that_the_text_links_is_not_repeated() {
    let cases = [
        (
            "linked",
            format!("<p>Read <a href='{ELSEWHERE}'>the report</a>.</p>"),
            false,
        ),
        (
            "with-a-slash",
            format!("<p><a href='{ELSEWHERE}/'>The report</a></p>"),
            false,
        ),
        (
            "deeper",
            format!("<blockquote><p><em><a href='{ELSEWHERE}'>It</a></em></p></blockquote>"),
            false,
        ),
        (
            "another",
            format!("<p><a href='{ELSEWHERE}/annex'>Its annex</a></p>"),
            true,
        ),
        // Words are no link: the address below is the only one to follow.
        ("unlinked", format!("<p>{ELSEWHERE}</p>"), true),
    ];
    let items: Vec<Value> = cases
        .iter()
        .map(|(slug, html, _)| {
            json!({
                "id": slug, "title": slug, "content_html": html, "external_url": ELSEWHERE,
                "date_published": "2026-09-01", "_nashra": { "slug": slug },
            })
        })
        .collect();
    let folder = published("once-links", &items);
    for (slug, _, expect) in cases {
        let page = folder.read(&["en/releases/", slug, "/index.html"].concat());
        assert_eq!(page.contains("class=\"item-source\""), expect, "{slug}");
    }
}

#[test]
fn a_card_says_its_title_once() {
    let check = |name: &str, summary: &str, expect: Option<&str>| {
        let item = json!({
            "id": "1", "title": "Storm season opens", "summary": summary, "content_text": "Winds rise.",
            "date_published": "2026-09-01",
        });
        let page = published(&["once-", name].concat(), &[item]).read("en/index.html");
        let shown = page.split_once("<p class=\"lead-summary\"");
        let shown = shown.and_then(|(_, rest)| rest.split_once('>')?.1.split_once('<'));
        assert_eq!(shown.map(|(text, _)| text), expect, "{summary:?}");
    };
    check(
        "other",
        "What to expect this year.",
        Some("What to expect this year."),
    );
    check("same", "Storm season opens", Some("Winds rise."));
    check(
        "begins",
        "Storm season opens. What to expect.",
        Some("What to expect."),
    );
}
