//! Any bytes whatever, opened, read and drawn. `cargo fuzz run -s none read_report`, on the stable toolchain; seeds
//! are in `tests/corpus` beside this crate. Refuses to check results: that is for the tests.
//!
//! The engine turns a panic of the PDF library into an error of the page. Here it ends the run all the same: libFuzzer's
//! hook aborts at every panic, before anyone can catch it. So a clean run says it of the library too.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nashra_report_engine::Document;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::open(bytes.to_vec(), "") else {
        return;
    };
    let info = document.info();
    let mut session = document.session();
    let _ = session.page_progression();
    for page in 0..document.n_pages().min(3) {
        let _ = document.links(page);
        let _ = session.text(page);
        let width = info.pages.first().map_or(1.0, |page| page.size.width).max(1.0);
        let _ = session.render(page, 200.0 / width, None);
    }
});
