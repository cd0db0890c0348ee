//! A release or a report: title, date, place, text, files, photos.

use crate::components::attachments::attachments;
use crate::components::breadcrumbs::breadcrumbs;
use crate::components::card::release_card;
use crate::components::citation::citation;
use crate::components::contact::contact;
use crate::components::date::{full_date, short_date};
use crate::components::event::event_box;
use crate::components::gallery::{caption, photo_grid};
use crate::components::loan::loan_notice;
use crate::components::notes::{corrections, withdrawal};
use crate::components::picture::{Loading, picture};
use crate::components::prose::prose;
use crate::components::section::{fact_box, section};
use crate::components::share::share;
use crate::components::title::titled;
use crate::route::{Page, Route};
use crate::state::locale::Locale;
use crate::state::page_data::{ItemData, PhotoData, TopicData};
use crate::state::session::Screen;
use crate::view::{El, el};

/// The page of an item.
pub fn item(item: ItemData, screen: &Screen) -> El {
    let locale = &screen.locale;
    let crumbs = breadcrumbs(
        way(&item, &screen.prefix, locale),
        item.label.clone(),
        locale,
    );
    let photos = (!item.photos.is_empty()).then(|| photo_grid(&item, locale));
    let related: Vec<El> = item
        .related
        .iter()
        .cloned()
        .map(|card| release_card(card, Loading::Lazy))
        .collect();
    let related = (!related.is_empty()).then(|| {
        let cards = el("div").class("cards").children(related);
        section(
            "related-heading",
            locale.text("release.related"),
            None,
            cards,
        )
    });
    let main = main_column(&item, locale);
    let share = share(item.title.as_deref().unwrap_or_default(), &item.url, locale);
    let facts = facts_column(item, locale);
    el("div")
        .class("wrap")
        .child(crumbs)
        .child(
            el("article")
                .class("item")
                .child(main)
                // On a phone, what the page is for comes before ways to pass it on.
                .child(facts)
                .child(share),
        )
        .opt(photos)
        .opt(related)
        .opt(contact(&screen.newsroom, locale))
}

fn way(item: &ItemData, prefix: &str, locale: &Locale) -> Vec<(String, String)> {
    let (key, list) = if item.shelf == "reports" {
        ("site.reports", Page::Reports { number: 1 })
    } else {
        ("site.news", Page::RELEASES)
    };
    let step = |key: &str, page| (locale.text(key), Route::new(&locale.tag, page).path(prefix));
    vec![step("site.home", Page::Home), step(key, list)]
}

fn main_column(item: &ItemData, locale: &Locale) -> El {
    let own = |element: El| {
        element
            .attr_opt("lang", item.language.clone())
            .attr("dir", item.direction.clone())
    };
    // Notes of a few lines have no title; the page's heading is then what the item is.
    let (kicker, title) = match &item.title {
        Some(title) => {
            let kicker = el("p").class("kicker").text(item.label.clone());
            (
                Some(kicker),
                titled(own(el("h1").class("item-title")), title),
            )
        }
        None => (None, el("h1").class("kicker").text(item.label.clone())),
    };
    let updated = item.updated.clone().map(|date| {
        el("span")
            .text(locale.text("release.updated"))
            .text(" ")
            .child(short_date(date))
    });
    let source = item.external_url.clone().map(|url| {
        let shown = el("bdi").attr("dir", "ltr").text(url.clone());
        el("p").class("item-source").child(
            el("a")
                .attr("href", url)
                .attr("rel", "external")
                .child(shown),
        )
    });
    el("div")
        .class("item-main")
        .opt(kicker)
        .child(title)
        .child(
            el("p")
                .class("meta")
                .opt(item.published.clone().map(|date| full_date(date, locale)))
                .opt(updated),
        )
        .opt(item.loan.clone().map(|loan| loan_notice(loan, locale)))
        .opt(item.withdrawn.clone().map(|note| withdrawal(note, locale)))
        .child(opening(item, locale))
        .opt(source)
        .opt(corrections(item.corrections.clone(), locale))
        .opt(more(&item.links))
}

/// Pages and files that were published beside this page. What is saved rather than opened says so by its name.
fn more(links: &[TopicData]) -> Option<El> {
    let links = links.iter().map(|link| {
        el("a")
            .attr("href", link.path.clone())
            .attr("rel", "external")
            .attr_if(link.path.ends_with(".html"), "download", "")
            .text(link.name.clone())
    });
    let links: Vec<El> = links.collect();
    (!links.is_empty()).then(|| el("p").class("meta item-source").children(links))
}

fn facts_column(item: ItemData, locale: &Locale) -> El {
    let (heading, cite) = if item.shelf == "reports" {
        ("report.editions", "report.cite")
    } else {
        ("release.attachments", "release.cite")
    };
    let heading = locale.text(heading);
    let files =
        (!item.attachments.is_empty()).then(|| attachments(item.attachments, heading, locale));
    let topics = (!item.topics.is_empty()).then(|| {
        let topics = item.topics.into_iter().map(|topic| {
            let link = el("a")
                .attr("href", topic.path)
                .child(el("bdi").text(topic.name));
            el("li").child(link)
        });
        fact_box("box", "topics-heading", locale.text("release.topics"))
            .child(el("ul").class("topics").children(topics))
    });
    let facts = item.facts.into_iter().map(|fact| {
        let text = el("bdi").text(fact.text);
        el("div")
            .child(el("dt").text(fact.term))
            .child(el("dd").child(text))
    });
    let facts: Vec<El> = facts.collect();
    let about = (!facts.is_empty()).then(|| {
        fact_box("box", "about-heading", locale.text("report.kind")).child(el("dl").children(facts))
    });
    el("div")
        .class("item-facts")
        .opt(files)
        .opt(item.event.map(|event| event_box(event, locale)))
        .opt(about)
        .opt(item.citation.map(|data| citation(data, cite, locale)))
        .opt(topics)
}

/// Picture and text: one above the other, or a report's text beside its cover.
fn opening(item: &ItemData, locale: &Locale) -> El {
    let text = prose(
        item.body.clone(),
        item.language.clone(),
        item.direction.clone(),
    );
    let lead = item.lead.clone();
    if item.shelf == "reports" {
        let cover = lead.map(|lead| {
            let sizes = "(min-width: 40rem) 13rem, 40vw";
            el("div")
                .class("item-cover")
                .child(picture(lead.image, Loading::First, sizes))
        });
        return el("div").class("item-opening").opt(cover).child(text);
    }
    el("div")
        .opt(lead.map(|lead| lead_figure(lead, item, locale)))
        .child(text)
}

fn lead_figure(lead: PhotoData, item: &ItemData, locale: &Locale) -> El {
    let sizes = "(min-width: 60rem) 42rem, 92vw";
    el("figure")
        .class("item-lead")
        .child(picture(lead.image, Loading::First, sizes))
        .opt(caption(
            lead.caption,
            lead.credit,
            item.language.clone(),
            item.direction.clone(),
            locale,
        ))
}
