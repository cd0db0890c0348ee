//! All pages of all languages: composed, rendered, written with their `data.json`.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use nashra_app::route::{Filter, Page, Route};
use nashra_app::state::compose::{Composer, localise, shelf_of, slug_of};
use nashra_app::state::locale::Locale;
use nashra_app::state::newsroom;
use nashra_app::state::page_data::{Boot, NewsroomData, PageData};
use nashra_app::state::session::{Screen, Shown};
use nashra_app::state::title::not_found;
use nashra_feed::json::to_json;
use nashra_feed::{Item, NativeUrls};
use nashra_l10n::{Direction, LanguageTag, NumberingSystem};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::assets::Assets;
use super::document::{Head, document};
use super::files::Output;
use crate::error::PressError;
use crate::formats::IcuFormats;
use crate::source::{LanguageSource, Source};

/// What was written.
#[derive(Default)]
pub(super) struct Written {
    /// Path, kind and language of every page.
    pub(super) pages: Vec<(String, &'static str, String)>,
    /// Files of the newsroom that pages name, relative to its address.
    pub(super) media: BTreeSet<String>,
}

impl Written {
    /// For tools that walk the newsroom: `[{ "path", "kind", "lang" }]`.
    pub(super) fn list(&self) -> Value {
        let pages = self.pages.iter();
        pages
            .map(|(path, kind, lang)| json!({ "path": path, "kind": kind, "lang": lang }))
            .collect()
    }
}

/// Writes every page.
pub(super) fn write(
    source: &Source,
    prefix: &str,
    assets: &Assets,
    output: &Output,
) -> Result<Written, PressError> {
    let mut written = Written::default();
    let ids = paths_by_id(source, prefix);
    let find_item = |tag: &str, id: &str| ids.get(&(tag.to_owned(), id.to_owned())).cloned();
    for (at, language) in source.languages.iter().enumerate() {
        let Some(frame) = Frame::new(source, language, prefix, assets) else {
            eprintln!("{}: not a language tag", language.tag);
            continue;
        };
        let composer = Composer {
            prefix,
            base_url: source.newsroom.base_url.as_str(),
            newsroom: &frame.newsroom,
            locale: &frame.locale,
            items: &language.items,
            urls: &NativeUrls,
            read_html: &|html, context| Some(nashra_markup::read_html(html, context)),
            find_item: &find_item,
        };
        let mut writer = Writer {
            source,
            frame: &frame,
            prefix,
            assets,
            output,
            written: &mut written,
        };
        let lists = composer.list_pages().into_iter().map(|page| {
            let kind = list_kind(&page);
            (page, kind)
        });
        for (page, kind) in all_pages(&language.items).into_iter().chain(lists) {
            if let Some(page) = composer.page(&page) {
                writer.page(&page, kind)?;
            }
        }
        if at == source.newsroom.default_language {
            writer.root(&composer)?;
        }
        collect_media(source, language, &composer, &mut written.media);
    }
    Ok(written)
}

/// The addresses of a language, and what kind of page answers each.
fn all_pages(items: &[Item]) -> Vec<(Page, &'static str)> {
    let items = items.iter().map(|item| {
        let shelf = shelf_of(item);
        let page = Page::Item {
            shelf,
            slug: slug_of(item),
        };
        (page, shelf.segment().trim_end_matches('s'))
    });
    std::iter::once((Page::Home, "home")).chain(items).collect()
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

fn paths_by_id(source: &Source, prefix: &str) -> HashMap<(String, String), String> {
    let mut paths = HashMap::new();
    for language in &source.languages {
        let Some(tag) = LanguageTag::parse(&language.tag) else {
            continue;
        };
        for item in &language.items {
            let page = Page::Item {
                shelf: shelf_of(item),
                slug: slug_of(item),
            };
            let path = Route::new(&tag, page).path(prefix);
            paths.insert((language.tag.clone(), item.id.clone()), path);
        }
    }
    paths
}

/// A language ready to render in.
struct Frame {
    newsroom: NewsroomData,
    locale: Locale,
}

impl Frame {
    fn new(
        source: &Source,
        language: &LanguageSource,
        prefix: &str,
        assets: &Assets,
    ) -> Option<Self> {
        let tag = LanguageTag::parse(&language.tag)?;
        let mut newsroom = newsroom::frame(
            &source.newsroom,
            &tag,
            source.newsroom.base_url.as_str(),
            prefix,
        );
        for language in &mut newsroom.languages {
            if let Some((_, path)) = assets.messages.iter().find(|(tag, _)| *tag == language.tag) {
                language.messages.clone_from(path);
            }
        }
        let own = newsroom
            .languages
            .iter()
            .find(|known| known.tag == language.tag)?;
        let digits = NumberingSystem::parse(&own.digits)?;
        let direction = Direction::parse(&own.direction)?;
        let month_names = newsroom::month_names(&newsroom);
        let formats = IcuFormats::new(&tag, digits, month_names, &language.messages)?;
        let locale = Locale {
            direction,
            digits,
            messages: Arc::new(language.messages.clone()),
            formats: Arc::new(formats),
            tag,
        };
        Some(Self { newsroom, locale })
    }
}

struct Writer<'a> {
    source: &'a Source,
    frame: &'a Frame,
    prefix: &'a str,
    assets: &'a Assets,
    output: &'a Output,
    written: &'a mut Written,
}

impl Writer<'_> {
    fn page(&mut self, page: &PageData, kind: &'static str) -> Result<(), PressError> {
        let path = page.path.strip_prefix(self.prefix).unwrap_or(&page.path);
        let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
        self.output.write(
            &[&path, "index.html"].concat(),
            self.document(page, None, true).as_bytes(),
        )?;
        let data = Boot {
            prefix: self.prefix.to_owned(),
            newsroom: Some(self.frame.newsroom.clone()),
            page: Some(page.clone()),
        };
        self.output
            .write(&[&path, "data.json"].concat(), to_json(&data).as_bytes())?;
        self.list(&page.path, kind);
        Ok(())
    }

