//! What is on the screen now, as one signal: the frame, the language and the page or why there is none.
//!
//! It changes the screen and nothing else; who loads a page and when is `navigator`'s business.

use std::sync::Arc;

use leptos::prelude::*;

use super::locale::Locale;
use super::page_data::{NewsroomData, PageData};

/// Everything that a rendering of the app depends on.
#[derive(Clone)]
pub struct Screen {
    /// The path under which the newsroom stands.
    pub prefix: String,
    /// The frame.
    pub newsroom: NewsroomData,
    /// The language.
    pub locale: Locale,
    /// What stands in the frame.
    pub shown: Shown,
    /// Where that is a copy that was kept, for want of a network: when it came, in milliseconds since 1970.
    pub saved_ms: Option<i64>,
}

/// What stands in the frame.
#[derive(Clone, PartialEq)]
pub enum Shown {
    /// A page.
    Page(Arc<PageData>),
    /// A page is on its way and there was none before it.
    Loading,
    /// No page came.
    Error(LoadError),
}

/// Why no page came: what the reader is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoadError {
    /// What kind of failure.
    pub kind: LoadErrorKind,
    /// The HTTP status, where it was that.
    pub status: Option<u16>,
    /// The address that failed.
    pub url: Option<String>,
}

/// Failures that ask for different words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LoadErrorKind {
    /// The device has no network.
    Offline,
    /// No answer in time.
    Timeout,
    /// No connection.
    Network,
    /// An HTTP error.
    Status,
    /// Not JSON.
    NotJson,
    /// JSON, but no feed.
    NotFeed,
}

impl LoadErrorKind {
    /// The kind's name: the message group `error.{name}.title` and `.body`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Timeout => "timeout",
            Self::Network => "network",
            Self::Status => "http",
            Self::NotJson => "notJson",
            Self::NotFeed => "notFeed",
        }
    }

    /// Reads a name; an unknown one is a failure of the network.
    pub fn parse(name: &str) -> Self {
        let kinds = [
            Self::Offline,
            Self::Timeout,
            Self::Status,
            Self::NotJson,
            Self::NotFeed,
        ];
        kinds
            .into_iter()
            .find(|kind| kind.as_str() == name)
            .unwrap_or(Self::Network)
    }
}

impl LoadError {
    /// The message group of this failure.
    pub fn key(&self) -> &'static str {
        self.kind.as_str()
    }

    /// What failed, in the reader's words.
    pub fn title(&self, locale: &Locale) -> String {
        let status = self
            .status
            .map_or_else(String::new, |status| status.to_string());
        locale.fill(
            &["error.", self.key(), ".title"].concat(),
            &[("status", &status)],
        )
    }
}

/// The handle that components share.
#[derive(Clone, Copy)]
pub struct Session {
    screen: RwSignal<Arc<Screen>>,
    retries: RwSignal<u32>,
    asked_for_more: RwSignal<u32>,
}

impl Session {
    /// A session that shows `screen`.
    pub fn new(screen: Screen) -> Self {
        Self {
            screen: RwSignal::new(Arc::new(screen)),
            retries: RwSignal::new(0),
            asked_for_more: RwSignal::new(0),
        }
    }

    /// What is on the screen; whoever asks inside a view is rendered again when it changes.
    pub fn screen(self) -> Arc<Screen> {
        self.screen.get()
    }

    /// What is on the screen, once.
    pub fn peek(self) -> Arc<Screen> {
        self.screen.get_untracked()
    }

    /// Shows another screen.
    pub fn show(self, screen: Screen) {
        self.screen.set(Arc::new(screen));
    }

    /// Asks for the page again.
    pub fn retry(self) {
        self.retries.update(|count| *count += 1);
    }

    /// How often the reader asked again; tracked.
    pub fn retries(self) -> u32 {
        self.retries.get()
    }

    /// Asks for more of what a search found.
    pub fn ask_for_more(self) {
        self.asked_for_more.update(|count| *count += 1);
    }

    /// How often the reader asked for more; tracked.
    pub fn asked_for_more(self) -> u32 {
        self.asked_for_more.get()
    }
}
