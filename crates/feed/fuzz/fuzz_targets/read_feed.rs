//! Any bytes whatever, from JSON text to an assembled feed. `cargo fuzz run -s none read_feed -- -dict=feed.dict -timeout=5`, on the stable
//! toolchain. Refuses to check results: that is for the property tests.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nashra_feed::{FeedAssembly, NativeUrls, parse_json, read_feed, read_newsroom};

const BASE: &str = "https://news.example.org/feed.json";

fuzz_target!(|bytes: &[u8]| {
    let Ok(json) = parse_json(bytes) else { return };
    let _ = read_newsroom(&&json, &NativeUrls, BASE);
    if let Ok((feed, warnings)) = read_feed(&&json, BASE, &NativeUrls) {
        let mut assembly = FeedAssembly::new();
        let _ = assembly.begin_feed(BASE);
        let _ = assembly.add_page(BASE, feed, warnings);
        let _ = assembly.finish();
    }
});
