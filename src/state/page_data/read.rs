//! A report in the viewer. What the `pages` file says is not repeated here: the viewer reads it by itself.

#[cfg(feature = "ssr")]
use std::sync::Arc;

use nashra_feed::json::{FromJson, JsonSource, ToJson};
use nashra_feed::record;

#[cfg(feature = "ssr")]
use crate::state::report_pages::ReportPages;

record! {
    /// A PDF of an item, to be read online.
    #[derive(Clone, PartialEq)]
    pub struct ReadData {
        /// `releases` or `reports`.
        pub shelf: String,
        /// What is read.
        pub title: String,
        /// The language of the title, where it is not the page's.
        pub language: Option<String>,
        /// The direction of the title.
        pub direction: String,
        /// The page of the item.
        pub item_path: String,
        /// The file.
        pub file_url: String,
        /// Its size, ready to show.
        pub size: Option<String>,
        /// Page sizes, posters and text, where they were made.
        pub pages_url: Option<String>,
        /// The message file of the page's language.
        pub messages: String,
        /// CLDR numbering system of the interface.
        pub digits: String,
        /// What the publishing tool knows of the pages, and no block of data holds.
        pub known: KnownPages,
    }
}

/// The pages natively, where they were read; nothing in the browser, which finds them in the page.
#[derive(Clone, Default, PartialEq)]
pub struct KnownPages(#[cfg(feature = "ssr")] pub Option<Arc<ReportPages>>);

impl FromJson for KnownPages {
    fn from_json<S: JsonSource>(_: &S) -> Option<Self> {
        Self::absent()
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

impl ToJson for KnownPages {
    fn write_json(&self, _: &mut String) {}

    fn is_absent(&self) -> bool {
        true
    }
}
