//! The first page ahead of its report: where it was published as a file of its own, a reader on a slow line sees it drawn while the
//! report is still to come.
//!
//! It is a way to be early and nothing else: whatever becomes of it, the report is fetched too.

use std::rc::Rc;

use nashra_report::protocol::RequestKind;

use super::Viewer;
use crate::platform::file::Download;
use crate::platform::report_client::FileBytes;
use crate::platform::task;

/// How often it is looked whether it was drawn, in milliseconds.
const LOOK_MS: i32 = 50;

/// How far it is.
#[derive(Default)]
pub(super) enum FirstPage {
    /// It was not asked for, or is over.
    #[default]
    Idle,
    /// Its file came before the worker did.
    Here(FileBytes),
    /// It is being drawn, by this request.
    Asked(u32),
}

impl Viewer {
    /// Has it drawn before the report is asked for. Says whether that is still wanted.
    pub(super) async fn draw_ahead(self: &Rc<Self>) -> bool {
        let Some(download) = self.first_page().map(Rc::new) else {
            return true;
        };
        self.engine.borrow_mut().download = Some(download.clone());
        self.clone().tell_soon(&download);
        self.draw_first_page(&download).await;
        // The report would take its time from the engine, which is on its way too.
        while self.is_awaited(&download)
            && !matches!(self.engine.borrow().first_page, FirstPage::Idle)
        {
            task::sleep(LOOK_MS).await;
        }
        self.is_awaited(&download)
    }

    /// Has it drawn beside a report that takes longer than it was taken for.
    pub(super) async fn draw_beside(self: &Rc<Self>) {
        if let Some(download) = self.first_page() {
            self.draw_first_page(&download).await;
        }
    }

    /// Asks for its file, if the reader is at it and there is nothing better; once.
    fn first_page(&self) -> Option<Download> {
        let url = self.report.borrow_mut().first_page_url.take()?;
        let is_wanted = self.page.get() == 0 && !self.has_file();
        is_wanted.then(|| Download::of(&url)).flatten()
    }

    fn has_file(&self) -> bool {
        let engine = self.engine.borrow();
        engine.has_file || engine.file.is_some()
    }

    async fn draw_first_page(&self, download: &Download) {
        let file = download.get(&|_, _| ()).await;
        if let Some(file) = file.filter(|_| !self.has_file()) {
            self.engine.borrow_mut().first_page = FirstPage::Here(file);
            self.hand_over_first_page();
        }
    }

    /// Gives the worker its file, once both are here.
    pub(super) fn hand_over_first_page(&self) {
        let mut engine = self.engine.borrow_mut();
        if engine.client.is_none() {
            return;
        }
        let first_page = std::mem::take(&mut engine.first_page);
        let id = engine.n_requests + 1;
        drop(engine);
        let FirstPage::Here(file) = first_page else {
            return;
        };
        let wish = self.schedule.borrow_mut().next(id);
        if let Some(wish) = wish {
            // A page that is not in the file is refused, and drawn from the report.
            self.engine.borrow_mut().first_page = FirstPage::Asked(id);
            let (page, scale) = (wish.page, wish.scale);
            self.ask(RequestKind::Page { page, scale }, Some(file));
        }
    }

    /// It is over with the answer to its request; whether this is that answer.
    pub(super) fn end_first_page(&self, id: u32) -> bool {
        let first_page = &mut self.engine.borrow_mut().first_page;
        let is_it = matches!(first_page, FirstPage::Asked(asked) if *asked == id);
        if is_it {
            *first_page = FirstPage::Idle;
        }
        is_it
    }
}
