//! From units to blocks in reading order: by the structure tree where the file has one, else by what is seen.
//!
//! It never mixes upright text with turned text.

use std::collections::BTreeMap;

use nashra_report::text::{Block, BlockRole, Line, TextDirection};

use super::columns;
use super::lines::{Piece, Seen, join_hyphens, n_flush, pieces};
use super::structure::{PageOwners, is_rtl_language};
use super::units::{Unit, is_rtl_letter};

/// A gap this wide (in font sizes) parts pieces of a line; gutters are wider.
const PIECE_GAP: f64 = 1.1;

struct Draft {
    role: BlockRole,
    language: Option<String>,
    is_rtl: bool,
    lines: Vec<Seen>,
}

pub(crate) fn blocks(
    units: Vec<Unit>,
    owners: Option<&PageOwners>,
    language: Option<&str>,
) -> Vec<Block> {
    let page_share = rtl_share(units.iter());
    // A file's language may be its producer's, so it only tips the balance.
    let least = if language.is_some_and(is_rtl_language) {
        0.15
    } else {
        0.5
    };
    let page_rtl = page_share.is_some_and(|share| share >= least);
    let space_gap = space_gap(&units);
    let n_text = units
        .iter()
        .filter(|unit| !unit.is_artifact && !unit.is_space())
        .count();
    let n_owned = units
        .iter()
        .filter(|unit| unit.owner.is_some() && !unit.is_space())
        .count();
    let is_tagged = n_owned * 10 >= n_text * 8 && n_owned > 0;
    let mut groups: BTreeMap<(u8, usize, u8), Vec<Unit>> = BTreeMap::new();
    for unit in units {
        let key = match unit.owner {
            Some(owner) if is_tagged => (0, owner, unit.turns),
            _ if unit.is_artifact => (2, 0, unit.turns),
            _ => (1, 0, unit.turns),
        };
        groups.entry(key).or_default().push(unit);
    }
    let mut drafts = Vec::new();
    for ((kind, owner, _), units) in with_labels_joined(groups, owners) {
        let tagged = owners
            .filter(|_| kind == 0)
            .and_then(|owners| owners.blocks.get(owner));
        for region in columns::regions(pieces(units, PIECE_GAP), page_rtl) {
            for paragraph in paragraphs(region, tagged.is_some()) {
                let share = rtl_share(paragraph.iter().flatten());
                let said = tagged
                    .and_then(|owner| owner.language.as_deref())
                    .map(is_rtl_language);
                let prior = said.unwrap_or(page_rtl);
                let is_rtl = share.map_or(prior, |share| share > if prior { 0.3 } else { 0.6 })
                    || page_rtl && is_set_from_the_right(&paragraph);
                let lines = paragraph
                    .into_iter()
                    .map(|units| {
                        let is_rtl = is_rtl && !is_latin_line(&units);
                        Seen::new(units, is_rtl, space_gap)
                    })
                    .collect();
                drafts.push(Draft {
                    role: match tagged {
                        Some(owner) => owner.role,
                        None if kind == 2 => BlockRole::RunningHead,
                        None => BlockRole::Paragraph,
                    },
                    language: tagged.and_then(|owner| owner.language.clone()),
                    is_rtl,
                    lines,
                });
            }
        }
    }
    finish(drafts)
}

/// Kind (0 tagged, 1 plain, 2 furniture), block, quarter turns.
type Key = (u8, usize, u8);

/// Labels of a figure that touch are one: a producer may tag a word in two fonts as two.
fn with_labels_joined(
    groups: BTreeMap<Key, Vec<Unit>>,
    owners: Option<&PageOwners>,
) -> Vec<(Key, Vec<Unit>)> {
    let is_loose = |key: &Key| {
        let owner = owners.and_then(|owners| owners.blocks.get(key.1));
        key.0 == 0 && owner.is_some_and(|owner| owner.is_loose)
    };
    let mut out: Vec<(Key, Vec<Unit>)> = Vec::new();
    for (key, units) in groups {
        if let Some((last, label)) = out.last_mut()
            && is_loose(last)
            && is_loose(&key)
            && last.2 == key.2
            && touches(label, &units)
        {
            label.extend(units);
        } else {
            out.push((key, units));
        }
    }
    out
}

