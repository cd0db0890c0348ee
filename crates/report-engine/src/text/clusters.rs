//! Glyphs that share one text: each gets back the part of it that is its own.
//!
//! What is a glyph's own comes from the font (`walk/program.rs`); what stands around it is seen here. It never
//! guesses: a glyph of which the font says nothing keeps what the file says.

use super::units::is_mark;
use super::walk::Glyph;

/// Glyphs of a letter with its marks are at most this far apart.
const REACH: usize = 3;

pub(crate) fn share(glyphs: &mut [Glyph]) {
    for index in 1..glyphs.len() {
        if let Some(stroke) = stroke_of(glyphs, index - 1, index)
            && let Some(glyph) = glyphs.get_mut(stroke)
        {
            glyph.text = Some(String::new());
        }
    }
    let plain: Vec<bool> = (0..glyphs.len())
        .map(|index| !has_unknown_mark(glyphs, index))
        .collect();
    for (glyph, is_plain) in glyphs.iter_mut().zip(plain) {
        if let Some(own) = glyph.own.take().filter(|_| is_plain) {
            glyph.text = Some(own);
        }
    }
    for index in 0..glyphs.len() {
        let Some(letters) = glyphs.get(index).and_then(own_letters).map(str::to_owned) else {
            continue;
        };
        let near = neighbours(glyphs, index);
        let texts = near.iter().filter_map(|&place| text_of(glyphs, place));
        let is_told = if letters.chars().all(is_mark) {
            !texts
                .into_iter()
                .any(|text| text.contains(&letters) && text != letters)
        } else {
            stands_with_marks(glyphs, &near)
        };
        if is_told && let Some(glyph) = glyphs.get_mut(index) {
            glyph.text = Some(letters);
        }
    }
}

/// Whether a glyph beside has a shape and no text, and the font does not tell what it is: then the text of the
/// letter may be all that says so.
fn has_unknown_mark(glyphs: &[Glyph], index: usize) -> bool {
    neighbours(glyphs, index).iter().any(|&place| {
        glyphs.get(place).is_some_and(|glyph| {
            let is_silent = glyph.text.as_deref() == Some("") && glyph.merged.is_none();
            is_attached(glyph) && is_silent && glyph.actual.is_none()
        })
    })
}

/// Of two neighbours that say the same letter, one with an ascender, the one that has none: a stroke that joins
/// the letter to the next, to which the file gives the letter's text again.
fn stroke_of(glyphs: &[Glyph], one: usize, two: usize) -> Option<usize> {
    let text = text_of(glyphs, one).filter(|text| text_of(glyphs, two) == Some(text))?;
    let has_ascender =
        |c: char| matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | 'ل' | 'ك' | 'ک' | 'گ' | 'ط' | 'ظ');
    let mut chars = text.chars();
    if !chars.next().is_some_and(has_ascender) || chars.next().is_some() {
        return None;
    }
    let (one_top, two_top) = (height(glyphs, one)?, height(glyphs, two)?);
    if one_top < 0.5 * two_top {
        Some(one)
    } else {
        (two_top < 0.5 * one_top).then_some(two)
    }
}

/// How far the ink of an upright glyph rises above its baseline, in font sizes.
fn height(glyphs: &[Glyph], place: usize) -> Option<f64> {
    let glyph = glyphs.get(place).filter(|glyph| glyph.quarter_turns == 0)?;
    Some((glyph.origin.y - glyph.ink?.y0) / glyph.size)
}

/// Whether there are marks around and nothing else that the pen does not move for. A body that looks like
/// another letter has its dots beside it, and they hold the text of the whole.
fn stands_with_marks(glyphs: &[Glyph], near: &[usize]) -> bool {
    let mut attached = near
        .iter()
        .filter(|&&place| glyphs.get(place).is_some_and(is_attached))
        .filter_map(|&place| text_of(glyphs, place))
        .filter(|text| !text.is_empty())
        .peekable();
    attached.peek().is_some() && attached.all(|text| text.chars().all(is_mark))
}

