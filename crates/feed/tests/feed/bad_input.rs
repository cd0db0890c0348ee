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

/// One bad field: it is left out, its item and all other fields stay.
#[test]
fn fields() {
    let check = |fields: Value, expect: &[(&str, FeedProblem)]| {
        let good = json!({ "id": "good", "title": "Good", "date_published": "2020-09-15" });
        let mut bad = json!({ "id": "bad", "title": "Title" });
        for (key, value) in fields.as_object().into_iter().flatten() {
            bad[key] = value.clone();
        }
        let (feed, warnings) =
            read(&feed_of(&[bad, good.clone()])).unwrap_or_else(|error| panic!("{error}"));
        let expect: Vec<(String, FeedProblem)> = expect
            .iter()
            .map(|(pointer, problem)| (format!("/items/0/{pointer}"), *problem))
            .collect();
        let got: Vec<(String, FeedProblem)> = pairs(&warnings)
            .into_iter()
            .map(|(pointer, problem)| (pointer.to_owned(), problem))
            .collect();
        assert_eq!(got, expect, "{fields}");
        let (alone, _) = read(&feed_of(&[good])).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(feed.items[1], alone.items[0], "the neighbour of {fields}");
        assert_eq!(feed.items[0].id, "bad");
    };
    let string = WrongType {
        expected: JsonKind::String,
    };
    let number = WrongType {
        expected: JsonKind::Number,
    };
    let array = WrongType {
        expected: JsonKind::Array,
    };
    let object = WrongType {
        expected: JsonKind::Object,
    };

    // The wrong type in one field.
    check(json!({ "title": 5 }), &[("title", string)]);
    check(json!({ "summary": null, "image": "", "tags": null }), &[]);
    check(json!({ "tags": "one" }), &[("tags", array)]);
    check(
        json!({ "tags": ["one", 2, "three"] }),
        &[("tags/1", string)],
    );
    check(json!({ "authors": { "name": "A" } }), &[("authors", array)]);
    check(json!({ "author": "A" }), &[("author", object)]);
    check(json!({ "_nashra": [] }), &[("_nashra", object)]);
    check(json!({ "attachments": [1] }), &[("attachments/0", object)]);
    check(json!({ "subtitle": "?" }), &[("subtitle", UnknownKey)]);
    check(
        json!({ "_nashra": { "colour": "?" } }),
        &[("_nashra/colour", UnknownKey)],
    );

    // Dates.
    check(
        json!({ "date_published": "yesterday" }),
        &[("date_published", InvalidDate)],
    );
    check(
        json!({ "date_published": "2020-02-30" }),
        &[("date_published", InvalidDate)],
    );
    check(
        json!({ "date_modified": 1_600_000_000 }),
        &[("date_modified", string)],
    );
    check(
        json!({ "date_modified": "2020-09-15T16:00:00" }),
        &[("date_modified", MissingOffset)],
    );
    check(
        json!({ "_nashra": { "event": { "start": "2020-09-15T16:00" } } }),
        &[("_nashra/event/start", MissingOffset)],
    );
    check(
        json!({ "_nashra": { "event": { "start": "2020-09-15T16:00Z", "end": "2020-09-15T15:00Z" } } }),
        &[("_nashra/event/end", EndBeforeStart)],
    );
    check(
        json!({ "_nashra": { "event": { "end": "2020-09-15" } } }),
        &[("_nashra/event/end", EndBeforeStart)],
    );

    // Sizes.
    for width in [json!(-1), json!(0.5), json!(1e9), json!(1e300)] {
        check(
            json!({ "_nashra": { "photos": [{ "url": "a.jpg", "width": width, "height": 10 }] } }),
            &[("_nashra/photos/0/width", ImpossibleSize)],
        );
    }
    check(
        json!({ "attachments": [{ "url": "a.pdf", "size_in_bytes": -5 }] }),
        &[("attachments/0/size_in_bytes", ImpossibleSize)],
    );
    check(
        json!({ "attachments": [{ "url": "a.pdf", "size_in_bytes": "5" }] }),
        &[("attachments/0/size_in_bytes", number)],
    );
    check(
        json!({ "attachments": [{ "url": "a.mp3", "duration_in_seconds": -5 }] }),
        &[("attachments/0/duration_in_seconds", ImpossibleSize)],
    );
    check(
        json!({ "attachments": [{ "url": "a.pdf", "_nashra": { "page_count": 2.5, "sha256": "beef" } }] }),
        &[
            ("attachments/0/_nashra/sha256", InvalidValue),
            ("attachments/0/_nashra/page_count", ImpossibleSize),
        ],
    );

    // Languages, zones, words.
    check(
        json!({ "language": "english!" }),
        &[("language", BadLanguageTag)],
    );
    check(
        json!({ "_nashra": { "translations": { "??": "a" } } }),
        &[("_nashra/translations/??", BadLanguageTag)],
    );
    check(
        json!({ "_nashra": { "event": { "time_zone": "Istanbul time" } } }),
        &[("_nashra/event/time_zone", UnknownTimeZone)],
    );
    check(
        json!({ "_nashra": { "event": { "status": "maybe" } } }),
        &[("_nashra/event/status", InvalidValue)],
    );
    check(
        json!({ "_nashra": { "kind": "story" } }),
        &[("_nashra/kind", InvalidValue)],
    );
    check(
        json!({ "_nashra": { "slug": "بيان" } }),
        &[("_nashra/slug", SlugChanged)],
    );
    check(
        json!({ "_nashra": { "slug": "../admin" } }),
        &[("_nashra/slug", SlugChanged)],
    );
    check(
        json!({ "_nashra": { "slug": "2020" } }),
        &[("_nashra/slug", SlugChanged)],
    );
    check(
        json!({ "_nashra": { "report": { "isbn": "1" } } }),
        &[("_nashra/report", ReportOnRelease)],
    );
    check(
        json!({ "_nashra": { "kind": "report", "report": { "doi": "11/2" } } }),
        &[("_nashra/report/doi", InvalidValue)],
    );
    check(
        json!({ "_nashra": { "kind": "report", "report": { "cover": {} } } }),
        &[("_nashra/report/cover", Incomplete)],
    );
    check(
        json!({ "_nashra": { "corrections": [{ "date": "2020-09-15" }] } }),
        &[("_nashra/corrections/0", Incomplete)],
    );
    for alias in [
        "a",
        "//evil.example",
        "/a b",
        "/a\n/b 301",
        "/../a",
        "https://a.example/",
        "/نشرة",
    ] {
        check(
            json!({ "_nashra": { "aliases": [alias] } }),
            &[("_nashra/aliases/0", InvalidValue)],
        );
    }
    for focus in [json!([0.5]), json!([0.5, 2]), json!([0.1, 0.2, 0.3])] {
        check(
            json!({ "_nashra": { "photos": [{ "url": "a.jpg", "focus": focus }] } }),
            &[("_nashra/photos/0/focus", InvalidValue)],
        );
    }
    check(
        json!({ "_nashra": { "photos": [{ "url": "a.jpg", "thumbhash": "<b>" }] } }),
        &[("_nashra/photos/0/thumbhash", InvalidValue)],
    );
    check(
        json!({ "attachments": [{ "url": "a.pdf", "mime_type": "pdf" }] }),
        &[("attachments/0/mime_type", InvalidValue)],
    );

    // URLs. What is forbidden there stays forbidden however it is dressed.
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://a.example/1",
        "about:blank",
        "ftp://a.example/",
    ] {
        check(json!({ "url": url }), &[("url", ForbiddenScheme)]);
        check(
            json!({ "external_url": url }),
            &[("external_url", ForbiddenScheme)],
        );
        check(json!({ "image": url }), &[("image", ForbiddenScheme)]);
        check(
            json!({ "_nashra": { "online_url": url } }),
            &[("_nashra/online_url", ForbiddenScheme)],
        );
        check(
            json!({ "attachments": [{ "url": url }] }),
            &[
                ("attachments/0/url", ForbiddenScheme),
                ("attachments/0", Incomplete),
            ],
        );
    }
    for url in ["mailto:press@example.org", "tel:+905555555555"] {
        check(
            json!({ "external_url": url, "authors": [{ "url": url }] }),
            &[],
        );
        check(json!({ "image": url }), &[("image", ForbiddenScheme)]);
        check(
            json!({ "attachments": [{ "url": url }] }),
            &[
                ("attachments/0/url", ForbiddenScheme),
                ("attachments/0", Incomplete),
            ],
        );
    }
    check(json!({ "image": "https://" }), &[("image", InvalidUrl)]);
    check(
        json!({ "_nashra": { "photos": [{ "alt": "?" }] } }),
        &[("_nashra/photos/0", Incomplete)],
    );
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