fn touches(one: &[Unit], two: &[Unit]) -> bool {
    let edge = |units: &[Unit], edge: fn(&Unit) -> f64, pick: fn(f64, f64) -> f64| {
        units.iter().map(edge).reduce(pick).unwrap_or(f64::NAN)
    };
    let (Some(a), Some(b)) = (one.first(), two.first()) else {
        return false;
    };
    let gap_right = edge(two, |u| u.x0, f64::min) - edge(one, |u| u.x1, f64::max);
    let gap_left = edge(one, |u| u.x0, f64::min) - edge(two, |u| u.x1, f64::max);
    let (gap, rise) = (gap_right.max(gap_left) / a.size, (a.y - b.y).abs() / a.size);
    rise < 0.3 && gap < 0.6 || rise < 0.6 && gap.abs() < 0.1
}

/// A line of Latin words alone inside a right-to-left block: set from the left, unless its full stop stands at the
/// left end.
fn is_latin_line(units: &[Unit]) -> bool {
    let mut chars = units.iter().flat_map(|unit| unit.text.chars());
    let ends_left = units
        .iter()
        .find(|unit| !unit.is_space())
        .is_some_and(|unit| {
            unit.text
                .starts_with(['.', ',', ':', ';', '!', '?', '،', '؛', '؟', ')', ']', '»'])
        });
    let is_latin = |c: char| c.is_alphabetic() && !is_rtl_letter(c);
    !ends_left && chars.clone().any(is_latin) && !chars.any(is_rtl_letter)
}

fn finish(drafts: Vec<Draft>) -> Vec<Block> {
    let lines = drafts.iter().flat_map(|draft| &draft.lines);
    let vote: i32 = lines
        .map(|line| super::order::bracket_vote(line.rtl_texts()))
        .sum();
    let mut read: Vec<Vec<Line>> = drafts
        .iter()
        .map(|draft| {
            let lines = draft.lines.iter().map(|line| line.line(vote < 0));
            lines.filter(|line| !line.words.is_empty()).collect()
        })
        .collect();
    let flush = read.iter().map(|lines| n_flush(lines));
    let (n_flush, n_lines) = flush.fold((0, 0), |(a, b), (flush, lines)| (a + flush, b + lines));
    // Words are cut far more often than written with hyphens: where lines are too few to tell, they are cut.
    let is_stretched = n_lines < 2 || n_flush * 10 >= n_lines * 7;
    for lines in &mut read {
        join_hyphens(lines, is_stretched);
    }
    let blocks = drafts.into_iter().zip(read).map(|(draft, lines)| {
        let direction = if draft.is_rtl {
            TextDirection::Rtl
        } else {
            TextDirection::Ltr
        };
        Block {
            role: draft.role,
            direction,
            language: draft.language,
            lines,
        }
    });
    blocks.filter(|block| !block.lines.is_empty()).collect()
}

/// Whether a text in Latin letters was set as a right-to-left paragraph: flush right alone, or with the full stop
/// at the left end.
fn is_set_from_the_right(lines: &[Vec<Unit>]) -> bool {
    let stops = |unit: Option<&Unit>| {
        unit.is_some_and(|unit| matches!(unit.text.as_str(), "." | "!" | "?" | ":" | "،"))
    };
    if lines
        .last()
        .is_some_and(|line| stops(line.first()) && !stops(line.last()))
    {
        return true;
    }
    let spread = |edge: fn(&Unit) -> f64, pick: fn(f64, f64) -> f64| {
        let edges = lines
            .iter()
            .filter_map(|line| line.iter().map(edge).reduce(pick));
        let (low, high) = edges.fold((f64::MAX, f64::MIN), |(low, high), x| {
            (low.min(x), high.max(x))
        });
        high - low
    };
    lines.len() > 1
        && spread(|unit| unit.x1, f64::max) < 2.0
        && spread(|unit| unit.x0, f64::min) > 12.0
}

