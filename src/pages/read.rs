//! An item's PDF in the viewer. The app shows the title and the way back; the viewer itself is published with the page, and
//! brought to life by a module of its own, which only this page loads.

use crate::components::icon::{Icon, icon};
use crate::components::title::titled;
use crate::state::locale::Locale;
use crate::state::page_data::ReadData;
use crate::view::{El, el};

/// The page.
pub fn read(read: ReadData, locale: &Locale) -> El {
    let key = if read.shelf == "reports" {
        "viewer.backToReport"
    } else {
        "viewer.backToRelease"
    };
    let back = el("a")
        .class("viewer-back")
        .attr("href", read.item_path.clone())
        .child(icon(Icon::Back))
        .text(locale.text(key));
    let heading = el("h1")
        .class("viewer-title")
        .attr_opt("lang", read.language.clone())
        .attr("dir", read.direction.clone());
    let head = el("div").class("wrap viewer-head").child(back);
    el("div")
        .class("read")
        .child(head.child(titled(heading, &read.title)))
        .child(viewer(el("div").attr("id", "viewer"), read, locale))
}

/// Natively the whole viewer, as far as the report is known.
#[cfg(feature = "ssr")]
fn viewer(place: El, read: ReadData, locale: &Locale) -> El {
    use crate::components::report_viewer::{Words, report_viewer};
    // The start script fetches both while the viewer's code is on its way.
    let place = place
        .attr("data-file", read.file_url.clone())
        .attr_opt("data-pages", read.pages_url.clone());
    place.child(report_viewer(
        &read,
        read.known.0.as_deref(),
        false,
        &Words::of(locale),
    ))
}

/// In the app what stands there is the module's, and is left alone.
#[cfg(not(feature = "ssr"))]
fn viewer(place: El, _: ReadData, _: &Locale) -> El {
    place.content(None)
}
