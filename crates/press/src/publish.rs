//! `nashra publish`: every page of the newsroom as a file, with its data, its assets and its headers.
//!
//! It writes beside the output and moves in at the end what changed: what was published before stays whole until then.

mod album;
mod align;
mod analytics;
mod app_manifest;
mod assets;
mod cards;
mod document;
pub(crate) mod embed;
mod feeds;
pub(crate) mod files;
mod fonts;
mod head;
pub(crate) mod host;
mod html;
mod icons;
mod json_ld;
mod kit;
mod lead;
pub(crate) mod offline;
mod pages;
pub mod policy;
mod redirects;
mod search;
mod site;
mod sitemap;
mod sources;

use std::path::PathBuf;
use std::sync::Arc;

use crate::error::{PressError, io};
use crate::inside;
use crate::media::{self, Cache, Facts, Places, scrub};
use crate::progress::Progress;
use crate::source::{Files, Origin, Source};
use assets::Assets;
use cards::Album;
pub(crate) use files::beside;
use files::{Compression, Key, Output};
use pages::Written;
pub use search::Index;
use search::{Reports, Shelf};

/// What to publish, and from where to where.
pub struct Options {
    /// The newsroom.
    pub origin: Origin,
    /// The folder to write. What was published there before and is no longer goes; other files stay.
    pub out: PathBuf,
    /// The built app; the one inside this command if not said, else `dist`.
    pub app: Option<PathBuf>,
    /// Instead of `site.json`'s `base_url`.
    pub base_url: Option<String>,
    /// Make smaller pictures, posters and cards. Without, photos and reports are published as they are.
    pub has_media: bool,
    /// Make the search index. Without, the search page reads the feeds.
    pub has_search: bool,
    /// Where what was made of media is kept; beside the output if not said.
    pub cache: Option<PathBuf>,
    /// Compress pages as hard as assets.
    pub is_best: bool,
    /// The moment of publication, in milliseconds since 1970: what is embargoed until later is left out.
    pub now_ms: i64,
}

/// What was written.
pub struct Summary {
    /// Pages, `404.html` among them.
    pub n_pages: usize,
    /// Files that were made anew, compressed copies not counted.
    pub n_written: usize,
    /// Files that are no longer published.
    pub n_removed: usize,
    /// Items that may not be shown yet.
    pub n_withheld: usize,
    /// When the next of them may be: to publish again then is enough.
    pub next_due: Option<jiff::Zoned>,
    /// What was left out of the feeds.
    pub n_warnings: usize,
    /// The search index; absent where none was asked for.
    pub search: Option<Index>,
}

/// Publishes a newsroom.
pub fn publish(options: &Options, progress: &Progress) -> Result<Summary, PressError> {
    if options.is_best {
        Compression::all_best();
    }
    let mut source = Source::read(&options.origin, options.base_url.as_deref(), options.now_ms)?;
    for language in &source.languages {
        for warning in &language.warnings {
            eprintln!("{}{}", warning.url, warning.warning);
        }
    }
    let today = u64::try_from(options.now_ms / 86_400_000).unwrap_or_default();
    let cache = Arc::new(Cache::open(&cache_folder(options)));
    let output = Output::beside(&options.out, today)?.with_cache(Arc::clone(&cache));
    let facts = if options.has_media {
        media::prepare(&mut source, &cache, progress)?
    } else {
        Facts::default()
    };
    let prefix = prefix_of(source.newsroom.base_url.as_str())?;
    let app = match &options.app {
        Some(app) => app.clone(),
        None => inside::unpack(&cache_folder(options))?.unwrap_or_else(|| PathBuf::from("dist")),
    };
    let (assets, mut waiting) = assets::write(&app, &source, &prefix, options.has_search, &output)?;
    let base_url = source.newsroom.base_url.as_str();
    let places = Places::new(source.files.as_ref(), &facts);
    let album = Album::new(&places, base_url, &facts);
    let reports = Reports::new(&places, base_url);
    let icons = icons::write(&source, &prefix, &output)?;
    waiting.extend(sources::of(&source));
    let setting = pages::Setting {
        source: &source,
        prefix: &prefix,
        assets: &assets,
        output: &output,
        waiting: &waiting,
        album: options.has_media.then_some(&album),
        icons: &icons,
        touch_icon: icons::touch_icon(&icons),
        reports: options.has_search.then_some(&reports),
        places: &places,
        facts: &facts,
        cache: &cache,
        renderer: renderer(),
    };
    let mut written = pages::write(&setting, progress)?;
    let shelf = Shelf {
        languages: std::mem::take(&mut written.texts),
        renderer: setting.renderer,
        output: &output,
    };
    let search = options.has_search.then(|| shelf.write()).transpose()?;
    if let Some(files) = &source.files {
        let named = written.media.iter();
        for media in named.filter(|media| places.made(media).is_none()) {
            copy_media(files, media, &output)?;
        }
    }
    for (file, path) in &facts.files {
        output.copy(file, path)?;
    }
    cache.keep().map_err(io(&options.out))?;
    sitemap::write(&written.addresses(), base_url, &output)?;
    sitemap::write_robots(base_url, &output)?;
    write_worker(&source, &prefix, &assets, &written, &output)?;
    let redirects = redirects::of(&source, &prefix, &written.paths())?;
    host::write(
        &source,
        (&prefix, &assets.style),
        &redirects,
        &options.out,
        &output,
    )?;
    let list = written.list().to_string();
    output.write(".nashra/pages.json", list.as_bytes(), Compression::None)?;
    let count =
        |of: fn(&crate::source::LanguageSource) -> usize| source.languages.iter().map(of).sum();
    let n_written = output.n_written();
    Ok(Summary {
        n_pages: written.pages.len(),
        n_written,
        n_removed: output.commit()?,
        n_withheld: count(|language| language.n_withheld),
        next_due: next_due(&source),
        n_warnings: count(|language| language.warnings.len()),
        search,
    })
}