/// Lines of a region, as paragraphs. A tagged block is one already.
fn paragraphs(region: Vec<Piece>, is_one: bool) -> Vec<Vec<Vec<Unit>>> {
    let mut lines: Vec<(f64, f64, Vec<Unit>)> = Vec::new();
    for piece in region {
        match lines.last_mut() {
            Some((y, size, units)) if (*y - piece.y).abs() < 0.4 * size.min(piece.size) => {
                let at = units.partition_point(|unit| unit.x0 < piece.x0);
                units.splice(at..at, piece.units);
            }
            _ => lines.push((piece.y, piece.size, piece.units)),
        }
    }
    let width = |units: &[Unit]| {
        let x0 = units.iter().map(|unit| unit.x0).fold(f64::MAX, f64::min);
        units.iter().map(|unit| unit.x1).fold(f64::MIN, f64::max) - x0
    };
    let measure = lines
        .iter()
        .map(|(_, _, units)| width(units))
        .fold(0.0, f64::max);
    let mut steps: Vec<f64> = lines
        .windows(2)
        .map(|pair| (pair[1].0 - pair[0].0) / pair[0].1.max(0.1))
        .collect();
    steps.sort_by(f64::total_cmp);
    let usual = steps
        .get(steps.len() / 3)
        .copied()
        .unwrap_or(1.4)
        .clamp(0.9, 2.6);
    let mut out: Vec<Vec<Vec<Unit>>> = Vec::new();
    let mut before: Option<(f64, f64, f64)> = None;
    for (y, size, units) in lines {
        let begins = before.is_none_or(|(last_y, last_size, last_width)| {
            let is_far = (y - last_y) / last_size.max(0.1) > usual * 1.3 || y < last_y;
            let is_other = (size / last_size - 1.0).abs() > 0.12;
            let is_after_end = last_width < 0.8 * measure;
            !is_one && (is_far || is_other || is_after_end)
        });
        before = Some((y, size, width(&units)));
        match out.last_mut().filter(|_| !begins) {
            Some(paragraph) => paragraph.push(units),
            None => out.push(vec![units]),
        }
    }
    out
}

/// The share of words that begin with a right-to-left letter: addresses are long, but one word.
fn rtl_share<'u>(units: impl Iterator<Item = &'u Unit>) -> Option<f64> {
    let (mut n_rtl, mut n_ltr) = (0_u32, 0_u32);
    let mut last = None;
    let mut reach: Option<(f64, f64)> = None;
    for unit in units {
        let is_apart = reach.is_some_and(|(x0, x1)| {
            unit.x0 > x1 + 0.2 * unit.size || unit.x1 < x0 - 0.2 * unit.size
        });
        reach = Some((unit.x0, unit.x1));
        if unit.is_space() || is_apart {
            last = None;
        }
        let Some(c) = unit.text.chars().find(|c| c.is_alphabetic()) else {
            continue;
        };
        let is_rtl = is_rtl_letter(c);
        if last != Some(is_rtl) {
            if is_rtl { n_rtl += 1 } else { n_ltr += 1 }
        }
        last = Some(is_rtl);
    }
    (n_rtl + n_ltr > 0).then(|| f64::from(n_rtl) / f64::from(n_rtl + n_ltr))
}

/// How wide a gap is a space: narrow where the file writes no spaces at all.
fn space_gap(units: &[Unit]) -> f64 {
    let n_spaces = units.iter().filter(|unit| unit.is_space()).count();
    if n_spaces * 40 < units.len() {
        0.16
    } else {
        0.26
    }
}
