//! What was deployed, kept in the store itself: which objects are ours, what they were made of, since when an asset is no
//! longer needed.
//!
//! `fingerprint day path`, one line an object, `-` where the fingerprint is not certain (its upload had begun) or where the object is
//! needed. It is written before the first upload and after the last: what a broken run left there is known to be ours. It refuses
//! to be believed against what the store lists.

use std::collections::BTreeMap;
use std::fmt;

use super::plan::Fingerprint;

/// Where it stands in the store.
pub(super) const PATH: &str = ".nashra/deployed";
const FIRST_LINE: &str = "nashra deployed 1";

/// One object of ours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Known {
    /// What it was made of; absent when an upload had begun and its end was not noted.
    pub(super) fingerprint: Option<Fingerprint>,
    /// Since when nothing published needs it, in days since 1970.
    pub(super) left_day: Option<u64>,
}

/// All objects of ours, by path below the prefix.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Record(pub(super) BTreeMap<String, Known>);

impl Record {
    /// What can be read of `text`; the rest is asked of the store again.
    pub(super) fn parse(text: &str) -> Self {
        let mut lines = text.lines();
        if lines.next() != Some(FIRST_LINE) {
            return Self::default();
        }
        Self(lines.filter_map(line).collect())
    }
}

fn line(line: &str) -> Option<(String, Known)> {
    let mut words = line.splitn(3, ' ');
    let fingerprint = match words.next()? {
        "-" => None,
        word => Some(Fingerprint(u128::from_str_radix(word, 16).ok()?)),
    };
    let left_day = match words.next()? {
        "-" => None,
        word => Some(word.parse().ok()?),
    };
    let known = Known {
        fingerprint,
        left_day,
    };
    Some((words.next()?.to_owned(), known))
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST_LINE}")?;
        for (path, known) in &self.0 {
            match known.fingerprint {
                Some(fingerprint) => write!(f, "{fingerprint}")?,
                None => write!(f, "-")?,
            }
            match known.left_day {
                Some(day) => writeln!(f, " {day} {path}")?,
                None => writeln!(f, " - {path}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, Known, Record};

    #[test]
    fn reads_what_it_wrote() {
        let known = |fingerprint: Option<u128>, left_day| Known {
            fingerprint: fingerprint.map(Fingerprint),
            left_day,
        };
        let record = Record(
            [
                ("ar/index.html", known(Some(u128::MAX), None)),
                ("assets/a b.js", known(Some(7), Some(20_000))),
                ("sitemap.xml", known(None, None)),
            ]
            .map(|(path, known)| (path.to_owned(), known))
            .into(),
        );
        assert_eq!(Record::parse(&record.to_string()), record);
    }

    #[test]
    fn forgets_what_it_cannot_read() {
        let check = |text: &str, n: usize| assert_eq!(Record::parse(text).0.len(), n, "{text}");
        check("", 0);
        check("<Error/>", 0);
        check("nashra deployed 2\n- - a", 0);
        check(
            "nashra deployed 1\n- - a\nbroken\nxyz - b\n- x c\n0f 3 d",
            2,
        );
    }
}
