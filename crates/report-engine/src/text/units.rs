//! From glyphs to units: the least pieces of text that have one place, a letter with its marks.
//!
//! It never lets a mark stand alone or count twice: producers draw marks apart from their letters, or give both
//! glyphs the same text.

use nashra_report::geometry::RectPt;

use super::forms;
use super::structure::PageOwners;
use super::walk::Glyph;

/// Glyphs that belong together are at most this far apart in the file.
const WINDOW: usize = 96;

/// A letter with its marks, a ligature, or a stretch with replaced text.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// In logical order.
    pub text: String,
    /// Along the line, in the frame in which the text stands upright.
    pub x0: f64,
    /// At least `x0`.
    pub x1: f64,
    /// Baseline in that frame, downwards.
    pub y: f64,
    /// Font size in points.
    pub size: f64,
    /// Place in the file's order.
    pub seq: usize,
    /// Quarter turns clockwise.
    pub turns: u8,
    /// Whether it is a letter's own glyph: it moves the pen.
    pub has_advance: bool,
    /// Whether its text is one that the file sets in place of its glyphs.
    pub is_replaced: bool,
    /// Which block of the structure tree.
    pub owner: Option<usize>,
    /// Which way its language runs, where the file says.
    pub said_rtl: Option<bool>,
    /// Furniture by the file's word.
    pub is_artifact: bool,
}

impl Unit {
    /// A unit without text is no space: it is a glyph whose letters its neighbour tells.
    pub(crate) fn is_space(&self) -> bool {
        !self.text.is_empty() && self.text.trim().is_empty()
    }

    /// The place on the page.
    pub(crate) fn rect(&self) -> RectPt {
        let (top, bottom) = (self.y - self.size * 0.8, self.y + self.size * 0.25);
        let corner = |x: f64, y: f64| {
            let (x, y) = from_upright(self.turns, x, y);
            (x as f32, y as f32)
        };
        let ((ax, ay), (bx, by)) = (corner(self.x0, top), corner(self.x1, bottom));
        RectPt::from_corners(ax, ay, bx, by)
    }
}

fn to_upright(turns: u8, x: f64, y: f64) -> (f64, f64) {
    match turns {
        1 => (y, -x),
        2 => (-x, -y),
        3 => (-y, x),
        _ => (x, y),
    }
}

fn from_upright(turns: u8, x: f64, y: f64) -> (f64, f64) {
    match turns {
        1 => (-y, x),
        2 => (-x, -y),
        3 => (y, -x),
        _ => (x, y),
    }
}

pub(crate) fn units(glyphs: Vec<Glyph>, owners: Option<&PageOwners>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut marks: Vec<Unit> = Vec::new();
    let mut open_actual = None;
    for (seq, glyph) in glyphs.into_iter().enumerate() {
        let owned = glyph
            .mcid
            .and_then(|mcid| owners?.by_mcid.get(&mcid).copied());
        let owner = owned.map(|owned| owned.block);
        let (x, y) = to_upright(glyph.quarter_turns, glyph.origin.x, glyph.origin.y);
        let (dx, dy) = to_upright(glyph.quarter_turns, glyph.advance.x, glyph.advance.y);
        let (mut x0, mut x1) = (x.min(x + dx), x.max(x + dx));
        let text = match (&glyph.actual, glyph.text) {
            (Some((_, actual)), _) => forms::plain(actual),
            (None, Some(text)) => text,
            (None, None) => continue,
        };
        let is_narrow = x1 - x0 < 0.08 * glyph.size;
        let has_marks = text.chars().any(is_mark);
        if let Some(ink) = glyph
            .ink
            .filter(|_| is_narrow || has_marks && glyph.actual.is_none())
        {
            let (ax, _) = to_upright(glyph.quarter_turns, ink.x0, ink.y0);
            let (bx, _) = to_upright(glyph.quarter_turns, ink.x1, ink.y1);
            if is_narrow || text.chars().all(is_mark) {
                (x0, x1) = (ax.min(bx), ax.max(bx));
            }
        }
        let actual = glyph.actual.as_ref().map(|(id, _)| *id);
        if actual.is_some()
            && actual == open_actual
            && let Some(unit) = units.last_mut()
        {
            unit.has_advance |= glyph.advance.hypot() > 0.02 * glyph.size;
            // The widest glyph places the whole; marks may hang over.
            if !is_narrow || unit.x1 - unit.x0 < 0.08 * unit.size {
                let was_narrow =
                    unit.x1 - unit.x0 < 0.3 * glyph.size && x1 - x0 > unit.x1 - unit.x0;
                let is_apart = x0 > unit.x1 + glyph.size || x1 < unit.x0 - glyph.size;
                if was_narrow && !is_apart && text.chars().any(is_mark) && dy.abs() < 1.0 {
                    (unit.x0, unit.x1, unit.y) = (x0, x1, y);
                } else if (unit.y - y).abs() < unit.size {
                    unit.x0 = unit.x0.min(x0);
                    unit.x1 = unit.x1.max(x1);
                }
            }
            continue;
        }
        open_actual = actual;
        if text.is_empty() && x1 - x0 < 0.08 * glyph.size {
            continue;
        }
        let unit = Unit {
            x0,
            x1,
            y,
            size: glyph.size,
            seq,
            has_advance: glyph.advance.hypot() > 0.02 * glyph.size,
            turns: glyph.quarter_turns,
            is_replaced: actual.is_some(),
            owner,
            said_rtl: glyph.said_rtl.or(owned.and_then(|owned| owned.is_rtl)),
            is_artifact: glyph.is_artifact && owner.is_none(),
            text,
        };
        if !unit.text.is_empty()
            && unit
                .text
                .chars()
                .all(|c| is_mark(c) || matches!(c, '\u{200C}' | '\u{200D}'))
        {
            marks.push(unit);
        } else {
            units.push(unit);
        }
    }
    let mut units = without_doubles(units);
    let come_first = marks_come_first(&units, &marks);
    for mark in marks {
        attach(&mut units, &mark, come_first);
    }
    for unit in &mut units {
        unit.text = composed(&in_canonical_order(&unit.text));
    }
    units
}

