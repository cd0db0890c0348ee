//! The pages that partners embed or choose on, and the oEmbed files of items.

use nashra_app::route::{Page, Route};
use nashra_app::state::page_data::PageData;
use percent_encoding::percent_decode_str;

use super::{Job, Writer};
use crate::error::PressError;
use crate::publish::embed::{self, Place};
use crate::publish::files::Compression;
use crate::publish::head::CardImage;

impl Writer<'_> {
    /// The chooser and the frame of the job's language.
    pub(super) fn embed(&self, job: &Job) -> Result<(), PressError> {
        let frame = &self.plan.frames[job.frame];
        let site = self.site(job.frame);
        let path = |page: Page| Route::new(&frame.locale.tag, page).path(self.setting.prefix);
        let list_url = site.absolute(&path(Page::RELEASES));
        let place = Place {
            language: &frame.newsroom.language,
            direction: frame.locale.direction.as_str(),
            title: &frame.newsroom.title,
            list_url: &list_url,
            assets: &self.setting.assets.embed,
        };
        let languages = frame.newsroom.languages.iter();
        let languages: Vec<(&str, &str)> = languages
            .map(|language| (&*language.tag, &*language.name))
            .collect();
        let home = path(Page::Home);
        let chooser = embed::chooser(
            &place,
            &frame.locale,
            &languages,
            &home,
            self.setting.assets,
        );
        for (folder, html) in [
            (embed::FOLDER, chooser),
            (embed::FRAME, embed::frame(&place)),
        ] {
            let file = [place.language, "/", folder, "index.html"].concat();
            let output = self.setting.output;
            output.write(&file, html.as_bytes(), Compression::Page)?;
        }
        Ok(())
    }

    /// What editors' sites ask when somebody pastes the address of an item.
    pub(super) fn oembed(
        &self,
        job: &Job,
        page: &PageData,
        card: Option<&CardImage>,
    ) -> Result<(), PressError> {
        let Some(answer) = embed::oembed(page, card, &self.site(job.frame)) else {
            return Ok(());
        };
        let path = page.path.strip_prefix(self.setting.prefix);
        let path = percent_decode_str(path.unwrap_or(&page.path)).decode_utf8_lossy();
        if path
            .split('/')
            .any(|name| name.len() > super::MAX_NAME_BYTES)
        {
            return Ok(());
        }
        let file = [&path, embed::OEMBED].concat();
        let output = self.setting.output;
        // A few hundred bytes, asked for once an item: not worth a copy.
        output.write(&file, answer.to_string().as_bytes(), Compression::None)
    }
}
