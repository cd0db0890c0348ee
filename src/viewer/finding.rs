//! Find in the report: all places of a phrase, folded as the site's search folds, page by page as their text comes.
//!
//! It never blocks the page: between pages the browser has its turn.

use std::rc::Rc;

use nashra_l10n::{fill, fold, fold_with_map};
use nashra_report::document::PageIndex;
use nashra_report::find::find;
use nashra_report::geometry::RectPt;

use super::Viewer;
use crate::platform::task;

/// Pages that are searched in one go.
const N_AT_ONCE: u32 = 8;

/// A place of the phrase.
struct Hit {
    page: PageIndex,
    rects: Vec<RectPt>,
}

/// What is looked for, and what was found so far.
#[derive(Default)]
pub(super) struct Finding {
    /// Folded.
    phrase: String,
    hits: Vec<Hit>,
    current: Option<usize>,
    /// Grows with every change, so that marks know whether they are old.
    version: u32,
}

impl Finding {
    pub(super) fn version(&self) -> u32 {
        self.version
    }

    /// The rectangles on a page, each with whether the reader stands at it.
    pub(super) fn on_page(&self, page: PageIndex) -> Vec<(&RectPt, bool)> {
        let hits = self.hits.iter().enumerate();
        let here = hits.filter(|(_, hit)| hit.page == page);
        here.flat_map(|(at, hit)| {
            let is_current = self.current == Some(at);
            hit.rects.iter().map(move |rect| (rect, is_current))
        })
        .collect()
    }
}

impl Viewer {
    /// Looks for what was typed; the same again goes to the next place.
    pub(super) fn find(self: &Rc<Self>, typed: &str) {
        let phrase = fold(typed);
        if phrase == self.finding.borrow().phrase && !phrase.is_empty() {
            self.step_hit(true);
            return;
        }
        let version = self.finding.borrow().version + 1;
        self.finding.replace(Finding {
            phrase: phrase.clone(),
            version,
            ..Finding::default()
        });
        self.clear_hits();
        if phrase.is_empty() {
            self.tell_found("");
            return;
        }
        self.tell_found(&self.words.text("viewer.searching"));
        task::spawn(self.clone().search(phrase));
        // Where no text was published, the engine reads it.
        task::spawn(self.clone().start_engine());
    }

    async fn search(self: Rc<Self>, phrase: String) {
        for page in 0..self.n_pages() {
            if page % N_AT_ONCE == N_AT_ONCE - 1 {
                task::sleep(0).await;
                self.tell_progress(page);
            }
            let text = self.text(page).await;
            if self.is_left.get() || self.finding.borrow().phrase != phrase {
                return;
            }
            let Some(text) = text else {
                continue;
            };
            let found = find(&text, &phrase, fold_with_map);
            if found.is_empty() {
                continue;
            }
            let mut finding = self.finding.borrow_mut();
            let hits = found.into_iter();
            finding.hits.extend(hits.map(|found| Hit {
                page,
                rects: found.rects,
            }));
            finding.version += 1;
        }
        self.finished();
    }

    /// How far the search is, and what it found so far.
    fn tell_progress(&self, page: PageIndex) {
        let n_hits = self.finding.borrow().hits.len() as u32;
        let [n, total, hits] = [page + 1, self.n_pages(), n_hits].map(|n| self.words.number(n));
        let values = [("n", &*n), ("total", &*total), ("hits", &*hits)];
        self.tell_found(&fill(
            self.words.messages.get("viewer.searchingAt"),
            &values,
        ));
    }

    /// All is read: the reader is brought to the first place from the page that they are at.
    fn finished(self: &Rc<Self>) {
        let here = self.page.get();
        let mut finding = self.finding.borrow_mut();
        if finding.hits.is_empty() {
            drop(finding);
            self.tell_found(&self.words.text("viewer.noHits"));
            return;
        }
        let from_here = finding.hits.iter().position(|hit| hit.page >= here);
        finding.current = Some(from_here.unwrap_or(0));
        drop(finding);
        self.go_to_hit();
    }

    /// To the next place or the one before; round the ends.
    pub(super) fn step_hit(self: &Rc<Self>, is_on: bool) {
        let mut finding = self.finding.borrow_mut();
        let n_hits = finding.hits.len();
        let Some(current) = finding.current.filter(|_| n_hits > 0) else {
            return;
        };
        let step = if is_on { 1 } else { n_hits - 1 };
        finding.current = Some((current + step) % n_hits);
        drop(finding);
        self.go_to_hit();
    }

    fn go_to_hit(self: &Rc<Self>) {
        let mut finding = self.finding.borrow_mut();
        finding.version += 1;
        let n_hits = finding.hits.len();
        let Some((at, page)) = finding
            .current
            .and_then(|at| Some((at, finding.hits.get(at)?.page)))
        else {
            return;
        };
        drop(finding);
        let [n, total] = [at + 1, n_hits].map(|n| self.words.number(n as u32));
        let values = [("n", &*n), ("total", &*total)];
        self.tell_found(&fill(self.words.messages.get("viewer.hit"), &values));
        let is_elsewhere = self.page.get() != page;
        if is_elsewhere {
            self.go_to(page);
        }
        if let Some(place) = self.sheet(page) {
            self.lay_hits(page, &place);
            if let Some(mark) = place.find("[data-current]") {
                mark.scroll_to(true);
            }
        }
        self.look_soon();
    }

    fn tell_found(&self, text: &str) {
        if let Some(place) = self.part("found") {
            place.set_text(text);
        }
    }
}
