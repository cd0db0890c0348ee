//! Texts and links that a newsroom has in several languages. Refuses to choose by anything but the tag.

use crate::plain_text;
use crate::pointer::Path;
use crate::read::Context;
use crate::web_url::Link;
use crate::wire::ByLanguage;

/// A text in some languages.
pub type TextByLanguage = InLanguages<String>;

/// A link in some languages.
pub type LinkByLanguage = InLanguages<Link>;

/// Values by language, sorted by tag.
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
pub(super) fn text(
    wire: Option<ByLanguage>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> TextByLanguage {
    each(wire, path, context, |text, _, _| plain_text::block(&text))
}

/// Reads a link.
pub(super) fn link(
    wire: Option<ByLanguage>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> LinkByLanguage {
    each(wire, path, context, |text, path, context| {
        context.link(Some(text), path)
    })
}

fn each<T>(
    wire: Option<ByLanguage>,
    path: &Path<'_>,
    context: &mut Context<'_>,
    read: fn(String, &Path<'_>, &mut Context<'_>) -> Option<T>,
) -> InLanguages<T> {
    let mut entries = Vec::new();
    match wire {
        None => {}
        Some(ByLanguage::Same(text)) => {
            let value = read(text, path, context);
            entries.extend(value.map(|value| ("und".to_owned(), value)));
        }
        Some(ByLanguage::Each(map)) => {
            for (key, text) in map.0 {
                let path = path.key(&key);
                let tag = context.language(Some(key.clone()), &path);
                let value = text.and_then(|text| read(text, &path, context));
                entries.extend(tag.zip(value));
            }
        }
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    InLanguages { entries }
}
