//! Feeds for readers' own programs: RSS 2.0 and JSON Feed 1.1, one each a language, of the latest items.
//!
//! They are made from what is public, in absolute addresses, with the text in `markup`'s allow-list. The newsroom's own
//! feed files, which the app reads, are [`super::sources`]'.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use nashra_app::state::compose::Composer;
use nashra_app::state::compose::catalogue::Entry;
use nashra_feed::{Attachment, Moment};
use rss::extension::Extension;
use rss::{Category, Channel, Enclosure, Guid, Image};
use serde_json::{Map, Value, json};

use super::files::{Compression, Output};
use super::site::Site;
use crate::error::PressError;

/// More is for the pages and the sitemap: most programs ask every hour.
const N_ITEMS: usize = 30;

/// Writes `/{lang}/feed.xml` and `/{lang}/feed.json`.
pub(super) fn write(
    composer: &Composer<'_>,
    site: &Site<'_>,
    output: &Output,
) -> Result<(), PressError> {
    let folder = [&*site.frame.language, "/"].concat();
    let items: Vec<Entry<'_>> = composer.entries().take(N_ITEMS).collect();
    let rss = rss(&items, composer, site).to_string();
    let xml = ["<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", &rss].concat();
    output.write(
        &[&folder, "feed.xml"].concat(),
        xml.as_bytes(),
        Compression::Page,
    )?;
    let json = json_feed(&items, composer, site);
    let bytes = serde_json::to_vec(&json).unwrap_or_default();
    output.write(&[&folder, "feed.json"].concat(), &bytes, Compression::Page)
}

fn address(site: &Site<'_>, name: &str) -> String {
    [site.base_url(), &site.frame.language, "/", name].concat()
}

fn rss(items: &[Entry<'_>], composer: &Composer<'_>, site: &Site<'_>) -> Channel {
    let frame = site.frame;
    let home = address(site, "");
    let logo = frame.logo.as_ref().map(|logo| Image {
        url: site.absolute(&logo.url),
        title: frame.title.clone(),
        link: home.clone(),
        ..Image::default()
    });
    // RSS takes pictures of these three kinds only.
    let is_raster = |image: &Image| {
        [".png", ".jpg", ".gif"]
            .iter()
            .any(|extension| image.url.ends_with(extension))
    };
    let newest = items
        .iter()
        .filter_map(|entry| entry.item.modified.or(entry.item.date()));
    let newest = newest.max_by_key(|moment| moment.sort_key());
    Channel {
        title: frame.title.clone(),
        link: home,
        description: composer.locale.text("site.tagline"),
        language: Some(frame.language.clone()),
        last_build_date: newest.and_then(rfc2822),
        generator: Some("Nashra".to_owned()),
        docs: Some("https://www.rssboard.org/rss-specification".to_owned()),
        image: logo.filter(is_raster),
        items: items
            .iter()
            .map(|entry| rss_item(*entry, composer, site))
            .collect(),
        extensions: BTreeMap::from([("atom".to_owned(), self_link(site))]),
        namespaces: BTreeMap::from([
            ("atom".to_owned(), "http://www.w3.org/2005/Atom".to_owned()),
            (
                "dc".to_owned(),
                "http://purl.org/dc/elements/1.1/".to_owned(),
            ),
        ]),
        ..Channel::default()
    }
}

/// Where the feed itself stands, as the RSS Advisory Board's profile asks.
fn self_link(site: &Site<'_>) -> BTreeMap<String, Vec<Extension>> {
    let attribute = |name: &str, value: String| (name.to_owned(), value);
    let link = Extension {
        name: "atom:link".to_owned(),
        attrs: BTreeMap::from([
            attribute("href", address(site, "feed.xml")),
            attribute("rel", "self".to_owned()),
            attribute("type", "application/rss+xml".to_owned()),
        ]),
        ..Extension::default()
    };
    BTreeMap::from([("link".to_owned(), vec![link])])
}

fn rss_item(entry: Entry<'_>, composer: &Composer<'_>, site: &Site<'_>) -> rss::Item {
    let (item, card) = (entry.item, composer.card(entry));
    let authors = item.authors.iter().filter_map(|author| author.name.clone());
    let creators: Vec<Extension> = authors
        .map(|name| Extension {
            name: "dc:creator".to_owned(),
            value: Some(name),
            ..Extension::default()
        })
        .collect();
    let mut extensions = BTreeMap::new();
    if !creators.is_empty() {
        let creators = BTreeMap::from([("creator".to_owned(), creators)]);
        extensions.insert("dc".to_owned(), creators);
    }
    let categories = item.tags.iter().map(|tag| Category {
        name: tag.clone(),
        domain: None,
    });
    rss::Item {
        title: Some(card.title),
        link: Some(site.absolute(&card.path)),
        description: card.summary,
        categories: categories.collect(),
        enclosure: item.attachments.iter().find_map(enclosure),
        guid: Some(Guid {
            value: item.id.clone(),
            permalink: false,
        }),
        pub_date: item.date().and_then(rfc2822),
        content: composer.html_of(item),
        extensions,
        ..rss::Item::default()
    }
}

/// RSS takes one file an item, and wants its length and type.
fn enclosure(file: &Attachment) -> Option<Enclosure> {
    Some(Enclosure {
        url: file.url.as_str().to_owned(),
        length: file.size_in_bytes?.to_string(),
        mime_type: file.mime_type.clone()?,
    })
}

/// A date as RSS writes it. A bare day counts from its first moment in UTC.
fn rfc2822(moment: Moment) -> Option<String> {
    let time = Timestamp::from_millisecond(moment.sort_key()).ok()?;
    jiff::fmt::rfc2822::to_string(&time.to_zoned(TimeZone::UTC)).ok()
}

fn json_feed(items: &[Entry<'_>], composer: &Composer<'_>, site: &Site<'_>) -> Value {
    let frame = site.frame;
    let items = items.iter().map(|entry| json_item(*entry, composer, site));
    let mut feed = members(json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": frame.title,
        "home_page_url": address(site, ""),
        "feed_url": address(site, "feed.json"),
        "description": composer.locale.text("site.tagline"),
        "language": frame.language,
        "authors": [members(json!({ "name": frame.publisher, "url": frame.publisher_url }))],
    }));
    feed.insert("items".to_owned(), items.collect());
    Value::Object(feed)
}

