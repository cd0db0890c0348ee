//! The report engine against PDF.js in one browser: from a worker's start to the first page's pixels, then the next page, at the
//! same size, run in turns. It refuses files of its own making alone: other people's PDFs come from npm with the peer.

use std::path::{Path, PathBuf};

use nashra_browser_tests::HarnessError;
use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Origin, Site};
use nashra_report::protocol::PROTOCOL_VERSION;
use serde_json::Value;

use super::Setting;
use super::npm::{self, Packages};
use super::row::{Peer, Quartiles, Row};
use crate::error::XtaskError;
use crate::{dist, house, setup, stamp};

/// `benches/pdf`: the peer, and a package whose test files are PDFs from the wild: a paper by LaTeX, a Google document full of
/// photos, a magazine page and a manual.
const PACKAGES: &str = "pdf";
const PEER: &str = "pdfjs-dist";

/// Our sample's reports, what the corpus has by other producers, and the wild ones, whose names begin with `npm:`.
const FILES: [&str; 14] = [
    "sample/media/reports/cooperation-ar.pdf",
    "sample/media/reports/cooperation-en.pdf",
    "sample/media/reports/food-fr.pdf",
    "sample/media/reports/trade-en.pdf",
    "sample/media/reports/yearbook.pdf",
    "sample/media/reports/reader-guide.pdf",
    "crates/report-engine/tests/corpus/chromium-mixed.pdf",
    "crates/report-engine/tests/corpus/libreoffice-ar-vowels.pdf",
    "crates/report-engine/tests/corpus/typst-columns.pdf",
    "crates/report-engine/tests/corpus/weasyprint-columns.pdf",
    "npm:pdf-parse/test/data/01-valid.pdf",
    "npm:pdf-parse/test/data/02-valid.pdf",
    "npm:pdf-parse/test/data/04-valid.pdf",
    "npm:pdf-parse/test/data/05-versions-space.pdf",
];

/// As wide as a reader's column on a dense screen.
const WIDTH_PX: u32 = 1200;

/// No file may be slower than the peer's, and half of them must take at most this share of its time.
const FILE_LIMIT: f64 = 1.0;
const MEDIAN_LIMIT: f64 = 0.7;

/// What was measured of a file.
#[derive(Default)]
struct Sample {
    first: [Vec<f64>; 2],
    next: [Vec<f64>; 2],
}

/// Two rows a file, and the median of the ratios for each kind.
pub(super) fn rows(setting: &Setting<'_>) -> Result<Vec<Row>, XtaskError> {
    setup::run(true)?;
    if setting.worker.is_none() {
        dist::build()?;
    }
    let site = house::target().join("bench/engine-site");
    let dist = house::dist();
    let packages = npm::install(PACKAGES)?;
    let peer = packages.label(PEER)?;
    let files = lay_out(setting.worker.unwrap_or(&dist), &packages, &site)?;
    let samples =
        measure(&site, &files, setting).map_err(|error| XtaskError::Browser(error.to_string()))?;
    // The limits are Chromium's; elsewhere the figures are for the record.
    let is_judged = setting.engine == Engine::Chromium;
    let mut rows = Vec::new();
    for (what, of) in [
        (
            "first page",
            (|s: &Sample| &s.first) as fn(&Sample) -> &[Vec<f64>; 2],
        ),
        ("next page", |s: &Sample| &s.next),
    ] {
        let mut ratios = Vec::new();
        for (file, sample) in files.iter().zip(&samples) {
            let [ours, theirs] = of(sample);
            let (Some(ours), Some(theirs)) =
                (Quartiles::of(ours.clone()), Quartiles::of(theirs.clone()))
            else {
                continue;
            };
            ratios.push(ours.median / theirs.median);
            rows.push(Row {
                what: format!("{what}: {file}"),
                unit: "ms",
                ours,
                most: None,
                peer: Some(Peer {
                    name: peer.clone(),
                    theirs,
                    limit: is_judged.then_some(FILE_LIMIT),
                }),
                n: setting.n,
            });
        }
        let one = Quartiles {
            median: 1.0,
            q1: 1.0,
            q3: 1.0,
        };
        rows.extend(Quartiles::of(ratios).map(|ours| Row {
            what: format!("{what}: median of the ratios"),
            unit: "ratio",
            ours,
            most: None,
            peer: Some(Peer {
                name: peer.clone(),
                theirs: one,
                limit: is_judged.then_some(MEDIAN_LIMIT),
            }),
            n: setting.n,
        }));
    }
    Ok(rows)
}

