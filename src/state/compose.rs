//! From a feed's items to the data of a page: the same code natively, where `publish` writes it down, and in the
//! browser, for what was not published yet.
//!
//! It formats and resolves everything that a page shows; it fetches nothing and knows no DOM.

mod body;
pub mod catalogue;
mod citation;
pub mod facets;
mod facts;
mod ics;
mod item;
mod lists;
mod media;
mod placeholder;
mod read;
pub mod search;
mod summary;
mod when;

use nashra_feed::{Item, Kind, UrlResolver};
use nashra_l10n::{LanguageTag, first_strong};
use nashra_markup::{Context, Markup};

use super::locale::Locale;
use super::page_data::{AlternateData, CardData, Content, HomeData, NewsroomData, PageData};
use super::title::document_title;
use crate::route::{Page, Route, Shelf, is_reserved_slug};
use catalogue::{Catalogue, Entry};
use facets::Facets;
pub use facts::CALENDAR_FILE;
use summary::{beyond_title, cut};

/// Releases and reports on the home page.
const N_HOME_RELEASES: usize = 6;
const N_HOME_REPORTS: usize = 4;
/// Characters of a summary made from an item's text.
const SUMMARY_LENGTH: usize = 180;
/// Characters of a title made from an item's text.
const TITLE_LENGTH: usize = 90;

/// Reads third-party HTML: html5ever natively, the engine's parser in the browser.
pub type HtmlReader<'a> = dyn Fn(&str, &Context<'_>) -> Option<Markup> + 'a;

/// What pages of one language are composed from.
pub struct Composer<'a> {
    /// The path under which the newsroom stands.
    pub prefix: &'a str,
    /// The absolute URL of that path: what lies under it is linked by path.
    pub base_url: &'a str,
    /// The frame.
    pub newsroom: &'a NewsroomData,
    /// The language of the pages.
    pub locale: &'a Locale,
    /// The items of all languages; a language that was not read has none.
    pub catalogue: &'a Catalogue,
    /// The position of the pages' language in it.
    pub language: usize,
    /// Resolves URLs in content.
    pub urls: &'a dyn UrlResolver,
    /// Reads content.
    pub read_html: &'a HtmlReader<'a>,
    /// Whether files that go with a page are written beside it; else they are generated where they are linked.
    pub writes_files: bool,
    /// What lists are narrowed by, found once for all pages of this language and catalogue: begins as its default.
    pub facets: &'a Facets,
}

