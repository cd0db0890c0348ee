//! From units to blocks in reading order: by the structure tree where the file has one, else by what is seen.
//!
//! It never mixes upright text with turned text.

use std::collections::BTreeMap;

use nashra_report::text::{Block, BlockRole, TextDirection};

use super::columns;
use super::lines::{Piece, Seen, join_hyphens, pieces};
use super::structure::PageOwners;
use super::units::{Unit, is_rtl_letter};

/// A gap this wide (in font sizes) parts pieces of a line; gutters are wider.
const PIECE_GAP: f64 = 1.1;

struct Draft {
    role: BlockRole,
    language: Option<String>,
    is_rtl: bool,
    lines: Vec<Seen>,
}

pub(crate) fn blocks(units: Vec<Unit>, owners: Option<&PageOwners>, _width: f32) -> Vec<Block> {
    let page_rtl = rtl_share(units.iter()).unwrap_or(0.0) > 0.5;
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
    for ((kind, owner, _), units) in groups {
        let tagged = owners
            .filter(|_| kind == 0)
            .and_then(|owners| owners.blocks.get(owner));
        for region in columns::regions(pieces(units, PIECE_GAP), page_rtl) {
            for paragraph in paragraphs(region, tagged.is_some()) {
                let share = rtl_share(paragraph.iter().flatten());
                let is_rtl =
                    share.map_or(page_rtl, |share| share > if page_rtl { 0.3 } else { 0.6 });
                let lines = paragraph
                    .into_iter()
                    .map(|units| Seen::new(units, is_rtl, space_gap))
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

fn finish(drafts: Vec<Draft>) -> Vec<Block> {
    let lines = drafts.iter().flat_map(|draft| &draft.lines);
    let vote: i32 = lines
        .map(|line| super::order::bracket_vote(line.rtl_texts()))
        .sum();
    let blocks = drafts.into_iter().map(|draft| {
        let mut lines: Vec<_> = draft
            .lines
            .iter()
            .map(|line| line.line(vote < 0))
            .filter(|line| !line.words.is_empty())
            .collect();
        join_hyphens(&mut lines);
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
    let mut before: Option<(f64, f64)> = None;
    for (y, size, units) in lines {
        let begins = before.is_none_or(|(last_y, last_size)| {
            let is_far = (y - last_y) / last_size.max(0.1) > usual * 1.3 || y < last_y;
            let is_other = (size / last_size - 1.0).abs() > 0.12;
            !is_one && (is_far || is_other)
        });
        before = Some((y, size));
        match out.last_mut().filter(|_| !begins) {
            Some(paragraph) => paragraph.push(units),
            None => out.push(vec![units]),
        }
    }
    out
}

fn rtl_share<'u>(units: impl Iterator<Item = &'u Unit>) -> Option<f64> {
    let (mut n_rtl, mut n_ltr) = (0_u32, 0_u32);
    for c in units.flat_map(|unit| unit.text.chars()) {
        if is_rtl_letter(c) {
            n_rtl += 1;
        } else if c.is_alphabetic() {
            n_ltr += 1;
        }
    }
    (n_rtl + n_ltr > 0).then(|| f64::from(n_rtl) / f64::from(n_rtl + n_ltr))
}

/// How wide a gap is a space: narrow where the file writes no spaces at all.
fn space_gap(units: &[Unit]) -> f64 {
    let n_spaces = units.iter().filter(|unit| unit.is_space()).count();
    if n_spaces * 40 < units.len() {
        0.16
    } else {
        0.3
    }
}
