//! The browser's `URL` behind the feed's [`UrlResolver`]: costs no bytes and agrees with what links do.

use nashra_feed::UrlResolver;
use web_sys::Url;

/// Resolves by the WHATWG URL standard, as the engine does.
pub struct BrowserUrls;

impl UrlResolver for BrowserUrls {
    fn resolve(&self, base: Option<&str>, reference: &str) -> Option<String> {
        let url = match base {
            Some(base) => Url::new_with_base(reference, base),
            None => Url::new(reference),
        };
        url.ok().map(|url| url.href())
    }
}
