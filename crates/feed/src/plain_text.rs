//! Plain text as it may stand in a page: no controls that leak, no white space that breaks a line of its own.
//! Refuses to read markup: in a plain-text field `<b>` is three characters, and is shown as such.

/// One line: as [`block`], with every run of white space that may break a line made one space. `None` when nothing is left.
pub fn line(text: &str) -> Option<String> {
    let mut out = String::new();
    for word in words(&isolate(text)) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    (!out.trim().is_empty()).then_some(out)
}

/// What white space takes apart, without empty parts. Spaces that do not break a line stay within a word: French sets them
/// before `:` and `?` and inside `« »`, and a number before its unit.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}');
    text.split(breaks).filter(|word| !word.is_empty())
}

/// Text of several lines, trimmed; `None` when nothing is left.
pub fn block(text: &str) -> Option<String> {
    let text = isolate(text);
    let trimmed = text.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// Drops what could change the text around it: overrides, bidi controls that are not closed or not opened
/// within the text, and other controls than tab and newline. Pairs of isolates and embeddings are kept, as
/// authors use them (UAX #9, sections 2.1 to 2.4); so are the marks LRM, RLM and ALM, which act as a letter does.
fn isolate(text: &str) -> String {
    if !text.contains(|c| role(c) != Role::Text) {
        return text.to_owned();
    }
    // The openers not closed yet, with where they stand in `out`. A dropped character leaves a NUL, which cannot
    // be there otherwise.
    let mut open: Vec<(Role, usize)> = Vec::new();
    let mut out: Vec<char> = Vec::new();
    for c in text.chars() {
        let role = role(c);
        out.push(c);
        let at = out.len() - 1;
        let is_kept = match role {
            Role::Text => true,
            Role::Dropped => false,
            Role::Isolate | Role::Embedding | Role::Override => {
                open.push((role, at));
                // An override is only remembered, so that its closing mark goes with it.
                role != Role::Override
            }
            Role::PopIsolate => {
                let opener = open.iter().rposition(|(role, _)| *role == Role::Isolate);
                // What was opened inside the isolate ends with it, closed or not.
                if let Some(opener) = opener {
                    for (_, at) in &open[opener + 1..] {
                        out[*at] = '\0';
                    }
                    open.truncate(opener);
                }
                opener.is_some()
            }
            Role::Pop => match open.last() {
                Some((Role::Embedding | Role::Override, _)) => {
                    open.pop().is_some_and(|(role, _)| role == Role::Embedding)
                }
                // Nothing is open, or an isolate is, which this mark cannot close.
                _ => false,
            },
        };
        if !is_kept {
            out[at] = '\0';
        }
    }
    for (_, at) in open {
        out[at] = '\0';
    }
    out.into_iter().filter(|c| *c != '\0').collect()
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Text,
    Dropped,
    Isolate,
    PopIsolate,
    Embedding,
    Override,
    Pop,
}

fn role(c: char) -> Role {
    match c {
        '\u{2066}'..='\u{2068}' => Role::Isolate,
        '\u{2069}' => Role::PopIsolate,
        '\u{202A}' | '\u{202B}' => Role::Embedding,
        '\u{202C}' => Role::Pop,
        '\u{202D}' | '\u{202E}' => Role::Override,
        '\t' | '\n' | '\r' => Role::Text,
        // Controls, the deprecated formatting marks, interlinear annotation, and the stray byte order mark.
        '\0'..='\u{1F}'
        | '\u{7F}'..='\u{9F}'
        | '\u{206A}'..='\u{206F}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{FEFF}' => Role::Dropped,
        _ => Role::Text,
    }
}

/// Replaces character references once (`&amp;`, `&#8217;`, `&#x2019;` …), where the text holds no `<`.
///
/// JSON Feed calls titles plain text, yet many feeds are written by tools that store titles as HTML, and a
/// reader must see the character. Text with a `<` is left exactly as written: it is either markup, which is to
/// be shown, or plain text that means what it says. Decoding happens before [`line()`], so that a control
/// cannot hide in a reference.
pub fn decode_references(text: &str) -> String {
    if !text.contains('&') || text.contains('<') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        // The longest name here has six letters, the longest number seven digits.
        let end = rest.bytes().take(12).position(|b| b == b';');
        match end.and_then(|end| Some((end, character(&rest[1..end])?))) {
            Some((end, c)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that a reference names: any number, and the names that titles are written with.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).filter(|c| !c.is_control());
    }
    let found = NAMES.iter().find(|(known, _)| *known == name);
    found.map(|(_, c)| *c)
}

const NAMES: [(&str, char); 15] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bidi_controls() {
        let check = |input: &str, expect: &str| assert_eq!(isolate(input), expect, "{input:?}");
        check("تقرير 2020", "تقرير 2020");
        check("a\u{202E}b", "ab");
        check("a\u{202E}b\u{202C}c", "abc");
        check("\u{202D}\u{202B}b\u{202C}\u{202C}c", "\u{202B}b\u{202C}c");
        check("\u{2067}نشرة\u{2069}!", "\u{2067}نشرة\u{2069}!");
        check("\u{2067}نشرة", "نشرة");
        check("نشرة\u{2069}", "نشرة");
        check("\u{2068}a\u{2068}b\u{2069}", "a\u{2068}b\u{2069}");
        check("\u{2066}a\u{202B}b\u{2069}c\u{202C}", "\u{2066}ab\u{2069}c");
        check(
            "\u{202B}a\u{2066}b\u{202C}c\u{2069}d\u{202C}",
            "\u{202B}a\u{2066}bc\u{2069}d\u{202C}",
        );
        check("\u{202A}a\u{2069}b\u{202C}", "\u{202A}ab\u{202C}");
        check("\u{200F}a\u{200E}\u{061C}", "\u{200F}a\u{200E}\u{061C}");
        check("a\u{0}b\u{1B}[0mc\u{85}\u{FEFF}", "ab[0mc");
        check(
            "می\u{200C}خواهم 👩\u{200D}🚀",
            "می\u{200C}خواهم 👩\u{200D}🚀",
        );
    }

    #[test]
    fn white_space() {
        let check = |input: &str, one: Option<&str>, many: Option<&str>| {
            assert_eq!(
                (line(input).as_deref(), block(input).as_deref()),
                (one, many),
                "{input:?}"
            );
        };
        check(" a\n\tb ", Some("a b"), Some("a\n\tb"));
        check("<b>a</b>", Some("<b>a</b>"), Some("<b>a</b>"));
        check(
            "L’eau\u{A0}:  «\u{202F}on\u{202F}»\n",
            Some("L’eau\u{A0}: «\u{202F}on\u{202F}»"),
            Some("L’eau\u{A0}:  «\u{202F}on\u{202F}»"),
        );
        check("\u{A0}", None, None);
        check(" \n", None, None);
        check("", None, None);
        check("\u{202E}", None, None);
    }

    #[test]
    fn references() {
        let check =
            |input: &str, expect: &str| assert_eq!(decode_references(input), expect, "{input:?}");
        check("Q&A", "Q&A");
        check("R&amp;D", "R&D");
        check("It&#8217;s &#x2019;so&quot;", "It’s ’so\"");
        check("&amp;lt;", "&lt;");
        check("&lt;script&gt;", "<script>");
        check("a <b> &amp; c", "a <b> &amp; c");
        check("&ndash;&hellip;&nbsp;", "–…\u{A0}");
        check(
            "&unknown; &; & &#; &#x; &#xD800; &#0; &#99999999;",
            "&unknown; &; & &#; &#x; &#xD800; &#0; &#99999999;",
        );
        check("&#8238;", "\u{202E}");
        check("&&amp;", "&&");
        check("&ب;&amp", "&ب;&amp");
    }
}
