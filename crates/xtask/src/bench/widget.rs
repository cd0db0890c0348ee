//! `bench widget`: a partner's page with our cards, beside the same page without any, with a frame as services of short messages embed
//! them, and with a custom element of Preact that shows the same cards. It holds what the page itself loses.

use std::path::Path;

use super::row::{Peer, Quartiles, Row};
use super::{Setting, npm};
use crate::error::XtaskError;
use crate::{bench, dist, house, setup, shell};
use measure::Visit;
use sides::Side;

mod measure;
mod sides;

/// What the page may lose: against itself without cards.
const OF_WITHOUT: f64 = 1.05;
const CLS: f64 = 0.0;

struct Metric {
    what: &'static str,
    unit: &'static str,
    of: fn(&Visit) -> Option<f64>,
    most: Option<f64>,
    /// The highest ratio to the page without cards.
    limit: Option<f64>,
    /// Whether the worst visit stands for all.
    is_worst: bool,
}

const METRICS: [Metric; 5] = [
    Metric {
        what: "the page's LCP",
        unit: "ms",
        of: |visit| Some(visit.lcp_ms),
        most: None,
        limit: Some(OF_WITHOUT),
        is_worst: false,
    },
    Metric {
        what: "the page's INP",
        unit: "ms",
        of: |visit| Some(visit.inp_ms),
        most: None,
        limit: Some(OF_WITHOUT),
        is_worst: false,
    },
    Metric {
        what: "the page's CLS, worst visit",
        unit: "",
        of: |visit| Some(visit.cls),
        most: Some(CLS),
        limit: None,
        is_worst: true,
    },
    Metric {
        what: "cards painted",
        unit: "ms",
        of: |visit| visit.painted_ms,
        most: None,
        limit: None,
        is_worst: false,
    },
    Metric {
        what: "bytes from the newsroom",
        unit: "bytes",
        of: |visit| Some(visit.news_bytes),
        most: None,
        limit: None,
        is_worst: false,
    },
];

/// A row for each metric and peer.
pub(super) fn rows(setting: &Setting<'_>) -> Result<Vec<Row>, XtaskError> {
    setup::run(true)?;
    dist::build()?;
    dist::build_press_for_release()?;
    let packages = npm::install("widget")?;
    let built = packages.folder.join("built");
    shell::run(
        shell::command("node")
            .arg(packages.folder.join("build.mjs"))
            .arg(house::root())
            .arg(&built),
    )?;
    let site = house::target().join("bench/widget/site");
    bench::publish(Path::new("sample"), &site, &["--best"])?;
    sides::add_peers(&built, &packages.folder, &site)?;
    let visits = measure::visits(&site, setting.n)
        .map_err(|error| XtaskError::Browser(error.to_string()))?;
    let mut rows = Vec::new();
    for metric in &METRICS {
        let sample = |side: Side| summary(metric, &visits[side as usize]);
        let Some(ours) = sample(Side::Ours) else {
            continue;
        };
        for side in [Side::Without, Side::Frame, Side::Preact] {
            let Some(theirs) = sample(side) else {
                continue;
            };
            let name = match side {
                Side::Preact => packages.label("preact")?,
                Side::Frame => "frame".to_owned(),
                _ => "without".to_owned(),
            };
            rows.push(Row {
                what: metric.what.to_owned(),
                unit: metric.unit,
                ours,
                most: metric.most,
                peer: Some(Peer {
                    name,
                    theirs,
                    limit: metric.limit.filter(|_| side == Side::Without),
                }),
                n: setting.n,
            });
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
