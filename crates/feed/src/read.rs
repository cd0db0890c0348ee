//! From what is written to what is meant: the one place that decides what a field's value may be.
//! Refuses to fail over a field: what cannot be meant is left out, with a warning.

mod attachment;
mod context;
mod event;
mod item;
mod node;
mod photo;

pub(crate) use context::Context;
pub(crate) use node::Node;
pub(crate) use photo::size;

use std::sync::Arc;

use crate::error::FeedError;
use crate::ids::IdSet;
use crate::json::{JsonKind, JsonSource};
use crate::model::{Author, Direction, Feed};
use crate::plain_text;
use crate::pointer::Path;
use crate::warnings::{FeedProblem, FeedWarning, Log};
use crate::web_url::UrlResolver;
use crate::wire;

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
    let mut context = Context {
        base: base_url,
        urls,
        log: Log::default(),
    };
    let root = Path::ROOT;
    let written = wire::read(source, &wire::FEED, &root, &mut context.log);
    let (mut feed, defaults) = feed(&Node::new(&written, root), &mut context);

    let path = root.key("items");
    let Some(items) = items else {
        context.log.add(&path, FeedProblem::MissingItems);
        return Ok((feed, context.log.into_warnings()));
    };
    let mut seen = IdSet::default();
    for index in 0..items.len() {
        if let Some(element) = items.at(index) {
            let path = path.index(index);
            let written = wire::read(&element, &wire::ITEM, &path, &mut context.log);
            add_item(
                &Node::new(&written, path),
                &defaults,
                &mut context,
                &mut seen,
                &mut feed,
            );
        }
    }
    Ok((feed, context.log.into_warnings()))
}

fn add_item(
    node: &Node<'_>,
    defaults: &Defaults,
    context: &mut Context<'_>,
    seen: &mut IdSet,
    feed: &mut Feed,
) {
    // What is no object had its warning.
    if node.value.is_nothing() {
        return;
    }
    let Some(item) = item::item(node, defaults, context) else {
        return;
    };
    if seen.insert(&item.id, &|index| &feed.items[index].id) {
        feed.items.push(item);
    } else {
        context
            .log
            .add(&node.path.key("id"), FeedProblem::DuplicateId);
    }
}

/// What an item takes from its feed where it says nothing itself.
struct Defaults {
    base_url: Arc<str>,
    language: Option<String>,
    direction: Option<Direction>,
    authors: Vec<Author>,
}

/// Everything but the items.
fn feed(node: &Node<'_>, context: &mut Context<'_>) -> (Feed, Defaults) {
    let version = node.get("version");
    let problem = match version.text().map(is_known_version) {
        Some(true) => None,
        Some(false) => Some(FeedProblem::UnknownVersion),
        None => Some(FeedProblem::MissingVersion),
    };
    if let Some(problem) = problem {
        context.log.add(&version.path, problem);
    }
    let own = &node.get("_nashra");
    let version = own.get("version");
    if version.number().is_some_and(|version| version != 1.0) {
        context.log.add(&version.path, FeedProblem::UnknownVersion);
    }
    let defaults = Defaults {
        base_url: context.base.into(),
        language: context.language(node, "language"),
        direction: context.direction(own, "direction"),
        authors: authors(node, context),
    };
    let feed = Feed {
        title: context.title(node, "title"),
        description: context.summary(node, "description"),
        home_page_url: context.web_url(node, "home_page_url"),
        feed_url: context.web_url(node, "feed_url"),
        next_url: context.web_url(node, "next_url"),
        icon: context.web_url(node, "icon"),
        favicon: context.web_url(node, "favicon"),
        authors: defaults.authors.clone(),
        language: defaults.language.clone(),
        direction: defaults.direction,
        expired: matches!(node.get("expired").value, wire::Value::Bool(true)),
        items: Vec::new(),
    };
    (feed, defaults)
}

/// Whether a feed's `version` is one that this reader was written for, however its address is spelt.
fn is_known_version(url: &str) -> bool {
    let bare = ["https://", "http://", "www."]
        .iter()
        .fold(url, |url, prefix| url.strip_prefix(prefix).unwrap_or(url));
    let number = bare.strip_prefix("jsonfeed.org/version/");
    let number = number.map(|number| number.strip_suffix('/').unwrap_or(number));
    number == Some("1") || number == Some("1.1")
}

/// `authors`, else the `author` of JSON Feed 1.0.
fn authors(node: &Node<'_>, context: &mut Context<'_>) -> Vec<Author> {
    let mut authors = context.each(node, "authors", author);
    let single = node.get("author");
    if authors.is_empty() && !single.value.is_nothing() {
        authors.extend(author(&single, context));
    }
    authors
}

fn author(node: &Node<'_>, context: &mut Context<'_>) -> Option<Author> {
    if let Some(name) = node.text() {
        let expected = JsonKind::Object;
        context
            .log
            .add(&node.path, FeedProblem::WrongType { expected });
        return Some(Author {
            name: plain_text::line(&plain_text::decode_references(name)),
            url: None,
            avatar: None,
        });
    }
    let author = Author {
        name: context.title(node, "name"),
        url: context.link(node, "url"),
        avatar: context.web_url(node, "avatar"),
    };
    (author.name.is_some() || author.url.is_some()).then_some(author)
}
