//! The language of the page: its messages, digits and formats, handed to every component with its data.
//!
//! It holds no content: an item's own language and direction travel with the item.

use std::sync::Arc;

use nashra_feed::json::JsonSource;
use nashra_l10n::{
    Direction, Formats, LanguageTag, Messages, NumberingSystem, PluralCategory, fill,
};

/// A language, ready to write an interface in.
#[derive(Clone)]
pub struct Locale {
    /// The language.
    pub tag: LanguageTag,
    /// The direction of the interface.
    pub direction: Direction,
    /// The digits of the interface. Content keeps its own.
    pub digits: NumberingSystem,
    /// The interface's texts.
    pub messages: Arc<Messages>,
    /// Dates, numbers and plurals: ICU4X natively, `Intl` in the browser.
    pub formats: Arc<dyn Formats>,
}

impl Locale {
    /// The message under `key`.
    pub fn text(&self, key: &str) -> String {
        self.messages.get(key).to_owned()
    }

    /// The message under `key` with its slots filled. Values of unknown direction are isolated by the caller.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.messages.get(key), values)
    }

    /// The form of the message under `key` that `n` asks for, with `{{count}}` in the locale's digits.
    pub fn count(&self, key: &str, n: u32) -> String {
        let category = self.plural(n);
        let count = self.formats.integer(u64::from(n));
        fill(self.messages.plural(key, category), &[("count", &count)])
    }

    fn plural(&self, n: u32) -> PluralCategory {
        self.formats.plural(u64::from(n))
    }
}

/// Reads a message file: a flat object of strings. What is no string is left out.
pub fn read_messages<S: JsonSource>(source: &S) -> Messages {
    let mut messages = Vec::new();
    source.each_member(&mut |key, value| {
        messages.extend(value.as_string().map(|template| (key.to_owned(), template)));
    });
    Messages::new(messages)
}
