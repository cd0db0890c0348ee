//! Where pictures stand in pieces of HTML, which need not be whole: a text may open an element in one line and close it pages later.
//!
//! It reads tags as the HTML Standard does (section 13.2.5, "Tokenization"), as far as attributes go, and refuses to judge what it reads.

use std::ops::Range;

/// The places of the values of `src` in `img` tags, with their quotes.
pub(super) fn pictures(html: &str) -> Vec<Range<usize>> {
    let lower = html.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = lower[at..].find("<img") {
        at += start + "<img".len();
        if !lower[at..].starts_with(|c: char| c.is_ascii_whitespace() || c == '/') {
            continue;
        }
        while let Some((name, value, end)) = attribute(&lower, at) {
            at = end;
            if &lower[name] == "src" {
                found.extend(value);
            }
        }
    }
    found
}

/// The next attribute of a tag: its name, its value with its quotes, and where it ends; `None` at the tag's end.
fn attribute(html: &str, at: usize) -> Option<(Range<usize>, Option<Range<usize>>, usize)> {
    let skip = |at: usize, is_skipped: fn(char) -> bool| {
        html[at..]
            .find(|c| !is_skipped(c))
            .map_or(html.len(), |n| at + n)
    };
    let is_space = |c: char| c.is_ascii_whitespace();
    let start = skip(at, |c| c.is_ascii_whitespace() || c == '/');
    if html[start..].starts_with('>') || start == html.len() {
        return None;
    }
    let end = skip(start + 1, |c| {
        !c.is_ascii_whitespace() && !matches!(c, '=' | '>' | '/')
    });
    let name = start..end;
    let equals = skip(end, is_space);
    if !html[equals..].starts_with('=') {
        return Some((name, None, end));
    }
    let start = skip(equals + 1, is_space);
    let end = match html[start..].chars().next() {
        Some(quote @ ('"' | '\'')) => html[start + 1..]
            .find(quote)
            .map_or(html.len(), |n| start + n + 2),
        _ => skip(start, |c| !c.is_ascii_whitespace() && c != '>'),
    };
    Some((name, Some(start..end), end))
}

/// What a value says, without its quotes. Of character references that which stands in addresses.
pub(super) fn value(written: &str) -> String {
    let quoted = |quote: char| written.strip_prefix(quote)?.strip_suffix(quote);
    let inner = quoted('"').or_else(|| quoted('\'')).unwrap_or(written);
    inner.trim().replace("&amp;", "&")
}

/// A value with its quotes.
pub(super) fn quoted(value: &str) -> String {
    [
        "\"",
        &value.replace('&', "&amp;").replace('"', "&quot;"),
        "\"",
    ]
    .concat()
}
