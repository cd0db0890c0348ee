//! The tree as HTML: exactly what [`super::dom`] finds when it hydrates, with no white space and no markers added.

use super::{Child, El, Inside};

impl El {
    /// Appends the element to `out`.
    pub fn write_html(&self, out: &mut String) {
        let parts = &*self.0;
        out.push('<');
        out.push_str(parts.tag);
        for (name, value) in &parts.attributes {
            attribute(out, name, value);
        }
        for (name, value) in &parts.live_attributes {
            attribute(out, name, &value());
        }
        out.push('>');
        if is_void(parts.tag) {
            return;
        }
        match &parts.inside {
            Inside::Children => {
                for child in &parts.children {
                    match child {
                        Child::Text(text) => escape(out, text, false),
                        Child::Element(element) => element.write_html(out),
                    }
                }
            }
            Inside::Live(text) => escape(out, &text(), false),
            // The one string that is markup already: `markup` writes it from a tree that holds nothing else.
            Inside::Content(body) => out.push_str(
                &body
                    .as_ref()
                    .map(|body| body.markup().to_html())
                    .unwrap_or_default(),
            ),
        }
        out.push_str("</");
        out.push_str(parts.tag);
        out.push('>');
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value, true);
    out.push('"');
}

/// HTML Standard, section 13.3 "Serializing HTML fragments": what must be escaped in a text or an attribute.
fn escape(out: &mut String, text: &str, is_attribute: bool) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if is_attribute => out.push_str("&quot;"),
            // The parser would read a line feed.
            '\r' => out.push_str("&#13;"),
            _ => out.push(character),
        }
    }
}

/// HTML Standard, section 13.1.2 "Void elements", as far as components use them.
fn is_void(tag: &str) -> bool {
    matches!(
        tag,
        "img" | "input" | "br" | "hr" | "source" | "wbr" | "track"
    )
}

#[cfg(test)]
mod tests {
    use crate::view::{El, el};

    fn check(element: El, expect: &str) {
        let mut out = String::new();
        element.write_html(&mut out);
        assert_eq!(out, expect);
    }

    #[test]
    fn writes_what_a_parser_reads_back() {
        check(el("p").text("a < b & c"), "<p>a &lt; b &amp; c</p>");
        check(el("p").text("a").text("").text("b"), "<p>ab</p>");
        check(
            el("a").attr("title", "\"<&>\""),
            "<a title=\"&quot;&lt;&amp;&gt;&quot;\"></a>",
        );
        check(el("img").attr("alt", ""), "<img alt=\"\">");
        check(
            el("p").attr_opt("lang", None).attr_if(false, "hidden", ""),
            "<p></p>",
        );
        check(
            el("svg").class("icon").child(el("path").attr("d", "M0 0")),
            "<svg class=\"icon\"><path d=\"M0 0\"></path></svg>",
        );
        check(
            el("p").live_text(|| "<now>".to_owned()),
            "<p>&lt;now&gt;</p>",
        );
        check(
            el("b").live_attr("title", || "x".to_owned()),
            "<b title=\"x\"></b>",
        );
    }
}
