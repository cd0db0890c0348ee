//! What every field's reading needs: the base of its URLs and the log, and the checks that many fields share.
//! Refuses to be generic over where the JSON came from, so that all of it is compiled once.

use super::Node;
use crate::json::whole;
use crate::language::{is_time_zone_name, language_tag};
use crate::model::Direction;
use crate::moment::{self, Moment};
use crate::plain_text;
use crate::pointer::Path;
use crate::warnings::{FeedProblem, Log};
use crate::web_url::{Link, UrlResolver, WebUrl};

/// The reading of one file.
pub(crate) struct Context<'a> {
    pub(crate) base: &'a str,
    pub(crate) urls: &'a dyn UrlResolver,
    pub(crate) log: Log,
}

impl Context<'_> {
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

    /// A line of text in one of our own fields.
    #[inline(never)]
    pub(crate) fn line(&self, node: &Node<'_>, key: &str) -> Option<String> {
        plain_text::line(node.get(key).text()?)
    }

    /// A line of text in a standard field, where character references may stand for characters.
    #[inline(never)]
    pub(crate) fn title(&self, node: &Node<'_>, key: &str) -> Option<String> {
        plain_text::line(&plain_text::decode_references(node.get(key).text()?))
    }

    /// Several lines of text in a standard field.
    pub(crate) fn summary(&self, node: &Node<'_>, key: &str) -> Option<String> {
        plain_text::block(&plain_text::decode_references(node.get(key).text()?))
    }

    /// Several lines of text in one of our own fields.
    pub(crate) fn block(&self, node: &Node<'_>, key: &str) -> Option<String> {
        plain_text::block(node.get(key).text()?)
    }

    #[inline(never)]
    pub(crate) fn web_url(&mut self, node: &Node<'_>, key: &str) -> Option<WebUrl> {
        let node = node.get(key);
        let url = WebUrl::new(self.urls, Some(self.base), node.text()?);
        self.keep(url, &node.path)
    }

    #[inline(never)]
    pub(crate) fn link(&mut self, node: &Node<'_>, key: &str) -> Option<Link> {
        let node = node.get(key);
        let url = Link::new(self.urls, Some(self.base), node.text()?);
        self.keep(url, &node.path)
    }

    #[inline(never)]
    pub(crate) fn moment(&mut self, node: &Node<'_>, key: &str) -> Option<Moment> {
        let node = node.get(key);
        let parsed = moment::parse(node.text()?).ok_or(FeedProblem::InvalidDate);
        let parsed = self.keep(parsed, &node.path)?;
        if parsed.lacks_offset {
            self.log.add(&node.path, FeedProblem::MissingOffset);
        }
        Some(parsed.moment)
    }

    #[inline(never)]
    pub(crate) fn language(&mut self, node: &Node<'_>, key: &str) -> Option<String> {
        let node = node.get(key);
        self.language_tag(node.text()?, &node.path)
    }

    pub(crate) fn language_tag(&mut self, text: &str, path: &Path<'_>) -> Option<String> {
        self.keep(language_tag(text).ok_or(FeedProblem::BadLanguageTag), path)
    }

    pub(crate) fn time_zone(&mut self, node: &Node<'_>) -> Option<String> {
        self.checked(
            node,
            "time_zone",
            is_time_zone_name,
            FeedProblem::UnknownTimeZone,
        )
    }

    pub(crate) fn direction(&mut self, node: &Node<'_>, key: &str) -> Option<Direction> {
        Some(match self.choice(node, key, &["ltr", "rtl"])? {
            0 => Direction::Ltr,
            _ => Direction::Rtl,
        })
    }

    /// One of a few words: its position among them.
    #[inline(never)]
    pub(crate) fn choice(&mut self, node: &Node<'_>, key: &str, words: &[&str]) -> Option<usize> {
        let node = node.get(key);
        let text = node.text()?;
        let found = words.iter().position(|word| *word == text);
        self.keep(found.ok_or(FeedProblem::InvalidValue), &node.path)
    }

    /// A text that must have a certain form.
    #[inline(never)]
    pub(crate) fn checked(
        &mut self,
        node: &Node<'_>,
        key: &str,
        form: fn(&str) -> bool,
        problem: FeedProblem,
    ) -> Option<String> {
        let node = node.get(key);
        let text = node.text()?;
        if form(text) {
            return Some(text.to_owned());
        }
        self.log.add(&node.path, problem);
        None
    }

    /// A whole number from 1 up to a limit. 0 stands for nothing: tools write it where they do not know.
    #[inline(never)]
    pub(crate) fn count(&mut self, node: &Node<'_>, key: &str, limit: u64) -> Option<u64> {
        let node = node.get(key);
        let number = node.number().filter(|number| *number != 0.0)?;
        let count = whole(number).and_then(|number| u64::try_from(number).ok());
        let count = count.filter(|count| *count <= limit);
        self.keep(count.ok_or(FeedProblem::ImpossibleSize), &node.path)
    }

    /// The elements of a list that come to something; a warning for each other one.
    pub(crate) fn each<T>(
        &mut self,
        node: &Node<'_>,
        key: &str,
        read: fn(&Node<'_>, &mut Self) -> Option<T>,
    ) -> Vec<T> {
        let mut out = Vec::new();
        self.visit(&node.get(key), &mut |element, context| {
            let value = read(element, context);
            let is_some = value.is_some();
            out.extend(value);
            is_some
        });
        out
    }

    /// The part of [`each`](Self::each) that is the same for every type, so that it is compiled once.
    #[inline(never)]
    fn visit(&mut self, node: &Node<'_>, add: &mut dyn FnMut(&Node<'_>, &mut Self) -> bool) {
        for (index, value) in node.elements().iter().enumerate() {
            let element = Node::new(value, node.path.index(index));
            // A gap had its warning.
            if !value.is_nothing() && !add(&element, self) {
                self.log.add(&element.path, FeedProblem::Incomplete);
            }
        }
    }

    /// The texts of a list, each once.
    #[inline(never)]
    pub(crate) fn texts(
        &mut self,
        node: &Node<'_>,
        key: &str,
        read: fn(&str) -> Option<String>,
    ) -> Vec<String> {
        let node = node.get(key);
        let mut out = Vec::new();
        for (index, value) in node.elements().iter().enumerate() {
            let element = Node::new(value, node.path.index(index));
            let Some(text) = element.text() else { continue };
            match read(text) {
                Some(text) if out.contains(&text) => {}
                Some(text) => out.push(text),
                None => self.log.add(&element.path, FeedProblem::InvalidValue),
            }
        }
        out
    }
}
