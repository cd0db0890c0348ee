//! What every test of the policy asks: is it in normal form, and is it harmless?

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use nashra_markup::{Attribute, Context, Markup, Node, Tag, read_html, resolve};

/// Where the tests' content stands.
pub(crate) const CONTEXT: Context<'static> = Context {
    base_url: Some("https://news.example/a/b"),
    id_prefix: "c-",
    resolve: &resolve,
};

/// Reads, and checks everything that holds for any input.
pub(crate) fn read_checked(html: &str) -> Result<Markup, String> {
    let markup = read_html(html, &CONTEXT);
    check(&markup)?;
    Ok(markup)
}

/// Normal form, for a parser and for the policy; and nothing in it that is not allowed.
pub(crate) fn check(markup: &Markup) -> Result<(), String> {
    let written = markup.to_html();
    let in_tree = lines_of_tree(&markup.nodes, 0);
    let in_document = lines_of_document(&written)?;
    if in_tree != in_document {
        return Err(format!(
            "not in normal form: {written}\nTREE\n{in_tree}\nDOCUMENT\n{in_document}"
        ));
    }
    let again = read_html(&written, &CONTEXT);
    if again != *markup {
        return Err(format!(
            "read again it is another:\n{written}\n{}",
            again.to_html()
        ));
    }
    Ok(())
}

fn lines_of_tree(nodes: &[Node], depth: usize) -> String {
    let mut lines = String::new();
    for node in nodes {
        match node {
            Node::Text(text) => lines.push_str(&format!("{depth} {text:?}\n")),
            Node::Element(element) => {
                let attributes: Vec<_> = element
                    .attributes
                    .iter()
                    .map(|(name, value)| format!("{}={value:?}", name.name()))
                    .collect();
                lines.push_str(&format!(
                    "{depth} <{} {}>\n",
                    element.tag.name(),
                    attributes.join(" ")
                ));
                lines.push_str(&lines_of_tree(&element.children, depth + 1));
            }
        }
    }
    lines
}

/// The same for a parsed document; an error when it holds what is not allowed.
fn lines_of_document(html: &str) -> Result<String, String> {
    let tree_builder = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let options = ParseOpts {
        tree_builder,
        ..ParseOpts::default()
    };
    let dom: RcDom =
        parse_document(RcDom::default(), options).from_iter(["<!doctype html><body>", html]);
    let root = dom.document.children.borrow()[1].clone();
    let body = root.children.borrow()[1].clone();
    let mut lines = String::new();
    for child in body.children.borrow().iter() {
        write_node(&mut lines, child, 0)?;
    }
    Ok(lines)
}

fn write_node(lines: &mut String, node: &Handle, depth: usize) -> Result<(), String> {
    // Counted from 0: the text in the deepest element stands at the cap.
    if depth > nashra_markup::MAX_DEPTH {
        return Err("too deep".to_owned());
    }
    match &node.data {
        NodeData::Text { contents } => {
            lines.push_str(&format!("{depth} {:?}\n", contents.borrow().to_string()))
        }
        NodeData::Element { name, attrs, .. } => {
            let tag = name.local.to_string();
            if !Tag::ALL.iter().any(|allowed| allowed.name() == tag) {
                return Err(format!("element {tag}"));
            }
            let mut words = Vec::new();
            for attribute in attrs.borrow().iter() {
                let (name, value) = (
                    attribute.name.local.to_string(),
                    attribute.value.to_string(),
                );
                check_attribute(&name, &value)?;
                words.push(format!("{name}={value:?}"));
            }
            lines.push_str(&format!("{depth} <{tag} {}>\n", words.join(" ")));
        }
        _ => return Err("neither text nor element".to_owned()),
    }
    for child in node.children.borrow().iter() {
        write_node(lines, child, depth + 1)?;
    }
    Ok(())
}

fn check_attribute(name: &str, value: &str) -> Result<(), String> {
    if !Attribute::ALL.iter().any(|allowed| allowed.name() == name) {
        return Err(format!("attribute {name}"));
    }
    let is_allowed = match name {
        "href" => ["http://", "https://", "mailto:", "tel:", "#c-"]
            .iter()
            .any(|scheme| value.starts_with(scheme)),
        "src" => value.starts_with("http://") || value.starts_with("https://"),
        "srcset" => value
            .split(", ")
            .all(|url| url.starts_with("http://") || url.starts_with("https://")),
        "id" => value.starts_with("c-") && value.len() > 2,
        _ => true,
    };
    if is_allowed {
        Ok(())
    } else {
        Err(format!("{name} is {value:?}"))
    }
}
