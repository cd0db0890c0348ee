//! `bench first-view`: a published release on a slow phone, as it is first seen and first used, beside the same page as a single-page
//! app of Preact and of React and beside plain HTML. It refuses to compare sides that do not show the same elements and words.

use super::row::{Peer, Quartiles, Row};
use super::{Setting, npm};
use crate::error::XtaskError;
use crate::{dist, house, setup, shell};
use measure::Visit;
use sides::Side;

mod measure;
mod sides;

/// A release with a picture above its text, photos, a file, topics and a related report, in both directions of writing. It stands on
/// the first page of its feed, so that an app of the feed needs one request for it.
const PAGES: [(&str, &str); 2] = [
    ("ar", "/ar/releases/food-security-figures/"),
    ("en", "/en/releases/food-security-figures/"),
];

/// What ours may take at most of a peer's median, and what may move on our page.
const LCP_OF_PREACT: f64 = 0.55;
const LCP_OF_HTML: f64 = 1.15;
const INTERACTIVE_OF_REACT: f64 = 1.0;
const CLS: f64 = 0.0;

/// A thing measured: its name, unit, what a visit says of it, and what the rows are held to.
struct Metric {
    what: &'static str,
    unit: &'static str,
    of: fn(&Visit) -> Option<f64>,
    /// The highest median of ours.
    most: Option<f64>,
    /// The highest ratio to each peer.
    limits: &'static [(Side, f64)],
    /// Whether the worst visit stands for all.
    is_worst: bool,
}

const METRICS: [Metric; 5] = [
    Metric {
        what: "LCP",
        unit: "ms",
        of: |visit| Some(visit.lcp_ms),
        most: None,
        limits: &[(Side::Preact, LCP_OF_PREACT), (Side::Html, LCP_OF_HTML)],
        is_worst: false,
    },
    Metric {
        what: "first click handled",
        unit: "ms",
        of: |visit| visit.interactive_ms,
        most: None,
        limits: &[(Side::React, INTERACTIVE_OF_REACT)],
        is_worst: false,
    },
    Metric {
        what: "CLS, worst visit",
        unit: "",
        of: |visit| Some(visit.cls),
        most: Some(CLS),
        limits: &[],
        is_worst: true,
    },
    Metric {
        what: "bytes until the click",
        unit: "bytes",
        of: |visit| visit.bytes_until_interactive,
        most: None,
        limits: &[],
        is_worst: false,
    },
    Metric {
        what: "bytes in all",
        unit: "bytes",
        of: |visit| Some(visit.bytes),
        most: None,
        limits: &[],
        is_worst: false,
    },
];

/// A row for each page, metric and peer.
pub(super) fn rows(setting: &Setting<'_>) -> Result<Vec<Row>, XtaskError> {
    setup::run(true)?;
    dist::build()?;
    dist::build_press_for_release()?;
    let packages = npm::install("first-view")?;
    shell::run(
        shell::command("node")
            .arg(packages.folder.join("build.mjs"))
            .arg(house::root())
            .arg(packages.folder.join("built")),
    )?;
    let paths = PAGES.map(|(_, path)| path);
    let folders = sides::lay_out(&packages.folder.join("built"), &paths)?;
    let visits = measure::visits(&folders, &paths, setting.n)
        .map_err(|error| XtaskError::Browser(error.to_string()))?;
    let mut rows = Vec::new();
    for (page, (lang, _)) in PAGES.iter().enumerate() {
        for metric in &METRICS {
            let sample = |side: Side| summary(metric, &visits[page][side as usize]);
            let Some(ours) = sample(Side::Ours) else {
                continue;
            };
            for side in [Side::Preact, Side::React, Side::Html] {
                let Some(theirs) = sample(side) else {
                    continue;
                };
                let name = match side {
                    Side::Preact => packages.label("preact")?,
                    Side::React => packages.label("react")?,
                    _ => "plain HTML".to_owned(),
                };
                let limit = metric.limits.iter().find(|(of, _)| *of == side);
                rows.push(Row {
                    what: format!("{lang}: {}", metric.what),
                    unit: metric.unit,
                    ours,
                    most: metric.most,
                    peer: Some(Peer {
                        name,
                        theirs,
                        limit: limit.map(|(_, limit)| *limit),
                    }),
                    n: setting.n,
                });
            }
        }
    }
    Ok(rows)
}

/// `None` where the side has no such figure.
fn summary(metric: &Metric, visits: &[Visit]) -> Option<Quartiles> {
    let sample: Vec<f64> = visits.iter().filter_map(metric.of).collect();
    if metric.is_worst {
        return Quartiles::of(sample.into_iter().reduce(f64::max).into_iter().collect());
    }
    Quartiles::of(sample)
}
