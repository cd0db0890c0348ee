//! `bench report`: a report in our viewer and in PDF.js's own, in one Chromium, in turns: from the click to something readable and to the
//! page itself, turns, a scroll through thirty pages, memory and bytes; on a fast machine, and on a slow phone and network. PDF.js comes with
//! its defaults, against which the limits are, and with ranges of a linearised file. A poster never counts as the page.

mod renderers;
mod sides;
mod visit;

use nashra_browser_tests::engine::end_all_on_signal;

use super::row::{Peer, Quartiles, Row};
use super::{Setting, npm};
use crate::error::XtaskError;
use crate::{dist, setup};
use visit::{Pace, Visit};

/// The peer's package in `benches/pdf`.
const PACKAGES: &str = "pdf";
const PEER: &str = "pdfjs-dist";

/// What ours may take of the peer's median.
const LIVE: f64 = 0.8;
const NEXT: f64 = 0.6;
const MEMORY: f64 = 1.0;
const SLOW_READABLE: f64 = 0.2;
const SLOW_LIVE: f64 = 1.8;

/// A thing measured at a pace; `None` where that is not asked of it.
struct Metric {
    what: &'static str,
    unit: &'static str,
    of: fn(&Visit) -> Option<f64>,
    limits: [Option<f64>; 2],
}

impl Metric {
    /// `None` where no visit was asked for it.
    fn sample(&self, visits: &[Visit]) -> Option<Quartiles> {
        Quartiles::of(visits.iter().filter_map(self.of).collect())
    }
}

const METRICS: [Metric; 7] = [
    Metric {
        what: "something readable",
        unit: "ms",
        of: |visit| Some(visit.readable_ms),
        limits: [None, Some(SLOW_READABLE)],
    },
    Metric {
        what: "first page, live",
        unit: "ms",
        of: |visit| Some(visit.live_ms),
        limits: [Some(LIVE), Some(SLOW_LIVE)],
    },
    Metric {
        what: "next page",
        unit: "ms",
        of: |visit| visit.next_ms,
        limits: [Some(NEXT), None],
    },
    Metric {
        what: "30 pages scrolled, all sharp",
        unit: "ms",
        of: |visit| visit.scrolled_ms,
        limits: [None, None],
    },
    Metric {
        what: "frames dropped meanwhile",
        unit: "frames",
        of: |visit| visit.dropped,
        limits: [None, None],
    },
    Metric {
        what: "memory, at most",
        unit: "MB",
        of: |visit| Some(visit.peak_mb),
        limits: [Some(MEMORY), None],
    },
    Metric {
        what: "bytes until the first page",
        unit: "bytes",
        of: |visit| Some(visit.bytes),
        limits: [None, None],
    },
];

/// A row for each report, pace and metric.
pub(super) fn rows(setting: &Setting<'_>) -> Result<Vec<Row>, XtaskError> {
    setup::run(true)?;
    setup::qpdf()?;
    dist::build()?;
    dist::build_press_for_release()?;
    let packages = npm::install(PACKAGES)?;
    let peer = packages.label(PEER)?;
    let folders = sides::lay_out(setting.newsroom, &packages.of(PEER))?;
    end_all_on_signal().map_err(|error| XtaskError::Browser(error.to_string()))?;
    let mut rows = Vec::new();
    for (at, pace) in Pace::ALL.into_iter().enumerate() {
        let reports = visit::visits(&folders, pace, setting.n)
            .map_err(|error| XtaskError::Browser(error.to_string()))?;
        for (report, [ours, by_default, by_ranges]) in reports {
            for metric in &METRICS {
                let what = format!("{report}, {}: {}", pace.name(), metric.what);
                let by_name = [
                    (peer.clone(), by_default.as_slice(), metric.limits[at]),
                    (format!("{peer}, ranges"), by_ranges.as_slice(), None),
                ];
                let row = |(name, theirs, limit)| {
                    let peer = Peer {
                        name,
                        theirs: metric.sample(theirs)?,
                        limit,
                    };
                    Some(Row {
                        what: what.clone(),
                        unit: metric.unit,
                        ours: metric.sample(&ours)?,
                        most: None,
                        peer: Some(peer),
                        n: setting.n,
                    })
                };
                rows.extend(by_name.into_iter().filter_map(row));
            }
        }
    }
    Ok(rows)
}