/// Puts both engines and all files into one folder; gives the files' names.
fn lay_out(worker: &Path, packages: &Packages, site: &Path) -> Result<Vec<String>, XtaskError> {
    let copy = |from: &Path, to: PathBuf| {
        let bytes = std::fs::read(from).map_err(XtaskError::io(from))?;
        stamp::write_file(&to, &bytes)
    };
    stamp::write_file(
        &site.join("index.html"),
        include_bytes!("engine/index.html"),
    )?;
    stamp::write_file(&site.join("page.js"), include_bytes!("engine/page.js"))?;
    for name in ["report-worker.js", "report-worker-engine_bg.wasm"] {
        copy(&worker.join(name), site.join("worker").join(name))?;
    }
    let pdfjs = packages.of(PEER);
    for name in ["pdf.min.mjs", "pdf.worker.min.mjs"] {
        copy(
            &pdfjs.join("build").join(name),
            site.join("pdfjs").join(name),
        )?;
    }
    for folder in ["cmaps", "standard_fonts", "wasm", "iccs"] {
        for file in stamp::files_below(&pdfjs.join(folder))? {
            let name = file.file_name().unwrap_or_default();
            copy(&file, site.join("pdfjs").join(folder).join(name))?;
        }
    }
    let mut names = Vec::new();
    for file in FILES {
        let from = match file.strip_prefix("npm:") {
            Some(file) => packages.of(file),
            None => house::root().join(file),
        };
        let name = from
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        copy(&from, site.join("files").join(&name))?;
        names.push(name);
    }
    Ok(names)
}

fn measure(
    site: &Path,
    files: &[String],
    setting: &Setting<'_>,
) -> Result<Vec<Sample>, HarnessError> {
    end_all_on_signal()?;
    let site = Site::start(Origin::Folder(site.to_owned()))?;
    // As assets of a published newsroom, and as a careful host of PDF.js would have it.
    let immutable = "public, max-age=31536000, immutable";
    for folder in ["/worker/*", "/pdfjs/*"] {
        site.fault(
            folder,
            Fault::Header("cache-control".into(), immutable.into()),
        );
    }
    let browser = Browser::start(setting.engine)?;
    let page = Page::new(&browser, &site)?;
    page.goto("/")?;
    page.wait_until("globalThis.measure", "both engines' code")?;
    page.eval_async("return isReady")?;
    let mut samples = Vec::new();
    for file in files {
        let mut sample = Sample::default();
        // One run of each side before those that count.
        for run in 0..=setting.n {
            // Who begins changes, so that neither has always the warmer machine.
            let order = if run % 2 == 0 { [0, 1] } else { [1, 0] };
            let mut inks = [0, 0];
            for side in order {
                let name = ["ours", "theirs"][side];
                let js =
                    format!("return measure({name:?}, {file:?}, {WIDTH_PX}, {PROTOCOL_VERSION})");
                let answer = page.eval_async(&js)?;
                let missing = || HarnessError::Shape(format!("{file}, {name}: {answer}"));
                let first = answer["first"].as_f64().ok_or_else(missing)?;
                inks[side] = answer["ink"].as_u64().ok_or_else(missing)?;
                if run > 0 {
                    sample.first[side].push(first);
                    sample.next[side].extend(answer["next"].as_f64());
                }
                check_size(&answer).then_some(()).ok_or_else(missing)?;
            }
            if inks[0].abs_diff(inks[1]) > 60 {
                return Err(HarnessError::Shape(format!(
                    "{file}: the sides draw different pages: {inks:?}"
                )));
            }
        }
        println!("== {file} measured");
        samples.push(sample);
    }
    Ok(samples)
}

fn check_size(answer: &Value) -> bool {
    answer["width"] == WIDTH_PX && answer["height"].as_u64().is_some_and(|height| height > 100)
}
