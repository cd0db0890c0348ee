//! Messages as data: a flat map from key to template, in the form of i18next JSON v4.
//!
//! A missing key is never an error and never a panic: the key itself is shown, and the tests of this
//! room see to it that none is missing.

use crate::plural::PluralCategory;

/// The messages of one language (`locales/ar.json`), in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Messages {
    /// Sorted by key: a binary search costs less code in wasm than a hash map.
    entries: Vec<(String, String)>,
}

impl Messages {
    /// Takes keys and templates in any order; of a repeated key the last one stays, as in JSON objects.
    pub fn new<K: Into<String>, T: Into<String>>(pairs: impl IntoIterator<Item = (K, T)>) -> Self {
        let mut entries: Vec<(String, String)> = Vec::new();
        for (key, template) in pairs {
            let (key, template) = (key.into(), template.into());
            // Files are a few hundred keys long: inserting in place costs less code in wasm than sorting.
            match entries.binary_search_by(|entry| entry.0.cmp(&key)) {
                Ok(at) => entries[at].1 = template,
                Err(at) => entries.insert(at, (key, template)),
            }
        }
        Self { entries }
    }

    /// The template under a key, or the key itself.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The template under a key, for callers that have another answer when it is missing.
    pub fn find(&self, key: &str) -> Option<&str> {
        let at = self
            .entries
            .binary_search_by(|entry| entry.0.as_str().cmp(key))
            .ok()?;
        Some(&self.entries[at].1)
    }

    /// The form of a counted message: `report.pages` with [`PluralCategory::Few`] reads
    /// `report.pages_few`, else `report.pages_other`, else gives the key.
    pub fn plural<'a>(&'a self, key: &'a str, category: PluralCategory) -> &'a str {
        [category, PluralCategory::Other]
            .iter()
            .find_map(|category| self.find(&[key, category.suffix()].concat()))
            .unwrap_or(key)
    }

    /// Keys and templates in the order of their keys, for inlining a newsroom's messages in a page.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries
            .iter()
            .map(|(key, template)| (key.as_str(), template.as_str()))
    }
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words to show as they stand.
    Text(&'a str),
    /// The name between `{{` and `}}`, trimmed: the view puts a `<bdi>`, a link or a number here.
    Slot(&'a str),
}

/// Cuts a template at its `{{name}}` slots. Braces that do not close are text.
pub fn parts(template: &str) -> Vec<Part<'_>> {
    let mut out = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = cut_at(rest, b"{{") {
        let Some((name, tail)) = cut_at(after, b"}}") else {
            break;
        };
        if !before.is_empty() {
            out.push(Part::Text(before));
        }
        out.push(Part::Slot(name.trim()));
        rest = tail;
    }
    if !rest.is_empty() {
        out.push(Part::Text(rest));
    }
    out
}

/// `str::split_once` for two ASCII bytes, without the general string searcher in the wasm.
fn cut_at<'a>(text: &'a str, mark: &[u8; 2]) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(2).position(|pair| pair == mark)?;
    Some((text.get(..at)?, text.get(at + 2..)?))
}

/// Puts values into the `{{name}}` slots of a template; a slot without a value stays as written, so
/// that it is noticed. Values are put in once, never read as templates. A value whose direction may
/// differ from the sentence's goes through [`isolate`] first, or through [`parts`] into a `<bdi>`.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    for part in parts(template) {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Slot(name) => match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => out.push_str(value),
                None => {
                    out.push_str("{{");
                    out.push_str(name);
                    out.push_str("}}");
                }
            },
        }
    }
    out
}

/// Wraps a value in FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9, section 2.4), for plain-text
/// places such as `title`, `alt` and messages to be copied. In markup use `<bdi>`.
pub fn isolate(text: &str) -> String {
    ["\u{2068}", text, "\u{2069}"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Messages {
        Messages::new([
            ("b", "second"),
            ("pages_other", "{{count}} pages"),
            ("a", "old"),
            ("pages_one", "one page"),
            ("a", "first"),
        ])
    }

    #[test]
    fn finds_messages_and_falls_back_to_the_key() {
        let messages = sample();
        let check = |key: &str, expect: &str| assert_eq!(messages.get(key), expect);
        check("a", "first");
        check("b", "second");
        check("missing.key", "missing.key");
        check("", "");
    }

    #[test]
    fn falls_back_to_other_among_plural_forms() {
        let messages = sample();
        let check =
            |key: &str, category, expect: &str| assert_eq!(messages.plural(key, category), expect);
        check("pages", PluralCategory::One, "one page");
        check("pages", PluralCategory::Few, "{{count}} pages");
        check("pages", PluralCategory::Other, "{{count}} pages");
        check("photos", PluralCategory::Few, "photos");
    }

    #[test]
    fn fills_slots_once() {
        let check = |template: &str, expect: &str| {
            assert_eq!(
                fill(template, &[("a", "1"), ("b", "{{a}}")]),
                expect,
                "{template}"
            );
        };
        check("", "");
        check("no slot", "no slot");
        check("{{a}}", "1");
        check("x {{ a }} y {{b}}.", "x 1 y {{a}}.");
        check("{{missing}}!", "{{missing}}!");
        check("{{a", "{{a");
        check("a}} {{a}}", "a}} 1");
        check("«{{a}}»", "«1»");
    }

    #[test]
    fn keeps_slots_apart_for_views() {
        assert_eq!(
            parts("من {{start}} إلى {{end}}"),
            [
                Part::Text("من "),
                Part::Slot("start"),
                Part::Text(" إلى "),
                Part::Slot("end")
            ]
        );
        assert_eq!(parts("{{a"), [Part::Text("{{a")]);
        assert_eq!(isolate("A"), "\u{2068}A\u{2069}");
    }
}
