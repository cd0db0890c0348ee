//! Where a page's data comes from, in this order: the published `data.json` beside the page, then the live module. (The
//! block inlined in the first page is read at the start, see `start`.)
//!
//! It asks and remembers; what is shown meanwhile is not its business.

use std::cell::RefCell;
use std::sync::Arc;

use nashra_feed::json::{FromJson, JsonSource};
use nashra_l10n::{Direction, LanguageTag, NumberingSystem};

use super::live::{LiveAnswer, LiveRequest};
use super::locale::{Locale, read_messages};
use super::newsroom;
use super::page_data::{Boot, LanguageData, NewsroomData, PageData};
use super::session::{LoadError, LoadErrorKind};
use super::title::not_found;
use crate::platform::fetch::{self, FetchError, KeptMs};
use crate::platform::intl::BrowserFormats;
use crate::platform::json::BrowserJson;
use crate::platform::live;
use crate::route::{Page, Route};

/// What was loaded in this visit and holds for all of it.
#[derive(Default)]
pub struct Loader {
    /// The path under which the newsroom stands.
    prefix: String,
    locales: RefCell<Vec<Locale>>,
    frames: RefCell<Vec<NewsroomData>>,
    /// Pages by path. A bounded handful: Back is instant, memory stays small.
    pages: RefCell<Vec<Loaded>>,
}

/// Pages kept for Back and Forward.
const MAX_PAGES_KEPT: usize = 20;

/// A page in its frame.
#[derive(Clone)]
pub struct Loaded {
    /// The frame in the page's language.
    pub newsroom: NewsroomData,
    /// The language.
    pub locale: Locale,
    /// The page.
    pub page: Arc<PageData>,
    /// Where it is a copy that was kept, for want of a network: when that came, in milliseconds since 1970.
    pub saved_ms: Option<i64>,
}

impl Loader {
    /// A loader for the newsroom under `prefix`.
    pub fn new(prefix: String) -> Self {
        Self {
            prefix,
            ..Self::default()
        }
    }

    /// The path under which the newsroom stands.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Remembers a frame that came with a page.
    pub fn remember_frame(&self, frame: &NewsroomData) {
        let mut frames = self.frames.borrow_mut();
        if !frames.iter().any(|known| known.language == frame.language) {
            frames.push(frame.clone());
        }
    }

    /// The page at `path`, from what was published, else from the feed, else the page that says there is none.
    pub async fn page(&self, path: &str) -> Result<Loaded, LoadError> {
        let known = self
            .pages
            .borrow()
            .iter()
            .find(|known| known.page.path == path)
            .cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let url = [path, "data.json"].concat();
        let mut saved_ms = None;
        let published = match fetch::json(&url).await {
            Ok((json, saved)) => {
                saved_ms = saved;
                Boot::from_json(&json).and_then(|boot| boot.newsroom.zip(boot.page))
            }
            // Not published, or a host that answers everything with a page: the feed decides.
            Err(FetchError::Status(403 | 404 | 410) | FetchError::NotJson) => None,
            Err(error) => return Err(load_error(error, &url)),
        };
        let (newsroom, page) = match published.filter(|(_, page)| page.path == path) {
            Some((newsroom, page)) => (newsroom, Some(page)),
            None => {
                let (newsroom, page, saved) = self.live(path).await?;
                saved_ms = saved;
                (newsroom, page)
            }
        };
        self.remember_frame(&newsroom);
        let tag = LanguageTag::parse(&newsroom.language)
            .ok_or_else(|| load_error(FetchError::NotJson, &url))?;
        let locale = self.locale(&newsroom, &tag).await?;
        let page = Arc::new(page.unwrap_or_else(|| not_found(path, &newsroom, &locale)));
        let loaded = Loaded {
            newsroom,
            locale,
            page,
            saved_ms,
        };
        // A copy is shown again only where the network fails again.
        if saved_ms.is_none() {
            self.keep(loaded.clone());
        }
        Ok(loaded)
    }

    async fn live(
        &self,
        path: &str,
    ) -> Result<(NewsroomData, Option<PageData>, KeptMs), LoadError> {
        let language = Route::parse(path, &self.prefix).map(|route| route.language);
        let newsroom = match self.frame_of(language.as_ref()) {
            Some(newsroom) => Some(newsroom),
            None => self.published_frame(language.as_ref()).await,
        };
        let request = LiveRequest {
            prefix: self.prefix.clone(),
            newsroom,
            path: path.to_owned(),
            listed: None,
            query: None,
            limit: None,
        };
        let answer = self.ask(&request).await?;
        let newsroom = answer
            .newsroom
            .ok_or_else(|| load_error(FetchError::Network, path))?;
        Ok((newsroom, answer.page, answer.saved_ms))
    }

