//! The zones of a feed's dates, which its parser turns into one.
//!
//! It notes what each moment was written as; it refuses dates that neither RFC knows, which are then read without their zone.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::fmt::temporal::{DateTimeParser as Rfc3339, Pieces};
use jiff::tz::Offset;

static RFC_2822: DateTimeParser = DateTimeParser::new().relaxed_weekday(true);
static RFC_3339: Rfc3339 = Rfc3339::new();

/// Offsets from UTC by moment, in seconds since 1970.
#[derive(Clone, Default)]
pub(super) struct Zones(Arc<Mutex<HashMap<i64, Offset>>>);

impl Zones {
    /// Reads a date and notes its zone.
    pub(super) fn read(&self, text: &str) -> Option<DateTime<Utc>> {
        let (moment, offset) = read(text.trim())?;
        let seconds = moment.as_second();
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(seconds, offset);
        DateTime::from_timestamp(seconds, 0)
    }

    /// A moment as RFC 3339 has it, in the zone in which it was written.
    pub(super) fn spell(&self, moment: DateTime<Utc>) -> String {
        let seconds = moment.timestamp();
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let offset = known.get(&seconds).copied().unwrap_or(Offset::UTC);
        let Ok(timestamp) = Timestamp::from_second(seconds) else {
            return moment.to_rfc3339();
        };
        if offset == Offset::UTC {
            return timestamp.to_string();
        }
        timestamp.display_with_offset(offset).to_string()
    }
}

fn read(text: &str) -> Option<(Timestamp, Offset)> {
    if let Ok(zoned) = RFC_2822.parse_zoned(text) {
        return Some((zoned.timestamp(), zoned.offset()));
    }
    let timestamp = RFC_3339.parse_timestamp(text).ok()?;
    let pieces = Pieces::parse(text).ok()?;
    let offset = pieces.to_numeric_offset().unwrap_or(Offset::UTC);
    Some((timestamp, offset))
}

#[cfg(test)]
mod tests {
    use super::Zones;

    #[test]
    fn keeps_the_zone() {
        #[track_caller]
        fn check(text: &str, expect: Option<&str>) {
            let zones = Zones::default();
            let spelled = zones.read(text).map(|moment| zones.spell(moment));
            assert_eq!(spelled.as_deref(), expect, "{text}");
        }
        check(
            "Tue, 15 Sep 2020 16:00:00 +0300",
            Some("2020-09-15T16:00:00+03:00"),
        );
        check("15 Sep 2020 16:00:00 GMT", Some("2020-09-15T16:00:00Z"));
        check(
            "Tue, 15 Sep 2020 16:00:00 EST",
            Some("2020-09-15T16:00:00-05:00"),
        );
        check(
            "2020-09-15T16:00:00+03:00",
            Some("2020-09-15T16:00:00+03:00"),
        );
        check("2020-09-15T13:00:00Z", Some("2020-09-15T13:00:00Z"));
        check("yesterday", None);
    }
}
