//! A release or a report: title, date, place, text, files, photos.

use crate::components::attachments::attachments;
use crate::components::breadcrumbs::breadcrumbs;
use crate::components::card::release_card;
use crate::components::date::{full_date, short_date};
use crate::components::event::event_box;
use crate::components::photo_grid::{caption, photo_grid};
use crate::components::picture::{Loading, picture};
use crate::components::prose::prose;
use crate::components::section::{fact_box, section};
use crate::state::locale::Locale;
use crate::state::page_data::{ItemData, PhotoData};
use crate::view::{El, el};

/// The page of an item.
pub fn item(item: ItemData, home_path: String, locale: &Locale) -> El {
    let way = vec![(locale.text("site.home"), home_path)];
    let crumbs = breadcrumbs(way, item.label.clone(), locale);
    let (language, direction) = (item.language.clone(), item.direction.clone());
    let has_photos = !item.photos.is_empty();
    let related: Vec<El> = item
        .related
        .iter()
        .cloned()
        .map(|card| release_card(card, Loading::Lazy))
        .collect();
    let photos = item.photos.clone();
    let main = main_column(&item, locale);
    let facts = facts_column(item, locale);
    el("div")
        .class("wrap")
        .child(crumbs)
        .child(el("article").class("item").child(main).child(facts))
        .opt(has_photos.then(|| photo_grid(photos, language, direction, locale)))
        .opt((!related.is_empty()).then(|| {
            let cards = el("div").class("cards").children(related);
            section(
                "related-heading",
                locale.text("release.related"),
                None,
                cards,
            )
        }))
}

fn main_column(item: &ItemData, locale: &Locale) -> El {
    let own = |element: El| {
        element
            .attr_opt("lang", item.language.clone())
            .attr("dir", item.direction.clone())
    };
    let title = item
        .title
        .clone()
        .map(|title| own(el("h1").class("item-title")).text(title));
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
        .child(el("p").class("kicker").text(item.label.clone()))
        .opt(title)
        .child(
            el("p")
                .class("meta")
                .opt(item.published.clone().map(|date| full_date(date, locale)))
                .opt(updated),
        )
        .opt(
            item.lead
                .clone()
                .map(|lead| lead_figure(lead, item, locale)),
        )
        .child(prose(
            item.body.clone(),
            item.language.clone(),
            item.direction.clone(),
        ))
        .opt(source)
}

fn facts_column(item: ItemData, locale: &Locale) -> El {
    let heading = locale.text(if item.shelf == "reports" {
        "report.editions"
    } else {
        "release.attachments"
    });
    let files =
        (!item.attachments.is_empty()).then(|| attachments(item.attachments, heading, locale));
    let topics = (!item.topics.is_empty()).then(|| {
        let topics = item
            .topics
            .into_iter()
            .map(|topic| el("li").child(el("bdi").text(topic)));
        fact_box("box", "topics-heading", locale.text("release.topics"))
            .child(el("ul").class("topics").children(topics))
    });
    el("div")
        .class("item-facts")
        .opt(files)
        .opt(item.event.map(|event| event_box(event, locale)))
        .opt(topics)
}

fn lead_figure(lead: PhotoData, item: &ItemData, locale: &Locale) -> El {
    let sizes = "(min-width: 60rem) 42rem, 100vw";
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
