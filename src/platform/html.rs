//! `markup`'s tree built into the document, node by node. It never writes markup into the page.

use nashra_markup::{Markup, Node as MarkupNode};
use web_sys::{Document, Element, Node};

/// Builds `markup` into `element`.
pub fn fill(element: &Element, markup: &Markup) {
    if let Some(document) = element.owner_document() {
        build(&document, element, &markup.nodes);
    }
}

/// Depth is bounded by `markup` at 64, so recursion is safe here.
fn build(document: &Document, parent: &Node, nodes: &[MarkupNode]) {
    for node in nodes {
        let child: Node = match node {
            MarkupNode::Text(text) => document.create_text_node(text).into(),
            MarkupNode::Element(element) => {
                let Ok(child) = document.create_element(element.tag.name()) else {
                    continue;
                };
                for (name, value) in &element.attributes {
                    let _ = child.set_attribute(name.name(), value);
                }
                build(document, &child, &element.children);
                child.into()
            }
        };
        let _ = parent.append_child(&child);
    }
}