/// The letters of a glyph without a text of its own.
fn own_letters(glyph: &Glyph) -> Option<&str> {
    let letters = glyph.merged.as_deref().filter(|_| glyph.actual.is_none())?;
    (letters.chars().all(is_mark) || !is_attached(glyph)).then_some(letters)
}

/// The places around, nearest first: up to the first letter on each side.
fn neighbours(glyphs: &[Glyph], index: usize) -> Vec<usize> {
    let mut near = Vec::new();
    let mut is_open = [true, true];
    for distance in 1..=REACH {
        let places = [index.checked_sub(distance), index.checked_add(distance)];
        for (side, place) in places.into_iter().enumerate() {
            let Some(place) = place.filter(|&place| is_open[side] && place < glyphs.len()) else {
                continue;
            };
            near.push(place);
            is_open[side] = glyphs.get(place).is_some_and(is_attached);
        }
    }
    near
}

/// Whether the pen stays where it is: a mark or a part of a letter.
fn is_attached(glyph: &Glyph) -> bool {
    glyph.advance.hypot() < 0.02 * glyph.size
}

fn text_of(glyphs: &[Glyph], place: usize) -> Option<&str> {
    let glyph = glyphs.get(place)?;
    glyph.text.as_deref().filter(|_| glyph.actual.is_none())
}

#[cfg(test)]
mod tests {
    use kurbo::{Point, Vec2};

    use super::*;

    #[test]
    fn texts_are_shared_out() {
        // Text, its own part, the letter of an empty one, whether the pen moves.
        type Case<'a> = (&'a str, Option<&'a str>, Option<&'a str>, bool);
        let check = |source: &[Case<'_>], expect: &[&str]| {
            let mut glyphs: Vec<Glyph> = source
                .iter()
                .map(|&(text, own, merged, moves)| Glyph {
                    text: Some(text.into()),
                    own: own.map(str::to_owned),
                    merged: merged.map(str::to_owned),
                    actual: None,
                    origin: Point::ZERO,
                    advance: Vec2::new(if moves { 5.0 } else { 0.0 }, 0.0),
                    size: 10.0,
                    quarter_turns: 0,
                    ink: None,
                    has_ink: true,
                    mcid: None,
                    said_rtl: None,
                    is_artifact: false,
                })
                .collect();
            share(&mut glyphs);
            let found: Vec<&str> = glyphs
                .iter()
                .map(|glyph| glyph.text.as_deref().unwrap_or("?"))
                .collect();
            assert_eq!(found, expect);
        };
        let shadda = ("", None, Some("\u{651}"), false);
        let silent = ("", None, None, false);
        let seen = ("س", None, None, true);
        let both = ("\u{64E}\u{651}", Some("\u{64E}"), None, false);
        check(&[both, shadda, seen], &["\u{64E}", "\u{651}", "س"]);
        let kasra = ("\u{650}", None, None, false);
        check(&[kasra, shadda, seen], &["\u{650}", "\u{651}", "س"]);
        // The letter's text stands at its mark, or the marks' at the letter.
        let alef = ("", None, Some("إ"), true);
        check(&[kasra, alef], &["\u{650}", "إ"]);
        let lam = ("ل\u{651}", Some("ل"), None, true);
        check(&[lam, shadda], &["ل", "\u{651}"]);
        check(&[lam, kasra], &["ل", "\u{650}"]);
        check(&[lam], &["ل"]);
        // A shape of which nothing is known: the text stays whole, and nothing is said twice.
        check(&[lam, silent], &["ل\u{651}", ""]);
        check(&[lam, silent, shadda], &["ل\u{651}", "", ""]);
        // A body that looks like another letter, with its dots; a ligature in pieces.
        let dots = ("ي", None, None, false);
        check(&[dots, ("", None, Some("ى"), true)], &["ي", ""]);
        let piece = |c| ("", None, Some(c), true);
        check(
            &[("ffi", None, None, true), piece("f"), piece("i")],
            &["ffi", "", ""],
        );
    }
}
