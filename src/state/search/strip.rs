//! The words of HTML for the index, without a parser: ten thousand items are read in the time that a parser needs for a few
//! hundred. What it gives is only compared, never shown.

/// Named references that stand between words or in them; others leave a space.
const NAMED: [(&str, char); 6] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("shy", '\u{AD}'),
];
/// Elements whose content is no text.
const DROPPED: [&str; 4] = ["script", "style", "template", "svg"];

/// The text of `html`, tags as spaces.
pub(super) fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = if rest.starts_with('<') {
            tag(rest, &mut out)
        } else {
            reference(rest, &mut out)
        };
    }
    out.push_str(rest);
    out
}

/// Skips a tag, and the content of an element that holds no text.
fn tag<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    if !is_tag {
        out.push('<');
        return &rest[1..];
    }
    let name = rest[1..]
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    // Tags inside a word (`<b>`, `<sup>`) do not part it.
    if !matches!(
        name,
        "b" | "i" | "em" | "strong" | "span" | "sup" | "sub" | "bdi" | "wbr"
    ) {
        out.push(' ');
    }
    if let Some(dropped) = DROPPED
        .iter()
        .find(|dropped| name.eq_ignore_ascii_case(dropped))
    {
        let end = ["</", dropped].concat();
        return rest.find(&end).map_or("", |at| after(&rest[at..]));
    }
    after(rest)
}

fn after(tag: &str) -> &str {
    tag.find('>').map_or("", |at| &tag[at + 1..])
}

fn reference<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let end = rest.bytes().take(12).position(|byte| byte == b';');
    let Some(end) = end else {
        out.push('&');
        return &rest[1..];
    };
    let name = &rest[1..end];
    let number = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => digits.parse().ok(),
        },
        None => None,
    };
    let named = NAMED
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, c)| *c);
    out.push(number.and_then(char::from_u32).or(named).unwrap_or(' '));
    &rest[end + 1..]
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn leaves_the_words() {
        let check = |html: &str, expect: &str| assert_eq!(plain(html), expect, "{html}");
        check("", "");
        check("a<b>b</b>c", "ab c");
        check("<p>a</p><p>b", " a  b");
        check(
            "a &amp; b &lt;c&gt; &#1575;&#x644; &nbsp;d & e",
            "a & b <c> ال  d & e",
        );
        check(
            "x<script>var a = 1 < 2;</script>y<style>p{}</style>",
            "x y ",
        );
        check("1 < 2 <3", "1 < 2 <3");
        check("<p title=\"a\">b</p", " b ");
        check("ends &", "ends &");
        check("<", "<");
        check("<!-- no --> yes", "  yes");
    }
}
