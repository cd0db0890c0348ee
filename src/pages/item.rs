//! A release or a report: title, date, place, text, files, photos.

use leptos::prelude::*;

use crate::components::attachments::Attachments;
use crate::components::breadcrumbs::{Breadcrumbs, Crumb};
use crate::components::card::ReleaseCard;
use crate::components::date::{FullDate, ShortDate};
use crate::components::event::EventBox;
use crate::components::photo_grid::PhotoGrid;
use crate::components::picture::{Loading, Picture};
use crate::components::prose::Prose;
use crate::state::locale::Locale;
use crate::state::page_data::{ItemData, PhotoData};

/// The page of an item.
#[component]
pub fn Item(
    /// The item.
    item: ItemData,
    /// Where home is.
    home_path: String,
) -> impl IntoView {
    let locale = Locale::current();
    let crumbs = vec![
        Crumb {
            label: locale.text("site.home"),
            path: Some(home_path),
        },
        Crumb {
            label: item.label.clone(),
            path: None,
        },
    ];
    let (language, direction) = (item.language.clone(), item.direction.clone());
    let is_report = item.shelf == "reports";
    let attachments_heading = if is_report { "report.editions" } else { "release.attachments" };
    let attachments_heading = locale.text(attachments_heading);
    let topics = item.topics.into_iter().map(|topic| view! { <li><bdi>{topic}</bdi></li> }).collect::<Vec<_>>();
    let related = item
        .related
        .into_iter()
        .map(|card| view! { <ReleaseCard card loading=Loading::Lazy/> })
        .collect::<Vec<_>>();
    let updated = item.updated.map(|date| {
        view! { <span>{locale.text("release.updated")} " " <ShortDate date/></span> }
    });
    view! {
        <div class="wrap">
            <Breadcrumbs crumbs/>
            <article class="item">
                <div class="item-main">
                    <p class="kicker">{item.label}</p>
                    {item.title.map(|title| view! {
                        <h1 class="item-title" lang=language.clone() dir=direction.clone()>{title}</h1>
                    })}
                    <p class="meta">
                        {item.published.map(|date| view! { <FullDate date/> })}
                        {updated}
                    </p>
                    {item.lead.map(|lead| view! {
                        <LeadFigure lead language=language.clone() direction=direction.clone()/>
                    })}
                    {Prose { html: item.body_html, language: language.clone(), direction: direction.clone() }}
                    {item.external_url.map(|url| {
                        let href = url.clone();
                        view! {
                            <p class="item-source"><a href=href rel="external"><bdi dir="ltr">{url}</bdi></a></p>
                        }
                    })}
                </div>
                <div class="item-facts">
                    {(!item.attachments.is_empty()).then(|| view! {
                        <Attachments attachments=item.attachments heading=attachments_heading/>
                    })}
                    {item.event.map(|event| view! { <EventBox event/> })}
                    {(!topics.is_empty()).then(|| view! {
                        <section class="box" aria-labelledby="topics-heading">
                            <h2 id="topics-heading">{locale.text("release.topics")}</h2>
                            <ul class="topics">{topics}</ul>
                        </section>
                    })}
                </div>
            </article>
            {(!item.photos.is_empty()).then(|| view! {
                <PhotoGrid photos=item.photos language=language direction=direction/>
            })}
            {(!related.is_empty()).then(|| view! {
                <section aria-labelledby="related-heading">
                    <header class="section-head">
                        <h2 id="related-heading">{locale.text("release.related")}</h2>
                    </header>
                    <div class="cards">{related}</div>
                </section>
            })}
        </div>
    }
}

#[component]
fn LeadFigure(lead: PhotoData, language: Option<String>, direction: String) -> impl IntoView {
    let credit = lead.credit.map(|name| Locale::current().fill("photos.credit", &[("name", &name)]));
    let has_caption = lead.caption.is_some() || credit.is_some();
    view! {
        <figure class="item-lead">
            <Picture image=lead.image loading=Loading::First sizes="(min-width: 60rem) 42rem, 100vw"/>
            {has_caption.then(|| view! {
                <figcaption lang=language dir=direction>
                    {lead.caption.map(|caption| view! { <span>{caption}</span> " " })}
                    {credit.map(|credit| view! { <span>{credit}</span> })}
                </figcaption>
            })}
        </figure>
    }
}
