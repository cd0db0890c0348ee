//! Columns kept apart: a page's pieces of lines, cut into regions that are read one after the other.
//!
//! It never takes a table for columns: both sides of a gutter must hold lines of running text.

use super::lines::Piece;

const MIN_ROWS: usize = 3;
const MIN_MEASURE: f64 = 7.0;
const MAX_PIECES: usize = 4_000;

/// Regions in reading order; right columns first where `is_rtl`.
pub(crate) fn regions(pieces: Vec<Piece>, is_rtl: bool) -> Vec<Vec<Piece>> {
    let mut out = Vec::new();
    if pieces.len() > MAX_PIECES {
        return vec![pieces];
    }
    split(pieces, is_rtl, 0, &mut out);
    out.retain(|region| !region.is_empty());
    out
}

fn split(pieces: Vec<Piece>, is_rtl: bool, depth: usize, out: &mut Vec<Vec<Piece>>) {
    let rows = rows(pieces);
    let Some(gutter) = best_gutter(&rows).filter(|_| depth < 8) else {
        out.push(rows.into_iter().flatten().collect());
        return;
    };
    let mut above = Vec::new();
    let mut left = Vec::new();
    let mut right = Vec::new();
    let mut below = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        for piece in row {
            if index < gutter.first {
                above.push(piece);
            } else if index > gutter.last {
                below.push(piece);
            } else if (piece.x0 + piece.x1) / 2.0 < gutter.x {
                left.push(piece);
            } else {
                right.push(piece);
            }
        }
    }
    let (one, two) = if is_rtl { (right, left) } else { (left, right) };
    for part in [above, one, two, below] {
        if !part.is_empty() {
            split(part, is_rtl, depth + 1, out);
        }
    }
}

fn rows(mut pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row)
                if row
                    .first()
                    .is_some_and(|p| (p.y - piece.y).abs() < 0.4 * p.size.min(piece.size)) =>
            {
                row.push(piece);
            }
            _ => rows.push(vec![piece]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    rows
}

struct Gutter {
    x: f64,
    first: usize,
    last: usize,
}

fn best_gutter(rows: &[Vec<Piece>]) -> Option<Gutter> {
    let mut best: Option<(usize, Gutter)> = None;
    let mut tried: Vec<f64> = Vec::new();
    for piece in rows.iter().flatten() {
        let x = piece.x1 + 0.4 * piece.size;
        if tried.len() > 200 || tried.iter().any(|other| (other - x).abs() < 4.0) {
            continue;
        }
        tried.push(x);
        if let Some((n_rows, gutter)) = along(rows, x)
            && best.as_ref().is_none_or(|(most, _)| n_rows > *most)
        {
            best = Some((n_rows, gutter));
        }
    }
    best.map(|(_, gutter)| gutter)
}

/// The longest run of rows that no piece crosses at `x`, with the number of its rows that have both sides.
fn along(rows: &[Vec<Piece>], x: f64) -> Option<(usize, Gutter)> {
    let mut best: Option<(usize, Gutter)> = None;
    let mut first = 0;
    while first < rows.len() {
        let crosses = |row: &Vec<Piece>| row.iter().any(|piece| piece.x0 < x && piece.x1 > x);
        let n_clear = rows[first..].iter().take_while(|row| !crosses(row)).count();
        if n_clear == 0 {
            first += 1;
            continue;
        }
        let run = &rows[first..first + n_clear];
        let n_both = n_beside(run, x);
        let side = |is_left: bool| {
            let widths: Vec<f64> = run
                .iter()
                .flatten()
                .filter(|piece| (piece.x1 <= x) == is_left)
                .map(|piece| (piece.x1 - piece.x0) / piece.size.max(0.1))
                .collect();
            widths.iter().sum::<f64>() / widths.len().max(1) as f64
        };
        if n_both >= MIN_ROWS
            && side(true) >= MIN_MEASURE
            && side(false) >= MIN_MEASURE
            && best.as_ref().is_none_or(|(most, _)| n_both > *most)
        {
            best = Some((
                n_both,
                Gutter {
                    x,
                    first,
                    last: first + n_clear - 1,
                },
            ));
        }
        first += n_clear;
    }
    best
}

/// How many lines stand beside others, over the height that both sides share: lines need not be level.
fn n_beside(run: &[Vec<Piece>], x: f64) -> usize {
    let side = |is_left: bool| {
        let ys = run
            .iter()
            .flatten()
            .filter(move |piece| (piece.x1 <= x) == is_left)
            .map(|piece| piece.y);
        ys.collect::<Vec<f64>>()
    };
    let (left, right) = (side(true), side(false));
    let (Some(left_top), Some(left_end)) = (left.first(), left.last()) else {
        return 0;
    };
    let (Some(right_top), Some(right_end)) = (right.first(), right.last()) else {
        return 0;
    };
    let shared = (left_top.max(*right_top) - 3.0)..=(left_end.min(*right_end) + 3.0);
    let n_shared = |ys: &[f64]| ys.iter().filter(|y| shared.contains(y)).count();
    n_shared(&left).min(n_shared(&right))
}
