//! What is shown: the published list or item, else the same from the live module. Of the page data only what cards need is read.

mod slices;

use nashra_feed::json::{FromJson, JsonSource, to_json};
use nashra_l10n::{Formats, LanguageTag, NumberingSystem, fill};

use super::failure::Failure;
use super::settings::{Settings, folder};
use super::shared;
use crate::platform::fetch::FetchError;
use crate::platform::guest::Guest;
use crate::platform::intl::BrowserFormats;
use crate::platform::json::BrowserJson;
use crate::platform::urls::BrowserUrls;
use crate::state::locale::read_messages;
use crate::state::page_data::{AlternateData, CardData};
use nashra_feed::UrlResolver;
use slices::{FrameSlice, ItemSlice, LanguageSlice, LiveQuestion};

/// What was found, all addresses whole.
pub(super) struct Found {
    pub(super) url: String,
    pub(super) language: String,
    pub(super) direction: String,
    /// Each with its number of pages in words, where it is a report.
    pub(super) cards: Vec<(CardData, Option<String>)>,
}

/// Loads it.
pub(super) async fn load(settings: &Settings, guest: &Guest) -> Result<Found, Failure> {
    let (url, json) = if settings.is_item {
        item(settings, guest).await?
    } else {
        list(settings, guest).await?
    };
    let not_json = || Failure::new("not-json", &url);
    let frame = json
        .get("newsroom")
        .and_then(|json| FrameSlice::from_json(&json));
    let frame = frame.ok_or_else(not_json)?;
    let page = json.get("page").ok_or_else(not_json)?;
    let mut cards = cards(&page).ok_or_else(not_json)?;
    cards.truncate(settings.limit);
    cards.retain_mut(|card| make_absolute(card, &url));
    let language = frame
        .languages
        .iter()
        .find(|language| language.tag == frame.language);
    let direction = language.map_or("ltr", |language| &*language.direction);
    let (direction, mut found) = (direction.to_owned(), Vec::new());
    let pages = n_pages(&cards, language, &url).await;
    let mut pages = pages.into_iter();
    for card in cards {
        found.push((card, pages.next().flatten()));
    }
    Ok(Found {
        url,
        language: frame.language,
        direction,
        cards: found,
    })
}

/// The list in the best language that there is.
async fn list(settings: &Settings, guest: &Guest) -> Result<(String, BrowserJson), Failure> {
    let known: Vec<&str> = guest.languages.split_whitespace().collect();
    let mut wanted = settings.languages.clone();
    if settings.newsroom() == guest.home && !known.is_empty() {
        // The loader was published with this newsroom, and knows: nothing is asked for in vain.
        wanted.retain(|tag| known.iter().any(|known| known.eq_ignore_ascii_case(tag)));
        wanted.extend(known.first().map(|tag| (*tag).to_owned()));
        wanted.truncate(1);
    }
    for tag in wanted.iter().filter_map(|tag| LanguageTag::parse(tag)) {
        let url = settings.list(&tag);
        if let Some(json) = published(&url).await? {
            return Ok((url, json));
        }
    }
    // No such list: the newsroom itself says what it has.
    let url = [settings.newsroom(), "site.json"].concat();
    let site = shared::json(&url)
        .await
        .map_err(|error| Failure::of(error, &url))?;
    let default = site.get("default_language").and_then(|tag| tag.as_string());
    let default = default.ok_or_else(|| Failure::new("not-json", &url))?;
    let has = |tag: &String| {
        let languages = site.get("languages");
        languages.is_some_and(|languages| {
            (0..languages.len())
                .filter_map(|at| languages.at(at)?.get("tag")?.as_string())
                .any(|known| known.eq_ignore_ascii_case(tag))
        })
    };
    let best = wanted.iter().find(|tag| has(tag)).cloned();
    let is_new = best.is_none() && !wanted.contains(&default);
    let best = best.unwrap_or(default);
    let tag = LanguageTag::parse(&best).ok_or_else(|| Failure::new("not-json", &url))?;
    let url = settings.list(&tag);
    if is_new && let Some(json) = published(&url).await? {
        return Ok((url, json));
    }
    let json = live(&url, settings.newsroom(), guest).await?;
    Ok((url, json))
}

