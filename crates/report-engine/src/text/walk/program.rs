//! Which letters a font program itself gives its glyphs: the reverse of its character map.
//!
//! It is asked only where the file's own map leaves glyphs without a text: some producers (WeasyPrint, Cairo) keep
//! one text for a glyph in a whole font, and write the text of a letter with its marks at the first of their
//! glyphs, nothing at the others. It never overrules a text of one letter.

use std::collections::{HashMap, HashSet};

use skrifa::raw::TableProvider;
use skrifa::raw::tables::glyf::{Anchor, Glyph};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::text::forms;
use crate::text::units::is_mark;

/// So many glyphs must say the same in both maps.
const MIN_AGREEING: usize = 3;
const MAX_MAPPINGS: usize = 100_000;

/// From glyphs to letters.
pub(super) struct Letters {
    by_glyph: HashMap<u32, String>,
    /// Letters of glyphs to which the file gives no text: texts of others hold them.
    merged: HashSet<char>,
}

impl Letters {
    /// Reads an OpenType or TrueType program; others have no character map.
    pub(super) fn read(program: &[u8]) -> Option<Self> {
        let font = FontRef::new(program).ok()?;
        let mut by_glyph: HashMap<u32, String> = HashMap::new();
        for (code, glyph) in font.charmap().mappings().take(MAX_MAPPINGS) {
            let Some(c) = char::from_u32(code).filter(|c| c.is_alphabetic() || is_mark(*c)) else {
                continue;
            };
            // Presentation forms name shapes and ligatures; the letter itself is the better name.
            let letters = forms::plain(c.encode_utf8(&mut [0; 4]));
            let is_letter = letters.chars().eq([c]);
            if is_letter || !by_glyph.contains_key(&glyph.to_u32()) {
                by_glyph.insert(glyph.to_u32(), letters);
            }
        }
        let stacked = stacked_marks(&font, &by_glyph).unwrap_or_default();
        for (glyph, letters) in stacked {
            by_glyph.entry(glyph).or_insert(letters);
        }
        let merged = HashSet::new();
        (!by_glyph.is_empty()).then_some(Self { by_glyph, merged })
    }

    /// Takes in which glyphs have an empty text in the file.
    pub(super) fn note_merged(&mut self, glyphs: impl Iterator<Item = u32>) {
        let letters = glyphs.filter_map(|glyph| self.by_glyph.get(&glyph));
        self.merged = letters.filter_map(|letters| single(letters)).collect();
    }

    pub(super) fn of(&self, glyph: u32) -> Option<&str> {
        self.by_glyph.get(&glyph).map(String::as_str)
    }

    /// What of a text is the glyph's own; none where that is all of it or not to be told.
    pub(super) fn own_part(&self, glyph: u32, text: &str, is_attached: bool) -> Option<String> {
        let said = self.of(glyph);
        let own: String = if is_attached {
            match said.filter(|letters| text.contains(letters)) {
                Some(letters) => letters.into(),
                None => text.chars().filter(|c| !self.merged.contains(c)).collect(),
            }
        } else if let Some(ligature) = said.filter(|letters| letters.starts_with(text)) {
            // The rest of a ligature's text stands at its mark.
            ligature.into()
        } else {
            let is_own = |c: &char| !(is_mark(*c) && self.merged.contains(c));
            self.decomposed(text).chars().filter(is_own).collect()
        };
        (!own.is_empty() && own != text).then_some(own)
    }

    /// The text with hamza and madda apart from their carriers, where the file leaves their glyphs without a text.
    fn decomposed(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match forms::parts(c).filter(|(_, mark)| self.merged.contains(mark)) {
                Some((carrier, mark)) => out.extend([carrier, mark]),
                None => out.push(c),
            }
        }
        out
    }

    /// Subsets may carry maps that mean something else than Unicode: those disagree with the file.
    pub(super) fn agrees_with<'t>(&self, said: impl Iterator<Item = (u32, &'t str)>) -> bool {
        let (mut n_same, mut n_other) = (0_usize, 0_usize);
        for (glyph, text) in said {
            match self.of(glyph) {
                Some(own) if text.contains(own) || own.starts_with(text) => n_same += 1,
                Some(_) => n_other += 1,
                None => {}
            }
        }
        n_same >= MIN_AGREEING && n_other * 5 <= n_same
    }
}

