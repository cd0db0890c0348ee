//! The lightbox without a browser: where a photo stands, how it moves under fingers, which files it needs.
//!
//! Lengths are CSS pixels, times milliseconds; x grows to the right and y downwards in both directions of reading. Nothing
//! here knows the DOM, so all of it is tested natively; `lightbox` alone speaks to `platform`.

pub mod album;
pub mod fragment;
pub mod geometry;
pub mod lightbox;
pub mod motion;
pub mod slides;
pub mod stage;
