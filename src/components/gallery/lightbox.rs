//! The lightbox: a modal dialog with the photos on a stage, controls above, words below.
//!
//! It shows what it is given; what is done with it goes to `state::gallery::lightbox`. The stage and what stands at its
//! sides follow the album's direction, all else that of the page.

use leptos::tachys::prelude::{Mountable, Render};

use super::grid::caption;
use super::slide::slide;
use crate::components::icon::{Icon, icon};
use crate::platform;
use crate::state::gallery::fragment;
use crate::state::gallery::lightbox::command::{self, Command};
use crate::state::gallery::lightbox::{Shown, View, input};
use crate::state::locale::Locale;
use crate::view::{El, el};

/// The dialog in the page; dropped, it is gone with all that it listened to.
struct Mounted(<El as Render>::State);

impl View for Mounted {
    fn show(&mut self, shown: &Shown) {
        lightbox(shown).rebuild(&mut self.0);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.0.unmount();
    }
}

/// Puts the dialog at the end of the page, closed.
pub(super) fn make(shown: &Shown) -> Box<dyn View> {
    let mut element = lightbox(shown).build();
    if let Some(body) = platform::document::body() {
        element.mount(&body, None);
    }
    Box::new(Mounted(element))
}

fn lightbox(shown: &Shown) -> El {
    let (album, locale) = (&shown.album, &shown.album.locale);
    let direction = album.direction.as_str();
    let slides = shown
        .slides
        .iter()
        .map(|(photo, size)| slide(photo, *size, shown));
    let row = el("div").class("lightbox-row").children(slides);
    let stage = el("div")
        .class("lightbox-stage")
        .attr("dir", direction)
        .on("pointerdown", input::pressed)
        .on("pointermove", input::dragged)
        .on("pointerup", input::released)
        .on("pointercancel", input::cancelled)
        .on("wheel", input::wheeled)
        .child(el("div").class("lightbox-room").child(row));
    let frame = el("div")
        .class("lightbox-frame")
        .child(el("div").class("lightbox-backdrop"))
        .child(stage)
        .child(bar(shown))
        .children(sides(shown))
        .child(words(shown))
        .child(
            el("p")
                .class("visually-hidden")
                .attr("role", "status")
                .attr_if(shown.is_playing, "aria-live", "off")
                .attr("id", "lightbox-status")
                .text(spoken(shown)),
        );
    el("dialog")
        .class("lightbox")
        .attr("lang", locale.tag.as_str().to_owned())
        .attr("dir", locale.direction.as_str())
        .attr("tabindex", "-1")
        .attr("aria-label", locale.text("photos.title"))
        .attr("aria-describedby", "lightbox-status")
        .attr_if(shown.is_bare, "data-bare", "")
        .attr_if(shown.is_zoomed, "data-zoomed", "")
        .on("cancel", input::asked_to_close)
        .on("close", input::was_closed)
        .on("keydown", input::key_pressed)
        .child(frame)
}

/// "Photo 3 of 14", in the digits of the interface.
fn counter(shown: &Shown, locale: &Locale) -> String {
    let digits = |n: usize| locale.formats.integer(n as u64);
    let (n, total) = (digits(shown.index + 1), digits(shown.album.photos.len()));
    locale.fill("photos.counter", &[("n", &n), ("total", &total)])
}

/// What a screen reader says of the photo: which it is, and what stands below it. The picture has its own description.
fn spoken(shown: &Shown) -> String {
    let photo = &shown.album.photos[shown.index];
    let counter = counter(shown, &shown.album.locale);
    let words = photo.caption.as_deref().unwrap_or(&photo.image.alt);
    [&counter, ". ", words].concat()
}