/// A mark's own glyph, or a letter drawn twice for weight, says again what its neighbour says.
fn without_doubles(units: Vec<Unit>) -> Vec<Unit> {
    let mut kept: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units {
        let width = unit.x1 - unit.x0;
        let centre = (unit.x0 + unit.x1) / 2.0;
        let twin = kept.iter_mut().rev().take(WINDOW).find(|other| {
            other.text == unit.text
                && other.turns == unit.turns
                && (other.y - unit.y).abs() < unit.size
                && {
                    let other_width = other.x1 - other.x0;
                    let other_centre = (other.x0 + other.x1) / 2.0;
                    let same_place = (other.x0 - unit.x0).abs() < 0.1 * unit.size
                        && (other.y - unit.y).abs() < 0.1 * unit.size
                        && width > 0.0;
                    let slack = 0.15 * unit.size;
                    let inside =
                        |c: f64, low: f64, high: f64| c >= low - slack && c <= high + slack;
                    // Two letters that the file names one by one are two.
                    let is_over = !(unit.is_replaced && unit.has_advance && other.has_advance)
                        && unit.text.chars().any(is_mark)
                        && (inside(centre, other.x0, other.x1)
                            || inside(other_centre, unit.x0, unit.x1))
                        && (other.y - unit.y).abs() + (other_width - width).abs() > 1e-3;
                    same_place && !unit.is_space() || is_over
                }
        });
        match twin {
            Some(other) => {
                // The wider one is the letter; it stands on the line.
                if unit.has_advance && (!other.has_advance || width > other.x1 - other.x0) {
                    other.has_advance = true;
                    (other.x0, other.x1, other.y) = (unit.x0, unit.x1, unit.y);
                    other.owner = unit.owner.or(other.owner);
                }
            }
            None => kept.push(unit),
        }
    }
    kept
}

/// The letters that stand before and after a mark in the file.
fn beside<'u>(units: &'u [Unit], mark: &Unit) -> (Option<&'u Unit>, Option<&'u Unit>) {
    let at = units.partition_point(|unit| unit.seq < mark.seq);
    let (before, after) = units.split_at(at);
    let has_text = |unit: &&Unit| !unit.text.is_empty();
    (before.iter().rfind(has_text), after.iter().find(has_text))
}

/// Where right-to-left text is drawn from left to right, whether marks come before their letters, as most shapers
/// write them: told by those that stand over one letter alone.
fn marks_come_first(units: &[Unit], marks: &[Unit]) -> bool {
    let mut vote = 0_i64;
    for mark in marks {
        let (Some(before), Some(after)) = beside(units, mark) else {
            continue;
        };
        let is_over = |unit: &Unit| {
            let centre = (mark.x0 + mark.x1) / 2.0;
            unit.x0 <= centre && centre <= unit.x1 && is_rtl_text(&unit.text)
        };
        if after.x0 > before.x0 && is_over(before) != is_over(after) {
            vote += if is_over(after) { 1 } else { -1 };
        }
    }
    vote >= 0
}

