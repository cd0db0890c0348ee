//! Good input, field by field: what every field of the contract comes to.

use nashra_feed::{
    Attendance, Content, Direction, EventStatus, Item, Kind, Moment, Size, group_alternates,
};
use serde_json::{Value, json};

use crate::{feed_of, read};

fn item(item: Value) -> Item {
    let (feed, warnings) = read(&feed_of(&[item])).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(warnings, []);
    feed.items
        .into_iter()
        .next()
        .unwrap_or_else(|| panic!("no item"))
}

#[test]
fn every_field() {
    let item = item(json!({
        "id": "launch", "url": "../releases/joint-launch.html", "external_url": "mailto:press@example.org",
        "title": " A joint\n report ", "content_html": "<p>Text</p>", "content_text": "Text", "summary": "One.\nTwo.",
        "image": "../media/a.jpg", "banner_image": "//cdn.example.org/b.jpg",
        "date_published": "2020-09-15T16:00:00+03:00", "date_modified": "2020-09-16",
        "authors": [{ "name": "Press office", "url": "https://example.org", "avatar": "../a.png" }],
        "tags": ["Health", "Health", "Q&amp;A"], "language": "en_GB",
        "attachments": [{
            "url": "../media/report.PDF?v=2", "mime_type": "application/octet-stream", "title": "Report",
            "size_in_bytes": 2_100_000, "duration_in_seconds": 0,
            "_nashra": { "language": "EN", "sha256": "AB".repeat(32), "page_count": 48, "pages": "../media/report.json" },
        }],
        "_nashra": {
            "kind": "report", "slug": "joint-report", "direction": "ltr", "translations": { "fr": 12, "AR": "launch-ar" },
            "label": "Joint publication",
            "event": {
                "start": "2020-09-15T16:00:00+03:00", "end": "2020-09-15T17:30:00+03:00", "time_zone": "Europe/Istanbul",
                "venue": "Main hall", "locality": "New York", "country": "United States of America",
                "attendance": "online", "status": "postponed", "join_url": "tel:+1555", "recording_url": "../r",
            },
            "photos": [{
                "url": "../media/p.jpg", "width": 1600, "height": 900, "alt": "", "caption": "A hall", "credit": "N. N.",
                "rights": "Free", "focus": [0, 0.25], "thumbhash": "PQgCBQC6hYR5p2f4RWxlGO2g3Q7a",
                "sources": [{ "url": "../media/p-640.webp", "width": 640 }],
            }],
            "related": ["report", 3],
            "report": {
                "publishers": ["Centre", "Office"], "isbn": "978-3-16-148410-0", "issn": "2049-3630",
                "doi": "https://doi.org/10.1000/182", "page_progression": "rtl", "cover": { "url": "../c.jpg", "width": 900 },
            },
            "online_url": "https://reader.example.org/1",
            "corrections": [{ "date": "2020-09-16", "note": "A number was wrong." }],
            "embargo_until": "2020-09-15T13:00:00Z", "withdrawn": { "date": "2020-10-01", "note": "See the new one." },
            "aliases": ["/old/a.php?id=1"], "office": "Istanbul",
        },
    }));
    let start = Moment::Instant {
        unix_ms: 1_600_174_800_000,
        offset_minutes: 180,
    };
    let day = |day| {
        Some(Moment::Day {
            year: 2020,
            month: 9,
            day,
        })
    };
    assert_eq!(
        item.url.as_deref(),
        Some("https://news.example.org/releases/joint-launch.html")
    );
    assert_eq!(
        item.external_url.as_deref(),
        Some("mailto:press@example.org")
    );
    assert_eq!(item.title.as_deref(), Some("A joint report"));
    assert_eq!(
        item.content,
        Some(Content::Html {
            html: "<p>Text</p>".to_owned(),
            text: Some("Text".to_owned())
        })
    );
    assert_eq!(&*item.base_url, crate::BASE);
    assert_eq!(item.summary.as_deref(), Some("One.\nTwo."));
    assert_eq!(
        item.image.as_deref(),
        Some("https://news.example.org/media/a.jpg")
    );
    assert_eq!(
        item.banner_image.as_deref(),
        Some("https://cdn.example.org/b.jpg")
    );
    assert_eq!((item.published, item.modified), (Some(start), day(16)));
    assert_eq!(item.authors[0].url.as_deref(), Some("https://example.org/"));
    assert_eq!(
        item.authors[0].avatar.as_deref(),
        Some("https://news.example.org/a.png")
    );
    assert_eq!(item.tags, ["Health", "Q&A"]);
    assert_eq!(
        (item.language.as_deref(), item.direction),
        (Some("en-GB"), Some(Direction::Ltr))
    );
    assert_eq!(
        (item.kind, item.slug.as_str(), item.label.as_deref()),
        (Kind::Report, "joint-report", Some("Joint publication"))
    );
    assert_eq!(
        item.translations,
        [
            ("ar".to_owned(), "launch-ar".to_owned()),
            ("fr".to_owned(), "12".to_owned())
        ]
    );

    let attachment = &item.attachments[0];
    assert!(attachment.is_pdf());
    assert_eq!(
        (
            attachment.size_in_bytes,
            attachment.duration_in_seconds,
            attachment.page_count
        ),
        (Some(2_100_000), None, Some(48))
    );
    assert_eq!(attachment.language.as_deref(), Some("en"));
    assert_eq!(attachment.sha256, Some("ab".repeat(32)));
    assert_eq!(
        attachment.pages.as_deref(),
        Some("https://news.example.org/media/report.json")
    );

    let event = item.event.unwrap_or_else(|| panic!("no event"));
    assert_eq!(event.start, Some(start));
    assert_eq!(
        event.end.map(|end| end.to_rfc3339()).as_deref(),
        Some("2020-09-15T17:30:00+03:00")
    );
    assert_eq!(
        (event.attendance, event.status),
        (Some(Attendance::Online), EventStatus::Postponed)
    );
    assert_eq!(
        (event.time_zone.as_deref(), event.locality.as_deref()),
        (Some("Europe/Istanbul"), Some("New York"))
    );
    assert_eq!(
        (event.join_url.as_deref(), event.recording_url.as_deref()),
        (Some("tel:+1555"), Some("https://news.example.org/r"))
    );

    let photo = &item.photos[0];
    assert_eq!(
        photo.size,
        Some(Size {
            width_px: 1600,
            height_px: 900
        })
    );
    assert_eq!(
        (photo.alt.as_deref(), photo.focus),
        (Some(""), Some([0.0, 0.25]))
    );
    assert_eq!(photo.sources[0].mime_type.as_deref(), Some("image/webp"));
    assert_eq!(
        (photo.sources[0].width_px, photo.thumbhash.is_some()),
        (Some(640), true)
    );

    let report = item.report.unwrap_or_else(|| panic!("no report"));
    assert_eq!(report.publishers, ["Centre", "Office"]);
    assert_eq!(
        (report.doi.as_deref(), report.page_progression),
        (Some("10.1000/182"), Some(Direction::Rtl))
    );
    assert_eq!(
        report.cover.map(|cover| cover.size),
        Some(None),
        "one side alone is no size"
    );

    assert_eq!(item.related, ["report", "3"]);
    assert_eq!(
        item.online_url.as_deref(),
        Some("https://reader.example.org/1")
    );
    assert_eq!(item.corrections[0].date, day(16));
    assert_eq!(
        item.embargo_until.map(Moment::sort_key),
        Some(start.sort_key())
    );
    assert_eq!(
        item.withdrawn.and_then(|note| note.note).as_deref(),
        Some("See the new one.")
    );
    assert_eq!(item.aliases, ["/old/a.php?id=1"]);
    assert_eq!(item.office.as_deref(), Some("Istanbul"));
}

