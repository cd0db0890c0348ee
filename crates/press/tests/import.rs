//! A feed of 500 items, imported again and again while both sides change.

#[allow(
    dead_code,
    reason = "shared with other tests, each of which needs a part"
)]
mod fixture;
#[path = "fixture/founding.rs"]
mod founding;

use std::fs;
use std::path::{Path, PathBuf};

use nashra_press::check;
use nashra_press::import::{Options, Summary, import};
use serde_json::Value;

use fixture::{Folder, files_below};
use founding::found;

const N_ITEMS: usize = 500;

/// A new newsroom, and a source beside it.
struct Newsroom(Folder);

impl Newsroom {
    fn new(name: &str) -> Self {
        let folder = Folder::new(name);
        found(folder.path("newsroom"), &["ar", "en"]);
        Self(folder)
    }

    fn feed(&self) -> PathBuf {
        self.0.path("newsroom/feeds/en.json")
    }

    fn import(&self, source: &str) -> Summary {
        let path = self.0.path("source.xml");
        fs::write(&path, source).expect("a source");
        let options = Options {
            feed: path.display().to_string(),
            newsroom: self.0.path("newsroom"),
            language: None,
        };
        import(&options).unwrap_or_else(|error| panic!("{error}"))
    }

    fn item(&self, id: &str) -> Value {
        let text = fs::read_to_string(self.feed()).expect("a feed");
        let feed: Value = serde_json::from_str(&text).expect("JSON");
        let items = feed["items"].as_array().expect("items");
        let mut found = items.iter().filter(|item| item["id"] == id);
        let item = found.next().unwrap_or_else(|| panic!("no {id}")).clone();
        assert!(found.next().is_none(), "{id} twice");
        item
    }

    /// What an editor does.
    fn edit(&self, from: &str, to: &str) {
        let text = fs::read_to_string(self.feed()).expect("a feed");
        assert_eq!(text.matches(from).count(), 1, "{from}");
        fs::write(self.feed(), text.replace(from, to)).expect("a feed");
    }
}

fn source(n_items: usize, change: impl Fn(usize, String) -> String) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Old newsroom</title><language>en-gb</language>",
    );
    for at in (0..n_items).rev() {
        let item = format!(
            "<item><guid isPermaLink=\"false\">item-{at}</guid><title>Release {at}.</title><link>https://news.example.org/old/{at}.html</link>\
             <category>Topic {}</category><pubDate>{:02} Sep 2020 16:{:02}:00 +0300</pubDate>\
             <description>&lt;p&gt;Text of release {at}.&lt;/p&gt;</description>\
             <enclosure url=\"https://news.example.org/files/{at}.pdf\" length=\"{}\" type=\"application/pdf\"/></item>",
            at % 7,
            1 + at % 28,
            at % 60,
            1000 + at,
        );
        xml.push_str(&change(at, item));
    }
    xml.push_str("</channel></rss>");
    xml
}

fn same(_: usize, item: String) -> String {
    item
}

