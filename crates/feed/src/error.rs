//! Why a file could not be read at all.
//! Refuses to hold words for readers: those come from the locale files.

use std::fmt;

/// A whole file that cannot be used; anything less is a [`FeedWarning`](crate::FeedWarning).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// The text is not JSON. Line and column count from 1.
    NotJson {
        /// The line where reading stopped.
        line: usize,
        /// The column where reading stopped.
        column: usize,
    },
    /// The JSON is no JSON Feed: it is no object, or has neither a `version` nor `items`.
    NotAFeed,
    /// The JSON is no `site.json`: it is no object, or lacks a usable `base_url`.
    NotANewsroom,
    /// No language of the newsroom has both a usable tag and a usable feed.
    NoLanguages,
}

impl fmt::Display for FeedError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotJson { line, column } => {
                return write!(out, "not JSON (line {line}, column {column})");
            }
            Self::NotAFeed => "not a JSON Feed",
            Self::NotANewsroom => "not a site.json with a usable base_url",
            Self::NoLanguages => "no language with a usable tag and feed",
        })
    }
}

impl std::error::Error for FeedError {}
