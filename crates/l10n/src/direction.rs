//! Which way text runs: from a language tag, or from the text itself.
//!
//! The full bidirectional algorithm is not here; the browser runs it. This room only finds the base direction.

use crate::tag::LanguageTag;

/// The base direction of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`: `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// Reads `ltr` or `rtl`, as `site.json` and feeds write them.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "ltr" => Some(Self::Ltr),
            "rtl" => Some(Self::Rtl),
            _ => None,
        }
    }
}

/// Right-to-left scripts of Unicode 17 by ISO 15924 code, with the variants `Aran`, `Syre`, `Syrj`, `Syrn`.
const RTL_SCRIPTS: &str = "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani \
    Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre \
    Syrj Syrn Thaa Yezi";

/// Languages whose likely script is a right-to-left one (CLDR likely subtags).
const RTL_LANGUAGES: &str = "ar fa ur he iw yi ji ps sd ug ckb dv ks nqo syr";

/// Languages with another direction in some regions (CLDR likely subtags).
const RTL_REGIONS: &str = "pa-PK uz-AF";

impl LanguageTag {
    /// The direction of the tag's script, or else of its language's likely script in its region.
    pub fn direction(&self) -> Direction {
        let listed = |list: &str, word: &str| list.split(' ').any(|known| known == word);
        let is_rtl = match (self.script(), self.region()) {
            (Some(script), _) => listed(RTL_SCRIPTS, script),
            (None, Some(region))
                if listed(RTL_REGIONS, &[self.language(), "-", region].concat()) =>
            {
                true
            }
            _ => listed(RTL_LANGUAGES, self.language()),
        };
        if is_rtl {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }
}

/// The direction of the first strong character outside isolates (UAX #9, rules P2 and P3); `None` when
/// there is none, as in a number.
pub fn first_strong(text: &str) -> Option<Direction> {
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ => {
                if let Some(direction) = strong(c as u32) {
                    return Some(direction);
                }
            }
        }
    }
    None
}

fn strong(c: u32) -> Option<Direction> {
    match c {
        0x590..=0x8FF
        | 0xFB1D..=0xFDFF
        | 0xFE70..=0xFEFE
        | 0x10800..=0x10FFF
        | 0x1E800..=0x1EFFF => Some(Direction::Rtl),
        0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x2B8 | 0x370..=0x58F | 0x900..=0x1FFF => {
            Some(Direction::Ltr)
        }
        _ => None,
    }
}
