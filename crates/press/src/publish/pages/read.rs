//! The page on which a report is read, with all that is known of the report's pages.
//!
//! A `pages` file that cannot be read costs the posters on that page and nothing else.

use std::sync::Arc;

use nashra_app::state::page_data::{Content, KnownPages, PageData};
use nashra_app::state::report_pages::{ReportPages, read_pages};

use super::Setting;

/// `page` with the report's pages in it.
pub(super) fn with_pages(mut page: PageData, setting: &Setting<'_>) -> PageData {
    if let Content::Read(read) = &mut page.content {
        let url = read.pages_url.as_deref();
        let known = url.and_then(|url| pages_at(url, setting));
        read.known = KnownPages(known.map(Arc::new));
    }
    page
}

/// What is published of a report's pages; `None` where it cannot be read.
pub(super) fn pages_at(url: &str, setting: &Setting<'_>) -> Option<ReportPages> {
    let path = url.strip_prefix(setting.prefix)?;
    read_pages(&&setting.places.json(path)?, url)
}
