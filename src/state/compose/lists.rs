//! Lists: releases by year, topic and office, reports, albums, each in pages.

use nashra_feed::{Item, Note};
use nashra_l10n::LanguageTag;

use super::Composer;
use super::catalogue::Entry;
use crate::route::{Filter, Page, Route};
use crate::state::page_data::{
    AlbumData, AlternateData, Content, FilterData, ListData, NoteData, PageData, PagerData,
    PhotosData, TopicData,
};

/// Items on a page of a list: rows of three and of four come out even.
const PAGE_LENGTH: usize = 12;
/// Albums on a page, and photos that stand for one.
const N_ALBUMS: usize = 8;
const N_ALBUM_PHOTOS: usize = 4;
/// Topics that a list offers at once; the search page holds all of them.
const N_TOPICS: usize = 14;

/// Whether an item stands among the albums.
pub(super) fn is_album(item: &Item) -> bool {
    item.withdrawn.is_none() && item.photos.len() >= N_ALBUM_PHOTOS
}

/// Page `number` of a list where a list of `n_items` has it, else its first.
fn kept(number: u32, n_items: usize, length: usize) -> u32 {
    let exists = n_items > (number as usize - 1) * length;
    if exists { number } else { 1 }
}

impl Composer<'_> {
    /// The addresses of all lists of this language.
    pub fn list_pages(&self) -> Vec<Page> {
        let mut pages = Vec::new();
        let mut add = |n_items: usize, length: usize, make: &dyn Fn(u32) -> Page| {
            let n_pages = n_items.div_ceil(length).max(1);
            pages.extend((1..=n_pages as u32).map(make));
        };
        let facets = self.facets();
        let years = facets.years.iter().map(|(year, _)| Filter::Year(*year));
        let topics = facets.topics.iter();
        let topics = topics.map(|(name, _)| Filter::Topic(name.clone()));
        let offices = facets.offices.iter();
        let offices = offices.map(|(name, _)| Filter::Office(name.clone()));
        for filter in [Filter::All]
            .into_iter()
            .chain(years)
            .chain(topics)
            .chain(offices)
        {
            let n_items = facets.releases(&filter).len();
            add(n_items, PAGE_LENGTH, &|number| Page::Releases {
                filter: filter.clone(),
                number,
            });
        }
        add(facets.reports.len(), PAGE_LENGTH, &|number| Page::Reports {
            number,
        });
        add(self.albums().count(), N_ALBUMS, &|number| Page::Photos {
            number,
        });
        pages
    }

    pub(super) fn releases(&self, filter: &Filter, number: u32) -> Option<PageData> {
        let facets = self.facets();
        let items = facets.releases(filter);
        if items.is_empty() && *filter != Filter::All {
            return None;
        }
        let page = |number| Page::Releases {
            filter: filter.clone(),
            number,
        };
        let all = Page::Releases {
            filter: Filter::All,
            number: 1,
        };
        let heading = match filter {
            Filter::All => self.locale.text("site.news"),
            Filter::Year(year) => {
                let year = self.locale.digits.digits(&year.to_string());
                self.locale.fill("list.releasesOfYear", &[("year", &year)])
            }
            Filter::Topic(topic) => self
                .locale
                .fill("list.releasesOnTopic", &[("topic", topic)]),
            Filter::Office(office) => office.clone(),
        };
        let choice = |choice: Filter| self.choice(choice, filter);
        let years = facets.years.iter().map(|(year, _)| Filter::Year(*year));
        let (topics, are_all) = facets.common_topics(N_TOPICS);
        let mut topics: Vec<Filter> = topics.into_iter().cloned().map(Filter::Topic).collect();
        if matches!(filter, Filter::Topic(_)) && !topics.contains(filter) {
            topics.push(filter.clone());
        }
        let offices = facets.offices.iter();
        let offices = offices.map(|(name, _)| Filter::Office(name.clone()));
        let (shown, pager) = self.page_of(items, number, PAGE_LENGTH, &page)?;
        let list = ListData {
            shelf: "releases".to_owned(),
            cards: shown.iter().map(|at| self.card(self.own(*at))).collect(),
            n_results: items.len() as u32,
            pager,
            years: years.map(choice).collect(),
            topics: topics.into_iter().map(choice).collect(),
            topics_path: (!are_all).then(|| self.path(Page::Search)),
            offices: offices.map(choice).collect(),
            all_path: (*filter != Filter::All).then(|| self.path(all)),
            heading: heading.clone(),
        };
        let alternates = self.in_languages(&page(number), &|counts| match filter {
            Filter::Year(year) if counts.of_year(*year) > 0 => Page::Releases {
                filter: filter.clone(),
                number: kept(number, counts.of_year(*year), PAGE_LENGTH),
            },
            Filter::All => Page::Releases {
                filter: Filter::All,
                number: kept(number, counts.n_releases, PAGE_LENGTH),
            },
            // A topic and an office have other names in other languages.
            _ => Page::RELEASES,
        });
        Some(self.list_page(page(number), &heading, alternates, Content::List(list)))
    }

    pub(super) fn reports(&self, number: u32) -> Option<PageData> {
        let items = &self.facets().reports;
        let page = |number| Page::Reports { number };
        let (shown, pager) = self.page_of(items, number, PAGE_LENGTH, &page)?;
        let heading = self.locale.text("site.reports");
        let list = ListData {
            shelf: "reports".to_owned(),
            cards: shown.iter().map(|at| self.card(self.own(*at))).collect(),
            n_results: items.len() as u32,
            pager,
            years: Vec::new(),
            topics: Vec::new(),
            topics_path: None,
            offices: Vec::new(),
            all_path: None,
            heading: heading.clone(),
        };
        let alternates = self.in_languages(&page(number), &|counts| Page::Reports {
            number: kept(number, counts.n_reports, PAGE_LENGTH),
        });
        Some(self.list_page(page(number), &heading, alternates, Content::List(list)))
    }

    pub(super) fn photos(&self, number: u32) -> Option<PageData> {
        let items: Vec<Entry<'_>> = self.albums().collect();
        let page = |number| Page::Photos { number };
        let (shown, pager) = self.page_of(&items, number, N_ALBUMS, &page)?;
        let albums = shown.iter().map(|entry| {
            let photos = &entry.item.photos;
            let first = photos.iter().take(N_ALBUM_PHOTOS);
            AlbumData {
                card: self.card(*entry),
                photos: first.map(|photo| self.photo_data(photo).image).collect(),
                count: self.locale.count("photos.count", photos.len() as u32),
            }
        });
        let photos = PhotosData {
            albums: albums.collect(),
            pager,
        };
        let alternates = self.in_languages(&page(number), &|counts| Page::Photos {
            number: kept(number, counts.n_albums, N_ALBUMS),
        });
        let heading = self.locale.text("photos.title");
        Some(self.list_page(page(number), &heading, alternates, Content::Photos(photos)))
    }

    fn list_page(
        &self,
        page: Page,
        heading: &str,
        alternates: Vec<AlternateData>,
        content: Content,
    ) -> PageData {
        PageData {
            path: self.path(page),
            title: self.document_title(heading),
            description: None,
            canonical: None,
            alternates,
            content,
        }
    }

    /// The items of page `number` and its place; `None` beyond the last page.
    fn page_of<'i, T>(
        &self,
        items: &'i [T],
        number: u32,
        length: usize,
        page: &dyn Fn(u32) -> Page,
    ) -> Option<(&'i [T], Option<PagerData>)> {
        let n_pages = items.len().div_ceil(length).max(1) as u32;
        if number > n_pages {
            return None;
        }
        let first = (number as usize - 1) * length;
        let shown = &items[first..items.len().min(first + length)];
        let text = |n: u32| self.locale.formats.integer(u64::from(n));
        let pager = (n_pages > 1).then(|| PagerData {
            text: self.locale.fill(
                "list.page",
                &[("n", &text(number)), ("total", &text(n_pages))],
            ),
            previous: (number > 1).then(|| self.path(page(number - 1))),
            next: (number < n_pages).then(|| self.path(page(number + 1))),
        });
        Some((shown, pager))
    }

    fn own(&self, at: usize) -> Entry<'_> {
        self.catalogue.entry(self.language, at)
    }

    fn albums(&self) -> impl Iterator<Item = Entry<'_>> {
        self.entries().filter(|entry| is_album(entry.item))
    }

    pub(super) fn choice(&self, choice: Filter, current: &Filter) -> FilterData {
        let label = match &choice {
            Filter::All => String::new(),
            Filter::Year(year) => self.locale.digits.digits(&year.to_string()),
            Filter::Topic(name) | Filter::Office(name) => name.clone(),
        };
        FilterData {
            label,
            is_current: choice == *current,
            path: self.path(Page::Releases {
                filter: choice,
                number: 1,
            }),
        }
    }

    /// A topic of an item from the feed in `language`: the list stands there.
    pub(super) fn topic(&self, tag: &str, language: &LanguageTag) -> TopicData {
        let page = Page::Releases {
            filter: Filter::Topic(tag.to_owned()),
            number: 1,
        };
        TopicData {
            name: tag.to_owned(),
            path: Route::new(language, page).path(self.prefix),
        }
    }

    pub(super) fn note(&self, note: &Note) -> NoteData {
        NoteData {
            date: note.date.and_then(|moment| self.short_date(moment)),
            text: note.note.clone(),
        }
    }
}
