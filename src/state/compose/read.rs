//! The page on which an item's PDF is read: its own file, in the page's language where there are several.

use nashra_feed::{Attachment, Item};

use super::catalogue::Entry;
use super::{Composer, shelf_of, title_of};
use crate::route::Page;
use crate::state::page_data::{Content, KnownPages, PageData, ReadData};
use nashra_l10n::file_size;

impl Composer<'_> {
    /// The PDF of an item that the viewer opens: the newsroom's own before those that lie where its feeds do, and of these the one
    /// in the page's language before the first. What other sites have may not be read from here: it is the browser's to open.
    /// Where the report is read elsewhere, there is none.
    pub fn readable<'a>(&self, item: &'a Item) -> Option<&'a Attachment> {
        if item.online_url.is_some() {
            return None;
        }
        let here = Some(self.locale.tag.as_str());
        let languages = self.newsroom.languages.iter();
        let is_with_feeds = |url: &str| {
            let feeds = languages.clone().flat_map(|language| &language.feeds);
            feeds.into_iter().any(|feed| origin(feed) == origin(url))
        };
        let is_near = |file: &&Attachment| {
            let url = file.url.as_str();
            file.is_pdf() && (url.starts_with(self.base_url) || is_with_feeds(url))
        };
        let files = item.attachments.iter().filter(is_near);
        files.min_by_key(|file| {
            let is_elsewhere = !file.url.as_str().starts_with(self.base_url);
            (is_elsewhere, file.language.as_deref() != here)
        })
    }

    /// Where a file of an item is read, if it is the one that the viewer opens.
    pub fn read_path_of_file(&self, entry: Entry<'_>, file: &Attachment) -> Option<String> {
        let readable = self.readable(entry.item)?;
        (readable.url == file.url).then(|| self.read_path_of(entry))
    }

    /// Where an item is read in this composer's language.
    fn read_path_of(&self, entry: Entry<'_>) -> String {
        self.path(Page::Read {
            shelf: shelf_of(entry.item),
            slug: entry.slug.to_owned(),
        })
    }

    /// The page of the viewer, where the item has a file for it.
    pub fn read_page(&self, entry: Entry<'_>) -> Option<PageData> {
        let item = entry.item;
        let file = self.readable(item)?;
        let languages = self.newsroom.languages.iter();
        let mut languages = languages.filter(|known| known.tag == self.locale.tag.as_str());
        let language = languages.next()?;
        let title = title_of(item, "");
        let data = ReadData {
            shelf: shelf_of(item).segment().to_owned(),
            language: self.foreign_language(entry),
            direction: self.direction_of(entry, &title),
            item_path: self.path_of(entry),
            file_url: self.local(file.url.as_str()),
            size: file
                .size_in_bytes
                .map(|bytes| file_size(bytes, &*self.locale.formats, &self.locale.messages)),
            pages_url: file.pages.as_ref().map(|pages| self.local(pages.as_str())),
            messages: language.messages.clone(),
            digits: language.digits.clone(),
            known: KnownPages::default(),
            title,
        };
        let shown = self
            .locale
            .fill("viewer.pageTitle", &[("title", &data.title)]);
        Some(PageData {
            path: self.read_path_of(entry),
            title: self.document_title(&shown),
            description: None,
            // Search engines should lead to the item, which leads here.
            canonical: Some(data.item_path.clone()),
            alternates: self.alternates_of(entry, true),
            content: Content::Read(data),
        })
    }
}

/// Scheme and host of an absolute URL.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url[host..].find('/').map_or(url.len(), |at| host + at);
    &url[..end]
}
