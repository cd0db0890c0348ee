//! What holds for any JSON whatever: no panic, no dependence on order, no lost good item.

use nashra_feed::{FeedAssembly, JsonKind, JsonSource, NativeUrls, read_feed, read_newsroom};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::{BASE, feed_of};

/// A JSON value whose members come in the reverse of the order in which serde_json gives them.
#[derive(Clone)]
struct Reversed<'a>(&'a Value);

impl JsonSource for Reversed<'_> {
    fn kind(&self) -> JsonKind {
        JsonSource::kind(&self.0)
    }
    fn as_bool(&self) -> Option<bool> {
        JsonSource::as_bool(&self.0)
    }
    fn as_f64(&self) -> Option<f64> {
        JsonSource::as_f64(&self.0)
    }
    fn as_string(&self) -> Option<String> {
        JsonSource::as_string(&self.0)
    }
    fn get(&self, key: &str) -> Option<Self> {
        JsonSource::get(&self.0, key).map(Self)
    }
    fn len(&self) -> usize {
        JsonSource::len(&self.0)
    }
    fn at(&self, index: usize) -> Option<Self> {
        self.0.as_array()?.get(index).map(Self)
    }
    fn each_member(&self, visit: &mut dyn FnMut(&str, Self)) {
        for (name, value) in self.0.as_object().into_iter().flatten().rev() {
            visit(name, Self(value));
        }
    }
}

/// Every key of the contract, so that what is generated gets past the first check.
const KEYS: &[&str] = &[
    "version",
    "title",
    "items",
    "id",
    "url",
    "external_url",
    "content_html",
    "content_text",
    "summary",
    "image",
    "date_published",
    "date_modified",
    "author",
    "authors",
    "name",
    "avatar",
    "tags",
    "language",
    "attachments",
    "mime_type",
    "size_in_bytes",
    "duration_in_seconds",
    "_nashra",
    "kind",
    "slug",
    "direction",
    "translations",
    "label",
    "event",
    "start",
    "end",
    "time_zone",
    "venue",
    "attendance",
    "status",
    "photos",
    "width",
    "height",
    "alt",
    "focus",
    "thumbhash",
    "sources",
    "related",
    "report",
    "publishers",
    "doi",
    "cover",
    "corrections",
    "embargo_until",
    "withdrawn",
    "aliases",
    "office",
    "sha256",
    "page_count",
    "pages",
    "nashra",
    "base_url",
    "languages",
    "tag",
    "feed",
    "contacts",
    "email",
    "legal_links",
    "publisher",
    "logo",
    "ar",
    "en",
    "unknown",
];

const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "ltr",
    "report",
    "release",
    "ar",
    "en_US",
    "x-",
    "2020-09-15",
    "2020-09-15T16:00:00+03:00",
    "2020-13-45",
    "https://example.org/a.pdf",
    "../a.pdf",
    "javascript:1",
    "mailto:a@b.example",
    "application/pdf",
    "\u{202E}a\u{2067}",
    "&#x202E;&amp;",
    "نشرة",
    "10.1/2",
    "https://jsonfeed.org/version/1.1",
    "%",
    "%D9",
    "?=&#",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
    "https://example.org/%E2%80%AE/2020/?a=%",
    "é-à",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(TEXTS).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0..2000u32).prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    let key = prop_oneof![
        9 => proptest::sample::select(KEYS).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    leaf.prop_recursive(6, 96, 12, move |inner| {
        prop_oneof![
            1 => proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            3 => proptest::collection::vec((key.clone(), inner), 0..12)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_read_without_panic(value in json_value()) {
        let _ = read_newsroom(&&value, &NativeUrls, BASE);
        if let Ok((feed, warnings)) = read_feed(&&value, BASE, &NativeUrls) {
            let mut assembly = FeedAssembly::new();
            let _ = assembly.begin_feed(BASE);
            let _ = assembly.add_page(BASE, feed, warnings);
            for item in assembly.finish().items {
                prop_assert!(!item.slug.is_empty() && item.slug.len() <= 90);
                prop_assert!(item.slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
                for moment in [item.published, item.modified].into_iter().flatten() {
                    let _ = (moment.to_rfc3339(), moment.sort_key());
                }
            }
        }
    }

    #[test]
    fn the_order_of_members_does_not_matter(value in json_value()) {
        let feed = |value: &Value| feed_of(std::slice::from_ref(value));
        let feed = feed(&value);
        let one = read_feed(&&feed, BASE, &NativeUrls);
        let other = read_feed(&Reversed(&feed), BASE, &NativeUrls);
        prop_assert_eq!(one.map(|(feed, _)| feed), other.map(|(feed, _)| feed));
        let one = read_newsroom(&&value, &NativeUrls, BASE);
        let other = read_newsroom(&Reversed(&value), &NativeUrls, BASE);
        prop_assert_eq!(one.map(|(newsroom, _)| newsroom), other.map(|(newsroom, _)| newsroom));
    }

    #[test]
    fn good_items_survive_any_neighbours(
        before in proptest::collection::vec(json_value(), 0..4),
        after in proptest::collection::vec(json_value(), 0..4),
    ) {
        let good = json!({
            "id": "the good one", "title": "Title", "date_published": "2020-09-15", "language": "ar",
            "attachments": [{ "url": "a.pdf" }], "_nashra": { "event": { "venue": "Hall" } },
        });
        let (alone, _) = read_feed(&&feed_of(std::slice::from_ref(&good)), BASE, &NativeUrls)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        let items: Vec<Value> = before.into_iter().chain([good]).chain(after).collect();
        let (feed, _) = read_feed(&&feed_of(&items), BASE, &NativeUrls)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(feed.items.contains(&alone.items[0]));
    }
}
