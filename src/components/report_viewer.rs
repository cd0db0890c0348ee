//! The report viewer: a bar of controls above the pages of a report.
//!
//! Published with posters and the outline it is read without the app: pages are named (`#page=3`), the outline links them. The
//! viewer's module takes over what stands here and finds its parts by `data-part` and controls by `data-do`; none of these views
//! listens to anything, so they weigh nothing in a page that is only read.

pub mod flow;
pub mod help;
pub mod layers;
pub mod notice;
pub mod outline;
pub mod pages;
pub mod thumbnails;
pub mod tools;

use std::sync::Arc;

use nashra_l10n::{Messages, NumberingSystem, fill, fold};

use crate::state::locale::Locale;
use crate::state::page_data::ReadData;
use crate::state::report_pages::ReportPages;
use crate::view::{El, el};

/// What the viewer writes with: messages and digits. It needs no dates and no plurals, and so no `Intl`.
#[derive(Clone)]
pub struct Words {
    /// The interface's texts.
    pub messages: Arc<Messages>,
    /// Its digits.
    pub digits: NumberingSystem,
}

/// What is left of a byte count for readers: tenths of a megabyte.
const BYTES_PER_TENTH: f64 = 100_000.0;

impl Words {
    /// A language's own.
    pub fn of(locale: &Locale) -> Self {
        Self {
            messages: locale.messages.clone(),
            digits: locale.digits,
        }
    }

    /// The message under `key`.
    pub fn text(&self, key: &str) -> String {
        self.messages.get(key).to_owned()
    }

    /// A whole number, without grouping: numbers of pages and hits.
    pub fn number(&self, n: u32) -> String {
        self.digits.digits(&n.to_string())
    }

    /// What the report calls a page (from 0): its label where that says more than its number.
    pub fn page_name(&self, page: u32, label: &str) -> String {
        let is_number = label.is_empty() || fold(label) == (page + 1).to_string();
        if is_number {
            self.number(page + 1)
        } else {
            label.to_owned()
        }
    }

    /// Megabytes, to a tenth.
    pub fn megabytes(&self, n_bytes: f64) -> String {
        let tenths = (n_bytes / BYTES_PER_TENTH).round() as u32;
        let (whole, rest) = (self.number(tenths / 10), self.number(tenths % 10));
        [&*whole, self.messages.get("viewer.decimal"), &*rest].concat()
    }

    /// The message under `key` with a number in its slot.
    pub fn with_number(&self, key: &str, slot: &str, n: u32) -> String {
        fill(self.messages.get(key), &[(slot, &self.number(n))])
    }
}

/// The whole viewer. Without `report` nothing is known of the pages yet, and one stands for all. Where pages are drawn in a moment, only the
/// first get places (see [`pages::pages`]).
pub fn report_viewer(
    read: &ReadData,
    report: Option<&ReportPages>,
    is_drawn_soon: bool,
    words: &Words,
) -> El {
    let unknown;
    let known = match report {
        Some(report) => report,
        None => {
            unknown = pages::unknown();
            &unknown
        }
    };
    el("div")
        .class("report-viewer")
        .attr("data-part", "viewer")
        .child(tools::tools(read, known, words))
        .child(notice::notice())
        .child(pages::pages(known, is_drawn_soon, words))
        .child(
            el("div")
                .class("wrap viewer-flow")
                .attr("data-part", "flow")
                .attr("tabindex", "-1"),
        )
        .child(notice::toast())
        .child(help::help(words))
}
