//! The home page: the lead, the latest releases, the latest reports.

use crate::components::card::{lead_card, release_card, report_card};
use crate::components::picture::Loading;
use crate::components::section::section;
use crate::route::{Page, Route};
use crate::state::page_data::HomeData;
use crate::state::session::Screen;
use crate::view::{El, el};

/// The home page; `empty` is what stands there when there is nothing.
pub fn home(home: HomeData, empty: impl FnOnce() -> El, screen: &Screen) -> El {
    let (title, locale) = (screen.newsroom.title.clone(), &screen.locale);
    let is_empty = home.lead.is_none();
    let releases: Vec<El> = home
        .releases
        .into_iter()
        .map(|card| release_card(card, Loading::Lazy))
        .collect();
    let reports: Vec<El> = home
        .reports
        .into_iter()
        .map(|card| report_card(card, locale))
        .collect();
    let all = |page: Page, key: &str| {
        let path = Route::new(&locale.tag, page).path(&screen.prefix);
        Some(el("a").attr("href", path).text(locale.text(key)))
    };
    let releases = (!releases.is_empty()).then(|| {
        let heading = locale.text("list.latestReleases");
        let cards = el("div").class("cards").children(releases);
        section(
            "releases-heading",
            heading,
            all(Page::RELEASES, "list.allReleases"),
            cards,
        )
    });
    let reports = (!reports.is_empty()).then(|| {
        let heading = locale.text("list.latestReports");
        let cards = el("div").class("report-cards").children(reports);
        section(
            "reports-heading",
            heading,
            all(Page::Reports { number: 1 }, "list.allReports"),
            cards,
        )
    });
    el("div")
        .class("wrap")
        .child(el("h1").class("visually-hidden").text(title))
        .opt(is_empty.then(empty))
        .opt(home.lead.map(|card| lead_card(card, locale)))
        .opt(releases)
        .opt(reports)
}
