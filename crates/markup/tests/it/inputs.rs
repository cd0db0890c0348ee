//! The inputs that somebody thought of, hostile ones among them: `tests/inputs.json` and `tests/expected.json`.
//! It refuses to bless by itself: `BLESS=1 cargo test -p nashra-markup` writes what is read now.
//!
//! The same two files are run in browsers by the app's tests.

use crate::support::read_checked;
use serde_json::{Map, Value};
use std::path::PathBuf;

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

fn json(name: &str) -> Value {
    let text =
        std::fs::read_to_string(file(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_input_is_read_as_expected() {
    let inputs = json("inputs.json");
    let inputs = inputs.as_array().map(Vec::as_slice).unwrap_or_default();
    assert!(inputs.len() >= 300, "{} inputs", inputs.len());
    let mut problems = Vec::new();
    let mut read = Map::new();
    for input in inputs {
        let name = input["name"].as_str().unwrap_or_default();
        match read_checked(input["html"].as_str().unwrap_or_default()) {
            Ok(markup) => {
                if read
                    .insert(name.to_owned(), markup.to_html().into())
                    .is_some()
                {
                    problems.push(format!("{name}: there are two of this name"));
                }
            }
            Err(error) => problems.push(format!("{name}: {error}")),
        }
    }
    if std::env::var_os("BLESS").is_some() {
        let mut text = serde_json::to_string_pretty(&read).unwrap_or_default();
        text.push('\n');
        std::fs::write(file("expected.json"), text).unwrap_or_else(|error| panic!("{error}"));
    }
    let expected = json("expected.json");
    for (name, html) in &read {
        if expected[name] != *html {
            problems.push(format!("{name}: expected {}, read {html}", expected[name]));
        }
    }
    for name in expected
        .as_object()
        .into_iter()
        .flat_map(Map::keys)
        .filter(|name| !read.contains_key(*name))
    {
        problems.push(format!("{name}: expected, but there is no such input"));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}
