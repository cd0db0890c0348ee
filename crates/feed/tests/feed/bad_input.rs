//! "What bad input gets": a row of the contract for each table here, and a good neighbour in every feed.

use nashra_feed::FeedProblem::{self, *};
use nashra_feed::{FeedError, JsonKind};
use serde_json::{Value, json};

use crate::{feed_of, pairs, read, read_text};

/// What the whole file is taken for.
#[test]
fn not_a_feed() {
    let check = |text: &str, expect: FeedError| {
        let read = read_text(text.as_bytes()).map(|(feed, _)| feed);
        assert_eq!(read, Err(expect), "{text:?}");
    };
    check("", FeedError::NotJson { line: 1, column: 0 });
    check(
        "{\"items\": [{\"id\": \"1\"",
        FeedError::NotJson {
            line: 1,
            column: 21,
        },
    );
    check(
        "<!doctype html>\n<p>502",
        FeedError::NotJson { line: 1, column: 1 },
    );
    check("null", FeedError::NotAFeed);
    check("[]", FeedError::NotAFeed);
    check("\"feed\"", FeedError::NotAFeed);
    check("{}", FeedError::NotAFeed);
    check(
        "{\"error\": \"not found\", \"items\": {}}",
        FeedError::NotAFeed,
    );
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert!(
        read_text(b"\xEF\xBB\xBF{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}")
            .is_ok()
    );
}

/// The top of a feed: what is there is read, with a warning.
#[test]
fn feeds() {
    let check = |top: Value, expect: &[(&str, FeedProblem)]| {
        let mut feed = feed_of(&[json!({ "id": "good" })]);
        for (key, value) in top.as_object().into_iter().flatten() {
            feed[key] = value.clone();
        }
        let (feed, warnings) = read(&feed).unwrap_or_else(|error| panic!("{top}: {error}"));
        assert_eq!(pairs(&warnings), expect, "{top}");
        let n_items = usize::from(expect.iter().all(|(_, problem)| *problem != MissingItems));
        assert_eq!(feed.items.len(), n_items, "{top}");
    };
    let string = WrongType {
        expected: JsonKind::String,
    };
    for known in [
        "https://jsonfeed.org/version/1",
        "https://jsonfeed.org/version/1.1",
        "http://jsonfeed.org/version/1",
        "https://www.jsonfeed.org/version/1.1/",
    ] {
        check(json!({ "version": known }), &[]);
    }
    check(json!({ "version": null }), &[("/version", MissingVersion)]);
    check(json!({ "version": "" }), &[("/version", MissingVersion)]);
    check(
        json!({ "version": 1.1 }),
        &[("/version", string), ("/version", MissingVersion)],
    );
    check(
        json!({ "version": "https://jsonfeed.org/version/2" }),
        &[("/version", UnknownVersion)],
    );
    check(
        json!({ "_nashra": { "version": 2 } }),
        &[("/_nashra/version", UnknownVersion)],
    );
    check(json!({ "items": null }), &[("/items", MissingItems)]);
    check(json!({ "items": { "0": {} } }), &[("/items", MissingItems)]);
    check(
        json!({ "rss": 1, "a/b~c": 1, "_other": 1 }),
        &[("/a~1b~0c", UnknownKey), ("/rss", UnknownKey)],
    );
    check(json!({ "hubs": [], "user_comment": "?" }), &[]);
    check(json!({ "title": ["Newsroom"] }), &[("/title", string)]);
    check(
        json!({ "language": "Arabic (Egypt)" }),
        &[("/language", BadLanguageTag)],
    );
    check(
        json!({ "icon": "data:image/png;base64,AA" }),
        &[("/icon", ForbiddenScheme)],
    );
    check(
        json!({ "home_page_url": "http://" }),
        &[("/home_page_url", InvalidUrl)],
    );
    check(
        json!({ "expired": "no" }),
        &[(
            "/expired",
            WrongType {
                expected: JsonKind::Bool,
            },
        )],
    );
    check(
        json!({ "_nashra": { "direction": "auto" } }),
        &[("/_nashra/direction", InvalidValue)],
    );
    check(
        json!({ "authors": [{}, 1] }),
        &[
            (
                "/authors/1",
                WrongType {
                    expected: JsonKind::Object,
                },
            ),
            ("/authors/0", Incomplete),
        ],
    );
}

