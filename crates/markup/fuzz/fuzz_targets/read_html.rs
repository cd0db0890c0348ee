//! Any text whatever, read as third-party HTML: the tree is in normal form, holds only what is allowed, and reads the same
//! once more. Refuses to know better than the tests: what is checked is theirs.
//!
//! `cargo fuzz run -s none read_html -- -dict=html.dict -timeout=5`, on the stable toolchain.

#![no_main]

#[path = "../../tests/it/support.rs"]
mod support;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let html = String::from_utf8_lossy(bytes);
    if let Err(what) = support::read_checked(&html) {
        panic!("{html:?}\n{what}");
    }
});
