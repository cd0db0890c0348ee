//! Which files of the newsroom's own its items name, in fields and in content: what has to be copied.

use std::collections::BTreeSet;

use nashra_app::state::compose::{Composer, localise};
use nashra_feed::Item;

use crate::source::Source;

/// The files of an item, relative to the newsroom's address.
pub(super) fn collect(
    source: &Source,
    item: &Item,
    composer: &Composer<'_>,
    media: &mut BTreeSet<String>,
) {
    let base = source.newsroom.base_url.as_str();
    let mut add = |url: &str| insert(base, url, media);
    let cover = item
        .report
        .iter()
        .filter_map(|report| report.cover.as_ref());
    for photo in item.photos.iter().chain(cover) {
        add(photo.url.as_str());
        photo
            .sources
            .iter()
            .for_each(|source| add(source.url.as_str()));
    }
    for file in &item.attachments {
        add(file.url.as_str());
        file.pages.iter().for_each(|pages| add(pages.as_str()));
    }
    for picture in item.image.iter().chain(&item.banner_image) {
        add(picture.as_str());
    }
    for url in composer.content_urls(item) {
        add(&url);
    }
}

/// The files of the newsroom itself.
pub(super) fn collect_frame(source: &Source, media: &mut BTreeSet<String>) {
    let newsroom = &source.newsroom;
    let base = newsroom.base_url.as_str();
    if let Some(logo) = &newsroom.publisher.logo_url {
        insert(base, logo.as_str(), media);
    }
    let legal = newsroom.legal_links.iter().map(|link| &link.url);
    for links in legal.chain([&newsroom.press_kit]) {
        for (_, link) in links.iter() {
            insert(base, link.as_str(), media);
        }
    }
}

fn insert(base: &str, url: &str, media: &mut BTreeSet<String>) {
    let Some(path) = url.strip_prefix(base) else {
        return;
    };
    // Pages are no media, though items may link them.
    let is_page = path.is_empty() || path.ends_with('/');
    if !is_page && localise(url, base, "") == path {
        media.insert(path.to_owned());
    }
}
