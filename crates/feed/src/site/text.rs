//! Texts and links that a newsroom has in several languages. Refuses to choose by anything but the tag.

use crate::plain_text;
use crate::read::{Context, Node};
use crate::web_url::Link;

/// A text in some languages.
pub type TextByLanguage = InLanguages<String>;

/// A link in some languages.
pub type LinkByLanguage = InLanguages<Link>;

/// Values by language, in the order of their tags.
#[derive(Clone, Debug, PartialEq)]
pub struct InLanguages<T> {
    /// (BCP 47 tag in canonical case, value). `und` is the tag of a value for every language.
    entries: Vec<(String, T)>,
}

impl<T> Default for InLanguages<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
        }
    }
}

impl<T> InLanguages<T> {
    /// Whether there is no value in any language.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All of them: (tag, value). The tag `und` says nothing about the language.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries
            .iter()
            .map(|(tag, value)| (tag.as_str(), value))
    }

    /// The value for a language and the tag that it was written under: for the tag itself, else for the tag with
    /// ever fewer subtags (RFC 4647, section 3.4), else the one for every language. `None`: the caller may try
    /// another language.
    pub fn get(&self, tag: &str) -> Option<(&str, &T)> {
        let mut wanted = tag;
        loop {
            if let Some(found) = self.exactly(wanted) {
                return Some(found);
            }
            match wanted.rsplit_once('-') {
                Some((shorter, _)) => wanted = shorter,
                None => return self.exactly("und"),
            }
        }
    }

    fn exactly(&self, wanted: &str) -> Option<(&str, &T)> {
        self.iter().find(|(tag, _)| *tag == wanted)
    }
}

/// Reads a text.
pub(super) fn text(node: &Node<'_>, key: &str, context: &mut Context<'_>) -> TextByLanguage {
    let mut entries = Vec::new();
    visit(&node.get(key), context, &mut |tag, node, _| {
        let text = node.text().and_then(plain_text::block);
        entries.extend(text.map(|text| (tag, text)));
    });
    InLanguages { entries }
}

/// Reads a link.
pub(super) fn link(node: &Node<'_>, key: &str, context: &mut Context<'_>) -> LinkByLanguage {
    let mut entries = Vec::new();
    visit(&node.get(key), context, &mut |tag, node, context| {
        if let Some(text) = node.text() {
            let link = Link::new(context.urls, Some(context.base), text);
            let link = context.keep(link, &node.path);
            entries.extend(link.map(|link| (tag, link)));
        }
    });
    InLanguages { entries }
}

/// What stands under each language, or under `und` when one value stands for all of them.
#[inline(never)]
fn visit(
    node: &Node<'_>,
    context: &mut Context<'_>,
    add: &mut dyn FnMut(String, &Node<'_>, &mut Context<'_>),
) {
    if node.text().is_some() {
        add("und".to_owned(), node, context);
    }
    for (key, value) in node.entries() {
        let entry = Node::new(value, node.path.key(key));
        if let Some(tag) = context.language_tag(key, &entry.path) {
            add(tag, &entry, context);
        }
    }
}
