//! The lightbox: a modal dialog with the photos on a stage, controls above, words below.
//!
//! It shows what it is given; what is done with it goes to `state::gallery::lightbox`. The stage and what stands at its
//! sides follow the album's direction, all else that of the page.

use leptos::tachys::prelude::{Mountable, Render};

use super::grid::caption;
use super::slide::slide;
use crate::components::icon::{Icon, icon};
use crate::platform::{self, events::Event};
use crate::state::gallery::fragment;
use crate::state::gallery::lightbox::command::{self, Command};
use crate::state::gallery::lightbox::{Shown, View, input};
use crate::state::locale::Locale;
use crate::view::{El, el};

/// The dialog in the page; dropped, it is gone with all that it listened to.
struct Mounted(<El as Render>::State);

impl View for Mounted {
    fn show(&mut self, shown: &Shown<'_>) {
        lightbox(shown).rebuild(&mut self.0);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.0.unmount();
    }
}

/// Puts the dialog at the end of the page, closed.
pub fn make(shown: &Shown<'_>) -> Box<dyn View> {
    let mut element = lightbox(shown).build();
    if let Some(body) = platform::document::body() {
        element.mount(&body, None);
    }
    Box::new(Mounted(element))
}

fn lightbox(shown: &Shown<'_>) -> El {
    let (album, locale) = (shown.album, shown.album.locale());
    let mut row = div("lightbox-row");
    for photo in shown.slides {
        row = row.child(slide(photo, shown));
    }
    let stage = div("lightbox-stage").attr("dir", album.direction.as_str());
    let stage = heard(stage, &ON_STAGE);
    let spoken = el("p")
        .class("visually-hidden")
        .attr("role", "status")
        .attr_if(shown.is_playing, "aria-live", "off")
        .attr("id", "lightbox-status")
        .text(spoken(shown));
    let frame = div("lightbox-frame")
        .child(div("lightbox-backdrop"))
        .child(stage.child(div("lightbox-room").child(row)))
        .child(bar(shown))
        .child(side(false, shown))
        .child(side(true, shown))
        .child(words(shown))
        .child(spoken);
    let dialog = el("dialog")
        .class("lightbox")
        .attr("lang", locale.tag.as_str().to_owned())
        .attr("dir", locale.direction.as_str())
        .attr("tabindex", "-1")
        .attr("aria-label", locale.text("photos.title"))
        .attr("aria-describedby", "lightbox-status")
        .attr_if(shown.is_bare, "data-bare", "")
        .attr_if(shown.is_zoomed, "data-zoomed", "");
    heard(dialog, &ON_DIALOG).child(frame)
}

