//! What the service worker needs of the pages: the one that stands in where there is no copy, and what was withdrawn.
//!
//! That page is in no list and no sitemap, and has no data: nobody goes there.

use std::collections::BTreeSet;

use nashra_app::state::compose::Composer;
use nashra_app::state::session::Shown;
use nashra_feed::Item;

use super::{Job, StandIn, Writer, media};
use crate::error::PressError;
use crate::publish::document::offline_document;
use crate::publish::files::{Compression, Key};
use crate::publish::offline::PAGE;

impl Writer<'_> {
    /// Writes the page of the job's language.
    pub(super) fn offline(&mut self, at: usize, job: &Job) -> Result<(), PressError> {
        let frame = &self.plan.frames[job.frame];
        let path = [&*frame.newsroom.language, "/", PAGE].concat();
        let title = frame.locale.text("error.offline.title");
        let (_, head) = self.apart(job, &path, &title, Vec::new());
        let screen = self.screen(job, Shown::Loading);
        let manifest = self.manifest(job);
        let html = offline_document(&screen, &head, &self.surroundings(&manifest));
        let stand_in = StandIn {
            language: Some(frame.newsroom.language.clone()),
            key: Key::of(&[html.as_bytes()]),
        };
        self.made.stand_ins.push((at, stand_in));
        let file = [&path, "index.html"].concat();
        let output = self.setting.output;
        output.write(&file, html.as_bytes(), Compression::Page)
    }

    /// Notes the page and the files of an item of which readers' copies are to go.
    pub(super) fn withdraw(&mut self, item: &Item, composer: &Composer<'_>, path: &str) {
        let mut files = BTreeSet::new();
        media::collect(self.setting.source, item, composer, &mut files);
        let prefix = self.setting.prefix;
        let files = files.iter().map(|file| [prefix, file].concat());
        self.made.withdrawn.extend(files.chain([path.to_owned()]));
    }
}
