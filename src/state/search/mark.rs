//! Texts with the words of a query marked: whole words, so that no joined letters come apart, in the text as it was written.

use nashra_feed::plain_text::words;
use nashra_l10n::{fold_with_map, source_range};

use super::words::{Query, places};
use crate::state::page_data::MarkData;

/// Characters of an excerpt, and of what stands in it before the first hit.
const EXCERPT_LENGTH: usize = 180;
const BEFORE_HIT: usize = 60;
/// Words that an address carries for the page it leads to.
const MAX_MARKED: usize = 8;

/// `text` in pieces, those that `query` looks for marked.
pub fn marked(text: &str, query: &Query) -> Vec<MarkData> {
    pieces(text, &hits(text, query))
}

/// A part of `text` on one line around the first hit; `None` where there is none.
pub fn excerpt(text: &str, query: &Query) -> Option<Vec<MarkData>> {
    let text = words(text).collect::<Vec<_>>().join(" ");
    around(&text, &hits(&text, query))
}

/// The same of a text whose words an index counts, with the words at these `places` (from 0) marked. Where it counts a word
/// several times, all but the first stand empty in the text, between two spaces.
pub fn excerpt_at(text: &str, places: &[usize]) -> Option<Vec<MarkData>> {
    let mut line = String::with_capacity(text.len());
    let mut hits: Vec<(usize, usize)> = Vec::new();
    let mut last = (0, 0);
    for (at, word) in text.split(' ').enumerate() {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            let start = line.len();
            line.push_str(word);
            last = bare(&line, start);
        }
        if places.contains(&at) && hits.last() != Some(&last) && last.0 < last.1 {
            hits.push(last);
        }
    }
    around(&line, &hits)
}

/// The words that were marked, each once: what a page that is reached from here is to show.
pub fn marked_words<'a>(pieces: impl Iterator<Item = &'a MarkData>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for piece in pieces.filter(|piece| piece.is_hit) {
        if !found.contains(&&*piece.text) && found.len() < MAX_MARKED {
            found.push(&piece.text);
        }
    }
    found
}

/// The line around the first of `hits`, cut between words.
fn around(text: &str, hits: &[(usize, usize)]) -> Option<Vec<MarkData>> {
    let first = hits.first()?.0;
    let before = text.get(..first)?;
    let start = match before.char_indices().rev().nth(BEFORE_HIT) {
        // From the next word on.
        Some((at, _)) => before
            .get(at..)?
            .find(' ')
            .map_or(first, |space| at + space + 1),
        None => 0,
    };
    let rest = text.get(start..)?;
    let end = match rest.char_indices().nth(EXCERPT_LENGTH) {
        Some((at, _)) => rest.get(..at)?.rfind(' ').unwrap_or(at),
        None => rest.len(),
    };
    let mut part = String::new();
    if start > 0 {
        part.push('…');
    }
    let shift = part.len();
    part.push_str(rest.get(..end)?);
    if end < rest.len() {
        part.push('…');
    }
    let shown = hits.iter().filter(|hit| hit.1 <= start + end);
    let shown: Vec<(usize, usize)> = shown
        .map(|hit| (hit.0 - start + shift, hit.1 - start + shift))
        .collect();
    Some(pieces(&part, &shown))
}

/// The word that stands in `text` from `start` on, without the signs around it.
fn bare(text: &str, start: usize) -> (usize, usize) {
    let word = text.get(start..).unwrap_or_default();
    let end = start + word.trim_end_matches(|c| !is_inside(c)).len();
    let inner = word.trim_start_matches(|c| !is_inside(c));
    (text.len() - inner.len(), end)
}

/// Byte ranges of whole words that hold a hit, in order, none touching another.
fn hits(text: &str, query: &Query) -> Vec<(usize, usize)> {
    let (folded, map) = fold_with_map(text);
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for word in query.words() {
        for at in places(&folded, word) {
            let hit = source_range(&map, at..at + word.len());
            let start = text
                .get(..hit.start)
                .unwrap_or_default()
                .trim_end_matches(is_inside)
                .len();
            let tail = text.get(hit.end..).unwrap_or_default();
            let end = text.len() - tail.trim_start_matches(is_inside).len();
            ranges.push((start, end));
        }
    }
    ranges.sort_unstable();
    let mut merged: Vec<(usize, usize)> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.0 <= last.1 => last.1 = last.1.max(range.1),
            _ => merged.push(range),
        }
    }
    merged
}

/// What belongs to a word as it is written: letters, digits, and the signs on them.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200C}')
}

fn pieces(text: &str, hits: &[(usize, usize)]) -> Vec<MarkData> {
    let mut out = Vec::new();
    let mut push = |text: Option<&str>, is_hit| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            out.push(MarkData {
                text: text.to_owned(),
                is_hit,
            });
        }
    };
    let mut at = 0;
    for (start, end) in hits {
        push(text.get(at..*start), false);
        push(text.get(*start..*end), true);
        at = *end;
    }
    push(text.get(at..), false);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pieces: &[MarkData]) -> String {
        let pieces = pieces.iter().map(|piece| {
            if piece.is_hit {
                ["[", &piece.text, "]"].concat()
            } else {
                piece.text.clone()
            }
        });
        pieces.collect()
    }

    #[test]
    fn marks_whole_words() {
        let check = |text: &str, query: &str, expect: &str| {
            assert_eq!(
                written(&marked(text, &Query::new(query))),
                expect,
                "{query}"
            );
        };
        check("", "x", "");
        check("nothing here", "x", "nothing here");
        check("Éditions, édition", "edition", "[Éditions], [édition]");
        check("وبالتَّعاوُنِ الدوليّ", "تعاون", "[وبالتَّعاوُنِ] الدوليّ");
        check("عام ٢٠٢٠.", "2020", "عام [٢٠٢٠].");
        check("art art", "art", "[art] [art]");
        check("South-South", "south", "[South]-[South]");
        check("a chart", "art", "a chart");
    }

    #[test]
    fn marks_what_an_index_counted() {
        let check = |text: &str, places: &[usize], expect: Option<&str>| {
            let found = excerpt_at(text, places).map(|pieces| written(&pieces));
            assert_eq!(found.as_deref(), expect, "{text}");
        };
        check("a b c", &[], None);
        check("a b, c", &[1], Some("a [b], c"));
        // The second and third place of a word with particles are its own.
        check(
            "عن «وَالتَّعاوُنِ»   الدوليّ",
            &[3],
            Some("عن «[وَالتَّعاوُنِ]» الدوليّ"),
        );
        check("one two", &[1, 7], Some("one [two]"));
        check("— two", &[0], None);
    }

    #[test]
    fn cuts_around_the_first_hit() {
        let query = Query::new("target");
        let long = ["word ".repeat(40), "target ".to_owned(), "tail ".repeat(60)].concat();
        let excerpt = |text: &str| excerpt(text, &query).map(|pieces| written(&pieces));
        assert_eq!(excerpt("nothing"), None);
        assert_eq!(excerpt("a  target\n b").as_deref(), Some("a [target] b"));
        let found = excerpt(&long).unwrap_or_default();
        assert!(
            found.starts_with("…word word") && found.ends_with("tail…"),
            "{found}"
        );
        assert!(found.contains(" [target] "), "{found}");
        assert!(found.chars().count() <= EXCERPT_LENGTH + 4, "{found}");
        assert_eq!(
            found
                .split(' ')
                .filter(|word| !["word", "tail", "[target]"].contains(word))
                .count(),
            2
        );
    }
}
