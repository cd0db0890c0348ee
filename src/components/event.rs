//! Where and when something takes place. The reader's own time is added in the browser, in a line kept for it.

use leptos::prelude::*;

use super::date::FullDate;
use crate::platform;
use crate::state::locale::Locale;
use crate::state::page_data::EventData;

/// The facts of an event as a list of terms.
#[component]
pub fn EventBox(
    /// The event.
    event: EventData,
) -> impl IntoView {
    let locale = Locale::current();
    let own_time = own_time(locale.clone(), event.start_ms, event.end_ms);
    let has_time = event.start_ms.is_some();
    let term = |key: &str| locale.text(key);
    view! {
        <section class="box event" aria-labelledby="event-heading">
            <h2 id="event-heading">{term("release.eventHeading")}</h2>
            {event.status.map(|status| view! { <p class="event-status">{status}</p> })}
            <dl>
                {event.place.map(|place| view! {
                    <div><dt>{term("release.venue")}</dt><dd><bdi>{place}</bdi></dd></div>
                })}
                {event.attendance.map(|attendance| view! {
                    <div><dt>{term("release.attendance")}</dt><dd>{attendance}</dd></div>
                })}
                {event.date.map(|date| view! {
                    <div>
                        <dt>{term("release.when")}</dt>
                        <dd><FullDate date/></dd>
                        {event.time.map(|time| view! { <dd>{time}</dd> })}
                    </div>
                })}
                {has_time.then(|| view! {
                    <div class="event-own-time">
                        <dt>{term("release.yourTime")}</dt>
                        <dd>{move || own_time.get()}</dd>
                    </div>
                })}
            </dl>
            {event.join_url.map(|url| view! {
                <a class="button button-quiet" href=url rel="external">{term("release.join")}</a>
            })}
            {event.recording_url.map(|url| view! {
                <a class="button button-quiet" href=url rel="external">{term("release.recording")}</a>
            })}
        </section>
    }
}

/// The reader's own time: a no-break space until an effect in the browser knows it, so that its line is kept.
fn own_time(locale: Locale, start_ms: Option<f64>, end_ms: Option<f64>) -> RwSignal<String> {
    let text = RwSignal::new(String::from("\u{a0}"));
    if let Some(start_ms) = start_ms {
        Effect::new(move || {
            if let Some(own) = platform::intl::own_time(&*locale.formats, start_ms, end_ms) {
                let time = match &own.end {
                    Some(end) => locale.fill("release.timeRange", &[("start", &own.start), ("end", end)]),
                    None => own.start,
                };
                let zoned = locale.fill("release.timeInZone", &[("time", &time), ("zone", &own.zone)]);
                text.set([own.date, zoned].join(locale.messages.get("list.comma")));
            }
        });
    }
    text
}