    /// The frame that was published in `tag`, for a page that was not: what `site.json` alone would give names other files and
    /// knows no feed for readers. `None` where nothing was published in it.
    async fn published_frame(&self, tag: Option<&LanguageTag>) -> Option<NewsroomData> {
        let tag = tag?;
        let known = self.frame_of(None)?;
        let mut languages = known.languages.iter();
        languages.find(|language| language.tag == tag.as_str())?;
        let home = Route::new(tag, Page::Home).path(&self.prefix);
        let (json, _) = fetch::json(&[&home, "data.json"].concat()).await.ok()?;
        let frame = Boot::from_json(&json)?.newsroom?;
        if frame.language != tag.as_str() {
            return None;
        }
        self.remember_frame(&frame);
        Some(frame)
    }

    /// Asks the live module.
    pub async fn ask(&self, request: &LiveRequest) -> Result<LiveAnswer, LoadError> {
        let answer: LiveAnswer = live::ask(request)
            .await
            .ok_or_else(|| load_error(FetchError::Network, &request.path))?;
        match answer.error {
            Some(error) => Err(error.into()),
            None => Ok(answer),
        }
    }

    /// The frame of a language, where a page brought it; of any language for `None`.
    pub fn frame_of(&self, tag: Option<&LanguageTag>) -> Option<NewsroomData> {
        let frames = self.frames.borrow();
        let is_it = |frame: &&NewsroomData| tag.is_none_or(|tag| tag.as_str() == frame.language);
        frames.iter().find(is_it).cloned()
    }

    /// Keeps a page for Back and Forward.
    pub fn keep(&self, loaded: Loaded) {
        let mut pages = self.pages.borrow_mut();
        pages.retain(|known| known.page.path != loaded.page.path);
        if pages.len() >= MAX_PAGES_KEPT {
            pages.remove(0);
        }
        pages.push(loaded);
    }

    /// The locale of a language: its messages are fetched once a visit.
    pub async fn locale(
        &self,
        newsroom: &NewsroomData,
        tag: &LanguageTag,
    ) -> Result<Locale, LoadError> {
        let known = self
            .locales
            .borrow()
            .iter()
            .find(|locale| locale.tag == *tag)
            .cloned();
        if let Some(locale) = known {
            return Ok(locale);
        }
        let locale = load_locale(newsroom, tag).await?;
        self.locales.borrow_mut().push(locale.clone());
        Ok(locale)
    }
}

/// Fetches a language's messages and makes its locale.
pub async fn load_locale(newsroom: &NewsroomData, tag: &LanguageTag) -> Result<Locale, LoadError> {
    let language = newsroom
        .languages
        .iter()
        .find(|language| language.tag == tag.as_str());
    let url = language
        .map(|language| &*language.messages)
        .unwrap_or_default();
    let (messages, _) = fetch::json(url)
        .await
        .map_err(|error| load_error(error, url))?;
    Ok(make_locale(newsroom, tag, language, &messages))
}

fn make_locale(
    newsroom: &NewsroomData,
    tag: &LanguageTag,
    language: Option<&LanguageData>,
    messages: &BrowserJson,
) -> Locale {
    let messages = read_messages(messages);
    let digits = language
        .and_then(|language| NumberingSystem::parse(&language.digits))
        .unwrap_or(NumberingSystem::Latn);
    let direction = match language.map(|language| &*language.direction) {
        Some("rtl") => Direction::Rtl,
        _ => Direction::Ltr,
    };
    let month_names = newsroom::month_names(newsroom);
    Locale {
        tag: tag.clone(),
        direction,
        digits,
        formats: Arc::new(BrowserFormats::new(tag, digits, month_names, &messages)),
        messages: Arc::new(messages),
    }
}

/// What a failed fetch is to the reader.
pub fn load_error(error: FetchError, url: &str) -> LoadError {
    let (kind, status) = match error {
        FetchError::Offline => (LoadErrorKind::Offline, None),
        FetchError::Timeout => (LoadErrorKind::Timeout, None),
        FetchError::Network => (LoadErrorKind::Network, None),
        FetchError::Status(status) => (LoadErrorKind::Status, Some(status)),
        FetchError::NotJson => (LoadErrorKind::NotJson, None),
        FetchError::TooLarge => (LoadErrorKind::NotFeed, None),
    };
    LoadError {
        kind,
        status,
        url: Some(url.to_owned()),
    }
}

/// Whether a feed's first page, as it came, has an item that is newer than `newest` and not in `ids`: read without the live
/// module, to know whether it is worth fetching.
pub fn has_news(feed: &BrowserJson, ids: &[String], newest: i64) -> bool {
    let Some(items) = feed.get("items") else {
        return false;
    };
    (0..items.len())
        .filter_map(|index| items.at(index))
        .any(|item| {
            let id = item.get("id").and_then(|id| id.as_string());
            let date = item.get("date_published").and_then(|date| date.as_string());
            let is_newer = date
                .and_then(|date| crate::platform::parse_date_ms(&date))
                .is_some_and(|ms| ms >= newest);
            is_newer && id.is_some_and(|id| !ids.contains(&id))
        })
}
