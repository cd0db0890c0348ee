//! A folder of texts and photos as a newsroom: Markdown with front matter, one file a language, and what lies beside it.
//!
//! It becomes what a newsroom otherwise consists of, a `site.json` and a feed a language, in memory; all that follows is the same for both. It
//! writes nothing, and refuses to publish a part of what it was given: whatever is wrong is told, all at once.

mod captions;
mod document;
mod front;
mod item;
mod markdown;
mod media;
mod moment;
mod problem;
mod site;
mod tree;
mod yaml;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::Files;
use crate::error::{PressError, io};
use captions::Captions;
use document::Shelf;
use item::Maker;
use media::Media;
use problem::Log;
pub use problem::Problem;
use site::Site;
pub(crate) use tree::language_of;
use tree::{TextFile, Tree};

/// What most mistakes in YAML come from.
const YAML_ADVICE: &str = "Write a field a line, as `name: text`; put quotes around a text that holds a colon, and indent lists by spaces.";

/// A folder, read.
pub(crate) struct Texts {
    /// As `site.json` would be.
    pub(crate) site: Value,
    /// The file that says it, or should.
    pub(crate) site_name: &'static str,
    /// The folder with the feeds that were made.
    pub(crate) files: Files,
    /// The text of each item of a feed, by the feed's path.
    pub(crate) origins: BTreeMap<String, Vec<String>>,
    /// What is wrong, by file and line.
    pub(crate) problems: Vec<Problem>,
}

/// Reads a folder; `None` where it holds a `site.json` with feeds and no texts, or nothing that is a newsroom.
pub(crate) fn read(folder: &Path) -> Result<Option<Texts>, PressError> {
    let tree = tree::read(folder)?;
    let mut problems = Vec::new();
    let mut site = site::read(folder, &tree, &mut problems)?;
    let is_ours = |text: &TextFile| text.tag.as_ref().is_some_and(|tag| site.tags.contains(tag));
    let has_texts = tree.texts.iter().any(is_ours);
    let is_newsroom = !site.is_whole && (!tree.texts.is_empty() || !problems.is_empty());
    if !has_texts && !is_newsroom {
        return Ok(None);
    }
    let chosen = choose(&tree, &site, &mut problems);
    let zone = site.json["time_zone"].as_str();
    let zone = zone.and_then(|zone| TimeZone::get(zone).ok());
    let mut documents = Vec::new();
    for (file, tag) in chosen {
        let mut log = Log {
            file: &file.path,
            problems: &mut problems,
        };
        documents.extend(document::read(folder, file, &tag, zone.as_ref(), &mut log)?);
    }
    let captions = read_captions(folder, &tree, &site, &mut problems)?;
    let tags = site.tags.clone();
    let shelf = Shelf {
        documents,
        files: &tree.files,
        tags: &tags,
    };
    let mut media = Media::new(folder);
    let mut files = Files::of(folder);
    let mut origins = BTreeMap::new();
    let mut feeds = Vec::new();
    for tag in &tags {
        let of_tag = shelf.documents.iter().filter(|it| it.tag == *tag);
        let mut texts = Vec::new();
        let mut items = Vec::new();
        for document in of_tag {
            let mut maker = Maker {
                shelf: &shelf,
                captions: &captions,
                media: &mut media,
            };
            let mut log = Log {
                file: &document.file.path,
                problems: &mut problems,
            };
            items.push(maker.item(document, &mut log));
            texts.push(document.file.path.clone());
        }
        if items.is_empty() && site.has_feed(tag) {
            continue;
        }
        let part = if site.has_feed(tag) { "texts-" } else { "" };
        let path = format!("feeds/{part}{tag}.json");
        feeds.push((tag.clone(), path.clone(), items));
        origins.insert(path, texts);
    }
    let paths: Vec<(String, String)> = feeds
        .iter()
        .map(|(tag, path, _)| (tag.clone(), path.clone()))
        .collect();
    site.complete(folder, &paths);
    for (tag, path, items) in feeds {
        let feed = feed(&site, &tag, items);
        files.makes(path, feed.to_string().into_bytes());
    }
    for (path, file) in std::mem::take(&mut media.moved) {
        files.moves(path, file);
    }
    problems.sort();
    problems.dedup();
    Ok(Some(Texts {
        site: site.json,
        site_name: site.name,
        files,
        origins,
        problems,
    }))
}

/// The texts of the newsroom's languages, one an item and language.
fn choose<'t>(
    tree: &'t Tree,
    site: &Site,
    problems: &mut Vec<Problem>,
) -> Vec<(&'t TextFile, String)> {
    let mut chosen: BTreeMap<(&str, String), &TextFile> = BTreeMap::new();
    for text in &tree.texts {
        let mut log = Log {
            file: &text.path,
            problems: &mut *problems,
        };
        let tags = site.tags.join(", ");
        let tag = match (&text.tag, &*site.tags) {
            (Some(tag), known) if known.contains(tag) => tag.clone(),
            // Of a newsroom in one language all texts are in that.
            (None, [only]) if !site.is_whole => only.clone(),
            // Notes beside feeds that others wrote.
            (None, _) if site.is_whole => continue,
            (Some(tag), _) => {
                log.add(
                    None,
                    "unknown-language",
                    format!("The newsroom has no language {tag:?}."),
                    format!(
                        "Call the file by one of its languages ({tags}), or add {tag:?} to `languages:` in newsroom.yaml."
                    ),
                );
                continue;
            }
            (None, _) => {
                log.add(
                    None,
                    "no-language",
                    "The file's name does not say its language.",
                    format!("Call it {}.TAG.md, such as {}.en.md.", text.stem, text.stem),
                );
                continue;
            }
        };
        if let Some(first) = chosen.get(&(&*text.stem, tag.clone())) {
            log.add(
                None,
                "two-files",
                format!("{} is the same item in the same language.", first.path),
                "Keep one of the two, or give this one another name.",
            );
            continue;
        }
        chosen.insert((&text.stem, tag), text);
    }
    // Newest first, as names have it; readers sort by dates.
    let chosen = chosen.into_iter().rev();
    chosen.map(|((_, tag), text)| (text, tag)).collect()
}

fn read_captions(
    folder: &Path,
    tree: &Tree,
    site: &Site,
    problems: &mut Vec<Problem>,
) -> Result<Captions, PressError> {
    let mut captions = Captions::default();
    for file in &tree.captions {
        let path = folder.join(&file.path);
        let bytes = fs::read(&path).map_err(io(&path))?;
        let mut log = Log {
            file: &file.path,
            problems: &mut *problems,
        };
        match String::from_utf8(bytes) {
            Ok(text) => captions.read(file, &text, &site.tags, &tree.files, &mut log),
            Err(_) => log.add(
                None,
                "not-utf-8",
                "Letters here are written in an old way.",
                "Save the file as UTF-8.",
            ),
        }
    }
    Ok(captions)
}

fn feed(site: &Site, tag: &str, items: Vec<Value>) -> Value {
    let title = site.text(&site.json["title"], tag).unwrap_or_default();
    let publisher = &site.json["publisher"]["name"];
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": format!("../{tag}/"),
        "language": tag,
        "_nashra": { "version": 1 },
        "items": items,
    });
    if let Some(name) = site.text(publisher, tag) {
        feed["authors"] = json!([{ "name": name }]);
    }
    feed
}
