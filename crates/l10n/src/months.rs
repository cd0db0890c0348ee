//! The two sets of Arabic names of the Gregorian months, chosen by `month_names` in `site.json`.
//!
//! The names are messages (`month.gregorian.9`, `month.syriac.9`); a language without them keeps what
//! [`Formats`](crate::Formats) says.

use crate::messages::Messages;

/// Which names an Arabic newsroom gives the months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MonthNames {
    /// سبتمبر
    #[default]
    Gregorian,
    /// أيلول
    Syriac,
    /// أيلول/سبتمبر
    Both,
}

impl MonthNames {
    /// Reads the value of `month_names`: `gregorian`, `syriac` or `both`.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "gregorian" => Some(Self::Gregorian),
            "syriac" => Some(Self::Syriac),
            "both" => Some(Self::Both),
            _ => None,
        }
    }

    /// The name of a month (1 to 12); `None` when the language has no such names. An implementation of
    /// [`Formats`](crate::Formats) puts it in the place of the month's part of a formatted date.
    pub fn pick(self, month: u8, messages: &Messages) -> Option<String> {
        let index = usize::from(month).checked_sub(1)?;
        let number = "1 2 3 4 5 6 7 8 9 10 11 12".split(' ').nth(index)?;
        let name = |set: &str| messages.find(&["month.", set, ".", number].concat());
        match self {
            Self::Gregorian => name("gregorian").map(str::to_owned),
            Self::Syriac => name("syriac").map(str::to_owned),
            Self::Both => Some([name("syriac")?, "/", name("gregorian")?].concat()),
        }
    }
}
