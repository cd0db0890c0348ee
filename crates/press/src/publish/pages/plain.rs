//! Pages that run without the app and that nobody searches for: how they are framed, and how they lead back to the item that they
//! stand beside.

use std::sync::Arc;

use nashra_app::route::{Page, Route};
use nashra_app::state::page_data::{AlternateData, Content, ItemData, PageData};
use nashra_app::state::session::{Screen, Shown};
use nashra_app::state::title::document_title;
use nashra_app::view::El;

use super::{Job, Writer};
use crate::error::PressError;
use crate::publish::assets::Asset;
use crate::publish::document::plain_document;
use crate::publish::files::Compression;
use crate::publish::head::{Subject, head};

impl Writer<'_> {
    /// Home, the list, and the item itself.
    pub(super) fn way(&self, job: &Job, data: &ItemData, page: &PageData) -> Vec<(String, String)> {
        let locale = &self.plan.frames[job.frame].locale;
        let (key, list) = if data.shelf == "reports" {
            ("site.reports", Page::Reports { number: 1 })
        } else {
            ("site.news", Page::RELEASES)
        };
        let prefix = self.setting.prefix;
        let step = |key: &str, page| (locale.text(key), Route::new(&locale.tag, page).path(prefix));
        vec![
            step("site.home", Page::Home),
            step(key, list),
            (data.label.clone(), page.path.clone()),
        ]
    }

    /// Where the language switch of a page below `page` leads: to `below` of the same item's page, else to that page.
    pub(super) fn alternates(
        &self,
        page: &PageData,
        below: impl Fn(&str) -> Option<String>,
    ) -> Vec<AlternateData> {
        let others = page.alternates.iter();
        others
            .map(|other| {
                let path = if other.is_loan {
                    None
                } else {
                    below(&other.path)
                };
                AlternateData {
                    is_loan: path.is_none(),
                    path: path.unwrap_or_else(|| other.path.clone()),
                    tag: other.tag.clone(),
                }
            })
            .collect()
    }

    /// Writes such a page; `folder` is relative to the newsroom's address.
    pub(super) fn plain(
        &self,
        job: &Job,
        folder: &str,
        title: &str,
        alternates: Vec<AlternateData>,
        content: El,
        script: Option<&Asset>,
    ) -> Result<(), PressError> {
        let (page, head) = self.apart(job, folder, title, alternates);
        let screen = self.screen(job, Shown::Page(Arc::new(page)));
        let manifest = self.manifest(job);
        let around = self.surroundings(&manifest);
        let html = plain_document(&screen, content, &head, &around, script);
        let file = [folder, "index.html"].concat();
        let output = self.setting.output;
        output.write(&file, html.as_bytes(), Compression::Page)
    }

    /// What a page that search engines pass over says of itself, and its head.
    pub(super) fn apart(
        &self,
        job: &Job,
        folder: &str,
        title: &str,
        alternates: Vec<AlternateData>,
    ) -> (PageData, String) {
        let frame = &self.plan.frames[job.frame];
        let page = PageData {
            path: [self.setting.prefix, folder].concat(),
            title: document_title(title, &frame.newsroom, &frame.locale),
            description: None,
            canonical: None,
            alternates,
            content: Content::NotFound,
        };
        let subject = Subject {
            page: &page,
            item: None,
            canonical: None,
            is_indexed: false,
            card: None,
        };
        let head = head(&subject, &self.site(job.frame));
        (page, head)
    }

    /// A screen of the job's language.
    pub(super) fn screen(&self, job: &Job, shown: Shown) -> Screen {
        let frame = &self.plan.frames[job.frame];
        Screen {
            prefix: self.setting.prefix.to_owned(),
            newsroom: frame.newsroom.clone(),
            locale: frame.locale.clone(),
            shown,
            saved_ms: None,
        }
    }
}
