use serde_json::{Value, json};

use super::{Change, Edits, FeedText};

const FEED: &str = r#"{ "version": "x",
  "items": [
    { "id": "a", "title": "A" , "size": 1.50 },
    { "id": "b",
      "_nashra": { "slug":"b" } }
  ], "more": [1,2] }
"#;

#[track_caller]
fn check(text: &str, edits: &Edits, expect: &str) {
    let feed = FeedText::read(text).unwrap_or_else(|error| panic!("{error}"));
    let written = feed.with(edits);
    assert_eq!(written, expect);
    let value: Result<Value, _> = serde_json::from_str(&written);
    assert!(value.is_ok(), "{written}");
}

fn change(name: &str, value: Option<Value>) -> Change {
    (name.to_owned(), value)
}

#[test]
fn writes_only_what_changes() {
    check(FEED, &Edits::default(), FEED);
    let edits = Edits {
        new: Vec::new(),
        changed: vec![(0, vec![change("title", Some(json!("B")))])],
    };
    let expect = FEED.replace(
        r#"{ "id": "a", "title": "A" , "size": 1.50 }"#,
        "{\n      \"id\": \"a\",\n      \"title\": \"B\",\n      \"size\": 1.50\n    }",
    );
    check(FEED, &edits, &expect);
}

#[test]
fn takes_fields_in_and_out() {
    let edits = Edits {
        new: Vec::new(),
        changed: vec![
            (0, vec![change("title", None)]),
            (
                1,
                vec![
                    change("tags", Some(json!(["x"]))),
                    change("_nashra.photos", Some(json!([]))),
                ],
            ),
        ],
    };
    let feed = FeedText::read(FEED).unwrap_or_else(|error| panic!("{error}"));
    let value: Value = serde_json::from_str(&feed.with(&edits)).unwrap_or_default();
    let expect = json!([
        { "id": "a", "size": 1.5 },
        { "id": "b", "tags": ["x"], "_nashra": { "slug": "b", "photos": [] } },
    ]);
    assert_eq!(value["items"], expect);
    assert_eq!(value["more"], json!([1, 2]));
}

#[test]
fn new_items_stand_first() {
    let new = || {
        vec![
            ("id", json!("n")),
            ("_nashra.photos", json!([{ "url": "u" }])),
        ]
    };
    let edits = Edits {
        new: vec![new(), new()],
        changed: vec![(1, vec![change("id", Some(json!("c")))])],
    };
    for (text, expect) in [
        (FEED, vec!["n", "n", "a", "c"]),
        ("{\"items\":[]}", vec!["n", "n"]),
        (
            "\u{feff}{\"items\" : [ {\"id\":\"a\"} ]}",
            vec!["n", "n", "a"],
        ),
    ] {
        let feed = FeedText::read(text).unwrap_or_else(|error| panic!("{error}"));
        let written = feed.with(&edits);
        let value: Value =
            serde_json::from_str(written.trim_start_matches('\u{feff}')).unwrap_or_default();
        let ids = value["items"].as_array().into_iter().flatten();
        let ids: Vec<&str> = ids.filter_map(|item| item["id"].as_str()).collect();
        assert_eq!(ids, expect, "{written}");
        assert_eq!(value["items"][0]["_nashra"]["photos"][0]["url"], "u");
    }
}
