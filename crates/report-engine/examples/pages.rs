//! Writes the `pages` file of a PDF into a folder: for measuring the writer without the rest of press.
//!
//! It never reads what it wrote.

use std::path::Path;
use std::time::Instant;

use nashra_report_engine::publish::{PagesOptions, write_pages};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(pdf), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: pages FILE.pdf FOLDER".into());
    };
    let started = Instant::now();
    let summary = write_pages(
        &std::fs::read(pdf)?,
        Path::new(&out),
        &PagesOptions::default(),
        &|_| {},
    )?;
    eprintln!("{summary:?} in {:.1?}", started.elapsed());
    Ok(())
}
