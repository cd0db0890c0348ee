//! `nashra-bench-feed N FILE`: writes a feed of 8 MiB and 10,000 items to FILE, reads it N times with `nashra-feed` and
//! with `feed-rs`, one after the other, and prints the times as JSON. `cargo xtask bench feed` is the intended caller.
//! It refuses to judge: limits are xtask's.
#![allow(clippy::print_stdout, reason = "its output is its purpose")]

mod written;

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use nashra_feed::{FeedAssembly, NativeUrls, parse_json, read_feed};
use serde_json::json;

const URL: &str = "https://news.example.org/feeds/en.json";
const PEER: &str = "feed-rs 3.0.0";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: nashra-bench-feed N FILE";
    let n: usize = arguments.next().ok_or(usage)?.parse()?;
    let file = arguments.next().ok_or(usage)?;
    let bytes = written::feed();
    std::fs::write(&file, &bytes)?;

    let mut ours = Vec::with_capacity(n);
    let mut theirs = Vec::with_capacity(n);
    let mut assembled = Vec::with_capacity(n);
    // One round more than is counted: the first touches memory that no later one has to fetch.
    for round in 0..=n {
        let start = Instant::now();
        let json = parse_json(black_box(&bytes))?;
        let (feed, warnings) = read_feed(&&json, URL, &NativeUrls)?;
        drop(json);
        let our_ms = ms_since(start);
        // Both must have read all of it, or the comparison says nothing.
        assert_eq!((feed.items.len(), warnings.len()), (written::N_ITEMS, 0));

        let mut assembly = FeedAssembly::new();
        assembly.begin_feed(URL);
        assembly.add_page(URL, feed, warnings);
        let items = assembly.finish().items;
        let assembled_ms = ms_since(start);
        assert_eq!(items.len(), written::N_ITEMS);
        drop(items);

        let start = Instant::now();
        let feed = feed_rs::parser::parse(black_box(bytes.as_slice()))?;
        let their_ms = ms_since(start);
        assert_eq!(feed.entries.len(), written::N_ITEMS);
        drop(feed);

        if round > 0 {
            ours.push(our_ms);
            theirs.push(their_ms);
            assembled.push(assembled_ms);
        }
    }
    let out = json!({ "peer": PEER, "ours": ours, "theirs": theirs, "assembled": assembled });
    println!("{out}");
    Ok(())
}

fn ms_since(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}
