//! What the app and the report engine both need to know of a report: its shape, its text, the messages about it, and
//! what the app decides about it without a browser: where a turn leads, what is drawn next.
//!
//! Pure values and functions. It never opens a PDF and never touches a browser.

pub mod document;
pub mod find;
pub mod geometry;
pub mod protocol;
pub mod reading;
pub mod schedule;
pub mod text;

mod wire;

pub use wire::DecodeError;
