//! What every field's reading needs: the base of its URLs and the log, and the checks that many fields share.
//! Refuses to be generic, so that the checks are compiled once.

use crate::language::{is_time_zone_name, language_tag};
use crate::model::Direction;
use crate::moment::{self, Moment};
use crate::pointer::Path;
use crate::warnings::{FeedProblem, Log};
use crate::web_url::{Link, UrlResolver, WebUrl};

/// The reading of one file.
pub(crate) struct Context<'a> {
    pub(crate) base: &'a str,
    urls: &'a dyn UrlResolver,
    pub(crate) log: Log,
}

impl<'a> Context<'a> {
    pub(crate) fn new(base: &'a str, urls: &'a dyn UrlResolver) -> Self {
        Self {
            base,
            urls,
            log: Log::default(),
        }
    }

    /// The value, or a warning of what is wrong with it.
    pub(crate) fn keep<T>(&mut self, result: Result<T, FeedProblem>, path: &Path<'_>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(problem) => {
                self.log.add(path, problem);
                None
            }
        }
    }

    pub(crate) fn web_url(&mut self, text: Option<String>, path: &Path<'_>) -> Option<WebUrl> {
        let url = WebUrl::new(self.urls, Some(self.base), filled(&text)?);
        self.keep(url, path)
    }

    pub(crate) fn link(&mut self, text: Option<String>, path: &Path<'_>) -> Option<Link> {
        let url = Link::new(self.urls, Some(self.base), filled(&text)?);
        self.keep(url, path)
    }

    pub(crate) fn moment(&mut self, text: Option<String>, path: &Path<'_>) -> Option<Moment> {
        let parsed = moment::parse(filled(&text)?).ok_or(FeedProblem::InvalidDate);
        let parsed = self.keep(parsed, path)?;
        if parsed.lacks_offset {
            self.log.add(path, FeedProblem::MissingOffset);
        }
        Some(parsed.moment)
    }

    pub(crate) fn language(&mut self, text: Option<String>, path: &Path<'_>) -> Option<String> {
        let tag = language_tag(filled(&text)?).ok_or(FeedProblem::BadLanguageTag);
        self.keep(tag, path)
    }

    pub(crate) fn time_zone(&mut self, text: Option<String>, path: &Path<'_>) -> Option<String> {
        let name = filled(&text)?;
        let name = if is_time_zone_name(name) {
            Ok(name.to_owned())
        } else {
            Err(FeedProblem::UnknownTimeZone)
        };
        self.keep(name, path)
    }

    pub(crate) fn direction(&mut self, text: Option<String>, path: &Path<'_>) -> Option<Direction> {
        self.choice(
            text,
            &[("ltr", Direction::Ltr), ("rtl", Direction::Rtl)],
            path,
        )
    }

    /// One of a few words.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        text: Option<String>,
        choices: &[(&str, T)],
        path: &Path<'_>,
    ) -> Option<T> {
        let text = filled(&text)?;
        let choice = choices.iter().find(|(word, _)| *word == text);
        self.keep(
            choice
                .map(|choice| choice.1)
                .ok_or(FeedProblem::InvalidValue),
            path,
        )
    }

    /// A text that must have a certain form.
    pub(crate) fn checked(
        &mut self,
        text: Option<String>,
        form: fn(&str) -> bool,
        path: &Path<'_>,
    ) -> Option<String> {
        let text = filled(&text)?;
        if form(text) {
            return Some(text.to_owned());
        }
        self.log.add(path, FeedProblem::InvalidValue);
        None
    }

    /// A whole number from 1 up to a limit.
    pub(crate) fn count(
        &mut self,
        number: Option<f64>,
        limit: u64,
        path: &Path<'_>,
    ) -> Option<u64> {
        let count = crate::json::whole(number?).and_then(|number| u64::try_from(number).ok());
        let count = count.filter(|count| (1..=limit).contains(count));
        self.keep(count.ok_or(FeedProblem::ImpossibleSize), path)
    }
}

/// The text without white space around it, unless nothing is left: an empty string stands for nothing.
fn filled(text: &Option<String>) -> Option<&str> {
    let text = text.as_deref()?.trim();
    (!text.is_empty()).then_some(text)
}
