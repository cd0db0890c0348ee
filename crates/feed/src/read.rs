//! From what is written to what is meant: the one place that decides what a field's value may be.
//! Refuses to fail over a field: what cannot be meant is left out, with a warning.

mod attachment;
mod context;
mod event;
mod item;
mod photo;

pub(crate) use context::Context;
pub(crate) use photo::size;

use std::collections::HashSet;
use std::sync::Arc;

use crate::error::FeedError;
use crate::json::{JsonKind, JsonSource};
use crate::model::{Author, Direction, Feed};
use crate::plain_text;
use crate::pointer::Path;
use crate::warnings::{FeedProblem, FeedWarning};
use crate::web_url::UrlResolver;
use crate::wire::feed::{WireAuthor, WireFeed};
use crate::wire::item::WireItem;
use crate::wire::{List, Wire};

/// Reads one page of a JSON Feed. `base_url` is the absolute URL that the page was fetched from: relative URLs
/// in it resolve against that. One broken item is not a broken feed: it is skipped, with a warning.
pub fn read_feed<S: JsonSource>(
    source: &S,
    base_url: &str,
    urls: &dyn UrlResolver,
) -> Result<(Feed, Vec<FeedWarning>), FeedError> {
    let items = source
        .get("items")
        .filter(|items| items.kind() == JsonKind::Array);
    if items.is_none() && source.get("version").is_none() {
        return Err(FeedError::NotAFeed);
    }
    let mut context = Context::new(base_url, urls);
    let root = Path::ROOT;
    let wire = WireFeed::read(source, &root, &mut context.log).ok_or(FeedError::NotAFeed)?;
    let (mut feed, defaults) = feed(wire, &root, &mut context);

    let path = root.key("items");
    let Some(items) = items else {
        context.log.add(&path, FeedProblem::MissingItems);
        return Ok((feed, context.log.into_warnings()));
    };
    let mut seen = HashSet::new();
    for index in 0..items.len() {
        let path = path.index(index);
        let Some(element) = items.at(index) else {
            continue;
        };
        let Some(wire) = WireItem::read(&element, &path, &mut context.log) else {
            continue;
        };
        if let Some(item) = item::item(wire, &defaults, &path, &mut context) {
            if seen.insert(item.id.clone()) {
                feed.items.push(item);
            } else {
                context.log.add(&path.key("id"), FeedProblem::DuplicateId);
            }
        }
    }
    Ok((feed, context.log.into_warnings()))
}

/// What an item takes from its feed where it says nothing itself.
struct Defaults {
    base_url: Arc<str>,
    language: Option<String>,
    direction: Option<Direction>,
    authors: Vec<Author>,
}

/// Everything but the items.
fn feed(wire: WireFeed, path: &Path<'_>, context: &mut Context<'_>) -> (Feed, Defaults) {
    match wire.version.as_deref().map(version) {
        None => context
            .log
            .add(&path.key("version"), FeedProblem::MissingVersion),
        Some(false) => context
            .log
            .add(&path.key("version"), FeedProblem::UnknownVersion),
        Some(true) => {}
    }
    let extension_path = path.key("_nashra");
    let extension = wire._nashra.unwrap_or_default();
    if extension.version.is_some_and(|version| version != 1.0) {
        let path = extension_path.key("version");
        context.log.add(&path, FeedProblem::UnknownVersion);
    }
    let direction = extension.direction;
    let direction = context.direction(direction, &extension_path.key("direction"));
    let language = context.language(wire.language, &path.key("language"));
    let authors = authors(wire.authors, wire.author, path, context);
    let feed = Feed {
        title: text(wire.title),
        description: wire
            .description
            .and_then(|text| plain_text::block(&plain_text::decode_references(&text))),
        home_page_url: context.web_url(wire.home_page_url, &path.key("home_page_url")),
        feed_url: context.web_url(wire.feed_url, &path.key("feed_url")),
        next_url: context.web_url(wire.next_url, &path.key("next_url")),
        icon: context.web_url(wire.icon, &path.key("icon")),
        favicon: context.web_url(wire.favicon, &path.key("favicon")),
        authors: authors.clone(),
        language: language.clone(),
        direction,
        expired: wire.expired.unwrap_or(false),
        items: Vec::new(),
    };
    let defaults = Defaults {
        base_url: context.base.into(),
        language,
        direction,
        authors,
    };
    (feed, defaults)
}

/// Whether a feed's `version` is one that this reader was written for.
fn version(url: &str) -> bool {
    let url = url.trim().trim_end_matches('/');
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    let rest = rest.map(|rest| rest.strip_prefix("www.").unwrap_or(rest));
    matches!(
        rest,
        Some("jsonfeed.org/version/1" | "jsonfeed.org/version/1.1")
    )
}

/// A line of text in a standard field, where character references may stand for characters.
fn text(text: Option<String>) -> Option<String> {
    plain_text::line(&plain_text::decode_references(&text?))
}

/// `authors`, else the `author` of JSON Feed 1.0.
fn authors(
    many: Option<List<WireAuthor>>,
    one: Option<WireAuthor>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Vec<Author> {
    let mut out = Vec::new();
    let many_path = path.key("authors");
    for (index, wire) in many.into_iter().flat_map(|list| list.0).enumerate() {
        out.extend(wire.and_then(|wire| author(wire, &many_path.index(index), context)));
    }
    if out.is_empty() {
        out.extend(one.and_then(|wire| author(wire, &path.key("author"), context)));
    }
    out
}

fn author(wire: WireAuthor, path: &Path<'_>, context: &mut Context<'_>) -> Option<Author> {
    let author = Author {
        name: text(wire.name),
        url: context.link(wire.url, &path.key("url")),
        avatar: context.web_url(wire.avatar, &path.key("avatar")),
    };
    (author.name.is_some() || author.url.is_some()).then_some(author)
}
