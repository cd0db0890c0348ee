//! Photos as a plain grid of links to the full pictures: what works with no script at all.

use super::picture::{Loading, picture};
use super::section::section;
use crate::state::locale::Locale;
use crate::state::page_data::PhotoData;
use crate::view::{El, el};

/// The photos of an item, with captions in their own language.
pub fn photo_grid(
    photos: Vec<PhotoData>,
    language: Option<String>,
    direction: String,
    locale: &Locale,
) -> El {
    let count = locale.count(
        "photos.count",
        u32::try_from(photos.len()).unwrap_or(u32::MAX),
    );
    let photos = photos.into_iter().map(|photo| {
        let style = ratio(&photo);
        let url = photo.image.url.clone();
        el("li").class("photo").attr_opt("style", style).child(
            el("figure")
                .child(
                    el("a")
                        .class("photo-link")
                        .attr("href", url)
                        .attr("rel", "external")
                        .child(picture(
                            photo.image,
                            Loading::Lazy,
                            "(min-width: 60rem) 22rem, 45vw",
                        )),
                )
                .opt(caption(
                    photo.caption,
                    photo.credit,
                    language.clone(),
                    direction.clone(),
                    locale,
                )),
        )
    });
    let rows = el("ul").class("photo-rows").children(photos);
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
