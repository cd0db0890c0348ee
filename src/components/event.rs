//! Where and when something takes place. The reader's own time is added in the browser, in a line kept for it.

use leptos::prelude::{Effect, Get, RwSignal, Set};

use super::date::full_date;
use super::section::{external_button, fact_box};
use crate::platform;
use crate::state::locale::Locale;
use crate::state::page_data::EventData;
use crate::view::{El, el};

/// The facts of an event as a list of terms.
pub fn event_box(event: EventData, locale: &Locale) -> El {
    let term = |key: &str, facts: Vec<El>| {
        el("div")
            .child(el("dt").text(locale.text(key)))
            .children(facts)
    };
    let place = event
        .place
        .map(|place| term("release.venue", vec![el("dd").text(place)]));
    let attendance = event
        .attendance
        .map(|how| term("release.attendance", vec![el("dd").text(how)]));
    let time = event.time.map(|time| el("dd").text(time));
    let date = event
        .date
        .map(|date| el("dd").child(full_date(date, locale)));
    let when = date.map(|date| term("release.when", std::iter::once(date).chain(time).collect()));
    let own_time = event.start_ms.map(|start_ms| {
        let text = own_time(locale.clone(), start_ms, event.end_ms);
        term(
            "release.yourTime",
            vec![el("dd").live_text(move || text.get())],
        )
        .class("event-own-time")
    });
    let join = event
        .join_url
        .map(|url| button(url, locale.text("release.join")));
    let recording = event
        .recording_url
        .map(|url| button(url, locale.text("release.recording")));
    let calendar = event
        .calendar_url
        .map(|url| button(url, locale.text("release.addToCalendar")).attr("download", "event.ics"));
    fact_box(
        "box event",
        "event-heading",
        locale.text("release.eventHeading"),
    )
    .opt(
        event
            .status
            .map(|status| el("p").class("event-status").text(status)),
    )
    .child(el("dl").opt(place).opt(attendance).opt(when).opt(own_time))
    .opt(calendar)
    .opt(join)
    .opt(recording)
}

fn button(url: String, label: String) -> El {
    external_button("button button-quiet", url, label)
}

/// The reader's own time: a no-break space until an effect in the browser knows it, so that its line is kept.
fn own_time(locale: Locale, start_ms: i64, end_ms: Option<i64>) -> RwSignal<String> {
    let text = RwSignal::new(String::from("\u{a0}"));
    Effect::new(move || {
        if let Some(own) = platform::intl::own_time(&*locale.formats, start_ms, end_ms) {
            let time = match &own.end {
                Some(end) => {
                    locale.fill("release.timeRange", &[("start", &own.start), ("end", end)])
                }
                None => own.start,
            };
            let zoned = locale.fill(
                "release.timeInZone",
                &[("time", &time), ("zone", &own.zone)],
            );
            text.set([own.date, zoned].join("\n"));
        }
    });
    text
}
