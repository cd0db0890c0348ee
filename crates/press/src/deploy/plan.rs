//! What to upload, in which order, and what to remove when: decided from what should be there, what is, and what is known of it.
//!
//! It does no work and asks nobody; whoever carries the plan out looks first. It refuses to remove what the record does not
//! know as ours.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};

use super::headers::Headers;
use super::record::{Known, Record};
use crate::publish::files::Stage;

/// An object's bytes and headers as a number: two of the same are the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Fingerprint(pub(super) u128);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// An object that should be there.
#[derive(PartialEq, Debug)]
pub(super) struct Wanted {
    /// Below the prefix, not percent-encoded.
    pub(super) path: String,
    /// The file to send.
    pub(super) source: PathBuf,
    pub(super) n_bytes: u64,
    pub(super) headers: Headers,
    pub(super) fingerprint: Fingerprint,
    pub(super) stage: Stage,
}

/// What the store holds.
#[derive(Default)]
pub(super) struct Found {
    /// Sizes of all objects, by path below the prefix.
    pub(super) sizes: HashMap<String, u64>,
    pub(super) record: Record,
    /// Of those that the record is not certain of: what the objects say of themselves.
    pub(super) asked: HashMap<String, Fingerprint>,
}

/// Whether an object is as it should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    Same,
    Differs,
    /// Only the object itself can tell.
    Unknown,
}

impl Found {
    /// Compares an object with what is there.
    pub(super) fn judge(&self, wanted: &Wanted) -> Verdict {
        // A record is a memory: what the store lists comes first.
        if self.sizes.get(&wanted.path) != Some(&wanted.n_bytes) {
            return Verdict::Differs;
        }
        let known = self.record.0.get(&wanted.path);
        let told = known.and_then(|known| known.fingerprint);
        match told.or_else(|| self.asked.get(&wanted.path).copied()) {
            Some(fingerprint) if fingerprint == wanted.fingerprint => Verdict::Same,
            Some(_) => Verdict::Differs,
            None => Verdict::Unknown,
        }
    }
}

/// What is to be done.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// By stage, then by path.
    pub(super) uploads: Vec<&'a Wanted>,
    /// After all uploads; pages before the assets that they name.
    pub(super) removals: Vec<String>,
    /// To be noted before the first upload.
    pub(super) begun: Record,
    /// To be noted when all is done.
    pub(super) done: Record,
    pub(super) n_kept: usize,
    /// Old assets within their time of grace.
    pub(super) n_waiting: usize,
}

impl<'a> Plan<'a> {
    /// What is still unknown is uploaded. `today` counts days since 1970.
    pub(super) fn new(wanted: &'a [Wanted], found: &Found, today: u64, grace_days: u64) -> Self {
        let mut done = Record::default();
        let mut uploads = Vec::new();
        for object in wanted {
            if found.judge(object) != Verdict::Same {
                uploads.push(object);
            }
            let known = Known {
                fingerprint: Some(object.fingerprint),
                left_day: None,
            };
            done.0.insert(object.path.clone(), known);
        }
        uploads.sort_unstable_by(|a, b| (a.stage, &a.path).cmp(&(b.stage, &b.path)));
        let mut removals = Vec::new();
        let mut n_waiting = 0;
        for (path, known) in &found.record.0 {
            if done.0.contains_key(path) || !found.sizes.contains_key(path) {
                continue;
            }
            let left = known.left_day.unwrap_or(today);
            if path.starts_with("assets/") && today.saturating_sub(left) < grace_days {
                n_waiting += 1;
                let left_day = Some(left);
                done.0.insert(path.clone(), Known { left_day, ..*known });
            } else {
                removals.push(path.clone());
            }
        }
        removals.sort_unstable_by_key(|path| {
            (std::cmp::Reverse(Stage::of(Path::new(path))), path.clone())
        });
        let mut begun = done.clone();
        for path in &removals {
            let known = found.record.0.get(path).copied();
            begun.0.extend(known.map(|known| (path.clone(), known)));
        }
        for object in &uploads {
            if let Some(known) = begun.0.get_mut(&object.path) {
                known.fingerprint = None;
            }
        }
        Self {
            n_kept: wanted.len() - uploads.len(),
            uploads,
            removals,
            begun,
            done,
            n_waiting,
        }
    }
}

#[cfg(test)]
mod tests;
