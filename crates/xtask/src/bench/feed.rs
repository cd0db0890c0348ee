//! How long a feed of 8 MiB and 10,000 items takes to read: natively beside `feed-rs` on the same bytes, and in the browser
//! beside `JSON.parse` alone. It refuses to read feeds itself, so that xtask needs neither library.

use std::path::Path;

use serde_json::Value;

use super::Setting;
use super::row::{Peer, Quartiles, Row};
use crate::error::XtaskError;
use crate::{house, shell};

mod browser;

/// What the native reader may take at most, in milliseconds.
const NATIVE_MS: f64 = 100.0;
/// And at most so much of the peer's time.
const NATIVE_RATIO: f64 = 1.3;

/// Three rows: read, read and joined into the newsroom's list, read and shown in Chromium.
pub(super) fn rows(setting: &Setting<'_>) -> Result<Vec<Row>, XtaskError> {
    let dir = house::target().join("bench/feed");
    std::fs::create_dir_all(&dir).map_err(XtaskError::io(&dir))?;
    let file = dir.join("feed.json");
    let mut rows = native(setting.n, &file)?;
    rows.extend(browser::row(setting.n, &file, &dir)?);
    Ok(rows)
}

fn native(n: usize, file: &Path) -> Result<Vec<Row>, XtaskError> {
    let mut bench = shell::cargo();
    bench.args([
        "run",
        "--quiet",
        "--release",
        "-p",
        "nashra-bench-feed",
        "--",
    ]);
    let text = shell::read(bench.arg(n.to_string()).arg(file))?;
    let times: Value =
        serde_json::from_str(&text).map_err(|error| XtaskError::shape(file, error))?;
    let sample = |key: &str| -> Vec<f64> {
        let list = times[key].as_array().into_iter().flatten();
        list.filter_map(Value::as_f64).collect()
    };
    let missing = || XtaskError::shape(file, "the bench printed no times");
    let read = Quartiles::of(sample("ours")).ok_or_else(missing)?;
    let theirs = Quartiles::of(sample("theirs")).ok_or_else(missing)?;
    let assembled = Quartiles::of(sample("assembled")).ok_or_else(missing)?;
    let row = |what: &str, ours, peer| Row {
        what: what.to_owned(),
        unit: "ms",
        ours,
        most: Some(NATIVE_MS),
        peer,
        n,
    };
    let peer = Peer {
        name: times["peer"].as_str().unwrap_or_default().to_owned(),
        theirs,
        limit: Some(NATIVE_RATIO),
    };
    Ok(vec![
        row("feed of 8 MiB, read", read, Some(peer)),
        row("the same, joined and sorted", assembled, None),
    ])
}
