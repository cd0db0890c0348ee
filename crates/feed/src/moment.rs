//! When something was published or takes place: a day, or an instant with the offset it was written with.
//! Refuses to guess: a date that does not exist is none, and an offset is never made up from a language.

mod calendar;
mod parse;

use calendar::{civil_from_days, days_from_civil};
pub(crate) use parse::parse;

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

#[cfg(test)]
mod tests {
    use super::*;

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
