//! The first page as a file of its own: where it comes, that it draws the same, and where it does not come.

#[path = "damaged/pdf.rs"]
#[allow(dead_code, reason = "the damaged files need more of it")]
mod pdf;

use std::fs;
use std::path::{Path, PathBuf};

use nashra_report_engine::publish::{PagesOptions, write_pages};
use nashra_report_engine::{Bitmap, Document};
use serde_json::Value;

use pdf::{file, stream};

const NAME: &str = "first-page.pdf";

/// The folder of a report, without posters.
fn published(name: &str, report: &[u8]) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("first-page")
        .join(name);
    let _ = fs::remove_dir_all(&out);
    let options = PagesOptions {
        poster_widths_px: Vec::new(),
        ..PagesOptions::default()
    };
    fs::create_dir_all(&out).expect("a folder");
    write_pages(report, &out, &options, &|_| {}).expect("pages");
    out
}

/// The first page's file, which is there where `pages.json` names it.
fn first_page(folder: &Path) -> Option<Vec<u8>> {
    let pages = fs::read(folder.join("pages.json")).expect("pages.json");
    let pages: Value = serde_json::from_slice(&pages).expect("JSON");
    let file = fs::read(folder.join(NAME)).ok();
    let named = file.is_some().then_some(NAME);
    assert_eq!(pages["first_page_url"].as_str(), named);
    file
}

fn drawn(report: &[u8]) -> Bitmap {
    let document = Document::open(report.to_vec(), "").expect("a report");
    document.session().render(0, 2.0, None).expect("a page")
}

fn sample(name: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../sample/media/reports");
    fs::read(root.join(name)).expect("the sample's report")
}

#[test]
fn a_large_report_has_one_that_draws_the_same() {
    let report = sample("cooperation-ar.pdf");
    let alone = first_page(&published("large", &report)).expect("a first page");
    assert!(
        alone.len() * 10 < report.len(),
        "{} of {}",
        alone.len(),
        report.len()
    );
    let document = Document::open(alone.clone(), "").expect("a file");
    assert_eq!(document.n_pages(), 1);
    assert!(drawn(&alone) == drawn(&report));
}

#[test]
fn a_small_report_has_none() {
    let report = sample("trade-en.pdf");
    assert_eq!(first_page(&published("small", &report)), None);
}

/// Two pages, and 400 KB that neither uses; the first page also has what `entries` say.
fn heavy(entries: &str) -> Vec<u8> {
    file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 200 200]>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/Contents 5 0 R{entries}>>").into_bytes(),
        b"<</Type/Page/Parent 2 0 R/Contents 5 0 R>>".to_vec(),
        stream("", b"1 0 0 rg 20 20 60 60 re f"),
        b"<</Type/Annot/Subtype/Stamp/Rect[100 100 180 180]/F 4/AP<</N 7 0 R>>>>".to_vec(),
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 80 80]",
            b"0 0 1 rg 0 0 80 80 re f",
        ),
        stream("", &vec![b' '; 400_000]),
    ])
}

/// What lies over the page, like a stamp, is not taken along: such a page would not be the reader's.
#[test]
fn a_page_that_is_another_alone_has_none() {
    let (plain, stamped) = (heavy(""), heavy("/Annots[6 0 R]"));
    assert!(drawn(&plain) != drawn(&stamped));
    let alone = first_page(&published("plain", &plain)).expect("a first page");
    assert!(drawn(&alone) == drawn(&plain));
    assert_eq!(first_page(&published("stamped", &stamped)), None);
}
