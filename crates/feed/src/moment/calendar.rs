//! The proleptic Gregorian calendar as a count of days. Refuses to know of times of day or zones.

pub(super) fn days_in_month(year: u16, month: u8) -> u8 {
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
pub(super) fn days_from_civil(year: u16, month: u8, day: u8) -> i64 {
    let months = i64::from(year) * 12 + i64::from(month) - 3;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (153 * month + 2) / 5 + i64::from(day) - 1 - DAYS_TO_1970
}

/// From 0000-03-01 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_468;

/// The inverse of [`days_from_civil`], for the days that it gives.
pub(super) fn civil_from_days(days: i64) -> (u16, u8, u8) {
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
}
