//! `nashra pages`: a report's PDF as posters and text, in a folder that an attachment's `pages` points to.
//!
//! It refuses to know PDF: that is the report engine's. A page that cannot be drawn is named and left out.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Instant;

use clap::Args;
use nashra_report_engine::publish::{PagesOptions, PagesSummary, write_pages};

use crate::error::{PressError, io};
use crate::progress::Progress;

/// What to make, as asked on the command line.
#[derive(Args, Debug)]
pub struct Options {
    /// The report
    pdf: PathBuf,
    /// The folder to write: pages.json, posters/, text/, and first-page.pdf where it is worth it
    #[arg(long)]
    out: PathBuf,
    /// Widths of the posters in pixels
    #[arg(long = "width", default_values_t = [480, 1080], value_parser = clap::value_parser!(u32).range(16..=4096))]
    widths_px: Vec<u32>,
    /// Pages that share a text file
    #[arg(long, default_value_t = 16, value_parser = clap::value_parser!(u32).range(1..))]
    pages_per_text: u32,
    /// Threads; 0 for as many as the machine has
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// The password that the file asks for
    #[arg(long, default_value = "")]
    password: String,
}

/// Writes the folder, tells how far it is on a terminal, and gives a line that says what was made.
pub fn make(options: &Options, progress: &Progress) -> Result<String, PressError> {
    let pdf = std::fs::read(&options.pdf).map_err(io(&options.pdf))?;
    let mut widths_px = options.widths_px.clone();
    widths_px.sort_unstable();
    widths_px.dedup();
    let wanted = PagesOptions {
        poster_widths_px: widths_px,
        pages_per_text: options.pages_per_text,
        n_threads: options.threads,
        password: options.password.clone(),
    };
    let started = Instant::now();
    let bar = OnceLock::new();
    let tell = |n_pages: u32| {
        let bar = bar.get_or_init(|| progress.bar("pages", n_pages as usize));
        bar.advance(1);
    };
    let made = write_pages(&pdf, &options.out, &wanted, &tell);
    let summary = made.map_err(|cause| PressError::Pages {
        path: options.pdf.clone(),
        cause,
    })?;
    for (page, error) in &summary.broken {
        eprintln!("nashra: page {}: {error}", page + 1);
    }
    Ok(line(&summary, started.elapsed().as_secs_f64()))
}

fn line(summary: &PagesSummary, seconds: f64) -> String {
    let megabytes = summary.n_bytes as f64 / 1e6;
    let broken = match summary.broken.len() {
        0 => String::new(),
        n => format!(", {n} errors"),
    };
    format!(
        "{} pages, {megabytes:.1} MB in {seconds:.1} s{broken}",
        summary.n_pages
    )
}
