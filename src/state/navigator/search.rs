//! The search page in motion: what is typed becomes the address and, a moment later, results; a newer search ends an older one.
//!
//! It shows what the live module answers and finds nothing itself.

use std::sync::Arc;

use super::{Navigator, Place};
use crate::platform::events::Event;
use crate::platform::{document, history, share, task};
use crate::route::Page;
use crate::state::live::LiveRequest;
use crate::state::page_data::{Content, PageData};
use crate::state::search::{FIELD, PAGE_FIELD_ID};
use crate::state::session::{LoadError, Screen, Shown};

/// How long the reader must have stopped typing, in milliseconds.
const PAUSE_MS: i32 = 120;
/// How long a search may take before it is said that it goes on, in milliseconds.
const PATIENCE_MS: i32 = 400;
/// Results that are shown at first, and that each "more" adds.
const N_RESULTS: u32 = 20;

impl Navigator {
    /// What was typed into the page's field is searched for once the reader pauses.
    pub(super) fn typed(&self, event: &Event) {
        let Some(typed) = document::typed_into(event, PAGE_FIELD_ID) else {
            return;
        };
        // Ends a search that is under way.
        let generation = self.begin();
        let navigator = self.clone();
        task::spawn(async move {
            task::sleep(PAUSE_MS).await;
            if navigator.generation.get() == generation {
                navigator.search_for(&typed, N_RESULTS);
            }
        });
    }

    /// A form was sent: on the page the search is made at once, elsewhere the page is gone to.
    pub(super) fn sent(&self, event: &Event) {
        let Some((action, typed)) = document::sent_form(event, FIELD) else {
            return;
        };
        let is_search = self
            .route(&action)
            .is_some_and(|route| route.page == Page::Search);
        if !is_search {
            return;
        }
        event.prevent_default();
        if self.shown_search().is_some() {
            self.search_for(&typed, N_RESULTS);
            return;
        }
        let place = address(&action, &typed);
        history::save_scroll();
        history::push(&place);
        self.load(&place, Place::Start);
    }

    /// Shows more of what was found.
    pub(super) fn more(&self) {
        if let Some((_, page)) = self.shown_search()
            && let Content::Search(search) = &page.content
        {
            let n_shown = search.results.len() as u32;
            self.search_for(&search.query, n_shown + N_RESULTS);
        }
    }

    /// After a published search page has come to life: searches for what its address asks.
    pub fn search_here(&self) {
        let asked = history::parameter(FIELD).filter(|query| !query.trim().is_empty());
        if let Some(query) = asked.filter(|_| self.shown_search().is_some()) {
            document::set_value(PAGE_FIELD_ID, &query);
            self.search_for(&query, N_RESULTS);
        }
    }

    /// Searches from the page that is shown. The address says what for, in the place of what it said before.
    fn search_for(&self, typed: &str, limit: u32) {
        let Some((screen, page)) = self.shown_search() else {
            return;
        };
        let generation = self.begin();
        let place = address(&page.path, typed);
        if place != self.place() {
            history::replace(&place);
            self.path.replace(place);
        }
        let navigator = self.clone();
        let typed = typed.to_owned();
        let waiting = (self.clone(), screen.clone(), page.clone());
        task::spawn(async move {
            task::sleep(PATIENCE_MS).await;
            let (navigator, screen, page) = waiting;
            if navigator.generation.get() == generation && navigator.is_busy.get() {
                navigator.show_search(
                    &screen,
                    with_status(&page, screen.locale.text("search.loading")),
                );
            }
        });
        self.is_busy.set(true);
        task::spawn(async move {
            let answer = navigator.results(&screen, &page, &typed, limit).await;
            if navigator.generation.get() == generation {
                navigator.is_busy.set(false);
                navigator.show_search(&screen, answer);
            }
        });
    }

    /// The search page with what `typed` finds, or with the reason why nothing can be found.
    pub(super) async fn results(
        &self,
        screen: &Screen,
        page: &PageData,
        typed: &str,
        limit: u32,
    ) -> PageData {
        if typed.is_empty() {
            return with_status(page, String::new());
        }
        let request = LiveRequest {
            prefix: screen.prefix.clone(),
            newsroom: Some(screen.newsroom.clone()),
            path: page.path.clone(),
            listed: None,
            query: Some(typed.to_owned()),
            limit: Some(limit),
        };
        match self.loader.ask(&request).await {
            Ok(answer) => {
                let found = answer.page.map(|found| with_ways_on(found, page));
                found.unwrap_or_else(|| page.clone())
            }
            Err(error) => with_problem(page, typed, &error, screen),
        }
    }

    /// A search page as it was loaded, with what its address asks for.
    pub(super) async fn with_results(&self, screen: Screen) -> Screen {
        let Shown::Page(page) = &screen.shown else {
            return screen;
        };
        let asked = history::parameter(FIELD).map(|query| query.trim().to_owned());
        let Some(asked) = asked.filter(|_| matches!(page.content, Content::Search(_))) else {
            return screen;
        };
        let page = self.results(&screen, page, &asked, N_RESULTS).await;
        Screen {
            shown: Shown::Page(Arc::new(page)),
            ..screen
        }
    }

    fn shown_search(&self) -> Option<(Arc<Screen>, Arc<PageData>)> {
        let screen = self.session.peek();
        match &screen.shown {
            Shown::Page(page) if matches!(page.content, Content::Search(_)) => {
                Some((screen.clone(), page.clone()))
            }
            _ => None,
        }
    }

    fn show_search(&self, screen: &Screen, page: PageData) {
        self.session.show(Screen {
            shown: Shown::Page(Arc::new(page)),
            ..screen.clone()
        });
    }
}

fn address(path: &str, query: &str) -> String {
    if query.is_empty() {
        return path.to_owned();
    }
    [path, "?", FIELD, "=", &share::escape(query)].concat()
}

/// The page with `status` in the place of what it said; with none of its results where that is empty.
fn with_status(page: &PageData, status: String) -> PageData {
    let mut page = page.clone();
    if let Content::Search(search) = &mut page.content {
        search.problem = None;
        if status.is_empty() {
            search.query.clear();
            search.results.clear();
            search.has_more = false;
            search.status = None;
        } else {
            search.status = Some(status);
        }
    }
    page
}

/// What was found, with the years and topics of the page before where the answer has none: an index knows texts alone.
fn with_ways_on(mut found: PageData, before: &PageData) -> PageData {
    if let (Content::Search(found), Content::Search(before)) = (&mut found.content, &before.content)
        && found.years.is_empty()
    {
        found.years.clone_from(&before.years);
        found.topics.clone_from(&before.topics);
        found.more_topics.clone_from(&before.more_topics);
    }
    found
}

fn with_problem(page: &PageData, typed: &str, error: &LoadError, screen: &Screen) -> PageData {
    let mut page = page.clone();
    if let Content::Search(search) = &mut page.content {
        typed.clone_into(&mut search.query);
        search.results.clear();
        search.has_more = false;
        search.status = None;
        search.problem = Some(error.title(&screen.locale));
    }
    page
}
