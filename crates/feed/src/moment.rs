//! When something was published or takes place: a day, or an instant with the offset it was written with.
//! Refuses to guess: a date that does not exist is none, and an offset is never made up from a language.
//!
//! Own parser rather than `time` or `jiff`: what is read is one fixed layout, and its deviations in real feeds
//! (see [`parse`]) are not those that either crate accepts, so both would stand beside code of this size.

/// A point in time, as exactly as the feed tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A bare date: that day everywhere, in any time zone.
    Day {
        /// From 1.
        year: u16,
        /// From 1 to 12.
        month: u8,
        /// From 1 to 31.
        day: u8,
    },
    /// A date and time.
    Instant {
        /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
        unix_ms: i64,
        /// The offset from UTC that was written, in minutes east.
        offset_minutes: i16,
    },
}

impl Moment {
    /// Orders moments in time: milliseconds since 1970. A day counts from its first moment in UTC.
    pub fn sort_key(self) -> i64 {
        match self {
            Self::Day { year, month, day } => days_from_civil(year, month, day) * DAY_MS,
            Self::Instant { unix_ms, .. } => unix_ms,
        }
    }

    /// The date where it was written: the day itself, or the instant's day at its own offset.
    pub fn written_day(self) -> (u16, u8, u8) {
        match self {
            Self::Day { year, month, day } => (year, month, day),
            Self::Instant {
                unix_ms,
                offset_minutes,
            } => civil_from_days(local_ms(unix_ms, offset_minutes).div_euclid(DAY_MS)),
        }
    }

    /// RFC 3339, in the offset that was written: `2020-09-15` or `2020-09-15T16:00:00+03:00`. As good for an
    /// HTML `datetime` attribute as for a feed.
    pub fn to_rfc3339(self) -> String {
        let mut out = String::new();
        let (year, month, day) = self.written_day();
        push_digits(&mut out, year.into(), 4);
        out.push('-');
        push_digits(&mut out, month.into(), 2);
        out.push('-');
        push_digits(&mut out, day.into(), 2);
        if let Self::Instant {
            unix_ms,
            offset_minutes,
        } = self
        {
            let second = (local_ms(unix_ms, offset_minutes).rem_euclid(DAY_MS) / 1000) as u32;
            for (mark, value) in [
                ('T', second / 3600),
                (':', second / 60 % 60),
                (':', second % 60),
            ] {
                out.push(mark);
                push_digits(&mut out, value, 2);
            }
            if offset_minutes == 0 {
                out.push('Z');
            } else {
                out.push(if offset_minutes < 0 { '-' } else { '+' });
                let minutes = u32::from(offset_minutes.unsigned_abs());
                push_digits(&mut out, minutes / 60, 2);
                out.push(':');
                push_digits(&mut out, minutes % 60, 2);
            }
        }
        out
    }
}

const DAY_MS: i64 = 86_400_000;

fn local_ms(unix_ms: i64, offset_minutes: i16) -> i64 {
    unix_ms.saturating_add(i64::from(offset_minutes) * 60_000)
}

fn push_digits(out: &mut String, value: u32, width: u32) {
    for place in (0..width).rev() {
        out.push(char::from(b'0' + (value / 10u32.pow(place) % 10) as u8));
    }
}

/// What a date's text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// The moment, with an unknown offset read as UTC.
    pub(crate) moment: Moment,
    /// Whether a time was written without its offset.
    pub(crate) lacks_offset: bool,
}

/// Reads a date of RFC 3339 (section 5.6), or one that deviates as real feeds do: a bare date, a space for the
/// `T`, no seconds, a comma before the fraction, `+0300`, `+03`, a space before the offset, `UTC` or `GMT` for
/// `Z`, or no offset at all. A leap second is read as the second before it.
pub(crate) fn parse(text: &str) -> Option<Parsed> {
    let mut rest = Digits(text.trim().as_bytes());
    let year = rest.number(4)? as u16;
    rest.expect(b"-")?;
    let month = rest.number(2)? as u8;
    rest.expect(b"-")?;
    let day = rest.number(2)? as u8;
    if year == 0 || !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
        return None;
    }
    if rest.0.is_empty() {
        return Some(Parsed {
            moment: Moment::Day { year, month, day },
            lacks_offset: false,
        });
    }
    rest.expect(b"Tt ")?;
    let hour = rest.number(2)?;
    rest.expect(b":")?;
    let minute = rest.number(2)?;
    let mut second = 0;
    let mut ms = 0;
    if rest.expect(b":").is_some() {
        second = rest.number(2)?;
        if rest.expect(b".,").is_some() {
            ms = rest.thousandths()?;
        }
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let offset_minutes = rest.offset()?;
    let local = days_from_civil(year, month, day) * DAY_MS
        + i64::from((hour * 60 + minute) * 60 + second.min(59)) * 1000
        + i64::from(ms);
    let offset = offset_minutes.unwrap_or(0);
    let moment = Moment::Instant {
        unix_ms: local - i64::from(offset) * 60_000,
        offset_minutes: offset,
    };
    Some(Parsed {
        moment,
        lacks_offset: offset_minutes.is_none(),
    })
}

