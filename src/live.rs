//! The live module: pages composed from the feed in the browser, for what was not published yet.
//!
//! It answers with page data, as the publishing tool writes it, and never touches the page.

mod index;
mod library;
mod search;

use std::pin::Pin;
use std::rc::Rc;

use nashra_feed::json::{FromJson, to_json};
use nashra_feed::{FeedError, Kind, UrlResolver, read_newsroom};
use nashra_l10n::LanguageTag;

use crate::platform::fetch;
use crate::platform::json::BrowserJson;
use crate::platform::module::LIVE;
use crate::platform::urls::BrowserUrls;
use crate::platform::{self, html_reader};
use crate::route::{Page, Route};
use crate::state::compose::Composer;
use crate::state::compose::catalogue::Catalogue;
use crate::state::compose::facets::Facets;
use crate::state::live::{Listed, LiveAnswer, LiveRequest};
use crate::state::loader::{load_error, load_locale};
use crate::state::locale::Locale;
use crate::state::newsroom;
use crate::state::page_data::{CardData, NewsroomData, PageData};
use crate::state::search::Query;
use crate::state::session::{LoadError, LoadErrorKind};
use index::Indexes;
use library::{Library, newest_items};
use search::Searches;

thread_local! {
    static MODULE: Rc<Live> = Rc::default();
}

/// Starts to answer the app, where the page has one.
pub fn start() {
    LIVE.listen(ask);
}

/// Answers a request. The widget asks this way: on the pages of others nothing is ours to leave a function on. There the prefix is a
/// whole address, and so are the paths of the answer. Boxed: who asks in two ways would have all of it twice.
pub fn ask(request: String) -> Pin<Box<dyn Future<Output = String>>> {
    let module = MODULE.with(Rc::clone);
    Box::pin(async move {
        // Without their texts items would be shown as what they are not.
        if !html_reader::can_read() {
            let refused = feed_error(&FeedError::NotAFeed, "trusted-types nashra-parser");
            return to_json(&LiveAnswer::failed(refused));
        }
        to_json(&module.answer(&request).await)
    })
}

#[derive(Default)]
struct Live {
    library: Library,
    searches: Searches,
    indexes: Indexes,
    /// Locales of this visit: making one fetches its messages.
    locales: std::cell::RefCell<Vec<Locale>>,
}

impl Live {
    async fn answer(&self, request: &str) -> LiveAnswer {
        let request = BrowserJson::parse(request).and_then(|json| LiveRequest::from_json(&json));
        let answer = match request {
            Some(request) => self.ask(request).await,
            // Only we write requests; one that cannot be read comes from another version of the app.
            None => Err(feed_error(&FeedError::NotAFeed, "")),
        };
        answer.unwrap_or_else(LiveAnswer::failed)
    }

    async fn ask(&self, request: LiveRequest) -> Result<LiveAnswer, LoadError> {
        let route = Route::parse(&request.path, &request.prefix);
        let tag = route.as_ref().map(|route| route.language.clone());
        let newsroom = frame(request.newsroom, tag.as_ref(), &request.prefix).await?;
        let tag = tag
            .filter(|tag| {
                newsroom
                    .languages
                    .iter()
                    .any(|language| language.tag == tag.as_str())
            })
            .or_else(|| LanguageTag::parse(&newsroom.language));
        let Some(tag) = tag else {
            return Ok(empty(newsroom));
        };
        let locale = self.locale(&newsroom, &tag).await?;
        let place = Place {
            prefix: &request.prefix,
            newsroom: &newsroom,
            locale: &locale,
        };
        if let Some(listed) = request.listed {
            let items = newest_items(&newsroom, &tag).await?;
            let catalogue = Catalogue::new([(tag, items.into())]);
            let cards = place.compose(&catalogue, &Facets::default(), |composer| {
                Some(cards(composer, &listed))
            });
            return Ok(LiveAnswer {
                cards: cards.unwrap_or_default(),
                ..empty(newsroom)
            });
        }
        let is_search = route
            .as_ref()
            .is_some_and(|route| route.page == Page::Search);
        if let Some(typed) = request.query.as_ref().filter(|_| is_search) {
            let page = self.search_index(&place, typed, request.limit).await;
            if page.is_some() {
                return Ok(LiveAnswer {
                    page,
                    ..empty(newsroom)
                });
            }
        }
        self.library.read(&newsroom, &tag).await?;
        let page = match (&route, request.query) {
            (Some(route), Some(typed)) if route.page == Page::Search => {
                self.search(&place, &tag, &typed, request.limit).await
            }
            (Some(route), _) => self.page(&place, &tag, &route.page).await,
            (None, _) => None,
        };
        let saved_ms = self.library.saved_ms(&tag);
        Ok(LiveAnswer {
            page,
            saved_ms,
            ..empty(newsroom)
        })
    }

    /// A page; where an item is not among its language's own, it is looked for in the others.
    async fn page(&self, place: &Place<'_>, tag: &LanguageTag, page: &Page) -> Option<PageData> {
        let compose = || {
            let catalogue = self.library.catalogue(place.newsroom);
            let facets = self.library.facets(tag);
            place.compose(&catalogue, &facets, |composer| composer.page(page))
        };
        let found = compose();
        if found.is_some() || !matches!(page, Page::Item { .. }) {
            return found;
        }
        self.library.read_others(place.newsroom, tag).await;
        compose()
    }

