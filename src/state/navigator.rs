//! Moving through the newsroom without leaving it: links, Back and Forward, retry, and the news that came since the
//! page was published.
//!
//! Only addresses that spell a page of ours in one of our languages are taken; files, other sites, new tabs and
//! downloads are the browser's.

mod search;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::Effect;
use nashra_feed::json::to_json;

use super::gallery::album::Album;
use super::gallery::lightbox::{MakeView, opening};
use super::live::{Listed, LiveRequest};
use super::loader::{Loader, has_news};
use super::newest;
use super::page_data::{CardData, Content};
use super::search::{FIELD, PAGE_FIELD_ID};
use super::session::{LoadErrorKind, Screen, Session, Shown};
use crate::platform::events::Listener;
use crate::platform::fetch;
use crate::platform::module::VIEWER;
use crate::platform::{self, document, history, task};
use crate::route::{Page, Route};

/// Where the reader should be put when a page is shown.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// At the heading of a new page, or where its fragment points.
    Start,
    /// Where the page was left.
    Kept,
}

/// The one navigator of the app.
#[derive(Clone)]
pub struct Navigator {
    session: Session,
    loader: Rc<Loader>,
    /// Counts navigations: an answer to an older one is dropped.
    generation: Rc<Cell<u32>>,
    /// The path shown or on its way, without fragment; on the search page with its query.
    path: Rc<std::cell::RefCell<String>>,
    /// Whether the answer to the latest question is still out.
    is_busy: Rc<Cell<bool>>,
    /// What shows the lightbox.
    make_lightbox: MakeView,
}

/// How long a page may take before screen readers are told that it is on its way, in milliseconds.
const PATIENCE_MS: i32 = 1000;

impl Navigator {
    /// Starts listening. `path` is what the first screen shows, `make_lightbox` shows the photos of a page large.
    pub fn start(
        session: Session,
        loader: Rc<Loader>,
        path: String,
        make_lightbox: MakeView,
    ) -> Self {
        let navigator = Self {
            session,
            loader,
            generation: Rc::default(),
            path: Rc::new(path.into()),
            is_busy: Rc::default(),
            make_lightbox,
        };
        navigator.listen();
        navigator
    }

    fn listen(&self) {
        history::restore_scroll_ourselves(true);
        let Some(window) = platform::document::window_target() else {
            return;
        };
        let on_click = self.clone();
        Listener::new(&window, "click", move |event| on_click.clicked(&event)).forever();
        let on_pop = self.clone();
        Listener::new(&window, "popstate", move |_| on_pop.popped()).forever();
        // After a reload the browser puts the reader back, before any of our code runs.
        Listener::new(&window, "pagehide", |_| {
            history::restore_scroll_ourselves(false)
        })
        .forever();
        Listener::new(&window, "pageshow", |_| {
            history::restore_scroll_ourselves(true)
        })
        .forever();
        let on_input = self.clone();
        Listener::new(&window, "input", move |event| on_input.typed(&event)).forever();
        let on_submit = self.clone();
        Listener::new(&window, "submit", move |event| on_submit.sent(&event)).forever();
        let on_online = self.clone();
        Listener::new(&window, "online", move |_| on_online.came_online()).forever();
        let on_more = self.clone();
        Effect::new(move |seen: Option<u32>| {
            let asked = on_more.session.asked_for_more();
            if seen.is_some() {
                on_more.more();
            }
            asked
        });
        let on_retry = self.clone();
        Effect::new(move |seen: Option<u32>| {
            let retries = on_retry.session.retries();
            if seen.is_some() {
                on_retry.load(&on_retry.place(), Place::Start);
            }
            retries
        });
    }