/// When the next item may be shown, on the newsroom's clock.
fn next_due(source: &Source) -> Option<jiff::Zoned> {
    let languages = source.languages.iter();
    let due_ms = languages.filter_map(|it| it.next_due_ms).min()?;
    let zone = source.newsroom.time_zone.as_deref();
    let zone = zone.and_then(|zone| jiff::tz::TimeZone::get(zone).ok());
    let moment = jiff::Timestamp::from_millisecond(due_ms).ok()?;
    Some(moment.to_zoned(zone.unwrap_or(jiff::tz::TimeZone::UTC)))
}

/// The service worker that the newsroom asks for.
fn write_worker(
    source: &Source,
    prefix: &str,
    assets: &Assets,
    written: &Written,
    output: &Output,
) -> Result<(), PressError> {
    if !source.newsroom.keeps_copies {
        return offline::write_off(prefix, output);
    }
    let default = &source.languages[source.newsroom.default_language].tag;
    let languages = written.stand_ins.iter();
    let mut languages: Vec<&str> = languages
        .filter_map(|page| page.language.as_deref())
        .collect();
    languages.sort_by_key(|tag| tag != default);
    let withdrawn: Vec<&str> = written.withdrawn.iter().map(String::as_str).collect();
    let stand_ins = written.stand_ins.iter();
    let stand_ins: Vec<u8> = stand_ins
        .flat_map(|page| page.key.0.to_le_bytes())
        .collect();
    let publication = offline::Publication {
        prefix,
        assets,
        languages: &languages,
        withdrawn: &withdrawn,
        stand_ins: Key::of(&[&stand_ins]),
    };
    offline::write(&publication, output)
}

fn copy_media(files: &Files, media: &str, output: &Output) -> Result<(), PressError> {
    let from = files.path(media);
    if from.is_file() {
        let to = percent_encoding::percent_decode_str(media).decode_utf8_lossy();
        let to = to.split(['?', '#']).next().unwrap_or_default();
        if !scrub::is_for(to) {
            return output.copy(&from, to);
        }
        return output.copy_changed(&from, to, |bytes| {
            scrub::scrub(bytes).map_err(|error| PressError::Picture {
                path: from.clone(),
                cause: error.to_string(),
            })
        });
    }
    eprintln!("missing: {}", from.display());
    Ok(())
}

/// Beside the output, so that it is on the same disk and is not served.
fn cache_folder(options: &Options) -> PathBuf {
    let beside = || files::beside(&options.out, "cache");
    options.cache.clone().unwrap_or_else(beside)
}

/// This very program: another build may render the same data otherwise.
fn renderer() -> Key {
    let program = std::env::current_exe().and_then(std::fs::read);
    Key::of(&[&program.unwrap_or_default()])
}

/// The path of the newsroom's address, from `/` to `/`.
fn prefix_of(base_url: &str) -> Result<String, PressError> {
    let url = url::Url::parse(base_url).map_err(|_| PressError::BadUrl(base_url.to_owned()))?;
    Ok(url.path().to_owned())
}