    /// The page with what the published index finds; `None` where there is none to ask.
    async fn search_index(
        &self,
        place: &Place<'_>,
        typed: &str,
        limit: Option<u32>,
    ) -> Option<PageData> {
        let limit = limit.map_or(0, |limit| limit as usize);
        let query = Query::new(typed);
        let found = self.indexes.find(&place.locale.tag, &query, limit).await?;
        let catalogue = self.library.catalogue(place.newsroom);
        // What leads on without a search is known to the page that asks.
        place.compose(&catalogue, &Facets::default(), |composer| {
            let has_more = found.n_found > limit;
            Some(composer.found(typed, found.shown, found.n_found, has_more))
        })
    }

    async fn search(
        &self,
        place: &Place<'_>,
        tag: &LanguageTag,
        typed: &str,
        limit: Option<u32>,
    ) -> Option<PageData> {
        let query = Query::new(typed);
        let found = if query.is_empty() {
            Vec::new()
        } else {
            search::search(&self.searches, &self.library, place.newsroom, tag, &query).await?
        };
        let limit = limit.map_or(0, |limit| limit as usize);
        let catalogue = self.library.catalogue(place.newsroom);
        let facets = self.library.facets(tag);
        place.compose(&catalogue, &facets, |composer| {
            platform::document::load_marks();
            Some(composer.results(typed, &query, &found, limit))
        })
    }

    async fn locale(
        &self,
        newsroom: &NewsroomData,
        tag: &LanguageTag,
    ) -> Result<Locale, LoadError> {
        let known =
            |locales: &Vec<Locale>| locales.iter().find(|locale| locale.tag == *tag).cloned();
        let found = known(&self.locales.borrow());
        if let Some(locale) = found {
            return Ok(locale);
        }
        let locale = load_locale(newsroom, tag).await?;
        self.locales.borrow_mut().push(locale.clone());
        Ok(locale)
    }
}

/// Where pages are composed, and in which language.
struct Place<'a> {
    prefix: &'a str,
    newsroom: &'a NewsroomData,
    locale: &'a Locale,
}

impl Place<'_> {
    /// Composes with the browser's readers; `None` where the catalogue does not know the language.
    fn compose<T>(
        &self,
        catalogue: &Catalogue,
        facets: &Facets,
        make: impl FnOnce(&Composer<'_>) -> Option<T>,
    ) -> Option<T> {
        let base_url = absolute(self.prefix);
        make(&Composer {
            prefix: self.prefix,
            base_url: &base_url,
            newsroom: self.newsroom,
            locale: self.locale,
            catalogue,
            language: catalogue.position(&self.locale.tag)?,
            urls: &BrowserUrls,
            read_html: &|html, context| html_reader::read(html, context),
            writes_files: false,
            facets,
        })
    }
}

fn empty(newsroom: NewsroomData) -> LiveAnswer {
    LiveAnswer {
        newsroom: Some(newsroom),
        page: None,
        cards: Vec::new(),
        error: None,
        saved_ms: None,
    }
}

/// Cards of the composer's releases that are newer than the newest of the list and not in it. An older item that is missing
/// was left out by the list's length, not by time.
fn cards(composer: &Composer<'_>, listed: &Listed) -> Vec<CardData> {
    let releases = composer
        .entries()
        .filter(|entry| entry.item.kind == Kind::Release);
    let newer = releases.filter(|entry| {
        let is_newer = entry
            .item
            .date()
            .is_some_and(|moment| moment.sort_key() >= listed.newest);
        is_newer && !listed.ids.contains(&entry.item.id)
    });
    newer.map(|entry| composer.card(entry)).collect()
}

/// The frame in the language `tag`: as the page brought it, else from `site.json`.
async fn frame(
    known: Option<NewsroomData>,
    tag: Option<&LanguageTag>,
    prefix: &str,
) -> Result<NewsroomData, LoadError> {
    let is_it = |frame: &NewsroomData| tag.is_none_or(|tag| tag.as_str() == frame.language);
    if let Some(frame) = known.filter(is_it) {
        return Ok(frame);
    }
    let url = absolute(&[prefix, "site.json"].concat());
    let (json, _) = fetch::json(&url)
        .await
        .map_err(|error| load_error(error, &url))?;
    let (site, _) =
        read_newsroom(&json, &BrowserUrls, &url).map_err(|error| feed_error(&error, &url))?;
    let default = LanguageTag::parse(&site.languages[site.default_language].tag);
    let tag = tag
        .or(default.as_ref())
        .ok_or_else(|| feed_error(&FeedError::NoLanguages, &url))?;
    // Feeds and pictures stand beside `site.json`, wherever it was fetched from.
    Ok(newsroom::frame(&site, tag, &absolute(prefix), prefix))
}

fn feed_error(error: &FeedError, url: &str) -> LoadError {
    platform::console::warn(&[url, " ", &error.to_string()].concat());
    LoadError {
        kind: LoadErrorKind::NotFeed,
        status: None,
        url: Some(url.to_owned()),
    }
}

fn feeds_of<'a>(
    newsroom: &'a NewsroomData,
    tag: &'a LanguageTag,
) -> impl Iterator<Item = &'a String> {
    let languages = newsroom
        .languages
        .iter()
        .filter(|language| language.tag == tag.as_str());
    languages.flat_map(|language| &language.feeds)
}

/// `url` against the page's address.
fn absolute(url: &str) -> String {
    BrowserUrls
        .resolve(Some(&platform::history::href()), url)
        .unwrap_or_else(|| url.to_owned())
}
