//! The `pages` file of a report (`feed.md`): sizes, labels, outline, posters, text, in a folder of plain files.
//!
//! For native tools. It never publishes half a report: the `pages` file is written last.

mod first_page;
mod json;
mod posters;
pub mod supplies;

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use nashra_report::document::DocumentInfo;
use nashra_report::text::PageText;
use sha2::{Digest, Sha256};

use crate::{Document, OpenError, PageError};

/// What to make.
#[derive(Clone, Debug)]
pub struct PagesOptions {
    /// Widths of the posters in pixels, smallest first.
    pub poster_widths_px: Vec<u32>,
    /// How many pages share a text file.
    pub pages_per_text: u32,
    /// Threads to use; 0 for as many as the machine has.
    pub n_threads: usize,
    /// Empty for files that need none.
    pub password: String,
}

impl Default for PagesOptions {
    fn default() -> Self {
        Self {
            poster_widths_px: vec![480, 1080],
            pages_per_text: 16,
            n_threads: 0,
            password: String::new(),
        }
    }
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagesSummary {
    /// Pages of the report.
    pub n_pages: u32,
    /// Pages that could not be drawn or read, from 0, with the reason; they have no posters or no text.
    pub broken: Vec<(u32, PageError)>,
    /// Bytes written, all files.
    pub n_bytes: u64,
    /// Lower-case hex of the file's SHA-256.
    pub sha256: String,
}

/// Why the folder was not made.
#[derive(Debug)]
pub enum PagesError {
    /// The file cannot be opened.
    Open(OpenError),
    /// A file cannot be written.
    Write(io::Error),
}

impl fmt::Display for PagesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(error) => error.fmt(f),
            Self::Write(error) => write!(f, "the pages cannot be written: {error}"),
        }
    }
}

impl std::error::Error for PagesError {}

/// What a thread found out about one page.
#[derive(Default)]
struct MadePage {
    text: PageText,
    posters: Vec<posters::Poster>,
    errors: Vec<PageError>,
    n_bytes: u64,
}

/// Hears that one more page is done, of how many; called from several threads.
pub type Progress<'a> = &'a (dyn Fn(u32) + Sync);

/// Writes `pages.json`, `posters/`, `text/` and, where it is worth it, `first-page.pdf` into a folder, which is made if need be.
pub fn write_pages(
    pdf: &[u8],
    out: &Path,
    options: &PagesOptions,
    progress: Progress<'_>,
) -> Result<PagesSummary, PagesError> {
    let document =
        Document::open(Arc::new(pdf.to_vec()), &options.password).map_err(PagesError::Open)?;
    for folder in ["posters", "text"] {
        fs::create_dir_all(out.join(folder)).map_err(PagesError::Write)?;
    }
    let info = document.info();
    let mut pages =
        make_pages(&document, &info, out, options, progress).map_err(PagesError::Write)?;
    let mut n_bytes: u64 = pages.iter().map(|page| page.n_bytes).sum();
    let per_text = options.pages_per_text.max(1) as usize;
    let mut write = |name: String, content: &[u8]| {
        n_bytes += content.len() as u64;
        fs::write(out.join(name), content).map_err(PagesError::Write)
    };
    for (run, pages) in pages.chunks(per_text).enumerate() {
        let texts = pages.iter().map(|page| &page.text);
        write(
            text_name(run),
            json::texts(run * per_text, texts, info.language.as_deref()).as_bytes(),
        )?;
    }
    // What was locked is not laid open.
    let first_page = if options.password.is_empty() {
        first_page::alone(&document, pdf.len())
    } else {
        None
    };
    if let Some(file) = &first_page {
        write(first_page::NAME.into(), file)?;
    }
    let progression = document.session().page_progression();
    let sha256: String = Sha256::digest(pdf)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let posters: Vec<_> = pages
        .iter_mut()
        .map(|page| std::mem::take(&mut page.posters))
        .collect();
    let text_names = (0..pages.len()).map(|page| text_name(page / per_text));
    write(
        "pages.json".into(),
        json::pages(
            &info,
            progression,
            &sha256,
            first_page.map(|_| first_page::NAME),
            &posters,
            text_names,
        )
        .as_bytes(),
    )?;
    let broken = pages
        .iter()
        .enumerate()
        .flat_map(|(page, made)| made.errors.iter().map(move |&e| (page as u32, e)));
    Ok(PagesSummary {
        n_pages: document.n_pages(),
        broken: broken.collect(),
        n_bytes,
        sha256,
    })
}

fn text_name(run: usize) -> String {
    format!("text/{}.json", run + 1)
}

/// Pages are taken one by one, so that a heavy one keeps no thread waiting; each thread has caches of its own.
fn make_pages(
    document: &Document,
    info: &DocumentInfo,
    out: &Path,
    options: &PagesOptions,
    progress: Progress<'_>,
) -> io::Result<Vec<MadePage>> {
    let n_threads = match options.n_threads {
        0 => thread::available_parallelism().map_or(1, usize::from),
        n => n,
    };
    let next = AtomicU32::new(0);
    let work = || {
        let mut session = document.session();
        let mut made = Vec::new();
        loop {
            let page = next.fetch_add(1, Ordering::Relaxed);
            let Some(page_info) = info.pages.get(page as usize) else {
                return Ok(made);
            };
            let mut this = MadePage::default();
            match session.text(page) {
                Ok(text) => this.text = text,
                Err(error) => this.errors.push(error),
            }
            match posters::make(
                &mut session,
                page,
                page_info.size,
                &options.poster_widths_px,
            ) {
                Ok(posters) => {
                    for poster in &posters {
                        this.n_bytes += poster.bytes.len() as u64;
                        fs::write(out.join(&poster.name), &poster.bytes)?;
                    }
                    this.posters = posters
                        .into_iter()
                        .map(posters::Poster::without_bytes)
                        .collect();
                }
                Err(error) => this.errors.push(error),
            }
            made.push((page, this));
            progress(info.pages.len() as u32);
        }
    };
    let found: Vec<io::Result<Vec<(u32, MadePage)>>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..n_threads).map(|_| scope.spawn(work)).collect();
        // A thread that broke leaves its pages unmade; the rest of the report stands.
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| Ok(Vec::new())))
            .collect()
    });
    let mut pages: Vec<Option<MadePage>> = info.pages.iter().map(|_| None).collect();
    for made in found {
        for (page, this) in made? {
            if let Some(place) = pages.get_mut(page as usize) {
                *place = Some(this);
            }
        }
    }
    let broken = || MadePage {
        errors: vec![PageError::Broken],
        ..MadePage::default()
    };
    Ok(pages
        .into_iter()
        .map(|page| page.unwrap_or_else(broken))
        .collect())
}