fn json_item(entry: Entry<'_>, composer: &Composer<'_>, site: &Site<'_>) -> Value {
    let (item, card) = (entry.item, composer.card(entry));
    let authors = item.authors.iter().map(|author| {
        Value::Object(members(json!({
            "name": author.name,
            "url": author.url.as_deref(),
            "avatar": author.avatar.as_deref(),
        })))
    });
    let files = item.attachments.iter().filter_map(|file| {
        Some(Value::Object(members(json!({
            "url": file.url.as_str(),
            // Without a type an attachment is none to JSON Feed.
            "mime_type": file.mime_type.as_deref()?,
            "title": file.title,
            "size_in_bytes": file.size_in_bytes,
            "duration_in_seconds": file.duration_in_seconds,
        }))))
    });
    let html = composer.html_of(item);
    let text = html.is_none().then(|| card.summary.clone()).flatten();
    let mut out = members(json!({
        "id": item.id,
        "url": site.absolute(&card.path),
        "external_url": item.external_url.as_deref(),
        "title": item.title,
        "content_html": html,
        // One of the two has to be there.
        "content_text": text.or_else(|| composer.html_of(item).is_none().then(|| card.title.clone())),
        "summary": card.summary,
        "image": item.image.as_deref().or(item.photos.first().map(|photo| photo.url.as_str())),
        "banner_image": item.banner_image.as_deref(),
        "date_published": rfc3339(item.published),
        "date_modified": rfc3339(item.modified),
        "tags": (!item.tags.is_empty()).then_some(&item.tags),
        "language": item.language,
    }));
    for (name, values) in [
        ("authors", authors.collect::<Vec<_>>()),
        ("attachments", files.collect()),
    ] {
        if !values.is_empty() {
            out.insert(name.to_owned(), Value::from(values));
        }
    }
    Value::Object(out)
}

/// JSON Feed wants a time with its offset, also of a bare day.
fn rfc3339(moment: Option<Moment>) -> Option<String> {
    match moment? {
        day @ Moment::Day { .. } => Some([&*day.to_rfc3339(), "T00:00:00Z"].concat()),
        instant => Some(instant.to_rfc3339()),
    }
}

/// The members of an object that are not null.
fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .collect(),
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{rfc2822, rfc3339};
    use nashra_feed::Moment;

    #[test]
    fn writes_dates_as_feeds_do() {
        let day = Moment::Day {
            year: 2020,
            month: 9,
            day: 15,
        };
        let instant = Moment::Instant {
            unix_ms: 1_600_174_800_000,
            offset_minutes: 180,
        };
        assert_eq!(rfc3339(Some(day)).as_deref(), Some("2020-09-15T00:00:00Z"));
        assert_eq!(
            rfc3339(Some(instant)).as_deref(),
            Some("2020-09-15T16:00:00+03:00")
        );
        let check = |moment, expect: &str| assert_eq!(rfc2822(moment).as_deref(), Some(expect));
        check(day, "Tue, 15 Sep 2020 00:00:00 +0000");
        check(instant, "Tue, 15 Sep 2020 13:00:00 +0000");
    }
}
