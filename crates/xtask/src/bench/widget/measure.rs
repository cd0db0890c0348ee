//! Visits to the partner's page, each in a tab of its own with an empty cache, on a slow phone and a slow network, the sides in turns. What
//! shifts and what is painted is read without touching the page, since browsers forgive what moves after a touch; how it answers is read
//! in visits of their own.

use std::path::Path;

use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::site::{NashraServe, Site};
use nashra_browser_tests::{HarnessError, Patience, poll};
use serde_json::{Value, json};

use super::sides::{Side, partner};
use crate::bench::line::Line;
use crate::bench::tab::Tab;
use crate::house;

/// What a pair of visits told.
pub(super) struct Visit {
    pub(super) lcp_ms: f64,
    pub(super) cls: f64,
    pub(super) inp_ms: f64,
    /// When the cards were painted; `None` where there are none.
    pub(super) painted_ms: Option<f64>,
    /// From the newsroom's host, headers included.
    pub(super) news_bytes: f64,
}

const PROBE: &str = include_str!("probe.js");
/// Clicks on the page's own button while all comes.
const N_CLICKS: usize = 10;

/// `n` pairs of visits for each side, after a round that does not count, in which all that show cards must show the same.
pub(super) fn visits(folder: &Path, n: usize) -> Result<[Vec<Visit>; 4], HarnessError> {
    end_all_on_signal()?;
    let server = NashraServe::start(&house::nashra_for_release(), folder)?;
    let line = Line::open(server.url(), None).map_err(HarnessError::io("a line"))?;
    let site = Site::start(partner(&[&line.url(), "/"].concat()))?;
    let browser = Browser::start(Engine::Chromium)?;
    let mut visits: [Vec<Visit>; 4] = Default::default();
    for run in 0..=n {
        let mut shown = Vec::new();
        for turn in 0..Side::ALL.len() {
            // Who begins changes from run to run.
            let side = Side::ALL[(turn + run) % Side::ALL.len()];
            let url = site.url(side.path());
            let before = line.n_bytes();
            let tab = open(&browser, &site, &line)?;
            let (told, titles) = look(&tab, &url, side)?;
            tab.close()?;
            let bytes = (line.n_bytes() - before) as f64;
            let tab = open(&browser, &site, &line)?;
            let inp_ms = click(&tab, &url)?;
            tab.close()?;
            if run == 0 {
                shown.push((side, titles));
                continue;
            }
            let number = |key: &str| told[key].as_f64();
            visits[side as usize].push(Visit {
                lcp_ms: number("lcp").unwrap_or_default(),
                cls: number("cls").unwrap_or_default(),
                inp_ms,
                painted_ms: number("painted"),
                news_bytes: bytes,
            });
        }
        compare(&shown)?;
        println!("== round {run} of {n} done");
    }
    Ok(visits)
}

fn open<'b>(browser: &'b Browser, site: &Site, line: &Line) -> Result<Tab<'b>, HarnessError> {
    let tab = Tab::open(browser)?;
    tab.session.cdp(
        "Storage.clearDataForOrigin",
        &json!({ "origin": line.url(), "storageTypes": "all" }),
    )?;
    tab.begin(&site.url(""), PROBE)?;
    tab.slow_down()?;
    Ok(tab)
}

fn look(tab: &Tab<'_>, url: &str, side: Side) -> Result<(Value, Value), HarnessError> {
    tab.session.post("url", &json!({ "url": url }))?;
    // What moves or counts as the largest is told within moments of what came.
    let script = "const last = performance.getEntriesByType('resource').reduce((end, it) => Math.max(end, it.responseEnd), 0);
        return document.readyState === 'complete' && performance.now() > Math.max(last, told.painted ?? 0) + 800 ? told : null";
    let told = poll(Patience::Start, &format!("{side:?} to settle"), || {
        let told = tab.eval(script)?;
        let is_whole = side == Side::Without || told["painted"].as_f64().is_some();
        Ok((!told.is_null() && is_whole).then_some(told))
    })?;
    // A frame's inside is another origin's.
    let titles = if side == Side::Frame {
        tab.session.post("frame", &json!({ "id": 0 }))?;
        let titles = tab.eval(
            "return [...document.querySelectorAll('.card-link')].map((it) => it.textContent)",
        )?;
        tab.session.post("frame", &json!({ "id": null }))?;
        titles
    } else {
        tab.eval("const host = document.querySelector('nashra-releases, preact-releases');
            return [...(host?.shadowRoot?.querySelectorAll('.card-link') ?? [])].map((it) => it.textContent)")?
    };
    Ok((told, titles))
}

fn click(tab: &Tab<'_>, url: &str) -> Result<f64, HarnessError> {
    tab.session.post("url", &json!({ "url": url }))?;
    let place = tab.eval("const { x, y, width, height } = document.getElementById('b').getBoundingClientRect(); return [x + width / 2, y + height / 2]")?;
    for n in 1..=N_CLICKS {
        for kind in ["mousePressed", "mouseReleased"] {
            tab.session.cdp(
                "Input.dispatchMouseEvent",
                &json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 }),
            )?;
        }
        // Clicks are heard one after the other, as a reader makes them.
        poll(Patience::Page, "a click", || {
            let count = tab.eval("return document.getElementById('b').textContent")?;
            let is_heard = count.as_str() == Some(n.to_string().as_str());
            Ok(is_heard.then_some(()))
        })?;
    }
    poll(Patience::Page, "what the clicks took", || {
        Ok(tab
            .eval("return told.inp")?
            .as_f64()
            .filter(|inp| *inp > 0.0))
    })
}

/// All that show cards show the same.
fn compare(shown: &[(Side, Value)]) -> Result<(), HarnessError> {
    let with = shown.iter().filter(|(side, _)| *side != Side::Without);
    let titles: Vec<&Value> = with.map(|(_, titles)| titles).collect();
    let is_same = titles.windows(2).all(|pair| pair[0] == pair[1]);
    let is_three = titles
        .iter()
        .all(|titles| titles.as_array().map(Vec::len) == Some(3));
    if is_same && is_three {
        return Ok(());
    }
    Err(HarnessError::Shape(format!("the sides differ: {shown:?}")))
}
