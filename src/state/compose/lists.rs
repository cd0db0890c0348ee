//! Lists: releases by year, topic and office, reports, albums, each in pages.

use nashra_feed::{Item, Kind, Note};
use nashra_l10n::{DateInput, DateStyle};

use super::Composer;
use super::when::date_input;
use crate::route::{Filter, Page};
use crate::state::page_data::{
    AlbumData, AlternateData, Content, FilterData, ListData, NoteData, PageData, PagerData,
    PhotosData, TopicData,
};

/// Items on a page of a list: rows of three and of four come out even.
const PAGE_LENGTH: usize = 12;
/// Albums on a page, and photos that stand for one.
const N_ALBUMS: usize = 8;
const N_ALBUM_PHOTOS: usize = 4;

impl Composer<'_> {
    /// The addresses of all lists of this language.
    pub fn list_pages(&self) -> Vec<Page> {
        let mut pages = Vec::new();
        let mut add = |n_items: usize, length: usize, make: &dyn Fn(u32) -> Page| {
            let n_pages = n_items.div_ceil(length).max(1);
            pages.extend((1..=n_pages as u32).map(make));
        };
        let filters = [Filter::All]
            .into_iter()
            .chain(self.years())
            .chain(self.topics())
            .chain(self.offices());
        for filter in filters {
            let n_items = self.filtered(&filter).count();
            add(n_items, PAGE_LENGTH, &|number| Page::Releases {
                filter: filter.clone(),
                number,
            });
        }
        add(self.of_kind(Kind::Report).count(), PAGE_LENGTH, &|number| {
            Page::Reports { number }
        });
        add(self.albums().count(), N_ALBUMS, &|number| Page::Photos {
            number,
        });
        pages
    }

    pub(super) fn releases(&self, filter: &Filter, number: u32) -> Option<PageData> {
        let items: Vec<&Item> = self.filtered(filter).collect();
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
        let narrow = |filters: Vec<Filter>| {
            filters
                .into_iter()
                .map(|choice| self.choice(choice, filter))
                .collect()
        };
        let (shown, pager) = self.page_of(&items, number, PAGE_LENGTH, &page)?;
        let list = ListData {
            shelf: "releases".to_owned(),
            cards: shown.iter().map(|item| self.card(item)).collect(),
            n_results: items.len() as u32,
            pager,
            years: narrow(self.years()),
            topics: narrow(self.topics()),
            offices: narrow(self.offices()),
            all_path: (*filter != Filter::All).then(|| self.path(all)),
            heading: heading.clone(),
        };
        let alternates = match filter {
            // A topic and an office have other names in other languages.
            Filter::Topic(_) | Filter::Office(_) => self.same_page(&Page::Releases {
                filter: Filter::All,
                number: 1,
            }),
            _ => self.same_page(&Page::Releases {
                filter: filter.clone(),
                number: 1,
            }),
        };
        Some(self.list_page(page(number), &heading, alternates, Content::List(list)))
    }

    pub(super) fn reports(&self, number: u32) -> Option<PageData> {
        let items: Vec<&Item> = self.of_kind(Kind::Report).collect();
        let page = |number| Page::Reports { number };
        let (shown, pager) = self.page_of(&items, number, PAGE_LENGTH, &page)?;
        let heading = self.locale.text("site.reports");
        let list = ListData {
            shelf: "reports".to_owned(),
            cards: shown.iter().map(|item| self.card(item)).collect(),
            n_results: items.len() as u32,
            pager,
            years: Vec::new(),
            topics: Vec::new(),
            offices: Vec::new(),
            all_path: None,
            heading: heading.clone(),
        };
        let alternates = self.same_page(&Page::Reports { number: 1 });
        Some(self.list_page(page(number), &heading, alternates, Content::List(list)))
    }

    pub(super) fn photos(&self, number: u32) -> Option<PageData> {
        let items: Vec<&Item> = self.albums().collect();
        let page = |number| Page::Photos { number };
        let (shown, pager) = self.page_of(&items, number, N_ALBUMS, &page)?;
        let albums = shown.iter().map(|item| AlbumData {
            card: self.card(item),
            photos: item
                .photos
                .iter()
                .take(N_ALBUM_PHOTOS)
                .map(|photo| self.photo_data(photo).image)
                .collect(),
            count: self.locale.count("photos.count", item.photos.len() as u32),
        });
        let photos = PhotosData {
            albums: albums.collect(),
            pager,
        };
        let alternates = self.same_page(&Page::Photos { number: 1 });
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
            alternates,
            content,
        }
    }

    /// The items of page `number` and its place; `None` beyond the last page.
    fn page_of<'i>(
        &self,
        items: &'i [&'i Item],
        number: u32,
        length: usize,
        page: &dyn Fn(u32) -> Page,
    ) -> Option<(&'i [&'i Item], Option<PagerData>)> {
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

    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items
            .iter()
            .filter(move |item| item.kind == kind && item.withdrawn.is_none())
    }

    fn albums(&self) -> impl Iterator<Item = &Item> {
        let items = self.items.iter().filter(|item| item.withdrawn.is_none());
        items.filter(|item| item.photos.len() >= N_ALBUM_PHOTOS)
    }

    fn filtered<'s>(&'s self, filter: &'s Filter) -> impl Iterator<Item = &'s Item> {
        self.of_kind(Kind::Release)
            .filter(move |item| match filter {
                Filter::All => true,
                Filter::Year(year) => self.year_of(item) == Some(*year),
                Filter::Topic(topic) => item.tags.contains(topic),
                Filter::Office(office) => item.office.as_ref() == Some(office),
            })
    }

    /// The year in the newsroom's time zone.
    fn year_of(&self, item: &Item) -> Option<u16> {
        let moment = item.date()?;
        let (written, _, _) = moment.written_day();
        let input: DateInput<'_> = date_input(moment, self.zone())?;
        // Digits of the interface are for reading; the year itself comes from the written day where it is clear.
        let text = self.locale.formats.date(input, DateStyle::Year)?;
        let candidates = [written, written + 1, written.saturating_sub(1)];
        candidates
            .into_iter()
            .find(|year| self.locale.digits.digits(&year.to_string()) == text)
            .or(Some(written))
    }

    fn years(&self) -> Vec<Filter> {
        let mut years: Vec<u16> = self
            .of_kind(Kind::Release)
            .filter_map(|item| self.year_of(item))
            .collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        years.into_iter().map(Filter::Year).collect()
    }

    fn topics(&self) -> Vec<Filter> {
        let mut topics: Vec<&String> = self
            .of_kind(Kind::Release)
            .flat_map(|item| &item.tags)
            .collect();
        topics.sort_by(|a, b| self.locale.formats.compare(a, b));
        topics.dedup();
        topics.into_iter().cloned().map(Filter::Topic).collect()
    }

    fn offices(&self) -> Vec<Filter> {
        let mut offices: Vec<&String> = self
            .of_kind(Kind::Release)
            .filter_map(|item| item.office.as_ref())
            .collect();
        offices.sort_by(|a, b| self.locale.formats.compare(a, b));
        offices.dedup();
        // A choice of one is none.
        if offices.len() < 2 {
            return Vec::new();
        }
        offices.into_iter().cloned().map(Filter::Office).collect()
    }

    fn choice(&self, choice: Filter, current: &Filter) -> FilterData {
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

    pub(super) fn topic(&self, tag: &str) -> TopicData {
        TopicData {
            name: tag.to_owned(),
            path: self.path(Page::Releases {
                filter: Filter::Topic(tag.to_owned()),
                number: 1,
            }),
        }
    }

    pub(super) fn note(&self, note: &Note) -> NoteData {
        NoteData {
            date: note.date.and_then(|moment| self.short_date(moment)),
            text: note.note.clone(),
        }
    }
}
