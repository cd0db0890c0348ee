//! A date as it was written by whoever formatted it; never formatted here.

use crate::state::locale::Locale;
use crate::state::page_data::DateData;
use crate::view::{El, el};

/// A date in a list.
pub fn short_date(date: DateData) -> El {
    el("time").attr("datetime", date.iso).text(date.text)
}

/// A date with the Hijri one beside it, as one phrase of the language.
pub fn full_date(date: DateData, locale: &Locale) -> El {
    let text = match date.hijri {
        Some(hijri) => locale.fill("date.withHijri", &[("date", &date.text), ("hijri", &hijri)]),
        None => date.text,
    };
    el("time").attr("datetime", date.iso).text(text)
}
