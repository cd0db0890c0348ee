//! A line of a comparison: our median and quartiles, the peer's, and their ratio. It refuses means,
//! which one slow run can move.

use std::fmt;

use serde_json::{Value, json};

/// The middle and the quarters of a sample, in the row's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quartiles {
    pub(super) median: f64,
    pub(super) q1: f64,
    pub(super) q3: f64,
}

impl Quartiles {
    /// Of a sample in any order, interpolating between neighbours; `None` when it is empty.
    pub(super) fn of(mut sample: Vec<f64>) -> Option<Self> {
        sample.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let place = share * (sample.len().checked_sub(1)? as f64);
            let (low, part) = (place.floor() as usize, place.fract());
            let high = sample.get(low + 1).or(sample.get(low))?;
            Some(sample.get(low)? * (1.0 - part) + high * part)
        };
        Some(Self {
            median: at(0.5)?,
            q1: at(0.25)?,
            q3: at(0.75)?,
        })
    }

    fn json(self) -> Value {
        json!({ "median": self.median, "q1": self.q1, "q3": self.q3 })
    }
}

/// The other side of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Peer {
    /// Name and version.
    pub(super) name: String,
    pub(super) theirs: Quartiles,
    /// The highest allowed ratio of medians, ours to theirs.
    pub(super) limit: Option<f64>,
}

/// One thing measured on both sides, or on ours alone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) what: String,
    /// `ms`, `bytes`, …; smaller is better.
    pub(super) unit: &'static str,
    pub(super) ours: Quartiles,
    /// The highest allowed median of ours, in the row's unit.
    pub(super) most: Option<f64>,
    pub(super) peer: Option<Peer>,
    /// How many runs of each side.
    pub(super) n: usize,
}

impl Row {
    /// Our median by theirs; `None` where both are nothing.
    fn ratio(&self) -> Option<f64> {
        let ratio = self.ours.median / self.peer.as_ref()?.theirs.median;
        (!ratio.is_nan()).then_some(ratio)
    }

    fn limit(&self) -> Option<f64> {
        self.peer.as_ref()?.limit
    }

    /// Whether our median or the ratio is above its limit; what has no limit is never above.
    pub(super) fn is_above_limit(&self) -> bool {
        matches!(self.most, Some(most) if self.ours.median > most)
            || matches!((self.ratio(), self.limit()), (Some(ratio), Some(limit)) if ratio > limit)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let show = |q: Quartiles| format!("{:.1} [{:.1}, {:.1}]", q.median, q.q1, q.q3);
        write!(
            f,
            "{:<32} {:<6} {:>26}",
            self.what,
            self.unit,
            show(self.ours)
        )?;
        if let Some(most) = self.most {
            write!(f, "  (limit {most:.0})")?;
        }
        let Some(peer) = &self.peer else {
            return Ok(());
        };
        write!(f, "  {:<20} {:>26}", peer.name, show(peer.theirs))?;
        if let Some(ratio) = self.ratio() {
            write!(f, "  ratio {ratio:.2}")?;
        }
        peer.limit
            .map_or(Ok(()), |limit| write!(f, " (limit {limit:.2})"))
    }
}

/// The table for the terminal.
pub(super) fn table(rows: &[Row]) -> String {
    rows.iter()
        .map(Row::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The file's content: `{ "rows": [ … ] }`, with `null` where there is no peer.
pub(super) fn json(rows: &[Row]) -> Value {
    let row = |row: &Row| {
        json!({
            "what": row.what,
            "unit": row.unit,
            "ours": row.ours.json(),
            "most": row.most,
            "peer": row.peer.as_ref().map(|peer| peer.name.as_str()),
            "theirs": row.peer.as_ref().map(|peer| peer.theirs.json()),
            "ratio": row.ratio(),
            "limit": row.limit(),
            "n": row.n,
        })
    };
    json!({ "rows": rows.iter().map(row).collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_of_small_samples() {
        #[track_caller]
        fn check(sample: &[f64], expect: Option<(f64, f64, f64)>) {
            assert_eq!(
                Quartiles::of(sample.to_vec()).map(|q| (q.q1, q.median, q.q3)),
                expect
            );
        }
        check(&[], None);
        check(&[7.0], Some((7.0, 7.0, 7.0)));
        check(&[3.0, 1.0], Some((1.5, 2.0, 2.5)));
        check(&[5.0, 1.0, 4.0, 2.0, 3.0], Some((2.0, 3.0, 4.0)));
    }

    #[test]
    fn fails_only_above_a_limit() {
        #[track_caller]
        fn check(ours: f64, most: Option<f64>, peer: Option<(f64, Option<f64>)>, expect: bool) {
            let flat = |median| Quartiles {
                median,
                q1: median,
                q3: median,
            };
            let peer = peer.map(|(theirs, limit)| Peer {
                name: "peer 1".into(),
                theirs: flat(theirs),
                limit,
            });
            let row = Row {
                what: "x".into(),
                unit: "ms",
                ours: flat(ours),
                most,
                peer,
                n: 1,
            };
            assert_eq!(row.is_above_limit(), expect, "{row}");
        }
        check(9.0, None, None, false);
        check(9.0, None, Some((1.0, None)), false);
        check(2.0, None, Some((2.0, Some(1.0))), false);
        check(2.1, None, Some((2.0, Some(1.0))), true);
        check(9.0, Some(9.0), None, false);
        check(9.1, Some(9.0), None, true);
        check(9.1, Some(9.0), Some((10.0, Some(1.0))), true);
    }
}
