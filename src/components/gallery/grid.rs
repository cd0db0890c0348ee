//! Photos as rows of links to the full pictures: what works with no script at all. The lightbox opens from them.

use crate::components::picture::{Loading, picture};
use crate::components::section::section;
use crate::state::gallery::fragment;
use crate::state::gallery::lightbox::opening;
use crate::state::locale::Locale;
use crate::state::page_data::{ItemData, PhotoData};
use crate::view::{El, el};

/// Photos that load at once where the page begins with them: about a row.
const FIRST_ROW: usize = 3;
/// How wide a photo will be in its row, for the choice of its file.
const SIZES: &str = "(min-width: 60rem) 22rem, 45vw";

/// The photos of an item, with captions in their own language.
pub fn photo_grid(item: &ItemData, locale: &Locale) -> El {
    let n = item.photos.len();
    let count = locale.count("photos.count", u32::try_from(n).unwrap_or(u32::MAX));
    let photos = item.photos.iter().enumerate().map(|(index, photo)| {
        // Nothing is named by a picture that says nothing.
        let label = photo.image.alt.is_empty().then(|| {
            let digits = |n: usize| locale.formats.integer(n as u64);
            let values = [("n", &*digits(index + 1)), ("total", &*digits(n))];
            locale.fill("photos.open", &values)
        });
        // Below a picture of the item's own, the grid is not what the first view is judged by, and would only delay it.
        let loading = if index < FIRST_ROW && item.lead.is_none() {
            Loading::First
        } else {
            Loading::Lazy
        };
        let link = el("a")
            .class("photo-link")
            .attr("id", fragment::id(index))
            .attr("href", photo.image.url.clone())
            .attr("rel", "external")
            .attr_opt("aria-label", label)
            .child(picture(photo.image.clone(), loading, SIZES));
        let words = caption(
            photo.caption.clone(),
            photo.credit.clone(),
            item.language.clone(),
            item.direction.clone(),
            locale,
        );
        el("li")
            .class("photo")
            .attr_opt("style", ratio(photo))
            .child(el("figure").child(link).opt(words))
    });
    let rows = el("ul")
        .class("photo-rows")
        .on("click", opening::clicked)
        .children(photos);
    let count = el("p").class("meta").text(count);
    section(
        "photos-heading",
        locale.text("release.photos"),
        Some(count),
        rows,
    )
    .class("photos")
}

/// A photo's caption and credit.
pub fn caption(
    caption: Option<String>,
    credit: Option<String>,
    language: Option<String>,
    direction: String,
    locale: &Locale,
) -> Option<El> {
    if caption.is_none() && credit.is_none() {
        return None;
    }
    let credit = credit.map(|name| {
        // A credit that says itself what was done ("Drawing: …") needs no second label.
        let text = if name.contains(':') {
            name
        } else {
            locale.fill("photos.credit", &[("name", &name)])
        };
        el("span").class("photo-credit").text(text)
    });
    let caption = caption.map(|caption| {
        el("span")
            .attr_opt("lang", language)
            .attr("dir", direction)
            .text(caption)
    });
    Some(el("figcaption").opt(caption).opt(credit))
}

/// A photo takes a share of its row by its aspect ratio, so that rows justify without cutting anything.
fn ratio(photo: &PhotoData) -> Option<String> {
    let (width, height) = (photo.image.width?, photo.image.height?);
    Some(["--ratio:", &width.to_string(), "/", &height.to_string()].concat())
}