/// Glyphs put together from signs that the font knows one by one. A stroke under a shadda is a kasra, whatever
/// outline it borrows: so it is written.
fn stacked_marks(
    font: &FontRef<'_>,
    by_glyph: &HashMap<u32, String>,
) -> Option<Vec<(u32, String)>> {
    let (loca, glyf) = (font.loca(None).ok()?, font.glyf().ok()?);
    let shape = |id: u32| loca.get_glyf(GlyphId::new(id), &glyf).ok().flatten();
    let mut found = Vec::new();
    for id in 0..u32::from(font.maxp().ok()?.num_glyphs()) {
        let Some(Glyph::Composite(composite)) = shape(id) else {
            continue;
        };
        let mut signs: Vec<(char, i16)> = Vec::new();
        for part in composite.components().take(4) {
            let part_id = part.glyph.to_u32();
            let sign = by_glyph.get(&part_id).and_then(|letters| single(letters));
            let dy = match part.anchor {
                Anchor::Offset { y, .. } => y,
                Anchor::Point { .. } => 0,
            };
            match (sign.filter(|sign| is_mark(*sign)), shape(part_id)) {
                (Some(sign), Some(ink)) => signs.push((sign, ink.y_min().saturating_add(dy))),
                _ => signs.push(('\0', 0)),
            }
        }
        if signs.len() < 2 || signs.iter().any(|(sign, _)| !is_mark(*sign)) {
            continue;
        }
        let shadda = signs.iter().find(|(sign, _)| *sign == '\u{651}').copied();
        let letters = signs.iter().map(|&(sign, y)| match (sign, shadda) {
            ('\u{64E}', Some((_, shadda_y))) if y < shadda_y => '\u{650}',
            ('\u{64B}', Some((_, shadda_y))) if y < shadda_y => '\u{64D}',
            _ => sign,
        });
        found.push((id, letters.collect()));
    }
    Some(found)
}

fn single(letters: &str) -> Option<char> {
    let mut chars = letters.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::Letters;

    fn letters() -> Letters {
        let glyphs = [
            "ا", "ب", "ت", "ل", "أ", "\u{64E}", "\u{651}", "\u{654}", "لأ",
        ];
        Letters {
            by_glyph: (1..).zip(glyphs.map(str::to_owned)).collect(),
            merged: ['\u{651}', '\u{654}', 'أ'].into(),
        }
    }

    #[test]
    fn maps_are_believed_when_they_agree() {
        let check = |said: &[(u32, &str)], expect: bool| {
            assert_eq!(letters().agrees_with(said.iter().copied()), expect);
        };
        check(&[(1, "ا"), (2, "ب"), (3, "ت")], true);
        check(&[(1, "ا"), (2, "ب"), (9, "ت")], false);
        check(&[(1, "ا"), (2, "ب"), (3, "ت"), (4, "x")], false);
        check(&[], false);
    }

    #[test]
    fn texts_of_several_letters_are_parted() {
        let check = |glyph, text: &str, is_attached, expect: Option<&str>| {
            let found = letters().own_part(glyph, text, is_attached);
            assert_eq!(found.as_deref(), expect, "{text}");
        };
        check(4, "ل\u{651}", false, Some("ل"));
        check(4, "ل\u{650}", false, None);
        check(99, "ل\u{651}\u{64E}", false, Some("ل\u{64E}"));
        check(1, "أ\u{64E}", false, Some("ا\u{64E}"));
        check(99, "لا", false, None);
        check(9, "ل", false, Some("لأ"));
        check(6, "أ\u{64E}", true, Some("\u{64E}"));
        check(99, "أ\u{64E}", true, Some("\u{64E}"));
        check(99, "\u{64E}\u{651}", true, Some("\u{64E}"));
        check(99, "\u{651}", true, None);
    }
}
