//! What changed after publication: corrections below the text, a withdrawal above it.

use super::date::short_date;
use crate::state::locale::Locale;
use crate::state::page_data::NoteData;
use crate::view::{El, el};

/// The corrections of an item; `None` where there are none.
pub fn corrections(notes: Vec<NoteData>, locale: &Locale) -> Option<El> {
    if notes.is_empty() {
        return None;
    }
    let notes = notes.into_iter().map(|note| {
        el("li")
            .opt(note.date.map(short_date))
            .opt(note.text.map(|text| el("p").text(text)))
    });
    Some(
        el("section")
            .class("notice")
            .attr("aria-labelledby", "corrections-heading")
            .child(
                el("h2")
                    .attr("id", "corrections-heading")
                    .text(locale.text("release.corrections")),
            )
            .child(el("ul").children(notes)),
    )
}

/// That an item was withdrawn.
pub fn withdrawal(note: NoteData, locale: &Locale) -> El {
    el("div")
        .class("notice notice-alert")
        .attr("role", "note")
        .child(
            el("p")
                .child(el("b").text(locale.text("release.withdrawn")))
                .text(" ")
                .opt(note.date.map(short_date)),
        )
        .opt(note.text.map(|text| el("p").text(text)))
}
