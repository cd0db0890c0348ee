//! File sizes through the shipped messages, with number formats written out by hand.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use nashra_l10n::{
    DateInput, DateStyle, Formats, Messages, NumberingSystem, PluralCategory, file_size,
};

/// Digits, decimal mark and the plural rules that sizes need.
struct ByHand(NumberingSystem, &'static str);

impl Formats for ByHand {
    fn plural(&self, n: u64) -> PluralCategory {
        match (self.0, n) {
            (NumberingSystem::Arab, 0) => PluralCategory::Zero,
            (NumberingSystem::Arab, 2) => PluralCategory::Two,
            (NumberingSystem::Arab, 3..=10) => PluralCategory::Few,
            (NumberingSystem::Arab, 11..=99) => PluralCategory::Many,
            (_, 1) => PluralCategory::One,
            _ => PluralCategory::Other,
        }
    }
    fn integer(&self, n: u64) -> String {
        self.0.digits(&n.to_string())
    }
    fn decimal(&self, value: f64, max_fraction_digits: u8) -> String {
        let text = format!("{value:.*}", usize::from(max_fraction_digits));
        self.0
            .digits(text.trim_end_matches(".0"))
            .replace('.', self.1)
    }
    fn compare(&self, a: &str, b: &str) -> Ordering {
        a.cmp(b)
    }
    fn list(&self, items: &[String]) -> String {
        items.join(" ")
    }
    fn date(&self, _: DateInput<'_>, _: DateStyle) -> Option<String> {
        None
    }
}

fn check(json: &str, formats: &ByHand, cases: &[(u64, &str)]) {
    let pairs: BTreeMap<String, String> = serde_json::from_str(json).unwrap_or_default();
    let messages = Messages::new(pairs);
    for (bytes, expect) in cases {
        // Cases are written with plain spaces; before a unit stands U+00A0.
        assert_eq!(
            file_size(*bytes, formats, &messages).replace('\u{A0}', " "),
            *expect,
            "{bytes}"
        );
    }
}

#[test]
fn sizes_read_naturally_in_each_language() {
    check(
        include_str!("../../../locales/ar.json"),
        &ByHand(NumberingSystem::Arab, "٫"),
        &[
            (2, "بايتان"),
            (7, "٧ بايتات"),
            (99, "٩٩ بايتًا"),
            (512, "٥١٢ بايت"),
            (2_100_000, "٢٫١ ميغابايت"),
        ],
    );
    check(
        include_str!("../../../locales/en.json"),
        &ByHand(NumberingSystem::Latn, "."),
        &[
            (0, "0 bytes"),
            (1, "1 byte"),
            (999, "999 bytes"),
            (1000, "1 kB"),
            (9_949, "9.9 kB"),
            (9_950, "10 kB"),
            (999_499, "999 kB"),
            (999_500, "1 MB"),
            (2_100_000, "2.1 MB"),
            (38_400_000, "38 MB"),
            (1_500_000_000, "1.5 GB"),
            (5_000_000_000_000, "5000 GB"),
        ],
    );
    check(
        include_str!("../../../locales/fr.json"),
        &ByHand(NumberingSystem::Latn, ","),
        &[
            (2_100_000, "2,1 Mo"),
            (38_000, "38 ko"),
            (500, "500 octets"),
        ],
    );
}
