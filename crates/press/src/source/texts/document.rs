//! One text of a newsroom's folder, read but not led to its files yet, and all of them by name and language.

use std::fs;
use std::path::Path;

use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::front::{self, Front};
use super::markdown::Body;
use super::media::is_attachment_name;
use super::moment;
use super::problem::Log;
use super::tree::{TextFile, folder_of, name_of, split_tag};
use super::yaml::{self, Data, Node};
use crate::error::{PressError, io};

/// One text.
pub(super) struct Document {
    pub(super) file: TextFile,
    /// Its language, as the newsroom has it.
    pub(super) tag: String,
    pub(super) front: Front,
    pub(super) title: String,
    /// Of publication.
    pub(super) date: Option<String>,
    text: String,
    lines_before: usize,
}

/// All texts that are published, and the files that may belong to them.
pub(super) struct Shelf<'a> {
    pub(super) documents: Vec<Document>,
    pub(super) files: &'a [String],
    pub(super) tags: &'a [String],
}

/// Reads a text; what is wrong with it is noted. `None` where it cannot be read at all, or is a draft.
pub(super) fn read(
    root: &Path,
    file: &TextFile,
    tag: &str,
    zone: Option<&TimeZone>,
    log: &mut Log<'_>,
) -> Result<Option<Document>, PressError> {
    let path = root.join(&file.path);
    let bytes = fs::read(&path).map_err(io(&path))?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
            log.add(
                line,
                "not-utf-8",
                "Letters here are written in an old way.",
                "Save the file as UTF-8.",
            );
            return Ok(None);
        }
    };
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let Some((matter, body, lines_before)) = split(&text) else {
        log.add(
            1,
            "bad-front-matter",
            "The front matter begins here and does not end.",
            "Write a line of three hyphens (---) below its last field.",
        );
        return Ok(None);
    };
    let node = match yaml::read(matter, 1) {
        Ok(node) => node,
        Err(error) => {
            let message = format!("This is no YAML: {}.", error.cause);
            log.add(error.line, "bad-yaml", message, super::YAML_ADVICE);
            return Ok(None);
        }
    };
    if is_draft(&node) {
        return Ok(None);
    }
    let front = front::read(&node, zone, log);
    let body = body.to_owned();
    let mut document = Document {
        file: file.clone(),
        tag: tag.to_owned(),
        title: String::new(),
        date: None,
        front,
        text: body,
        lines_before,
    };
    document.complete(log);
    Ok(Some(document))
}

/// Front matter, text, and the number of lines before that; `None` where the front matter does not end.
fn split(text: &str) -> Option<(&str, &str, usize)> {
    let Some(rest) = text.strip_prefix("---\n") else {
        return Some(("", text, 0));
    };
    let mut at = 0;
    for (index, line) in rest.split_inclusive('\n').enumerate() {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&rest[..at], &rest[at + line.len()..], index + 2));
        }
        at += line.len();
    }
    None
}

fn is_draft(node: &Node) -> bool {
    let draft = node.members().iter().find(|it| it.name == "draft");
    draft.is_some_and(|it| matches!(&it.node.data, Data::Text(text, _) if text == "true"))
}

impl Document {
    /// Title and date, from the text or the file's name where the front matter has none.
    fn complete(&mut self, log: &mut Log<'_>) {
        let said = |key: &str| self.front.item.get(key).and_then(Value::as_str);
        let title = said("title").map(str::to_owned);
        let date = said("date_published").map(str::to_owned);
        match title.or_else(|| self.body().title()) {
            Some(title) => self.title = title,
            None => log.add(
                1,
                "no-title",
                "The text has no title.",
                "Write `title:` into its front matter, or begin it with a heading (# …).",
            ),
        }
        self.date = date.or_else(|| moment::of_name(&self.file.stem).map(|(day, _)| day));
        if self.date.is_none() {
            log.add(
                1,
                "no-date",
                "The text has no date.",
                "Write `date:` into its front matter, or begin its file's name with the day: 2020-09-15-….",
            );
        }
    }

