//! An item's text: through `markup` into normal form, with addresses of this newsroom as paths.

use nashra_feed::Item;
use nashra_markup::{Attribute, Context, Element, Markup, Node, from_text};

use super::summary::beyond_title;
use super::{Composer, localise};
use crate::state::body::Body;

/// Before every id in content, so that none meets one of ours.
const ID_PREFIX: &str = "c-";

impl Composer<'_> {
    /// The text in normal form; `None` where the item has none.
    pub(super) fn body_of(&self, item: &Item) -> Option<Body> {
        let mut markup = self.markup_of(item);
        localise_all(&mut markup.nodes, self.base_url, self.prefix);
        (!markup.is_empty()).then(|| Body::new(markup))
    }

    /// The text as HTML with absolute addresses, for feeds; `None` where the item has none.
    pub fn html_of(&self, item: &Item) -> Option<String> {
        item.content.as_ref()?;
        let markup = self.markup_of(item);
        (!markup.is_empty()).then(|| markup.to_html())
    }

    /// The text alone, for summaries, titles and directions.
    pub(super) fn text_of(&self, item: &Item) -> String {
        match item.content.as_ref().and_then(|content| content.text()) {
            Some(text) => text.to_owned(),
            None => self.markup_of(item).plain_text(),
        }
    }

    /// The text where a card needs it: an item that says all else itself is not parsed for each list that it stands in.
    pub(super) fn text_for_card(&self, item: &Item) -> String {
        let has_direction = item.direction.is_some() || item.language.is_some();
        let says_all = item
            .title
            .as_deref()
            .zip(item.summary.as_deref())
            .is_some_and(|(title, summary)| beyond_title(title, summary).is_some());
        if says_all && has_direction {
            return String::new();
        }
        self.text_of(item)
    }

    /// The absolute addresses that the text links or shows: what a publishing tool must copy.
    pub fn content_urls(&self, item: &Item) -> Vec<String> {
        let mut urls = Vec::new();
        collect_urls(&self.markup_of(item).nodes, &mut urls);
        urls
    }

    /// Whether the text has a link to `url`.
    pub(super) fn links_to(&self, item: &Item, url: &str) -> bool {
        has_link(&self.markup_of(item).nodes, url)
    }

    fn markup_of(&self, item: &Item) -> Markup {
        let Some(content) = &item.content else {
            // A feed of summaries: better than an empty page.
            return from_text(item.summary.as_deref().unwrap_or_default());
        };
        let context = Context {
            base_url: Some(&item.base_url),
            id_prefix: ID_PREFIX,
            resolve: &|base, reference| self.urls.resolve(base, reference),
        };
        let markup = content
            .html()
            .and_then(|html| (self.read_html)(html, &context));
        markup.unwrap_or_else(|| from_text(content.text().unwrap_or_default()))
    }
}

/// Depth is bounded by `markup` at 64, so recursion is safe here.
fn localise_all(nodes: &mut [Node], base_url: &str, prefix: &str) {
    for node in nodes {
        if let Node::Element(Element {
            attributes,
            children,
            ..
        }) = node
        {
            for (name, value) in attributes {
                match name {
                    Attribute::Href | Attribute::Src => *value = localise(value, base_url, prefix),
                    Attribute::Srcset => *value = value.replace(base_url, prefix),
                    _ => {}
                }
            }
            localise_all(children, base_url, prefix);
        }
    }
}

/// Whether one of the links leads to `url`, a slash at its end aside.
fn has_link(nodes: &[Node], url: &str) -> bool {
    nodes.iter().any(|node| {
        let Node::Element(element) = node else {
            return false;
        };
        let leads_there = element.attributes.iter().any(|(name, value)| {
            *name == Attribute::Href && value.trim_end_matches('/') == url.trim_end_matches('/')
        });
        leads_there || has_link(&element.children, url)
    })
}

fn collect_urls(nodes: &[Node], urls: &mut Vec<String>) {
    for node in nodes {
        let Node::Element(element) = node else {
            continue;
        };
        for (name, value) in &element.attributes {
            match name {
                Attribute::Href | Attribute::Src => urls.push(value.clone()),
                Attribute::Srcset => {
                    let candidates = value
                        .split(", ")
                        .filter_map(|candidate| candidate.split(' ').next());
                    urls.extend(candidates.map(str::to_owned));
                }
                _ => {}
            }
        }
        collect_urls(&element.children, urls);
    }
}
