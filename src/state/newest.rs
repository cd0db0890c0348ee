//! What the feed has and the published page lacks, added on top of its list.

use super::live::Listed;
use super::page_data::{CardData, Content, PageData};

/// What a page lists, if it is a page whose list may have grown since it was published.
pub fn listed(page: &PageData) -> Option<Listed> {
    let Content::Home(home) = &page.content else {
        return None;
    };
    let cards = || home.lead.iter().chain(&home.releases).chain(&home.reports);
    let dates = cards().filter_map(|card| card.date.as_ref());
    Some(Listed {
        ids: cards().map(|card| card.id.clone()).collect(),
        newest: dates.map(|date| date.sort_key).max().unwrap_or(i64::MIN),
    })
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
