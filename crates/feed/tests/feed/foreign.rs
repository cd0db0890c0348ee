//! Feeds as other software writes them: each case has the shape of a kind of feed met in public, in our words.

use nashra_feed::FeedProblem::*;
use nashra_feed::{FeedError, FeedProblem, Item, JsonKind, Kind};
use serde_json::{Value, json};

use crate::{pairs, read, read_text};

/// Reads a feed, and says what it warns of.
fn items(feed: Value, expect: &[(&str, FeedProblem)]) -> Vec<Item> {
    let (feed, warnings) = read(&feed).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(pairs(&warnings), expect);
    feed.items
}

/// JSON Feed 1.0 by a library for Node: one `author`, every date a `date_modified`, references in the summary.
#[test]
fn dates_of_change_only() {
    let items = items(
        json!({
            "version": "https://jsonfeed.org/version/1", "title": "Notes", "author": { "name": "A writer" },
            "items": [{
                "id": "https://notes.example/post/garden/", "url": "https://notes.example/post/garden/",
                "title": "A garden", "summary": "Paths &amp; beds.\nAnd a pond.",
                "date_modified": "2021-10-20T00:00:00.000Z", "author": { "name": "A writer" },
            }],
        }),
        &[],
    );
    assert_eq!(
        items[0].summary.as_deref(),
        Some("Paths & beds.\nAnd a pond.")
    );
    assert_eq!(
        (items[0].published, items[0].date()),
        (None, items[0].modified)
    );
    assert_eq!(
        (items[0].slug.as_str(), items[0].kind),
        ("garden", Kind::Release)
    );
}

/// A site generator's template: e-mail dates, authors as bare names, tags under a name of its own, relative URLs,
/// an image that is empty.
#[test]
fn a_hand_written_template() {
    let object = WrongType {
        expected: JsonKind::Object,
    };
    let items = items(
        json!({
            "version": "https://jsonfeed.org/version/1.1", "title": "Log", "favicon": "/icon.png", "user_comment": "Copy me.",
            "items": [{
                "id": "/2020/log/", "url": "/2020/log/", "title": "Log", "date_published": "Tue, 15 Sep 2020 16:00:00 +0300",
                "authors": ["A writer"], "categories": ["Travel"], "image": "", "banner_image": null,
            }],
        }),
        &[
            ("/items/0/categories", UnknownKey),
            ("/items/0/authors/0", object),
        ],
    );
    assert_eq!(
        items[0].url.as_deref(),
        Some("https://news.example.org/2020/log/")
    );
    assert_eq!(
        items[0].published.map(|date| date.to_rfc3339()).as_deref(),
        Some("2020-09-15T16:00:00+03:00")
    );
    assert_eq!(items[0].authors[0].name.as_deref(), Some("A writer"));
}

/// A microblog: no titles, numbers for ids, a photo for text, no language.
#[test]
fn a_microblog() {
    let items = items(
        json!({
            "version": "https://jsonfeed.org/version/1", "title": "Short notes", "icon": "https://micro.example/me.jpg",
            "_microblog": { "username": "me" },
            "items": [
                { "id": 20211, "url": "https://micro.example/2020/09/15/160001.html", "content_html": "<p>Good morning.</p>",
                  "date_published": "2020-09-15T16:00:01+00:00", "_microblog": { "is_bookmark": false } },
                { "id": 20210, "content_html": "<p><img src=\"uploads/a.jpg\"></p>", "tags": [] },
            ],
        }),
        &[],
    );
    assert_eq!(
        (
            items[0].id.as_str(),
            items[0].title.as_deref(),
            items[0].slug.as_str()
        ),
        ("20211", None, "160001")
    );
    assert_eq!(
        (items[1].slug.as_str(), items[1].language.as_deref()),
        ("20210", None)
    );
}

