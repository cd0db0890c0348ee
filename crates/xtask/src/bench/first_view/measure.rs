//! Visits: each in a tab of its own with an empty cache, on a slow phone and a slow network, the sides in turns. It refuses to count a
//! visit before everything on its way has come.

use std::path::PathBuf;

use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::site::NashraServe;
use nashra_browser_tests::{HarnessError, Patience, poll};
use serde_json::{Value, json};

use super::sides::Side;
use crate::bench::tab::Tab;
use crate::{house, stamp};

/// What a visit told.
pub(super) struct Visit {
    pub(super) lcp_ms: f64,
    pub(super) cls: f64,
    /// When the first click was handled; `None` where none ever is.
    pub(super) interactive_ms: Option<f64>,
    /// Transferred, headers and body, of what had come by then, and of all.
    pub(super) bytes_until_interactive: Option<f64>,
    pub(super) bytes: f64,
}

/// By page and side.
pub(super) type Visits = Vec<[Vec<Visit>; 4]>;

const PROBE: &str = include_str!("probe.js");
const SETTLED: &str = include_str!("settled.js");
const TREE: &str = include_str!("tree.js");

/// Visits each page on each side `n` times, after one round that does not count: there the sides must show the same.
pub(super) fn visits(
    folders: &[PathBuf; 4],
    pages: &[&str],
    n: usize,
) -> Result<Visits, HarnessError> {
    end_all_on_signal()?;
    let servers = folders.iter();
    let servers: Vec<NashraServe> = servers
        .map(|folder| NashraServe::start(&house::nashra_for_release(), folder))
        .collect::<Result<_, _>>()?;
    let browser = Browser::start(Engine::Chromium)?;
    let mut visits: Visits = pages.iter().map(|_| Default::default()).collect();
    for run in 0..=n {
        for (page, path) in pages.iter().enumerate() {
            let mut trees = Vec::new();
            for turn in 0..Side::ALL.len() {
                // Who begins changes from run to run.
                let side = Side::ALL[(turn + run) % Side::ALL.len()];
                let tab = Tab::open(&browser)?;
                let (visit, waterfall) = visit(&tab, servers[side as usize].url(), path, side)?;
                if run == 0 {
                    trees.push((side, tab.eval(TREE)?));
                    keep(side, path, &waterfall)?;
                } else {
                    visits[page][side as usize].push(visit);
                }
                tab.close()?;
            }
            compare(path, &trees)?;
        }
        println!("== round {run} of {n} done");
    }
    Ok(visits)
}

/// Loads the page and waits until all has come and the first click was handled, if ever one is.
fn visit(
    tab: &Tab<'_>,
    origin: &str,
    path: &str,
    side: Side,
) -> Result<(Visit, Value), HarnessError> {
    tab.begin(origin, PROBE)?;
    tab.slow_down()?;
    let url = format!("{origin}{path}");
    tab.session.post("url", &json!({ "url": url }))?;
    let what = format!("{} to settle on {path}", side.name());
    let script = json!({ "script": SETTLED, "args": [side.has_app()] });
    let told = poll(Patience::Start, &what, || {
        let told = tab.session.post("execute/sync", &script)?;
        Ok((!told.is_null()).then_some(told))
    })?;
    let number = |key: &str| told[key].as_f64();
    let missing = || HarnessError::Shape(format!("{what}: {told}"));
    let visit = Visit {
        lcp_ms: number("lcp").ok_or_else(missing)?,
        cls: number("cls").ok_or_else(missing)?,
        interactive_ms: number("interactive"),
        bytes_until_interactive: number("bytesUntilInteractive"),
        bytes: number("bytes").ok_or_else(missing)?,
    };
    if side.has_app() && visit.interactive_ms.is_none() {
        return Err(missing());
    }
    Ok((visit, told))
}

/// What came when, for whoever wonders why: `target/bench/first-view/SIDE-LANG.json`.
fn keep(side: Side, path: &str, waterfall: &Value) -> Result<(), HarnessError> {
    let lang = path.split('/').nth(1).unwrap_or_default();
    let file = format!("bench/first-view/{}-{lang}.json", side.name());
    let text = format!("{waterfall:#}\n");
    stamp::write_file(&house::target().join(file), text.as_bytes())
        .map_err(|error| HarnessError::Shape(error.to_string()))
}

/// The sides show the same elements, attributes and words, line by line.
fn compare(path: &str, trees: &[(Side, Value)]) -> Result<(), HarnessError> {
    let lines = |tree: &Value| -> Vec<String> {
        let lines = tree.as_array().into_iter().flatten();
        lines.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let Some((_, ours)) = trees.iter().find(|(side, _)| *side == Side::Ours) else {
        return Ok(());
    };
    let ours = lines(ours);
    // Plain HTML is ours by making; its theme button says something else, since no click changed it.
    for (side, tree) in trees.iter().filter(|(side, _)| side.has_app()) {
        let theirs = lines(tree);
        let end = String::from("the end");
        let longest = ours.len().max(theirs.len());
        let line = |tree: &[String], at: usize| tree.get(at).unwrap_or(&end).clone();
        let differs = (0..longest).find(|at| ours.get(*at) != theirs.get(*at));
        if ours.is_empty() || differs.is_some() {
            let at = differs.unwrap_or(0);
            return Err(HarnessError::Shape(format!(
                "{path}: {} differs from ours in line {at}:\n  ours   {}\n  theirs {}",
                side.name(),
                line(&ours, at),
                line(&theirs, at)
            )));
        }
    }
    Ok(())
}
