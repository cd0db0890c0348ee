//! Why there are no cards: a word for scripts of the page, and the address for whoever looks into it. Readers see neither.

use std::fmt;

use crate::platform::fetch::FetchError;

/// What kept the cards from being painted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    reason: &'static str,
    url: String,
}

impl Failure {
    /// A reason in a word, and the address that it is about.
    pub fn new(reason: &'static str, url: &str) -> Self {
        Self {
            reason,
            url: url.to_owned(),
        }
    }

    /// A file that did not come.
    pub fn of(error: FetchError, url: &str) -> Self {
        let reason = match error {
            FetchError::Offline => "offline",
            FetchError::Timeout => "timeout",
            FetchError::Network => "network",
            FetchError::Status(_) => "status",
            FetchError::NotJson => "not-json",
            FetchError::TooLarge => "too-large",
        };
        Self::new(reason, url)
    }
}

/// `network https://news.example.org/ar/releases/data.json`
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason)?;
        f.write_str(" ")?;
        f.write_str(&self.url)
    }
}
