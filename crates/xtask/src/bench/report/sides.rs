//! Both sides as folders for `nashra serve`: the newsroom as it is published, and PDF.js's viewer with the same reports.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::dist::measure::write_brotli;
use crate::error::XtaskError;
use crate::{bench, house, stamp};

/// A report: its page in the newsroom and its file.
pub(super) struct Report {
    pub(super) name: &'static str,
    pub(super) page: &'static str,
    pub(super) file: &'static str,
    /// Whether thirty pages can be scrolled.
    pub(super) is_long: bool,
}

/// An Arabic one of many pages and photos, and a short English one.
pub(super) const REPORTS: [Report; 2] = [
    Report {
        name: "cooperation-ar",
        page: "/ar/reports/cooperation-gains/",
        file: "/media/reports/cooperation-ar.pdf",
        is_long: true,
    },
    Report {
        name: "trade-en",
        page: "/en/reports/trade-atlas-2025/",
        file: "/media/reports/trade-en.pdf",
        is_long: false,
    },
];

/// What hosts send compressed; as we do, at brotli 11.
const COMPRESSED: [&str; 3] = ["mjs", "css", "wasm"];

/// Writes the copy that is sent.
fn compress(file: &Path, bytes: &[u8]) -> Result<(), XtaskError> {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    let copy = PathBuf::from(name);
    let mut compressed = Vec::new();
    write_brotli(bytes, &mut compressed).map_err(XtaskError::io(file))?;
    stamp::write_file(&copy, &compressed)
}

/// Publishes the newsroom and lays out the peer; gives both folders.
pub(super) fn lay_out(newsroom: &Path, pdfjs: &Path) -> Result<[PathBuf; 2], XtaskError> {
    let [ours, theirs] =
        ["ours", "pdfjs"].map(|name| house::target().join("bench/report").join(name));
    bench::publish(newsroom, &ours, &[])?;
    let copy = |from: &Path, to: PathBuf| {
        let bytes = std::fs::read(from).map_err(XtaskError::io(from))?;
        stamp::write_file(&to, &bytes)?;
        let extension = to.extension().unwrap_or_default().to_string_lossy();
        let is_asked_for = !to.components().any(|part| part.as_os_str() == "cmaps");
        if is_asked_for && COMPRESSED.contains(&&*extension) {
            compress(&to, &bytes)?;
        }
        Ok(())
    };
    for folder in ["build", "web", "cmaps", "standard_fonts", "wasm", "iccs"] {
        for file in stamp::files_below(&pdfjs.join(folder))? {
            let inside = file.strip_prefix(pdfjs).unwrap_or(&file);
            copy(&file, theirs.join("pdfjs").join(inside))?;
        }
    }
    for report in &REPORTS {
        let file = report.file.trim_start_matches('/');
        copy(&ours.join(file), theirs.join(file))?;
    }
    let links: String = REPORTS
        .iter()
        .map(|report| {
            format!(
                "<a id={0} href='/viewer.html?file={1}'>{0}</a>\n",
                report.name, report.file
            )
        })
        .collect();
    let start = format!("<!doctype html><meta charset=utf-8><title>Reports</title>\n{links}");
    // PDF.js asks for styles and workers that our policy would refuse: its pages have none.
    let serve =
        json!({ "content_security_policy": "", "prefix": "/", "redirects": {} }).to_string();
    for (name, bytes) in [
        (".nashra/serve.json", serve.as_bytes()),
        ("index.html", start.as_bytes()),
        ("viewer.html", include_bytes!("peer.html").as_slice()),
        ("peer.css", include_bytes!("peer.css").as_slice()),
        ("peer.js", include_bytes!("peer.js").as_slice()),
    ] {
        stamp::write_file(&theirs.join(name), bytes)?;
    }
    Ok([ours, theirs])
}
