//! The feed crate as its callers see it: JSON text in, a feed and warnings out.
//! Refuses to look inside: unit tests stand beside the code.

mod assembling;
mod bad_fields;
mod bad_input;
mod foreign;
mod newsroom;
mod properties;
mod reading;
mod records;

use nashra_feed::{Feed, FeedError, FeedProblem, FeedWarning, NativeUrls, parse_json, read_feed};
use serde_json::{Value, json};

/// Where the feeds of the tests were fetched from.
const BASE: &str = "https://news.example.org/feeds/en.json";

/// Reads a feed from JSON.
fn read(json: &Value) -> Result<(Feed, Vec<FeedWarning>), FeedError> {
    read_feed(&json, BASE, &NativeUrls)
}

/// Reads a feed from JSON text.
fn read_text(text: &[u8]) -> Result<(Feed, Vec<FeedWarning>), FeedError> {
    read_feed(&&parse_json(text)?, BASE, &NativeUrls)
}

/// A feed of these items, without anything to warn of.
fn feed_of(items: &[Value]) -> Value {
    json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Newsroom", "items": items })
}

/// Warnings as (pointer, problem).
fn pairs(warnings: &[FeedWarning]) -> Vec<(&str, FeedProblem)> {
    let pair = |warning: &'_ FeedWarning| warning.problem;
    warnings
        .iter()
        .map(|warning| (warning.pointer.as_str(), pair(warning)))
        .collect()
}
