//! The page on which a report is read, with all that is known of the report's pages.
//!
//! A `pages` file that cannot be read costs the posters on that page and nothing else.

use std::path::PathBuf;
use std::sync::Arc;

use nashra_app::state::page_data::{Content, KnownPages, PageData};
use nashra_app::state::report_pages::{ReportPages, read_pages};

use super::Setting;
use crate::source::local_path;

/// `page` with the report's pages in it.
pub(super) fn with_pages(mut page: PageData, setting: &Setting<'_>) -> PageData {
    if let Content::Read(read) = &mut page.content {
        let url = read.pages_url.as_deref();
        let known = url.and_then(|url| pages_at(url, setting));
        read.known = KnownPages(known.map(Arc::new));
    }
    page
}

fn pages_at(url: &str, setting: &Setting<'_>) -> Option<ReportPages> {
    let path = url.strip_prefix(setting.prefix)?;
    let made = setting.made.get(path).map(|file| file.to_path_buf());
    let own = || -> Option<PathBuf> {
        let folder = setting.source.folder.as_ref()?;
        Some(local_path(folder, path))
    };
    let file = made.or_else(own)?;
    let bytes = std::fs::read(&file).ok()?;
    let json: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
    read_pages(&&json, url)
}
