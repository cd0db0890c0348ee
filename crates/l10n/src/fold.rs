//! Text folded for search: what a reader may type differently, or not at all, is made alike.
//!
//! The result is for comparing, never for showing. The tables cover what newsrooms in Arabic, Persian, Latin,
//! Greek and Cyrillic letters need, in a few hundred bytes after compression, and not all of Unicode: other
//! scripts keep their letters, and lose the general marks, the width of their digits and their spaces only.

mod arabic;
mod latin;

use std::ops::Range;

/// Folds a text: no vowel signs, tatweel, combining marks, zero-width or bidi characters; Arabic letter
/// forms unified; presentation forms and ligatures as letters; Latin, Greek and Cyrillic without case and
/// diacritics; digits as ASCII; curly apostrophes and dashes as on a keyboard; runs of white space as one
/// space, none at the ends. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    run(text, None)
}

/// Folds a text and tells, for each byte of the folded text, the byte offset of the source character it came
/// from. One more entry holds the offset where the folded source ends, so that the map is never empty.
/// For highlighting use [`source_range`].
pub fn fold_with_map(text: &str) -> (String, Vec<usize>) {
    let mut map = Vec::with_capacity(text.len() + 1);
    let folded = run(text, Some(&mut map));
    (folded, map)
}

/// The source bytes to highlight for a hit in the folded text, both as byte ranges. Signs that belong to
/// the last letter are included, and a ligature is never cut. Offsets beyond the map end with the source.
pub fn source_range(map: &[usize], hit: Range<usize>) -> Range<usize> {
    let end_of_source = map.last().copied().unwrap_or(0);
    let at = |index: usize| map.get(index).copied().unwrap_or(end_of_source);
    let start = at(hit.start);
    let last = at(hit.end.max(1) - 1);
    let end = map
        .iter()
        .skip(hit.end)
        .copied()
        .find(|&offset| offset > last);
    let is_empty = hit.end <= hit.start;
    start..if is_empty {
        start
    } else {
        end.unwrap_or(end_of_source)
    }
}

fn run(text: &str, mut map: Option<&mut Vec<usize>>) -> String {
    let mut out = String::with_capacity(text.len());
    // Where the white space began that is owed before the next letter.
    let mut space_at = None;
    for (at, c) in text.char_indices() {
        if is_space(c) {
            space_at.get_or_insert(at);
            continue;
        }
        let before = out.len();
        if space_at.is_some() && before > 0 {
            out.push(' ');
        }
        let with_space = out.len();
        push_folded(c, &mut out);
        if out.len() == with_space {
            out.truncate(before);
            continue;
        }
        if let Some(map) = map.as_deref_mut() {
            map.extend(space_at.filter(|_| with_space > before));
            map.resize(out.len(), at);
        }
        space_at = None;
    }
    if let Some(map) = map {
        map.push(space_at.unwrap_or(text.len()));
    }
    out
}

fn push_folded(c: char, out: &mut String) {
    let code = c as u32;
    if c.is_ascii() {
        // Control characters are as invisible as zero-width ones.
        if !c.is_ascii_control() {
            out.push(c.to_ascii_lowercase());
        }
        return;
    }
    if is_removed(code) || latin::fold(c, out) {
        return;
    }
    if let Some(letters) = arabic::presentation(code) {
        out.push_str(letters);
        return;
    }
    let folded = match code {
        0x660..=0x669 => ascii_digit(code - 0x660),
        0x6F0..=0x6F9 => ascii_digit(code - 0x6F0),
        0x966..=0x96F => ascii_digit(code - 0x966),
        0x9E6..=0x9EF => ascii_digit(code - 0x9E6),
        0x2BC | 0x2BE | 0x2BF | 0x2018 | 0x2019 => '\'',
        0x2010..=0x2015 | 0x2212 => '-',
        // Fullwidth forms repeat ASCII.
        0xFF01..=0xFF5E => char::from((code - 0xFF01) as u8 + b'!').to_ascii_lowercase(),
        _ => arabic::letter(c),
    };
    out.push(folded);
}

fn ascii_digit(value: u32) -> char {
    char::from(b'0' + value as u8)
}

