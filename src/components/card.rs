//! An item in a list: picture, line above the title, title, date. The whole card is one link, named by the title.

use super::date::{full_date, short_date};
use super::picture::{Loading, picture};
use super::title::titled;
use crate::state::locale::Locale;
use crate::state::page_data::{AlbumData, CardData, ImageData};
use crate::view::{El, el};

/// The item at the head of the home page.
pub fn lead_card(mut card: CardData, locale: &Locale) -> El {
    let date = card.date.take().map(|date| full_date(date, locale));
    lead("h2", card, date, Loading::First)
}

/// The item at the head of a list; `heading` is the element of its title, `date` stands in the last line.
pub fn lead(heading: &'static str, card: CardData, date: Option<El>, loading: Loading) -> El {
    let (language, direction) = (card.language.clone(), card.direction.clone());
    let class = if card.image.is_some() {
        "lead"
    } else {
        "lead lead-bare"
    };
    let image = card.image.map(|image| {
        let sizes = "(min-width: 60rem) 43rem, 92vw";
        el("div")
            .class("lead-picture")
            .child(picture(image, loading, sizes))
    });
    let summary = card.summary.map(|summary| {
        el("p")
            .class("lead-summary")
            .attr_opt("lang", language)
            .attr("dir", direction)
            .text(summary)
    });
    let place = card.place.map(|place| el("span").text(place));
    el("article").class(class).key(card.id).opt(image).child(
        el("div")
            .class("lead-text")
            .child(el("p").class("kicker").text(card.label))
            .child(title_link(
                heading,
                "lead-title",
                card.title,
                card.path,
                card.language,
                card.direction,
            ))
            .opt(summary)
            .child(el("p").class("meta").opt(date).opt(place)),
    )
}

/// A release in a section of a page: a grid or, on a phone, rows.
pub fn release_card(card: CardData, loading: Loading) -> El {
    release("h3", card, loading)
}

/// A release in a list that is the page: its title stands right below the page's.
pub fn listed_release(card: CardData) -> El {
    release("h2", card, Loading::Lazy)
}

/// A release under a heading of any level.
pub fn release(heading: &'static str, card: CardData, loading: Loading) -> El {
    let class = if card.image.is_some() {
        "card"
    } else {
        "card card-bare"
    };
    let image = card.image.map(|image| {
        let sizes = "(min-width: 60rem) 22rem, 7rem";
        el("div")
            .class("card-picture")
            .child(picture(image, loading, sizes))
    });
    el("article")
        .class(class)
        .key(card.id)
        .opt(image)
        .child(title_link(
            heading,
            "card-title",
            card.title,
            card.path,
            card.language,
            card.direction,
        ))
        .child(
            el("p")
                .class("meta")
                .child(el("span").text(card.label))
                .opt(card.date.map(short_date)),
        )
}

/// A report in a section of a page, by its cover.
pub fn report_card(card: CardData, locale: &Locale) -> El {
    let pages = n_pages(&card, locale);
    report("h3", card, pages)
}

/// A report in a list that is the page.
pub fn listed_report(card: CardData, locale: &Locale) -> El {
    let pages = n_pages(&card, locale);
    report("h2", card, pages)
}

fn n_pages(card: &CardData, locale: &Locale) -> Option<String> {
    card.n_pages.map(|n| locale.count("report.pages", n))
}

/// A report under a heading of any level; `pages` says how many it has.
pub fn report(heading: &'static str, card: CardData, pages: Option<String>) -> El {
    let cover = match card.image {
        Some(image) => picture(image, Loading::Lazy, "(min-width: 60rem) 16rem, 44vw"),
        None => el("span").class("cover-blank").text(card.label),
    };
    let pages = pages.map(|pages| el("span").text(pages));
    let languages = card.languages.map(|languages| el("span").text(languages));
    el("article")
        .class("report-card")
        .key(card.id)
        .child(el("div").class("cover").child(cover))
        .child(title_link(
            heading,
            "report-title",
            card.title,
            card.path,
            card.language,
            card.direction,
        ))
        .child(el("p").class("meta meta-lines").opt(pages).opt(languages))
}

/// An album, by its first photos.
pub fn album_card(album: AlbumData) -> El {
    let card = album.card;
    let photos = album.photos.into_iter().map(|photo| {
        let decoration = ImageData {
            alt: String::new(),
            ..photo
        };
        picture(decoration, Loading::Lazy, "(min-width: 60rem) 17rem, 45vw")
    });
    let photos: Vec<El> = photos.collect();
    el("article")
        .class("album")
        .key(card.id)
        .child(el("div").class("album-photos").children(photos))
        .child(title_link(
            "h2",
            "card-title",
            card.title,
            card.path,
            card.language,
            card.direction,
        ))
        .child(
            el("p")
                .class("meta")
                .child(el("span").text(album.count))
                .opt(card.date.map(short_date)),
        )
}

fn title_link(
    tag: &'static str,
    class: &'static str,
    title: String,
    path: String,
    language: Option<String>,
    direction: String,
) -> El {
    el(tag)
        .class(class)
        .attr_opt("lang", language)
        .attr("dir", direction)
        .child(titled(
            el("a").class("card-link").attr("href", path),
            &title,
        ))
}
