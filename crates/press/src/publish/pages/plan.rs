//! All there is to write: the languages' frames, the catalogue of items, and a job for each page. It writes nothing.

use std::collections::HashSet;

use nashra_app::route::{Filter, Page, Route};
use nashra_app::state::compose::catalogue::{Catalogue, Entry};
use nashra_app::state::compose::facets::Facets;
use nashra_app::state::compose::{Composer, shelf_of};
use nashra_feed::NativeUrls;
use nashra_l10n::Direction;
use nashra_markup::{Context, Markup};

use super::Setting;
use super::frame::Frame;
use crate::publish::cards::Card;
use crate::publish::search::Text;
use crate::publish::site::Labels;
use crate::source::Source;

/// One page, or the few files that go with a language's home.
pub(super) struct Job {
    /// Position among the plan's frames.
    pub(super) frame: usize,
    pub(super) what: What,
}

pub(super) enum What {
    Page(Page, &'static str),
    /// An item of the language's own, by position.
    Item(usize),
    /// An item that the language borrows, by position among its loans.
    Loan(usize),
    /// Feeds and the web app manifest.
    Machines,
    /// What partners embed, and where they choose it.
    Embed,
    /// What is shown without a network where there is no copy.
    Offline,
    /// `/` and `404.html`, in the default language.
    Root,
}

/// All there is to write.
pub(super) struct Plan<'a> {
    source: &'a Source,
    prefix: &'a str,
    pub(super) frames: Vec<Frame<'a>>,
    pub(super) labels: Vec<Labels>,
    pub(super) jobs: Vec<Job>,
    /// All items.
    pub(super) catalogue: Catalogue,
    /// By what the lists of each frame are narrowed.
    facets: Vec<Facets>,
    /// Paths of all pages that are at home where they stand.
    pub(super) addresses: HashSet<String>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(setting: &Setting<'a>) -> Self {
        let (source, prefix) = (setting.source, setting.prefix);
        let frames = source.languages.iter().filter_map(|language| {
            let frame = Frame::new(source, language, prefix, setting.assets);
            if frame.is_none() {
                eprintln!("{}: not a language tag", language.tag);
            }
            frame
        });
        let frames: Vec<Frame<'_>> = frames.collect();
        let labels = frames.iter().map(|frame| Labels {
            home: frame.locale.text("site.home"),
            releases: frame.locale.text("site.news"),
            reports: frame.locale.text("site.reports"),
            photos: frame.locale.text("photos.title"),
            tagline: frame.locale.text("site.tagline"),
        });
        let known = frames.iter();
        let catalogue = Catalogue::new(
            known.map(|frame| (frame.locale.tag.clone(), frame.language.items.clone())),
        );
        let mut plan = Self {
            source,
            prefix,
            labels: labels.collect(),
            facets: frames.iter().map(|_| Facets::default()).collect(),
            frames,
            jobs: Vec::new(),
            catalogue,
            addresses: HashSet::new(),
        };
        plan.add_jobs();
        plan
    }

    fn add_jobs(&mut self) {
        let default = &self.source.languages[self.source.newsroom.default_language].tag;
        let mut jobs = Vec::new();
        let mut addresses = HashSet::new();
        let composers = self.composers();
        for (frame, (known, composer)) in self.frames.iter().zip(composers).enumerate() {
            let language = known.language;
            let tag = &known.locale.tag;
            let mut add = |what| jobs.push(Job { frame, what });
            let mut address = |page: &Page| {
                addresses.insert(Route::new(tag, page.clone()).path(self.prefix));
            };
            address(&Page::Home);
            add(What::Page(Page::Home, "home"));
            address(&Page::Search);
            add(What::Page(Page::Search, "search"));
            for (at, entry) in composer.entries().enumerate() {
                address(&page_of(entry));
                add(What::Item(at));
            }
            for at in 0..self.catalogue.loans(frame).count() {
                add(What::Loan(at));
            }
            for page in composer.list_pages() {
                address(&page);
                let kind = list_kind(&page);
                add(What::Page(page, kind));
            }
            add(What::Machines);
            add(What::Embed);
            if self.source.newsroom.keeps_copies {
                add(What::Offline);
            }
            if language.tag == *default {
                add(What::Root);
            }
        }
        (self.jobs, self.addresses) = (jobs, addresses);
    }

    /// One for each frame; they are not shared between threads.
    pub(super) fn composers(&self) -> Vec<Composer<'_>> {
        let frames = self.frames.iter().zip(&self.facets).enumerate();
        let composers = frames.map(|(language, (frame, facets))| Composer {
            prefix: self.prefix,
            base_url: self.source.newsroom.base_url.as_str(),
            newsroom: &frame.newsroom,
            locale: &frame.locale,
            catalogue: &self.catalogue,
            language,
            urls: &NativeUrls,
            read_html: &read_html,
            writes_files: true,
            facets,
        });
        composers.collect()
    }

    /// Texts of items by language, oldest first: jobs come newest first.
    pub(super) fn by_language(
        &self,
        mut texts: Vec<(usize, Vec<Text>)>,
    ) -> Vec<(String, Vec<Text>)> {
        texts.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let frames = self.frames.iter();
        let mut languages: Vec<(String, Vec<Text>)> = frames
            .map(|frame| (frame.newsroom.language.clone(), Vec::new()))
            .collect();
        for (at, texts) in texts {
            languages[self.jobs[at].frame].1.extend(texts);
        }
        languages
    }

    /// The card of pages that show many items.
    pub(super) fn newsroom_card(&self, frame: usize, composer: &Composer<'_>) -> Card<'_> {
        let newsroom = &self.frames[frame].newsroom;
        Card {
            title: &newsroom.title,
            is_rtl: composer.locale.direction == Direction::Rtl,
            label: &self.labels[frame].tagline,
            newsroom: &newsroom.publisher,
            photo: None,
        }
    }
}

fn read_html(html: &str, context: &Context<'_>) -> Option<Markup> {
    Some(nashra_markup::read_html(html, context))
}

/// The page of an item.
pub(super) fn page_of(entry: Entry<'_>) -> Page {
    Page::Item {
        shelf: shelf_of(entry.item),
        slug: entry.slug.to_owned(),
    }
}

fn list_kind(page: &Page) -> &'static str {
    match page {
        Page::Releases { filter, .. } => match filter {
            Filter::All => "releases",
            Filter::Year(_) => "year",
            Filter::Topic(_) => "topic",
            Filter::Office(_) => "office",
        },
        Page::Reports { .. } => "reports",
        _ => "photos",
    }
}