/// A podcast: sizes unknown and written as 0, an old name for the media type, a title with references.
#[test]
fn a_podcast() {
    let items = items(
        json!({
            "version": "https://jsonfeed.org/version/1", "title": "Talk &#8211; weekly",
            "items": [{
                "id": "tag:talk.example,2020:12", "title": "Episode 12: &#8220;Q&amp;A&#8221;",
                "attachments": [{ "url": "https://cdn.example/12.mp3?d=1", "mime_type": "audio/mp3", "size_in_bytes": 0, "duration_in_seconds": 1832.5 }],
            }],
        }),
        &[],
    );
    let attachment = &items[0].attachments[0];
    assert_eq!(items[0].title.as_deref(), Some("Episode 12: “Q&A”"));
    assert_eq!(attachment.mime_type.as_deref(), Some("audio/mpeg"));
    assert_eq!(
        (attachment.size_in_bytes, attachment.duration_in_seconds),
        (None, Some(1832.5))
    );
}

/// Another script, an extension of its own, hundreds of kilobytes in one item.
#[test]
fn a_huge_item() {
    let html = "<li>統計データ</li>".repeat(20_000);
    let items = items(
        json!({
            "version": "https://jsonfeed.org/version/1.1", "title": "更新情報", "language": "ja",
            "items": [{ "id": "tag:data.example,2026:a/b", "title": "初回", "content_html": html, "_counts": { "added": 60 } }],
        }),
        &[],
    );
    assert_eq!(
        items[0]
            .content
            .as_ref()
            .and_then(|content| content.html())
            .map(str::len),
        Some(html.len())
    );
}

/// A blog in Arabic whose keywords, meant for search engines, are one tag with commas in it.
#[test]
fn keywords_in_one_tag() {
    let check = |tags: Value, expect: &[&str], warnings: &[(&str, FeedProblem)]| {
        let items = items(
            json!({
                "version": "https://jsonfeed.org/version/1.1", "title": "مقالات", "language": "ar-SA",
                "items": [{ "id": "1", "title": "عنوان", "tags": tags }],
            }),
            warnings,
        );
        assert_eq!(items[0].tags, expect);
    };
    let tags = "/items/0/tags";
    check(
        json!(["مصارف، تسوية، DLT، مصارف"]),
        &["مصارف", "تسوية", "DLT"],
        &[],
    );
    check(
        json!(["data, maps, method"]),
        &["data", "maps", "method"],
        &[],
    );
    // One comma may belong to a name, and several tags are a list already.
    check(json!(["Cairo, Egypt"]), &["Cairo, Egypt"], &[]);
    check(json!(["a, b, c", "d"]), &["a, b, c", "d"], &[]);
    // Each topic has an address of its own, so it must fit into one.
    check(
        json!(["ن".repeat(101), "ن"]),
        &["ن"],
        &[(tags, InvalidValue)],
    );
    check(json!(["..", ".", "..."]), &["..."], &[(tags, InvalidValue)]);
}

/// What is called `feed.json` and is no JSON Feed.
#[test]
fn other_files_of_that_name() {
    let check = |text: &str, expect: &str| {
        let error = read_text(text.as_bytes()).map(|(feed, _)| feed.items.len());
        assert_eq!(
            error.map_err(|error| error.to_string()),
            Err(expect.to_owned()),
            "{text}"
        );
    };
    check(
        "[{ \"title\": \"A list of another kind\" }]",
        &FeedError::NotAFeed.to_string(),
    );
    check(
        "{ \"title\": \"Books\", \"documents\": [] }",
        &FeedError::NotAFeed.to_string(),
    );
    check(
        "<!doctype html><title>Feed</title>{ \"version\": 1 }",
        "not JSON (line 1, column 1)",
    );
    check(
        "{ \"author\": { \"website\": https://a.example/ } }",
        "not JSON (line 1, column 26)",
    );
    check(
        "{ \"description\": , \"items\": [] }",
        "not JSON (line 1, column 18)",
    );
}
