//! Photos of an item: the grid in the page, which works with no script at all, and the lightbox over it.

pub mod grid;
mod lightbox;
mod slide;

pub use grid::{caption, photo_grid};
pub use lightbox::make as make_lightbox;
