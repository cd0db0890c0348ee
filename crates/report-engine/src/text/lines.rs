//! From units to lines as seen, and from a line to words in logical order.
//!
//! It never joins what a wide gap keeps apart: a gutter is found later, from the pieces.

use nashra_report::text::{Line, Word};

use super::order;
use super::units::{Unit, is_mark, is_rtl_text};

/// A piece of a line as seen: units from left to right without a wide gap.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) units: Vec<Unit>,
    pub(crate) x0: f64,
    pub(crate) x1: f64,
    pub(crate) y: f64,
    pub(crate) size: f64,
}

/// Pieces of lines, from top to bottom, then left to right. A gap of `gap` font sizes parts two pieces.
pub(crate) fn pieces(units: Vec<Unit>, gap: f64) -> Vec<Piece> {
    let mut rows: Vec<(f64, f64, Vec<Unit>)> = Vec::new();
    let mut units = units;
    // Big letters first: small ones beside them, raised or lowered, join their line.
    units.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.seq.cmp(&b.seq)));
    for unit in units {
        let near = rows
            .iter_mut()
            .rev()
            .take(8)
            .find(|(y, size, _)| (unit.y - *y).abs() < 0.42 * size.max(unit.size));
        match near {
            Some((y, size, row)) => {
                if unit.size > *size * 1.2 {
                    (*y, *size) = (unit.y, unit.size);
                }
                row.push(unit);
            }
            None => rows.push((unit.y, unit.size, vec![unit])),
        }
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut pieces = Vec::new();
    for (y, size, mut row) in rows {
        row.sort_by(|a, b| {
            (a.x0 + a.x1)
                .total_cmp(&(b.x0 + b.x1))
                .then(a.seq.cmp(&b.seq))
        });
        drop_covered_spaces(&mut row);
        untangle(&mut row);
        let mut piece: Vec<Unit> = Vec::new();
        let mut reach = f64::NEG_INFINITY;
        for unit in row {
            if unit.x0 > reach + gap * size && reach.is_finite() {
                pieces.extend(piece_of(std::mem::take(&mut piece), y, size));
            }
            if !unit.is_space() || piece.is_empty() {
                reach = reach.max(unit.x1);
            } else {
                reach = reach.max(unit.x1.min(unit.x0 + size));
            }
            piece.push(unit);
        }
        pieces.extend(piece_of(piece, y, size));
    }
    pieces
}

/// A space that a line end swallowed may still be drawn, over a letter of its line.
fn drop_covered_spaces(row: &mut Vec<Unit>) {
    let mut index = 0;
    while let Some(unit) = row.get(index) {
        let around = row
            .get(index.saturating_sub(3)..(index + 4).min(row.len()))
            .unwrap_or(&[]);
        let width = unit.x1 - unit.x0;
        let is_covered = unit.is_space()
            && width > 0.0
            && around.iter().any(|other| {
                let shared = other.x1.min(unit.x1) - other.x0.max(unit.x0);
                let is_level =
                    (other.x0 - unit.x0).abs().min((other.x1 - unit.x1).abs()) < 0.01 * unit.size;
                let is_over = shared > 0.6 * width.min(other.x1 - other.x0);
                !other.is_space()
                    && other.has_advance
                    && is_level
                    && is_over
                    && other.owner.is_some()
            });
        if is_covered {
            row.remove(index);
        } else {
            index += 1;
        }
    }
}

/// Calligraphic faces stack letters, so that their places overlap: there the file's order is the better witness,
/// read along the direction in which the letters around were drawn.
fn untangle(row: &mut [Unit]) {
    for _ in 0..3 {
        for index in 1..row.len() {
            let around = row
                .get(index.saturating_sub(5)..(index + 5).min(row.len()))
                .unwrap_or(&[]);
            let forward = around
                .windows(2)
                .filter(|pair| pair[0].seq < pair[1].seq)
                .count()
                * 2;
            let is_forward = forward >= around.len();
            let (Some(left), Some(right)) = (row.get(index - 1), row.get(index)) else {
                continue;
            };
            let overlaps = right.x0 < left.x1 - 0.02 * left.size
                || (right.x0 + right.x1 - left.x0 - left.x1).abs() < 0.3 * left.size;
            let is_near = left.seq.abs_diff(right.seq) <= 4;
            let is_tangled = (left.seq < right.seq) != is_forward;
            let are_letters = is_rtl_text(&left.text) && is_rtl_text(&right.text);
            if overlaps && is_near && is_tangled && are_letters && left.owner == right.owner {
                row.swap(index - 1, index);
            }
        }
    }
}

