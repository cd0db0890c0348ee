//! The first page ahead of its report: where it was published as a file of its own, a reader on a slow line sees it drawn while the
//! report is still to come.
//!
//! It is a way to be early and nothing else: whatever becomes of it, the report is fetched next.

use std::rc::Rc;

use nashra_report::protocol::RequestKind;

use super::Viewer;
use crate::platform::report_client::FileBytes;

impl Viewer {
    /// Where the first page is, if the reader is at it; once.
    pub(super) fn take_first_page(&self) -> Option<String> {
        let url = self.report.borrow_mut().first_page_url.take();
        url.filter(|_| self.page.get() == 0)
    }

    /// Has it drawn, if a page is still wanted. Another than the first is not in its file, and the worker will say so.
    pub(super) fn draw_first_page(self: &Rc<Self>, file: FileBytes) {
        let id = self.engine.borrow().n_requests + 1;
        let Some(wish) = self.schedule.borrow_mut().next(id) else {
            self.fetch_file();
            return;
        };
        self.engine.borrow_mut().first_page = Some(id);
        let (page, scale) = (wish.page, wish.scale);
        self.ask(RequestKind::Page { page, scale }, Some(file));
    }

    /// Whether an answer is about it. Then the report itself is fetched, unless the reader has stopped that.
    pub(super) fn is_first_page(self: &Rc<Self>, id: u32) -> bool {
        let engine = self.engine.borrow();
        let is_it = engine.first_page == Some(id);
        if is_it && engine.download.is_some() {
            self.fetch_file();
        }
        is_it
    }
}