/// An event and what hears it. Plain functions: closures would be code for each.
pub(super) type Heard = (&'static str, fn(&Event));

const ON_STAGE: [Heard; 5] = [
    ("pointerdown", input::pressed),
    ("pointermove", input::dragged),
    ("pointerup", input::released),
    ("pointercancel", input::cancelled),
    ("wheel", input::wheeled),
];
const ON_DIALOG: [Heard; 3] = [
    ("cancel", input::asked_to_close),
    ("close", input::was_closed),
    ("keydown", input::key_pressed),
];

/// The element with these listeners.
#[inline(never)]
pub(super) fn heard(mut element: El, all: &[Heard]) -> El {
    for (event, listener) in all {
        element = element.on(event, *listener);
    }
    element
}

/// A `div` of that class.
#[inline(never)]
pub(super) fn div(class: &'static str) -> El {
    el("div").class(class)
}

/// "Photo 3 of 14", in the digits of the interface.
fn counter(shown: &Shown<'_>, locale: &Locale) -> String {
    let digits = |n: usize| locale.formats.integer(n as u64);
    let (n, total) = (digits(shown.index + 1), digits(shown.album.photos().len()));
    locale.fill("photos.counter", &[("n", &n), ("total", &total)])
}

/// What a screen reader says of the photo: which it is, and what stands below it. The picture has its own description.
fn spoken(shown: &Shown<'_>) -> String {
    let photo = shown.photo();
    let counter = counter(shown, shown.album.locale());
    let words = photo.caption.as_deref().unwrap_or(&photo.image.alt);
    [&counter, ". ", words].concat()
}

fn bar(shown: &Shown<'_>) -> El {
    let (album, locale) = (shown.album, shown.album.locale());
    let either = |is_second: bool, first, second| if is_second { second } else { first };
    let zoom = either(
        shown.is_zoomed,
        (Icon::ZoomIn, "photos.zoomIn", Command::ToggleZoom),
        (Icon::ZoomOut, "photos.zoomOut", Command::ToggleZoom),
    );
    let play = either(
        shown.is_playing,
        (Icon::Play, "photos.play", Command::Play),
        (Icon::Pause, "photos.pause", Command::Play),
    );
    let full = either(
        shown.is_full_screen == Some(true),
        (Icon::Expand, "photos.fullScreen", Command::FullScreen),
        (Icon::Shrink, "photos.exitFullScreen", Command::FullScreen),
    );
    let copy = either(
        shown.is_copied,
        (Icon::Link, "release.copyLink", Command::CopyLink),
        (Icon::Check, "release.linkCopied", Command::CopyLink),
    );
    let share = (Icon::Share, "release.share", Command::Share);
    let has_more = album.photos().len() > 1;
    let controls = [
        (true, zoom),
        (has_more, play),
        (shown.is_full_screen.is_some(), full),
        (platform::share::can_share(), share),
        (true, copy),
    ];
    let label = locale.text("release.download");
    let download = el("a")
        .class("lightbox-control")
        .attr("href", shown.photo().image.url.clone())
        .attr("download", "")
        .attr("rel", "external")
        .attr("aria-label", label.clone())
        .attr("title", label)
        .child(icon(Icon::Download));
    let count = el("p")
        .class("lightbox-counter")
        .attr("aria-hidden", "true")
        .text(counter(shown, locale));
    let mut bar = div("lightbox-bar").child(count);
    for (is_there, asked) in controls {
        if is_there {
            bar = bar.child(button(asked, "lightbox-control", locale));
        }
    }
    let close = (Icon::Close, "photos.close", Command::Close);
    bar.child(download)
        .child(button(close, "lightbox-control", locale))
}

/// The way back or on, at its side of the album.
#[inline(never)]
fn side(is_on: bool, shown: &Shown<'_>) -> El {
    let (asked, class, is_there) = if is_on {
        (
            (Icon::Forward, "photos.next", Command::Turn(1)),
            "lightbox-control lightbox-on",
            shown.index + 1 < shown.album.photos().len(),
        )
    } else {
        (
            (Icon::Back, "photos.previous", Command::Turn(-1)),
            "lightbox-control lightbox-back",
            shown.index > 0,
        )
    };
    // Not `disabled`: the reader who came to the end with it keeps the focus.
    button(asked, class, shown.album.locale())
        .attr("dir", shown.album.direction.as_str())
        .attr_if(!is_there, "aria-disabled", "true")
}

/// Caption and credit in their own language, and the same photo in other languages.
fn words(shown: &Shown<'_>) -> El {
    let album = shown.album;
    let photo = shown.photo();
    let said = caption(
        photo.caption.clone(),
        photo.credit.clone(),
        album.language(),
        album.direction.as_str().to_owned(),
        album.locale(),
    );
    let mut languages = el("nav")
        .class("lightbox-languages")
        .attr("aria-label", album.locale().text("a11y.languageNav"));
    let mut has_languages = false;
    for language in album.languages() {
        if let Some(path) = album.elsewhere(language) {
            let link = el("a")
                .attr("href", fragment::address(path, Some(shown.index)))
                .attr("lang", language.tag.clone())
                .attr("hreflang", language.tag.clone())
                .text(language.name.clone());
            languages = languages.child(link);
            has_languages = true;
        }
    }
    div("lightbox-words")
        .child(el("figure").opt(said))
        .opt(has_languages.then_some(languages))
}

/// A control: its drawing, its name, what it asks for.
fn button(
    (drawing, key, asked): (Icon, &'static str, Command),
    class: &'static str,
    locale: &Locale,
) -> El {
    let label = locale.text(key);
    el("button")
        .attr("type", "button")
        .class(class)
        .attr("aria-label", label.clone())
        .attr("title", label)
        .on("click", move |_| command::run(asked))
        .child(icon(drawing))
}
