//! `cargo xtask bench NAME`: one comparison with a peer, its numbers as JSON and as a table. It
//! refuses to run in CI's place: a bench is run by hand, on a quiet machine.

use std::path::Path;
use std::process::Stdio;

use nashra_browser_tests::engine::Engine;

use crate::dist::measure::write_brotli;
use crate::error::XtaskError;
use crate::{house, shell, stamp};
use row::Row;

mod engine;
mod feed;
mod first_view;
mod gallery;
mod line;
mod npm;
mod publish;
mod report;
mod row;
mod tab;
mod text;
mod widget;

/// What a bench needs to know.
pub(crate) struct Setting<'a> {
    /// How many times each side is measured, at least once.
    pub(crate) n: usize,
    /// The newsroom to publish, for benches that do.
    pub(crate) newsroom: &'a Path,
    /// The browser to measure in, for benches that do.
    pub(crate) engine: Engine,
    /// A folder with another build of the report worker, for benches that measure it; absent: that of `dist/`.
    pub(crate) worker: Option<&'a Path>,
}

/// A bench by name.
type Bench = (
    &'static str,
    fn(&Setting<'_>) -> Result<Vec<Row>, XtaskError>,
);

/// All benches; a new one is a module and a line here.
const BENCHES: [Bench; 8] = [
    ("engine", engine::rows),
    ("feed", feed::rows),
    ("first-view", first_view::rows),
    ("gallery", gallery::rows),
    ("publish", publish::rows),
    ("report", report::rows),
    ("text", text::rows),
    ("widget", widget::rows),
];

/// Publishes a newsroom with the app of `dist/` for a bench; `more` are options of the command.
fn publish(newsroom: &Path, out: &Path, more: &[&str]) -> Result<(), XtaskError> {
    let mut nashra = shell::command(house::nashra_for_release());
    nashra
        .arg("publish")
        .args(more)
        .arg(newsroom)
        .arg("--out")
        .arg(out)
        .arg("--app")
        .arg(house::dist())
        .env("NASHRA_CACHE", house::press_cache());
    shell::step(
        "publishing the sample",
        "a few seconds; minutes where photos and reports are new",
        nashra.stdout(Stdio::null()),
    )
}

/// A file and its brotli copy, at the quality that ours has.
fn write_compressed(path: &Path, bytes: &[u8]) -> Result<(), XtaskError> {
    stamp::write_file(path, bytes)?;
    let mut small = Vec::new();
    write_brotli(bytes, &mut small).map_err(XtaskError::io(path))?;
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    stamp::write_file(Path::new(&name), &small)
}

/// Runs a bench, writes `target/bench/NAME.json` (`NAME-BROWSER.json` for others than Chromium), prints the table, fails when a
/// figure or a ratio is above its limit.
pub(crate) fn run(name: &str, setting: &Setting<'_>) -> Result<(), XtaskError> {
    let Some((_, rows)) = BENCHES.iter().find(|(known, _)| *known == name) else {
        return Err(XtaskError::UnknownBench(
            BENCHES.iter().map(|(known, _)| *known).collect(),
        ));
    };
    let rows = rows(setting)?;
    println!("{}", row::table(&rows));
    let file = match setting.engine {
        Engine::Chromium => format!("{name}.json"),
        other => format!("{name}-{}.json", other.name()),
    };
    let file = house::target().join("bench").join(file);
    stamp::write_file(&file, format!("{:#}\n", row::json(&rows)).as_bytes())?;
    let above: Vec<String> = rows
        .iter()
        .filter(|row| row.is_above_limit())
        .map(Row::to_string)
        .collect();
    if above.is_empty() {
        Ok(())
    } else {
        Err(XtaskError::AboveLimit(above))
    }
}
