//! Address bar and session history. Scroll positions live in the history entry's own state.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// The path of the page, percent-encoded.
pub fn path() -> String {
    web_sys::window()
        .and_then(|window| window.location().pathname().ok())
        .unwrap_or_default()
}

/// The query with its `?`, or nothing.
pub fn query() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// The first value of `name` in the query.
pub fn parameter(name: &str) -> Option<String> {
    let query = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&query)
        .ok()?
        .get(name)
}

/// The fragment with its `#`, or nothing.
pub fn hash() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The whole address.
pub fn href() -> String {
    web_sys::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default()
}

/// A new entry for `url`.
pub fn push(url: &str) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// Another address for the current entry.
pub fn replace(url: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// To the entry before.
pub fn back() {
    if let Some(history) = history() {
        let _ = history.back();
    }
}

/// Leaves the app for `url` by an ordinary navigation.
pub fn leave_for(url: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_href(url);
    }
}

/// Whether we restore scroll on Back and Forward (`true`), or the browser does, as it must after a reload.
pub fn restore_scroll_ourselves(ours: bool) {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(if ours {
            ScrollRestoration::Manual
        } else {
            ScrollRestoration::Auto
        });
    }
}

/// Writes the scroll position of the page into the current entry.
pub fn save_scroll() {
    let (Some(window), Some(history)) = (web_sys::window(), history()) else {
        return;
    };
    let y = window.scroll_y().unwrap_or(0.0);
    let state = Object::new();
    let _ = Reflect::set(&state, &JsValue::from_str("y"), &JsValue::from_f64(y));
    let _ = history.replace_state_with_url(&state, "", None);
}

/// The scroll position written into the current entry, in CSS pixels.
pub fn saved_scroll() -> Option<f64> {
    let state = history()?.state().ok()?;
    Reflect::get(&state, &JsValue::from_str("y")).ok()?.as_f64()
}
