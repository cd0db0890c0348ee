//! `captions.txt`: what stands below photos and who took them, in plain lines, for all photos of a folder.
//!
//! ```text
//! hall.jpg
//! ar: القاعة قبل الافتتاح
//! en: The hall before the opening
//! alt en: Rows of empty chairs before a stage
//! credit: Noor Haddad
//! ```
//!
//! In `captions.en.txt` a line without a word and colon before it is the caption in that language. It refuses files that are not
//! there and languages that the newsroom does not have.

use std::collections::HashMap;

use nashra_feed::language_tag;

use super::media::{beside, extension_of};
use super::problem::Log;
use super::tree::{CaptionFile, folder_of};

/// What can be said of a photo or a file.
const FIELDS: [&str; 5] = ["caption", "alt", "credit", "rights", "title"];

/// What is said of files, by their path.
#[derive(Default)]
pub(super) struct Captions(HashMap<String, Vec<Said>>);

struct Said {
    field: &'static str,
    /// For this language alone.
    tag: Option<String>,
    text: String,
}

impl Captions {
    /// What is said of a file in a language, else in none.
    pub(super) fn get(&self, path: &str, tag: &str, field: &str) -> Option<&str> {
        let said = self.0.get(path)?.iter().filter(|it| it.field == field);
        let own = said.clone().find(|it| it.tag.as_deref() == Some(tag));
        let found = own.or_else(|| said.clone().find(|it| it.tag.is_none()));
        found.map(|it| &*it.text)
    }

    /// Adds a file of captions. `tags` are the newsroom's languages, `files` all files of the newsroom's folder.
    pub(super) fn read(
        &mut self,
        file: &CaptionFile,
        text: &str,
        tags: &[String],
        files: &[String],
        log: &mut Log<'_>,
    ) {
        let mut subject: Option<Vec<Said>> = None;
        let mut path = String::new();
        for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if is_file_name(line) {
                self.put(&path, subject.take());
                path = beside(folder_of(&file.path), line).unwrap_or_default();
                if !files.contains(&path) {
                    log.add(
                        at + 1,
                        "missing-file",
                        format!("There is no file {line:?}."),
                        "Put the photo beside the captions, or correct its name: capitals count.",
                    );
                }
                subject = Some(Vec::new());
                continue;
            }
            let Some(subject) = &mut subject else {
                log.add(
                    at + 1,
                    "bad-captions",
                    "This line belongs to no photo.",
                    "Write the photo's file name in a line of its own above it.",
                );
                continue;
            };
            match said(line, file.tag.as_deref(), tags) {
                Ok(said) => subject.push(said),
                Err(tag) => log.add(
                    at + 1,
                    "unknown-language",
                    format!("The newsroom has no language {tag:?}."),
                    format!(
                        "Write one of {}, or add it to the newsroom's languages.",
                        tags.join(", ")
                    ),
                ),
            }
        }
        self.put(&path, subject);
    }

    fn put(&mut self, path: &str, said: Option<Vec<Said>>) {
        if let Some(said) = said {
            self.0.entry(path.to_owned()).or_default().extend(said);
        }
    }
}

/// A line of its own that is the name of a picture or document.
fn is_file_name(line: &str) -> bool {
    let extension = extension_of(line);
    let is_short = (2..=5).contains(&extension.len());
    is_short && extension.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !line.contains(':')
}

/// What a line says; the tag of a language that the newsroom does not have.
fn said(line: &str, of_file: Option<&str>, tags: &[String]) -> Result<Said, String> {
    let caption = |tag: Option<String>, text: &str| Said {
        field: FIELDS[0],
        tag,
        text: text.to_owned(),
    };
    let own = of_file.map(str::to_owned);
    let Some((head, text)) = line.split_once(':') else {
        return Ok(caption(own, line));
    };
    let text = text.trim();
    let mut words = head.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    let field = FIELDS
        .iter()
        .find(|field| field.eq_ignore_ascii_case(first));
    let tag = match (field, second) {
        (Some(_), Some(tag)) => tag,
        (Some(field), None) => {
            return Ok(Said {
                field,
                tag: own,
                text: text.to_owned(),
            });
        }
        (None, None) => first,
        (None, Some(_)) => return Ok(caption(own, line)),
    };
    // A word of two or three letters before a colon is a language; any other may begin a caption.
    let is_tag = words.next().is_none() && tag.split('-').next().is_some_and(|it| it.len() < 4);
    match language_tag(tag).filter(|_| is_tag) {
        Some(tag) if tags.contains(&tag) => Ok(Said {
            field: field.unwrap_or(&FIELDS[0]),
            tag: Some(tag),
            text: text.to_owned(),
        }),
        Some(tag) => Err(tag),
        None => Ok(caption(own, line)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::texts::problem::Problem;

    fn read(tag: Option<&str>, text: &str) -> (Captions, Vec<Problem>) {
        let file = CaptionFile {
            path: "a/captions.txt".to_owned(),
            tag: tag.map(str::to_owned),
        };
        let mut captions = Captions::default();
        let mut problems = Vec::new();
        let mut log = Log {
            file: &file.path,
            problems: &mut problems,
        };
        let tags = ["ar".to_owned(), "en".to_owned()];
        captions.read(&file, text, &tags, &["a/hall.jpg".to_owned()], &mut log);
        (captions, problems)
    }

    #[test]
    fn reads_lines() {
        let text =
            "# Photos\nhall.jpg\nar: القاعة\nen: The hall: empty\nalt en: Chairs\ncredit: Noor\n";
        let (captions, problems) = read(None, text);
        assert_eq!(problems, []);
        let get = |tag: &str, field: &str| captions.get("a/hall.jpg", tag, field);
        assert_eq!(get("ar", "caption"), Some("القاعة"));
        assert_eq!(get("en", "caption"), Some("The hall: empty"));
        assert_eq!(get("en", "alt"), Some("Chairs"));
        assert_eq!(
            (get("ar", "alt"), get("ar", "credit")),
            (None, Some("Noor"))
        );
        let (captions, problems) = read(Some("en"), "hall.jpg\nThe hall. Photo: Noor\n");
        assert_eq!(problems, []);
        assert_eq!(
            captions.get("a/hall.jpg", "en", "caption"),
            Some("The hall. Photo: Noor")
        );
        assert_eq!(captions.get("a/hall.jpg", "ar", "caption"), None);
    }

    #[test]
    fn says_what_is_wrong() {
        let check = |text: &str, line: usize, code: &str| {
            let (_, problems) = read(None, text);
            let found: Vec<_> = problems.iter().map(|it| (it.line, it.code)).collect();
            assert_eq!(found, [(Some(line), code)], "{text}");
        };
        check("hall.jpg\nde: Saal", 2, "unknown-language");
        check("hall.jpg\nHall\n\nHALL.jpg\nx", 4, "missing-file");
        check("A caption", 1, "bad-captions");
    }
}