    /// Its Markdown.
    pub(super) fn body(&self) -> Body<'_> {
        Body {
            text: &self.text,
            lines_before: self.lines_before,
        }
    }

    /// Whether there is anything to read besides a title.
    pub(super) fn has_body(&self) -> bool {
        let text = self.text.trim();
        let is_title = |text: &str| text.starts_with("# ") && !text.contains('\n');
        !text.is_empty() && (self.front.item.contains_key("title") || !is_title(text))
    }

    /// The item's id: the file's name, unless the text has one of its own, which a new name does not change.
    pub(super) fn id(&self) -> String {
        let own = self.front.item.get("id").and_then(Value::as_str);
        let name = || [&*self.file.stem, ".", &*self.tag].concat();
        own.map_or_else(name, str::to_owned)
    }

    /// The last segment of its address.
    pub(super) fn slug(&self) -> &str {
        let own = self.front.own.get("slug").and_then(Value::as_str);
        let name = || moment::of_name(&self.file.stem).map_or(&*self.file.stem, |(_, rest)| rest);
        own.unwrap_or_else(name)
    }

    /// Its page, relative to a feed; `None` where its address is not the slug as it is.
    pub(super) fn page(&self, shelf: &Shelf<'_>) -> Option<String> {
        let slug = self.slug();
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !slug.bytes().all(is_plain) {
            return None;
        }
        let kind = self.front.own.get("kind").and_then(Value::as_str);
        let mut files = shelf.files.iter();
        let mut has_pdf = || files.any(|path| is_attachment_name(path) && shelf.is_of(self, path));
        let is_report = match kind {
            Some(kind) => kind == "report",
            None => !self.has_body() && has_pdf(),
        };
        let folder = if is_report { "reports" } else { "releases" };
        Some(format!("../{}/{folder}/{slug}/", self.tag))
    }
}

impl Shelf<'_> {
    /// The same item in another language.
    pub(super) fn in_language(&self, document: &Document, tag: &str) -> Option<&Document> {
        let mut all = self.documents.iter();
        all.find(|it| it.file.stem == document.file.stem && it.tag == tag)
    }

    /// The ids of the same item in other languages.
    pub(super) fn translations(&self, document: &Document) -> Map<String, Value> {
        let same = self
            .documents
            .iter()
            .filter(|it| it.file.stem == document.file.stem && it.tag != document.tag);
        same.map(|it| (it.tag.clone(), json!(it.id()))).collect()
    }

    /// The text that another names: in the language that the name says, else in its own, else in any.
    pub(super) fn named(&self, name: &str, by: &Document) -> Option<&Document> {
        let name = name.strip_suffix(".md").unwrap_or(name);
        let (stem, tag) = match split_tag(name) {
            (stem, Some(tag)) if self.tags.contains(&tag) => (stem, Some(tag)),
            _ => (name, None),
        };
        let all = || self.documents.iter().filter(|it| it.file.stem == stem);
        let wanted = tag.as_deref().unwrap_or(&by.tag);
        let found = all().find(|it| it.tag == wanted);
        found.or_else(|| all().next().filter(|_| tag.is_none()))
    }

    /// The newsroom's language in a file's name.
    pub(super) fn tag_of(&self, path: &str) -> Option<String> {
        let stem = name_of(path).rsplit_once('.')?.0;
        split_tag(stem).1.filter(|tag| self.tags.contains(tag))
    }

    /// Whether a file belongs to a text by its name or place: of several texts whose names it bears, to the one with the longest; in
    /// a folder with one item alone, to that.
    pub(super) fn is_of(&self, document: &Document, path: &str) -> bool {
        let folder = folder_of(&document.file.path);
        if folder_of(path) != folder {
            return false;
        }
        let here = || {
            let all = self.documents.iter();
            all.filter(|it| folder_of(&it.file.path) == folder)
        };
        let is_alone = here().all(|it| it.file.stem == document.file.stem);
        if is_alone && !folder.is_empty() {
            return true;
        }
        let longest = here()
            .filter(|it| it.file.names(path))
            .map(|it| it.file.stem.len())
            .max();
        document.file.names(path) && longest == Some(document.file.stem.len())
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn finds_the_front_matter() {
        assert_eq!(
            split("---\ntitle: x\n---\nText\n"),
            Some(("title: x\n", "Text\n", 3))
        );
        assert_eq!(split("Text\n"), Some(("", "Text\n", 0)));
        assert_eq!(split("---\n---\n"), Some(("", "", 2)));
        assert_eq!(split("---\ntitle: x\n"), None);
    }
}
