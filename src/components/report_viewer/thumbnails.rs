//! Small pictures of all pages, each a link that leads there without any script.

use nashra_report::reading::hash_of_page;

use super::Words;
use super::pages::shape;
use super::tools::{drawing, menu};
use crate::state::report_pages::ReportPages;
use crate::view::{El, el};

/// Four sheets.
const SHEETS: &str = "M5 4.5h5v6.5H5zM14 4.5h5v6.5h-5zM5 13.5h5V20H5zM14 13.5h5V20h-5z";

/// The menu that holds them; empty until it is opened.
pub(super) fn thumbnails(words: &Words) -> El {
    let label = words.text("viewer.thumbnails");
    let panel = el("nav")
        .class("viewer-panel viewer-thumbnails")
        .attr("data-part", "thumbnails")
        .attr("tabindex", "-1")
        .attr("aria-label", label.clone());
    menu("thumbnails-menu", label, drawing(SHEETS), panel).attr("data-needs", "viewer")
}

/// All of them.
pub fn list(report: &ReportPages, words: &Words) -> El {
    let pages = report.pages.iter().enumerate().map(|(at, page)| {
        let index = at as u32;
        let smallest = page
            .posters
            .iter()
            .filter(|poster| poster.mime_type == "image/webp")
            .min_by_key(|poster| poster.width_px);
        let picture = smallest.map(|poster| {
            el("img")
                .attr("loading", "lazy")
                .attr("decoding", "async")
                .attr("alt", "")
                .attr("src", poster.url.clone())
        });
        let sheet = el("span")
            .class("viewer-thumbnail")
            .attr("data-thumb", index.to_string())
            .attr("style", shape(page.info.size))
            .opt(picture);
        let link = el("a")
            .attr("href", hash_of_page(index))
            .child(sheet)
            .child(el("bdi").text(words.page_name(index, &page.info.label)));
        el("li").child(link)
    });
    el("ol")
        .attr("dir", report.progression.unwrap_or_default().as_str())
        .children(pages)
}