fn piece_of(mut units: Vec<Unit>, y: f64, size: f64) -> Option<Piece> {
    while units.last().is_some_and(Unit::is_space) {
        units.pop();
    }
    let n_leading = units.iter().take_while(|unit| unit.is_space()).count();
    units.drain(..n_leading);
    let x0 = units.iter().map(|unit| unit.x0).reduce(f64::min)?;
    let x1 = units.iter().map(|unit| unit.x1).reduce(f64::max)?;
    Some(Piece {
        units,
        x0,
        x1,
        y,
        size,
    })
}

/// A line as seen, with what its gaps mean: spaces where the file writes none.
pub(crate) struct Seen {
    units: Vec<Unit>,
    order: Vec<(usize, bool)>,
}

impl Seen {
    pub(crate) fn new(units: Vec<Unit>, is_rtl: bool, space_gap: f64) -> Self {
        let mut spaced: Vec<Unit> = Vec::with_capacity(units.len() * 5 / 4);
        let mut reach = f64::NEG_INFINITY;
        for unit in units {
            if let Some(last) = spaced.last()
                && !last.is_space()
                && !unit.is_space()
                && unit.x0 - reach > space_gap * unit.size.min(last.size)
            {
                let seq = last.seq.min(unit.seq);
                spaced.push(Unit {
                    text: " ".into(),
                    x0: reach,
                    x1: unit.x0,
                    seq,
                    ..unit.clone()
                });
            }
            reach = reach.max(unit.x1);
            spaced.push(unit);
        }
        let order = order::logical(&spaced, is_rtl);
        Self {
            units: spaced,
            order,
        }
    }

    pub(crate) fn rtl_texts(&self) -> impl Iterator<Item = &str> {
        self.order
            .iter()
            .filter(|(_, is_rtl)| *is_rtl)
            .map(|&(place, _)| self.units[place].text.as_str())
    }

    /// The words in logical order; `mirror` turns brackets that read right to left.
    pub(crate) fn line(&self, mirror: bool) -> Line {
        let mut line = Line::default();
        let mut is_open = false;
        for &(place, is_rtl) in &self.order {
            let unit = &self.units[place];
            if unit.is_space() {
                is_open = false;
                continue;
            }
            if unit.text.is_empty() {
                continue;
            }
            let text = if mirror && is_rtl {
                order::with_mirrored(&unit.text)
            } else {
                unit.text.clone()
            };
            let rect = unit.rect();
            // Replaced text may hold several words in one place.
            for (index, part) in text.split_whitespace().enumerate() {
                match line
                    .words
                    .last_mut()
                    .filter(|_| is_open && index == 0 && !text.starts_with(' '))
                {
                    Some(word) => {
                        word.text.push_str(part);
                        word.rect = word.rect.union(&rect);
                    }
                    None => line.words.push(Word {
                        text: part.to_owned(),
                        rect,
                        space_after: true,
                    }),
                }
            }
            is_open = !text.ends_with(char::is_whitespace);
        }
        line
    }
}

/// Whether lines end at one edge, as they do in a paragraph stretched to its measure. The last line does not count.
pub(crate) fn n_flush(lines: &[Line]) -> (usize, usize) {
    let ends = lines.iter().filter_map(|line| {
        let edges = line.words.iter().map(|word| word.rect.right());
        edges.reduce(f32::max)
    });
    let ends: Vec<f32> = ends.take(lines.len().saturating_sub(1)).collect();
    let edge = ends.iter().copied().fold(0.0, f32::max);
    let n_flush = ends.iter().filter(|end| edge - **end < 4.0).count();
    // One line is always at its own edge.
    if ends.len() > 1 {
        (n_flush, ends.len())
    } else {
        (0, 0)
    }
}

/// Joins a word that a hyphen cut at the end of a line. Producers that do not stretch their lines do not cut words
/// either: there a hyphen is the word's own, unless it is written as a soft one.
pub(crate) fn join_hyphens(lines: &mut [Line], is_stretched: bool) {
    for index in 1..lines.len() {
        let (before, after) = lines.split_at_mut(index);
        let next = after.first().and_then(|line| line.words.first());
        let last = before.last_mut().and_then(|line| line.words.last_mut());
        let (Some(last), Some(next)) = (last, next) else {
            continue;
        };
        let goes_on = next
            .text
            .chars()
            .next()
            .is_some_and(|c| c.is_lowercase() || !c.is_uppercase() && c.is_alphabetic());
        let mut letters = last.text.chars().rev();
        let hyphen = letters.next();
        let is_cut = match hyphen {
            Some('\u{AD}') => true,
            Some('-' | '\u{2010}') => letters
                .next()
                .is_some_and(|c| c.is_lowercase() && !is_mark(c)),
            _ => false,
        };
        if is_cut && goes_on {
            if is_stretched || hyphen == Some('\u{AD}') {
                last.text.pop();
            }
            last.space_after = false;
        }
    }
    for word in lines.iter_mut().flat_map(|line| &mut line.words) {
        word.text.retain(|c| c != '\u{AD}');
    }
}
