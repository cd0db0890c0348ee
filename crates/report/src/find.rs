//! Find in a report: every place of a phrase, across line ends.
//!
//! It never decides which letters are alike: the caller brings the folding, so that search on the site and in a
//! report fold the same way.

use std::ops::Range;

use crate::geometry::RectPt;
use crate::text::{PageText, Word};

/// A text folded, and for each byte of it the byte of the source, with one more entry for the end.
pub type Folded = (String, Vec<usize>);

/// A place of the phrase on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// Which block of the page.
    pub block: usize,
    /// Bytes of the block's text.
    pub range: Range<usize>,
    /// The places of its words, one rectangle for each word, cut to the letters by their share.
    pub rects: Vec<RectPt>,
}

/// All places of a phrase in a page's text, without overlaps, in reading order. An empty phrase is nowhere.
pub fn find(page: &PageText, phrase: &str, fold: impl Fn(&str) -> Folded) -> Vec<Match> {
    let (phrase, _) = fold(phrase);
    let mut matches = Vec::new();
    if phrase.is_empty() {
        return matches;
    }
    for (index, block) in page.blocks.iter().enumerate() {
        let mut at = 0;
        let mut words: Vec<(usize, &Word)> = Vec::new();
        for word in block.words() {
            words.push((at, word));
            at += word.text.len() + usize::from(word.space_after);
        }
        let (folded, map) = fold(&block.text());
        let mut from = 0;
        while let Some(found) = folded.get(from..).and_then(|rest| rest.find(&phrase)) {
            let start = from + found;
            let end = start + phrase.len();
            from = end;
            let at = |place: usize| map.get(place).copied().unwrap_or(0);
            let range = at(start)..at(end).max(at(start));
            let rects = words
                .iter()
                .filter_map(|(start, word)| part(*start, word, &range));
            matches.push(Match {
                block: index,
                rects: rects.collect(),
                range,
            });
        }
    }
    matches
}

/// The part of a word's place that a range of the block's text covers, by its share of the letters.
fn part(start: usize, word: &Word, range: &Range<usize>) -> Option<RectPt> {
    let end = start + word.text.len();
    if range.end <= start || range.start >= end {
        return None;
    }
    let length = word.text.len().max(1) as f32;
    let first = range.start.saturating_sub(start) as f32 / length;
    let last = (range.end.min(end) - start) as f32 / length;
    let is_rtl = word
        .text
        .chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8FF}'));
    let (left, right) = if is_rtl {
        (1.0 - last, 1.0 - first)
    } else {
        (first, last)
    };
    Some(RectPt {
        x: word.rect.x + word.rect.width * left,
        width: word.rect.width * (right - left),
        ..word.rect
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Block, Line};

    fn plain(text: &str) -> Folded {
        let folded = text.to_lowercase();
        let map = (0..=folded.len()).collect();
        (folded, map)
    }

    #[test]
    fn phrases_are_found_across_lines() {
        let check = |lines: &[&str], phrase: &str, expect: &[&str]| {
            let line = |text: &&str| Line {
                words: text
                    .split(' ')
                    .map(|word| Word {
                        text: word.trim_end_matches('~').into(),
                        rect: RectPt {
                            width: 10.0,
                            ..RectPt::default()
                        },
                        space_after: !word.ends_with('~'),
                    })
                    .collect(),
            };
            let block = Block {
                lines: lines.iter().map(line).collect(),
                ..Block::default()
            };
            let text = block.text();
            let page = PageText {
                blocks: vec![block],
                ..PageText::default()
            };
            let found: Vec<&str> = find(&page, phrase, plain)
                .iter()
                .map(|m| text.get(m.range.clone()).unwrap_or("?"))
                .collect();
            assert_eq!(found, expect);
        };
        check(
            &["The annual", "report of"],
            "Annual report",
            &["annual report"],
        );
        check(&["co~", "operation"], "cooperation", &["cooperation"]);
        check(&["aa aa"], "a", &["a", "a", "a", "a"]);
        check(&["text"], "", &[]);
        check(&["text"], "none", &[]);
    }
}
