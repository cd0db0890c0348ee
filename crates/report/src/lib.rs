//! What the app and the report engine both need to know of a report: its shape, its text, the messages about it.
//!
//! Pure values and functions. It never opens a PDF and never touches a browser.

pub mod document;
pub mod find;
pub mod geometry;
pub mod protocol;
pub mod text;

mod wire;

pub use wire::DecodeError;
