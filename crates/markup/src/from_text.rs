//! Plain text (an item's `content_text`) as a tree.
//! It refuses to guess: bare URLs stay text, for nothing says where one ends in running Arabic.

use crate::policy::clean;
use crate::tree::{Element, Markup, Node};
use crate::vocabulary::Tag;

/// Paragraphs where the text has blank lines, `br` where it has single line breaks.
pub fn from_text(text: &str) -> Markup {
    let text = clean(&text.replace("\r\n", "\n").replace('\r', "\n"));
    let mut markup = Markup::default();
    let mut paragraph = Vec::new();
    // One more blank line ends the last paragraph.
    for line in text.lines().chain([""]) {
        let line = line.trim_matches(|c: char| c.is_ascii_whitespace());
        if !line.is_empty() {
            if !paragraph.is_empty() {
                paragraph.push(Node::Element(Element::new(Tag::Br, Vec::new())));
            }
            paragraph.push(Node::Text(line.to_owned()));
        } else if !paragraph.is_empty() {
            let children = std::mem::take(&mut paragraph);
            markup.nodes.push(Node::Element(Element {
                tag: Tag::P,
                attributes: Vec::new(),
                children,
            }));
        }
    }
    markup
}