    fn clicked(&self, event: &platform::events::Event) {
        let Some(link) = document::plain_link_click(event) else {
            return;
        };
        if self.route(&link.path).is_none() {
            return;
        }
        let is_here = link.path == *self.path.borrow();
        if is_here && !link.hash.is_empty() {
            // A fragment of this page: the browser knows best.
            return;
        }
        event.prevent_default();
        history::save_scroll();
        if link.url != history::href() {
            history::push(&link.url);
        }
        self.load(&link.path, Place::Start);
    }

    /// What could not be shown for want of a network is asked for again once there is one.
    fn came_online(&self) {
        let screen = self.session.peek();
        let is_for_want = match &screen.shown {
            Shown::Error(error) => error.kind == LoadErrorKind::Offline,
            _ => screen.saved_ms.is_some(),
        };
        if is_for_want {
            self.load(&self.place(), Place::Kept);
        }
    }

    /// Where the address bar says that we are: the query counts on the search page alone.
    fn place(&self) -> String {
        let path = history::path();
        let is_search = self
            .route(&path)
            .is_some_and(|route| route.page == Page::Search);
        if is_search {
            [path, history::query()].concat()
        } else {
            path
        }
    }

    /// Begins something new: answers to what was asked before are dropped.
    fn begin(&self) -> u32 {
        let generation = self.generation.get() + 1;
        self.generation.set(generation);
        generation
    }

    fn popped(&self) {
        let path = self.place();
        if path != *self.path.borrow() {
            self.load(&path, Place::Kept);
        } else {
            opening::address_changed();
        }
    }

    /// The route of a path, if it is one in a language of this newsroom.
    fn route(&self, path: &str) -> Option<Route> {
        let route = Route::parse(path, self.loader.prefix())?;
        let screen = self.session.peek();
        let tag = route.language.as_str();
        let is_ours = screen
            .newsroom
            .languages
            .iter()
            .any(|language| language.tag == tag);
        is_ours.then_some(route)
    }

    /// Loads the page at `path` and shows it; the page before stays on the screen meanwhile.
    fn load(&self, path: &str, place: Place) {
        let generation = self.begin();
        self.path.replace(path.to_owned());
        document::set_state("busy");
        self.is_busy.set(true);
        let navigator = self.clone();
        let path = path.split('?').next().unwrap_or_default().to_owned();
        task::spawn(async move {
            let screen = navigator.with_results(navigator.screen(&path).await).await;
            if navigator.generation.get() == generation {
                navigator.is_busy.set(false);
                navigator.show(screen, place);
            }
        });
        let waiting = self.clone();
        task::spawn(async move {
            task::sleep(PATIENCE_MS).await;
            if waiting.generation.get() == generation && waiting.is_busy.get() {
                document::announce(waiting.session.peek().locale.messages.get("a11y.loading"));
            }
        });
    }

    async fn screen(&self, path: &str) -> Screen {
        let before = self.session.peek();
        let prefix = before.prefix.clone();
        match self.loader.page(path).await {
            Ok(loaded) => Screen {
                prefix,
                newsroom: loaded.newsroom,
                locale: loaded.locale,
                shown: Shown::Page(loaded.page),
                saved_ms: loaded.saved_ms,
            },
            Err(error) => Screen {
                shown: Shown::Error(error),
                saved_ms: None,
                ..(*before).clone()
            },
        }
    }

    fn show(&self, screen: Screen, place: Place) {
        let title = title_of(&screen);
        let language = screen.locale.tag.as_str().to_owned();
        let direction = screen.locale.direction.as_str();
        document::describe(&title, &language, direction);
        let announcement = screen.locale.fill("a11y.navigatedTo", &[("title", &title)]);
        if let Shown::Page(page) = &screen.shown {
            self.correct_address(&page.path);
        }
        self.session.show(screen);
        let navigator = self.clone();
        // The view follows the signal in a microtask; by the next frame it stands.
        task::next_frame(move || {
            match place {
                Place::Kept => document::scroll_to(history::saved_scroll().unwrap_or(0.0)),
                Place::Start if document::scroll_to_hash(&history::hash()) => {}
                Place::Start => document::scroll_to(0.0),
            }
            document::set_value(
                PAGE_FIELD_ID,
                &history::parameter(FIELD).unwrap_or_default(),
            );
            document::focus_heading();
            document::announce(&announcement);
            document::set_state("ready");
            navigator.follow_photos();
            navigator.look_for_news();
            navigator.show_report(true);
        });
    }

