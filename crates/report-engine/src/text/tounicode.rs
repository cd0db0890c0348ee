//! ToUnicode maps (ISO 32000-2, 9.10.3), read tolerantly: one bad entry is not a bad map.
//!
//! Our own reading, because the library gives a whole map up for one empty target, which Pango and WeasyPrint
//! write for marks merged into a letter. It never allocates for a range more than its codes on the page need.

use std::collections::HashMap;

use hayro_syntax::object::{Dict, Stream};

const MAX_ENTRIES: usize = 200_000;

/// From character codes to letters. An empty text says: this glyph is part of a neighbour.
#[derive(Default)]
pub(crate) struct ToUnicode {
    chars: HashMap<u32, String>,
    ranges: Vec<(u32, u32, Vec<u16>)>,
}

impl ToUnicode {
    /// The map of a font, if it has one that says anything.
    pub(crate) fn of_font(font: &Dict<'_>) -> Option<Self> {
        let stream = font.get::<Stream<'_>>("ToUnicode")?;
        let map = Self::parse(&stream.decoded_data().ok()?);
        (!map.chars.is_empty() || !map.ranges.is_empty()).then_some(map)
    }

    pub(crate) fn get(&self, code: u32) -> Option<String> {
        if let Some(text) = self.chars.get(&code) {
            return Some(text.clone());
        }
        let (low, _, base) = self
            .ranges
            .iter()
            .find(|(low, high, _)| (*low..=*high).contains(&code))?;
        let mut units = base.clone();
        let offset = u16::try_from(code - low).ok()?;
        let last = units.last_mut()?;
        *last = last.wrapping_add(offset);
        Some(from_utf16(&units))
    }

    /// Codes with their texts, of those that are listed one by one.
    pub(crate) fn told(&self) -> impl Iterator<Item = (u32, &str)> {
        let told = self.chars.iter().filter(|(_, text)| !text.is_empty());
        told.map(|(&code, text)| (code, text.as_str()))
    }

    /// Codes without a text of their own.
    pub(crate) fn empty(&self) -> impl Iterator<Item = u32> {
        let empty = self.chars.iter().filter(|(_, text)| text.is_empty());
        empty.map(|(&code, _)| code)
    }

    fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut tokens = Tokens { bytes, at: 0 };
        let mut pending: Vec<Token<'_>> = Vec::new();
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(b"beginbfchar" | b"beginbfrange") => pending.clear(),
                Token::Word(b"endbfchar") => map.add_chars(&pending),
                Token::Word(b"endbfrange") => map.add_ranges(&pending),
                Token::Word(_) => {}
                token if pending.len() < MAX_ENTRIES => pending.push(token),
                _ => {}
            }
        }
        map
    }

    fn add_chars(&mut self, tokens: &[Token<'_>]) {
        let (pairs, _) = tokens.as_chunks::<2>();
        for pair in pairs {
            if let [Token::Hex(code), Token::Hex(target)] = pair
                && self.chars.len() < MAX_ENTRIES
            {
                self.chars
                    .insert(number(code), from_utf16(&utf16_units(target)));
            }
        }
    }

    fn add_ranges(&mut self, tokens: &[Token<'_>]) {
        let mut tokens = tokens.iter();
        while let (Some(Token::Hex(low)), Some(Token::Hex(high))) = (tokens.next(), tokens.next()) {
            let (low, high) = (number(low), number(high));
            match tokens.next() {
                Some(Token::Hex(base)) => {
                    if self.ranges.len() < MAX_ENTRIES {
                        self.ranges.push((low, high, utf16_units(base)));
                    }
                }
                Some(Token::Open) => {
                    let mut code = low;
                    for token in tokens.by_ref() {
                        let Token::Hex(target) = token else { break };
                        if code <= high && self.chars.len() < MAX_ENTRIES {
                            self.chars.insert(code, from_utf16(&utf16_units(target)));
                        }
                        code = code.saturating_add(1);
                    }
                }
                _ => return,
            }
        }
    }
}

enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.bytes.get(self.at..)?;
            let first = *rest.first()?;
            let length =
                |stop: fn(u8) -> bool| rest.iter().position(|&b| stop(b)).unwrap_or(rest.len());
            match first {
                b'%' => self.at += length(|b| b == b'\n' || b == b'\r'),
                b'[' => {
                    self.at += 1;
                    return Some(Token::Open);
                }
                b']' => {
                    self.at += 1;
                    return Some(Token::Close);
                }
                b'<' if rest.get(1) != Some(&b'<') => {
                    let end = length(|b| b == b'>');
                    self.at += (end + 1).min(rest.len());
                    return Some(Token::Hex(hex(&rest[1..end.max(1)])));
                }
                b if b.is_ascii_alphabetic() => {
                    let end = length(|b| !b.is_ascii_alphanumeric());
                    self.at += end.max(1);
                    return Some(Token::Word(&rest[..end.max(1)]));
                }
                _ => self.at += 1,
            }
        }
    }
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits
        .iter()
        .filter_map(|&d| char::from(d).to_digit(16))
        .map(|d| d as u8)
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0))
        .collect()
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |n, &byte| n << 8 | u32::from(byte))
}

/// UTF-16BE; a single byte stands for itself, as some producers write.
fn utf16_units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [one] => vec![u16::from(*one)],
        _ => bytes
            .as_chunks::<2>()
            .0
            .iter()
            .map(|&pair| u16::from_be_bytes(pair))
            .collect(),
    }
}

fn from_utf16(units: &[u16]) -> String {
    let chars = char::decode_utf16(units.iter().copied());
    chars
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .filter(|&c| c != '\0')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::ToUnicode;

    #[test]
    fn maps() {
        let check = |source: &str, code, expect: Option<&str>| {
            let found = ToUnicode::parse(source.as_bytes()).get(code);
            assert_eq!(found.as_deref(), expect, "{source}");
        };
        check("1 beginbfchar <0041> <0628> endbfchar", 0x41, Some("ب"));
        check(
            "2 beginbfchar <0183> <> <0184> <0628064E> endbfchar",
            0x184,
            Some("بَ"),
        );
        check(
            "2 beginbfchar <0183> <> <0184> <0628064E> endbfchar",
            0x183,
            Some(""),
        );
        check(
            "1 beginbfrange <20> <7e> <0020> endbfrange",
            0x41,
            Some("A"),
        );
        check(
            "1 beginbfrange <01> <02> [<0627> <0628>] endbfrange",
            2,
            Some("ب"),
        );
        check("1 beginbfrange <01> <02> [<0627>", 2, None);
        check("<< /a <12 >> beginbfchar <", 2, None);
        check("beginbfchar <01> <D83DDE00> endbfchar", 1, Some("😀"));
    }
}
