//! One bad field in an otherwise good item, for every row of the contract that says "the field is left out".
//! Refuses to test whole items and files: those are in `bad_input`.

use nashra_feed::FeedProblem::{self, *};
use nashra_feed::JsonKind;
use serde_json::{Value, json};

use crate::{feed_of, pairs, read};

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
