//! All pages of all languages: composed on every core, and rendered and written where their data or their head changed.

mod beside;
mod embed;
mod frame;
mod media;
mod offline;
mod pack;
mod parallel;
mod plain;
mod plan;
mod read;

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use nashra_app::route::Page;
use nashra_app::state::compose::catalogue::Entry;
use nashra_app::state::compose::{CALENDAR_FILE, Composer, shelf_of};
use nashra_app::state::page_data::{Boot, Content, PageData};
use nashra_app::state::session::Shown;
use nashra_app::state::title::not_found;
use nashra_feed::Item;
use nashra_feed::json::to_json;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::assets::Assets;
use super::cards::{self, Album, Card, Cards};
use super::document::{Surroundings, document};
use super::files::{Compression, Key, Output, Waiting};
use super::head::{CardImage, Subject, head, true_alternates};
use super::search::{self, Reports, Text};
use super::site::Site;
use super::sitemap::Address;
use super::{app_manifest, feeds};
use crate::error::PressError;
use crate::media::{Cache, Facts, Places};
use crate::parallel::on_every_core;
use crate::progress::Progress;
use crate::source::Source;
use plan::{Job, Plan, What, page_of};

/// Jobs that a thread takes at a time: few enough that none waits long for the last.
const N_TAKEN: usize = 16;
/// What file systems take as the name of one file.
const MAX_NAME_BYTES: usize = 255;

/// What was written.
#[derive(Default)]
pub(super) struct Written {
    /// Every page.
    pub(super) pages: Vec<Note>,
    /// Files of the newsroom that pages name, relative to its address.
    pub(super) media: BTreeSet<String>,
    /// What can be searched for, by language, oldest first.
    pub(super) texts: Vec<(String, Vec<Text>)>,
    /// Paths of withdrawn items' pages and of their files.
    pub(super) withdrawn: BTreeSet<String>,
    /// The pages that stand in for others where there is no network.
    pub(super) stand_ins: Vec<StandIn>,
}

/// A page that the service worker shows in the place of others.
pub(super) struct StandIn {
    /// The language; `None` for the page on which the app starts in any.
    pub(super) language: Option<String>,
    /// What it is made of.
    pub(super) key: Key,
}

/// A page that was written, or stands as before.
pub(super) struct Note {
    path: String,
    kind: &'static str,
    lang: String,
    /// For search engines; absent where they should not keep it.
    address: Option<Address>,
}

impl Written {
    /// For tools that walk the newsroom: `[{ "path", "kind", "lang" }]`.
    pub(super) fn list(&self) -> Value {
        let pages = self.pages.iter();
        pages
            .map(|note| json!({ "path": note.path, "kind": note.kind, "lang": note.lang }))
            .collect()
    }

    /// The paths of all pages, from the host's root.
    pub(super) fn paths(&self) -> HashSet<&str> {
        self.pages.iter().map(|note| &*note.path).collect()
    }

    /// For the sitemap.
    pub(super) fn addresses(&self) -> Vec<Address> {
        let pages = self.pages.iter();
        pages.filter_map(|note| note.address.clone()).collect()
    }
}

/// What all pages share.
pub(super) struct Setting<'a> {
    pub(super) source: &'a Source,
    pub(super) prefix: &'a str,
    pub(super) assets: &'a Assets,
    pub(super) output: &'a Output,
    /// Files that are written on the way: the largest take as long as thousands of pages.
    pub(super) waiting: &'a [Waiting<'a>],
    /// Pictures for cards; `None` where no cards are drawn.
    pub(super) album: Option<&'a Album<'a>>,
    /// Icons of the home screen.
    pub(super) icons: &'a [app_manifest::Icon],
    /// Path of the icon for iOS.
    pub(super) touch_icon: Option<&'a str>,
    /// The text of reports; `None` where no search index is made.
    pub(super) reports: Option<&'a Reports<'a>>,
    /// Where files lie.
    pub(super) places: &'a Places<'a>,
    /// What was found out about the newsroom's files.
    pub(super) facts: &'a Facts,
    /// Where what was made of them is kept.
    pub(super) cache: &'a Cache,
    /// What renders the pages: another program may render the same data otherwise.
    pub(super) renderer: Key,
}

