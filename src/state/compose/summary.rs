//! What a card says below a title: the feed's own summary or the beginning of the text, without the title once more.

use nashra_feed::plain_text::words;

/// `text` on one line, cut between words at `length` characters.
pub(super) fn cut(text: &str, length: usize) -> String {
    let mut out = String::new();
    let mut n_characters = 0;
    for word in words(text) {
        n_characters += word.chars().count() + 1;
        if n_characters > length + 1 && !out.is_empty() {
            out.push('…');
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        if n_characters > length + 1 {
            // One word as long as all: scripts without spaces.
            out.extend(word.chars().take(length));
            out.push('…');
            return out;
        }
        out.push_str(word);
    }
    out
}

/// What `text` says after its `title`, where it begins by repeating that: as a sentence or a line of its own, or because the title
/// was cut from it and says so by its `…`. All of it where it does not; `None` where nothing is left. A whole title that goes on as
/// the text's first sentence stays a part of it.
pub(super) fn beyond_title(title: &str, text: &str) -> Option<String> {
    let (title, text) = (title.trim(), text.trim());
    let is_stop = |c: char| matches!(c, '.' | ':' | '!' | '?' | '؟' | '…' | '|' | '-' | '–' | '—');
    let is_over = |rest: &str| {
        rest.trim_matches(|c| is_stop(c) || c.is_whitespace())
            .is_empty()
    };
    let begun = title
        .strip_suffix('…')
        .or_else(|| title.strip_suffix("..."));
    if let Some(rest) = begun.and_then(|begun| text.strip_prefix(begun.trim_end())) {
        return (!is_over(rest)).then(|| ["…", rest.trim()].concat());
    }
    let rest = text.strip_prefix(title).filter(|_| !title.is_empty());
    let Some(rest) = rest else {
        return (!text.is_empty()).then(|| text.to_owned());
    };
    let after = rest.trim_start();
    let is_own_line = rest[..rest.len() - after.len()].contains('\n');
    let is_own = is_own_line || title.ends_with(is_stop) || after.starts_with(is_stop);
    if !after.is_empty() && !is_own {
        return Some(text.to_owned());
    }
    let rest = after.trim_start_matches(|c| is_stop(c) || c.is_whitespace());
    (!is_over(rest)).then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{beyond_title, cut};

    #[test]
    fn cuts_between_words() {
        let check =
            |text: &str, length, expect: &str| assert_eq!(cut(text, length), expect, "{text}");
        check("", 10, "");
        check("one two", 10, "one two");
        check("one two three", 7, "one two…");
        check(" one\n two ", 10, "one two");
        check("一二三四五六七八九十", 4, "一二三四…");
        check("بيان صحفي طويل", 9, "بيان صحفي…");
    }

    #[test]
    fn says_the_title_once() {
        let check = |title: &str, text: &str, expect: Option<&str>| {
            assert_eq!(
                beyond_title(title, text).as_deref(),
                expect,
                "{title:?} {text:?}"
            );
        };
        check("Census", "Counting began.", Some("Counting began."));
        check("Census", "Census", None);
        check("Census", " Census… ", None);
        check("Census", "", None);
        check("", "Counting began.", Some("Counting began."));
        check("Census", "Census. Counting began.", Some("Counting began."));
        check("Census", "Census\nCounting began.", Some("Counting began."));
        check(
            "Census",
            "Census – counting began.",
            Some("counting began."),
        );
        check("إحصاء", "إحصاء؟ بدأ العدّ.", Some("بدأ العدّ."));
        // Words of a sentence, or of a longer word.
        check(
            "Census",
            "Census takers went out.",
            Some("Census takers went out."),
        );
        check("Census", "Censuses began.", Some("Censuses began."));
        // Cut from the text.
        check(
            "Census takers we…",
            "Census takers went out.",
            Some("…nt out."),
        );
        check(
            "Census takers...",
            "Census takers went out.",
            Some("…went out."),
        );
        check("Census takers…", "Census takers…", None);
        check("Why now?", "Why now? Because.", Some("Because."));
    }
}
