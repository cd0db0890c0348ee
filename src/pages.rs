//! Pages: each a pure function of its data and the locale.

pub mod home;
pub mod item;
pub mod list;
pub mod not_found;
#[cfg(feature = "ssr")]
pub mod offline;
pub mod photos;
pub mod read;
pub mod search;

use crate::state::locale::Locale;
use crate::view::{El, el};

/// What stands in the frame while the first page is on its way.
pub fn loading(locale: &Locale) -> El {
    el("div")
        .class("wrap loading")
        .attr("aria-busy", "true")
        .child(el("h1").text(locale.text("a11y.loading")))
}