/// The text not read yet.
struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    /// Exactly so many digits, as a number.
    fn number(&mut self, width: usize) -> Option<u32> {
        let (head, tail) = self.0.split_at_checked(width)?;
        let mut value = 0;
        for byte in head {
            value = value * 10 + digit(*byte)?;
        }
        self.0 = tail;
        Some(value)
    }

    /// Takes the next byte if it is one of these.
    fn expect(&mut self, any_of: &[u8]) -> Option<()> {
        let (first, tail) = self.0.split_first()?;
        any_of.contains(first).then(|| self.0 = tail)
    }

    /// One or more digits of a fraction, cut to milliseconds.
    fn thousandths(&mut self) -> Option<u32> {
        let n_digits = self.0.iter().take_while(|b| b.is_ascii_digit()).count();
        let (head, tail) = self.0.split_at(n_digits);
        self.0 = tail;
        let place = |index: usize| head.get(index).copied().and_then(digit).unwrap_or(0);
        (n_digits > 0).then(|| place(0) * 100 + place(1) * 10 + place(2))
    }

    /// The offset, and nothing behind it: `Some(None)` when there is none.
    fn offset(&mut self) -> Option<Option<i16>> {
        while self.expect(b" ").is_some() {}
        if matches!(self.0, b"Z" | b"z" | b"UTC" | b"GMT") {
            return Some(Some(0));
        }
        let Some((sign, tail)) = self.0.split_first() else {
            return Some(None);
        };
        let sign: i16 = match sign {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        self.0 = tail;
        let hours = self.number(2)?;
        let minutes = if self.0.is_empty() {
            0
        } else {
            let _ = self.expect(b":");
            self.number(2)?
        };
        (hours <= 23 && minutes <= 59 && self.0.is_empty())
            .then(|| Some(sign * (hours * 60 + minutes) as i16))
    }
}