fn bar(shown: &Shown) -> El {
    let (album, locale) = (&shown.album, &shown.album.locale);
    let image = &album.photos[shown.index].image;
    let zoom = if shown.is_zoomed {
        (Icon::ZoomOut, "photos.zoomOut")
    } else {
        (Icon::ZoomIn, "photos.zoomIn")
    };
    let play = if shown.is_playing {
        (Icon::Pause, "photos.pause")
    } else {
        (Icon::Play, "photos.play")
    };
    let full = shown.is_full_screen.map(|is_full| {
        let (drawing, key) = if is_full {
            (Icon::Shrink, "photos.exitFullScreen")
        } else {
            (Icon::Expand, "photos.fullScreen")
        };
        control(drawing, locale.text(key), Command::FullScreen)
    });
    let share = platform::share::can_share()
        .then(|| control(Icon::Share, locale.text("release.share"), Command::Share));
    let copy = if shown.is_copied {
        (Icon::Check, "release.linkCopied")
    } else {
        (Icon::Link, "release.copyLink")
    };
    let label = locale.text("release.download");
    let download = el("a")
        .class("lightbox-control")
        .attr("href", image.url.clone())
        .attr("download", "")
        .attr("rel", "external")
        .attr("aria-label", label.clone())
        .attr("title", label)
        .child(icon(Icon::Download));
    let play =
        (album.photos.len() > 1).then(|| control(play.0, locale.text(play.1), Command::Play));
    el("div")
        .class("lightbox-bar")
        .child(
            el("p")
                .class("lightbox-counter")
                .attr("aria-hidden", "true")
                .text(counter(shown, locale)),
        )
        .child(control(zoom.0, locale.text(zoom.1), Command::ToggleZoom))
        .opt(play)
        .opt(full)
        .opt(share)
        .child(control(copy.0, locale.text(copy.1), Command::CopyLink))
        .child(download)
        .child(control(
            Icon::Close,
            locale.text("photos.close"),
            Command::Close,
        ))
}

/// The ways back and on, at the sides where the album has them.
fn sides(shown: &Shown) -> [El; 2] {
    let locale = &shown.album.locale;
    let side = |drawing, key, by: isize, class: &'static str, is_there: bool| {
        // Not `disabled`: the reader who came to the end with it keeps the focus.
        button(drawing, locale.text(key), class, Command::Turn(by))
            .attr("dir", shown.album.direction.as_str())
            .attr_if(!is_there, "aria-disabled", "true")
    };
    let has_more = shown.index + 1 < shown.album.photos.len();
    [
        side(
            Icon::Back,
            "photos.previous",
            -1,
            "lightbox-control lightbox-back",
            shown.index > 0,
        ),
        side(
            Icon::Forward,
            "photos.next",
            1,
            "lightbox-control lightbox-on",
            has_more,
        ),
    ]
}

/// Caption and credit in their own language, and the same photo in other languages.
fn words(shown: &Shown) -> El {
    let album = &shown.album;
    let photo = &album.photos[shown.index];
    let said = caption(
        photo.caption.clone(),
        photo.credit.clone(),
        album.language.clone(),
        album.direction.as_str().to_owned(),
        &album.locale,
    );
    let links = album.alternates.iter().map(|(alternate, name)| {
        el("a")
            .attr(
                "href",
                fragment::address(&alternate.path, Some(shown.index)),
            )
            .attr("lang", alternate.tag.clone())
            .attr("hreflang", alternate.tag.clone())
            .text(name.clone())
    });
    let links: Vec<El> = links.collect();
    let languages = (!links.is_empty()).then(|| {
        el("nav")
            .class("lightbox-languages")
            .attr("aria-label", album.locale.text("a11y.languageNav"))
            .children(links)
    });
    el("div")
        .class("lightbox-words")
        .child(el("figure").opt(said))
        .opt(languages)
}

fn control(drawing: Icon, label: String, asked: Command) -> El {
    button(drawing, label, "lightbox-control", asked)
}

fn button(drawing: Icon, label: String, class: &'static str, asked: Command) -> El {
    el("button")
        .attr("type", "button")
        .class(class)
        .attr("aria-label", label.clone())
        .attr("title", label)
        .on("click", move |_| command::run(asked))
        .child(icon(drawing))
}
