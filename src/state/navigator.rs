//! Moving through the newsroom without leaving it: links, Back and Forward, retry, and the news that came since the
//! page was published.
//!
//! Only addresses that spell a page of ours in one of our languages are taken; files, other sites, new tabs and
//! downloads are the browser's.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::Effect;

use super::live::{Listed, LiveRequest};
use super::loader::{Loader, has_news};
use super::newest;
use super::page_data::CardData;
use super::session::{Screen, Session, Shown};
use crate::platform::events::Listener;
use crate::platform::fetch;
use crate::platform::{self, document, history, task};
use crate::route::Route;

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
    /// The path shown or on its way, without fragment.
    path: Rc<std::cell::RefCell<String>>,
}

impl Navigator {
    /// Starts listening. `path` is what the first screen shows.
    pub fn start(session: Session, loader: Rc<Loader>, path: String) -> Self {
        let navigator = Self {
            session,
            loader,
            generation: Rc::default(),
            path: Rc::new(path.into()),
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
        let on_retry = self.clone();
        Effect::new(move |seen: Option<u32>| {
            let retries = on_retry.session.retries();
            if seen.is_some() {
                on_retry.load(&history::path(), Place::Start);
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

    fn popped(&self) {
        let path = history::path();
        if path != *self.path.borrow() {
            self.load(&path, Place::Kept);
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
        let generation = self.generation.get() + 1;
        self.generation.set(generation);
        self.path.replace(path.to_owned());
        document::set_state("busy");
        let navigator = self.clone();
        let path = path.to_owned();
        task::spawn(async move {
            let screen = navigator.screen(&path).await;
            if navigator.generation.get() != generation {
                return;
            }
            navigator.show(screen, place);
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
            },
            Err(error) => Screen {
                shown: Shown::Error(error),
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
        self.session.show(screen);
        let navigator = self.clone();
        // The view follows the signal in a microtask; by the next frame it stands.
        task::next_frame(move || {
            match place {
                Place::Kept => document::scroll_to(history::saved_scroll().unwrap_or(0.0)),
                Place::Start if document::scroll_to_hash(&history::hash()) => {}
                Place::Start => document::scroll_to(0.0),
            }
            document::focus_heading();
            document::announce(&announcement);
            document::set_state("ready");
            navigator.look_for_news();
        });
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
            let feed = fetch::json(feed).await.ok()?;
            is_worth_it |= has_news(&feed, &listed.ids, listed.newest);
        }
        let request = LiveRequest {
            prefix: screen.prefix.clone(),
            newsroom: Some(screen.newsroom.clone()),
            path: path.to_owned(),
            listed: is_worth_it.then_some(listed),
        };
        request.listed.as_ref()?;
        Some(self.loader.ask(&request).await.ok()?.cards)
    }

    /// Loads what the address bar asks for: the page that came does not show it.
    pub fn load_here(&self) {
        self.load(&history::path(), Place::Start);
    }
}

fn title_of(screen: &Screen) -> String {
    match &screen.shown {
        Shown::Page(page) => page.title.clone(),
        Shown::Loading => screen.locale.text("a11y.loading"),
        Shown::Error(error) => error.title(&screen.locale),
    }
}