#[test]
fn kinds() {
    let check = |fields: Value, expect: Kind| {
        let mut json = fields.clone();
        json["id"] = json!("a");
        assert_eq!(item(json).kind, expect, "{fields}");
    };
    let pdf = json!([{ "url": "a.pdf" }]);
    check(json!({}), Kind::Release);
    check(json!({ "attachments": pdf }), Kind::Report);
    check(
        json!({ "attachments": pdf, "summary": "Short" }),
        Kind::Report,
    );
    check(
        json!({ "attachments": pdf, "content_text": " " }),
        Kind::Report,
    );
    check(
        json!({ "attachments": pdf, "content_html": "<p>Text" }),
        Kind::Release,
    );
    check(
        json!({ "attachments": pdf, "_nashra": { "kind": "release" } }),
        Kind::Release,
    );
    check(
        json!({ "attachments": [{ "url": "a.xlsx" }] }),
        Kind::Release,
    );
    check(
        json!({ "attachments": [{ "url": "a", "mime_type": "application/x-pdf" }] }),
        Kind::Report,
    );
    check(
        json!({ "content_html": "<p>Text", "_nashra": { "kind": "report" } }),
        Kind::Report,
    );
}

#[test]
fn what_items_take_from_their_feed() {
    let mut feed = feed_of(&[
        json!({ "id": "a" }),
        json!({ "id": "b", "language": "fr", "authors": [{ "name": "B" }] }),
        json!({ "id": "c", "language": "AR", "author": { "name": "C" } }),
        json!({ "id": "d", "_nashra": { "direction": "ltr" } }),
    ]);
    feed["language"] = json!("ar");
    feed["author"] = json!({ "name": "Feed" });
    feed["_nashra"] = json!({ "version": 1, "direction": "rtl" });
    let (feed, warnings) = read(&feed).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(warnings, []);
    let took: Vec<_> = feed
        .items
        .iter()
        .map(|item| {
            (
                item.language.as_deref(),
                item.direction,
                item.authors[0].name.as_deref(),
            )
        })
        .collect();
    let (ltr, rtl) = (Some(Direction::Ltr), Some(Direction::Rtl));
    assert_eq!(
        took,
        [
            (Some("ar"), rtl, Some("Feed")),
            (Some("fr"), None, Some("B")),
            (Some("ar"), rtl, Some("C")),
            (Some("ar"), ltr, Some("Feed")),
        ]
    );
}

