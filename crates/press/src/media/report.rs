//! A report's PDF as posters and text, by the report engine, and the poster of its first page as a cover.

use std::fs;
use std::path::{Path, PathBuf};

use nashra_report_engine::publish::{PagesOptions, write_pages};
use serde_json::Value;

use super::{Cache, MediaError, kept};

const PAGES: &str = "pages.json";

/// What is known of a report, and what was made of it.
#[derive(Clone, Debug)]
pub(crate) struct ReportFacts {
    entry: String,
    pub(crate) n_pages: u32,
    /// Lower-case hex.
    pub(crate) sha256: String,
    /// The first page, widest last: path relative to the newsroom's address, media type, width and height in pixels.
    pub(crate) posters: Vec<Poster>,
    /// The first page as a file of its own, beside the `pages` file.
    first_page: Option<String>,
}

/// A picture of the first page.
#[derive(Clone, Debug)]
pub(crate) struct Poster {
    pub(crate) path: String,
    pub(crate) mime_type: String,
    pub(crate) width_px: u32,
    pub(crate) height_px: u32,
}

impl ReportFacts {
    /// Where the `pages` file is published, relative to the newsroom's address.
    pub(crate) fn pages_path(&self) -> String {
        ["assets/", &self.entry, "/", PAGES].concat()
    }

    /// What is to be copied: where it lies, and where it goes.
    pub(super) fn files(&self, cache: &Cache) -> Vec<(PathBuf, String)> {
        let folder = cache.path(&self.entry);
        let mut files = vec![PAGES.to_owned()];
        files.extend(self.first_page.clone());
        for inner in ["posters", "text"] {
            let names = fs::read_dir(folder.join(inner)).into_iter().flatten();
            let names = names.filter_map(|entry| Some(entry.ok()?.file_name()));
            files.extend(names.map(|name| [inner, "/", &name.to_string_lossy()].concat()));
        }
        let files = files.into_iter();
        files
            .map(|name| {
                (
                    folder.join(&name),
                    ["assets/", &self.entry, "/", &name].concat(),
                )
            })
            .collect()
    }
}

/// Facts about the report at `path`, made now or before.
pub(super) fn facts(path: &Path, cache: &Cache) -> Result<ReportFacts, MediaError> {
    let (entry, pages): (_, Value) = kept(cache, ["report", PAGES], path, make)?;
    let list = pages["pages"].as_array().map_or(&[][..], Vec::as_slice);
    let posters = list.first().and_then(|page| page["posters"].as_array());
    let posters = posters.into_iter().flatten().filter_map(|poster| {
        let size = |key: &str| u32::try_from(poster[key].as_u64()?).ok();
        Some(Poster {
            path: ["assets/", &entry, "/", poster["url"].as_str()?].concat(),
            mime_type: poster["mime_type"].as_str()?.to_owned(),
            width_px: size("width")?,
            height_px: size("height")?,
        })
    });
    Ok(ReportFacts {
        n_pages: list.len() as u32,
        sha256: pages["sha256"].as_str().unwrap_or_default().to_owned(),
        posters: posters.collect(),
        first_page: pages["first_page_url"].as_str().map(str::to_owned),
        entry,
    })
}

fn make(pdf: Vec<u8>, folder: &Path) -> Result<(), MediaError> {
    let folder = folder.to_owned();
    // A file that breaks the engine breaks a thread, not the publication.
    let made = std::thread::spawn(move || {
        write_pages(&pdf, &folder, &PagesOptions::default(), &|_| {})
            .map(|_| ())
            .map_err(|error| MediaError::Report(error.to_string()))
    });
    let broken = || MediaError::Report("the report engine cannot read it".to_owned());
    made.join().unwrap_or_else(|_| Err(broken()))
}
