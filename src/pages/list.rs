//! A list of releases or reports: what it is, how to narrow it, one page of it.

use crate::components::breadcrumbs::breadcrumbs;
use crate::components::card::{listed_release, listed_report};
use crate::components::filters::filters;
use crate::components::pager::pager;
use crate::state::locale::Locale;
use crate::state::page_data::ListData;
use crate::view::{El, el};

/// The page of a list.
pub fn list(list: ListData, empty: impl FnOnce() -> El, home_path: String, locale: &Locale) -> El {
    let way = vec![(locale.text("site.home"), home_path)];
    let is_reports = list.shelf == "reports";
    let (class, cards): (_, Vec<El>) = if is_reports {
        let cards = list
            .cards
            .into_iter()
            .map(|card| listed_report(card, locale));
        ("report-cards", cards.collect())
    } else {
        let cards = list.cards.into_iter().map(listed_release);
        ("cards", cards.collect())
    };
    let is_empty = cards.is_empty();
    let count = (!is_reports && list.all_path.is_some()).then(|| {
        el("p")
            .class("meta")
            .text(locale.count("list.results", list.n_results))
    });
    el("div")
        .class("wrap")
        .child(breadcrumbs(way, list.heading.clone(), locale))
        .child(
            el("header")
                .class("list-head")
                .child(
                    el("h1")
                        .class("page-title")
                        .child(el("bdi").text(list.heading)),
                )
                .opt(count),
        )
        .opt(filters(
            list.years,
            list.topics,
            list.topics_path,
            list.offices,
            list.all_path,
            locale,
        ))
        .opt(is_empty.then(empty))
        .opt((!is_empty).then(|| el("div").class(class).children(cards)))
        .opt(list.pager.map(|place| pager(place, locale)))
}
