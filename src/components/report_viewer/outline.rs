//! The outline of a report: a list of links to its pages, which lead there without any script.

use nashra_l10n::first_strong;
use nashra_report::document::OutlineItem;
use nashra_report::reading::hash_of_page;

use super::Words;
use super::tools::{drawing, menu};
use crate::state::report_pages::ReportPages;
use crate::view::{El, el};

/// Lines of a list.
const LIST: &str = "M5 6.5h14M5 12h14M5 17.5h9";

/// A panel that opens below its button; nothing where the report has no outline.
pub(super) fn outline(report: &ReportPages, words: &Words) -> Option<El> {
    if report.outline.is_empty() {
        return None;
    }
    let label = words.text("viewer.outline");
    let panel = el("nav")
        .class("viewer-panel")
        .attr("aria-label", label.clone())
        .attr_opt("lang", report.language.clone())
        .child(list(&report.outline));
    Some(menu("outline", label, drawing(LIST), panel))
}

fn list(entries: &[OutlineItem]) -> El {
    let entries = entries.iter().map(|entry| {
        let direction = first_strong(&entry.title).map(|direction| direction.as_str().to_owned());
        let title = match entry.page {
            Some(page) => el("a").attr("href", hash_of_page(page)),
            None => el("span"),
        };
        let children = (!entry.children.is_empty()).then(|| list(&entry.children));
        let title = title.attr_opt("dir", direction).text(entry.title.clone());
        el("li").child(title).opt(children)
    });
    el("ul").children(entries)
}
