//! A photo on the stage: what is shown of it, what it waits for, or that it failed. It knows its size before any file came.

use super::lightbox::{Heard, div, heard};
use crate::components::icon::{Icon, icon};
use crate::platform::lightbox::push_decimal;
use crate::state::gallery::geometry::Size;
use crate::state::gallery::lightbox::command::{self, Command};
use crate::state::gallery::lightbox::{Shown, input};
use crate::state::gallery::slides::{Layer, Slide};
use crate::view::{El, el};

/// What a photo is taken for whose size nobody knows yet.
const UNKNOWN: Size = Size::new(3000.0, 2000.0);

/// The photo in its place in the row.
pub(super) fn slide(slide: &Slide, shown: &Shown<'_>) -> El {
    let index = slide.index;
    let is_current = index == shown.index;
    let photo = &shown.album.photos()[index];
    let place = (index as isize - shown.first) as i32;
    let class = if is_current {
        "lightbox-slide is-current"
    } else {
        "lightbox-slide"
    };
    let mut style = ["--place:", &place.to_string()].concat();
    let size = slide.size.unwrap_or(UNKNOWN).fitted(shown.room);
    for (name, length) in [(";--width:", size.width), ("px;--height:", size.height)] {
        style.push_str(name);
        push_decimal(&mut style, length);
    }
    style.push_str("px");
    if let Some(placeholder) = &photo.image.placeholder {
        style.push_str(";--placeholder:");
        style.push_str(placeholder);
    }
    let inside = if slide.is_failed() {
        failure(is_current, shown)
    } else {
        let mut inside = div("lightbox-photo");
        for layer in &slide.layers {
            inside = inside.child(picture(slide, layer, &photo.image.alt));
        }
        inside
    };
    let waits = !slide.is_ready() && !slide.is_failed();
    el("div")
        .class(class)
        .attr("style", style)
        .attr_if(!is_current, "aria-hidden", "true")
        .attr_if(waits, "aria-busy", "true")
        .child(inside)
}

const ON_PICTURE: [Heard; 2] = [("load", input::file_arrived), ("error", input::file_failed)];

/// One file of the photo. What is not decoded yet is there and not seen; only the best is described.
fn picture(slide: &Slide, layer: &Layer, alt: &str) -> El {
    let is_best = slide.layers.last() == Some(layer);
    let url = layer.file.url.clone();
    let key = [&*url, "#", &slide.n_tries.to_string()].concat();
    let element = el("img")
        .key(key)
        .attr(
            "alt",
            if is_best {
                alt.to_owned()
            } else {
                String::new()
            },
        )
        .attr("decoding", if layer.is_ready { "sync" } else { "async" })
        .attr("draggable", "false")
        .attr_if(!layer.is_ready, "data-waits", "");
    let element = if layer.is_ready {
        element
    } else {
        heard(element, &ON_PICTURE)
    };
    element.attr("src", url)
}

fn failure(is_current: bool, shown: &Shown<'_>) -> El {
    let locale = shown.album.locale();
    div("lightbox-failure")
        .attr_if(is_current, "role", "alert")
        .child(icon(Icon::Warning))
        .child(el("p").text(locale.text("photos.failed")))
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .on("click", |_| command::run(Command::Retry))
                .text(locale.text("error.retry")),
        )
}
