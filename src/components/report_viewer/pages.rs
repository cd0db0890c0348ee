//! Pages of a report, each in a place of its own size: a poster first, and over it what the viewer draws.
//!
//! Places keep their shape whatever is in them, so that nothing moves. It never says how large pages are shown: that is the
//! style sheet's, by the zoom that stands on their list.

use nashra_report::document::PageInfo;
use nashra_report::geometry::{SizePt, decimal};
use nashra_report::reading::id_of_page;

use super::Words;
use crate::state::report_pages::{Poster, ReportPage, ReportPages};
use crate::view::{El, el};

/// Posters that are fetched before anything is scrolled.
const N_FIRST: usize = 1;
/// Pages that get places before the first is drawn; 160 of them would hold it up by 20 ms.
const N_AT_ONCE: usize = 8;
/// How wide a page is shown where it fits the width; see the style sheet.
pub const SIZES: &str = "(min-width: 60rem) 56rem, 100vw";
/// How wide posters are fetched where pages are drawn in a moment: each stands for that moment only, and a large one is decoded at the cost
/// of the drawing.
pub const BRIEF_SIZES: &str = "15rem";

/// What stands for a report of which nothing is known: a page in the shape of most.
pub(super) fn unknown() -> ReportPages {
    let page = ReportPage {
        info: PageInfo {
            size: SizePt {
                width: 595.0,
                height: 842.0,
            },
            label: String::new(),
        },
        ..ReportPage::default()
    };
    ReportPages {
        pages: vec![page],
        ..ReportPages::default()
    }
}

/// All pages, each with what stands for it until it is drawn. Where that is in a moment, [`N_AT_ONCE`] of them, and what stands for the first.
pub fn pages(report: &ReportPages, is_drawn_soon: bool, words: &Words) -> El {
    let n_pages = report.pages.len();
    let (n_places, n_posters, sizes) = if is_drawn_soon {
        (N_AT_ONCE, N_FIRST, BRIEF_SIZES)
    } else {
        (n_pages, n_pages, SIZES)
    };
    let places = report.pages.iter().enumerate().take(n_places);
    let places = places.map(|(at, page)| {
        let poster = (at < n_posters).then(|| poster(at, page, sizes, words));
        place(at, page, poster.flatten())
    });
    el("div")
        .class("viewer-pages")
        .attr("data-part", "pages")
        .attr("data-mode", "continuous")
        .attr("data-zoom", "width")
        // Wide pages are moved by keyboard too.
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", words.text("viewer.pages"))
        .attr("dir", report.progression.unwrap_or_default().as_str())
        .children(places)
}

/// The place of a page, with what stands for it.
pub fn place(at: usize, page: &ReportPage, poster: Option<El>) -> El {
    let index = at as u32;
    // What is drawn lies on a sheet of its own, which can be turned round while its place stays.
    let sheet = el("div")
        .class("viewer-sheet")
        .attr("dir", "ltr")
        .opt(poster);
    el("div")
        .class("viewer-page")
        .attr("id", id_of_page(index))
        .attr("data-page", index.to_string())
        .attr("style", shape(page.info.size))
        .child(sheet)
}

/// A page's own size, as the style sheet takes it.
pub(super) fn shape(SizePt { width, height }: SizePt) -> String {
    let (width, height) = (decimal(width), decimal(height));
    ["--pt:", &width, ";--ratio:calc(", &width, "/", &height, ")"].concat()
}

/// The picture that stands for a page until it is drawn, where one was published.
pub fn poster(at: usize, page: &ReportPage, sizes: &'static str, words: &Words) -> Option<El> {
    let of_type = |mime_type: &str| {
        let posters = page.posters.iter();
        let posters = posters.filter(|poster| poster.mime_type == mime_type);
        posters.collect::<Vec<&Poster>>()
    };
    let (plain, newer) = (of_type("image/webp"), of_type("image/avif"));
    let widest = plain.iter().max_by_key(|poster| poster.width_px)?;
    let source = (!newer.is_empty()).then(|| {
        el("source")
            .attr("type", "image/avif")
            .attr("sizes", sizes)
            .attr("srcset", srcset(&newer))
    });
    let is_first = at < N_FIRST;
    let image = el("img")
        .class("viewer-poster")
        .attr_if(!is_first, "loading", "lazy")
        .attr_if(is_first, "fetchpriority", "high")
        .attr("decoding", "async")
        .attr("sizes", sizes)
        .attr("srcset", srcset(&plain))
        .attr("alt", words.with_number("viewer.page", "n", at as u32 + 1))
        .attr("src", widest.url.clone());
    Some(el("picture").opt(source).child(image))
}

fn srcset(posters: &[&Poster]) -> String {
    let candidates = posters.iter();
    let candidates =
        candidates.map(|poster| [&poster.url, " ", &poster.width_px.to_string(), "w"].concat());
    candidates.collect::<Vec<String>>().join(", ")
}