fn digit(byte: u8) -> Option<u32> {
    byte.is_ascii_digit().then(|| u32::from(byte - b'0'))
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March, so that the leap
/// day comes last and months have a regular length (153 days in five).
fn days_from_civil(year: u16, month: u8, day: u8) -> i64 {
    let months = i64::from(year) * 12 + i64::from(month) - 3;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (153 * month + 2) / 5 + i64::from(day) - 1 - DAYS_TO_1970
}

/// From 0000-03-01 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_468;

/// The inverse of [`days_from_civil`], for the days that it gives.
fn civil_from_days(days: i64) -> (u16, u8, u8) {
    let days = days + DAYS_TO_1970;
    // 400 years have 146,097 days; a first guess of the year is at most one too high or low.
    let mut year = days * 400 / 146_097;
    let start =
        |year: i64| year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    while start(year) > days {
        year -= 1;
    }
    while start(year + 1) <= days {
        year += 1;
    }
    let day_of_year = days - start(year);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 {
        (year, month + 3)
    } else {
        (year + 1, month - 9)
    };
    // Only a moment made by hand can be out of range.
    (year.clamp(0, 9999) as u16, month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: u16, month: u8, day: u8) -> Option<Parsed> {
        Some(Parsed {
            moment: Moment::Day { year, month, day },
            lacks_offset: false,
        })
    }

    fn instant(unix_ms: i64, offset_minutes: i16) -> Option<Parsed> {
        Some(Parsed {
            moment: Moment::Instant {
                unix_ms,
                offset_minutes,
            },
            lacks_offset: false,
        })
    }

    #[test]
    fn dates() {
        let check =
            |input: &str, expect: Option<Parsed>| assert_eq!(parse(input), expect, "{input:?}");
        let four_pm = 1_600_174_800_000;
        check("2020-09-15", day(2020, 9, 15));
        check(" 2020-09-15\n", day(2020, 9, 15));
        check("2020-02-29", day(2020, 2, 29));
        check("2000-02-29", day(2000, 2, 29));
        check("2020-09-15T16:00:00+03:00", instant(four_pm, 180));
        check("2020-09-15t13:00:00z", instant(four_pm, 0));
        check("2020-09-15 16:00:00+03:00", instant(four_pm, 180));
        check("2020-09-15T16:00+03:00", instant(four_pm, 180));
        check("2020-09-15T16:00:00+0300", instant(four_pm, 180));
        check("2020-09-15T16:00:00+03", instant(four_pm, 180));
        check("2020-09-15 16:00:00 +0300", instant(four_pm, 180));
        check("2020-09-15T13:00:00 UTC", instant(four_pm, 0));
        check("2020-09-15T16:00:00.5+03:00", instant(four_pm + 500, 180));
        check(
            "2020-09-15T16:00:00.123456789+03:00",
            instant(four_pm + 123, 180),
        );
        check("2020-09-15T16:00:00,25+03:00", instant(four_pm + 250, 180));
        check("2020-09-15T13:00:00-00:00", instant(four_pm, 0));
        check("2020-09-15T09:30:00-03:30", instant(four_pm, -210));
        check("1970-01-01T00:00:00Z", instant(0, 0));
        check("1969-12-31T23:59:59.999Z", instant(-1, 0));
        check("0001-01-01T00:00:00Z", instant(-62_135_596_800_000, 0));
        check("9999-12-31T23:59:59Z", instant(253_402_300_799_000, 0));
        check("2016-12-31T23:59:60Z", instant(1_483_228_799_000, 0));
        check(
            "2020-09-15T13:00:00",
            Some(Parsed {
                lacks_offset: true,
                ..instant(four_pm, 0).unwrap_or_else(|| unreachable!())
            }),
        );
        for bad in [
            "",
            "2020",
            "2020-09",
            "2020-9-15",
            "20200915",
            "2020-13-01",
            "2020-00-10",
            "2020-09-00",
            "2020-09-31",
            "2019-02-29",
            "1900-02-29",
            "0000-01-01",
            "2020-09-15T",
            "2020-09-15T24:00:00Z",
            "2020-09-15T16:60:00Z",
            "2020-09-15T16:00:61Z",
            "2020-09-15T16:00:00.Z",
            "2020-09-15T16:00:00+24:00",
            "2020-09-15T16:00:00+03:60",
            "2020-09-15T16:00:00+3",
            "2020-09-15T16:00:00 +03:00 ?",
            "2020-09-15T16:00:00X",
            "15/09/2020",
            "Tue, 15 Sep 2020 16:00:00 +0300",
            "٢٠٢٠-٠٩-١٥",
            "-2020-09-15",
            "yesterday",
        ] {
            check(bad, None);
        }
    }

    #[test]
    fn every_day_comes_back() {
        let mut last = None;
        for year in [
            1, 4, 100, 400, 1600, 1899, 1900, 1969, 1970, 1999, 2000, 2020, 2023, 2100, 9999,
        ] {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    let days = days_from_civil(year, month, day);
                    assert_eq!(civil_from_days(days), (year, month, day));
                    assert!(last.is_none_or(|last| last < days));
                    last = Some(days);
                }
            }
        }
    }

    #[test]
    fn written_again() {
        let check = |input: &str, expect: &str| {
            assert_eq!(
                parse(input)
                    .map(|parsed| parsed.moment.to_rfc3339())
                    .as_deref(),
                Some(expect)
            );
        };
        check("2020-09-15", "2020-09-15");
        check("2020-09-15T16:00:00.25+03:00", "2020-09-15T16:00:00+03:00");
        check("2020-09-15T13:00Z", "2020-09-15T13:00:00Z");
        check("2020-01-01T00:30:00+0130", "2020-01-01T00:30:00+01:30");
        check("1969-12-31 20:00:00 -04:30", "1969-12-31T20:00:00-04:30");
    }

    #[test]
    fn order() {
        let check = |earlier: &str, later: &str| {
            let key = |text| parse(text).map(|parsed| parsed.moment.sort_key());
            assert!(key(earlier) < key(later), "{earlier} < {later}");
        };
        check("2020-09-14", "2020-09-15");
        check("2020-09-15", "2020-09-15T16:00:00+03:00");
        check("2020-09-15T16:00:00+03:00", "2020-09-15T16:00:00Z");
        check("1969-12-31", "1970-01-01");
    }
}
