//! What must not stand in our own sources, as tests: rules that no compiler and no linter of others knows. Each lint proves on
//! planted examples that it can fail.

use std::path::{Path, PathBuf};

use crate::{house, stamp};

mod markup;
mod rooms;
mod styles;

/// The files below a folder of the repository whose names end so, with their texts. Fails when there are none: a lint that
/// reads nothing finds nothing.
fn sources(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let root = house::root();
    let files = stamp::files_below(&root.join(folder)).unwrap_or_default();
    let files: Vec<(PathBuf, String)> = files
        .into_iter()
        .filter(|file| file.to_string_lossy().ends_with(ending))
        .filter_map(|file| {
            let text = std::fs::read_to_string(&file).ok()?;
            Some((file.strip_prefix(&root).unwrap_or(&file).to_owned(), text))
        })
        .collect();
    assert!(!files.is_empty(), "no *{ending} below {folder}");
    files
}

/// The code of a Rust file: no comments. What stands in strings stays.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let comment = line.trim_start().starts_with("//");
        if comment { "" } else { line }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn name(file: &Path) -> String {
    file.to_string_lossy().into_owned()
}
