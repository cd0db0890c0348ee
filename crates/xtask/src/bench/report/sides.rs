//! The sides, and their folders for `nashra serve`: the newsroom as it is published, and PDF.js's viewer with the same reports, as they are
//! and linearised.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::dist::measure::write_brotli;
use crate::error::XtaskError;
use crate::{bench, house, shell, stamp};

/// Who shows a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// This viewer, in the newsroom.
    Ours,
    /// PDF.js with its defaults.
    Peer,
    /// PDF.js asking for the parts that it needs, of a file which has those of the first page first.
    PeerByRanges,
}

impl Side {
    pub(super) const ALL: [Self; 3] = [Self::Ours, Self::Peer, Self::PeerByRanges];

    /// Where its visits begin, and the link that opens the report.
    pub(super) fn way_to(self, report: &Report) -> (&'static str, String) {
        match self {
            Self::Ours => (report.page, "a[href$='/read/']".to_owned()),
            Self::Peer => ("/", format!("#{}", report.name)),
            Self::PeerByRanges => ("/", format!("#{}-by-ranges", report.name)),
        }
    }
}

/// One folder for what the newsroom serves, one for PDF.js's.
pub(super) struct Folders {
    ours: PathBuf,
    theirs: PathBuf,
}

impl Folders {
    pub(super) fn of(&self, side: Side) -> &Path {
        match side {
            Side::Ours => &self.ours,
            Side::Peer | Side::PeerByRanges => &self.theirs,
        }
    }
}

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

/// Where linearised copies stand.
const LINEARISED: &str = "linearised";

/// Writes a copy whose first page can be drawn from its beginning.
fn linearise(from: &Path, to: &Path) -> Result<(), XtaskError> {
    let folder = to.parent().unwrap_or(to);
    std::fs::create_dir_all(folder).map_err(XtaskError::io(folder))?;
    let mut qpdf = shell::command("qpdf");
    shell::run(
        qpdf.args(["--linearize", "--deterministic-id"])
            .arg(from)
            .arg(to),
    )
}

/// Publishes the newsroom and lays out the peer.
pub(super) fn lay_out(newsroom: &Path, pdfjs: &Path) -> Result<Folders, XtaskError> {
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
        linearise(&ours.join(file), &theirs.join(LINEARISED).join(file))?;
    }
    let links: String = REPORTS
        .iter()
        .map(|report| {
            format!(
                "<a id={0} href='/viewer.html?file={1}'>{0}</a>\n\
                 <a id={0}-by-ranges href='/viewer.html?ranges&file=/{LINEARISED}{1}'>{0} by ranges</a>\n",
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
    Ok(Folders { ours, theirs })
}
