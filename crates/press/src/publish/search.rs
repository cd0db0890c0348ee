//! The search index: what readers may look for in a language, folded as their questions will be, in Pagefind's files.
//!
//! A language's index is made again when something that it holds changed, and only then. It shows nothing: each text carries how
//! its result looks, as the app reads it.

mod bundle;
mod reports;
mod texts;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use super::files::{Compression, Key, Output};
use crate::error::PressError;
use crate::parallel::on_every_core;
pub(super) use reports::Reports;
pub(super) use texts::{Text, of_item};

/// Where the indexes stand, each in a folder named by its language.
pub(super) const FOLDER: &str = "pagefind/";
/// Which files each language's index has, for the next publication.
const LIST: &str = ".nashra/search.json";

/// What was made.
#[derive(Default)]
pub struct Index {
    /// Items and pages of reports that can be found, in all languages.
    pub n_texts: usize,
    /// Languages whose index was made anew.
    pub n_made: usize,
    /// How long it took to make and write what was made anew.
    pub time: Duration,
}

/// Texts by language, and what they are made into files by.
pub(super) struct Shelf<'a> {
    /// Language tags with their texts, oldest first: what is added to a newsroom leaves most of the index as it is.
    pub(super) languages: Vec<(String, Vec<Text>)>,
    /// This very program.
    pub(super) renderer: Key,
    pub(super) output: &'a Output,
}

impl Shelf<'_> {
    /// Writes the indexes, or leaves them as they stand.
    pub(super) fn write(self) -> Result<Index, PressError> {
        let start = Instant::now();
        let before = self.output.before(LIST);
        let before: Value = before
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let mut index = Index::default();
        let mut list = Map::new();
        let mut missing = Vec::new();
        for (tag, mut texts) in self.languages {
            texts::each_page_once(&mut texts);
            if texts.is_empty() {
                continue;
            }
            index.n_texts += texts.len();
            let key = key(&tag, &texts, self.renderer);
            let known = &before[&tag];
            if known["key"] == key.as_str() && keep(known, self.output) {
                list.insert(tag, known.clone());
            } else {
                missing.push((tag, key, texts));
            }
        }
        index.n_made = missing.len();
        let output = self.output;
        let missing = Mutex::new(missing);
        let take = || {
            let mut missing = missing.lock().unwrap_or_else(PoisonError::into_inner);
            missing.pop()
        };
        let made = on_every_core(|| {
            let mut made = Vec::new();
            while let Some((tag, key, texts)) = take() {
                let files = write_language(&tag, texts, output)?;
                made.push((tag, json!({ "key": key, "files": files })));
            }
            Ok(made)
        })?;
        list.extend(made.into_iter().flatten());
        output.write(
            LIST,
            Value::Object(list).to_string().as_bytes(),
            Compression::None,
        )?;
        if index.n_made > 0 {
            index.time = start.elapsed();
        }
        Ok(index)
    }
}

/// What an index is made of, as 32 hexadecimal digits.
fn key(tag: &str, texts: &[Text], renderer: Key) -> String {
    let renderer = renderer.0.to_le_bytes();
    let mut parts: Vec<&[u8]> = vec![tag.as_bytes(), &renderer];
    for text in texts {
        parts.extend(text.parts());
    }
    format!("{:032x}", Key::of(&parts).0)
}

/// Whether all files of an index stand where they were written; then they stay.
fn keep(known: &Value, output: &Output) -> bool {
    let files = known["files"].as_array().map_or(&[][..], Vec::as_slice);
    let mut paths = files.iter().filter_map(Value::as_str);
    !files.is_empty() && paths.all(|path| output.keep_as_before(path))
}

/// The paths of what was written.
fn write_language(tag: &str, texts: Vec<Text>, output: &Output) -> Result<Vec<String>, PressError> {
    let files: BTreeMap<String, Vec<u8>> = bundle::make(tag, texts)?;
    let mut paths = Vec::with_capacity(files.len());
    for (name, bytes) in files {
        let path = [FOLDER, tag, "/", &name].concat();
        let compression = match Compression::for_path(&path) {
            // A script that changes with this command alone.
            Compression::Page if name.ends_with(".js") => Compression::Asset,
            by_name => by_name,
        };
        output.write(&path, &bytes, compression)?;
        paths.push(path);
    }
    Ok(paths)
}
