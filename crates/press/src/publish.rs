//! `nashra publish`: every page of the newsroom as a file, with its data, its assets and its headers.
//!
//! It writes beside the output and swaps at the end: what was published before stays whole until then.

mod assets;
mod document;
mod files;
mod fonts;
mod pages;
pub mod policy;

use std::path::{Path, PathBuf};

use crate::error::PressError;
use crate::source::{Origin, Source};
use files::Output;

/// What to publish, and from where to where.
pub struct Options {
    /// The newsroom.
    pub origin: Origin,
    /// The folder to write; replaced as a whole.
    pub out: PathBuf,
    /// The built app (`dist/`).
    pub app: PathBuf,
    /// Instead of `site.json`'s `base_url`.
    pub base_url: Option<String>,
}

/// What was written.
pub struct Summary {
    /// Pages, `404.html` among them.
    pub n_pages: usize,
    /// What was left out of the feeds.
    pub n_warnings: usize,
}

/// Publishes a newsroom.
pub fn publish(options: &Options) -> Result<Summary, PressError> {
    let source = Source::read(&options.origin, options.base_url.as_deref())?;
    for language in &source.languages {
        for warning in &language.warnings {
            eprintln!("{}{}", warning.url, warning.warning);
        }
    }
    let output = Output::beside(&options.out)?;
    let prefix = prefix_of(source.newsroom.base_url.as_str())?;
    let assets = assets::write(&options.app, &source, &prefix, &output)?;
    let written = pages::write(&source, &prefix, &assets, &output)?;
    write_sources(&source, &written, &output)?;
    policy::write(&source, &prefix, &output)?;
    output.write(".nashra/pages.json", written.list().to_string().as_bytes())?;
    output.compress()?;
    output.swap()?;
    Ok(Summary {
        n_pages: written.pages.len(),
        n_warnings: source
            .languages
            .iter()
            .map(|language| language.warnings.len())
            .sum(),
    })
}

/// `site.json`, feeds and the media that pages name.
fn write_sources(
    source: &Source,
    written: &pages::Written,
    output: &Output,
) -> Result<(), PressError> {
    output.write("site.json", source.site_json.as_bytes())?;
    let base = source.newsroom.base_url.as_str();
    for language in &source.languages {
        for (url, bytes) in &language.feed_files {
            if let Some(rest) = url.strip_prefix(base) {
                output.write(rest, bytes)?;
            }
        }
        let path = ["locales/", &language.tag, ".json"].concat();
        output.write(&path, language.messages_json.as_bytes())?;
    }
    let Some(folder) = &source.folder else {
        return Ok(());
    };
    for media in &written.media {
        copy_media(folder, media, output)?;
    }
    Ok(())
}

fn copy_media(folder: &Path, media: &str, output: &Output) -> Result<(), PressError> {
    let from = crate::source::local_path(folder, media);
    if from.is_file() {
        return output.copy(&from, media);
    }
    eprintln!("missing: {}", from.display());
    Ok(())
}

/// The path of the newsroom's address, from `/` to `/`.
fn prefix_of(base_url: &str) -> Result<String, PressError> {
    let url = url::Url::parse(base_url).map_err(|_| PressError::BadUrl(base_url.to_owned()))?;
    Ok(url.path().to_owned())
}