    /// The photos of the page that now stands can be opened, and are where its address names one.
    pub fn follow_photos(&self) {
        opening::follow(Album::of(self.session.peek()), self.make_lightbox);
    }

    /// Hands a report to the viewer, which is a module of its own; tells it of other pages, so that it lets its report go.
    /// Where the viewer does not come, a page that holds nothing else (`is_bare`) gives way to the file itself.
    pub fn show_report(&self, is_bare: bool) {
        let screen = self.session.peek();
        let (request, file) = match &screen.shown {
            Shown::Page(page) => match &page.content {
                Content::Read(read) => (to_json(read), Some(read.file_url.clone())),
                _ => (String::new(), None),
            },
            _ => (String::new(), None),
        };
        if file.is_none() && !VIEWER.is_loaded() {
            return;
        }
        task::spawn(async move {
            let is_shown = VIEWER.ask(&request).await.is_some();
            if let Some(file) = file.filter(|_| is_bare && !is_shown) {
                history::leave_for(&file);
            }
        });
    }

    /// A page that answers for another address (a translation by another name) is at its own.
    fn correct_address(&self, path: &str) {
        let shown = self.path.borrow().split('?').next() == Some(path);
        if !shown && self.route(path).is_some() {
            history::replace(&[path, &history::hash()].concat());
            self.path.replace(path.to_owned());
        }
    }

    /// After the first paint: adds to a published list what the feed has since.
    pub fn look_for_news(&self) {
        let screen = self.session.peek();
        let Shown::Page(page) = &screen.shown else {
            return;
        };
        let Some(listed) = newest::listed(page).filter(|_| !document::saves_data()) else {
            return;
        };
        let generation = self.generation.get();
        let page = page.clone();
        let navigator = self.clone();
        let screen = screen.clone();
        task::spawn(async move {
            task::idle().await;
            // The published list is good without it: a feed that fails is no error here.
            let Some(cards) = navigator.news(&screen, &page.path, listed).await else {
                return;
            };
            if cards.is_empty() || navigator.generation.get() != generation {
                return;
            }
            navigator.session.show(Screen {
                shown: Shown::Page(Arc::new(newest::with_news(&page, cards))),
                ..(*screen).clone()
            });
        });
    }

    async fn news(&self, screen: &Screen, path: &str, listed: Listed) -> Option<Vec<CardData>> {
        let tag = screen.locale.tag.as_str();
        let language = screen
            .newsroom
            .languages
            .iter()
            .find(|language| language.tag == tag)?;
        let mut is_worth_it = false;
        for feed in &language.feeds {
            let (feed, _) = fetch::json(feed).await.ok()?;
            is_worth_it |= has_news(&feed, &listed.ids, listed.newest);
        }
        let request = LiveRequest {
            prefix: screen.prefix.clone(),
            newsroom: Some(screen.newsroom.clone()),
            path: path.to_owned(),
            listed: is_worth_it.then_some(listed),
            query: None,
            limit: None,
        };
        request.listed.as_ref()?;
        Some(self.loader.ask(&request).await.ok()?.cards)
    }

    /// Loads what the address bar asks for: the page that came does not show it.
    pub fn load_here(&self) {
        self.load(&self.place(), Place::Start);
    }
}

fn title_of(screen: &Screen) -> String {
    match &screen.shown {
        Shown::Page(page) => page.title.clone(),
        Shown::Loading => screen.locale.text("a11y.loading"),
        Shown::Error(error) => error.title(&screen.locale),
    }
}
