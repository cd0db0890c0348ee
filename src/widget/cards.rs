//! The cards of the newsroom's own pages, laid out for a place of any width. It fetches nothing and decides no words.

use super::data::Found;
use super::settings::{Layout, Settings};
use crate::components::card::{lead, release, report};
use crate::components::date::short_date;
use crate::components::picture::Loading;
use crate::route::Shelf;
use crate::view::{El, el};

/// All cards. Pictures wait until they come near: what the page itself shows first is not ours to delay.
pub(super) fn cards(found: Found, settings: &Settings) -> El {
    let mut left = found.cards.into_iter();
    let mut root = el("div").class("widget-cards");
    if settings.layout == Layout::Lead
        && let Some((mut card, _)) = left.next()
    {
        let date = card.date.take().map(short_date);
        root = root.child(lead(settings.heading, card, date, Loading::Lazy));
    }
    let cards: Vec<El> = left
        .map(|(card, pages)| match settings.shelf {
            Shelf::Reports => report(settings.heading, card, pages),
            Shelf::Releases => release(settings.heading, card, Loading::Lazy),
        })
        .collect();
    if cards.is_empty() {
        return root;
    }
    let class = match (settings.shelf, settings.layout) {
        (Shelf::Reports, _) => "report-cards",
        (Shelf::Releases, Layout::List) => "cards rows",
        (Shelf::Releases, _) => "cards",
    };
    root.child(el("div").class(class).children(cards))
}
