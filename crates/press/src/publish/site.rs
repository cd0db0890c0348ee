//! The newsroom as its pages' heads and lists for machines see it: one language, with what all languages have in common.

use std::collections::HashSet;

use nashra_app::state::page_data::{AlternateData, NewsroomData};
use nashra_feed::Newsroom;

/// One language of the newsroom.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) newsroom: &'a Newsroom,
    pub(super) frame: &'a NewsroomData,
    /// The path under which the newsroom stands.
    pub(super) prefix: &'a str,
    /// The paths of all published pages, in all languages.
    pub(super) addresses: &'a HashSet<String>,
    /// "Home", "News" and "Reports" in this language.
    pub(super) labels: &'a Labels,
}

/// Names of the pages that stand above others.
pub(super) struct Labels {
    pub(super) home: String,
    pub(super) releases: String,
    pub(super) reports: String,
    pub(super) photos: String,
    /// What the newsroom offers, in a line.
    pub(super) tagline: String,
}

impl Site<'_> {
    /// The newsroom's address.
    pub(super) fn base_url(&self) -> &str {
        self.newsroom.base_url.as_str()
    }

    /// A path of this newsroom with its host; addresses elsewhere stay as they are.
    pub(super) fn absolute(&self, path: &str) -> String {
        match path.strip_prefix(self.prefix) {
            Some(rest) if path.starts_with('/') => [self.base_url(), rest].concat(),
            _ => path.to_owned(),
        }
    }

    /// The one that readers of other languages get: the newsroom's default, else the first.
    pub(super) fn default_of<'a>(
        &self,
        alternates: &[&'a AlternateData],
    ) -> Option<&'a AlternateData> {
        let is_default =
            |alternate: &&&'a AlternateData| alternate.tag == self.frame.default_language;
        alternates
            .iter()
            .find(is_default)
            .or(alternates.first())
            .copied()
    }
}
