//! What lies in a folder of texts: texts by name and language, captions, and files that may belong to them.
//!
//! Hidden files, names that begin with `_`, and what `nashra publish` wrote are none of its business. It opens nothing.

use std::fs;
use std::path::Path;

use nashra_feed::language_tag;

use crate::error::{PressError, io};

/// A folder, looked through.
#[derive(Default)]
pub(super) struct Tree {
    pub(super) texts: Vec<TextFile>,
    pub(super) captions: Vec<CaptionFile>,
    /// All other files, relative to the newsroom's folder.
    pub(super) files: Vec<String>,
}

/// A file of Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextFile {
    /// Relative to the newsroom's folder, with `/`.
    pub(super) path: String,
    /// The name without language: the same for all languages of an item.
    pub(super) stem: String,
    /// The language in the name, in canonical case.
    pub(super) tag: Option<String>,
}

/// A file of captions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CaptionFile {
    pub(super) path: String,
    /// `captions.ar.txt` is Arabic.
    pub(super) tag: Option<String>,
}

/// Looks through a folder and the folders in it.
pub(super) fn read(root: &Path) -> Result<Tree, PressError> {
    let mut paths = Vec::new();
    walk(root, "", &mut paths)?;
    paths.sort();
    let mut tree = Tree::default();
    for path in paths {
        let name = name_of(&path);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let extension = extension.to_ascii_lowercase();
        let (plain, tag) = split_tag(stem);
        match &*extension {
            "md" | "markdown" if plain.eq_ignore_ascii_case("readme") => {}
            "md" | "markdown" => tree.texts.push(TextFile {
                stem: plain.to_owned(),
                tag,
                path,
            }),
            "txt" if plain.eq_ignore_ascii_case("captions") => {
                tree.captions.push(CaptionFile { tag, path });
            }
            _ => tree.files.push(path),
        }
    }
    Ok(tree)
}

fn walk(folder: &Path, below: &str, paths: &mut Vec<String>) -> Result<(), PressError> {
    for entry in fs::read_dir(folder).map_err(io(folder))? {
        let entry = entry.map_err(io(folder))?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        if name.starts_with(['.', '_']) {
            continue;
        }
        let path = entry.path();
        // Not `metadata`, which would follow a link to a folder, and that may lead round in a circle.
        let kind = entry.file_type().map_err(io(&path))?;
        if kind.is_dir() {
            if !path.join(".nashra/serve.json").is_file() {
                walk(&path, &[below, &name, "/"].concat(), paths)?;
            }
        } else if path.is_file() {
            paths.push([below, &name].concat());
        }
    }
    Ok(())
}

/// The last segment of a path.
pub(super) fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The folder of a path, with its slash; empty for the newsroom's own.
pub(super) fn folder_of(path: &str) -> &str {
    &path[..path.len() - name_of(path).len()]
}

/// `report.ar` is `report` in Arabic; `report.v2` has no language.
pub(super) fn split_tag(stem: &str) -> (&str, Option<String>) {
    let split = stem.rsplit_once('.');
    let tag = split.and_then(|(_, tag)| language_tag(tag));
    match (split, tag) {
        (Some((plain, _)), Some(tag)) if !plain.is_empty() => (plain, Some(tag)),
        _ => (stem, None),
    }
}

/// The language that a text's name ends in.
pub(crate) fn language_of(path: &str) -> Option<String> {
    let (stem, _) = name_of(path).rsplit_once('.')?;
    split_tag(stem).1
}

impl TextFile {
    /// Whether a file beside this text bears its name: `STEM.jpg`, `STEM-hall.jpg`.
    pub(super) fn names(&self, path: &str) -> bool {
        let rest = name_of(path).strip_prefix(&*self.stem);
        folder_of(path) == folder_of(&self.path)
            && rest.is_some_and(|rest| rest.starts_with(['.', '-', '_', ' ']))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_language_and_name() {
        let check = |stem: &str, expect: (&str, Option<&str>)| {
            let (plain, tag) = split_tag(stem);
            assert_eq!((plain, tag.as_deref()), expect, "{stem}");
        };
        check("2020-09-15-report.ar", ("2020-09-15-report", Some("ar")));
        check("report.PT-br", ("report", Some("pt-BR")));
        check("report.v2", ("report.v2", None));
        check("report", ("report", None));
        check(".ar", (".ar", None));
    }

    #[test]
    fn knows_what_bears_its_name() {
        let text = TextFile {
            path: "a/2020-09-15-report.ar.md".to_owned(),
            stem: "2020-09-15-report".to_owned(),
            tag: Some("ar".to_owned()),
        };
        let check = |path: &str, expect: bool| assert_eq!(text.names(path), expect, "{path}");
        check("a/2020-09-15-report.jpg", true);
        check("a/2020-09-15-report-hall.jpg", true);
        check("a/2020-09-15-reports.jpg", false);
        check("b/2020-09-15-report.jpg", false);
    }
}
