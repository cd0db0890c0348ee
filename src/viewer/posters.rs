//! Posters of a report that is drawn at once: the first page's, and of others only where a drawing keeps the reader waiting.
//!
//! Each poster costs requests, decoded pixels and elements; where the engine is quick nobody sees it.

use std::ops::Range;
use std::rc::Rc;

use nashra_report::document::PageIndex;

use super::Viewer;
use crate::components::report_viewer::pages::{self, BRIEF_SIZES, SIZES};
use crate::platform::task;
use crate::view::append;

/// How long a reader waits for a drawing before a poster stands for it.
const PATIENCE_MS: i32 = 150;

impl Viewer {
    /// Gives pages on the screen that are not drawn in a moment their posters.
    pub(super) fn poster_late(self: &Rc<Self>, visible: Range<PageIndex>) {
        if !visible.clone().any(|page| self.is_bare(page)) {
            return;
        }
        let viewer = self.clone();
        task::spawn(async move {
            task::sleep(PATIENCE_MS).await;
            if !viewer.is_left.get() {
                for page in visible.filter(|page| viewer.is_bare(*page)) {
                    viewer.give_poster(page);
                }
            }
        });
    }

    /// Whether nothing of a page is there, neither drawing nor poster, though a poster was published.
    fn is_bare(&self, page: PageIndex) -> bool {
        let report = self.report.borrow();
        let published = report.pages.get(page as usize);
        let is_published = published.is_some_and(|it| !it.posters.is_empty());
        let sheet = self.sheet(page).filter(|_| is_published);
        sheet.is_some_and(|sheet| {
            sheet.get("data-live").is_none() && sheet.find(".viewer-poster").is_none()
        })
    }

    fn give_poster(&self, page: PageIndex) {
        let report = self.report.borrow();
        let published = report.pages.get(page as usize);
        // Without the engine it is all that there is, and comes as large as it is shown.
        let sizes = if self.is_open() { BRIEF_SIZES } else { SIZES };
        let poster = published.and_then(|it| pages::poster(page as usize, it, sizes, &self.words));
        if let Some((poster, sheet)) = poster.zip(self.sheet(page)) {
            append(poster, &sheet);
        }
    }
}
