//! Photos of an item: the grid in the page, which works with no script at all, and the lightbox over it.

pub mod grid;
mod lightbox;
mod slide;

pub use grid::{caption, photo_grid};

use leptos::prelude::Effect;

use crate::state::gallery::album::Album;
use crate::state::gallery::lightbox::opening::{IS_BUILT, follow};
use crate::state::session::Session;

/// After the page is shown: its album can be opened, and is where the address names a photo.
pub fn lightbox_for(session: Session) {
    if IS_BUILT {
        Effect::new(move || follow(Album::of(&session.peek()), lightbox::make));
    }
}
