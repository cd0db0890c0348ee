//! Events as meant. Refuses to show a time whose offset nobody wrote.

use super::{Context, Node};
use crate::model::{Attendance, Event, EventStatus};
use crate::moment::{self, Moment};
use crate::warnings::FeedProblem;

/// The event, if there is one.
pub(super) fn event(node: &Node<'_>, context: &mut Context<'_>) -> Option<Event> {
    if node.value.is_nothing() {
        return None;
    }
    let start = moment(node, "start", context);
    let mut end = moment(node, "end", context);
    if end.is_some_and(|end| start.is_none_or(|start| is_before(end, start))) {
        context
            .log
            .add(&node.path.key("end"), FeedProblem::EndBeforeStart);
        end = None;
    }
    Some(Event {
        start,
        end,
        time_zone: context.time_zone(node),
        venue: context.line(node, "venue"),
        locality: context.line(node, "locality"),
        country: context.line(node, "country"),
        attendance: context
            .choice(node, "attendance", &["in_person", "online", "mixed"])
            .map(|choice| match choice {
                0 => Attendance::InPerson,
                1 => Attendance::Online,
                _ => Attendance::Mixed,
            }),
        status: match context.choice(node, "status", &["scheduled", "cancelled", "postponed"]) {
            Some(1) => EventStatus::Cancelled,
            Some(2) => EventStatus::Postponed,
            _ => EventStatus::Scheduled,
        },
        join_url: context.link(node, "join_url"),
        recording_url: context.link(node, "recording_url"),
    })
}

/// A time of an event. Without an offset it is left out: readers would come at the wrong hour.
fn moment(node: &Node<'_>, key: &str, context: &mut Context<'_>) -> Option<Moment> {
    let node = node.get(key);
    let moment = match moment::parse(node.text()?) {
        None => Err(FeedProblem::InvalidDate),
        Some(parsed) if parsed.lacks_offset => Err(FeedProblem::MissingOffset),
        Some(parsed) => Ok(parsed.moment),
    };
    context.keep(moment, &node.path)
}

/// Whether an end cannot belong to a start. Where either is a bare day, only the days count.
fn is_before(end: Moment, start: Moment) -> bool {
    match (end, start) {
        (Moment::Instant { .. }, Moment::Instant { .. }) => end.sort_key() < start.sort_key(),
        _ => end.written_day() < start.written_day(),
    }
}
