//! Writes a [`Document`] as html5ever tells it to.
//! It refuses to correct the parser.

use super::document::{Data, Document, Index, Slot};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ExpandedName, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

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

/// A node as html5ever holds it. The name is at hand: the parser asks for it at every step up its stack.
#[derive(Clone)]
pub(super) struct Handle {
    index: Index,
    name: Rc<QualName>,
}

fn nameless() -> Rc<QualName> {
    Rc::new(QualName::new(None, ns!(), local_name!("")))
}

fn by_index(child: NodeOrText<Handle>) -> NodeOrText<Index> {
    match child {
        NodeOrText::AppendNode(node) => NodeOrText::AppendNode(node.index),
        NodeOrText::AppendText(text) => NodeOrText::AppendText(text),
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Document;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Document {
        Document {
            slots: self.slots.into_inner(),
        }
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle {
            index: 0,
            name: nameless(),
        }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Handle {
        let contents = flags.template.then(|| self.add(Data::Other));
        let name = Rc::new(name);
        let index = self.add(Data::Element {
            name: name.clone(),
            attributes,
            contents,
            is_html_point: flags.mathml_annotation_xml_integration_point,
        });
        Handle { index, name }
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        Handle {
            index: self.add(Data::Other),
            name: nameless(),
        }
    }

    fn create_pi(&self, _target: StrTendril, text: StrTendril) -> Handle {
        self.create_comment(text)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.index, None, by_index(child));
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        if self.slots.borrow()[element.index].parent.is_some() {
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

    fn get_template_contents(&self, target: &Handle) -> Handle {
        match &self.slots.borrow()[target.index].data {
            Data::Element {
                contents: Some(contents),
                ..
            } => Handle {
                index: *contents,
                name: nameless(),
            },
            _ => target.clone(),
        }
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.index == y.index
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, node: NodeOrText<Handle>) {
        let parent = self.slots.borrow()[sibling.index].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(sibling.index), by_index(node));
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &mut self.slots.borrow_mut()[target.index].data {
            for attribute in more {
                if attributes.iter().all(|own| own.name != attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.index);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        loop {
            let first = self.slots.borrow()[node.index].first;
            let Some(child) = first else { break };
            self.insert(new_parent.index, None, NodeOrText::AppendNode(child));
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        matches!(
            self.slots.borrow()[target.index].data,
            Data::Element {
                is_html_point: true,
                ..
            }
        )
    }

    fn allow_declarative_shadow_roots(&self, _parent: &Handle) -> bool {
        false
    }
}
