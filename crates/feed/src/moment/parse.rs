//! Dates as feeds write them: RFC 3339 and its usual deviations. Refuses every date that does not exist.
//!
//! Own parser rather than `time` or `jiff`: what is read is one fixed layout, and its deviations in real feeds
//! (see [`parse`]) are not those that either crate accepts, so both would stand beside code of this size.

use super::Moment;
use super::calendar::days_in_month;

/// What a date's text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// The moment, with an unknown offset read as UTC.
    pub(crate) moment: Moment,
    /// Whether a time was written without its offset.
    pub(crate) lacks_offset: bool,
}

/// Reads a date: of RFC 3339, or of e-mail (RFC 5322, section 3.3), which site generators offer beside it.
pub(crate) fn parse(text: &str) -> Option<Parsed> {
    let text = text.trim().as_bytes();
    if text.get(4) == Some(&b'-') {
        rfc3339(Digits(text))
    } else {
        email(text)
    }
}

/// Reads a date of RFC 3339 (section 5.6), or one that deviates as real feeds do: a bare date, a space for the
/// `T`, no seconds, a comma before the fraction, `+0300`, `+03`, a space before the offset, `UTC` or `GMT` for
/// `Z`, or no offset at all. A leap second is read as the second before it.
fn rfc3339(mut rest: Digits<'_>) -> Option<Parsed> {
    let year = rest.number(4)? as u16;
    rest.expect(b"-")?;
    let month = rest.number(2)? as u8;
    rest.expect(b"-")?;
    let day = rest.number(2)? as u8;
    let date = date(year, month, day)?;
    if rest.0.is_empty() {
        return Some(Parsed {
            moment: date,
            lacks_offset: false,
        });
    }
    rest.expect(b"Tt ")?;
    rest.time_of(date)
}

/// `Tue, 15 Sep 2020 16:00:00 +0300`, the weekday being optional and never checked.
fn email(text: &[u8]) -> Option<Parsed> {
    let start = text.iter().position(|b| *b == b',').map_or(0, |at| at + 1);
    let mut rest = Digits(text.get(start..)?.trim_ascii_start());
    let day = rest.number(2).or_else(|| rest.number(1))? as u8;
    rest.expect(b" ")?;
    let (name, tail) = rest.0.split_at_checked(3)?;
    let months = b"JanFebMarAprMayJunJulAugSepOctNovDec".chunks(3);
    let month = 1 + months.into_iter().position(|known| known == name)? as u8;
    rest.0 = tail;
    rest.expect(b" ")?;
    let date = date(rest.number(4)? as u16, month, day)?;
    rest.expect(b" ")?;
    rest.time_of(date)
}

/// The day, if there is one.
fn date(year: u16, month: u8, day: u8) -> Option<Moment> {
    let exists =
        year > 0 && (1..=12).contains(&month) && day > 0 && day <= days_in_month(year, month);
    exists.then_some(Moment::Day { year, month, day })
}

/// The text not read yet.
struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    /// The time of a day, with its offset, and nothing behind it.
    fn time_of(&mut self, date: Moment) -> Option<Parsed> {
        let hour = self.number(2)?;
        self.expect(b":")?;
        let minute = self.number(2)?;
        let mut second = 0;
        let mut ms = 0;
        if self.expect(b":").is_some() {
            second = self.number(2)?;
            if self.expect(b".,").is_some() {
                ms = self.thousandths()?;
            }
        }
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        let offset_minutes = self.offset()?;
        let local = date.sort_key()
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
        check("Tue, 15 Sep 2020 16:00:00 +0300", instant(four_pm, 180));
        check("5 Sep 2020 13:00 GMT", instant(four_pm - 864_000_000, 0));
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
            "Tue, 15 Foo 2020 16:00:00 +0300",
            "31 Sep 2020 16:00:00 +0300",
            "15 Sep 2020",
            "Tue, ",
            "٢٠٢٠-٠٩-١٥",
            "-2020-09-15",
            "yesterday",
        ] {
            check(bad, None);
        }
    }
}
