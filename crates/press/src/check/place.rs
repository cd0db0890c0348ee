//! Where a newsroom's files are: in a folder, or behind its address. Refuses to ask any other host.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use nashra_feed::{FeedError, MAX_PAGE_BYTES, parse_json};
use nashra_feed::{JsonKind, JsonSource};

use super::{Depth, Summary};
use crate::error::{PressError, io};
use crate::source::{self, Problem};

/// So many files of a newsroom on the web are asked for; a host should not take a check for an attack.
const MAX_ASKED: usize = 300;

/// What stands at the place that was named.
pub(super) enum Start {
    /// A newsroom.
    Site {
        place: Place,
        url: String,
        bytes: Vec<u8>,
    },
    /// A feed alone.
    Feed {
        place: Place,
        url: String,
        bytes: Vec<u8>,
    },
    /// A file that is neither.
    Neither {
        place: Place,
        url: String,
        error: FeedError,
    },
}

/// Where files come from, and what became of those that were looked for.
pub(super) struct Place {
    /// The newsroom's address; what lies below it is the newsroom's own. Ends in `/`.
    base: String,
    source: Files,
    /// What is known of a file, by its address without query and fragment.
    known: RefCell<HashMap<String, State>>,
    elsewhere: RefCell<HashSet<String>>,
    /// What is looked at.
    pub(super) depth: Depth,
    /// What a folder of texts was told.
    pub(super) problems: Vec<Problem>,
    /// The text of each item, by the feed that was made of them.
    origins: BTreeMap<String, Vec<String>>,
}

enum Files {
    Folder(source::Files),
    Web,
    /// A feed that was saved somewhere, without what it names.
    None,
}

/// What is known of a file that the newsroom names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It is there, in this file where it is a local one.
    There(Option<PathBuf>),
    /// It is not.
    Missing,
    /// Nobody looked: it is on another host, or the limit was reached.
    NotAsked,
}

/// Finds out what was named.
pub(super) fn open(origin: &str, depth: Depth) -> Result<Start, PressError> {
    let mut start = find(origin)?;
    let (Start::Site { place, .. } | Start::Feed { place, .. } | Start::Neither { place, .. }) =
        &mut start;
    place.depth = depth;
    Ok(start)
}

fn find(origin: &str) -> Result<Start, PressError> {
    if origin.starts_with("http://") || origin.starts_with("https://") {
        let bytes = fetch(origin)?;
        let folder = origin.rsplit_once('/').map_or(origin, |(folder, _)| folder);
        return Ok(start(
            bytes,
            origin.to_owned(),
            Files::Web,
            [folder, "/"].concat(),
        ));
    }
    let mut path = PathBuf::from(origin);
    if path.is_dir() {
        if let Some(texts) = source::texts_of(&path)? {
            let bytes = texts.site.to_string().into_bytes();
            let name = texts.site_name.to_owned();
            let files = Files::Folder(texts.files);
            let mut start = start(bytes, name, files, String::new());
            if let Start::Site { place, .. } = &mut start {
                place.problems = texts.problems;
                place.origins = texts.origins;
            }
            return Ok(start);
        }
        path.push("site.json");
    }
    let bytes = fs::read(&path).map_err(io(&path))?;
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(start(
        bytes,
        name.into_owned(),
        Files::Folder(source::Files::of(folder)),
        String::new(),
    ))
}

/// Tells a `site.json` from a feed by what is in it.
fn start(bytes: Vec<u8>, name: String, source: Files, base: String) -> Start {
    let (is_site, declared, error) = match parse_json(&bytes) {
        Ok(json) => {
            let text = |key| (&json).get(key).and_then(|value| value.as_string());
            let is_site = (&json).get("nashra").is_some() || (&json).get("languages").is_some();
            let is_object = (&json).kind() == JsonKind::Object;
            let declared = text(if is_site { "base_url" } else { "feed_url" });
            (
                is_site,
                declared,
                (!is_object).then_some(FeedError::NotAFeed),
            )
        }
        Err(error) => (false, None, Some(error)),
    };
    let is_web = matches!(source, Files::Web);
    let declared = declared.filter(|url| url::Url::parse(url).is_ok());
    let (base, url, source) = match (is_site, is_web) {
        // A newsroom that is looked at before it is published, or where it was copied to.
        (true, false) => {
            let mut base = declared.unwrap_or_else(|| "http://localhost/".to_owned());
            if !base.ends_with('/') {
                base.push('/');
            }
            let url = [&base, name.as_str()].concat();
            (base, url, source)
        }
        (_, true) => (base, name, source),
        (false, false) => {
            let url = declared.unwrap_or_else(|| ["http://localhost/", name.as_str()].concat());
            let base = url.rsplit_once('/').map_or("", |(base, _)| base);
            ([base, "/"].concat(), url, Files::None)
        }
    };
    let place = Place {
        base,
        source,
        known: RefCell::default(),
        elsewhere: RefCell::default(),
        depth: Depth::Plain,
        problems: Vec::new(),
        origins: BTreeMap::new(),
    };
    match error {
        Some(error) => Start::Neither { place, url, error },
        None if is_site => Start::Site { place, url, bytes },
        None => Start::Feed { place, url, bytes },
    }
}

