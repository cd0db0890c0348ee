//! Events as meant. Refuses to show a time whose offset nobody wrote.

use super::Context;
use crate::model::{Attendance, Event, EventStatus};
use crate::moment::{self, Moment};
use crate::plain_text;
use crate::pointer::Path;
use crate::warnings::FeedProblem;
use crate::wire::item::WireEvent;

/// The event, unless nothing is known of it.
pub(super) fn event(wire: WireEvent, path: &Path<'_>, context: &mut Context<'_>) -> Option<Event> {
    let start = moment(wire.start, &path.key("start"), context);
    let end_path = path.key("end");
    let mut end = moment(wire.end, &end_path, context);
    if end.is_some_and(|end| start.is_none_or(|start| is_before(end, start))) {
        context.log.add(&end_path, FeedProblem::EndBeforeStart);
        end = None;
    }
    let line = |text: Option<String>| plain_text::line(&text?);
    let attendance = [
        ("in_person", Attendance::InPerson),
        ("online", Attendance::Online),
        ("mixed", Attendance::Mixed),
    ];
    let status = [
        ("scheduled", EventStatus::Scheduled),
        ("cancelled", EventStatus::Cancelled),
        ("postponed", EventStatus::Postponed),
    ];
    let event = Event {
        start,
        end,
        time_zone: context.time_zone(wire.time_zone, &path.key("time_zone")),
        venue: line(wire.venue),
        locality: line(wire.locality),
        country: line(wire.country),
        attendance: context.choice(wire.attendance, &attendance, &path.key("attendance")),
        status: context
            .choice(wire.status, &status, &path.key("status"))
            .unwrap_or_default(),
        join_url: context.link(wire.join_url, &path.key("join_url")),
        recording_url: context.link(wire.recording_url, &path.key("recording_url")),
    };
    let is_known = event.start.is_some()
        || event.venue.is_some()
        || event.locality.is_some()
        || event.country.is_some()
        || event.attendance.is_some()
        || event.status != EventStatus::Scheduled
        || event.join_url.is_some()
        || event.recording_url.is_some();
    is_known.then_some(event)
}

/// A time of an event. Without an offset it is left out: readers would come at the wrong hour.
fn moment(text: Option<String>, path: &Path<'_>, context: &mut Context<'_>) -> Option<Moment> {
    let text = text.filter(|text| !text.trim().is_empty())?;
    let moment = match moment::parse(&text) {
        None => Err(FeedProblem::InvalidDate),
        Some(parsed) if parsed.lacks_offset => Err(FeedProblem::MissingOffset),
        Some(parsed) => Ok(parsed.moment),
    };
    context.keep(moment, path)
}

/// Whether an end cannot belong to a start. Where either is a bare day, only the days count.
fn is_before(end: Moment, start: Moment) -> bool {
    match (end, start) {
        (Moment::Instant { .. }, Moment::Instant { .. }) => end.sort_key() < start.sort_key(),
        _ => end.written_day() < start.written_day(),
    }
}
