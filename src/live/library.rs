//! What the live module has read in this visit: items by language, what is known of their translations, the search index.
//!
//! A language is read when a page of it is asked for; the others only where they are needed to find an item.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use nashra_feed::{Feed, FeedAssembly, FeedError, FeedWarning, Item, read_feed};
use nashra_l10n::LanguageTag;

use super::{absolute, feed_error, feeds_of};
use crate::platform;
use crate::platform::fetch::{self, KeptMs};
use crate::platform::urls::BrowserUrls;
use crate::state::compose::catalogue::Catalogue;
use crate::state::compose::facets::Facets;
use crate::state::compose::public_items;
use crate::state::loader::load_error;
use crate::state::page_data::NewsroomData;
use crate::state::search::Index;
use crate::state::session::LoadError;

/// All that was read.
#[derive(Default)]
pub(super) struct Library {
    languages: RefCell<Vec<Known>>,
    /// The catalogue of what is in `languages`; forgotten when that grows.
    catalogue: RefCell<Option<Rc<Catalogue>>>,
}

/// A language that was read.
struct Known {
    tag: String,
    items: Arc<[Item]>,
    /// Where a copy was read that was kept, for want of a network: when the oldest of them came.
    saved_ms: KeptMs,
    facets: Rc<Facets>,
    index: Rc<RefCell<Index>>,
}

impl Library {
    /// All items, as far as they were read; a language that was not has none.
    pub(super) fn catalogue(&self, newsroom: &NewsroomData) -> Rc<Catalogue> {
        let mut kept = self.catalogue.borrow_mut();
        let catalogue = kept.get_or_insert_with(|| {
            let languages = self.languages.borrow();
            let items = |tag: &LanguageTag| {
                let known = languages.iter().find(|known| known.tag == tag.as_str());
                known.map_or_else(|| Arc::new([]) as Arc<[Item]>, |known| known.items.clone())
            };
            let tags = newsroom.languages.iter();
            let tags = tags.filter_map(|language| LanguageTag::parse(&language.tag));
            Rc::new(Catalogue::new(tags.map(|tag| {
                let items = items(&tag);
                (tag, items)
            })))
        });
        catalogue.clone()
    }

    /// What the lists of a language that was read are narrowed by.
    pub(super) fn facets(&self, tag: &LanguageTag) -> Rc<Facets> {
        let languages = self.languages.borrow();
        let known = languages.iter().find(|known| known.tag == tag.as_str());
        known.map(|known| known.facets.clone()).unwrap_or_default()
    }

    /// The search index of a language that was read; it grows as it is used.
    pub(super) fn index(&self, tag: &LanguageTag) -> Rc<RefCell<Index>> {
        let languages = self.languages.borrow();
        let known = languages.iter().find(|known| known.tag == tag.as_str());
        known.map(|known| known.index.clone()).unwrap_or_default()
    }

    /// Where what was read of a language is a copy that was kept: when that came.
    pub(super) fn saved_ms(&self, tag: &LanguageTag) -> KeptMs {
        let languages = self.languages.borrow();
        let known = languages.iter().find(|known| known.tag == tag.as_str());
        known.and_then(|known| known.saved_ms)
    }

    /// Reads all feeds of all languages but `tag`. A language that cannot be read is as one without items.
    pub(super) async fn read_others(&self, newsroom: &NewsroomData, tag: &LanguageTag) {
        for language in &newsroom.languages {
            let other = LanguageTag::parse(&language.tag).filter(|other| other != tag);
            if let Some(other) = other
                && let Err(error) = self.read(newsroom, &other).await
            {
                let url = error.url.unwrap_or_default();
                platform::console::warn(&[&url, " ", error.kind.as_str()].concat());
            }
        }
    }

    /// Reads all items of a language's feeds, once a visit.
    pub(super) async fn read(
        &self,
        newsroom: &NewsroomData,
        tag: &LanguageTag,
    ) -> Result<(), LoadError> {
        if self
            .languages
            .borrow()
            .iter()
            .any(|known| known.tag == tag.as_str())
        {
            return Ok(());
        }
        let mut assembly = FeedAssembly::new();
        let mut saved_ms = None;
        for url in feeds_of(newsroom, tag) {
            let mut next = assembly.begin_feed(&absolute(url));
            let mut is_first = true;
            while let Some(url) = next.take() {
                next = match feed_page(&url).await {
                    Ok((page, warnings, saved)) => {
                        saved_ms = oldest(saved_ms, saved);
                        assembly.add_page(&url, page, warnings)
                    }
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
        let items = public_items(assembled.items, platform::now_ms()).into();
        let mut languages = self.languages.borrow_mut();
        // Two questions may have been on their way for the same language.
        languages.retain(|known| known.tag != tag.as_str());
        languages.push(Known {
            tag: tag.as_str().to_owned(),
            items,
            saved_ms,
            facets: Rc::default(),
            index: Rc::default(),
        });
        // Facets count what all languages have.
        for known in languages.iter_mut() {
            known.facets = Rc::default();
        }
        self.catalogue.borrow_mut().take();
        Ok(())
    }
}

/// The first page of each of a language's feeds: what may be newer than a published list.
pub(super) async fn newest_items(
    newsroom: &NewsroomData,
    tag: &LanguageTag,
) -> Result<Vec<Item>, LoadError> {
    let mut assembly = FeedAssembly::new();
    for url in feeds_of(newsroom, tag) {
        let url = absolute(url);
        let (page, warnings, _) = feed_page(&url).await?;
        assembly.add_page(&url, page, warnings);
    }
    Ok(public_items(assembly.finish().items, platform::now_ms()))
}

/// A page of a feed; where it is a copy that was kept, when that came.
async fn feed_page(url: &str) -> Result<(Feed, Vec<FeedWarning>, KeptMs), LoadError> {
    let (json, saved_ms) = fetch::json(url)
        .await
        .map_err(|error| load_error(error, url))?;
    let read = read_feed(&json, url, &BrowserUrls);
    let (feed, warnings) = read.map_err(|error: FeedError| feed_error(&error, url))?;
    Ok((feed, warnings, saved_ms))
}

fn oldest(a: KeptMs, b: KeptMs) -> KeptMs {
    a.into_iter().chain(b).min()
}
