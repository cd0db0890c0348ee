//! The base direction of a text that does not say its language.
//!
//! Nothing is guessed from the share of letters: the first strong one decides, as in HTML's `dir="auto"`.

use crate::direction::Direction;

/// The direction of the first strong character outside isolates (UAX #9, rules P2 and P3); `None` when
/// there is none, as in a number.
pub fn first_strong(text: &str) -> Option<Direction> {
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => {
                if let Some(direction) = strong(c as u32) {
                    return Some(direction);
                }
            }
            _ => {}
        }
    }
    None
}

/// Runs of `Bidi_Class` R and AL. Signs within a run that take their letter's direction are not cut out,
/// since they follow a letter.
#[rustfmt::skip]
const RTL_RUNS: &[(u32, u32)] = &[
    (0x5BE, 0x5FF),
    (0x608, 0x608),
    (0x60B, 0x60B),
    (0x60D, 0x60D),
    (0x61B, 0x65F),
    (0x66D, 0x6DC),
    (0x6E5, 0x6E6),
    (0x6EE, 0x6EF),
    (0x6FA, 0x7F5),
    (0x7FA, 0x88F),
    (0x892, 0x8E1),
    (0x8E3, 0x8FF),
    (0x200F, 0x200F),
    (0xFB1D, 0xFB28),
    (0xFB2A, 0xFD3D),
    (0xFD50, 0xFDCE),
    (0xFDF0, 0xFDFC),
    (0xFE70, 0xFEFE),
    (0x10800, 0x1091E),
    (0x10920, 0x10B38),
    (0x10B40, 0x10D2F),
    (0x10D4A, 0x10D68),
    (0x10D6F, 0x10E5F),
    (0x10E80, 0x10FFF),
    (0x1E800, 0x1EEEF),
    (0x1EEF2, 0x1EFFF),
];

/// Runs of `Bidi_Class` L, without the symbols of U+2100 to U+215F and U+2400 to U+2BFF: no text's direction
/// should hang on a degree sign or a circled number.
#[rustfmt::skip]
const LTR_RUNS: &[(u32, u32)] = &[
    (0x41, 0x5A),
    (0x61, 0x7A),
    (0xAA, 0xAA),
    (0xB5, 0xB5),
    (0xBA, 0xBA),
    (0xC0, 0xD6),
    (0xD8, 0xF6),
    (0xF8, 0x2B8),
    (0x2BB, 0x2C1),
    (0x2D0, 0x2D1),
    (0x2E0, 0x2E4),
    (0x2EE, 0x2EE),
    (0x370, 0x373),
    (0x376, 0x37D),
    (0x37F, 0x383),
    (0x386, 0x386),
    (0x388, 0x3F5),
    (0x3F7, 0x589),
    (0x903, 0x138F),
    (0x13A0, 0x13FF),
    (0x1401, 0x167F),
    (0x1681, 0x169A),
    (0x16A0, 0x17EF),
    (0x1810, 0x193F),
    (0x1946, 0x19DD),
    (0x1A00, 0x1FBC),
    (0x1FBE, 0x1FBE),
    (0x1FC2, 0x1FCC),
    (0x1FD0, 0x1FDC),
    (0x1FE0, 0x1FEC),
    (0x1FF2, 0x1FFC),
    (0x200E, 0x200E),
    (0x2071, 0x2071),
    (0x207F, 0x207F),
    (0x2090, 0x209C),
    (0x2160, 0x2188),
    (0x2C00, 0x2CE4),
    (0x2CEB, 0x2CF8),
    (0x2D00, 0x2DFF),
    (0x3005, 0x3007),
    (0x3021, 0x302F),
    (0x3031, 0x3035),
    (0x3038, 0x303C),
    (0x3041, 0x309A),
    (0x309D, 0x309F),
    (0x30A1, 0x30FA),
    (0x30FC, 0x31BF),
    (0x31F0, 0x4DBF),
    (0x4E00, 0xA48F),
    (0xA4D0, 0xA60C),
    (0xA610, 0xA672),
    (0xA680, 0xA6FF),
    (0xA722, 0xA787),
    (0xA789, 0xA827),
    (0xA840, 0xA873),
    (0xA880, 0xAB69),
    (0xAB70, 0xFB1C),
    (0xFF21, 0xFF3A),
    (0xFF41, 0xFF5A),
    (0xFF66, 0xFFDF),
    (0x10000, 0x100FF),
    (0x10280, 0x107FF),
    (0x11000, 0x1D1E8),
    (0x1D400, 0x1D7CB),
    (0x1DF00, 0x1E2FE),
    (0x1E300, 0x1E7FF),
    (0x20000, 0x3FFFF),
];

fn strong(c: u32) -> Option<Direction> {
    let within = |runs: &[(u32, u32)]| {
        runs.iter()
            .any(|&(first, last)| (first..=last).contains(&c))
    };
    if within(RTL_RUNS) {
        Some(Direction::Rtl)
    } else if within(LTR_RUNS) {
        Some(Direction::Ltr)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_strong_character() {
        let check = |text: &str, expect: Option<Direction>| {
            assert_eq!(first_strong(text), expect, "{text:?}")
        };
        check("", None);
        check("2020 – (…) ٢٠٢٠ ۱۲", None);
        check("2020: تقرير", Some(Direction::Rtl));
        check("“Report” تقرير", Some(Direction::Ltr));
        check("«Étude»", Some(Direction::Ltr));
        check("\u{2068}Report\u{2069} تقرير", Some(Direction::Rtl));
        check(
            "\u{2067}تقرير\u{2066}a\u{2069}b\u{2069} c",
            Some(Direction::Ltr),
        );
        check("\u{2068}Report", None);
        check("\u{2069}Report", Some(Direction::Ltr));
        check("\u{200F}Report", Some(Direction::Rtl));
        check("שלום", Some(Direction::Rtl));
        check("😀 中文", Some(Direction::Ltr));
        check("ﺗﻘﺮﻳﺮ", Some(Direction::Rtl));
    }

    #[test]
    fn agrees_with_the_bidi_class_of_every_letter() {
        let mut wrong = Vec::new();
        use unicode_bidi::{BidiClass, bidi_class};
        for c in ('\0'..=char::MAX).filter(|c| c.is_alphabetic()) {
            let code = c as u32;
            let expect = match bidi_class(c) {
                BidiClass::R | BidiClass::AL => Some(Direction::Rtl),
                BidiClass::L if !matches!(code, 0x2100..=0x215F | 0x2400..=0x2BFF | 0x1F100..=0x1F1FF) => {
                    Some(Direction::Ltr)
                }
                // A vowel sign counts as alphabetic; it never comes before its letter.
                BidiClass::NSM => continue,
                _ => None,
            };
            // Mathematical alphabets hold five operators, CJK runs numbered signs, Indic runs fractions.
            if matches!(code, 0x3000..=0x33FF | 0x900..=0x138F | 0x1D6DB..=0x1D7C3 | 0x17F0..=0x17F9)
            {
                continue;
            }
            if strong(code) != expect {
                wrong.push(format!("U+{code:04X} {c} {expect:?}"));
            }
        }
        assert_eq!(wrong, [""; 0]);
    }
}
