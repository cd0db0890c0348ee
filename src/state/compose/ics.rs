//! An event as an iCalendar file (RFC 5545), for the reader's own calendar.
//!
//! Times are written in UTC: exact everywhere, with no table of a zone's rules to get wrong. The place's own time stands in the
//! description, in words. What is written depends on the item alone, so that a file changes when its event does.

use nashra_feed::{Event, EventStatus, Item, Moment};

use super::Composer;
use super::catalogue::Entry;
use super::title_of;

/// Octets of a line without its end (RFC 5545, section 3.1).
const LINE_BYTES: usize = 75;
const DAY_MS: i64 = 86_400_000;

impl Composer<'_> {
    /// The calendar file of an item's event; `None` where nobody knows when it begins.
    pub fn calendar_of(&self, entry: Entry<'_>) -> Option<String> {
        let item = entry.item;
        let event = item.event.as_ref()?;
        let start = event.start?;
        let url = self.absolute(&self.path_of(entry));
        let data = self.event_data(event);
        let text = self.text_of(item);
        let title = title_of(item, &text);
        let summary = match &data.status {
            Some(status) => [status, ": ", &title].concat(),
            None => title,
        };
        let times = [data.date.map(|date| date.text), data.time];
        let lines = times.into_iter().flatten().chain(item.summary.clone());
        let lines = lines.chain(data.join_url.clone()).chain([url.clone()]);
        let description = lines.collect::<Vec<_>>().join("\n");

        let mut out = Calendar::default();
        out.line("BEGIN", "VCALENDAR");
        out.line("VERSION", "2.0");
        out.text(
            "PRODID",
            &[
                "-//",
                &self.newsroom.publisher,
                "//Nashra//",
                self.locale.tag.as_str(),
            ]
            .concat(),
        );
        out.line("METHOD", "PUBLISH");
        out.line("BEGIN", "VEVENT");
        out.text("UID", &item.id);
        let changed = item.modified.or(item.published).unwrap_or(start);
        out.line("DTSTAMP", &utc(changed.sort_key()));
        out.line("SEQUENCE", &sequence(item).to_string());
        out.moment("DTSTART", start);
        match (start, event.end) {
            (_, Some(end @ Moment::Instant { .. })) => out.moment("DTEND", end),
            // The end of a day that is meant as a whole is the day after (section 3.6.1).
            (Moment::Day { .. }, end) => out.day("DTEND", end.unwrap_or(start).sort_key() + DAY_MS),
            (Moment::Instant { .. }, _) => {}
        }
        out.text("SUMMARY", &summary);
        out.text("DESCRIPTION", &description);
        if let Some(place) = &data.place {
            out.text("LOCATION", place);
        }
        out.line("URL", &url);
        if let Some(join_url) = &data.join_url {
            // RFC 7986, section 5.11.
            out.line("CONFERENCE;VALUE=URI;FEATURE=VIDEO", join_url);
        }
        out.line("STATUS", status(event));
        out.line("END", "VEVENT");
        out.line("END", "VCALENDAR");
        Some(out.0)
    }
}

fn status(event: &Event) -> &'static str {
    match event.status {
        EventStatus::Scheduled => "CONFIRMED",
        EventStatus::Cancelled => "CANCELLED",
        EventStatus::Postponed => "TENTATIVE",
    }
}

/// Grows with each change of the item, so that calendars take the newer file: minutes since publication.
fn sequence(item: &Item) -> i64 {
    let times = item.published.zip(item.modified);
    times.map_or(0, |(published, modified)| {
        ((modified.sort_key() - published.sort_key()) / 60_000).clamp(0, i64::from(i32::MAX))
    })
}

/// Content lines, folded, with the ends that the format asks for.
#[derive(Default)]
struct Calendar(String);

impl Calendar {
    /// A line whose value is no text: written as it is, but on one line.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if character.is_control() {
                continue;
            }
            if length + character.len_utf8() > LINE_BYTES {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A value of the type TEXT (section 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len() + 8);
        for character in value.chars() {
            match character {
                '\\' | ';' | ',' => escaped.extend(['\\', character]),
                '\n' => escaped.push_str("\\n"),
                _ => escaped.push(character),
            }
        }
        self.line(name, &escaped);
    }

    fn moment(&mut self, name: &str, moment: Moment) {
        match moment {
            Moment::Instant { unix_ms, .. } => self.line(name, &utc(unix_ms)),
            Moment::Day { .. } => self.day(name, moment.sort_key()),
        }
    }

    fn day(&mut self, name: &str, unix_ms: i64) {
        let day = utc(unix_ms);
        self.line(
            &[name, ";VALUE=DATE"].concat(),
            day.get(..8).unwrap_or(&day),
        );
    }
}

/// `20200915T130000Z`.
fn utc(unix_ms: i64) -> String {
    let moment = Moment::Instant {
        unix_ms,
        offset_minutes: 0,
    };
    moment.to_rfc3339().replace(['-', ':'], "")
}

#[cfg(test)]
mod tests {
    use super::{Calendar, utc};

    #[test]
    fn writes_times_in_utc() {
        let check = |unix_ms, expect: &str| assert_eq!(utc(unix_ms), expect);
        check(0, "19700101T000000Z");
        check(1_600_174_800_000, "20200915T130000Z");
    }

    #[test]
    fn escapes_and_folds() {
        let check = |value: &str, expect: &str| {
            let mut out = Calendar::default();
            out.text("SUMMARY", value);
            assert_eq!(out.0, expect, "{value}");
            for line in out.0.split("\r\n") {
                assert!(line.len() <= 75, "{line}");
            }
            // Unfolding gives back what was escaped (section 3.1).
            let unfolded = out.0.replace("\r\n ", "");
            assert_eq!(unfolded.matches("\r\n").count(), 1, "{unfolded}");
        };
        check("a, b; c\\d\ne", "SUMMARY:a\\, b\\; c\\\\d\\ne\r\n");
        check("tab\tand\r\nreturn", "SUMMARY:taband\\nreturn\r\n");
        check(
            &"x".repeat(67),
            &["SUMMARY:", &"x".repeat(67), "\r\n"].concat(),
        );
        check(
            &"x".repeat(68),
            &["SUMMARY:", &"x".repeat(67), "\r\n x\r\n"].concat(),
        );
        // Two bytes a letter: no letter is cut.
        check(
            &"ش".repeat(40),
            &["SUMMARY:", &"ش".repeat(33), "\r\n ", &"ش".repeat(7), "\r\n"].concat(),
        );
    }
}
