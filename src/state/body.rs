//! The text of an item on its way through JSON: `markup`'s tree as nested arrays, `["p", {"lang": "ar"}, "text", …]`.
//!
//! Strings of HTML would need the HTML parser and the whole policy in the app; arrays need a name for each element. What is
//! read is checked all the same: an unknown element or attribute is left out, and so is an address that is none of ours.

use std::sync::Arc;

use nashra_feed::json::{FromJson, JsonKind, JsonSource, ToJson, write_member, write_string};
use nashra_markup::{Attribute, Element, MAX_DEPTH, Markup, Node, Tag};

/// A text in `markup`'s normal form; cheap to hand on.
#[derive(Clone, PartialEq)]
pub struct Body(Arc<Markup>);

impl Body {
    /// A text.
    pub fn new(markup: Markup) -> Self {
        Self(Arc::new(markup))
    }

    /// Its tree.
    pub fn markup(&self) -> &Markup {
        &self.0
    }
}

impl ToJson for Body {
    fn write_json(&self, out: &mut String) {
        write_nodes(&self.0.nodes, out, "[");
        out.push(']');
    }
}

/// Depth is bounded by `markup`, so recursion is safe here and below.
fn write_nodes(nodes: &[Node], out: &mut String, open: &str) {
    out.push_str(open);
    for node in nodes {
        if !out.ends_with('[') {
            out.push(',');
        }
        match node {
            Node::Text(text) => write_string(out, text),
            Node::Element(element) => {
                out.push('[');
                write_string(out, element.tag.name());
                if !element.attributes.is_empty() {
                    out.push_str(",{");
                    for (name, value) in &element.attributes {
                        write_member(out, name.name(), value);
                    }
                    out.push('}');
                }
                write_nodes(&element.children, out, "");
                out.push(']');
            }
        }
    }
}

impl FromJson for Body {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        if source.kind() != JsonKind::Array {
            return None;
        }
        let nodes = read_nodes(source, 0, 0);
        Some(Self::new(Markup { nodes }))
    }
}

fn read_nodes<S: JsonSource>(source: &S, first: usize, depth: usize) -> Vec<Node> {
    let nodes = (first..source.len()).filter_map(|index| source.at(index));
    nodes.filter_map(|node| read_node(&node, depth)).collect()
}

fn read_node<S: JsonSource>(source: &S, depth: usize) -> Option<Node> {
    if let Some(text) = source.as_string() {
        return Some(Node::Text(text));
    }
    if depth > MAX_DEPTH {
        return None;
    }
    let name = source.at(0)?.as_string()?;
    let tag = *Tag::ALL.iter().find(|tag| tag.name() == name)?;
    let attributes = source
        .at(1)
        .filter(|value| value.kind() == JsonKind::Object);
    let first = if attributes.is_some() { 2 } else { 1 };
    let children = read_nodes(source, first, depth + 1);
    let attributes = attributes
        .map(|attributes| read_attributes(&attributes))
        .unwrap_or_default();
    Some(Node::Element(Element {
        tag,
        attributes,
        children,
    }))
}

fn read_attributes<S: JsonSource>(source: &S) -> Vec<(Attribute, String)> {
    let known = Attribute::ALL.iter().filter_map(|attribute| {
        let value = source.get(attribute.name())?.as_string()?;
        let is_address = matches!(attribute, Attribute::Href | Attribute::Src);
        (!is_address || is_safe_address(&value)).then_some((*attribute, value))
    });
    known.collect()
}

/// Paths, fragments and the schemes that `feed.md` allows. Addresses were normalised by a URL parser when they were written,
/// so no white space or control stands in them and schemes are in lower case.
fn is_safe_address(url: &str) -> bool {
    ["/", "#", "https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|start| url.starts_with(start))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn read(html: &str) -> Markup {
        let context = nashra_markup::Context {
            base_url: None,
            id_prefix: "",
            resolve: &|_, url| Some(url.to_owned()),
        };
        nashra_markup::read_html(html, &context)
    }

    #[test]
    fn comes_back_as_it_was() {
        let check = |html: &str| {
            let body = Body::new(read(html));
            let json = nashra_feed::json::to_json(&body);
            let value = nashra_feed::parse_json(json.as_bytes())
                .unwrap_or_else(|error| panic!("{json}: {error}"));
            let back = Body::from_json(&&value).unwrap_or_else(|| panic!("{json}"));
            assert!(back == body, "{json}");
        };
        check("");
        check("text \"quoted\" \\ back");
        check("<p lang=fr dir=ltr>un <b>deux</b></p><ul><li>a<li>b</ul>");
        check("<p><a href='https://a.example/?x=1&amp;y=2'>link</a></p>");
    }

    #[test]
    fn nothing_unknown_is_built() {
        let check = |json: &str, expect: &str| {
            let value = nashra_feed::parse_json(json.as_bytes())
                .unwrap_or_else(|error| panic!("{json}: {error}"));
            let body = Body::from_json(&&value).unwrap_or_else(|| panic!("{json}"));
            assert_eq!(body.markup().to_html(), expect, "{json}");
        };
        check(r#"[["script",{},"alert(1)"],["p","ok"]]"#, "<p>ok</p>");
        check(r#"[["p",{"onclick":"x()","style":"y"},"ok"]]"#, "<p>ok</p>");
        check(
            r#"[["p",["a",{"href":"javascript:x()"},"ok"]]]"#,
            "<p><a>ok</a></p>",
        );
        check(r#"[1,null,{},["p"]]"#, "<p></p>");
    }
}
