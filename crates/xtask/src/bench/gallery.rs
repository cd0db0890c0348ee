//! The lightbox beside PhotoSwipe 5: the same album in the same grid, in one Chromium, by turns. It refuses to compare what
//! a reader does not feel: time to a sharp photo, frames under fingers, answers to input, memory, bytes of code.

use std::path::Path;
use std::sync::Arc;

use nashra_browser_tests::HarnessError;
use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::site::{NashraServe, Origin, Site};

use super::Setting;
use super::row::{Peer, Quartiles, Row};
use crate::error::XtaskError;
use crate::{dist, house, setup, shell};
use visit::{Side, Visit};

mod code;
mod memory;
mod pages;
mod visit;

/// The release that is measured; its ratio to the peer's may be no higher than [`LIMIT`].
const PHOTOSWIPE: &str = "photoswipe@5.4.4";
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

    fn row(self, what: &str, unit: &'static str, limit: Option<f64>) -> Option<Row> {
        let n = self.ours.len();
        Some(Row {
            what: what.to_owned(),
            unit,
            ours: Quartiles::of(self.ours)?,
            most: None,
            peer: Some(Peer {
                name: PHOTOSWIPE.to_owned(),
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
    dist::build_press()?;
    dist::publish(&house::root().join("sample"), None)?;
    let peer = house::target().join("bench/peers");
    install(&peer)?;
    let modules = peer.join("node_modules/photoswipe/dist");
    let mut rows = code::rows(&modules, LIMIT)?;
    let measured = measure(&modules, setting.n);
    rows.extend(measured.map_err(|error| XtaskError::Browser(error.to_string()))?);
    Ok(rows)
}

fn install(folder: &Path) -> Result<(), XtaskError> {
    if folder.join("node_modules/photoswipe/dist").is_dir() {
        return Ok(());
    }
    std::fs::create_dir_all(folder).map_err(XtaskError::io(folder))?;
    let mut npm = shell::command("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder)
        .arg(PHOTOSWIPE);
    shell::step("installing PhotoSwipe", "seconds", &mut npm)
}

fn measure(modules: &Path, n: usize) -> Result<Vec<Row>, HarnessError> {
    end_all_on_signal()?;
    let server = Arc::new(NashraServe::start(&house::nashra(), &house::site())?);
    let site = Site::start(Origin::Nashra(server))?;
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
    let limit = Some(LIMIT);
    let rows = [
        sharp.row("click to sharp photo", "ms", limit),
        swipe95.row("swiping 30 photos, frame p95", "ms", limit),
        swipe99.row("swiping 30 photos, frame p99", "ms", limit),
        pinch95.row("pinching, frame p95", "ms", limit),
        pinch99.row("pinching, frame p99", "ms", limit),
        answer.row("slowest answer to input (INP)", "ms", limit),
        whole.row("memory after 500 photos", "MB", limit),
        added.row("of which came with them", "MB", None),
    ];
    Ok(rows.into_iter().flatten().collect())
}