    /// `/` in the default language, and the page for addresses that nothing answers to.
    fn root(&mut self, composer: &Composer<'_>) -> Result<(), PressError> {
        if let Some(mut home) = composer.page(&Page::Home) {
            let canonical = std::mem::replace(&mut home.path, self.prefix.to_owned());
            let html = self.document(&home, Some(&canonical), true);
            self.output.write("index.html", html.as_bytes())?;
            self.list(&home.path, "root");
        }
        let missing = not_found(
            &[self.prefix, "404.html"].concat(),
            &self.frame.newsroom,
            &self.frame.locale,
        );
        let html = self.document(&missing, None, false);
        self.output.write("404.html", html.as_bytes())?;
        self.list(&missing.path, "not_found");
        Ok(())
    }

    fn list(&mut self, path: &str, kind: &'static str) {
        let lang = self.frame.locale.tag.as_str().to_owned();
        self.written.pages.push((path.to_owned(), kind, lang));
    }

    fn document(&self, page: &PageData, canonical: Option<&str>, is_indexed: bool) -> String {
        let screen = Screen {
            prefix: self.prefix.to_owned(),
            newsroom: self.frame.newsroom.clone(),
            locale: self.frame.locale.clone(),
            shown: Shown::Page(Arc::new(page.clone())),
        };
        let head = Head {
            assets: self.assets,
            base_url: self.source.newsroom.base_url.as_str(),
            prefix: self.prefix,
            canonical,
            is_indexed,
        };
        document(screen, page, &head)
    }
}

/// Files of the newsroom's own that its items name, in fields and in content.
fn collect_media(
    source: &Source,
    language: &LanguageSource,
    composer: &Composer<'_>,
    media: &mut BTreeSet<String>,
) {
    let base = source.newsroom.base_url.as_str();
    let mut add = |url: &str| {
        if let Some(rest) = url.strip_prefix(base) {
            media.insert(rest.to_owned());
        }
    };
    if let Some(logo) = &source.newsroom.publisher.logo_url {
        add(logo.as_str());
    }
    for item in &language.items {
        let cover = item
            .report
            .iter()
            .filter_map(|report| report.cover.as_ref());
        for photo in item.photos.iter().chain(cover) {
            add(photo.url.as_str());
            photo
                .sources
                .iter()
                .for_each(|source| add(source.url.as_str()));
        }
        for file in &item.attachments {
            add(file.url.as_str());
            file.pages.iter().for_each(|pages| add(pages.as_str()));
        }
        for picture in item.image.iter().chain(&item.banner_image) {
            add(picture.as_str());
        }
        for url in composer.content_urls(item) {
            add(&url);
        }
    }
    // Pages are no media, though items may link them.
    media.retain(|path| {
        let is_page = path.is_empty() || path.ends_with('/');
        !is_page && localise(&[base, path].concat(), base, "") == *path
    });
}
