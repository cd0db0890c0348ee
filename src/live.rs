//! The live module: pages composed from the feed in the browser, for what was not published yet.
//!
//! It answers with page data, as the publishing tool writes it, and never touches the page.

use std::cell::RefCell;
use std::rc::Rc;

use nashra_feed::json::{FromJson, to_json};
use nashra_feed::{
    Feed, FeedAssembly, FeedError, FeedWarning, Item, Kind, UrlResolver, read_feed, read_newsroom,
};
use nashra_l10n::LanguageTag;

use crate::platform::fetch;
use crate::platform::json::BrowserJson;
use crate::platform::urls::BrowserUrls;
use crate::platform::{self, html_reader};
use crate::route::Route;
use crate::state::compose::{Composer, public_items};
use crate::state::live::{Listed, LiveAnswer, LiveRequest};
use crate::state::loader::{load_error, load_locale};
use crate::state::locale::Locale;
use crate::state::newsroom;
use crate::state::page_data::{CardData, NewsroomData, PageData};
use crate::state::session::{LoadError, LoadErrorKind};

/// Starts to answer.
pub fn start() {
    let module = Rc::new(Live::default());
    platform::live::listen(move |request| {
        let module = module.clone();
        async move { to_json(&module.answer(&request).await) }
    });
}

/// What was read in this visit.
#[derive(Default)]
struct Live {
    /// Items by language tag.
    items: RefCell<Vec<(String, Rc<[Item]>)>>,
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
        let locale = load_locale(&newsroom, &tag).await?;
        if let Some(listed) = request.listed {
            let items = newest_items(&newsroom, &tag).await?;
            let cards = compose(&request.prefix, &newsroom, &locale, &items, |composer| {
                cards(composer, &listed)
            });
            return Ok(LiveAnswer {
                cards,
                ..empty(newsroom)
            });
        }
        let items = self.all_items(&newsroom, &tag).await?;
        let page: Option<PageData> =
            compose(&request.prefix, &newsroom, &locale, &items, |composer| {
                composer.page(&route?.page)
            });
        Ok(LiveAnswer {
            page,
            ..empty(newsroom)
        })
    }

    /// All items of a language's feeds, read once a visit.
    async fn all_items(
        &self,
        newsroom: &NewsroomData,
        tag: &LanguageTag,
    ) -> Result<Rc<[Item]>, LoadError> {
        let known = |items: &Vec<(String, Rc<[Item]>)>| {
            let found = items.iter().find(|(known, _)| known == tag.as_str());
            found.map(|(_, items)| items.clone())
        };
        let found = known(&self.items.borrow());
        if let Some(items) = found {
            return Ok(items);
        }
        let mut assembly = FeedAssembly::new();
        for url in feeds_of(newsroom, tag) {
            let mut next = assembly.begin_feed(&absolute(url));
            let mut is_first = true;
            while let Some(url) = next.take() {
                next = match feed_page(&url).await {
                    Ok((page, warnings)) => assembly.add_page(&url, page, warnings),
                    Err(error) if is_first => return Err(error),
                    // What was read stays: an older page that fails costs the older items alone.
                    Err(_) => None,
                };
                is_first = false;
            }
        }
        let assembled = assembly.finish();
        for warning in &assembled.warnings {
            platform::console::warn(&[&warning.url, " ", &warning.warning.pointer].concat());
        }
        let items: Rc<[Item]> = public_items(assembled.items, platform::now_ms()).into();
        self.items
            .borrow_mut()
            .push((tag.as_str().to_owned(), items.clone()));
        Ok(items)
    }
}

fn empty(newsroom: NewsroomData) -> LiveAnswer {
    LiveAnswer {
        newsroom: Some(newsroom),
        page: None,
        cards: Vec::new(),
        error: None,
    }
}

/// The first page of each of a language's feeds: what may be newer than a published list.
async fn newest_items(newsroom: &NewsroomData, tag: &LanguageTag) -> Result<Vec<Item>, LoadError> {
    let mut assembly = FeedAssembly::new();
    for url in feeds_of(newsroom, tag) {
        let url = absolute(url);
        let (page, warnings) = feed_page(&url).await?;
        assembly.add_page(&url, page, warnings);
    }
    Ok(public_items(assembly.finish().items, platform::now_ms()))
}

/// Cards of the composer's releases that are newer than the newest of the list and not in it. An older item that is missing
/// was left out by the list's length, not by time.
fn cards(composer: &Composer<'_>, listed: &Listed) -> Vec<CardData> {
    let releases = composer
        .items
        .iter()
        .filter(|item| item.kind == Kind::Release);
    let newer = releases.filter(|item| {
        let is_newer = item
            .date()
            .is_some_and(|moment| moment.sort_key() >= listed.newest);
        is_newer && !listed.ids.contains(&item.id)
    });
    newer.map(|item| composer.card(item)).collect()
}

/// Composes with the browser's readers.
fn compose<T>(
    prefix: &str,
    newsroom: &NewsroomData,
    locale: &Locale,
    items: &[Item],
    make: impl FnOnce(&Composer<'_>) -> T,
) -> T {
    let base_url = absolute(prefix);
    make(&Composer {
        prefix,
        base_url: &base_url,
        newsroom,
        locale,
        items,
        urls: &BrowserUrls,
        read_html: &|html, context| html_reader::read(html, context),
        find_item: &|_, _| None,
    })
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
    let json = fetch::json(&url)
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

async fn feed_page(url: &str) -> Result<(Feed, Vec<FeedWarning>), LoadError> {
    let json = fetch::json(url)
        .await
        .map_err(|error| load_error(error, url))?;
    read_feed(&json, url, &BrowserUrls).map_err(|error| feed_error(&error, url))
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
