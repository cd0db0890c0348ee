//! Visits: each in a browser of its own with an empty cache, the sides in turns. It refuses to count a visit whose pages are not the ones
//! that the other side draws.

use std::time::{Duration, Instant};

use nashra_browser_tests::engine::{Browser, Engine};
use nashra_browser_tests::site::NashraServe;
use nashra_browser_tests::{HarnessError, Patience, poll};
use serde_json::{Value, json};

use super::renderers::{Brake, Watch};
use super::sides::{Folders, REPORTS, Report, Side};
use crate::bench::line::{Line, SLOW_4G, Speed};
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
    /// A phone of the middle class on slow 4G, as Lighthouse has them, for all that runs.
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

    fn line(self) -> Option<Speed> {
        (self == Self::Slow).then_some(SLOW_4G)
    }
}

/// Visits by report, and of each as [`Side::ALL`] has the sides.
pub(super) type Visits = Vec<(&'static str, [Vec<Visit>; N_SIDES])>;

const N_SIDES: usize = Side::ALL.len();

const PROBE: &str = include_str!("probe.js");
/// Pages that are scrolled through.
const N_SCROLLED: u32 = 30;
/// How long nothing comes where all has come.
const QUIET: Duration = Duration::from_millis(1500);
/// How far two small grey pictures of one page may differ, of 255.
const MAX_DIFFERENCE: f64 = 12.0;

/// Each report on each side `n` times, after one round that does not count.
pub(super) fn visits(folders: &Folders, pace: Pace, n: usize) -> Result<Visits, HarnessError> {
    let serve = |side| NashraServe::start(&house::nashra_for_release(), folders.of(side));
    let servers: Vec<NashraServe> = Side::ALL.into_iter().map(serve).collect::<Result<_, _>>()?;
    let mut visits: Visits = REPORTS
        .iter()
        .map(|report| (report.name, Default::default()))
        .collect();
    for run in 0..=n {
        for (report, (_, samples)) in REPORTS.iter().zip(&mut visits) {
            let mut pictures = [const { Value::Null }; N_SIDES];
            for turn in 0..N_SIDES {
                // Who begins changes from run to run.
                let at = (turn + run) % N_SIDES;
                // A browser of its own: what another visit left would count as this one's memory.
                let browser = Browser::start(Engine::Chromium)?;
                let tab = Tab::open(&browser)?;
                let line = Line::open(servers[at].url(), pace.line())
                    .map_err(|error| HarnessError::Transport(error.to_string()))?;
                let (visit, picture) = visit(&tab, &line, report, Side::ALL[at], pace)?;
                tab.close()?;
                pictures[at] = picture;
                if run > 0 {
                    samples[at].push(visit);
                }
            }
            let [ours, theirs @ ..] = &pictures;
            for theirs in theirs {
                compare(report.name, [ours, theirs])?;
            }
        }
        println!("== {}: round {run} of {n} done", pace.name());
    }
    Ok(visits)
}

/// The value of a promise.
fn wait_for(tab: &Tab<'_>, script: &str) -> Result<Value, HarnessError> {
    let script =
        format!("const done = arguments[0]; ({script}).then(done, (error) => done(String(error)))");
    let value = tab
        .session
        .post("execute/async", &json!({ "script": script, "args": [] }))?;
    match value.as_str() {
        Some(error) => Err(HarnessError::Shape(error.to_owned())),
        None => Ok(value),
    }
}

fn prepare(tab: &Tab<'_>, origin: &str, pace: Pace) -> Result<Option<Brake>, HarnessError> {
    tab.begin(origin, PROBE)?;
    match pace {
        Pace::Slow => {
            tab.phone()?;
            Ok(Some(Brake::pull()))
        }
        Pace::Free => {
            let screen =
                json!({ "width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": false });
            tab.session
                .cdp("Emulation.setDeviceMetricsOverride", &screen)?;
            Ok(None)
        }
    }
}

/// Waits until the reader has read what is there: nothing has come over the line for a while.
fn settle(tab: &Tab<'_>, line: &Line, what: &str) -> Result<(), HarnessError> {
    let mut last = (line.n_bytes(), Instant::now());
    poll(Patience::Start, what, || {
        let n_bytes = line.n_bytes();
        if n_bytes != last.0 {
            last = (n_bytes, Instant::now());
        }
        let is_whole = tab.eval("return document.readyState")? == "complete";
        Ok((is_whole && last.1.elapsed() > QUIET).then_some(()))
    })
}

fn visit(
    tab: &Tab<'_>,
    line: &Line,
    report: &Report,
    side: Side,
    pace: Pace,
) -> Result<(Visit, Value), HarnessError> {
    let origin = line.url();
    let _brake = prepare(tab, &origin, pace)?;
    let (start, link) = side.way_to(report);
    tab.session
        .post("url", &json!({ "url": format!("{origin}{start}") }))?;
    let what = format!("{}, {side:?}", report.name);
    settle(tab, line, &what)?;
    let before = line.n_bytes();
    let watch = Watch::start();
    tab.eval(&format!("clickOn({link:?})"))?;
    let told = poll(Patience::Start, &what, || {
        let told = tab.eval("return globalThis.told ?? null")?;
        Ok((!told["live"].is_null()).then_some(told))
    })?;
    let bytes = line.n_bytes() - before;
    let picture = tab.eval("return pictureOf(1)")?;
    let (mut next, mut scrolled) = (None, Value::Null);
    if pace == Pace::Free {
        let of_this = |error| HarnessError::Shape(format!("{what}: {error}"));
        next = wait_for(tab, "turnPages()").map_err(of_this)?.as_f64();
        if report.is_long {
            let scroll = format!("scrollPages({N_SCROLLED})");
            scrolled = wait_for(tab, &scroll).map_err(of_this)?;
        }
    }
    let number = |key: &str| {
        let missing = || HarnessError::Shape(format!("{what}: {told}"));
        told[key].as_f64().ok_or_else(missing)
    };
    let visit = Visit {
        readable_ms: number("readable")?,
        live_ms: number("live")?,
        next_ms: next,
        scrolled_ms: scrolled["sharp"].as_f64(),
        dropped: scrolled["dropped"].as_f64(),
        peak_mb: watch.peak_mb(),
        bytes: bytes as f64,
    };
    Ok((visit, picture))
}

/// Both sides drew the same page at about the same size.
fn compare(report: &str, pictures: [&Value; 2]) -> Result<(), HarnessError> {
    let grey = |picture: &Value| -> Vec<f64> {
        let values = picture["grey"].as_array().into_iter().flatten();
        values.filter_map(Value::as_f64).collect()
    };
    let [ours, theirs] = pictures.map(grey);
    let sum: f64 = ours.iter().zip(&theirs).map(|(a, b)| (a - b).abs()).sum();
    let difference = sum / ours.len().max(1) as f64;
    let width = |picture: &Value| picture["width"].as_f64().unwrap_or_default();
    let wider = width(pictures[0]) / width(pictures[1]).max(1.0);
    let is_same = ours.len() > 100 && difference < MAX_DIFFERENCE && (0.9..1.1).contains(&wider);
    is_same.then_some(()).ok_or_else(|| {
        HarnessError::Shape(format!(
            "{report}: the sides differ by {difference:.1} of 255, widths by {wider:.2}"
        ))
    })
}
