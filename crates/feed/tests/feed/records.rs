//! Records by field name, as the app reads its own page data.

use nashra_feed::json::to_json;
use nashra_feed::{FromJson, record};
use serde_json::{Value, json};

record! {
    /// A record of every kind of field.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    struct Card {
        title: String,
        count: u32,
        size: Option<u64>,
        ratio: Option<f64>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        is_new: bool,
        tags: Vec<String>,
        lines: Vec<Line>,
        r#type: Option<i64>,
    }
}

record! {
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    struct Line { text: String }
}

fn card() -> Card {
    Card {
        title: "Title".to_owned(),
        count: 3,
        size: None,
        ratio: Some(0.5),
        is_new: false,
        tags: vec!["a".to_owned()],
        lines: vec![Line {
            text: "b".to_owned(),
        }],
        r#type: Some(-1),
    }
}

#[test]
fn what_was_written_comes_back() {
    let written = serde_json::to_value(card()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(Card::from_json(&&written), Some(card()));
}

#[test]
fn our_own_writer_is_read_by_any_parser() {
    let check = |card: Card| {
        let text = to_json(&card);
        let parsed: Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(Card::from_json(&&parsed), Some(card), "{text}");
    };
    check(card());
    check(Card {
        title: "quote \" slash \\ line \n bell \u{7} نشرة \u{1f5de}".to_owned(),
        is_new: true,
        size: Some(u64::from(u32::MAX)),
        tags: vec![],
        r#type: None,
        ..card()
    });
}

#[test]
fn leniency() {
    let check =
        |json: Value, expect: Option<Card>| assert_eq!(Card::from_json(&&json), expect, "{json}");
    let bare = Card {
        ratio: None,
        tags: vec![],
        lines: vec![],
        r#type: None,
        ..card()
    };
    check(json!({ "title": "Title", "count": 3 }), Some(bare.clone()));
    check(
        json!({ "title": "Title", "count": 3, "size": null, "tags": null, "is_new": null, "more": 1 }),
        Some(bare.clone()),
    );
    check(
        json!({ "title": "Title", "count": 3, "size": "1", "ratio": [] }),
        Some(bare.clone()),
    );
    check(
        json!({ "title": "Title", "count": 3, "size": 9.5 }),
        Some(bare.clone()),
    );
    check(
        json!({ "title": "Title", "count": 3, "lines": [{}, 1, { "text": 1 }] }),
        Some(bare),
    );
    check(json!({ "title": "Title" }), None);
    check(json!({ "count": 3 }), None);
    check(json!({ "title": null, "count": 3 }), None);
    check(json!({ "title": "Title", "count": -3 }), None);
    check(
        json!({ "title": "Title", "count": 4_294_967_296_u64 }),
        None,
    );
    check(json!({ "title": "Title", "count": 3, "tags": "a" }), None);
    check(json!([]), None);
    check(json!(null), None);
}