impl Place {
    /// The newsroom's address.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// How a file is called in the report.
    pub(super) fn name(&self, url: &str) -> String {
        let own = url.strip_prefix(&self.base).filter(|own| !own.is_empty());
        own.unwrap_or(url).to_owned()
    }

    /// The newsroom's folder, where it is one.
    pub(super) fn folder(&self) -> Option<&Path> {
        match &self.source {
            Files::Folder(files) => Some(files.root()),
            _ => None,
        }
    }

    /// The text that a place in a feed was made of, and the place in it; `None` in feeds that stand in a file.
    pub(super) fn origin(&self, feed: &str, pointer: &str) -> Option<(&str, String)> {
        let texts = self.origins.get(feed)?;
        let rest = pointer.strip_prefix("/items/")?;
        let (index, rest) = rest.split_once('/').unwrap_or((rest, ""));
        let text = texts.get(index.parse::<usize>().ok()?)?;
        let rest = if rest.is_empty() {
            String::new()
        } else {
            ["/", rest].concat()
        };
        Some((text, rest))
    }

    /// The bytes of a feed; one more than a page may have where it has too many.
    pub(super) fn read(&self, url: &str) -> Result<Vec<u8>, PressError> {
        match (&self.source, url.strip_prefix(&self.base)) {
            (Files::Folder(files), Some(rest)) => files.read(rest).map_err(io(files.path(rest))),
            _ => fetch(url),
        }
    }

    /// Whether a file that the newsroom names is there.
    pub(super) fn file(&self, url: &str) -> State {
        let url = url.split(['?', '#']).next().unwrap_or(url);
        let Some(rest) = url.strip_prefix(&self.base) else {
            self.elsewhere.borrow_mut().insert(url.to_owned());
            return State::NotAsked;
        };
        if let Some(known) = self.known.borrow().get(url) {
            return known.clone();
        }
        let state = match &self.source {
            Files::Folder(files) => {
                let path = files.path(rest);
                if path.is_file() {
                    State::There(Some(path))
                } else {
                    State::Missing
                }
            }
            Files::Web if self.known.borrow().len() < MAX_ASKED => ask(url),
            Files::Web | Files::None => State::NotAsked,
        };
        self.known
            .borrow_mut()
            .insert(url.to_owned(), state.clone());
        state
    }

    /// The name of the photo or file at a place in a feed that was made of texts: what an editor knows it by.
    pub(super) fn file_at(&self, feed: &str, pointer: &str) -> Option<String> {
        let Files::Folder(files) = &self.source else {
            return None;
        };
        let bytes = files.read(feed).ok()?;
        let feed: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
        let url = feed.pointer(pointer)?.get("url")?.as_str()?;
        let path = files.path(url.trim_start_matches("../"));
        Some(path.file_name()?.to_string_lossy().into_owned())
    }

    /// Adds what was looked for to the sums.
    pub(super) fn count(&self, summary: &mut Summary) {
        for state in self.known.borrow().values() {
            if let State::There(path) = state {
                summary.n_files += 1;
                let size = path.as_ref().and_then(|path| fs::metadata(path).ok());
                summary.n_bytes += size.map_or(0, |size| size.len());
            }
        }
        summary.n_elsewhere = self.elsewhere.borrow().len();
    }
}

fn ask(url: &str) -> State {
    match ureq::head(url).call() {
        Ok(_) => State::There(None),
        Err(ureq::Error::StatusCode(404 | 410)) => State::Missing,
        // A host that does not answer, or not to this kind of question, says nothing of the file.
        Err(_) => State::NotAsked,
    }
}

fn fetch(url: &str) -> Result<Vec<u8>, PressError> {
    let failed = |cause| PressError::Fetch {
        url: url.to_owned(),
        cause: Box::new(cause),
    };
    let mut response = ureq::get(url).call().map_err(failed)?;
    let body = response.body_mut().with_config();
    body.limit(MAX_PAGE_BYTES + 2).read_to_vec().map_err(failed)
}
