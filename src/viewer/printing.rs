//! The report on paper: every page drawn as printers need it, one after the other, then the browser's own dialog.
//!
//! It never holds more than the browser can print at once: a longer report is printed from its file.

use std::rc::Rc;

use nashra_report::document::PageIndex;
use nashra_report::protocol::RequestKind;

use super::Viewer;
use super::engine::Order;
use crate::components::report_viewer::notice;
use crate::platform::dom::Dom;
use crate::platform::report_client::Pixels;
use crate::platform::{share, task};
use crate::view::{append, el};

/// Dots per inch: what office printers show, at a third of the memory of their own 300.
const DPI: f32 = 150.0;
const PT_PER_INCH: f32 = 72.0;
/// About 300 KB each as the browser keeps them.
const MAX_PAGES: u32 = 200;

impl Viewer {
    /// Draws all pages for the printer.
    pub(super) fn print(self: &Rc<Self>) {
        if self.n_pages() > MAX_PAGES {
            let what = notice::file("viewer.printFile", &self.read.file_url, &self.words);
            self.toast(Some(what));
            return;
        }
        if self.part("paper").is_some() {
            return;
        }
        append(
            el("div").class("viewer-print").attr("data-part", "paper"),
            &self.place,
        );
        let viewer = self.clone();
        task::spawn(async move {
            viewer.clone().start_engine().await;
            viewer.print_page(0);
        });
    }

    fn print_page(&self, page: PageIndex) {
        if !self.is_open() {
            // Asked again when the file is open.
            return;
        }
        let [n, total] = [page + 1, self.n_pages()].map(|n| self.words.number(n));
        let values = [("n", &*n), ("total", &*total)];
        let text = nashra_l10n::fill(self.words.messages.get("viewer.printing"), &values);
        self.toast(Some(notice::stoppable(&text, &self.words)));
        let kind = RequestKind::Page {
            page,
            scale: DPI / PT_PER_INCH,
        };
        self.order(kind, Order::Print(page));
    }

    /// The file was opened: goes on where printing waited for it.
    pub(super) fn print_on(&self) {
        if let Some(paper) = self.part("paper") {
            self.print_page(paper.all("img").len() as PageIndex);
        }
    }

    /// A page is drawn, or could not be: its poster stands for it then.
    pub(super) fn printed(self: &Rc<Self>, page: PageIndex, drawn: Option<(Pixels, u32, u32)>) {
        let Some(paper) = self.part("paper") else {
            return;
        };
        let picture = drawn.and_then(|(pixels, width, height)| pixels.to_url(width, height));
        let source = picture.or_else(|| {
            let report = self.report.borrow();
            let posters = &report.pages.get(page as usize)?.posters;
            let widest = posters.iter().max_by_key(|poster| poster.width_px)?;
            Some(widest.url.clone())
        });
        append(el("img").attr("alt", "").attr_opt("src", source), &paper);
        if page + 1 < self.n_pages() {
            self.print_page(page + 1);
            return;
        }
        self.toast(None);
        let viewer = self.clone();
        task::spawn(async move {
            paper.pictures_ready().await;
            if paper.is_connected() {
                share::print();
            }
            viewer.stop_printing();
        });
    }

    pub(super) fn stop_printing(&self) {
        if let Some(paper) = self.part("paper") {
            Dom::remove(&paper);
        }
    }
}
