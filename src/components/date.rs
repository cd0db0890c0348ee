//! A date as it was written by whoever formatted it; never formatted here.

use leptos::prelude::*;

use crate::state::locale::Locale;
use crate::state::page_data::DateData;

/// A date in a list.
#[component]
pub fn ShortDate(
    /// The date.
    date: DateData,
) -> impl IntoView {
    view! { <time datetime=date.iso>{date.text}</time> }
}

/// A date with the Hijri one beside it, as one phrase of the language.
#[component]
pub fn FullDate(
    /// The date.
    date: DateData,
) -> impl IntoView {
    let text = match date.hijri {
        Some(hijri) => Locale::current().fill("date.withHijri", &[("date", &date.text), ("hijri", &hijri)]),
        None => date.text,
    };
    view! { <time datetime=date.iso>{text}</time> }
}