/// The item, in the element's language where it is written in that too.
async fn item(settings: &Settings, guest: &Guest) -> Result<(String, BrowserJson), Failure> {
    let mut url = folder(&settings.src).to_owned();
    if settings.src.len() == url.len() || settings.src[url.len()..].starts_with(['?', '#']) {
        // As written.
    } else {
        // Without its last slash.
        let end = settings.src.find(['?', '#']).unwrap_or(settings.src.len());
        url = [&settings.src[..end], "/"].concat();
    }
    let newsroom = url.trim_end_matches('/').rsplitn(4, '/').nth(3);
    let newsroom = [newsroom.unwrap_or_default(), "/"].concat();
    let json = match published(&url).await? {
        Some(json) => json,
        None => live(&url, &newsroom, guest).await?,
    };
    let Some(wanted) = settings.languages.first() else {
        return Ok((url, json));
    };
    let alternates = json
        .get("page")
        .and_then(|page| Vec::<AlternateData>::from_json(&page.get("alternates")?));
    let other = alternates
        .into_iter()
        .flatten()
        .find(|alternate| !alternate.is_loan && alternate.tag.eq_ignore_ascii_case(wanted));
    let other = other.and_then(|other| BrowserUrls.resolve(Some(&url), &other.path));
    if let Some(other) = other.filter(|other| *other != url)
        && let Ok(Some(json)) = published(&other).await
    {
        return Ok((other, json));
    }
    Ok((url, json))
}

/// The data of the page at `url`; `None` where it was not published.
async fn published(url: &str) -> Result<Option<BrowserJson>, Failure> {
    let file = [url, "data.json"].concat();
    match shared::json(&file).await {
        Ok(json) if json.get("page").is_some() => Ok(Some(json)),
        Ok(_) | Err(FetchError::Status(403 | 404 | 410) | FetchError::NotJson) => Ok(None),
        Err(error) => Err(Failure::of(error, &file)),
    }
}

/// The same from the feed. The newsroom's address stands for the prefix, so that all paths come whole.
async fn live(url: &str, newsroom: &str, guest: &Guest) -> Result<BrowserJson, Failure> {
    let request = LiveQuestion {
        prefix: newsroom.to_owned(),
        path: url.to_owned(),
    };
    let answer = guest.ask_live(&to_json(&request)).await;
    let answer = answer.ok_or_else(|| Failure::new("live-module", url))?;
    let json = BrowserJson::parse(&answer).ok_or_else(|| Failure::new("not-json", url))?;
    if json.get("page").is_none() {
        return Err(Failure::new("feed", url));
    }
    Ok(json)
}

/// The cards of a list, or the one of an item.
fn cards(page: &BrowserJson) -> Option<Vec<CardData>> {
    let content = page.get("content")?;
    if content.get("kind")?.as_string()? != "item" {
        return Vec::from_json(&content.get("cards")?);
    }
    let item = ItemSlice::from_json(&content)?;
    let text = |name: &str| page.get(name).and_then(|text| text.as_string());
    Some(vec![item.card(
        text("path")?,
        text("title")?,
        text("description"),
    )])
}

/// Resolves what the card leads to and shows; `false` where it leads nowhere on the web.
fn make_absolute(card: &mut CardData, base: &str) -> bool {
    let web = |url: &str| {
        let url = BrowserUrls.resolve(Some(base), url)?;
        url.starts_with("http").then_some(url)
    };
    let Some(path) = web(&card.path) else {
        return false;
    };
    card.path = path;
    if let Some(image) = &mut card.image {
        let set = |set: &mut Option<String>| {
            *set = set.as_deref().and_then(|set| absolute_set(set, &web));
        };
        set(&mut image.srcset);
        set(&mut image.avif);
        match web(&image.url) {
            Some(url) => image.url = url,
            None => card.image = None,
        }
    }
    true
}

/// A `srcset` with whole addresses.
fn absolute_set(set: &str, web: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = String::new();
    for candidate in set.split(", ") {
        let (url, width) = candidate.split_once(' ')?;
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(&web(url)?);
        out.push(' ');
        out.push_str(width);
    }
    Some(out)
}

/// The reports' numbers of pages in words, for which alone messages are fetched. Cards are whole without them.
async fn n_pages(
    cards: &[CardData],
    language: Option<&LanguageSlice>,
    base: &str,
) -> Vec<Option<String>> {
    let read = async {
        let language = language.filter(|_| cards.iter().any(|card| card.n_pages.is_some()))?;
        let url = BrowserUrls.resolve(Some(base), &language.messages)?;
        let messages = read_messages(&shared::json(&url).await.ok()?);
        let tag = LanguageTag::parse(&language.tag)?;
        let digits = NumberingSystem::parse(&language.digits).unwrap_or(NumberingSystem::Latn);
        Some((messages, BrowserFormats::of_numbers(&tag, digits)))
    };
    let Some((messages, formats)) = read.await else {
        return Vec::new();
    };
    let words = cards.iter().map(|card| {
        let n = u64::from(card.n_pages?);
        let message = messages.plural("report.pages", formats.plural(n));
        Some(fill(message, &[("count", &formats.integer(n))]))
    });
    words.collect()
}
