//! Where a page's data comes from, in this order: the published `data.json` beside the page, then the live feed. (The
//! block inlined in the first page is read at the start, see `app`.)
//!
//! It asks the network and composes; what is shown meanwhile is not its business.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use nashra_feed::json::{FromJson, JsonSource};
use nashra_feed::{FeedAssembly, FeedError, Item, read_feed, read_newsroom};
use nashra_l10n::{Direction, LanguageTag, NumberingSystem};

use super::compose::Composer;
use super::locale::{Locale, read_messages};
use super::newsroom;
use super::page_data::{LanguageData, NewsroomData, PageData};
use super::session::{LoadError, LoadErrorKind};
use crate::platform::fetch::{self, FetchError};
use crate::platform::json::BrowserJson;
use crate::platform::{self, intl::BrowserFormats, urls::BrowserUrls};
use crate::route::Route;

/// What was loaded in this visit and holds for all of it.
#[derive(Default)]
pub struct Loader {
    /// The path under which the newsroom stands.
    prefix: String,
    locales: RefCell<Vec<Locale>>,
    frames: RefCell<Vec<NewsroomData>>,
    /// Pages by path. A bounded handful: Back is instant, memory stays small.
    pages: RefCell<Vec<Arc<PageData>>>,
    /// Live items by language tag.
    feeds: RefCell<Vec<(String, Rc<[Item]>)>>,
}

/// Pages kept for Back and Forward.
const MAX_PAGES_KEPT: usize = 20;

/// A page in its frame.
pub struct Loaded {
    /// The frame in the page's language.
    pub newsroom: NewsroomData,
    /// The language.
    pub locale: Locale,
    /// The page.
    pub page: Arc<PageData>,
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

    /// Remembers a frame that came with the page.
    pub fn remember_frame(&self, frame: &NewsroomData) {
        let mut frames = self.frames.borrow_mut();
        if !frames.iter().any(|known| known.language == frame.language) {
            frames.push(frame.clone());
        }
    }

    /// The page at `route`, from the published file, else from the feed. `None`: nothing answers to it.
    pub async fn page(&self, route: &Route) -> Result<Option<Arc<PageData>>, LoadError> {
        let path = route.path(&self.prefix);
        let known = self
            .pages
            .borrow()
            .iter()
            .find(|page| page.path == path)
            .cloned();
        if known.is_some() {
            return Ok(known);
        }
        let url = [&path, "data.json"].concat();
        let page = match fetch::json(&url).await {
            Ok(json) => PageData::from_json(&json).filter(|page| page.path == path),
            // Not published, or a host that answers everything with a page: the feed decides.
            Err(FetchError::Status(404 | 410 | 403) | FetchError::NotJson) => None,
            Err(error) => return Err(load_error(error, &url)),
        };
        let page = match page {
            Some(page) => Some(page),
            None => self.live_page(route).await?,
        };
        let page = page.map(Arc::new);
        if let Some(page) = &page {
            self.keep(page.clone());
        }
        Ok(page)
    }

    /// Keeps a page for Back and Forward.
    pub fn keep(&self, page: Arc<PageData>) {
        let mut pages = self.pages.borrow_mut();
        pages.retain(|known| known.path != page.path);
        if pages.len() >= MAX_PAGES_KEPT {
            pages.remove(0);
        }
        pages.push(page);
    }

    /// The page at `route`, composed from the feed.
    async fn live_page(&self, route: &Route) -> Result<Option<PageData>, LoadError> {
        let (newsroom, locale) = self.frame(&route.language).await?;
        let items = self.live_items(&newsroom, &route.language).await?;
        Ok(self.compose(&newsroom, &locale, &items, |composer| {
            composer.page(&route.page)
        }))
    }

