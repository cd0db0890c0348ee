//! What the fuzzer found, kept as files: each page's text is read, not given up as the page's error.
//!
//! It refuses files that are merely damaged; those are in `damaged`.

use std::fs;
use std::path::Path;

use nashra_report_engine::Document;

#[test]
fn pages_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found");
    let mut n_files = 0;
    for entry in fs::read_dir(&folder).expect("tests/found") {
        let path = entry.expect("an entry").path();
        let document = Document::open(fs::read(&path).expect("a file"), "").expect("a report");
        let mut session = document.session();
        for page in 0..document.n_pages().min(3) {
            let read = session.text(page);
            assert!(read.is_ok(), "{}, page {page}: {read:?}", path.display());
        }
        n_files += 1;
    }
    assert!(n_files > 0);
}
