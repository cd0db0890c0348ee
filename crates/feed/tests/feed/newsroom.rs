//! `site.json`, good and bad.

use nashra_feed::FeedProblem::{self, *};
use nashra_feed::{
    Direction, FeedError, FeedWarning, JsonKind, MonthNames, NativeUrls, Newsroom, read_newsroom,
};
use serde_json::{Value, json};

use crate::pairs;

const BASE: &str = "https://news.example.org/press/site.json";

fn read(json: &Value) -> Result<(Newsroom, Vec<FeedWarning>), FeedError> {
    read_newsroom(&json, &NativeUrls, BASE)
}

fn smallest() -> Value {
    json!({ "nashra": 1, "base_url": "./", "languages": [{ "tag": "ar", "feed": "feeds/ar.json" }] })
}

#[test]
fn every_field() {
    let (newsroom, warnings) = read(&json!({
        "nashra": 1, "base_url": "https://news.example.org/press", "default_language": "EN", "time_zone": "Europe/Istanbul",
        "month_names": "both", "offline": false,
        "publisher": {
            "name": { "en": "Centre", "ar": "المركز" }, "url": "https://example.org/",
            "logo": { "url": "media/logo.svg", "width": 160, "height": 48 },
        },
        "title": "Newsroom",
        "languages": [
            { "tag": "ar", "name": "العربية", "direction": "rtl", "feed": "feeds/ar.json", "numbering_system": "arab",
              "calendars": ["gregory", "islamic-umalqura"] },
            { "tag": "en", "name": "English", "feed": ["feeds/en.json", "https://office.example.org/en.json"] },
        ],
        "contacts": [{ "name": { "en": "Press" }, "role": "Head", "email": "press@example.org", "telephone": "+90 555" }],
        "about": { "en": "We count.\nWe train." },
        "press_kit": { "en": "kit/en.zip", "ar": "kit/ar.zip" },
        "legal_links": [{ "title": { "en": "Imprint" }, "url": "imprint.html" }],
    }))
    .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(warnings, []);
    assert_eq!(&*newsroom.base_url, "https://news.example.org/press/");
    assert_eq!(
        (newsroom.default_language, newsroom.month_names),
        (1, Some(MonthNames::Both))
    );
    assert!(!newsroom.keeps_copies);
    assert_eq!(newsroom.time_zone.as_deref(), Some("Europe/Istanbul"));
    assert_eq!(
        newsroom
            .publisher
            .name
            .get("en-GB")
            .map(|(tag, name)| (tag, name.as_str())),
        Some(("en", "Centre"))
    );
    assert_eq!(newsroom.publisher.name.get("fr"), None);
    assert_eq!(
        newsroom.publisher.logo_url.as_deref(),
        Some("https://news.example.org/press/media/logo.svg")
    );
    assert_eq!(
        newsroom.publisher.logo_size.map(|size| size.height_px),
        Some(48)
    );
    assert_eq!(
        newsroom
            .title
            .get("fr")
            .map(|(tag, title)| (tag, title.as_str())),
        Some(("und", "Newsroom"))
    );
    let arabic = &newsroom.languages[0];
    assert_eq!(
        (arabic.direction, arabic.numbering_system.as_deref()),
        (Some(Direction::Rtl), Some("arab"))
    );
    assert_eq!(arabic.calendars, ["gregory", "islamic-umalqura"]);
    assert_eq!(
        &*newsroom.languages[1].feeds[1],
        "https://office.example.org/en.json"
    );
    assert_eq!(
        newsroom.contacts[0].email.as_deref(),
        Some("mailto:press@example.org")
    );
    assert_eq!(
        newsroom.press_kit.get("ar").map(|(_, url)| url.as_str()),
        Some("https://news.example.org/press/kit/ar.zip")
    );
    assert_eq!(
        newsroom.legal_links[0]
            .url
            .get("en")
            .map(|(_, url)| url.as_str()),
        Some("https://news.example.org/press/imprint.html")
    );
}

