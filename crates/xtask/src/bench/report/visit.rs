//! Visits: each in a tab of its own with an empty cache, the sides in turns. It refuses to count a visit whose pages are not the ones
//! that the other side draws.

use std::path::PathBuf;

use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::site::NashraServe;
use nashra_browser_tests::{HarnessError, Patience, poll};
use serde_json::{Value, json};

use super::memory::Watch;
use super::sides::{REPORTS, Report};
use crate::bench::tab::Tab;
use crate::house;

/// What a visit told.
pub(super) struct Visit {
    pub(super) readable_ms: f64,
    pub(super) live_ms: f64,
    pub(super) next_ms: Option<f64>,
    pub(super) scrolled_ms: Option<f64>,
    pub(super) dropped: Option<f64>,
    pub(super) peak_mb: f64,
    pub(super) bytes: f64,
}

/// How fast machine and network are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// As they are.
    Free,
    /// A phone of the middle class on slow 4G, as Lighthouse has them.
    Slow,
}

impl Pace {
    pub(super) const ALL: [Self; 2] = [Self::Free, Self::Slow];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Free => "unthrottled",
            Self::Slow => "slow",
        }
    }
}

/// Visits by report: ours, theirs.
pub(super) type Visits = Vec<(&'static str, [Vec<Visit>; 2])>;

const PROBE: &str = include_str!("probe.js");
/// Pages that are scrolled through.
const N_SCROLLED: u32 = 30;
/// How far two small grey pictures of one page may differ, of 255.
const MAX_DIFFERENCE: f64 = 12.0;

/// Each report on each side `n` times, after one round that does not count.
pub(super) fn visits(folders: &[PathBuf; 2], pace: Pace, n: usize) -> Result<Visits, HarnessError> {
    end_all_on_signal()?;
    let serve = |folder: &PathBuf| NashraServe::start(&house::nashra(), folder);
    let servers = [serve(&folders[0])?, serve(&folders[1])?];
    let browser = Browser::start(Engine::Chromium)?;
    let mut visits: Visits = REPORTS
        .iter()
        .map(|report| (report.name, Default::default()))
        .collect();
    for run in 0..=n {
        for (report, (_, samples)) in REPORTS.iter().zip(&mut visits) {
            let mut pictures = [Value::Null, Value::Null];
            for turn in 0..2 {
                // Who begins changes from run to run.
                let side = (turn + run) % 2;
                let tab = Tab::open(&browser)?;
                let (visit, picture) = visit(&tab, servers[side].url(), report, side, pace)?;
                tab.close()?;
                pictures[side] = picture;
                if run > 0 {
                    samples[side].push(visit);
                }
            }
            compare(report.name, &pictures)?;
        }
        println!("== {}: round {run} of {n} done", pace.name());
    }
    Ok(visits)
}

/// The value of a promise.
fn wait_for(tab: &Tab<'_>, script: &str) -> Result<Value, HarnessError> {
    let script = format!("const done = arguments[0]; ({script}).then(done)");
    tab.session
        .post("execute/async", &json!({ "script": script, "args": [] }))
}

fn prepare(tab: &Tab<'_>, origin: &str, pace: Pace) -> Result<(), HarnessError> {
    tab.begin(origin, PROBE)?;
    match pace {
        Pace::Slow => tab.slow_down(),
        Pace::Free => {
            let screen =
                json!({ "width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": false });
            tab.session
                .cdp("Emulation.setDeviceMetricsOverride", &screen)?;
            Ok(())
        }
    }
}

fn visit(
    tab: &Tab<'_>,
    origin: &str,
    report: &Report,
    side: usize,
    pace: Pace,
) -> Result<(Visit, Value), HarnessError> {
    prepare(tab, origin, pace)?;
    let (start, link) = match side {
        0 => (report.page.to_owned(), "a[href$='/read/']".to_owned()),
        _ => ("/".to_owned(), format!("#{}", report.name)),
    };
    tab.session
        .post("url", &json!({ "url": format!("{origin}{start}") }))?;
    let what = format!("{} on side {side}", report.name);
    poll(Patience::Start, &what, || {
        // The reader has read what is there: everything that comes by itself has come.
        let is_quiet = "const files = performance.getEntriesByType('resource');\
            const last = Math.max(performance.timing.loadEventEnd - performance.timeOrigin, ...files.map((file) => file.responseEnd));\
            return document.readyState === 'complete' && performance.now() > last + 1000";
        Ok((tab.eval(is_quiet)? == true).then_some(()))
    })?;
    let before = tab.eval("return bytesSoFar()")?.as_f64();
    let watch = Watch::start();
    tab.eval(&format!("clickOn({link:?})"))?;
    let told = poll(Patience::Start, &what, || {
        let told = tab.eval("return globalThis.told ?? null")?;
        Ok((!told["live"].is_null()).then_some(told))
    })?;
    let bytes = tab.eval("return bytesSoFar()")?.as_f64();
    let picture = tab.eval("return pictureOf(1)")?;
    let (mut next, mut scrolled) = (None, Value::Null);
    if pace == Pace::Free {
        next = wait_for(tab, "turnPages()")?.as_f64();
        if report.is_long {
            scrolled = wait_for(tab, &format!("scrollPages({N_SCROLLED})"))?;
        }
    }
    let number = |key: &str| {
        let missing = || HarnessError::Shape(format!("{what}: {told}"));
        told[key].as_f64().ok_or_else(missing)
    };
    // An app's bytes before the click are not the report's; a page of its own begins anew.
    let before = before.filter(|_| side == 0).unwrap_or(0.0);
    let visit = Visit {
        readable_ms: number("readable")?,
        live_ms: number("live")?,
        next_ms: next,
        scrolled_ms: scrolled["sharp"].as_f64(),
        dropped: scrolled["dropped"].as_f64(),
        peak_mb: watch.peak_mb(),
        bytes: bytes.unwrap_or(0.0) - before,
    };
    Ok((visit, picture))
}

/// Both sides drew the same page at about the same size.
fn compare(report: &str, pictures: &[Value; 2]) -> Result<(), HarnessError> {
    let grey = |picture: &Value| -> Vec<f64> {
        let values = picture["grey"].as_array().into_iter().flatten();
        values.filter_map(Value::as_f64).collect()
    };
    let [ours, theirs] = [grey(&pictures[0]), grey(&pictures[1])];
    let sum: f64 = ours.iter().zip(&theirs).map(|(a, b)| (a - b).abs()).sum();
    let difference = sum / ours.len().max(1) as f64;
    let width = |picture: &Value| picture["width"].as_f64().unwrap_or_default();
    let wider = width(&pictures[0]) / width(&pictures[1]).max(1.0);
    let is_same = ours.len() > 100 && difference < MAX_DIFFERENCE && (0.9..1.1).contains(&wider);
    is_same.then_some(()).ok_or_else(|| {
        HarnessError::Shape(format!(
            "{report}: the sides differ by {difference:.1} of 255, widths by {wider:.2}"
        ))
    })
}
