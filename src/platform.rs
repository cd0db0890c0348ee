//! The one door to the browser: the only room that names `web_sys` and `js_sys`.
//!
//! What comes through it is Rust values and errors; listeners clean up when they are dropped. On the native target it
//! compiles and is never called: components touch it in effects and event handlers alone.

pub mod console;
pub mod document;
pub mod events;
pub mod fetch;
pub mod history;
pub mod html;
pub mod intl;
pub mod json;
pub mod storage;
pub mod task;
pub mod urls;
