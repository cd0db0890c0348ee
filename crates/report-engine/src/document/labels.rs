//! What a report calls its pages (ISO 32000-2, 12.4.2).
//!
//! It never leaves a page without a label: where the file says nothing, the page number stands.

use std::collections::BTreeMap;

use hayro_syntax::object::{Array, Dict, Name, Number, Object, String as PdfString};

use super::text_string;

const MAX_NODES: usize = 4_096;

pub(super) fn labels(catalog: &Dict<'_>, n_pages: usize) -> Vec<String> {
    let mut ranges = BTreeMap::new();
    if let Some(tree) = catalog.get::<Dict<'_>>("PageLabels") {
        read_number_tree(tree, &mut ranges);
    }
    let number = |index: usize| (index + 1).to_string();
    (0..n_pages)
        .map(|index| {
            let Some((start, range)) = ranges.range(..=index).next_back() else {
                return number(index);
            };
            let label = range.label(index - start);
            if label.is_empty() {
                number(index)
            } else {
                label
            }
        })
        .collect()
}

struct LabelRange {
    style: u8,
    prefix: String,
    first: u32,
}

impl LabelRange {
    fn new(dict: &Dict<'_>) -> Self {
        let prefix = dict.get::<PdfString<'_>>("P");
        Self {
            style: dict
                .get::<Name<'_>>("S")
                .and_then(|s| s.as_str().bytes().next())
                .unwrap_or(0),
            prefix: prefix
                .map(|p| text_string(p.as_bytes()))
                .unwrap_or_default(),
            first: dict.get::<u32>("St").unwrap_or(1).max(1),
        }
    }

    fn label(&self, offset: usize) -> String {
        let number = u32::try_from(offset)
            .unwrap_or(u32::MAX)
            .saturating_add(self.first);
        let number = number.min(999_999);
        let numeral = match self.style {
            b'D' => number.to_string(),
            b'r' => roman(number),
            b'R' => roman(number).to_uppercase(),
            b'a' => letters(number),
            b'A' => letters(number).to_uppercase(),
            _ => String::new(),
        };
        format!("{}{numeral}", self.prefix)
    }
}

fn read_number_tree(root: Dict<'_>, ranges: &mut BTreeMap<usize, LabelRange>) {
    let mut open = vec![root];
    for _ in 0..MAX_NODES {
        let Some(node) = open.pop() else { return };
        if let Some(kids) = node.get::<Array<'_>>("Kids") {
            open.extend(kids.iter::<Dict<'_>>().take(MAX_NODES));
        }
        let Some(numbers) = node.get::<Array<'_>>("Nums") else {
            continue;
        };
        let mut entries = numbers.iter::<Object<'_>>().take(MAX_NODES);
        while let (Some(key), Some(value)) = (entries.next(), entries.next()) {
            let key = key.into_number().map(|n: Number| n.as_i64());
            if let (Some(Ok(key)), Some(dict)) = (key.map(usize::try_from), value.into_dict()) {
                ranges.insert(key, LabelRange::new(&dict));
            }
        }
    }
}

fn roman(mut number: u32) -> String {
    const NUMERALS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number > 10_000 {
        return number.to_string();
    }
    let mut out = String::new();
    for (value, numeral) in NUMERALS {
        while number >= value {
            out.push_str(numeral);
            number -= value;
        }
    }
    out
}

/// a to z, then aa to zz, aaa to zzz.
fn letters(number: u32) -> String {
    let index = number.saturating_sub(1);
    let letter = char::from(b'a' + (index % 26) as u8);
    let count = (index / 26 + 1).min(64);
    (0..count).map(|_| letter).collect()
}

#[cfg(test)]
mod tests {
    use super::{letters, roman};

    #[test]
    fn numerals() {
        let check = |number, expect_roman: &str, expect_letters: &str| {
            assert_eq!(
                (roman(number).as_str(), letters(number).as_str()),
                (expect_roman, expect_letters)
            );
        };
        check(1, "i", "a");
        check(4, "iv", "d");
        check(27, "xxvii", "aa");
        check(1994, "mcmxciv", &"r".repeat(64));
    }
}
