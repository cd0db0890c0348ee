//! The text of an item: the files and pages of the newsroom that it names. Refuses to judge how it is written.

use nashra_feed::Item;
use nashra_markup::{Attribute, Context, Node, read_html, resolve};

use super::finding::Severity;
use super::items::At;
use super::page::{Note, short};
use super::place::State;

const MEMBER: &str = "/content_html";

/// Looks at every link and picture; gives those that may be pages of ours: (pointer, address).
pub(super) fn check(at: &mut At<'_>, item: &Item) -> Vec<(String, String)> {
    let mut links = Vec::new();
    let Some(html) = item.content.as_ref().and_then(|content| content.html()) else {
        return links;
    };
    let context = Context {
        base_url: Some(&item.base_url),
        id_prefix: "",
        resolve: &resolve,
    };
    let markup = read_html(html, &context);
    if markup.is_empty() && !html.trim().is_empty() {
        at.note(
            MEMBER,
            Note {
                severity: Severity::Warning,
                code: "nothing-left",
                message:
                    "Nothing of this text may be shown: it holds scripts, forms or frames alone."
                        .to_owned(),
                advice: "Write the text itself as HTML, and link what cannot be shown.",
            },
        );
    }
    for url in addresses(&markup.nodes) {
        let Some(path) = url.strip_prefix(at.place.base()) else {
            at.place.file(&url);
            continue;
        };
        // A page of ours is no file in the newsroom's folder; whether it is published, all feeds together tell.
        if is_page(path) {
            links.push(([at.pointer, MEMBER].concat(), path.to_owned()));
        } else if at.place.file(&url) == State::Missing {
            let note = Note {
                severity: Severity::Warning,
                code: "missing-file",
                message: "The text links or shows a file that is not there.".to_owned(),
                advice: "Put the file there, or correct the address: it is relative to the file that holds it.",
            };
            let pointer = [at.pointer, MEMBER].concat();
            let shown = Some(short(&at.place.name(&url)));
            at.page.note_value(&pointer, note, shown, at.findings);
        }
    }
    links
}

/// Whether the last segment has no extension.
fn is_page(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let name = path.rsplit('/').next().unwrap_or(path);
    !name.contains('.')
}

/// What the text links and shows, without fragments of its own.
fn addresses(nodes: &[Node]) -> Vec<String> {
    let mut urls: Vec<String> = Vec::new();
    let mut lists = vec![nodes];
    while let Some(nodes) = lists.pop() {
        for node in nodes {
            let Node::Element(element) = node else {
                continue;
            };
            for (name, value) in &element.attributes {
                match name {
                    Attribute::Href | Attribute::Src if value.starts_with("http") => {
                        urls.push(value.clone());
                    }
                    Attribute::Srcset => {
                        let candidates = value.split(", ");
                        let candidates = candidates.filter_map(|one| one.split(' ').next());
                        urls.extend(candidates.map(str::to_owned));
                    }
                    _ => {}
                }
            }
            lists.push(&element.children);
        }
    }
    urls.sort();
    urls.dedup();
    urls
}
