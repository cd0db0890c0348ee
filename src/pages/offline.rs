//! The page that stands in for one of which there is no copy, without a network. The service worker shows it at any address and
//! fills in what there is; it runs without the app, so its ways on are plain links.

use crate::components::icon::{Icon, icon};
use crate::state::locale::Locale;
use crate::view::{El, el};

/// Says that there is no network, and leads to the same address again, home, and to pages that were kept.
pub fn offline(home_path: String, locale: &Locale) -> El {
    let retry = el("a")
        .class("button")
        // The address that was asked for, whatever it is.
        .attr("href", "")
        .text(locale.text("error.retry"));
    let home = el("a")
        .class("button button-quiet")
        .attr("href", home_path)
        .text(locale.text("error.backHome"));
    let kept = el("section")
        .class("kept")
        .attr("hidden", "")
        .attr("aria-labelledby", "kept-heading")
        .child(
            el("h2")
                .attr("id", "kept-heading")
                .text(locale.text("error.keptPages")),
        )
        .child(el("ul").class("kept-list"));
    el("div")
        .class("wrap error")
        .child(icon(Icon::Warning))
        .child(el("h1").text(locale.text("error.offline.title")))
        .child(el("p").text(locale.text("error.offline.body")))
        .child(el("p").class("error-actions").child(retry).child(home))
        .child(kept)
}
