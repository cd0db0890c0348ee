//! The text of each page: from the published files, many pages at a time, else from the worker. Asked for when it is needed.
//!
//! It never asks twice for the same.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use nashra_report::document::PageIndex;
use nashra_report::protocol::RequestKind;
use nashra_report::text::PageText;

use super::Viewer;
use crate::platform::{fetch, task};
use crate::state::report_pages::read_texts;

#[derive(Clone)]
enum Known {
    /// Nobody asked.
    Nothing,
    /// Asked for in a published file.
    Fetching,
    /// Asked of the worker, by this request.
    Asked(u32),
    /// Here; nothing where there is none to be had.
    Text(Option<Rc<PageText>>),
}

/// What is known of all pages' text.
#[derive(Default)]
pub(super) struct Texts {
    pages: RefCell<Vec<Known>>,
    wakers: RefCell<Vec<Waker>>,
    /// Whether the worker will never answer.
    is_given_up: Cell<bool>,
}

impl Texts {
    pub(super) fn reset(&self, n_pages: usize) {
        self.pages.replace(vec![Known::Nothing; n_pages]);
        self.wake();
    }

    /// A page's text, if it is here.
    pub(super) fn get(&self, page: PageIndex) -> Option<Rc<PageText>> {
        match self.pages.borrow().get(page as usize) {
            Some(Known::Text(text)) => text.clone(),
            _ => None,
        }
    }

    pub(super) fn bring(&self, page: PageIndex, text: Option<PageText>) {
        self.set(page, Known::Text(text.map(Rc::new)));
        self.wake();
    }

    /// The worker has no answer to this request.
    pub(super) fn fail(&self, id: u32) {
        for known in self.pages.borrow_mut().iter_mut() {
            if matches!(known, Known::Asked(asked) if *asked == id) {
                *known = Known::Text(None);
            }
        }
        self.wake();
    }

    /// What the worker was asked for is asked anew.
    pub(super) fn worker_died(&self) {
        for known in self.pages.borrow_mut().iter_mut() {
            if matches!(known, Known::Asked(_)) {
                *known = Known::Nothing;
            }
        }
        self.wake();
    }

    /// Nothing more comes from the worker.
    pub(super) fn give_up(&self) {
        self.is_given_up.set(true);
        self.worker_died();
    }

    fn set(&self, page: PageIndex, state: Known) {
        if let Some(known) = self.pages.borrow_mut().get_mut(page as usize) {
            *known = state;
        }
    }

    fn is_nothing(&self, page: PageIndex) -> bool {
        let pages = self.pages.borrow();
        matches!(pages.get(page as usize), Some(Known::Nothing))
    }

    /// Whether it is known what the text is, or that there is none.
    fn is_settled(&self, page: PageIndex) -> bool {
        let pages = self.pages.borrow();
        matches!(pages.get(page as usize), None | Some(Known::Text(_)))
    }

    pub(super) fn wake(&self) {
        self.wakers.borrow_mut().drain(..).for_each(Waker::wake);
    }
}

impl Viewer {
    /// Sees to it that a page's text comes.
    pub(super) fn want_text(self: &Rc<Self>, page: PageIndex) {
        if !self.texts.is_nothing(page) {
            return;
        }
        let published = {
            let report = self.report.borrow();
            let page = report.pages.get(page as usize);
            page.and_then(|page| page.text_url.clone())
        };
        if let Some(url) = published {
            self.fetch_texts(url);
        } else if self.is_open() {
            let id = self.ask(RequestKind::Text { page }, None);
            self.texts.set(page, Known::Asked(id));
        }
    }

    /// Fetches a file with the text of several pages. Where it does not come, the worker is asked.
    fn fetch_texts(self: &Rc<Self>, url: String) {
        let pages: Vec<PageIndex> = {
            let mut report = self.report.borrow_mut();
            let pages = report.pages.iter_mut().enumerate();
            let its = pages.filter(|(_, page)| page.text_url.as_deref() == Some(&*url));
            its.map(|(at, page)| {
                page.text_url = None;
                at as PageIndex
            })
            .collect()
        };
        for page in &pages {
            self.texts.set(*page, Known::Fetching);
        }
        let viewer = self.clone();
        task::spawn(async move {
            let found = match fetch::json(&url).await {
                Ok((json, _)) => read_texts(&json),
                Err(_) => Vec::new(),
            };
            for page in pages {
                viewer.texts.set(page, Known::Nothing);
            }
            for (page, text) in found {
                viewer.texts.bring(page, Some(text));
            }
            viewer.texts.wake();
            viewer.look_soon();
        });
    }

    /// A page's text, when it is there.
    pub(super) async fn text(self: &Rc<Self>, page: PageIndex) -> Option<Rc<PageText>> {
        poll_fn(|context| {
            // Asked for again where a file did not hold it.
            self.want_text(page);
            let is_hopeless = self.texts.is_given_up.get() && self.texts.is_nothing(page);
            if self.texts.is_settled(page) || is_hopeless || self.is_left.get() {
                return Poll::Ready(());
            }
            self.texts.wakers.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
        self.texts.get(page)
    }
}
