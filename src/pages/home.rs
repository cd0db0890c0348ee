//! The home page: the lead, the latest releases, the latest reports.

use leptos::prelude::*;

use crate::components::card::{LeadCard, ReleaseCard, ReportCard};
use crate::components::picture::Loading;
use crate::state::locale::Locale;
use crate::state::page_data::HomeData;

/// The home page.
#[component]
pub fn Home(
    /// The newsroom's name.
    title: String,
    /// What is listed.
    home: HomeData,
) -> impl IntoView {
    let locale = Locale::current();
    let is_empty = home.lead.is_none();
    let releases = home
        .releases
        .into_iter()
        .map(|card| view! { <ReleaseCard card loading=Loading::Lazy/> })
        .collect::<Vec<_>>();
    let reports = home.reports.into_iter().map(|card| view! { <ReportCard card/> }).collect::<Vec<_>>();
    view! {
        <div class="wrap">
            <h1 class="visually-hidden">{title}</h1>
            {is_empty.then(|| view! { <p class="loading">{locale.text("list.empty")}</p> })}
            {home.lead.map(|card| view! { <LeadCard card/> })}
            {(!releases.is_empty()).then(|| view! {
                <section aria-labelledby="releases-heading">
                    <header class="section-head">
                        <h2 id="releases-heading">{locale.text("list.latestReleases")}</h2>
                    </header>
                    <div class="cards">{releases}</div>
                </section>
            })}
            {(!reports.is_empty()).then(|| view! {
                <section aria-labelledby="reports-heading">
                    <header class="section-head">
                        <h2 id="reports-heading">{locale.text("list.latestReports")}</h2>
                    </header>
                    <div class="report-cards">{reports}</div>
                </section>
            })}
        </div>
    }
}
