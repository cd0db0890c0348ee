//! `nashra import`: the items of an RSS or Atom feed, of a WordPress site or of a folder of texts into a newsroom's own feeds, again and
//! again.
//!
//! What was imported last time is remembered in the newsroom, field by field, so that a field changes only where the source
//! changed it and nobody here did: what an editor wrote is never lost. The rest of the file stays as it is, to the letter. It
//! refuses to guess where no id says that two items are one.

mod fields;
mod folder;
mod html;
mod memory;
mod merge;
mod source;
mod text;
mod wordpress;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::error::{PressError, io};
use memory::Memory;
use source::Imported;
use text::FeedText;

/// What to import, and where to.
pub struct Options {
    /// The feed, a file or an address; or the address of WordPress's REST interface; or a folder of texts.
    pub feed: String,
    /// The folder with `site.json`.
    pub newsroom: PathBuf,
    /// The language of the newsroom that the items belong to; if not said, that of the feed where the newsroom has it, else
    /// the newsroom's own.
    pub language: Option<String>,
}

/// What was done.
#[derive(Default, PartialEq, Debug)]
pub struct Summary {
    /// Items that are new.
    pub n_new: usize,
    /// Items that the source changed.
    pub n_changed: usize,
    /// Items that stay as they were.
    pub n_same: usize,
    /// Items that were edited or removed in the newsroom.
    pub n_edited: usize,
    /// Where the newsroom's word stands against the source's, and what could not be imported: one line each.
    pub lines: Vec<String>,
}

/// Imports a feed.
pub fn import(options: &Options) -> Result<Summary, PressError> {
    let site = read_json(&options.newsroom.join("site.json"))?;
    if Path::new(&options.feed).is_dir() {
        return folder::import(options, &site);
    }
    let bad = |cause: String| PressError::Import {
        origin: options.feed.clone(),
        cause,
    };
    let base_url = site["base_url"].as_str();
    let asked = options.language.as_deref();
    let (feed, tag) = if wordpress::is_interface(&options.feed) {
        // It is asked for one language.
        let tag = language(&site, asked, None).map_err(bad)?;
        (wordpress::read(&options.feed, &tag, base_url)?, tag)
    } else {
        let bytes = crate::source::read_or_fetch(&options.feed)?;
        let feed = source::read(&bytes, &options.feed, base_url).map_err(bad)?;
        let tag = language(&site, asked, feed.language.as_deref()).map_err(bad)?;
        (feed, tag)
    };
    take(options, &site, &tag, &feed)
}

/// Takes items into the newsroom's feed of the language `tag`.
fn take(
    options: &Options,
    site: &Value,
    tag: &str,
    feed: &Imported,
) -> Result<Summary, PressError> {
    let place = own_feed(site, tag).map_err(|cause| PressError::Import {
        origin: options.feed.clone(),
        cause,
    })?;
    let path = crate::source::local_path(&options.newsroom, &place);
    let text = fs::read_to_string(&path).map_err(io(&path))?;
    let read = FeedText::read(&text).map_err(|cause| PressError::Json {
        origin: path.display().to_string(),
        cause,
    })?;
    let memory_path = memory::path(&options.newsroom, tag, &options.feed);
    let memory = Memory::read(&memory_path);
    let mut merged = merge::merge(feed, &read, &memory);
    let lines = feed.warnings.iter().chain(&merged.summary.lines);
    merged.summary.lines = lines.map(|line| format!("{place}: {line}")).collect();
    // The feed first: were it broken off between the two, the next run would find both sides agreeing.
    write(&path, &text, &read.with(&merged.edits))?;
    let remembered = fs::read_to_string(&memory_path).unwrap_or_default();
    write(&memory_path, &remembered, &merged.memory.to_json())?;
    Ok(merged.summary)
}

/// What was done in one line.
#[must_use]
pub fn as_line(summary: &Summary) -> String {
    format!(
        "{} new, {} changed, {} unchanged; {} edited here and left so",
        summary.n_new, summary.n_changed, summary.n_same, summary.n_edited
    )
}

/// The language's tag as the newsroom spells it.
fn language(site: &Value, asked: Option<&str>, of_feed: Option<&str>) -> Result<String, String> {
    let languages = site["languages"].as_array().into_iter().flatten();
    let tags: Vec<&str> = languages
        .filter_map(|language| language["tag"].as_str())
        .collect();
    let find = |wanted: &str| {
        let is_same = |tag: &&&str| tag.eq_ignore_ascii_case(wanted);
        let primary = wanted.split('-').next().unwrap_or(wanted);
        let is_near = |tag: &&&str| {
            let own = tag.split('-').next().unwrap_or(tag);
            own.eq_ignore_ascii_case(primary)
        };
        let found = tags
            .iter()
            .find(is_same)
            .or_else(|| tags.iter().find(is_near));
        found.map(|tag| (*tag).to_owned())
    };
    if let Some(asked) = asked {
        return find(asked).ok_or_else(|| {
            format!(
                "the newsroom has no language {asked}; it has {}",
                tags.join(", ")
            )
        });
    }
    let own = site["default_language"].as_str();
    of_feed
        .and_then(find)
        .or_else(|| own.and_then(find))
        .or_else(|| tags.first().map(|tag| (*tag).to_owned()))
        .ok_or_else(|| "the newsroom's site.json names no language".to_owned())
}

/// The language's feed, or the first of several, that is a file of the newsroom.
fn own_feed(site: &Value, tag: &str) -> Result<String, String> {
    let languages = site["languages"].as_array().into_iter().flatten();
    let mut feeds = languages
        .filter(|language| language["tag"] == tag)
        .flat_map(|language| match &language["feed"] {
            Value::Array(feeds) => feeds.iter().filter_map(Value::as_str).collect(),
            feed => Vec::from_iter(feed.as_str()),
        });
    let base_url = site["base_url"].as_str().unwrap_or_default();
    let found = feeds.find_map(|feed| {
        let rest = feed.strip_prefix(base_url).filter(|_| !base_url.is_empty());
        let is_elsewhere = feed.contains("://");
        rest.or((!is_elsewhere).then_some(feed)).map(str::to_owned)
    });
    found.ok_or_else(|| format!("the newsroom's feed for {tag} is no file of its own"))
}

/// The path of an address that stood where the newsroom stands now: it leads to the item from now on.
fn old_path(link: &str, base_url: &str) -> Option<String> {
    let (link, base) = (url::Url::parse(link).ok()?, url::Url::parse(base_url).ok()?);
    let is_here = link.host_str()? == base.host_str()? && link.query().is_none();
    let path = link.path();
    (is_here && path.len() > 1).then(|| path.to_owned())
}

fn read_json(path: &Path) -> Result<Value, PressError> {
    let bytes = fs::read(path).map_err(io(path))?;
    serde_json::from_slice(&bytes).map_err(|cause| PressError::Json {
        origin: path.display().to_string(),
        cause,
    })
}

/// Whole or not at all, and not when nothing changed.
fn write(path: &Path, before: &str, after: &str) -> Result<(), PressError> {
    if before == after {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(io(parent))?;
    }
    let mut draft = path.as_os_str().to_owned();
    draft.push(".new");
    fs::write(&draft, after).map_err(io(&draft))?;
    fs::rename(&draft, path).map_err(io(path))
}