    /// Composes with the browser's readers.
    pub fn compose<T>(
        &self,
        newsroom: &NewsroomData,
        locale: &Locale,
        items: &[Item],
        make: impl FnOnce(&Composer<'_>) -> T,
    ) -> T {
        let base_url = self.absolute(&self.prefix);
        make(&Composer {
            prefix: &self.prefix,
            base_url: &base_url,
            newsroom,
            locale,
            items,
            urls: &BrowserUrls,
            read_html: &|html, context| platform::html::read(html, context),
            find_item: &|_, _| None,
        })
    }

    /// All items of a language's feeds, read once a visit.
    pub async fn live_items(
        &self,
        newsroom: &NewsroomData,
        tag: &LanguageTag,
    ) -> Result<Rc<[Item]>, LoadError> {
        let known = |feeds: &Vec<(String, Rc<[Item]>)>| {
            feeds
                .iter()
                .find(|(known, _)| known == tag.as_str())
                .map(|(_, items)| items.clone())
        };
        if let Some(items) = known(&self.feeds.borrow()) {
            return Ok(items);
        }
        let mut assembly = FeedAssembly::new();
        for url in feeds_of(newsroom, tag) {
            let mut next = assembly.begin_feed(&self.absolute(url));
            while let Some(url) = next.take() {
                next = match self.feed_page(&url).await {
                    Ok((page, warnings)) => assembly.add_page(&url, page, warnings),
                    // What was read stays: an older page that fails costs the older items alone.
                    Err(error) if error.kind == LoadErrorKind::NotFeed => None,
                    Err(error) => return Err(error),
                };
            }
        }
        let assembled = assembly.finish();
        for warning in &assembled.warnings {
            platform::console::warn(&[&warning.url, " ", &warning.warning.to_string()].concat());
        }
        let items: Rc<[Item]> = assembled.items.into();
        self.feeds
            .borrow_mut()
            .push((tag.as_str().to_owned(), items.clone()));
        Ok(items)
    }

    /// The first page of each of a language's feeds: what may be newer than the published lists.
    pub async fn newest_items(
        &self,
        newsroom: &NewsroomData,
        tag: &LanguageTag,
    ) -> Result<Vec<Item>, LoadError> {
        let mut assembly = FeedAssembly::new();
        for url in feeds_of(newsroom, tag) {
            let url = self.absolute(url);
            let (page, warnings) = self.feed_page(&url).await?;
            assembly.add_page(&url, page, warnings);
        }
        Ok(assembly.finish().items)
    }

    async fn feed_page(
        &self,
        url: &str,
    ) -> Result<(nashra_feed::Feed, Vec<nashra_feed::FeedWarning>), LoadError> {
        let json = fetch::json(url)
            .await
            .map_err(|error| load_error(error, url))?;
        read_feed(&json, url, &BrowserUrls).map_err(|error| feed_error(&error, url))
    }

    /// The frame and the locale of a language; the frame from `site.json` where no page brought it.
    pub async fn frame(&self, tag: &LanguageTag) -> Result<(NewsroomData, Locale), LoadError> {
        let known = |frames: &Vec<NewsroomData>| {
            frames
                .iter()
                .find(|known| known.language == tag.as_str())
                .cloned()
        };
        let found = known(&self.frames.borrow());
        let newsroom = match found {
            Some(newsroom) => newsroom,
            None => {
                let url = self.absolute(&[&self.prefix, "site.json"].concat());
                let json = fetch::json(&url)
                    .await
                    .map_err(|error| load_error(error, &url))?;
                let (site, _) = read_newsroom(&json, &BrowserUrls, &url)
                    .map_err(|error| feed_error(&error, &url))?;
                // Feeds and pictures stand beside `site.json`, wherever it was fetched from.
                let origin = self.absolute(&self.prefix);
                let frame = newsroom::frame(&site, tag, &origin, &self.prefix);
                self.remember_frame(&frame);
                frame
            }
        };
        let locale = self.locale(&newsroom, tag).await?;
        Ok((newsroom, locale))
    }

    /// The locale of a language: its messages are fetched once a visit.
    pub async fn locale(
        &self,
        newsroom: &NewsroomData,
        tag: &LanguageTag,
    ) -> Result<Locale, LoadError> {
        if let Some(locale) = self
            .locales
            .borrow()
            .iter()
            .find(|locale| locale.tag == *tag)
        {
            return Ok(locale.clone());
        }
        let language = newsroom
            .languages
            .iter()
            .find(|language| language.tag == tag.as_str());
        let messages = match language {
            Some(language) => {
                let url = self.absolute(&language.messages);
                fetch::json(&url)
                    .await
                    .map_err(|error| load_error(error, &url))?
            }
            None => BrowserJson::parse("{}").ok_or_else(|| load_error(FetchError::NotJson, ""))?,
        };
        let locale = make_locale(newsroom, tag, language, &messages);
        self.locales.borrow_mut().push(locale.clone());
        Ok(locale)
    }

    /// `url` against the page's origin.
    fn absolute(&self, url: &str) -> String {
        use nashra_feed::UrlResolver;
        BrowserUrls
            .resolve(Some(&platform::history::href()), url)
            .unwrap_or_else(|| url.to_owned())
    }
}

fn feeds_of<'a>(newsroom: &'a NewsroomData, tag: &LanguageTag) -> impl Iterator<Item = &'a String> {
    let tag = tag.as_str().to_owned();
    let languages = newsroom.languages.iter();
    languages
        .filter(move |language| language.tag == tag)
        .flat_map(|language| &language.feeds)
}

fn make_locale<S: JsonSource>(
    newsroom: &NewsroomData,
    tag: &LanguageTag,
    language: Option<&LanguageData>,
    messages: &S,
) -> Locale {
    let messages = read_messages(messages);
    let digits = language
        .and_then(|language| NumberingSystem::parse(&language.digits))
        .unwrap_or_else(|| NumberingSystem::for_tag(tag));
    let direction = match language.map(|language| &*language.direction) {
        Some("rtl") => Direction::Rtl,
        Some(_) => Direction::Ltr,
        None => tag.direction(),
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

fn load_error(error: FetchError, url: &str) -> LoadError {
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

fn feed_error(error: &FeedError, url: &str) -> LoadError {
    platform::console::warn(&[url, " ", &error.to_string()].concat());
    LoadError {
        kind: LoadErrorKind::NotFeed,
        status: None,
        url: Some(url.to_owned()),
    }
}
