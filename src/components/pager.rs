//! The way through the pages of a list.

use super::icon::{Icon, icon};
use crate::state::locale::Locale;
use crate::state::page_data::PagerData;
use crate::view::{El, el};

/// Previous, where we are, next.
pub fn pager(place: PagerData, locale: &Locale) -> El {
    let previous = place.previous.map(|path| {
        el("a")
            .class("button button-quiet")
            .attr("href", path)
            .attr("rel", "prev")
            .child(icon(Icon::Back))
            .text(locale.text("list.previous"))
    });
    let next = place.next.map(|path| {
        el("a")
            .class("button button-quiet")
            .attr("href", path)
            .attr("rel", "next")
            .text(locale.text("list.next"))
            .child(icon(Icon::Forward))
    });
    el("nav")
        .class("pager")
        .attr("aria-label", locale.text("a11y.pagination"))
        .opt(previous)
        .child(el("span").class("meta").text(place.text))
        .opt(next)
}
