//! What the app and the live module say to each other, as JSON: the module is a WebAssembly binary of its own, fetched when
//! a page has to be composed from the feed, so that readers of published pages never pay for it.

use nashra_feed::record;

use super::page_data::{CardData, NewsroomData, PageData};
use super::session::{LoadError, LoadErrorKind};

record! {
    /// A question.
    pub struct LiveRequest {
        /// The path under which the newsroom stands.
        pub prefix: String,
        /// The frame, where a page brought it; absent, `site.json` is read.
        pub newsroom: Option<NewsroomData>,
        /// The path of the page that is asked for, or whose list may have grown.
        pub path: String,
        /// What that list holds: then the answer is cards, else a page.
        pub listed: Option<Listed>,
        /// What is searched for, on the search page.
        pub query: Option<String>,
        /// How many results are shown.
        pub limit: Option<u32>,
    }
}

record! {
    /// What a published list holds.
    pub struct Listed {
        /// Ids of the items listed.
        pub ids: Vec<String>,
        /// The sort key of the newest.
        pub newest: i64,
    }
}

record! {
    /// An answer: a page, cards, an error, or nothing where no item answers to the path.
    pub struct LiveAnswer {
        /// The frame of the page's language.
        pub newsroom: Option<NewsroomData>,
        /// The page.
        pub page: Option<PageData>,
        /// Items that the list lacks, newest first.
        pub cards: Vec<CardData>,
        /// Why there is no answer.
        pub error: Option<LiveError>,
        /// Where the page is made from a copy that was kept, for want of a network: when that came.
        pub saved_ms: Option<i64>,
    }
}

record! {
    /// [`LoadError`] on its way.
    pub struct LiveError {
        /// [`LoadErrorKind::as_str`].
        pub kind: String,
        /// The HTTP status, where it was that.
        pub status: Option<u32>,
        /// The address that failed.
        pub url: Option<String>,
    }
}

impl LiveAnswer {
    /// An answer that says what failed.
    pub fn failed(error: LoadError) -> Self {
        Self {
            newsroom: None,
            page: None,
            cards: Vec::new(),
            saved_ms: None,
            error: Some(LiveError {
                kind: error.kind.as_str().to_owned(),
                status: error.status.map(u32::from),
                url: error.url,
            }),
        }
    }
}

impl From<LiveError> for LoadError {
    fn from(error: LiveError) -> Self {
        Self {
            kind: LoadErrorKind::parse(&error.kind),
            status: error.status.and_then(|status| u16::try_from(status).ok()),
            url: error.url,
        }
    }
}
