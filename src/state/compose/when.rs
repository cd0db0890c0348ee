//! Dates as a page shows them, formatted once for all.
//!
//! It refuses to move a day: where the newsroom names no zone, a date stays the one that was written.

use nashra_feed::Moment;
use nashra_l10n::{CivilDate, DateInput, DateStyle};

use super::Composer;
use crate::state::page_data::DateData;

/// Where neither the newsroom nor the item says otherwise.
const DEFAULT_ZONE: &str = "UTC";
/// A change on the day of publication is no update.
const DAY_MS: i64 = 86_400_000;

impl Composer<'_> {
    /// Day, month and year.
    pub(super) fn short_date(&self, moment: Moment) -> Option<DateData> {
        self.published_date(moment, DateStyle::Long)
    }

    /// With the weekday and, where the newsroom asks for it, the Hijri date.
    pub(super) fn full_date(&self, moment: Moment) -> Option<DateData> {
        self.published_date(moment, DateStyle::Full)
    }

    /// In the newsroom's zone, or on the day that was written.
    fn published_date(&self, moment: Moment, style: DateStyle) -> Option<DateData> {
        match &self.newsroom.time_zone {
            Some(zone) => self.date(moment, style, zone),
            None => self.date_of(moment, DateInput::Day(written_day(moment)?), style),
        }
    }

    /// When an item was last changed, if that was on a later day.
    pub(super) fn updated_date(
        &self,
        published: Option<Moment>,
        modified: Moment,
    ) -> Option<DateData> {
        let is_later =
            published.is_none_or(|published| modified.sort_key() >= published.sort_key() + DAY_MS);
        is_later.then(|| self.short_date(modified)).flatten()
    }

    /// A date in the zone of an event.
    pub(super) fn date(&self, moment: Moment, style: DateStyle, zone: &str) -> Option<DateData> {
        let input = date_input(moment, zone)?;
        // Where this machine does not know the zone: the date where it was written.
        self.date_of(moment, input, style)
            .or_else(|| self.date_of(moment, DateInput::Day(written_day(moment)?), style))
    }

    fn date_of(&self, moment: Moment, input: DateInput<'_>, style: DateStyle) -> Option<DateData> {
        let formats = &self.locale.formats;
        let text = formats.date(input, style)?;
        Some(DateData {
            iso: moment.to_rfc3339(),
            text,
            hijri: self
                .asks_for_hijri()
                .then(|| formats.date(input, DateStyle::Hijri))
                .flatten(),
            sort_key: moment.sort_key(),
        })
    }

    /// The zone of publication dates.
    pub(super) fn zone(&self) -> &str {
        self.newsroom.time_zone.as_deref().unwrap_or(DEFAULT_ZONE)
    }

    fn asks_for_hijri(&self) -> bool {
        let tag = self.locale.tag.as_str();
        self.newsroom
            .languages
            .iter()
            .any(|language| language.tag == tag && language.hijri)
    }
}

/// What the formats are asked: a day stays that day, an instant is seen from `zone`.
pub(super) fn date_input(moment: Moment, zone: &str) -> Option<DateInput<'_>> {
    match moment {
        Moment::Day { .. } => written_day(moment).map(DateInput::Day),
        Moment::Instant { unix_ms, .. } => Some(DateInput::Instant { unix_ms, zone }),
    }
}

fn written_day(moment: Moment) -> Option<CivilDate> {
    let (year, month, day) = moment.written_day();
    CivilDate::new(i32::from(year), month, day)
}
