//! A parsed document as the policy reads it: one arena, links by index.
//! It refuses to keep what the policy never asks for (comments' text, doctypes, positions).

use crate::node::{DomKind, DomNode};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName, ns};
use std::rc::Rc;

pub(super) type Index = usize;

#[derive(Default)]
pub(super) struct Slot {
    pub(super) data: Data,
    pub(super) parent: Option<Index>,
    pub(super) previous: Option<Index>,
    pub(super) next: Option<Index>,
    pub(super) first: Option<Index>,
    pub(super) last: Option<Index>,
}

#[derive(Default)]
pub(super) enum Data {
    #[default]
    Other,
    Text(StrTendril),
    Element {
        name: Rc<QualName>,
        attributes: Vec<Attribute>,
        /// The root of a template's contents.
        contents: Option<Index>,
        is_html_point: bool,
    },
}

/// A parsed document; slot 0 is the document itself.
pub(super) struct Document {
    pub(super) slots: Vec<Slot>,
}

/// A node of a [`Document`].
#[derive(Clone, Copy)]
pub(super) struct TreeNode<'d> {
    document: &'d Document,
    index: Index,
}

impl Document {
    /// The body, which every document has unless a frameset took its place.
    pub(super) fn body(&self) -> Option<TreeNode<'_>> {
        let mut child = TreeNode {
            document: self,
            index: 0,
        }
        .child("html")?
        .first_child();
        while let Some(node) = child {
            if node.is("body") {
                return Some(node);
            }
            child = node.next_sibling();
        }
        None
    }
}

impl<'d> TreeNode<'d> {
    fn slot(&self) -> &'d Slot {
        &self.document.slots[self.index]
    }

    fn at(&self, index: Option<Index>) -> Option<Self> {
        index.map(|index| TreeNode {
            document: self.document,
            index,
        })
    }

    fn is(&self, name: &str) -> bool {
        matches!(&self.slot().data, Data::Element { name: own, .. } if *own.local == *name)
    }

    fn child(&self, name: &str) -> Option<Self> {
        let mut child = self.first_child();
        while let Some(node) = child {
            if node.is(name) {
                return Some(node);
            }
            child = node.next_sibling();
        }
        None
    }
}

impl DomNode for TreeNode<'_> {
    fn kind(&self) -> DomKind {
        match &self.slot().data {
            Data::Other => DomKind::Other,
            Data::Text(text) => DomKind::Text(text.to_string()),
            Data::Element { name, .. } if name.ns == ns!(html) => {
                DomKind::Element(name.local.to_string())
            }
            Data::Element { .. } => DomKind::Foreign,
        }
    }

    fn attribute(&self, wanted: &str) -> Option<String> {
        let Data::Element { attributes, .. } = &self.slot().data else {
            return None;
        };
        let found = attributes
            .iter()
            .find(|a| a.name.ns == ns!() && *a.name.local == *wanted)?;
        Some(found.value.to_string())
    }

    fn first_child(&self) -> Option<Self> {
        self.at(self.slot().first)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.at(self.slot().next)
    }
}
