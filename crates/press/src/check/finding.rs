//! One thing that was found, with what to do about it. Refuses to be without advice.

use std::collections::HashSet;

use super::place::Place;
use crate::source::language_of;

/// How grave a finding is; ordered from the lightest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Could be better.
    Hint,
    /// Something is left out or leads nowhere.
    Warning,
    /// A whole file cannot be used.
    Error,
}

impl Severity {
    /// The word in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// The file, relative to the newsroom's address where it lies below that.
    pub file: String,
    /// Where in the file: a JSON Pointer (RFC 6901), empty for the whole of it. Of a text it is the place in the item that was made of
    /// it.
    pub pointer: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// A name for tools; it stays the same when the sentences change.
    pub code: &'static str,
    /// What is the matter, and what becomes of it: one sentence.
    pub message: String,
    /// What to do.
    pub advice: String,
    /// What is written there, cut short.
    pub value: Option<String>,
}

/// Where an editor of texts describes a photo.
fn alt_advice(text: &str) -> String {
    let (language, explained) = match language_of(text) {
        Some(language) => (language, ""),
        None => ("en".to_owned(), ", with the language of the text"),
    };
    format!("Write `alt {language}: …` below the photo's name in captions.txt{explained}.")
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn add(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds what a folder of texts was told, and gives what was found in the feeds made of it the texts' own names.
    pub(super) fn of_texts(&mut self, place: &Place) {
        for finding in &mut self.0 {
            if let Some((text, pointer)) = place.origin(&finding.file, &finding.pointer) {
                if finding.value.is_none() {
                    finding.value = place.file_at(&finding.file, &finding.pointer);
                }
                if finding.code == "no-alt" {
                    finding.advice = alt_advice(text);
                }
                finding.file = text.to_owned();
                finding.pointer = pointer;
            }
        }
        let problems = place.problems.iter();
        self.0.extend(problems.map(|problem| Finding {
            severity: Severity::Error,
            file: problem.file.clone(),
            pointer: String::new(),
            line: problem.line,
            code: problem.code,
            message: problem.message.clone(),
            advice: problem.advice.clone(),
            value: None,
        }));
    }

    /// By file and place, in the order in which the file has them.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        let mut seen = HashSet::new();
        self.0.retain(|it| {
            seen.insert((
                it.file.clone(),
                it.pointer.clone(),
                it.line,
                it.code,
                it.value.clone(),
            ))
        });
        self.0.sort_by_cached_key(|it| {
            (
                it.file.clone(),
                it.line,
                numbered(&it.pointer),
                std::cmp::Reverse(it.severity),
                it.code,
            )
        });
        self.0
    }
}

/// A pointer's steps, numbers as numbers: `/items/10` comes after `/items/9`.
fn numbered(pointer: &str) -> Vec<(u64, String)> {
    let steps = pointer.split('/').skip(1);
    steps
        .map(|step| match step.parse() {
            Ok(number) => (number, String::new()),
            Err(_) => (u64::MAX, step.to_owned()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_the_order_of_the_file() {
        let mut findings = Findings::default();
        for pointer in ["/items/10/url", "/items/9", "", "/items/10", "/items/9"] {
            findings.add(Finding {
                severity: Severity::Hint,
                file: "feeds/en.json".into(),
                pointer: pointer.into(),
                line: None,
                code: "x",
                message: String::new(),
                advice: String::new(),
                value: None,
            });
        }
        let pointers: Vec<String> = findings.sorted().into_iter().map(|it| it.pointer).collect();
        assert_eq!(pointers, ["", "/items/9", "/items/10", "/items/10/url"]);
    }
}
