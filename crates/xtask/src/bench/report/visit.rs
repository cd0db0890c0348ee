//! Visits: each in a tab of its own with an empty cache, the sides in turns. It refuses to count a visit whose pages are not the ones
//! that the other side draws.

use std::path::PathBuf;

use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::site::NashraServe;
use nashra_browser_tests::{HarnessError, Patience, Session, poll};
use serde_json::{Value, json};

use super::memory::Watch;
use super::sides::{REPORTS, Report};
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
                let tab = Tab::open(&browser.session)?;
                let (visit, picture) = tab.visit(servers[side].url(), report, side, pace)?;
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

/// A tab with a renderer of its own: nothing of the visit before is in its memory.
struct Tab<'a> {
    session: &'a Session,
    /// The window that stays.
    home: Value,
}

impl<'a> Tab<'a> {
    fn open(session: &'a Session) -> Result<Self, HarnessError> {
        let home = session.get("window")?;
        let tab = session.post("window/new", &json!({ "type": "tab" }))?;
        session.post("window", &json!({ "handle": tab["handle"] }))?;
        Ok(Self { session, home })
    }

    fn close(self) -> Result<(), HarnessError> {
        self.session.delete("window")?;
        self.session
            .post("window", &json!({ "handle": self.home }))?;
        Ok(())
    }

    fn eval(&self, script: &str) -> Result<Value, HarnessError> {
        self.session
            .post("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The value of a promise.
    fn wait_for(&self, script: &str) -> Result<Value, HarnessError> {
        let script = format!("const done = arguments[0]; ({script}).then(done)");
        self.session
            .post("execute/async", &json!({ "script": script, "args": [] }))
    }

    fn prepare(&self, origin: &str, pace: Pace) -> Result<(), HarnessError> {
        let cdp = |method: &str, parameters: Value| self.session.cdp(method, &parameters);
        cdp("Network.enable", json!({}))?;
        cdp("Network.clearBrowserCache", json!({}))?;
        cdp(
            "Storage.clearDataForOrigin",
            json!({ "origin": origin, "storageTypes": "all" }),
        )?;
        cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": PROBE }),
        )?;
        let screen = match pace {
            Pace::Free => {
                json!({ "width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": false })
            }
            Pace::Slow => {
                json!({ "width": 412, "height": 823, "deviceScaleFactor": 1.75, "mobile": true })
            }
        };
        cdp("Emulation.setDeviceMetricsOverride", screen)?;
        if pace == Pace::Slow {
            cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
            cdp(
                "Network.emulateNetworkConditions",
                json!({ "offline": false, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 }),
            )?;
        }
        Ok(())
    }

    fn visit(
        &self,
        origin: &str,
        report: &Report,
        side: usize,
        pace: Pace,
    ) -> Result<(Visit, Value), HarnessError> {
        self.prepare(origin, pace)?;
        let (start, link) = match side {
            0 => (report.page.to_owned(), "a[href$='/read/']".to_owned()),
            _ => ("/".to_owned(), format!("#{}", report.name)),
        };
        self.session
            .post("url", &json!({ "url": format!("{origin}{start}") }))?;
        let what = format!("{} on side {side}", report.name);
        poll(Patience::Start, &what, || {
            // The reader has read what is there: everything that comes by itself has come.
            let is_quiet = "const files = performance.getEntriesByType('resource');\
                const last = Math.max(performance.timing.loadEventEnd - performance.timeOrigin, ...files.map((file) => file.responseEnd));\
                return document.readyState === 'complete' && performance.now() > last + 1000";
            Ok((self.eval(is_quiet)? == true).then_some(()))
        })?;
        let before = self.eval("return bytesSoFar()")?.as_f64();
        let watch = Watch::start();
        self.eval(&format!("clickOn({link:?})"))?;
        let told = poll(Patience::Start, &what, || {
            let told = self.eval("return globalThis.told ?? null")?;
            Ok((!told["live"].is_null()).then_some(told))
        })?;
        let bytes = self.eval("return bytesSoFar()")?.as_f64();
        let picture = self.eval("return pictureOf(1)")?;
        let (mut next, mut scrolled) = (None, Value::Null);
        if pace == Pace::Free {
            next = self.wait_for("turnPages()")?.as_f64();
            if report.is_long {
                scrolled = self.wait_for(&format!("scrollPages({N_SCROLLED})"))?;
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
