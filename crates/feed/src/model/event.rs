//! When and where something takes place. Refuses to convert between time zones.

use crate::moment::Moment;
use crate::web_url::Link;

/// A meeting, a launch, a conference.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When it begins, in the offset that was written; a bare day lasts all day.
    pub start: Option<Moment>,
    /// When it ends: only with a start, and never before it.
    pub end: Option<Moment>,
    /// The name of an IANA time zone, checked for its form only.
    pub time_zone: Option<String>,
    /// The house or the hall.
    pub venue: Option<String>,
    /// The town.
    pub locality: Option<String>,
    /// The country's name.
    pub country: Option<String>,
    /// How one takes part.
    pub attendance: Option<Attendance>,
    /// Whether it takes place as announced.
    pub status: EventStatus,
    /// Where one joins.
    pub join_url: Option<Link>,
    /// Where one sees it afterwards.
    pub recording_url: Option<Link>,
}

/// How one takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attendance {
    /// By being there.
    InPerson,
    /// From anywhere.
    Online,
    /// Either way.
    Mixed,
}

/// Whether an event takes place as announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventStatus {
    /// As announced.
    #[default]
    Scheduled,
    /// Not at all.
    Cancelled,
    /// At another time, not known yet.
    Postponed,
}
