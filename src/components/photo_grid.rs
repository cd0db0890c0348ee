//! Photos as a plain grid of links to the full pictures: what works with no script at all.

use leptos::prelude::*;

use super::picture::{Loading, Picture};
use crate::state::locale::Locale;
use crate::state::page_data::PhotoData;

/// The photos of an item.
#[component]
pub fn PhotoGrid(
    /// The photos, in order.
    photos: Vec<PhotoData>,
    /// The language of captions.
    language: Option<String>,
    /// The direction of captions.
    direction: String,
) -> impl IntoView {
    let locale = Locale::current();
    let count = locale.count("photos.count", u32::try_from(photos.len()).unwrap_or(u32::MAX));
    let photos = photos
        .into_iter()
        .map(|photo| {
            let style = grow(&photo);
            let url = photo.image.url.clone();
            let credit = photo
                .credit
                .map(|name| Locale::current().fill("photos.credit", &[("name", &name)]));
            view! {
                <li class="photo" style=style>
                    <figure>
                        <a class="photo-link" href=url rel="external">
                            <Picture image=photo.image loading=Loading::Lazy sizes="(min-width: 60rem) 22rem, 50vw"/>
                        </a>
                        <figcaption lang=language.clone() dir=direction.clone()>
                            {photo.caption.map(|caption| view! { <span>{caption}</span> })}
                            {credit.map(|credit| view! { <span class="photo-credit">{credit}</span> })}
                        </figcaption>
                    </figure>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="photos" aria-labelledby="photos-heading">
            <header class="section-head">
                <h2 id="photos-heading">{locale.text("release.photos")}</h2>
                <p class="meta">{count}</p>
            </header>
            <ul class="photo-rows">{photos}</ul>
        </section>
    }
}

/// A photo takes a share of its row by its aspect ratio, so that rows justify without cutting anything.
fn grow(photo: &PhotoData) -> Option<String> {
    let (width, height) = (photo.image.width?, photo.image.height?);
    let ratio = f64::from(width) / f64::from(height);
    Some(format!("--ratio:{ratio:.3}"))
}