/// Items that are skipped, and good ones that are not.
#[test]
fn items() {
    let check = |items: Value, ids: &[&str], expect: &[(&str, FeedProblem)]| {
        let Value::Array(items) = items else {
            panic!("no array")
        };
        let (feed, warnings) = read(&feed_of(&items)).unwrap_or_else(|error| panic!("{error}"));
        let read: Vec<&str> = feed.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(
            (read.as_slice(), pairs(&warnings).as_slice()),
            (ids, expect),
            "{items:?}"
        );
    };
    let object = WrongType {
        expected: JsonKind::Object,
    };
    let string = WrongType {
        expected: JsonKind::String,
    };
    check(json!([]), &[], &[]);
    check(json!([{ "id": "a" }, { "id": "b" }]), &["a", "b"], &[]);
    check(
        json!([{ "title": "?" }, { "id": "b" }]),
        &["b"],
        &[("/items/0", MissingId)],
    );
    check(
        json!([{ "id": " " }, { "id": "b" }]),
        &["b"],
        &[("/items/0", MissingId)],
    );
    check(
        json!([{ "id": [] }, { "id": "b" }]),
        &["b"],
        &[("/items/0/id", string), ("/items/0", MissingId)],
    );
    check(json!([{ "id": 7 }, { "id": -8 }]), &["7", "-8"], &[]);
    check(
        json!([{ "id": 7.5 }, { "id": "b" }]),
        &["b"],
        &[("/items/0/id", string), ("/items/0", MissingId)],
    );
    check(
        json!([{ "id": "a" }, { "id": "a" }, { "id": "b" }]),
        &["a", "b"],
        &[("/items/1/id", DuplicateId)],
    );
    check(
        json!([{ "id": 7 }, { "id": "7" }]),
        &["7"],
        &[("/items/1/id", DuplicateId)],
    );
    check(
        json!([null, { "id": "b" }]),
        &["b"],
        &[("/items/0", object)],
    );
    check(
        json!([[], "text", 3, { "id": "b" }]),
        &["b"],
        &[
            ("/items/0", object),
            ("/items/1", object),
            ("/items/2", object),
        ],
    );
    for embargo in [
        json!("soon"),
        json!(1_600_000_000),
        json!("2020-09-15T16:00"),
        json!({}),
    ] {
        let item = json!({ "id": "a", "_nashra": { "embargo_until": embargo } });
        let (feed, warnings) = read(&feed_of(&[item.clone(), json!({ "id": "b" })]))
            .unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(feed.items.len(), 1, "{item}");
        let embargo = "/items/0/_nashra/embargo_until";
        assert_eq!(
            pairs(&warnings).last(),
            Some(&(embargo, UnreadableEmbargo)),
            "{item}"
        );
    }
}

/// Markup and controls in plain text.
#[test]
fn plain_text() {
    let check = |title: &str, expect: Option<&str>| {
        let (feed, warnings) = read(&feed_of(&[json!({ "id": "a", "title": title })]))
            .unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(
            (feed.items[0].title.as_deref(), warnings.len()),
            (expect, 0),
            "{title:?}"
        );
    };
    check(
        "<script>alert(1)</script>",
        Some("<script>alert(1)</script>"),
    );
    check("<b>Q&amp;A</b>", Some("<b>Q&amp;A</b>"));
    check("Q&amp;A &#8211; answers", Some("Q&A – answers"));
    check("&lt;b&gt;", Some("<b>"));
    check("a\u{202E}txt.exe", Some("atxt.exe"));
    check("a&#8238;txt.exe", Some("atxt.exe"));
    check("\u{2067}نشرة", Some("نشرة"));
    check("two\nlines", Some("two lines"));
    check(" ", None);
}

#[test]
fn warnings_stay_bounded() {
    let items: Vec<Value> = (0..5000).map(|_| json!({})).collect();
    let (feed, warnings) = read(&feed_of(&items)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((feed.items.len(), warnings.len()), (0, 1000));
    assert_eq!(
        warnings.last().map(|warning| warning.problem),
        Some(TooManyWarnings)
    );
}

#[test]
fn ten_thousand_items() {
    let items: Vec<Value> = (0..10_000)
        .map(|n| json!({ "id": n, "title": "Title" }))
        .collect();
    let (feed, warnings) = read(&feed_of(&items)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((feed.items.len(), warnings.len()), (10_000, 0));
}
