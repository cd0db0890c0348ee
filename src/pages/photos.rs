//! All albums, each by its first photos.

use crate::components::breadcrumbs::breadcrumbs;
use crate::components::card::album_card;
use crate::components::pager::pager;
use crate::state::locale::Locale;
use crate::state::page_data::PhotosData;
use crate::view::{El, el};

/// The page of albums.
pub fn photos(
    photos: PhotosData,
    empty: impl FnOnce() -> El,
    home_path: String,
    locale: &Locale,
) -> El {
    let way = vec![(locale.text("site.home"), home_path)];
    let heading = locale.text("photos.title");
    let albums: Vec<El> = photos.albums.into_iter().map(album_card).collect();
    let is_empty = albums.is_empty();
    el("div")
        .class("wrap")
        .child(breadcrumbs(way, heading.clone(), locale))
        .child(
            el("header")
                .class("list-head")
                .child(el("h1").class("page-title").text(heading)),
        )
        .opt(is_empty.then(empty))
        .opt((!is_empty).then(|| el("div").class("albums").children(albums)))
        .opt(photos.pager.map(|place| pager(place, locale)))
}