/// Every file of a folder with its bytes and the time of its last change.
fn state(folder: &Path) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
    let mut files: Vec<_> = files_below(folder)
        .into_iter()
        .map(|path| {
            let bytes = fs::read(&path).expect("a file");
            let time = fs::metadata(&path).and_then(|about| about.modified());
            (path, bytes, time.expect("a time"))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn again_and_again() {
    let newsroom = Newsroom::new("import");
    let before = fs::read_to_string(newsroom.feed()).expect("a feed");
    let first = newsroom.import(&source(N_ITEMS, same));
    assert_eq!(
        (first.n_new, first.n_changed, first.lines.len()),
        (N_ITEMS, 0, 0)
    );
    let item = newsroom.item("item-16");
    assert_eq!(item["title"], "Release 16.");
    assert_eq!(item["content_html"], "<p>Text of release 16.</p>");
    assert_eq!(item["date_published"], "2020-09-17T16:16:00+03:00");
    assert_eq!(item["attachments"][0]["size_in_bytes"], 1016);
    assert_eq!(item["_nashra"]["aliases"][0], "/old/16.html");
    // What stood there stands there to the letter.
    let text = fs::read_to_string(newsroom.feed()).expect("a feed");
    let (head, items) = before.split_once("\"items\": [").expect("items");
    assert!(text.starts_with(head) && text.ends_with(items));

    let folder = newsroom.0.path("newsroom");
    let stood = state(&folder);
    let second = newsroom.import(&source(N_ITEMS, same));
    assert_eq!(
        (second.n_same, second.n_new, second.n_changed),
        (N_ITEMS, 0, 0)
    );
    assert!(
        state(&folder) == stood,
        "an unchanged source changes no file"
    );

    // The source mends 3 and 5 and adds one; the editor has mended 5 and 7, and taken 9 out of the tags' topic.
    newsroom.edit("\"Release 5.\"", "\"Release five\"");
    newsroom.edit("\"Release 7.\"", "\"Release seven\"");
    let third = newsroom.import(&source(N_ITEMS + 1, |at, item| match at {
        3 | 5 => item
            .replace("<title>Release", "<title>Mended release")
            .replace("Text of", "Mended text of"),
        _ => item,
    }));
    assert_eq!(
        (third.n_new, third.n_changed, third.n_edited),
        (1, 2, 1),
        "{:?}",
        third.lines
    );
    assert_eq!(
        third.lines,
        ["feeds/en.json: item-5: title edited here and at the source; yours stays"]
    );
    assert_eq!(newsroom.item("item-3")["title"], "Mended release 3.");
    assert_eq!(newsroom.item("item-5")["title"], "Release five");
    assert_eq!(
        newsroom.item("item-5")["content_html"],
        "<p>Mended text of release 5.</p>"
    );
    assert_eq!(newsroom.item("item-7")["title"], "Release seven");
    assert_eq!(newsroom.item("item-500")["title"], "Release 500.");
    let text = fs::read_to_string(newsroom.feed()).expect("a feed");
    assert!(
        text.find("item-500")
            .is_some_and(|at| Some(at) < text.find("item-499"))
    );

    // Said once; and what falls off the source's end stays.
    let fourth = newsroom.import(&source(2, same));
    assert_eq!((fourth.n_same, fourth.lines.len()), (2, 0));
    newsroom.item("item-400");
}

#[test]
fn what_it_writes_is_a_newsroom() {
    let newsroom = Newsroom::new("import-check");
    newsroom.import(&source(20, same));
    let folder = newsroom.0.path("newsroom");
    let report =
        check::check(&folder.display().to_string(), check::Depth::Plain).expect("a report");
    let text = check::as_text(&report);
    let errors = report.worst() == Some(check::Severity::Error);
    assert!(!errors, "{text}");
    let summary = newsroom.0.publish(&folder);
    assert_eq!(summary.n_warnings, 0);
    let page = newsroom.0.path("site/en/releases");
    assert!(files_below(&page).iter().any(|path| {
        fs::read_to_string(path).is_ok_and(|html| html.contains("Text of release 7."))
    }));
}

#[test]
fn what_cannot_be_imported_is_said() {
    let newsroom = Newsroom::new("import-bad");
    let try_import = |feed: &str, language: Option<&str>| {
        let options = Options {
            feed: feed.to_owned(),
            newsroom: newsroom.0.path("newsroom"),
            language: language.map(str::to_owned),
        };
        import(&options)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    };
    let page = newsroom.0.path("page.html");
    fs::write(&page, "<!doctype html><p>Not found</p>").expect("a page");
    assert!(try_import(&page.display().to_string(), None).contains("page.html"));
    assert!(try_import("no-such-file.xml", None).contains("no-such-file.xml"));
    let feed = newsroom.0.path("source.xml");
    fs::write(&feed, source(1, same)).expect("a source");
    let told = try_import(&feed.display().to_string(), Some("fr"));
    assert!(
        told.contains("no language fr") && told.contains("ar, en"),
        "{told}"
    );
}
