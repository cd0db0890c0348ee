//! What stands around every page: skip link, header, the live region, footer. It knows the newsroom, not the page.

use leptos::prelude::*;

use super::theme::ThemeButton;
use crate::route::{Page, Route};
use crate::state::locale::Locale;
use crate::state::page_data::{AlternateData, NewsroomData};

/// Which entry of the main navigation a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    /// The home page.
    Home,
    /// No entry: an error, a page that was not found.
    None,
}

/// Header, navigation and languages.
#[component]
pub fn Header(
    /// The newsroom.
    newsroom: NewsroomData,
    /// The path under which it stands.
    prefix: String,
    /// Where this page stands in the navigation.
    section: Section,
    /// This page in other languages.
    alternates: Vec<AlternateData>,
) -> impl IntoView {
    let locale = Locale::current();
    let home = Route::new(&locale.tag, Page::Home).path(&prefix);
    let current = |is_current: bool| is_current.then_some("page");
    let logo = newsroom.logo.map(|logo| {
        view! { <img class="brand-mark" src=logo.url width=logo.width height=logo.height alt=""/> }
    });
    view! {
        <a class="skip" href="#main">{locale.text("site.skipToContent")}</a>
        <header class="top">
            <div class="wrap top-row">
                <a class="brand" href=home.clone()>
                    {logo}
                    <span>
                        <span class="brand-name">{newsroom.publisher}</span>
                        <span class="brand-title">{newsroom.title}</span>
                    </span>
                </a>
                <nav class="main-nav" aria-label=locale.text("a11y.mainNav")>
                    <a href=home aria-current=current(section == Section::Home)>{locale.text("site.home")}</a>
                </nav>
                <div class="tools">
                    <ThemeButton/>
                    <Languages languages=newsroom.languages prefix alternates/>
                </div>
            </div>
        </header>
    }
}

#[component]
fn Languages(
    languages: Vec<crate::state::page_data::LanguageData>,
    prefix: String,
    alternates: Vec<AlternateData>,
) -> impl IntoView {
    let locale = Locale::current();
    let links = languages
        .into_iter()
        .filter_map(|language| {
            let tag = nashra_l10n::LanguageTag::parse(&language.tag)?;
            let is_current = tag == locale.tag;
            let path = alternates
                .iter()
                .find(|alternate| alternate.tag == language.tag)
                .map_or_else(|| Route::new(&tag, Page::Home).path(&prefix), |alternate| alternate.path.clone());
            Some(view! {
                <li>
                    <a href=path lang=language.tag.clone() hreflang=language.tag dir=language.direction
                        aria-current=is_current.then_some("true")>
                        {language.name}
                    </a>
                </li>
            })
        })
        .collect_view();
    view! {
        <nav class="languages" aria-label=locale.text("a11y.languageNav")>
            <ul>{links}</ul>
        </nav>
    }
}

/// The foot of every page.
#[component]
pub fn Footer(
    /// The newsroom.
    newsroom: NewsroomData,
) -> impl IntoView {
    let locale = Locale::current();
    let feeds = newsroom
        .languages
        .into_iter()
        .filter(|language| language.tag == locale.tag.as_str())
        .flat_map(|language| language.feeds)
        .map(|feed| view! { <a href=feed rel="external">{Locale::current().text("footer.jsonFeed")}</a> })
        .collect_view();
    let publisher = newsroom.publisher;
    view! {
        <footer class="foot">
            <div class="wrap foot-row">
                <p>
                    {match newsroom.publisher_url {
                        Some(url) => leptos::either::Either::Left(view! { <a href=url rel="external">{publisher}</a> }),
                        None => leptos::either::Either::Right(publisher),
                    }}
                </p>
                <nav class="foot-links" aria-label=locale.text("a11y.footerNav")>{feeds}</nav>
            </div>
        </footer>
        <div id="announcer" class="visually-hidden" role="status" aria-live="polite"></div>
    }
}