/// What leaves no trace: C1 controls, soft hyphen, combining marks of European scripts, Hebrew points,
/// Arabic signs, zero-width and bidi controls, variation selectors.
fn is_removed(c: u32) -> bool {
    arabic::is_mark(c)
        || matches!(
            c,
            0x80..=0x9F | 0xAD | 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x5BF | 0x5C1 | 0x5C2 | 0x5C4
                | 0x5C5 | 0x5C7 | 0x61C | 0x180E | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F
                | 0x202A..=0x202E | 0x2060..=0x206F | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F
                | 0xFEFF | 0xE0000..=0xE0FFF
        )
}

/// Unicode's `White_Space`.
fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}'
            | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_readers_type_differently() {
        let check = |input: &str, expect: &str| assert_eq!(fold(input), expect, "{input}");
        check("", "");
        // Arabic
        check("التَّعَاوُنُ", "التعاون");
        check("بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ", "بسم الله الرحمن");
        check("مـــؤسسـة", "موسسه");
        check("إحصاءات أساسية، آفاق", "احصاءات اساسيه، افاق");
        check("مبنى مبني مبنی", "مبني مبني مبني");
        check("شؤون رئيس شيء", "شوون رييس شيء");
        check("کتاب كتاب", "كتاب كتاب");
        check("١٥ سبتمبر ۲۰۲۰", "15 سبتمبر 2020");
        check("٢٫١٪", "2.1%");
        check("ﺍﻟﺴﻼﻡ", "السلام");
        check("ﻵ ﻷ ﻹ ﻻ", "لا لا لا لا");
        check("ﷲ ﷺ ﷼", "الله صلي الله عليه وسلم ريال");
        check("ﺑﻬﹷـﺎ", "بها");
        check("می\u{200C}خواهم", "ميخواهم");
        // Latin and others
        check(
            "Éditeurs, cœur, Straße, Ærø",
            "editeurs, coeur, strasse, aero",
        );
        check("İSTANBUL Istanbul ıstanbul", "istanbul istanbul istanbul");
        check("e\u{301}te\u{301}", "ete");
        check("Đặng Văn, Łódź, Þór", "dang van, lodz, thor");
        check("Ɗan Ƙasa Ŋ Ə", "ɗan ƙasa ŋ ə");
        check("ΆΣ ός", "ασ οσ");
        check("Ёлкий", "елкии");
        check("ﬁn oﬃce", "fin office");
        check("l’agenda 2020–2021", "l'agenda 2020-2021");
        check("ＡＢ１", "ab1");
        check("日本語 한국어 हिन्दी", "日本語 한국어 हिन्दी");
        // Spaces and what cannot be seen
        check("  a \u{A0}\n\tb\u{202F}", "a b");
        check("a \u{200F} b", "a b");
        check("\u{2068}a\u{2069}\u{AD}b\u{FEFF}", "ab");
        check(" \u{64E} ", "");
    }

    #[test]
    fn maps_hits_back_to_the_source() {
        let check = |source: &str, word: &str, expect: &str| {
            let (folded, map) = fold_with_map(source);
            assert_eq!(map.len(), folded.len() + 1);
            let start = folded.find(&fold(word)).unwrap_or(usize::MAX - 100);
            let hit = source_range(&map, start..start + fold(word).len());
            assert_eq!(source.get(hit), Some(expect), "{source}");
        };
        check("عن التَّعَاوُنِ  فيما", "التعاون", "التَّعَاوُنِ");
        check("عن التَّعَاوُنِ  فيما بينَ ", "بين", "بينَ");
        check("عن التَّعَاوُنِ  فيما", "تعاون فيما", "تَّعَاوُنِ  فيما");
        check("ﺍﻟﺴﻼﻡ", "ل", "ﻟ");
        check("ﺳﻼ ﻡ", "سل", "ﺳﻼ");
        check("Le cœur", "co", "cœ");
        check("Le cœur", "eur", "œur");
        check("x é", "e", "é");
        check("x e\u{301}", "e", "e\u{301}");
        check("abc", "missing", "");
        assert_eq!(source_range(&[], 3..5), 0..0);
        assert_eq!(source_range(&[0, 1, 2], 1..1), 1..1);
        assert_eq!(fold_with_map(""), (String::new(), vec![0]));
    }

    #[test]
    fn knows_every_white_space() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_space(c), c.is_whitespace(), "{c:?}");
        }
    }
}
