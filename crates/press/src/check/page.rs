//! A file as it is looked at: its name in the report, its JSON, and where in it an item stands. Refuses to decide anything.

use std::collections::HashMap;

use nashra_feed::{FeedWarning, Json, JsonSource};

use super::finding::{Finding, Findings, Severity};
use super::problems;

/// What of a value is shown.
const VALUE_LENGTH: usize = 60;

/// A parsed file.
pub(super) struct Page<'a> {
    /// Its name in the report.
    pub(super) file: String,
    /// What is in it.
    pub(super) json: &'a Json<'a>,
}

/// What a finding is, without where it is.
pub(super) struct Note {
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) advice: &'static str,
}

impl Page<'_> {
    /// What the reader left out of this file.
    pub(super) fn warn(&self, warnings: &[FeedWarning], findings: &mut Findings) {
        for warning in warnings {
            let words = problems::words(warning.problem);
            let note = Note {
                severity: words.severity,
                code: words.code,
                message: words.message,
                advice: words.advice,
            };
            self.note(&warning.pointer, note, findings);
        }
    }

    /// Something about a place in this file; what is written there goes with it.
    pub(super) fn note(&self, pointer: &str, note: Note, findings: &mut Findings) {
        let value = self.value(pointer);
        self.note_value(pointer, note, value, findings);
    }

    /// The same with another value: a link within a text, for example.
    pub(super) fn note_value(
        &self,
        pointer: &str,
        note: Note,
        value: Option<String>,
        findings: &mut Findings,
    ) {
        findings.add(Finding {
            severity: note.severity,
            file: self.file.clone(),
            pointer: pointer.to_owned(),
            line: None,
            code: note.code,
            message: note.message,
            advice: note.advice.to_owned(),
            value,
        });
    }

    /// The simple value at a pointer, cut short; `None` for lists and objects, and where there is none.
    fn value(&self, pointer: &str) -> Option<String> {
        let mut at = self.json;
        for step in pointer.split('/').skip(1) {
            let key = step.replace("~1", "/").replace("~0", "~");
            at = match at {
                Json::Array(_) => (&at).at(key.parse().ok()?)?,
                _ => (&at).get(&key)?,
            };
        }
        let text = match at {
            Json::String(text) => text.to_string(),
            Json::Number(number) => number.to_string(),
            Json::Bool(value) => value.to_string(),
            _ => return None,
        };
        Some(short(&text))
    }

    /// Where the items stand that the reader may have kept: by id, the first of each.
    pub(super) fn items(&self) -> HashMap<String, usize> {
        let mut places = HashMap::new();
        let Some(items) = self.json.get("items") else {
            return places;
        };
        for index in 0..items.len() {
            let id = items.at(index).and_then(|item| item.get("id"));
            let text = id.and_then(|id| match id {
                Json::String(text) => Some(text.trim().to_owned()),
                Json::Number(number) => Some(number.to_string()),
                _ => None,
            });
            if let Some(id) = text {
                places.entry(id).or_insert(index);
            }
        }
        places
    }
}

/// A value as it is shown.
pub(super) fn short(text: &str) -> String {
    let mut out: String = text.chars().take(VALUE_LENGTH).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_values_and_items() {
        let text =
            r#"{ "items": [{ "title": "x" }, { "id": 7, "a/b": [true, "y"] }, { "id": "7" }] }"#;
        let json =
            nashra_feed::parse_json(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        let page = Page {
            file: "feed.json".into(),
            json: &json,
        };
        let check = |pointer: &str, expect: Option<&str>| {
            assert_eq!(page.value(pointer).as_deref(), expect, "{pointer}");
        };
        check("/items/0/title", Some("x"));
        check("/items/1/a~1b/1", Some("y"));
        check("/items/1/a~1b/0", Some("true"));
        check("/items/1", None);
        check("/items/9/title", None);
        check("", None);
        assert_eq!(page.items(), HashMap::from([("7".to_owned(), 1)]));
    }
}
