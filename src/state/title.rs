//! Titles of documents, and the page for an address that nothing answers to: what needs no item.

use super::locale::Locale;
use super::page_data::{Content, NewsroomData, PageData};

/// A page's title with the newsroom's name behind it.
pub fn document_title(title: &str, newsroom: &NewsroomData, locale: &Locale) -> String {
    let values = [("title", title), ("site", &*newsroom.title)];
    locale.fill("site.pageTitle", &values)
}

/// The page that says there is no such page.
pub fn not_found(path: &str, newsroom: &NewsroomData, locale: &Locale) -> PageData {
    PageData {
        path: path.to_owned(),
        title: document_title(&locale.text("error.notFound.title"), newsroom, locale),
        description: None,
        canonical: None,
        alternates: Vec::new(),
        content: Content::NotFound,
    }
}
