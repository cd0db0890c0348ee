//! The tree that views are built from: it can hold allowed elements and nothing else.
//! It refuses to hold raw HTML.

use crate::media::Media;
use crate::vocabulary::{Attribute, Tag};

/// Content in normal form: blocks at the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// The top-level nodes: block elements, in reading order.
    pub nodes: Vec<Node>,
}

/// A node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text, never empty, never next to another text.
    Text(String),
    /// An allowed element.
    Element(Element),
}

/// An allowed element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Which element.
    pub tag: Tag,
    /// Its attributes, each at most once, in the order of [`Attribute`].
    pub attributes: Vec<(Attribute, String)>,
    /// Its children; none for void elements.
    pub children: Vec<Node>,
}

impl Element {
    pub(crate) fn new(tag: Tag, attributes: Vec<(Attribute, String)>) -> Self {
        Element {
            tag,
            attributes,
            children: Vec::new(),
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: Attribute) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The player that this link stands for, when it is a click-to-load link.
    pub fn media(&self) -> Option<Media> {
        Media::of(
            self.attribute(Attribute::DataMedia)?,
            self.attribute(Attribute::Href)?,
        )
    }
}

impl Markup {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The first image in reading order.
    pub fn first_image(&self) -> Option<&Element> {
        self.walk().find_map(|step| match step {
            Step::Open(element) if element.tag == Tag::Img => Some(element),
            _ => None,
        })
    }

    /// The text alone, one line for each block or `br`; for summaries, search and previews.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        for step in self.walk() {
            match step {
                Step::Text(more) => text.push_str(more),
                Step::Open(element) | Step::Close(element) => {
                    let breaks = !element.tag.is_inline() || element.tag == Tag::Br;
                    if breaks && !text.is_empty() && !text.ends_with('\n') {
                        text.push('\n');
                    }
                }
            }
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// Every node in reading order, without recursion.
    pub(crate) fn walk(&self) -> Walk<'_> {
        Walk {
            stack: vec![(None, self.nodes.iter())],
        }
    }
}

/// A step of [`Markup::walk`].
pub(crate) enum Step<'a> {
    Text(&'a str),
    Open(&'a Element),
    Close(&'a Element),
}

pub(crate) struct Walk<'a> {
    stack: Vec<(Option<&'a Element>, std::slice::Iter<'a, Node>)>,
}

impl<'a> Iterator for Walk<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        let (_, nodes) = self.stack.last_mut()?;
        match nodes.next() {
            Some(Node::Text(text)) => Some(Step::Text(text)),
            Some(Node::Element(element)) => {
                self.stack.push((Some(element), element.children.iter()));
                Some(Step::Open(element))
            }
            None => self.stack.pop()?.0.map(Step::Close),
        }
    }
}
