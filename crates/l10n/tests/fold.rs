//! Laws of folding, over all characters and over random texts.

use nashra_l10n::{fold, fold_with_map, source_range};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

#[test]
fn every_character_folds_to_what_stays_folded() {
    for c in '\0'..=char::MAX {
        let once = fold(&format!("a{c}b"));
        assert_eq!(fold(&once), once, "U+{:04X}", c as u32);
    }
}

/// Text arrives composed from editors and decomposed from some PDFs and file names.
#[test]
fn composed_and_decomposed_letters_fold_alike() {
    let ranges = [
        0xC0..=0x233,
        0x386..=0x3CE,
        0x400..=0x45F,
        0x531..=0x556,
        0x620..=0x6D5,
        0x1E00..=0x1EFF,
    ];
    for c in ranges.into_iter().flatten().filter_map(char::from_u32) {
        // "n" with an apostrophe before it, "a" with a half ring above: one letter here.
        if !"ŉẚ\u{387}".contains(c) {
            assert_eq!(
                fold(&c.nfd().collect::<String>()),
                fold(&c.to_string()),
                "U+{:04X}",
                c as u32
            );
        }
    }
}

#[test]
fn presentation_forms_fold_like_their_letters() {
    let forms = (0xFB50..=0xFDFC)
        .chain(0xFE80..=0xFEFC)
        .chain(0xFF01..=0xFF5E)
        .chain(0xFB00..=0xFB06);
    for c in forms.filter_map(char::from_u32) {
        let letters: String = c.nfkd().collect();
        // Marks standing alone decompose to a space and the mark; the space is not the text's.
        let letters = letters.trim_start_matches(' ');
        if letters != c.to_string() {
            assert_eq!(fold(letters), fold(&c.to_string()), "U+{:04X}", c as u32);
        }
    }
}

/// Texts in which what this room treats specially is frequent.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ا-ي\u{610}-\u{65F}\u{6D6}-\u{6ED}ـ]{0,4}",
        "[À-ɏA-z]{0,3}",
        "[ﭐ-ﷻﺀ-ﻼ]{0,3}",
        "[ \u{A0}\u{200B}-\u{200F}\u{2066}-\u{2069}\n]{0,3}",
        "[0-9٠-٩۰-۹]{0,3}",
        ".{0,3}"
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn the_map_leads_back_to_what_folds_to_the_hit(text in text(), cut in any::<(prop::sample::Index, prop::sample::Index)>()) {
        let (folded, map) = fold_with_map(&text);
        prop_assert_eq!(&folded, &fold(&text));
        prop_assert_eq!(map.len(), folded.len() + 1);
        prop_assert!(map.is_sorted() && map.iter().all(|&at| text.is_char_boundary(at)));
        let bounds: Vec<usize> = folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
        let (a, b) = (bounds[cut.0.index(bounds.len())], bounds[cut.1.index(bounds.len())]);
        let hit = a.min(b)..a.max(b);
        let source = &text[source_range(&map, hit.clone())];
        prop_assert!(fold(source).contains(folded[hit].trim()));
    }
}
