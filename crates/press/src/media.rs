//! What is made once of a newsroom's photos and reports, and kept beside the output: smaller pictures in newer formats, previews,
//! posters and text of reports.
//!
//! It works on files of the newsroom's own and writes what it found into the newsroom's feeds, so that pages, feeds and search
//! all see the same. A picture or report that cannot be read stays as it is, with a line that says so.

mod cache;
mod enrich;
pub(crate) mod photo;
mod places;
mod press;
mod report;
pub(crate) mod scrub;
mod told;
mod visit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

pub(crate) use cache::Cache;
pub(crate) use photo::{PhotoFacts, size_px};
pub(crate) use places::Places;
pub(crate) use press::{PressFacts, Size};
pub(crate) use report::ReportFacts;
use told::Told;

use crate::digest::sha256_of;
use crate::error::PressError;
use crate::parallel::on_every_core;
use crate::progress::Progress;
use crate::source::{Files, Source};

/// What was found out about the newsroom's files, by path relative to its address.
#[derive(Default)]
pub(crate) struct Facts {
    pub(crate) photos: BTreeMap<String, PhotoFacts>,
    pub(crate) reports: BTreeMap<String, ReportFacts>,
    /// What journalists take of photos.
    pub(crate) press: BTreeMap<String, PressFacts>,
    /// Bytes of attachments that are here.
    pub(crate) sizes: BTreeMap<String, u64>,
    /// Checksums of attachments that are here: SHA-256 in lower-case hex.
    pub(crate) sums: BTreeMap<String, String>,
    /// Files that were made: where they lie, and their path relative to the newsroom's address.
    pub(crate) files: Vec<(PathBuf, String)>,
}

/// Makes what is missing, and writes it into `source`'s feeds.
pub(crate) fn prepare(
    source: &mut Source,
    cache: &Cache,
    progress: &Progress,
) -> Result<Facts, PressError> {
    let Some(files) = source.files.clone() else {
        return Ok(Facts::default());
    };
    let named = visit::files_of(source);
    let facts = make(&files, &named, cache, progress)?;
    enrich::write(source, &facts)?;
    Ok(facts)
}

/// One file to look at.
enum Job {
    Photo(String),
    Report(String),
}

fn make(
    files: &Files,
    named: &visit::Named,
    cache: &Cache,
    progress: &Progress,
) -> Result<Facts, PressError> {
    let here = |paths: &BTreeSet<String>| -> Vec<String> {
        let paths = paths.iter();
        paths
            .filter(|path| files.path(path).is_file())
            .cloned()
            .collect()
    };
    // Reports first: they take longest, and have threads of their own.
    let reports = here(&named.reports).into_iter().map(Job::Report);
    let photos = here(&named.photos).into_iter().map(Job::Photo);
    let jobs: Vec<Job> = reports.chain(photos).collect();
    let facts = Mutex::new(Facts::default());
    let next = AtomicUsize::new(0);
    let bar = progress.bar("media", jobs.len());
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            look_at(files, job, cache, &facts);
            bar.advance(1);
        }
        Ok(())
    };
    on_every_core(work)?;
    let mut facts = facts.into_inner().unwrap_or_else(PoisonError::into_inner);
    for path in &named.attachments {
        let file = files.path(path);
        if let Ok(about) = std::fs::metadata(&file) {
            facts.sizes.insert(path.clone(), about.len());
            // A report's was made with its pages.
            let known = facts.reports.get(path).map(|report| report.sha256.clone());
            let sum = known.map_or_else(|| sum_of(&file, cache), Ok);
            match sum {
                Ok(sum) => _ = facts.sums.insert(path.clone(), sum),
                Err(error) => eprintln!("{path}: {error}; published without a checksum"),
            }
        }
    }
    facts.files.sort();
    facts.files.dedup();
    Ok(facts)
}

/// What is known of the file at `path`, made by `make` now or before: the entry of the cache, named after its `kind`, and the JSON in its
/// `facts`.
fn kept<T: serde::de::DeserializeOwned>(
    cache: &Cache,
    [kind, facts]: [&str; 2],
    path: &Path,
    make: impl FnOnce(Vec<u8>, &Path) -> Result<(), MediaError>,
) -> Result<(String, T), MediaError> {
    let hash = cache.hash_of(path)?;
    let entry = [kind, "-", &hash[..16]].concat();
    let folder = cache.entry(&entry, |draft| make(std::fs::read(path)?, draft))?;
    let json = std::fs::read(folder.join(facts))?;
    let known = serde_json::from_slice(&json).map_err(std::io::Error::other)?;
    Ok((entry, known))
}

/// The SHA-256 of a file, read once as long as the file stays the same.
fn sum_of(path: &Path, cache: &Cache) -> Result<String, std::io::Error> {
    let name = ["sha256/", &cache.hash_of(path)?].concat();
    let sum = cache.bytes(&name, || sha256_of(path).map(String::into_bytes));
    sum.and_then(|sum| String::from_utf8(sum).map_err(std::io::Error::other))
}

fn look_at(files: &Files, job: &Job, cache: &Cache, facts: &Mutex<Facts>) {
    let lock = || facts.lock().unwrap_or_else(PoisonError::into_inner);
    let told = match job {
        Job::Photo(path) => photo::facts(&files.path(path), cache).and_then(|made| {
            let press = press::facts(&files.path(path), cache)?;
            let mut facts = lock();
            facts.files.extend(made.files(cache));
            facts.files.extend(press.files(cache));
            facts.photos.insert(path.clone(), made);
            facts.press.insert(path.clone(), press);
            Ok(())
        }),
        Job::Report(path) => report::facts(&files.path(path), cache).map(|made| {
            let mut facts = lock();
            facts.files.extend(made.files(cache));
            facts.reports.insert(path.clone(), made);
        }),
    };
    if let Err(error) = told {
        let (Job::Photo(path) | Job::Report(path)) = job;
        eprintln!("{path}: {error}; published as it is");
    }
}

/// Why something could not be made of a file.
#[derive(Debug)]
pub(crate) enum MediaError {
    /// It cannot be read, or what is made cannot be written.
    Io(std::io::Error),
    /// It is no picture that we know.
    Picture(image::ImageError),
    /// An encoder refused it.
    Encoder(String),
    /// It is no report that we can open.
    Report(String),
}

impl std::fmt::Display for MediaError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Picture(error) => error.fmt(f),
            Self::Encoder(text) | Self::Report(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for MediaError {}

impl From<std::io::Error> for MediaError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<image::ImageError> for MediaError {
    fn from(error: image::ImageError) -> Self {
        Self::Picture(error)
    }
}
