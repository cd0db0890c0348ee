//! An RSS or Atom feed as items of JSON Feed with our extension.
//!
//! `feed-rs` reads it, twice: it knows moments but not their zones, and of media elements and enclosures it keeps the one or the
//! other. HTML is kept as it came: the policy reads it where it is shown. It refuses items that nothing tells apart.

mod item;
mod zones;

use std::collections::HashSet;

use feed_rs::model::{Feed, Link, Text};
use feed_rs::parser::{Builder, ParseFeedError};

use super::fields::Fields;
use zones::Zones;

/// A feed, read.
pub(super) struct Imported {
    /// Of its texts.
    pub(super) language: Option<String>,
    /// Id and fields, as the feed orders them.
    pub(super) items: Vec<(String, Fields)>,
    /// What was left out.
    pub(super) warnings: Vec<String>,
}

/// Yahoo's namespace for media elements, and something of the same length that is none.
const MEDIA: &[u8] = b"http://search.yahoo.com/mrss";
const NO_MEDIA: &[u8] = b"http://search.yahoo.com/none";

/// Reads `bytes`, which came from `origin`. `base_url` is the newsroom's: what stood below it keeps its old path.
pub(super) fn read(bytes: &[u8], origin: &str, base_url: Option<&str>) -> Result<Imported, String> {
    let zones = Zones::default();
    let feed = parse(bytes, origin, Some(&zones)).map_err(|error| error.to_string())?;
    let plain = parse(&without_media(bytes), origin, None).map_err(|error| error.to_string())?;
    let mut imported = Imported {
        language: feed.language.clone(),
        items: Vec::with_capacity(feed.entries.len()),
        warnings: Vec::new(),
    };
    let mut known = HashSet::new();
    let context = item::Context {
        zones: &zones,
        base_url,
        feed_language: feed.language.as_deref(),
    };
    for (entry, plain) in feed.entries.iter().zip(&plain.entries) {
        let title = entry.title.as_ref();
        let name = title.map_or("an item", |title| title.content.as_str());
        if entry.id.is_empty() {
            let line = format!("{name:?} has neither id nor link nor title; left out");
            imported.warnings.push(line);
        } else if !known.insert(entry.id.clone()) {
            let line = format!("{}: twice in the source; the first was taken", entry.id);
            imported.warnings.push(line);
        } else {
            let fields = item::fields(entry, plain, &context);
            imported.items.push((entry.id.clone(), fields));
        }
    }
    Ok(imported)
}

fn parse(bytes: &[u8], origin: &str, zones: Option<&Zones>) -> Result<Feed, ParseFeedError> {
    let is_address = origin.starts_with("http://") || origin.starts_with("https://");
    let mut builder = Builder::new()
        .base_uri(is_address.then_some(origin))
        .sanitize_content(false)
        .id_generator(id_of);
    if let Some(zones) = zones.cloned() {
        builder = builder.timestamp_parser(move |text| zones.read(text));
    }
    builder.build().parse(bytes)
}

/// The id of an item that says none: its address, which stays when its title is mended.
fn id_of(links: &[Link], title: &Option<Text>, _: Option<&str>) -> String {
    let link = links.first().map(|link| link.href.clone());
    let title = || title.as_ref().map(|title| title.content.clone());
    link.or_else(title).unwrap_or_default()
}

fn without_media(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut at = 0;
    while at + MEDIA.len() <= bytes.len() {
        if bytes[at..].starts_with(MEDIA) {
            bytes[at..at + MEDIA.len()].copy_from_slice(NO_MEDIA);
            at += MEDIA.len();
        } else {
            at += 1;
        }
    }
    bytes
}

#[cfg(test)]
mod tests;
