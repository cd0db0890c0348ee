//! What the command `nashra` is made of: a newsroom is begun ([`new`]), filled ([`import`]), looked through ([`check`]), read ([`source`]),
//! rendered with the app's own components ([`publish`]), looked at while it is written ([`preview`]), served as a CDN would ([`serve`]) and uploaded ([`deploy`]); reports
//! become posters and text ([`pages`]).
//!
//! It renders, writes and serves; it refuses to run anything per request.

pub mod check;
pub mod deploy;
mod digest;
pub mod error;
pub mod formats;
pub mod import;
pub mod inside;
mod media;
pub mod new;
pub mod pages;
mod parallel;
pub mod preview;
pub mod progress;
pub mod publish;
pub mod serve;
pub mod source;
