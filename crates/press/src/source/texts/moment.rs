//! Dates as editors write them, as RFC 3339 has them: a day, a day with a time in the newsroom's zone, or a moment with its offset.
//!
//! It refuses dates that do not exist, and times without a zone where the newsroom does not say its own: an embargo would end in another hour.

use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;

const MOMENT: &str = "%Y-%m-%dT%H:%M:%S%:z";

/// Why a date cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MomentError {
    /// It is none.
    NoDate,
    /// It has a time, and nobody said where.
    NoZone,
}

/// `2020-09-15` as it is; `2020-09-15 16:00` in `zone`; `2020-09-15T16:00:00+03:00` as it is. Digits may be those of Arabic.
pub(super) fn read(text: &str, zone: Option<&TimeZone>) -> Result<String, MomentError> {
    let text: String = text.chars().map(western).collect();
    let pieces = Pieces::parse(text.trim()).map_err(|_| MomentError::NoDate)?;
    let Some(time) = pieces.time() else {
        return Ok(pieces.date().to_string());
    };
    let moment = pieces.date().to_datetime(time);
    let own = pieces.to_numeric_offset().map(TimeZone::fixed);
    let zone = own.as_ref().or(zone).ok_or(MomentError::NoZone)?;
    // A time that a clock shows twice or never is read as the zone's own rules say.
    let zoned = zone.to_zoned(moment).map_err(|_| MomentError::NoDate)?;
    Ok(zoned.strftime(MOMENT).to_string())
}

/// The same for what must not be early: a day is its first moment in `zone`.
pub(super) fn read_exact(text: &str, zone: Option<&TimeZone>) -> Result<String, MomentError> {
    let moment = read(text, zone)?;
    if moment.contains('T') {
        return Ok(moment);
    }
    read(&[&moment, "T00:00"].concat(), zone)
}

/// The day that a file's name begins with, and the rest of the name.
pub(super) fn of_name(stem: &str) -> Option<(String, &str)> {
    let (day, rest) = stem.split_at_checked(10)?;
    let rest = rest.strip_prefix(['-', '_', ' '])?;
    let day = read(day, None).ok().filter(|read| read == day)?;
    (!rest.is_empty()).then_some((day, rest))
}

fn western(character: char) -> char {
    let digits = [('\u{660}', '\u{669}'), ('\u{6F0}', '\u{6F9}')];
    let found = digits
        .iter()
        .find(|(zero, nine)| (*zero..=*nine).contains(&character));
    let digit = found.map(|(zero, _)| character as u32 - *zero as u32);
    digit
        .and_then(|digit| char::from_digit(digit, 10))
        .unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_and_moments() {
        let zone = TimeZone::get("Europe/Istanbul").ok();
        let check = |text: &str, expect: Option<&str>| {
            let read = read(text, zone.as_ref());
            assert_eq!(read.as_deref().ok(), expect, "{text}");
        };
        check("2020-09-15", Some("2020-09-15"));
        check("٢٠٢٠-٠٩-١٥", Some("2020-09-15"));
        check("2020-09-15 16:00", Some("2020-09-15T16:00:00+03:00"));
        check("2020-09-15T16:00:00Z", Some("2020-09-15T16:00:00+00:00"));
        check("2020-09-15T16:00-05:00", Some("2020-09-15T16:00:00-05:00"));
        check("2020-02-30", None);
        check("15 September", None);
        check("", None);
        assert_eq!(read("2020-09-15 16:00", None), Err(MomentError::NoZone));
        let exact = read_exact("2020-09-15", zone.as_ref());
        assert_eq!(exact.as_deref(), Ok("2020-09-15T00:00:00+03:00"));
        assert_eq!(read_exact("2020-09-15", None), Err(MomentError::NoZone));
    }

    #[test]
    fn finds_the_day_in_a_name() {
        assert_eq!(
            of_name("2020-09-15-joint-report"),
            Some(("2020-09-15".to_owned(), "joint-report"))
        );
        for name in ["2020-09-15", "2020-13-15-x", "joint-report", "تقرير"] {
            assert_eq!(of_name(name), None, "{name}");
        }
    }
}