/// Gives a lone mark to the letter that it stands over.
fn attach(units: &mut [Unit], mark: &Unit, come_first: bool) {
    let (before, after) = beside(units, mark);
    // Shapers write marks after their letter in the order of reading. Where right-to-left text is drawn from left
    // to right, the letter comes next.
    let preferred = match (before, after) {
        (Some(before), Some(after))
            if come_first && is_rtl_text(&after.text) && after.x0 > before.x0 =>
        {
            Some(after.seq)
        }
        (Some(before), _) => Some(before.seq),
        (None, after) => after.map(|unit| unit.seq),
    };
    let at = units.partition_point(|unit| unit.seq < mark.seq);
    let near = at.saturating_sub(WINDOW)..(at + WINDOW).min(units.len());
    let centre = (mark.x0 + mark.x1) / 2.0;
    let distance = |unit: &Unit| {
        let aside = (unit.x0 - centre).max(centre - unit.x1).max(0.0) / unit.size;
        let in_file = (unit.seq as f64 - mark.seq as f64).abs();
        let aside = (aside - 0.2).max(0.0);
        let is_preferred = Some(unit.seq) == preferred;
        let unlikely = if is_preferred { 0.0 } else { 0.8 };
        aside * 2.0 + in_file * 0.02 + unlikely + (unit.y - mark.y).abs() * 0.2 / unit.size
    };
    let fits = |unit: &&mut Unit| {
        unit.turns == mark.turns
            && !unit.text.is_empty()
            && !unit.is_space()
            && (unit.y - mark.y).abs() < 1.3 * unit.size
    };
    let Some(slice) = units.get_mut(near) else {
        return;
    };
    let best = slice
        .iter_mut()
        .filter(fits)
        .min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let Some(unit) = best else { return };
    let letters: Vec<usize> = unit
        .text
        .char_indices()
        .filter(|(_, c)| !is_mark(*c))
        .map(|(index, _)| index)
        .collect();
    let width = unit.x1 - unit.x0;
    let share = if width > 0.0 {
        ((centre - unit.x0) / width).clamp(0.0, 0.999)
    } else {
        0.0
    };
    let share = if is_rtl_text(&unit.text) {
        0.999 - share
    } else {
        share
    };
    let letter = (share * letters.len() as f64) as usize;
    let end = letters.get(letter + 1).copied().unwrap_or(unit.text.len());
    unit.text.insert_str(end, &mark.text);
}

pub(crate) fn is_mark(c: char) -> bool {
    combining_class(c) != 0
}

pub(crate) fn is_rtl_text(text: &str) -> bool {
    text.chars().any(is_rtl_letter)
}

pub(crate) fn is_rtl_letter(c: char) -> bool {
    matches!(c, '\u{5D0}'..='\u{5F4}' | '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D5}' | '\u{6EE}'..='\u{6EF}'
        | '\u{6FA}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
        && !is_mark(c)
}

/// Canonical combining classes of the marks that reports use (Unicode 15), in order; 230 stands for the rest.
fn combining_class(c: char) -> u8 {
    match c {
        '\u{64B}'..='\u{652}' => 27 + (u32::from(c) - 0x64B) as u8,
        '\u{670}' => 35,
        '\u{5B0}'..='\u{5B9}' => 10 + (u32::from(c) - 0x5B0) as u8,
        '\u{5BA}' => 19,
        '\u{5BB}' => 20,
        '\u{5BC}' => 21,
        '\u{5BD}' => 22,
        '\u{5BF}' => 23,
        '\u{5C1}' => 24,
        '\u{5C2}' => 25,
        '\u{655}' | '\u{656}' | '\u{316}'..='\u{319}' | '\u{31C}'..='\u{333}' => 220,
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5AF}'
        | '\u{5C4}'
        | '\u{5C5}'
        | '\u{5C7}'
        | '\u{610}'..='\u{61A}'
        | '\u{653}'
        | '\u{654}'
        | '\u{657}'..='\u{65F}'
        | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}'
        | '\u{6E7}'
        | '\u{6E8}'
        | '\u{6EA}'..='\u{6ED}'
        | '\u{8D3}'..='\u{8E1}'
        | '\u{8E3}'..='\u{8FF}' => 230,
        _ => 0,
    }
}

/// Hamza and madda with their carriers, as one letter each.
fn composed(text: &str) -> String {
    if !text.contains(['\u{653}', '\u{654}', '\u{655}']) {
        return text.to_owned();
    }
    let mut out: Vec<char> = Vec::with_capacity(text.len());
    for c in text.chars() {
        let carrier = out.iter().rposition(|other| !is_mark(*other));
        let made = carrier.and_then(|at| Some((at, forms::whole(out[at], c)?)));
        match made {
            Some((at, whole)) => out[at] = whole,
            None => out.push(c),
        }
    }
    out.into_iter().collect()
}

fn in_canonical_order(text: &str) -> String {
    if !text.chars().any(is_mark) {
        return text.to_owned();
    }
    let mut chars: Vec<char> = text.chars().collect();
    for run in chars.chunk_by_mut(|a, b| is_mark(*a) && is_mark(*b)) {
        run.sort_by_key(|&c| combining_class(c));
    }
    chars.into_iter().collect()
}