/// Writes every page, what waits beside them, and the lists of each language that are made of the same data.
pub(super) fn write(setting: &Setting<'_>, progress: &Progress) -> Result<Written, PressError> {
    let plan = Plan::of(setting);
    let (next, next_waiting) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let bar = progress.bar("pages", plan.jobs.len());
    let work = || {
        // First, so that no core is left with the largest when the pages are done.
        let take = || {
            setting
                .waiting
                .get(next_waiting.fetch_add(1, Ordering::Relaxed))
        };
        while let Some(file) = take() {
            setting.output.write_waiting(file)?;
        }
        let composers = plan.composers();
        let mut writer = Writer {
            setting,
            plan: &plan,
            made: Made::default(),
            cards: Cards::default(),
        };
        loop {
            let first = next.fetch_add(N_TAKEN, Ordering::Relaxed);
            let Some(jobs) = plan.jobs.get(first..) else {
                return Ok(writer.made);
            };
            if jobs.is_empty() {
                return Ok(writer.made);
            }
            let jobs = &jobs[..jobs.len().min(N_TAKEN)];
            for (at, job) in jobs.iter().enumerate() {
                writer.work(first + at, job, &composers[job.frame])?;
            }
            bar.advance(jobs.len());
        }
    };
    let mut all = Made::default();
    for made in on_every_core(work)? {
        all.pages.extend(made.pages);
        all.media.extend(made.media);
        all.texts.extend(made.texts);
        all.withdrawn.extend(made.withdrawn);
        all.stand_ins.extend(made.stand_ins);
    }
    media::collect_frame(setting.source, &mut all.media);
    Ok(Written {
        pages: in_order(all.pages),
        media: all.media,
        texts: plan.by_language(all.texts),
        withdrawn: all.withdrawn,
        stand_ins: in_order(all.stand_ins),
    })
}

fn in_order<T>(mut made: Vec<(usize, T)>) -> Vec<T> {
    made.sort_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, what)| what).collect()
}

/// What one thread made; numbers are those of the jobs.
#[derive(Default)]
struct Made {
    pages: Vec<(usize, Note)>,
    media: BTreeSet<String>,
    /// Texts of items.
    texts: Vec<(usize, Vec<Text>)>,
    withdrawn: BTreeSet<String>,
    stand_ins: Vec<(usize, StandIn)>,
}

/// What one thread writes.
struct Writer<'a> {
    setting: &'a Setting<'a>,
    plan: &'a Plan<'a>,
    made: Made,
    cards: Cards,
}

