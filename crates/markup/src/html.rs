//! The tree written as HTML, exactly as it is published.
//! It refuses to be clever: every end tag is written, every attribute quoted.

use crate::tree::{Markup, Step};

impl Markup {
    /// The tree as HTML. Parsed after `<!doctype html><body>`, it gives the tree back.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        for step in self.walk() {
            match step {
                Step::Text(text) => escape(&mut html, text),
                Step::Open(element) => {
                    html.push('<');
                    html.push_str(element.tag.name());
                    for (name, value) in &element.attributes {
                        html.push(' ');
                        html.push_str(name.name());
                        html.push_str("=\"");
                        escape(&mut html, value);
                        html.push('"');
                    }
                    html.push('>');
                }
                Step::Close(element) if element.tag.is_void() => {}
                Step::Close(element) => {
                    html.push_str("</");
                    html.push_str(element.tag.name());
                    html.push('>');
                }
            }
        }
        html
    }
}

/// `<` and `>` are escaped in attributes too: a reader that gets quoting wrong finds no tag there.
fn escape(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\u{a0}' => html.push_str("&nbsp;"),
            other => html.push(other),
        }
    }
}
