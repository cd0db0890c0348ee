//! Texts and links that a newsroom has in several languages. Refuses to choose by anything but the tag.

use crate::plain_text;
use crate::read::{Context, Node};
use crate::warnings::FeedProblem;
use crate::web_url::Link;
use crate::wire::Value;

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
    each(&node.get(key), context, |text, _| {
        plain_text::block(text).ok_or(None)
    })
}

/// Reads a link.
pub(super) fn link(node: &Node<'_>, key: &str, context: &mut Context<'_>) -> LinkByLanguage {
    each(&node.get(key), context, |text, context| {
        Link::new(context.urls, Some(context.base), text).map_err(Some)
    })
}

/// A value's reading: what it comes to, or what is wrong with it, if there is anything to say.
type Read<T> = fn(&str, &Context<'_>) -> Result<T, Option<FeedProblem>>;

fn each<T>(node: &Node<'_>, context: &mut Context<'_>, read: Read<T>) -> InLanguages<T> {
    let mut entries: Vec<(String, T)> = Vec::new();
    let one = [("und".to_owned(), Value::Nothing)];
    let is_one = node.text().is_some();
    for (key, value) in if is_one { &one } else { node.entries() } {
        let entry = if is_one {
            *node
        } else {
            Node::new(value, node.path.key(key))
        };
        let (Some(tag), Some(text)) = (context.language_tag(key, &entry.path), entry.text()) else {
            continue;
        };
        match read(text, context) {
            Ok(value) => entries.push((tag, value)),
            Err(Some(problem)) => context.log.add(&entry.path, problem),
            Err(None) => {}
        }
    }
    InLanguages { entries }
}