#[test]
fn withdrawn() {
    let check = |written: Value, expect: bool| {
        let json = json!({ "id": "a", "_nashra": { "withdrawn": written } });
        let (feed, _) = read(&feed_of(&[json])).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(feed.items[0].withdrawn.is_some(), expect, "{written}");
    };
    check(json!(null), false);
    check(json!(false), false);
    check(json!(true), true);
    check(json!({}), true);
    check(json!({ "date": "2020-10-01" }), true);
    check(json!("2020-10-01"), true);
}

#[test]
fn alternates() {
    let check = |titles: &[Option<&str>], expect: &[&[usize]]| {
        let attachments: Vec<Value> = titles
            .iter()
            .enumerate()
            .map(|(n, title)| json!({ "url": format!("{n}.mp4"), "title": title }))
            .collect();
        let item = item(json!({ "id": "a", "attachments": attachments }));
        let groups: Vec<Vec<usize>> = group_alternates(&item.attachments)
            .iter()
            .map(|group| {
                let position = |wanted| {
                    item.attachments
                        .iter()
                        .position(|attachment| attachment == wanted)
                };
                group
                    .attachments
                    .iter()
                    .filter_map(|attachment| position(*attachment))
                    .collect()
            })
            .collect();
        assert_eq!(groups, expect, "{titles:?}");
    };
    check(&[], &[]);
    check(&[Some("a"), Some("b"), Some("a")], &[&[0, 2], &[1]]);
    check(&[None, None], &[&[0], &[1]]);
}
