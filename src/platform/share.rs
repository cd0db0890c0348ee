//! Clipboard, printing, and texts on their way into URLs.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Puts `text` on the clipboard; a browser that refuses leaves the reader's clipboard as it was.
pub fn copy(text: &str) {
    if let Some(window) = web_sys::window() {
        // The promise is not awaited: there is nothing to do about a refusal.
        let _ = window.navigator().clipboard().write_text(text);
    }
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

/// A small text file as a `data:` URL: a download that needs no server.
pub fn data_url(media_type: &str, text: &str) -> String {
    ["data:", media_type, ";charset=utf-8,", &escape(text)].concat()
}