#[test]
fn errors() {
    let check = |change: Value, expect: FeedError| {
        let mut json = smallest();
        for (key, value) in change.as_object().into_iter().flatten() {
            json[key] = value.clone();
        }
        assert_eq!(
            read(&json).map(|(newsroom, _)| newsroom),
            Err(expect),
            "{change}"
        );
    };
    check(json!({ "base_url": null }), FeedError::NotANewsroom);
    check(
        json!({ "base_url": "javascript:1" }),
        FeedError::NotANewsroom,
    );
    check(json!({ "languages": null }), FeedError::NoLanguages);
    check(
        json!({ "languages": [{ "tag": "ar" }, { "feed": "a.json" }, 3] }),
        FeedError::NoLanguages,
    );
    check(
        json!({ "languages": [{ "tag": "ar", "feed": "data:," }] }),
        FeedError::NoLanguages,
    );
    for value in [json!(null), json!([]), json!("site"), json!({})] {
        assert_eq!(
            read(&value).map(|(newsroom, _)| newsroom),
            Err(FeedError::NotANewsroom),
            "{value}"
        );
    }
}

#[test]
fn warnings() {
    let check = |change: Value, expect: &[(&str, FeedProblem)]| {
        let mut json = smallest();
        for (key, value) in change.as_object().into_iter().flatten() {
            json[key] = value.clone();
        }
        let (newsroom, warnings) = read(&json).unwrap_or_else(|error| panic!("{change}: {error}"));
        assert_eq!(pairs(&warnings), expect, "{change}");
        assert_eq!(newsroom.languages[0].tag, "ar");
    };
    let object = WrongType {
        expected: JsonKind::Object,
    };
    check(json!({}), &[]);
    check(json!({ "nashra": null }), &[("/nashra", MissingVersion)]);
    check(json!({ "nashra": 2 }), &[("/nashra", UnknownVersion)]);
    check(json!({ "colour": "red" }), &[("/colour", UnknownKey)]);
    check(json!({ "title": ["a"] }), &[("/title", object)]);
    check(
        json!({ "title": { "not a tag": "a" } }),
        &[("/title/not a tag", BadLanguageTag)],
    );
    check(
        json!({ "default_language": "en" }),
        &[("/default_language", LanguageMismatch)],
    );
    check(
        json!({ "time_zone": "GMT+03:00" }),
        &[("/time_zone", UnknownTimeZone)],
    );
    check(
        json!({ "month_names": "babylonian" }),
        &[("/month_names", InvalidValue)],
    );
    let boolean = WrongType {
        expected: JsonKind::Bool,
    };
    check(json!({ "offline": "no" }), &[("/offline", boolean)]);
    check(
        json!({ "press_kit": { "ar": "data:," } }),
        &[("/press_kit/ar", ForbiddenScheme)],
    );
    check(
        json!({ "contacts": [{}, { "email": "a@b@c" }] }),
        &[
            ("/contacts/0", Incomplete),
            ("/contacts/1/email", InvalidValue),
            ("/contacts/1", Incomplete),
        ],
    );
    check(
        json!({ "legal_links": [{ "title": "Imprint" }] }),
        &[("/legal_links/0", Incomplete)],
    );
    check(
        json!({ "publisher": { "logo": { "url": "a.svg", "width": -1 } } }),
        &[("/publisher/logo/width", ImpossibleSize)],
    );
    let arabic = json!({ "tag": "ar", "feed": ["feeds/ar.json", "data:,"], "calendars": ["Gregorian calendar"] });
    check(
        json!({ "languages": [arabic] }),
        &[
            ("/languages/0/feed", ForbiddenScheme),
            ("/languages/0/calendars/0", InvalidValue),
        ],
    );
    let arabic = json!({ "tag": "ar", "feed": "feeds/ar.json" });
    check(
        json!({ "languages": [arabic, arabic] }),
        &[("/languages", LanguageMismatch)],
    );
    check(
        json!({ "languages": [arabic, { "tag": "en" }] }),
        &[("/languages/1", Incomplete)],
    );
}
