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
use crate::state::gallery::lightbox::{Shown, View, input, opening};
use crate::state::gallery::slides::MOST;
use crate::state::locale::Locale;
use crate::state::page_data::PhotoData;
use crate::view::{El, el};

/// The dialog in the page and the row of photos in it; dropped, they are gone with all that they listened to.
struct Mounted {
    dialog: <El as Render>::State,
    row: <El as Render>::State,
}

impl View for Mounted {
    fn show(&mut self, shown: &Shown<'_>, tells: bool) {
        row(shown).rebuild(&mut self.row);
        if tells {
            lightbox(shown).rebuild(&mut self.dialog);
        }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.dialog.unmount();
    }
}

/// Puts the dialog at the end of the page, closed.
pub fn make(shown: &Shown<'_>) -> Box<dyn View> {
    // Named here as well, since the app keeps what makes the view: else all of it would be weighed as none of the lightbox's.
    if !opening::IS_BUILT {
        unreachable!()
    }
    let (mut dialog, mut row) = (lightbox(shown).build(), row(shown).build());
    if let Some(body) = platform::document::body() {
        dialog.mount(&body, None);
    }
    if let Some(room) = platform::lightbox::new_room() {
        row.mount(&room, None);
    }
    Box::new(Mounted { dialog, row })
}

/// The photos, not in the album's order: the element of one that is left behind becomes that of the next where it stands, since a new one
/// would be a layer more for the browser to make, and only the current one is told of.
fn row(shown: &Shown<'_>) -> El {
    let mut row = div("lightbox-row");
    for place in 0..MOST {
        for photo in shown.slides {
            if photo.index % MOST == place {
                row = row.child(slide(photo, shown).key(place.to_string()));
            }
        }
    }
    row
}

fn lightbox(shown: &Shown<'_>) -> El {
    let (album, locale) = (shown.album, shown.album.locale());
    let stage = div("lightbox-stage").attr("dir", album.direction.as_str());
    let stage = heard(stage, &ON_STAGE);
    let counter = counter(shown);
    let spoken = el("p")
        .class("visually-hidden")
        .attr("role", "status")
        .attr_if(shown.is_playing, "aria-live", "off")
        .attr("id", "lightbox-status")
        .text(spoken(&counter, shown.photo()));
    let frame = div("lightbox-frame")
        .child(div("lightbox-backdrop"))
        .child(stage.child(div("lightbox-room")))
        .child(bar(counter, shown))
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
const ON_DIALOG: [Heard; 4] = [
    ("cancel", input::asked_to_close),
    ("close", input::was_closed),
    ("keydown", input::key_pressed),
    ("fullscreenchange", input::screen_changed),
];

/// A control: its drawing, its name, what it asks for. Those of two states stand in pairs, the second while it is on.
type Control = (Icon, &'static str, Command);

const ZOOM: [Control; 2] = [
    (Icon::ZoomIn, "photos.zoomIn", Command::ToggleZoom),
    (Icon::ZoomOut, "photos.zoomOut", Command::ToggleZoom),
];
const PLAY: [Control; 2] = [
    (Icon::Play, "photos.play", Command::Play),
    (Icon::Pause, "photos.pause", Command::Play),
];
const FULL: [Control; 2] = [
    (Icon::Expand, "photos.fullScreen", Command::FullScreen),
    (Icon::Shrink, "photos.exitFullScreen", Command::FullScreen),
];
const COPY: [Control; 2] = [
    (Icon::Link, "release.copyLink", Command::CopyLink),
    (Icon::Check, "release.linkCopied", Command::CopyLink),
];
const SHARE: Control = (Icon::Share, "release.share", Command::Share);
const CLOSE: Control = (Icon::Close, "photos.close", Command::Close);
const NEXT: Control = (Icon::Forward, "photos.next", Command::Turn(1));
const PREVIOUS: Control = (Icon::Back, "photos.previous", Command::Turn(-1));

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
fn counter(shown: &Shown<'_>) -> String {
    let locale = shown.album.locale();
    let digits = |n: usize| locale.formats.integer(n as u64);
    let (n, total) = (digits(shown.told + 1), digits(shown.album.photos().len()));
    locale.fill("photos.counter", &[("n", &n), ("total", &total)])
}

/// What a screen reader says of the photo: which it is, and what stands below it. The picture has its own description.
fn spoken(counter: &str, photo: &PhotoData) -> String {
    let words = photo.caption.as_deref().unwrap_or(&photo.image.alt);
    [counter, ". ", words].concat()
}

fn bar(counter: String, shown: &Shown<'_>) -> El {
    let (album, locale) = (shown.album, shown.album.locale());
    let full = shown.is_full_screen;
    let controls = [
        (true, &ZOOM[usize::from(shown.is_zoomed)]),
        (
            album.photos().len() > 1,
            &PLAY[usize::from(shown.is_playing)],
        ),
        (full.is_some(), &FULL[usize::from(full == Some(true))]),
        (platform::share::can_share(), &SHARE),
        (true, &COPY[usize::from(shown.is_copied)]),
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
        .text(counter);
    let mut bar = div("lightbox-bar").child(count);
    for (is_there, control) in controls {
        if is_there {
            bar = bar.child(button(control, "lightbox-control", locale));
        }
    }
    bar.child(download)
        .child(button(&CLOSE, "lightbox-control", locale))
}

/// The way back or on, at its side of the album.
#[inline(never)]
fn side(is_on: bool, shown: &Shown<'_>) -> El {
    let (control, class, is_there) = if is_on {
        (
            &NEXT,
            "lightbox-control lightbox-on",
            shown.told + 1 < shown.album.photos().len(),
        )
    } else {
        (&PREVIOUS, "lightbox-control lightbox-back", shown.told > 0)
    };
    // Not `disabled`: the reader who came to the end with it keeps the focus.
    button(control, class, shown.album.locale())
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
                .attr("href", fragment::address(path, Some(shown.told)))
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

/// A control's button.
fn button(control: &Control, class: &'static str, locale: &Locale) -> El {
    let (drawing, key, asked) = *control;
    let label = locale.text(key);
    el("button")
        .attr("type", "button")
        .class(class)
        .attr("aria-label", label.clone())
        .attr("title", label)
        .on("click", move |_| command::run(asked))
        .child(icon(drawing))
}
