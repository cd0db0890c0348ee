//! A language ready to render in: its frame, its locale, its items.

use std::sync::Arc;

use nashra_app::state::locale::Locale;
use nashra_app::state::newsroom;
use nashra_app::state::page_data::NewsroomData;
use nashra_l10n::{Direction, LanguageTag, NumberingSystem};

use crate::formats::IcuFormats;
use crate::publish::assets::Assets;
use crate::source::{LanguageSource, Source};

/// One language.
pub(super) struct Frame<'a> {
    pub(super) language: &'a LanguageSource,
    pub(super) newsroom: NewsroomData,
    pub(super) locale: Locale,
}

impl<'a> Frame<'a> {
    /// `None` where the tag is none.
    pub(super) fn new(
        source: &Source,
        language: &'a LanguageSource,
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
            language.rss = Some([prefix, &language.tag, "/feed.xml"].concat());
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
        Some(Self {
            language,
            newsroom,
            locale,
        })
    }
}
