//! The tree in the browser, built once and left alone: without Leptos, which a module that patches nothing need not carry.

use super::{Child, El, namespace};
use crate::platform::dom::Dom;

/// Builds `element` as the last child of `parent`. What is built is the page's from then on: views with listeners or live parts are
/// [`dom`](super::dom)'s.
pub fn append(element: El, parent: &Dom) {
    if let Some(node) = build(element, parent) {
        parent.push(&node);
    }
}

fn build(element: El, beside: &Dom) -> Option<Dom> {
    let parts = *element.0;
    let node = beside.make(parts.tag, namespace(parts.tag))?;
    for (name, value) in &parts.attributes {
        // A host's policy may forbid the attribute, and then would report it; what a script sets is its own.
        if *name == "style" {
            node.set_all_styles(value);
        } else {
            node.set(name, value);
        }
    }
    for child in parts.children {
        match child {
            Child::Text(text) => node.push_text(&text),
            Child::Element(element) => {
                if let Some(child) = build(element, beside) {
                    node.push(&child);
                }
            }
        }
    }
    Some(node)
}
