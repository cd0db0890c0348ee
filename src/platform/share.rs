//! Clipboard, printing, and texts on their way into URLs.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Puts `text` on the clipboard; a browser that refuses leaves the reader's clipboard as it was.
pub fn copy(text: &str) {
    if let Some(window) = web_sys::window() {
        // The promise is not awaited: there is nothing to do about a refusal.
        let _ = window.navigator().clipboard().write_text(text);
    }
}

/// Whether the device has a sheet of its own for passing a page on.
pub fn can_share() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator
        .is_some_and(|navigator| js_sys::Reflect::has(&navigator, &"share".into()).unwrap_or(false))
}

/// Opens that sheet for the page at `url`. A reader who closes it again wanted that.
pub fn share(title: &str, url: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(url);
    let closed = wasm_bindgen_futures::JsFuture::from(window.navigator().share_with_data(&data));
    super::task::spawn(async move {
        let _ = closed.await;
    });
}

/// Opens the print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// `text` as it stands in a query.
pub fn escape(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// The text that stands in a query or fragment; what is no text is left out.
pub fn unescape(escaped: &str) -> String {
    percent_encoding::percent_decode_str(escaped)
        .decode_utf8_lossy()
        .into_owned()
}

/// A small text file as a `data:` URL: a download that needs no server.
pub fn data_url(media_type: &str, text: &str) -> String {
    ["data:", media_type, ";charset=utf-8,", &escape(text)].concat()
}
