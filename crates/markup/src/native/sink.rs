//! A document as html5ever builds it: one arena, links by index.
//! It refuses to keep what the policy never asks for (comments' text, doctypes, positions).

use crate::node::{DomKind, DomNode};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, Namespace, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::RefCell;

type Index = usize;

#[derive(Default)]
struct Slot {
    data: Data,
    parent: Option<Index>,
    previous: Option<Index>,
    next: Option<Index>,
    first: Option<Index>,
    last: Option<Index>,
}

#[derive(Default)]
enum Data {
    #[default]
    Other,
    Text(StrTendril),
    Element {
        name: QualName,
        attributes: Vec<Attribute>,
        /// The root of a template's contents.
        contents: Option<Index>,
        is_html_point: bool,
    },
}

/// A parsed document; slot 0 is the document itself.
pub(super) struct Document {
    slots: Vec<Slot>,
}

/// What html5ever writes into.
pub(super) struct Sink {
    slots: RefCell<Vec<Slot>>,
}

impl Default for Sink {
    fn default() -> Self {
        Sink {
            slots: RefCell::new(vec![Slot::default()]),
        }
    }
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

impl Sink {
    fn add(&self, data: Data) -> Index {
        let mut slots = self.slots.borrow_mut();
        slots.push(Slot {
            data,
            ..Slot::default()
        });
        slots.len() - 1
    }

    fn detach(&self, node: Index) {
        let slots = &mut *self.slots.borrow_mut();
        let (parent, previous, next) = (
            slots[node].parent.take(),
            slots[node].previous.take(),
            slots[node].next.take(),
        );
        match (previous, parent) {
            (Some(previous), _) => slots[previous].next = next,
            (None, Some(parent)) => slots[parent].first = next,
            (None, None) => {}
        }
        match (next, parent) {
            (Some(next), _) => slots[next].previous = previous,
            (None, Some(parent)) => slots[parent].last = previous,
            (None, None) => {}
        }
    }

    /// Puts a node before `next`, at the end without one. Text joins the text before it.
    fn insert(&self, parent: Index, next: Option<Index>, child: NodeOrText<Index>) {
        let node = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node);
                node
            }
            NodeOrText::AppendText(text) => {
                let slots = &mut *self.slots.borrow_mut();
                let before = next.map_or(slots[parent].last, |next| slots[next].previous);
                if let Some(Data::Text(own)) = before.map(|before| &mut slots[before].data) {
                    own.push_tendril(&text);
                    return;
                }
                slots.push(Slot {
                    data: Data::Text(text),
                    ..Slot::default()
                });
                slots.len() - 1
            }
        };
        let slots = &mut *self.slots.borrow_mut();
        let previous = next.map_or(slots[parent].last, |next| slots[next].previous);
        (slots[node].parent, slots[node].previous, slots[node].next) =
            (Some(parent), previous, next);
        match previous {
            Some(previous) => slots[previous].next = Some(node),
            None => slots[parent].first = Some(node),
        }
        match next {
            Some(next) => slots[next].previous = Some(node),
            None => slots[parent].last = Some(node),
        }
    }
}

/// An element's name, held apart from the arena.
#[derive(Debug)]
pub(super) struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Sink {
    type Handle = Index;
    type Output = Document;
    type ElemName<'a> = Name;

    fn finish(self) -> Document {
        Document {
            slots: self.slots.into_inner(),
        }
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Index {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a Index) -> Name {
        match &self.slots.borrow()[*target].data {
            Data::Element { name, .. } => Name(name.clone()),
            // html5ever asks this of elements only.
            _ => Name(QualName::new(None, ns!(), local_name!(""))),
        }
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Index {
        let contents = flags.template.then(|| self.add(Data::Other));
        let is_html_point = flags.mathml_annotation_xml_integration_point;
        self.add(Data::Element {
            name,
            attributes,
            contents,
            is_html_point,
        })
    }

    fn create_comment(&self, _text: StrTendril) -> Index {
        self.add(Data::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Index {
        self.add(Data::Other)
    }

    fn append(&self, parent: &Index, child: NodeOrText<Index>) {
        self.insert(*parent, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Index,
        previous: &Index,
        child: NodeOrText<Index>,
    ) {
        if self.slots.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(
        &self,
        _name: StrTendril,
        _public: StrTendril,
        _system: StrTendril,
    ) {
    }

    fn get_template_contents(&self, target: &Index) -> Index {
        match &self.slots.borrow()[*target].data {
            Data::Element {
                contents: Some(contents),
                ..
            } => *contents,
            _ => *target,
        }
    }

    fn same_node(&self, x: &Index, y: &Index) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Index, node: NodeOrText<Index>) {
        let parent = self.slots.borrow()[*sibling].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(*sibling), node);
        }
    }

    fn add_attrs_if_missing(&self, target: &Index, more: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &mut self.slots.borrow_mut()[*target].data {
            for attribute in more {
                if attributes.iter().all(|own| own.name != attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Index) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Index, new_parent: &Index) {
        loop {
            let first = self.slots.borrow()[*node].first;
            let Some(child) = first else { break };
            self.insert(*new_parent, None, NodeOrText::AppendNode(child));
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Index) -> bool {
        matches!(
            self.slots.borrow()[*target].data,
            Data::Element {
                is_html_point: true,
                ..
            }
        )
    }

    fn allow_declarative_shadow_roots(&self, _parent: &Index) -> bool {
        false
    }
}
