//! The one door to the browser: the only room that names `web_sys` and `js_sys`.
//!
//! What comes through it is Rust values and errors; listeners clean up when they are dropped. On the native target it
//! compiles and is never called: components touch it in effects and event handlers alone.

pub mod begun;
pub mod console;
pub mod document;
pub mod dom;
pub mod events;
pub mod fetch;
pub mod file;
pub mod hands;
pub mod history;
pub mod html;
pub mod html_reader;
pub mod intl;
pub mod json;
pub mod lightbox;
pub mod live;
pub mod module;
pub mod pagefind;
pub mod pointer;
pub mod report_client;
pub mod share;
pub mod storage;
pub mod task;
pub mod urls;

/// Milliseconds since 1970, by the reader's clock.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// Milliseconds of a clock that only runs forward, for measuring.
pub fn clock_ms() -> f64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0.0, |performance| performance.now())
}

/// A date and time as the engine reads it, in milliseconds since 1970.
pub fn parse_date_ms(text: &str) -> Option<i64> {
    let ms = js_sys::Date::parse(text);
    ms.is_finite().then_some(ms as i64)
}