impl Composer<'_> {
    /// The data of `page`, or `None` where no item answers to it.
    pub fn page(&self, page: &Page) -> Option<PageData> {
        match page {
            Page::Home => Some(self.home()),
            Page::Item { shelf, slug } => Some(self.item_page(self.find(*shelf, slug)?)),
            Page::Releases { filter, number } => self.releases(filter, *number),
            Page::Reports { number } => self.reports(*number),
            Page::Photos { number } => self.photos(*number),
            Page::Search => Some(self.search_page()),
            Page::Read { shelf, slug } => self.read_page(self.find(*shelf, slug)?),
        }
    }

    /// The item at an address of this language, also by the name of a translation.
    fn find(&self, shelf: Shelf, slug: &str) -> Option<Entry<'_>> {
        let by_translation = || {
            self.catalogue
                .find_by_translation(self.language, shelf, slug)
        };
        let entry = self.catalogue.find(self.language, shelf, slug);
        entry.or_else(by_translation)
    }

    /// This language's items, newest first.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.catalogue.entries(self.language)
    }

    /// The card of an item, as lists show it.
    pub fn card(&self, entry: Entry<'_>) -> CardData {
        let item = entry.item;
        let text = self.text_for_card(item);
        let title = title_of(item, &text);
        let own = item.summary.as_deref();
        let own = own.and_then(|summary| beyond_title(&title, summary));
        // Without a title of its own the item is its text, whose beginning stands above.
        let made = || {
            let title = item.title.as_deref()?;
            Some(cut(&beyond_title(title, &text)?, SUMMARY_LENGTH))
        };
        let summary = own.or_else(made);
        let report = item.report.as_ref();
        CardData {
            id: item.id.clone(),
            path: self.path_of(entry),
            title,
            language: self.foreign_language(entry),
            direction: self.direction_of(entry, &text),
            label: self.label_of(item),
            summary,
            date: item.date().and_then(|moment| self.short_date(moment)),
            place: item
                .event
                .as_ref()
                .and_then(|event| self.short_place(event)),
            image: self.card_image(item),
            n_pages: report.and_then(|_| {
                item.attachments
                    .iter()
                    .find_map(|attachment| attachment.page_count)
            }),
            languages: report.and_then(|_| self.edition_languages(item)),
        }
    }

    fn home(&self) -> PageData {
        let has_picture = |entry: &Entry<'_>| {
            entry.item.kind == Kind::Release && self.card_image(entry.item).is_some()
        };
        let mut latest = self.entries().take(N_HOME_RELEASES);
        let lead = latest.find(has_picture).or_else(|| self.entries().next());
        let lead_id = lead.map(|lead| &lead.item.id);
        let rest = |kind: Kind, count: usize| {
            self.entries()
                .filter(|entry| entry.item.kind == kind && Some(&entry.item.id) != lead_id)
                .take(count)
                .map(|entry| self.card(entry))
                .collect()
        };
        let data = HomeData {
            lead: lead.map(|entry| self.card(entry)),
            releases: rest(Kind::Release, N_HOME_RELEASES),
            reports: rest(Kind::Report, N_HOME_REPORTS),
            n_releases: self.facets().n_releases,
        };
        PageData {
            path: self.path(Page::Home),
            title: self.newsroom.title.clone(),
            description: Some(self.locale.text("site.tagline")),
            canonical: None,
            alternates: self.same_page(&Page::Home),
            content: Content::Home(data),
        }
    }

    /// The same page in every language: for pages that all languages have.
    fn same_page(&self, page: &Page) -> Vec<AlternateData> {
        let languages = self.newsroom.languages.iter();
        let alternates = languages.filter_map(|language| {
            let tag = LanguageTag::parse(&language.tag)?;
            Some(AlternateData {
                is_loan: false,
                tag: language.tag.clone(),
                path: Route::new(&tag, page.clone()).path(self.prefix),
            })
        });
        alternates.collect()
    }

    /// The path of a page in this composer's language.
    fn path(&self, page: Page) -> String {
        Route::new(&self.locale.tag, page).path(self.prefix)
    }

    /// Where an item stands in this composer's language.
    pub fn path_of(&self, entry: Entry<'_>) -> String {
        self.path(Page::Item {
            shelf: shelf_of(entry.item),
            slug: entry.slug.to_owned(),
        })
    }

    fn document_title(&self, title: &str) -> String {
        document_title(title, self.newsroom, self.locale)
    }

    fn label_of(&self, item: &Item) -> String {
        item.label.clone().unwrap_or_else(|| self.kind_of(item))
    }

    /// What an item is, in the language of the page.
    fn kind_of(&self, item: &Item) -> String {
        self.locale.text(match item.kind {
            Kind::Release => "release.kind",
            Kind::Report => "report.kind",
        })
    }

    /// The language of an item's text, where it is not that of the page.
    fn foreign_language(&self, entry: Entry<'_>) -> Option<String> {
        let declared = entry.item.language.clone();
        let language = declared.or_else(|| {
            let is_loan = entry.language != self.language;
            is_loan.then(|| self.catalogue.tag(entry.language).as_str().to_owned())
        });
        language.filter(|tag| *tag != self.locale.tag.as_str())
    }

    /// The direction of an item's text: declared, else by its language, else by its first letter.
    fn direction_of(&self, entry: Entry<'_>, text: &str) -> String {
        let item = entry.item;
        if let Some(direction) = item.direction {
            return direction.as_str().to_owned();
        }
        let language = self.foreign_language(entry).or(item.language.clone());
        let by_language = language.as_deref().and_then(LanguageTag::parse);
        let direction = by_language.map(|tag| tag.direction()).or_else(|| {
            let title = item.title.as_deref().unwrap_or_default();
            first_strong(title).or_else(|| first_strong(text))
        });
        direction
            .unwrap_or(self.locale.direction)
            .as_str()
            .to_owned()
    }

    /// A path of this newsroom with its host.
    fn absolute(&self, path: &str) -> String {
        [
            self.base_url,
            path.strip_prefix(self.prefix).unwrap_or(path),
        ]
        .concat()
    }

    /// `url` as pages link it: by path where it lies in this newsroom.
    fn local(&self, url: &str) -> String {
        localise(url, self.base_url, self.prefix)
    }
}

/// `url` by path where it lies under `base_url`, else as it is.
pub fn localise(url: &str, base_url: &str, prefix: &str) -> String {
    match url.strip_prefix(base_url) {
        Some(rest) => [prefix, rest].concat(),
        None => url.to_owned(),
    }
}

/// The items that may be shown at `now_ms` (milliseconds since 1970): not under embargo, not dated in the future.
pub fn public_items(mut items: Vec<Item>, now_ms: i64) -> Vec<Item> {
    items.retain(|item| is_public(item, now_ms));
    items
}

/// Whether an item may be shown at `now_ms`.
pub fn is_public(item: &Item, now_ms: i64) -> bool {
    let is_past = |moment: Option<nashra_feed::Moment>| {
        moment.is_none_or(|moment| moment.sort_key() <= now_ms)
    };
    is_past(item.embargo_until) && is_past(item.published)
}

/// Where an item stands.
pub fn shelf_of(item: &Item) -> Shelf {
    match item.kind {
        Kind::Release => Shelf::Releases,
        Kind::Report => Shelf::Reports,
    }
}

/// An item's slug, changed where it would be taken for a list's address.
pub fn slug_of(item: &Item) -> String {
    if is_reserved_slug(&item.slug) {
        ["item-", &item.slug].concat()
    } else {
        item.slug.clone()
    }
}

/// The item's title, or the beginning of its text, or where it came from.
fn title_of(item: &Item, text: &str) -> String {
    if let Some(title) = &item.title {
        return title.clone();
    }
    let first_line = text.lines().next().unwrap_or_default();
    if first_line.is_empty() {
        item.slug.clone()
    } else {
        cut(first_line, TITLE_LENGTH)
    }
}

#[cfg(test)]
mod tests {
    use super::localise;

    #[test]
    fn links_by_path_inside_the_newsroom() {
        let check = |url: &str, expect: &str| {
            assert_eq!(localise(url, "https://a.example/news/", "/news/"), expect);
        };
        check("https://a.example/news/media/x.jpg", "/news/media/x.jpg");
        check(
            "https://a.example/newsletter",
            "https://a.example/newsletter",
        );
        check("https://b.example/news/x", "https://b.example/news/x");
    }
}
