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

    /// Has it drawn, if that is still what the reader looks at.
    pub(super) fn draw_first_page(self: &Rc<Self>, file: FileBytes) {
        let id = self.engine.borrow().n_requests + 1;
        let wish = self.schedule.borrow_mut().next(id);
        let Some(wish) = wish.filter(|wish| wish.page == 0) else {
            self.give_up_first_page();
            self.fetch_file();
            return;
        };
        self.engine.borrow_mut().first_page = Some(id);
        let (page, scale) = (wish.page, wish.scale);
        self.ask(RequestKind::Page { page, scale }, Some(file));
    }

    /// Whether an answer is about it. Then the report itself is fetched, unless the reader has stopped that.
    pub(super) fn is_first_page(self: &Rc<Self>, id: u32) -> bool {
        let mut engine = self.engine.borrow_mut();
        let is_it = engine.first_page.take_if(|asked| *asked == id).is_some();
        let is_awaited = engine.download.is_some();
        drop(engine);
        if is_it && is_awaited {
            self.fetch_file();
        }
        is_it
    }

    /// It will be drawn from the report.
    pub(super) fn give_up_first_page(&self) {
        self.schedule.borrow_mut().worker_died();
    }
}
