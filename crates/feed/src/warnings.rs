//! What was left out of a file while reading it, and where in the file it stood.
//! Refuses to stop anything: whatever stops is a [`FeedError`](crate::FeedError).

use std::fmt;

use crate::json::JsonKind;
use crate::pointer::Path;

/// One thing that was left out or corrected. For the console and for the `check` command, never for readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedWarning {
    /// Where it stands in the file: a JSON Pointer (RFC 6901), empty for the whole file.
    pub pointer: String,
    /// What was wrong with it, and so what became of it.
    pub problem: FeedProblem,
}

/// What was wrong. Where nothing else is said, the field was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedProblem {
    /// A feed without `version`; read all the same.
    MissingVersion,
    /// A `version` that is not 1 or 1.1 of JSON Feed, or not 1 of the extension; read all the same.
    UnknownVersion,
    /// A feed without a list of `items`; read as empty.
    MissingItems,
    /// A key that neither JSON Feed nor the extension knows; passed over. Keys of other extensions (`_…`) are fine.
    UnknownKey,
    /// A value of another type than the one that belongs there.
    WrongType {
        /// The type that belongs there.
        expected: JsonKind,
    },
    /// An item without a usable `id`; the item was skipped.
    MissingId,
    /// The `id` of an earlier item; the first one won, this one was skipped.
    DuplicateId,
    /// An attachment, photo, language or link without what it cannot do without; skipped.
    Incomplete,
    /// Not a date that exists.
    InvalidDate,
    /// A time without an offset from UTC; read as UTC.
    MissingOffset,
    /// An `embargo_until` that is no date: the item was held back, because publishing it cannot be undone.
    UnreadableEmbargo,
    /// The end is before the start, or there is no start.
    EndBeforeStart,
    /// A width, height, length or duration that nothing can have.
    ImpossibleSize,
    /// Not a well-formed BCP 47 language tag.
    BadLanguageTag,
    /// Not the name of an IANA time zone.
    UnknownTimeZone,
    /// Not a URL.
    InvalidUrl,
    /// A URL of a scheme that is not allowed there.
    ForbiddenScheme,
    /// A string that is none of those that belong there (a kind, a checksum, a base64 text …).
    InvalidValue,
    /// Report details on an item that is no report.
    ReportOnRelease,
    /// A `slug` that cannot stand in a URL as written, or is taken; another one was made.
    SlugChanged,
    /// A language that was listed before, or a `default_language` that is not listed.
    LanguageMismatch,
    /// A `next_url` that was read before; reading stopped there.
    RepeatedPage,
    /// A feed of more pages than [`MAX_PAGES`](crate::MAX_PAGES); reading stopped there.
    TooManyPages,
    /// A page of more bytes than [`MAX_PAGE_BYTES`](crate::MAX_PAGE_BYTES); reading stopped there.
    PageTooLarge,
    /// There were more warnings than are kept; the rest were dropped.
    TooManyWarnings,
}

impl FeedProblem {
    /// The problem in English, for logs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MissingVersion => "no version",
            Self::UnknownVersion => "unknown version",
            Self::MissingItems => "no list of items",
            Self::UnknownKey => "unknown key",
            Self::WrongType { expected } => match expected {
                JsonKind::Null => "expected null",
                JsonKind::Bool => "expected true or false",
                JsonKind::Number => "expected a number",
                JsonKind::String => "expected a string",
                JsonKind::Array => "expected an array",
                JsonKind::Object => "expected an object",
            },
            Self::MissingId => "item without id, skipped",
            Self::DuplicateId => "id seen before, skipped",
            Self::Incomplete => "incomplete, skipped",
            Self::InvalidDate => "not a date",
            Self::MissingOffset => "time without offset, read as UTC",
            Self::UnreadableEmbargo => "embargo is no date, item held back",
            Self::EndBeforeStart => "end without a start before it",
            Self::ImpossibleSize => "impossible size",
            Self::BadLanguageTag => "not a language tag",
            Self::UnknownTimeZone => "not a time zone",
            Self::InvalidUrl => "not a URL",
            Self::ForbiddenScheme => "URL scheme not allowed here",
            Self::InvalidValue => "not a value that belongs here",
            Self::ReportOnRelease => "report details on a release",
            Self::SlugChanged => "slug changed",
            Self::LanguageMismatch => "language listed twice or not at all",
            Self::RepeatedPage => "page read before, stopped",
            Self::TooManyPages => "too many pages, stopped",
            Self::PageTooLarge => "page too large, stopped",
            Self::TooManyWarnings => "more warnings follow",
        }
    }
}

impl fmt::Display for FeedProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Display for FeedWarning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.pointer)?;
        out.write_str(": ")?;
        out.write_str(self.problem.as_str())
    }
}

/// Memory stays bounded however bad a page is.
const MAX_WARNINGS: usize = 1000;

/// Collects the warnings of one file.
#[derive(Default)]
pub(crate) struct Log {
    warnings: Vec<FeedWarning>,
}

impl Log {
    #[inline(never)]
    pub(crate) fn add(&mut self, path: &Path<'_>, problem: FeedProblem) {
        let warning = match self.warnings.len() {
            MAX_WARNINGS.. => return,
            n if n == MAX_WARNINGS - 1 => FeedWarning {
                pointer: String::new(),
                problem: FeedProblem::TooManyWarnings,
            },
            _ => FeedWarning {
                pointer: path.pointer(),
                problem,
            },
        };
        self.warnings.push(warning);
    }

    pub(crate) fn into_warnings(self) -> Vec<FeedWarning> {
        self.warnings
    }
}
