//! The page for an address that nothing answers to.

use crate::state::locale::Locale;
use crate::view::{El, el};

/// Says so, and shows the way home.
pub fn not_found(home_path: String, locale: &Locale) -> El {
    let home = el("a")
        .class("button")
        .attr("href", home_path)
        .text(locale.text("error.backHome"));
    el("div")
        .class("wrap error")
        .child(el("h1").text(locale.text("error.notFound.title")))
        .child(el("p").text(locale.text("error.notFound.body")))
        .child(el("p").class("error-actions").child(home))
}
