//! What needs CLDR data at run time, behind one trait.
//!
//! Natively `press` implements it with ICU4X, in the browser `platform` implements it with `Intl`. The two
//! differ in spaces and marks, so a string that was published is never formatted again in the browser:
//! page data carries dates and numbers as words, and `Intl` is for what is live.

use std::cmp::Ordering;

use crate::plural::PluralCategory;

/// Formatting for one locale with its digits, calendars and month names already settled.
pub trait Formats: Send + Sync {
    /// The cardinal plural category of a whole number.
    fn plural(&self, n: u64) -> PluralCategory;

    /// A whole number with grouping, in the locale's digits: `1,234`, `١٬٢٣٤`. For years see [`DateStyle::Year`].
    fn integer(&self, n: u64) -> String;

    /// A number with at most so many fraction digits, trailing zeros left out: `2.1`, `٢٫١`.
    fn decimal(&self, value: f64, max_fraction_digits: u8) -> String;

    /// The order in which a reader of this language expects two names.
    fn compare(&self, a: &str, b: &str) -> Ordering;

    /// A list with the language's "and": `A, B, and C`, `أ وب وج`.
    fn list(&self, items: &[String]) -> String;

    /// A date or time in words; `None` when the zone is unknown, the date does not exist, or the style
    /// asks for a time of day that a bare date does not have.
    fn date(&self, input: DateInput<'_>, style: DateStyle) -> Option<String>;
}

/// A day of the proleptic Gregorian calendar, without time or zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate {
    year: i32,
    month: u8,
    day: u8,
}

impl CivilDate {
    /// `None` when there is no such day. Months and days count from 1, years as in ISO 8601.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let month_days = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (1..=month_days)
            .contains(&day)
            .then_some(Self { year, month, day })
    }

    /// The year, as in ISO 8601.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// What is to be put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateInput<'a> {
    /// The same day everywhere: a `date_published` without a time.
    Day(CivilDate),
    /// A moment, shown as the clocks of a zone show it.
    Instant {
        /// Milliseconds since 1970-01-01T00:00:00Z.
        unix_ms: i64,
        /// An IANA time zone name: `Europe/Istanbul`.
        zone: &'a str,
    },
}

/// How a date is put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// Day, month in words, year: `15 September 2020`.
    Long,
    /// As `Long`, with the weekday: `Tuesday, 15 September 2020`.
    Full,
    /// Month in words and year: `September 2020`.
    MonthYear,
    /// The year alone, without grouping: `2020`, `٢٠٢٠`.
    Year,
    /// Day, month, year and era of the Umm al-Qura calendar: `٢٧ محرم ١٤٤٢ هـ`.
    Hijri,
    /// Hours and minutes: `16:00`. Instants only.
    Time,
    /// The zone's name at that moment: `GMT+3`. Instants only.
    ZoneName,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_which_days_exist() {
        let check = |(year, month, day), expect: bool| {
            assert_eq!(
                CivilDate::new(year, month, day).is_some(),
                expect,
                "{year}-{month}-{day}"
            );
        };
        check((2020, 9, 15), true);
        check((2020, 2, 29), true);
        check((2000, 2, 29), true);
        check((1900, 2, 29), false);
        check((2021, 2, 29), false);
        check((2020, 9, 31), false);
        check((2020, 13, 1), false);
        check((2020, 0, 1), false);
        check((2020, 1, 0), false);
        check((-44, 3, 15), true);
    }
}
