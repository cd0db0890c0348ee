//! Text folded for search: so far only as it stands; the tables follow.
//!
//! Nothing here is fit to be shown to a reader.

use std::ops::Range;

/// The form of a text that searches compare.
pub fn fold(text: &str) -> String {
    fold_with_map(text).0
}

/// The folded text and, for each of its bytes and for its end, the byte offset in the source.
pub fn fold_with_map(text: &str) -> (String, Vec<usize>) {
    (text.to_owned(), (0..=text.len()).collect())
}

/// The source bytes of a hit, given as a range of folded bytes.
pub fn source_range(map: &[usize], hit: Range<usize>) -> Range<usize> {
    let at = |index: usize| map.get(index).or(map.last()).copied().unwrap_or(0);
    at(hit.start)..at(hit.end)
}
