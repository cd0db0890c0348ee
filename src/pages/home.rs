//! The home page: the lead, the latest releases, the latest reports.

use crate::components::card::{lead_card, release_card, report_card};
use crate::components::picture::Loading;
use crate::components::section::section;
use crate::state::locale::Locale;
use crate::state::page_data::HomeData;
use crate::view::{El, el};

/// The home page of the newsroom called `title`.
pub fn home(title: String, home: HomeData, locale: &Locale) -> El {
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
    let list = |id, key: &str, class, cards: Vec<El>| {
        let content = el("div").class(class).children(cards);
        section(id, locale.text(key), None, content)
    };
    el("div")
        .class("wrap")
        .child(el("h1").class("visually-hidden").text(title))
        .opt(is_empty.then(|| el("p").class("loading").text(locale.text("list.empty"))))
        .opt(home.lead.map(|card| lead_card(card, locale)))
        .opt(
            (!releases.is_empty())
                .then(|| list("releases-heading", "list.latestReleases", "cards", releases)),
        )
        .opt((!reports.is_empty()).then(|| {
            list(
                "reports-heading",
                "list.latestReports",
                "report-cards",
                reports,
            )
        }))
}
