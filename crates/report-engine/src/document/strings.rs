//! Text strings outside of pages: titles, labels, alternative text (ISO 32000-2, 7.9.2.2).
//!
//! It never fails: bytes that mean nothing become replacement characters.

/// Reads a text string: UTF-16 or UTF-8 with a mark, else PDFDocEncoding. Escapes for languages are left out.
pub(crate) fn text_string(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&byte| doc_encoding(byte)).collect(),
    };
    without_language_escapes(&text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn without_language_escapes(text: &str) -> String {
    let mut is_inside = false;
    text.chars()
        .filter(|&c| {
            is_inside ^= c == '\u{1b}';
            !is_inside && c != '\u{1b}' && c != '\0'
        })
        .collect()
}

/// PDFDocEncoding (ISO 32000-2, annex D.3): Latin-1 but for these.
fn doc_encoding(byte: u8) -> char {
    const AT_18: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const AT_80: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚',
        '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
    ];
    let special = match byte {
        0x18..=0x1F => AT_18.get(usize::from(byte - 0x18)),
        0x80..=0xA0 => AT_80.get(usize::from(byte - 0x80)),
        _ => None,
    };
    special.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::text_string;

    #[test]
    fn strings_in_every_encoding() {
        let check = |bytes: &[u8], expect: &str| assert_eq!(text_string(bytes), expect);
        check(b"Annual report", "Annual report");
        check(b"r\xe9sum\xe9 \x84 \xa0", "résumé — €");
        check(b"\xfe\xff\x06\x46\x06\x34", "نش");
        check(b"\xff\xfe\x46\x06", "ن");
        check(b"\xef\xbb\xbf\xd9\x86", "ن");
        check(b"\xfe\xff\x00\x1b\x00a\x00r\x00\x1b\x06\x46", "ن");
        check(b"\xfe\xff\xd8\x00", "\u{FFFD}");
        check(b"\xfe\xff\x00", "");
    }
}
