//! An item in a list: picture, line above the title, title, date. The whole card is one link, named by the title.

use leptos::either::Either;
use leptos::prelude::*;

use super::date::{FullDate, ShortDate};
use super::picture::{Loading, Picture};
use crate::state::locale::Locale;
use crate::state::page_data::CardData;

/// The item at the head of the home page.
#[component]
pub fn LeadCard(
    /// The item.
    card: CardData,
) -> impl IntoView {
    let direction = card.direction.clone();
    view! {
        <article class="lead">
            {card.image.map(|image| view! {
                <div class="lead-picture">
                    <Picture image loading=Loading::First sizes="(min-width: 60rem) 43rem, 100vw"/>
                </div>
            })}
            <div class="lead-text">
                <p class="kicker">{card.label}</p>
                <h2 class="lead-title" lang=card.language.clone() dir=direction.clone()>
                    <a class="card-link" href=card.path>{card.title}</a>
                </h2>
                {card.summary.map(|summary| view! {
                    <p class="lead-summary" lang=card.language dir=direction>{summary}</p>
                })}
                <p class="meta">
                    {card.date.map(|date| view! { <FullDate date/> })}
                    {card.place.map(|place| view! { <span><bdi>{place}</bdi></span> })}
                </p>
            </div>
        </article>
    }
}

/// A release in a grid or, on a phone, a row.
#[component]
pub fn ReleaseCard(
    /// The item.
    card: CardData,
    /// When to fetch its picture.
    loading: Loading,
) -> impl IntoView {
    let class = if card.image.is_some() { "card" } else { "card card-bare" };
    view! {
        <article class=class>
            {card.image.map(|image| view! {
                <div class="card-picture">
                    <Picture image loading sizes="(min-width: 60rem) 22rem, 7rem"/>
                </div>
            })}
            <h3 class="card-title" lang=card.language dir=card.direction>
                <a class="card-link" href=card.path>{card.title}</a>
            </h3>
            <p class="meta">
                <span>{card.label}</span>
                {card.date.map(|date| view! { <ShortDate date/> })}
            </p>
        </article>
    }
}

/// A report, by its cover.
#[component]
pub fn ReportCard(
    /// The item.
    card: CardData,
) -> impl IntoView {
    let locale = Locale::current();
    let pages = card.n_pages.map(|n| locale.count("report.pages", n));
    view! {
        <article class="report-card">
            <div class="cover">
                {match card.image {
                    Some(image) => Either::Left(view! {
                        <Picture image loading=Loading::Lazy sizes="(min-width: 60rem) 16rem, 44vw"/>
                    }),
                    None => Either::Right(view! { <span class="cover-blank">{card.label.clone()}</span> }),
                }}
            </div>
            <h3 class="report-title" lang=card.language dir=card.direction>
                <a class="card-link" href=card.path>{card.title}</a>
            </h3>
            <p class="meta meta-lines">
                {pages.map(|pages| view! { <span>{pages}</span> })}
                {card.languages.map(|languages| view! { <span>{languages}</span> })}
            </p>
        </article>
    }
}
