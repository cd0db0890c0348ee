//! What the feed has and the published page lacks, added on top of its list.

use nashra_feed::Kind;

use super::compose::Composer;
use super::page_data::{CardData, Content, PageData};

/// Whether a page lists what may have grown since it was published.
pub fn wants_news(page: &PageData) -> bool {
    matches!(page.content, Content::Home(_))
}

/// Cards of the composer's items that are newer than the newest of the page and not on it. An older item that is
/// missing was left out by the list's length, not by time.
pub fn cards(composer: &Composer<'_>, page: &PageData) -> Vec<CardData> {
    let Content::Home(home) = &page.content else {
        return Vec::new();
    };
    let listed = || home.lead.iter().chain(&home.releases).chain(&home.reports);
    let newest = listed()
        .filter_map(|card| card.date.as_ref())
        .map(|date| date.sort_key)
        .fold(f64::MIN, f64::max);
    composer
        .items
        .iter()
        .filter(|item| item.kind == Kind::Release)
        .filter(|item| {
            item.published
                .is_some_and(|moment| moment.sort_key() as f64 >= newest)
        })
        .filter(|item| !listed().any(|card| card.id == item.id))
        .map(|item| composer.card(item))
        .collect()
}

/// The page with `cards` at the head of its list.
pub fn with_news(page: &PageData, cards: Vec<CardData>) -> PageData {
    let mut page = page.clone();
    if let Content::Home(home) = &mut page.content {
        home.n_releases += cards.len() as u32;
        home.releases.splice(0..0, cards);
    }
    page
}
