//! Word error rate: words to insert, delete or replace for each word that was written (Levenshtein over words, after
//! NFC). Brackets, digits and vowel signs count; the dots that lead to a page number are no words.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .filter(|word| word.chars().any(|c| c != '.'))
}

/// From 0; above 1 where one word becomes several.
pub(super) fn word_errors(truth: &str, found: &str) -> f64 {
    let (truth, found): (String, String) = (truth.nfc().collect(), found.nfc().collect());
    let (truth, found): (Vec<&str>, Vec<&str>) = (words(&truth).collect(), words(&found).collect());
    distance(&truth, &found) as f64 / truth.len().max(1) as f64
}

/// Levenshtein's distance, 64 rows at a time (Myers 1999, blocks after Hyyrö 2003): a report has 26,000 words.
fn distance(pattern: &[&str], text: &[&str]) -> usize {
    let Some(last) = pattern.len().checked_sub(1) else {
        return text.len();
    };
    let n_blocks = last / 64 + 1;
    let mut places: HashMap<&str, Vec<u64>> = HashMap::new();
    for (row, word) in pattern.iter().enumerate() {
        places.entry(word).or_insert_with(|| vec![0; n_blocks])[row / 64] |= 1 << (row % 64);
    }
    let nowhere = vec![0; n_blocks];
    // Where a column's value is one more, or one less, than in the row above.
    let (mut more, mut less) = (vec![u64::MAX; n_blocks], vec![0_u64; n_blocks]);
    let mut score = pattern.len();
    for word in text {
        let equal = places.get(word).unwrap_or(&nowhere);
        // The first row counts the words of the text.
        let (mut carry_more, mut carry_less) = (1, 0);
        for block in 0..n_blocks {
            let (pv, mv) = (more[block], less[block]);
            let xv = equal[block] | mv;
            let eq = equal[block] | carry_less;
            let xh = ((eq & pv).wrapping_add(pv) ^ pv) | eq;
            let (ph, mh) = (mv | !(xh | pv), pv & xh);
            if block == n_blocks - 1 {
                score += usize::from(ph >> (last % 64) & 1 == 1);
                score -= usize::from(mh >> (last % 64) & 1 == 1);
            }
            let (shifted_more, shifted_less) = (ph << 1 | carry_more, mh << 1 | carry_less);
            (carry_more, carry_less) = (ph >> 63, mh >> 63);
            more[block] = shifted_less | !(xv | shifted_more);
            less[block] = shifted_more & xv;
        }
    }
    score
}

#[cfg(test)]
mod tests {
    use super::{distance, word_errors};

    #[test]
    fn errors_for_each_word() {
        #[track_caller]
        fn check(truth: &str, found: &str, expect: f64) {
            assert!((word_errors(truth, found) - expect).abs() < 1e-9);
        }
        check("a b c d", "a b c d", 0.0);
        check("a b c d", "a x c d", 0.25);
        check("a b c d", "a c d", 0.25);
        check("a b", "a b c d", 1.0);
        check("a b c d", "d c b a", 1.0);
        check("a . . . 3", "a 3", 0.0);
        check("cafe\u{301}", "café", 0.0);
        check("", "", 0.0);
    }

    #[test]
    fn long_texts_agree_with_the_table() {
        let numbers = |n: usize, step: usize| -> Vec<String> {
            (0..n)
                .map(|i| (i * i % 17 * step % 11).to_string())
                .collect()
        };
        for (n_one, n_two, step) in [(64, 64, 1), (65, 130, 3), (200, 150, 5), (129, 1, 2)] {
            let (one, two) = (numbers(n_one, 1), numbers(n_two, step));
            let (one, two): (Vec<&str>, Vec<&str>) = (
                one.iter().map(String::as_str).collect(),
                two.iter().map(String::as_str).collect(),
            );
            let mut row: Vec<usize> = (0..=two.len()).collect();
            for (line, word) in (1..).zip(&one) {
                let mut above = std::mem::replace(&mut row[0], line);
                for (place, other) in two.iter().enumerate() {
                    let replaced = above + usize::from(word != other);
                    above = row[place + 1];
                    row[place + 1] = replaced.min(row[place] + 1).min(above + 1);
                }
            }
            assert_eq!(distance(&one, &two), row[two.len()]);
        }
    }
}
