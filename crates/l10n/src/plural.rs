//! The six plural categories of CLDR (UTS #35, part 3, "Language Plural Rules").
//!
//! The rules themselves are not here: [`Formats::plural`](crate::Formats::plural) knows which number takes
//! which category in which language.

/// A plural category. A language uses some of them (Arabic all, English `One` and `Other`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PluralCategory {
    /// Arabic: 0.
    Zero,
    /// Arabic and English: 1. French: 0 and 1.
    One,
    /// Arabic: 2.
    Two,
    /// Arabic: 3 to 10, also within every hundred (103).
    Few,
    /// Arabic: 11 to 99, also within every hundred. French: whole millions.
    Many,
    /// Everything else; every language has it.
    Other,
}

impl PluralCategory {
    /// All six, in CLDR's order.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// The ending of a message key, as i18next JSON v4 spells it: `_few`.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Zero => "_zero",
            Self::One => "_one",
            Self::Two => "_two",
            Self::Few => "_few",
            Self::Many => "_many",
            Self::Other => "_other",
        }
    }

    /// Reads CLDR's name of a category, as `Intl.PluralRules` returns it: `few`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| &category.suffix()[1..] == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_suffixes_agree() {
        for category in PluralCategory::ALL {
            assert_eq!(
                PluralCategory::parse(&category.suffix()[1..]),
                Some(category)
            );
        }
        for bad in ["", "_few", "Few", "several"] {
            assert_eq!(PluralCategory::parse(bad), None);
        }
    }
}
