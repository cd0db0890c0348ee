//! Where a page stands, after the WAI-ARIA breadcrumb pattern.

use super::icon::{Icon, icon};
use crate::state::locale::Locale;
use crate::view::{El, el};

/// The way from the home page to this one: names and paths, home first, and the name of the page itself.
pub fn breadcrumbs(way: Vec<(String, String)>, here: String, locale: &Locale) -> El {
    let steps = way.into_iter().map(|(label, path)| {
        el("li")
            .child(el("a").attr("href", path).text(label))
            .child(icon(Icon::Forward))
    });
    let here = el("li").child(el("span").attr("aria-current", "page").text(here));
    el("nav")
        .class("crumbs")
        .attr("aria-label", locale.text("a11y.breadcrumb"))
        .child(el("ol").children(steps).child(here))
}
