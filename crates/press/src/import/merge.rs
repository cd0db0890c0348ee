//! Three sides: what the source says, what it said last time, what stands in the newsroom. Field by field.
//!
//! Where only the source changed, its word is taken; where the newsroom changed, the newsroom's stays. It refuses to
//! remove items: a feed holds the last few, and what falls off its end is not gone.

use std::collections::HashMap;

use serde_json::Value;

use super::Summary;
use super::fields::{Fields, get, hash};
use super::memory::{Memory, Remembered};
use super::source::Imported;
use super::text::{Change, Edits, FeedText};

/// What a merge comes to.
pub(super) struct Merged {
    pub(super) edits: Edits,
    pub(super) memory: Memory,
    pub(super) summary: Summary,
}

/// Merges a source's items into a feed.
pub(super) fn merge(source: &Imported, feed: &FeedText<'_>, memory: &Memory) -> Merged {
    // Of two with one id the first counts.
    let places = feed.items.iter().enumerate().rev();
    let places: HashMap<&str, usize> = places
        .filter_map(|(at, (_, item))| Some((item["id"].as_str()?, at)))
        .collect();
    let mut merged = Merged {
        edits: Edits::default(),
        memory: Memory::with(memory.items.clone()),
        summary: Summary::default(),
    };
    for (id, fields) in &source.items {
        let said = remembered(fields);
        let place = places.get(&**id).copied();
        let ours = place
            .and_then(|at| feed.items.get(at))
            .map(|(_, item)| item);
        merged.item(id, fields, memory.items.get(id), place.zip(ours));
        merged.memory.items.insert(id.clone(), said);
    }
    merged.edits.changed.sort_unstable_by_key(|(at, _)| *at);
    merged
}

fn remembered(fields: &Fields) -> Remembered {
    let hashes = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), hash(value)));
    hashes.collect()
}

impl Merged {
    fn item(
        &mut self,
        id: &str,
        theirs: &Fields,
        base: Option<&Remembered>,
        ours: Option<(usize, &Value)>,
    ) {
        let summary = &mut self.summary;
        match (base, ours) {
            (None, None) => {
                self.edits.new.push(theirs.clone());
                summary.n_new += 1;
            }
            (Some(base), None) => {
                summary.n_edited += 1;
                if *base != remembered(theirs) {
                    let line =
                        format!("{id}: removed here, changed at the source; it stays removed");
                    summary.lines.push(line);
                }
            }
            (None, Some((_, ours))) => {
                let mut all = theirs.iter();
                if all.any(|(name, value)| get(ours, name) != Some(value)) {
                    summary.n_edited += 1;
                    let line =
                        format!("{id}: stands here already, and not by an import; left as it is");
                    summary.lines.push(line);
                } else {
                    summary.n_same += 1;
                }
            }
            (Some(base), Some((at, ours))) => {
                let outcome = three_ways(theirs, base, ours);
                if !outcome.kept.is_empty() {
                    let kept = outcome.kept.join(", ");
                    let line = format!("{id}: {kept} edited here and at the source; yours stays");
                    summary.lines.push(line);
                }
                match (outcome.changes.is_empty(), outcome.is_edited) {
                    (false, _) => summary.n_changed += 1,
                    (true, true) => summary.n_edited += 1,
                    (true, false) => summary.n_same += 1,
                }
                if !outcome.changes.is_empty() {
                    self.edits.changed.push((at, outcome.changes));
                }
            }
        }
    }
}

/// What comes of one item.
#[derive(Default, PartialEq, Debug)]
struct Outcome {
    changes: Vec<Change>,
    /// Fields that both sides changed.
    kept: Vec<String>,
    /// Whether the newsroom says anything else than the source said.
    is_edited: bool,
}

fn three_ways(theirs: &Fields, base: &Remembered, ours: &Value) -> Outcome {
    let mut outcome = Outcome::default();
    let gone = base
        .keys()
        .filter(|name| !theirs.iter().any(|(known, _)| known == name));
    let gone = gone.map(|name| (&**name, None));
    let all = theirs.iter().map(|(name, value)| (*name, Some(value)));
    for (name, theirs) in all.chain(gone) {
        let before = base.get(name).cloned();
        let here = get(ours, name).map(hash);
        let there = theirs.map(hash);
        let is_edited = here != before && here != there;
        outcome.is_edited |= is_edited;
        if there == before || here == there {
            continue;
        }
        if is_edited {
            outcome.kept.push(name.to_owned());
        } else {
            outcome.changes.push((name.to_owned(), theirs.cloned()));
        }
    }
    outcome
}

#[cfg(test)]
mod tests;
