//! A folder of texts as items of a newsroom that has feeds, in all languages that both have; its photos and files are copied.
//!
//! A file that stands in the newsroom and is not the one that was copied last time stays: somebody put it there.

use std::fs;
use std::path::Path;

use serde_json::Value;
use xxhash_rust::xxh3::xxh3_64;

use super::fields::{Fields, get};
use super::memory::{self, Memory, Remembered};
use super::source::Imported;
use super::{Options, Summary, language, own_feed, take, write};
use crate::error::{PressError, io};
use crate::source::{Files, texts_of};

/// The fields that a text can have, in the order in which they are written.
const NAMES: [&str; 27] = [
    "id",
    "external_url",
    "title",
    "content_html",
    "summary",
    "image",
    "date_published",
    "date_modified",
    "authors",
    "tags",
    "attachments",
    "_nashra.kind",
    "_nashra.slug",
    "_nashra.direction",
    "_nashra.translations",
    "_nashra.label",
    "_nashra.event",
    "_nashra.photos",
    "_nashra.related",
    "_nashra.report",
    "_nashra.online_url",
    "_nashra.corrections",
    "_nashra.embargo_until",
    "_nashra.withdrawn",
    "_nashra.aliases",
    "_nashra.pack",
    "_nashra.office",
];

/// What a file's hash is remembered as.
const BYTES: &str = "bytes";

/// Imports the folder `options.feed`.
pub(super) fn import(options: &Options, site: &Value) -> Result<Summary, PressError> {
    let folder = Path::new(&options.feed);
    let Some(texts) = texts_of(folder)? else {
        return Err(PressError::NoNewsroom(folder.to_owned()));
    };
    if !texts.problems.is_empty() {
        return Err(PressError::Texts(texts.problems));
    }
    let bad = |cause: String| PressError::Import {
        origin: options.feed.clone(),
        cause,
    };
    let asked = options.language.as_deref();
    let asked = asked.map(|asked| language(site, Some(asked), None));
    let asked = asked.transpose().map_err(bad)?;
    let mut whole = Summary::default();
    for place in texts.origins.keys() {
        let bytes = texts.files.read(place).map_err(io(place))?;
        let imported = read(&bytes, place)?;
        let of_feed = imported.language.as_deref();
        let tag = match language(site, of_feed, None) {
            Ok(tag) => tag,
            Err(told) => {
                whole
                    .lines
                    .push(format!("{told}; these texts are left out"));
                continue;
            }
        };
        if asked.as_ref().is_some_and(|asked| *asked != tag) {
            continue;
        }
        // References of texts lead from a feed one folder down.
        let feed = own_feed(site, &tag).map_err(bad)?;
        if feed.matches('/').count() != 1 {
            return Err(bad(format!(
                "the newsroom's feed {feed} has to lie in a folder, such as feeds/{tag}.json"
            )));
        }
        let summary = take(options, site, &tag, &imported)?;
        whole.n_new += summary.n_new;
        whole.n_changed += summary.n_changed;
        whole.n_same += summary.n_same;
        whole.n_edited += summary.n_edited;
        whole.lines.extend(summary.lines);
    }
    copy(options, &texts.files, &mut whole.lines)?;
    Ok(whole)
}

/// A feed that was made of texts.
fn read(bytes: &[u8], place: &str) -> Result<Imported, PressError> {
    let feed: Value = serde_json::from_slice(bytes).map_err(|cause| PressError::Json {
        origin: place.to_owned(),
        cause,
    })?;
    let items = feed["items"].as_array().into_iter().flatten();
    let items = items.map(|item| {
        let id = item["id"].as_str().unwrap_or_default().to_owned();
        let fields = NAMES
            .iter()
            .filter_map(|name| Some((*name, get(item, name)?.clone())));
        (id, fields.collect::<Fields>())
    });
    Ok(Imported {
        language: feed["language"].as_str().map(str::to_owned),
        items: items.collect(),
        warnings: Vec::new(),
    })
}

/// Copies what texts name to where it will be published.
fn copy(options: &Options, files: &Files, lines: &mut Vec<String>) -> Result<(), PressError> {
    let memory_path = memory::path(&options.newsroom, "media", &options.feed);
    let memory = Memory::read(&memory_path);
    let mut known = memory.items;
    for (place, file) in files.moved() {
        let bytes = fs::read(file).map_err(io(file))?;
        let to = crate::source::below(&options.newsroom, place);
        let hash = |bytes: &[u8]| format!("{:016x}", xxh3_64(bytes));
        let there = fs::read(&to).ok();
        let is_ours = |there: &Vec<u8>| {
            let before = known.get(place).and_then(|it| it.get(BYTES));
            *there == bytes || before == Some(&hash(there))
        };
        if there.as_ref().is_some_and(|there| !is_ours(there)) {
            lines.push(format!("{place}: another file stands here; left as it is"));
            continue;
        }
        if there.as_ref() != Some(&bytes) {
            if let Some(folder) = to.parent() {
                fs::create_dir_all(folder).map_err(io(folder))?;
            }
            fs::write(&to, &bytes).map_err(io(&to))?;
        }
        let remembered = Remembered::from([(BYTES.to_owned(), hash(&bytes))]);
        known.insert(place.to_owned(), remembered);
    }
    let before = fs::read_to_string(&memory_path).unwrap_or_default();
    write(&memory_path, &before, &Memory::with(known).to_json())
}
