//! The lightbox beside PhotoSwipe 5: the same album in the same grid, in one Chromium, by turns. It refuses to compare what
//! a reader does not feel: time to a sharp photo, frames under fingers, answers to input, memory, bytes of code.

use std::path::Path;
use std::sync::Arc;

use nashra_browser_tests::HarnessError;
use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::site::{NashraServe, Origin, Site};

use super::row::{Peer, Quartiles, Row};
use super::{Setting, npm};
use crate::error::XtaskError;
use crate::{bench, dist, house, setup};
use visit::{Side, Visit};

mod code;
mod memory;
mod pages;
mod visit;

/// The peer's package in `benches/gallery`.
const PEER: &str = "photoswipe";
/// What ours may take of the peer's median.
const LIMIT: f64 = 1.05;
/// Photos to swipe and pinch through.
const N_SWIPED: usize = 30;
/// Photos of the album whose memory is measured.
const N_LONG: usize = 500;
/// Fewer times than the rest: each takes minutes.
const N_MEMORY: usize = 9;

/// A sample of both sides.
#[derive(Default)]
struct Pair {
    ours: Vec<f64>,
    theirs: Vec<f64>,
}

impl Pair {
    fn push(&mut self, side: Side, value: f64) {
        match side {
            Side::Ours => self.ours.push(value),
            Side::Theirs => self.theirs.push(value),
        }
    }

    /// `None` where nothing was measured.
    fn row(self, peer: &str, what: &str, unit: &'static str, limit: Option<f64>) -> Option<Row> {
        let n = self.ours.len();
        Some(Row {
            what: what.to_owned(),
            unit,
            ours: Quartiles::of(self.ours)?,
            most: None,
            peer: Some(Peer {
                name: peer.to_owned(),
                theirs: Quartiles::of(self.theirs)?,
                limit,
            }),
            n,
        })
    }
}

/// All rows.
pub(super) fn rows(setting: &Setting<'_>) -> Result<Vec<Row>, XtaskError> {
    setup::run(true)?;
    dist::build()?;
    dist::build_press_for_release()?;
    let packages = npm::install("gallery")?;
    let peer = packages.label(PEER)?;
    let modules = packages.of(PEER).join("dist");
    let site = house::target().join("bench/gallery/site");
    bench::publish(setting.newsroom, &site, &[])?;
    let samples = measure(&site, &modules, setting.n)
        .map_err(|error| XtaskError::Browser(error.to_string()))?;
    let samples = [code::sample(&modules)?].into_iter().chain(samples);
    let rows = samples.filter_map(|sample| {
        let limit = sample.is_held.then_some(LIMIT);
        sample.pair.row(&peer, sample.what, sample.unit, limit)
    });
    Ok(rows.collect())
}

/// What was measured of both sides.
struct Sample {
    what: &'static str,
    unit: &'static str,
    pair: Pair,
    /// Whether ours is held to [`LIMIT`].
    is_held: bool,
}

fn measure(published: &Path, modules: &Path, n: usize) -> Result<Vec<Sample>, HarnessError> {
    end_all_on_signal()?;
    let server = Arc::new(NashraServe::start(&house::nashra_for_release(), published)?);
    let site = Site::start(Origin::Nashra(server))?;
    site.keeps_no_copies();
    let browser = Browser::start(Engine::Chromium)?;
    pages::serve(&browser, &site, modules, &[N_SWIPED, N_LONG])?;
    let [mut sharp, mut answer] = [Pair::default(), Pair::default()];
    let [mut swipe95, mut swipe99, mut pinch95, mut pinch99] = [(); 4].map(|()| Pair::default());
    for run in 0..n {
        for side in Side::both(run) {
            let visit = Visit::start(&browser, &site, side, N_SWIPED)?;
            sharp.push(side, visit.click_to_sharp()?);
            let frames = visit.frames_of(|visit| visit.swipe_through(N_SWIPED))?;
            swipe95.push(side, frames.share(0.95));
            swipe99.push(side, frames.share(0.99));
            let frames = visit.frames_of(Visit::pinch_often)?;
            pinch95.push(side, frames.share(0.95));
            pinch99.push(side, frames.share(0.99));
            answer.push(side, visit.slowest_answer()?);
            visit.end()?;
        }
        println!("   {} of {n}", run + 1);
    }
    drop(browser);
    let [mut added, mut whole] = [Pair::default(), Pair::default()];
    for run in 0..n.min(N_MEMORY) {
        for side in Side::both(run) {
            let (before, after) = memory::of_album(&site, side, N_LONG)?;
            added.push(side, after - before);
            whole.push(side, after);
        }
        println!("   memory, {} of {}", run + 1, n.min(N_MEMORY));
    }
    let sample = |what, unit, pair, is_held| Sample {
        what,
        unit,
        pair,
        is_held,
    };
    Ok(vec![
        sample("click to sharp photo", "ms", sharp, true),
        sample("swiping 30 photos, frame p95", "ms", swipe95, true),
        sample("swiping 30 photos, frame p99", "ms", swipe99, true),
        sample("pinching, frame p95", "ms", pinch95, true),
        sample("pinching, frame p99", "ms", pinch99, true),
        sample("slowest answer to input (INP)", "ms", answer, true),
        sample("memory after 500 photos", "MB", whole, true),
        sample("of which came with them", "MB", added, false),
    ])
}
