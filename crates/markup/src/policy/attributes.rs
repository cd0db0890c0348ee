//! The attributes of an allowed element, each read as a value of its own kind.
//! It refuses to copy a value that it has not understood.

use super::builder::Scope;
use super::rules::Rule;
use super::{Context, clean, urls};
use crate::media::Media;
use crate::node::{DomKind, DomNode};
use crate::vocabulary::{Attribute, Tag};

/// What an element says of itself.
#[derive(Clone, Default)]
pub(super) struct Traits {
    /// As written, without the prefix.
    pub(super) id: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) dir: Option<&'static str>,
    /// All other attributes, in order.
    pub(super) rest: Vec<(Attribute, String)>,
}

impl Traits {
    pub(super) fn read<N: DomNode>(node: &N, tag: Tag, context: &Context<'_>) -> Self {
        let mut traits = Traits {
            id: node.attribute("id"),
            lang: lang(node, "lang"),
            dir: dir(node),
            rest: Vec::new(),
        };
        let names: &[Attribute] = match tag {
            Tag::A => &[Attribute::Href, Attribute::Hreflang, Attribute::Title],
            Tag::Abbr => &[Attribute::Title],
            Tag::Img => &[
                Attribute::Src,
                Attribute::Srcset,
                Attribute::Sizes,
                Attribute::Width,
                Attribute::Height,
                Attribute::Alt,
                Attribute::Title,
            ],
            Tag::Ol => &[Attribute::Start, Attribute::Reversed, Attribute::Type],
            Tag::Li => &[Attribute::Value],
            Tag::Td | Tag::Th => &[Attribute::Colspan, Attribute::Rowspan, Attribute::Scope],
            Tag::Time => &[Attribute::Datetime],
            _ => &[],
        };
        for name in names {
            if let Some(value) = traits.value(node, *name, context) {
                traits.rest.push((*name, value));
                if *name == Attribute::Href {
                    traits.follow_href(node);
                }
            }
        }
        traits
    }

    pub(super) fn has(&self, name: Attribute) -> bool {
        self.rest.iter().any(|(key, _)| *key == name)
    }

    /// The attributes that depend on a link's address.
    fn follow_href<N: DomNode>(&mut self, node: &N) {
        let href = self.rest.first().map_or("", |(_, href)| href.as_str());
        let media = node
            .attribute("data-media")
            .and_then(|name| Media::of(&name, href));
        let hreflang = lang(node, "hreflang");
        self.rest
            .extend(hreflang.map(|value| (Attribute::Hreflang, value)));
        self.rest.push((Attribute::Rel, "external".to_owned()));
        self.rest
            .extend(media.map(|media| (Attribute::DataMedia, media.name().to_owned())));
    }

    fn value<N: DomNode>(
        &self,
        node: &N,
        name: Attribute,
        context: &Context<'_>,
    ) -> Option<String> {
        // Set by `follow_href`, in its place.
        if name == Attribute::Hreflang || (name == Attribute::Sizes && !self.has(Attribute::Srcset))
        {
            return None;
        }
        let raw = node.attribute(name.name());
        if name == Attribute::Alt {
            return Some(clean(&raw.unwrap_or_default()));
        }
        let raw = raw?;
        let word = raw.trim_matches(|c: char| c.is_ascii_whitespace());
        match name {
            Attribute::Href => urls::link(context, &raw),
            Attribute::Src => urls::resource(context, &raw),
            Attribute::Srcset => urls::srcset(context, &raw),
            Attribute::Sizes => is_sizes(word).then(|| word.to_owned()),
            Attribute::Width | Attribute::Height => number(word.trim_end_matches("px"), 1, 100_000),
            Attribute::Title => {
                Some(clean(&raw).trim().to_owned()).filter(|title| !title.is_empty())
            }
            Attribute::Start | Attribute::Value => number(word, -1_000_000, 1_000_000),
            Attribute::Reversed => Some(String::new()),
            Attribute::Type => one_of(word, &["1", "a", "A", "i", "I"]).map(str::to_owned),
            Attribute::Colspan => number(word, 2, 1000),
            Attribute::Rowspan => number(word, 2, 65_534),
            Attribute::Scope => one_of(
                &word.to_ascii_lowercase(),
                &["row", "col", "rowgroup", "colgroup"],
            )
            .map(str::to_owned),
            Attribute::Datetime => is_datetime(word).then(|| word.to_owned()),
            _ => None,
        }
    }
}

/// The language and direction inside an element.
pub(super) fn inherit<N: DomNode>(node: &N, outer: &Scope) -> Scope {
    Scope {
        lang: lang(node, "lang").or_else(|| outer.lang.clone()),
        dir: dir(node).or(outer.dir),
    }
}

/// The player that an `iframe`, `video` or `audio` stands for, and the address of the link.
pub(super) fn media<N: DomNode>(
    node: &N,
    rule: Rule,
    context: &Context<'_>,
) -> Option<(Media, String)> {
    let own = node
        .attribute("src")
        .and_then(|src| urls::resource(context, &src));
    let media = match rule {
        Rule::Frame => return Media::of_frame(&own?),
        Rule::Video => Media::Video,
        _ => Media::Audio,
    };
    let mut child = if own.is_none() {
        node.first_child()
    } else {
        None
    };
    let mut href = own;
    while let (None, Some(node)) = (&href, &child) {
        if node.kind() == DomKind::Element("source".to_owned()) {
            href = node
                .attribute("src")
                .and_then(|src| urls::resource(context, &src));
        }
        child = node.next_sibling();
    }
    Some((media, href?))
}

/// A language tag of BCP 47's shape, as given.
fn lang<N: DomNode>(node: &N, name: &str) -> Option<String> {
    let tag = node.attribute(name)?;
    let is_subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let is_tag = tag.len() <= 64
        && tag.split('-').all(is_subtag)
        && tag
            .split('-')
            .next()
            .is_some_and(|first| first.bytes().all(|b| b.is_ascii_alphabetic()));
    is_tag.then_some(tag)
}

fn dir<N: DomNode>(node: &N) -> Option<&'static str> {
    one_of(
        &node.attribute("dir")?.to_ascii_lowercase(),
        &["ltr", "rtl", "auto"],
    )
}

fn one_of(word: &str, words: &[&'static str]) -> Option<&'static str> {
    words.iter().copied().find(|known| *known == word)
}

fn number(word: &str, least: i32, most: i32) -> Option<String> {
    word.parse::<i32>()
        .ok()
        .filter(|n| (least..=most).contains(n))
        .map(|n| n.to_string())
}

/// Media conditions and lengths; a comment or a string cannot be written with these.
fn is_sizes(word: &str) -> bool {
    (1..=512).contains(&word.len())
        && word
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b" (),.:<>=%+-".contains(&b))
}

/// The characters of dates, times, zones, durations and weeks.
fn is_datetime(word: &str) -> bool {
    (1..=40).contains(&word.len())
        && word
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b" :.+-".contains(&b))
}
