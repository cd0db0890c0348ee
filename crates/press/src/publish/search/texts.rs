//! What can be found: items as they are read, and the pages of their reports.
//!
//! Withdrawn items are in no index; what may not be shown yet is in no newsroom that gets here.

use std::collections::HashSet;

use nashra_app::state::compose::catalogue::Entry;
use nashra_app::state::compose::{Composer, localise};
use nashra_app::state::page_data::ResultData;
use nashra_feed::json::to_json;
use nashra_feed::{Attachment, Item, Kind};

use super::Reports;

/// A text that can be found.
pub(in crate::publish) struct Text {
    /// What finds it before all else; pages of a report have none, so that its title does not find each of them.
    pub(super) title: String,
    /// As it was written.
    pub(super) text: String,
    /// How it is shown: [`ResultData`] as JSON.
    pub(super) shown: String,
    /// Names and values that a search may be narrowed by.
    pub(super) filters: Vec<(&'static str, String)>,
    /// For ordering by date: the written day, `2026-11-24`.
    pub(super) day: Option<String>,
    /// Of a page of a report: which it is, and whether the item is the report itself.
    pub(super) page: Option<(String, bool)>,
}

/// Leaves each page of a report once: a release may carry the same file. The report's own is kept.
pub(super) fn each_page_once(texts: &mut Vec<Text>) {
    let pages = texts.iter().filter_map(|text| text.page.as_ref());
    let own = pages
        .filter(|(_, is_own)| *is_own)
        .map(|(page, _)| page.clone());
    let own: HashSet<String> = own.collect();
    let mut seen = HashSet::new();
    texts.retain(|text| {
        let Some((page, is_own)) = &text.page else {
            return true;
        };
        (*is_own || !own.contains(page)) && seen.insert(page.clone())
    });
}

impl Text {
    /// All that it is made of.
    pub(super) fn parts(&self) -> impl Iterator<Item = &[u8]> {
        let own = [&self.title, &self.text, &self.shown].into_iter();
        let filters = self.filters.iter().map(|(_, value)| value);
        own.chain(filters).map(|part| part.as_bytes())
    }
}

/// The texts of an item: its own, then the pages of the reports that are in the language of the index.
pub(in crate::publish) fn of_item(
    composer: &Composer<'_>,
    entry: Entry<'_>,
    reports: &Reports<'_>,
) -> Vec<Text> {
    let item = entry.item;
    if item.withdrawn.is_some() {
        return Vec::new();
    }
    let (shown, text) = composer.indexed(entry);
    let title: String = shown.title.iter().map(|piece| &*piece.text).collect();
    let own = Text {
        // A text without a word would not be kept at all.
        text: if text.is_empty() { title.clone() } else { text },
        shown: to_json(&shown),
        filters: filters(item, composer),
        day: day(item),
        title,
        page: None,
    };
    let mut texts = vec![own];
    for file in files(item, composer.locale.tag.as_str()) {
        let pages = reports.pages(file);
        let n_pages = file.page_count.unwrap_or(0);
        for (number, text) in pages {
            let shown = page_of(composer, entry, &shown, file, (number, n_pages));
            texts.push(Text {
                title: String::new(),
                text,
                filters: filters(item, composer),
                day: day(item),
                page: Some((shown.id.clone(), item.kind == Kind::Report)),
                shown: to_json(&shown),
            });
        }
    }
    texts
}

/// The reports of an item that readers of a language read: those in it or of no language; where there are none, all.
fn files<'a>(item: &'a Item, tag: &str) -> Vec<&'a Attachment> {
    let reports = || item.attachments.iter().filter(|file| file.is_pdf());
    let own = reports().filter(|file| file.language.as_deref().is_none_or(|own| own == tag));
    let own: Vec<_> = own.collect();
    if own.is_empty() {
        reports().collect()
    } else {
        own
    }
}

/// How a page of a report is shown. It leads to the viewer at that page; of files that the viewer does not open, to the file, which
/// the browser's own viewer does.
fn page_of(
    composer: &Composer<'_>,
    entry: Entry<'_>,
    item: &ResultData,
    file: &Attachment,
    (number, n_pages): (u32, u32),
) -> ResultData {
    let integer = |n: u32| composer.locale.formats.integer(u64::from(n));
    let (n, total) = (integer(number), integer(n_pages.max(number)));
    let values = [("n", &*n), ("total", &*total)];
    let name = composer.locale.fill("list.page", &values);
    let url = localise(file.url.as_str(), composer.base_url, composer.prefix);
    let place = composer.read_path_of_file(entry, file);
    let place = place.as_ref().unwrap_or(&url);
    ResultData {
        id: format!("{url}#{number}"),
        path: format!("{place}#page={number}"),
        label: [&item.label, " · ", &name].concat(),
        is_of_file: true,
        file_language: file.language.clone(),
        ..item.clone()
    }
}

fn filters(item: &Item, composer: &Composer<'_>) -> Vec<(&'static str, String)> {
    let kind = match item.kind {
        Kind::Release => "release",
        Kind::Report => "report",
    };
    let mut filters = vec![
        ("language", composer.locale.tag.as_str().to_owned()),
        ("kind", kind.to_owned()),
    ];
    filters.extend(
        item.date()
            .map(|date| ("year", date.written_day().0.to_string())),
    );
    filters.extend(item.tags.iter().map(|tag| ("topic", tag.clone())));
    filters
}

fn day(item: &Item) -> Option<String> {
    let (year, month, day) = item.date()?.written_day();
    Some(format!("{year:04}-{month:02}-{day:02}"))
}