impl Writer<'_> {
    fn work(&mut self, at: usize, job: &Job, composer: &Composer<'_>) -> Result<(), PressError> {
        match &job.what {
            What::Page(page, kind) => {
                let Some(page) = composer.page(page) else {
                    return Ok(());
                };
                let card = self.list_card(job, composer);
                self.page(at, job, &page, kind, (None, card.as_ref()))
            }
            What::Item(position) => {
                let entry = self.plan.catalogue.entry(job.frame, *position);
                let media = &mut self.made.media;
                media::collect(self.setting.source, entry.item, composer, media);
                if let Some(reports) = self.setting.reports {
                    let texts = search::of_item(composer, entry, reports);
                    self.made.texts.push((at, texts));
                }
                let kind = shelf_of(entry.item).segment().trim_end_matches('s');
                self.item(at, job, entry, composer, kind)
            }
            What::Loan(position) => {
                let mut loans = self.plan.catalogue.loans(job.frame);
                match loans.nth(*position) {
                    Some(entry) => self.item(at, job, entry, composer, "loan"),
                    None => Ok(()),
                }
            }
            What::Machines => {
                if self.setting.album.is_some() {
                    let card = self.plan.newsroom_card(job.frame, composer);
                    let base_url = self.setting.source.newsroom.base_url.as_str();
                    self.cards.write(&card, base_url, self.setting.output)?;
                }
                let site = self.site(job.frame);
                feeds::write(composer, &site, self.setting.output)?;
                let direction = composer.locale.direction.as_str();
                app_manifest::write(&site, direction, self.setting.icons, self.setting.output)
            }
            What::Embed => self.embed(job),
            What::Offline => self.offline(at, job),
            What::Root => self.root(at, job, composer),
        }
    }

    /// The page of an item, and the calendar file of its event.
    fn item(
        &mut self,
        at: usize,
        job: &Job,
        entry: Entry<'_>,
        composer: &Composer<'_>,
        kind: &'static str,
    ) -> Result<(), PressError> {
        let mut page = composer.item_page(entry);
        if entry.item.withdrawn.is_some() {
            self.withdraw(entry.item, composer, &page.path);
        } else if page.canonical.is_none() {
            self.beside(job, entry, composer, &mut page)?;
        }
        if let Some(calendar) = composer.calendar_of(entry) {
            let path = page.path.strip_prefix(self.setting.prefix);
            let path = percent_decode_str(path.unwrap_or(&page.path)).decode_utf8_lossy();
            if path.split('/').all(|name| name.len() <= MAX_NAME_BYTES) {
                let path = [&path, CALENDAR_FILE].concat();
                let output = self.setting.output;
                output.write(&path, calendar.as_bytes(), Compression::Page)?;
            }
        }
        let card = self.item_card(job, &page, entry.item)?;
        self.page(at, job, &page, kind, (Some(entry.item), card.as_ref()))?;
        if page.canonical.is_none() {
            self.oembed(job, &page, card.as_ref())?;
        }
        if let Some(read) = composer.read_page(entry) {
            let read = read::with_pages(read, self.setting);
            self.page(at, job, &read, "read", (None, card.as_ref()))?;
        }
        Ok(())
    }

    fn site(&self, frame: usize) -> Site<'_> {
        Site {
            newsroom: &self.setting.source.newsroom,
            frame: &self.plan.frames[frame].newsroom,
            prefix: self.setting.prefix,
            addresses: &self.plan.addresses,
            labels: &self.plan.labels[frame],
        }
    }

    fn page(
        &mut self,
        at: usize,
        job: &Job,
        page: &PageData,
        kind: &'static str,
        (item, card): (Option<&Item>, Option<&CardImage>),
    ) -> Result<(), PressError> {
        let path = page.path.strip_prefix(self.setting.prefix);
        let path = percent_decode_str(path.unwrap_or(&page.path)).decode_utf8_lossy();
        if path.split('/').any(|name| name.len() > MAX_NAME_BYTES) {
            eprintln!("{path}: too long for a file's name; this page is left out");
            return Ok(());
        }
        let subject = Subject {
            page,
            item,
            canonical: page.canonical.as_deref(),
            is_indexed: true,
            card,
        };
        let (data, _) = self.html(job, &subject, &[&path, "index.html"].concat())?;
        self.setting.output.write(
            &[&path, "data.json"].concat(),
            data.as_bytes(),
            Compression::Page,
        )?;
        let is_at_home = page.canonical.is_none();
        let address = is_at_home.then(|| self.address(&self.site(job.frame), page, item));
        self.note(at, job, &page.path, kind, address);
        Ok(())
    }

    /// The card of an item, drawn if it was not before.
    fn item_card(
        &mut self,
        job: &Job,
        page: &PageData,
        item: &Item,
    ) -> Result<Option<CardImage>, PressError> {
        let (Some(album), Content::Item(data)) = (self.setting.album, &page.content) else {
            return Ok(None);
        };
        let card = Card {
            title: data.title.as_deref().unwrap_or(&page.title),
            is_rtl: data.direction == "rtl",
            label: &data.label,
            newsroom: &self.plan.frames[job.frame].newsroom.publisher,
            photo: album.photo_of(item),
        };
        let base_url = self.setting.source.newsroom.base_url.as_str();
        let image = self.cards.write(&card, base_url, self.setting.output);
        image.map(Some)
    }

    /// The newsroom's card in this language, for pages that show many items.
    fn list_card(&self, job: &Job, composer: &Composer<'_>) -> Option<CardImage> {
        self.setting.album?;
        let base_url = self.setting.source.newsroom.base_url.as_str();
        Some(cards::image_of(
            &self.plan.newsroom_card(job.frame, composer),
            base_url,
        ))
    }

    /// `/` in the default language, and the page for addresses that nothing answers to.
    fn root(&mut self, at: usize, job: &Job, composer: &Composer<'_>) -> Result<(), PressError> {
        if let Some(mut home) = composer.page(&Page::Home) {
            let canonical = std::mem::replace(&mut home.path, self.setting.prefix.to_owned());
            let card = self.list_card(job, composer);
            let subject = Subject {
                page: &home,
                item: None,
                canonical: Some(&canonical),
                is_indexed: true,
                card: card.as_ref(),
            };
            self.html(job, &subject, "index.html")?;
            self.note(at, job, &home.path, "root", None);
        }
        let frame = &self.plan.frames[job.frame];
        let path = [self.setting.prefix, "404.html"].concat();
        let missing = not_found(&path, &frame.newsroom, &frame.locale);
        let subject = Subject {
            page: &missing,
            item: None,
            canonical: None,
            is_indexed: false,
            card: None,
        };
        let (_, key) = self.html(job, &subject, "404.html")?;
        let language = None;
        self.made.stand_ins.push((at, StandIn { language, key }));
        self.note(at, job, &missing.path, "not_found", None);
        Ok(())
    }

    /// Writes the document to `path` if it is not there already. The page's data, and what the document is made of.
    fn html(
        &self,
        job: &Job,
        subject: &Subject<'_>,
        path: &str,
    ) -> Result<(String, Key), PressError> {
        let site = self.site(job.frame);
        let frame = &self.plan.frames[job.frame];
        let head = head(subject, &site);
        let data = to_json(&Boot {
            prefix: self.setting.prefix.to_owned(),
            newsroom: Some(frame.newsroom.clone()),
            page: Some(subject.page.clone()),
        });
        let key = Key::of(&[
            &self.setting.renderer.0.to_le_bytes(),
            &self.setting.assets.key().0.to_le_bytes(),
            self.setting.touch_icon.unwrap_or_default().as_bytes(),
            head.as_bytes(),
            data.as_bytes(),
            &Compression::Page.tag(),
        ]);
        let output = self.setting.output;
        output.write_keyed(path, key, Compression::Page, || {
            let screen = self.screen(job, Shown::Page(Arc::new(subject.page.clone())));
            let manifest = self.manifest(job);
            let around = self.surroundings(&manifest);
            Ok(document(screen, subject.page, &head, &around))
        })?;
        Ok((data, key))
    }

    /// Path of the web app manifest of a job's language.
    fn manifest(&self, job: &Job) -> String {
        let language = &self.plan.frames[job.frame].newsroom.language;
        [self.setting.prefix, language, "/", app_manifest::NAME].concat()
    }

    fn surroundings<'s>(&'s self, manifest: &'s str) -> Surroundings<'s> {
        Surroundings {
            assets: self.setting.assets,
            prefix: self.setting.prefix,
            manifest,
            touch_icon: self.setting.touch_icon,
        }
    }

    fn address(&self, site: &Site<'_>, page: &PageData, item: Option<&Item>) -> Address {
        let modified = item.and_then(|item| item.modified.or(item.published));
        let known = true_alternates(page, &self.plan.addresses);
        let mut alternates = Vec::new();
        if known.len() > 1 {
            let named = known.iter().map(|other| (&*other.tag, &other.path));
            let default = site.default_of(&known);
            let default = default.map(|other| ("x-default", &other.path));
            let all = named.chain(default);
            alternates.extend(all.map(|(tag, path)| (tag.to_owned(), site.absolute(path))));
        }
        Address {
            url: site.absolute(&page.path),
            modified: modified.map(|moment| moment.to_rfc3339()),
            alternates,
        }
    }

    fn note(
        &mut self,
        at: usize,
        job: &Job,
        path: &str,
        kind: &'static str,
        address: Option<Address>,
    ) {
        let note = Note {
            path: path.to_owned(),
            kind,
            lang: self.plan.frames[job.frame].newsroom.language.clone(),
            address,
        };
        self.made.pages.push((at, note));
    }
}
