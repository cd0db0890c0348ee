//! Elements of a document's head, written as text with everything escaped. It knows no page.

pub(super) fn meta(out: &mut String, key: &str, name: &str, content: &str) {
    out.push_str("<meta");
    attribute(out, key, name);
    attribute(out, "content", content);
    out.push('>');
}

pub(super) fn link(out: &mut String, attributes: &[(&str, &str)]) {
    out.push_str("<link");
    for (name, value) in attributes {
        attribute(out, name, value);
    }
    out.push('>');
}

pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

pub(super) fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
}

/// JSON that no HTML parser takes for the end of a script or the beginning of a comment.
pub(super) fn safe_json(json: &str) -> String {
    json.replace("</", "<\\/").replace("<!--", "<\\u0021--")
}

#[cfg(test)]
mod tests {
    use super::{attribute, safe_json};

    #[test]
    fn escapes_what_would_end_a_value() {
        let check = |value: &str, expect: &str| {
            let mut out = String::new();
            attribute(&mut out, "content", value);
            assert_eq!(out, expect);
        };
        check("a", " content=\"a\"");
        check("\"><script>&", " content=\"&quot;>&lt;script>&amp;\"");
    }

    #[test]
    fn keeps_json_inside_its_block() {
        let check = |json: &str, expect: &str| assert_eq!(safe_json(json), expect);
        check(r#"{"a":"</script>"}"#, r#"{"a":"<\/script>"}"#);
        check(r#""<!--""#, r#""<\u0021--""#);
    }
}
