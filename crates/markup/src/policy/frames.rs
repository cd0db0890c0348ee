//! The elements that are open while the tree grows, outermost first.
//! It refuses to decide what to open; it only keeps what an open element knows.

use super::builder::Scope;
use crate::tree::{Element, Node};
use crate::vocabulary::Tag;

/// What an element may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Model {
    /// Blocks.
    Flow,
    /// Blocks, and runs of text beside them.
    Mixed,
    /// Text and inline elements.
    Phrasing,
    /// Only certain elements, never text.
    Structure,
}

impl Model {
    fn of(tag: Tag) -> Model {
        match tag {
            Tag::Blockquote => Model::Flow,
            Tag::Li
            | Tag::Dt
            | Tag::Dd
            | Tag::Td
            | Tag::Th
            | Tag::Caption
            | Tag::Figure
            | Tag::Figcaption => Model::Mixed,
            Tag::Ul
            | Tag::Ol
            | Tag::Dl
            | Tag::Table
            | Tag::Thead
            | Tag::Tbody
            | Tag::Tfoot
            | Tag::Tr => Model::Structure,
            _ => Model::Phrasing,
        }
    }
}

/// An open element.
pub(super) struct Frame {
    pub(super) element: Element,
    pub(super) model: Model,
    /// The language and direction of its content, as far as the tree says.
    pub(super) scope: Scope,
    /// Whether it was opened because something had to be there.
    pub(super) implied: bool,
    /// Whether a loose run in it became a paragraph; the next ones then do too.
    pub(super) has_paragraphs: bool,
}

impl Frame {
    pub(super) fn new(element: Element, scope: Scope, implied: bool) -> Self {
        let model = Model::of(element.tag);
        Frame {
            element,
            model,
            scope,
            implied,
            has_paragraphs: false,
        }
    }

    pub(super) fn tag(&self) -> Tag {
        self.element.tag
    }

    /// Whether it is lost when nothing was put into it.
    pub(super) fn is_lost(&self) -> bool {
        let stands_empty =
            matches!(self.tag(), Tag::Li | Tag::Dt | Tag::Dd | Tag::Td | Tag::Th) && !self.implied;
        self.element.children.is_empty() && !stands_empty
    }

    /// The element to open so that this one can hold something else than its own kind of child.
    pub(super) fn missing_child(&self) -> Tag {
        match self.tag() {
            Tag::Ul | Tag::Ol => Tag::Li,
            Tag::Dl => Tag::Dd,
            Tag::Table => Tag::Tbody,
            Tag::Tr => Tag::Td,
            _ => Tag::Tr,
        }
    }

    pub(super) fn ends_in_run(&self) -> bool {
        self.element.children.last().is_some_and(is_phrasing)
    }

    /// Takes away the text and inline elements at its end.
    pub(super) fn take_run(&mut self) -> Vec<Node> {
        let children = &mut self.element.children;
        let start = children
            .iter()
            .rposition(|node| !is_phrasing(node))
            .map_or(0, |last_block| last_block + 1);
        children.split_off(start)
    }

    pub(super) fn append_text(&mut self, text: &str) {
        match self.element.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => self.element.children.push(Node::Text(text.to_owned())),
        }
    }

    /// Takes white space from the end of its last text.
    pub(super) fn trim_end(&mut self) {
        if let Some(Node::Text(text)) = self.element.children.last_mut() {
            text.truncate(
                text.trim_end_matches(|c: char| c.is_ascii_whitespace())
                    .len(),
            );
            if text.is_empty() {
                self.element.children.pop();
            }
        }
    }
}

fn is_phrasing(node: &Node) -> bool {
    match node {
        Node::Text(_) => true,
        Node::Element(element) => element.tag.is_inline(),
    }
}
