//! What the reader left out, in sentences with advice. Refuses to be silent about any of its problems.

use nashra_feed::{FeedProblem, JsonKind};

use super::finding::Severity;

/// What a problem is called, what it means, and what to do about it.
pub(super) struct Words {
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) advice: &'static str,
}

/// The words for a problem.
pub(super) fn words(problem: FeedProblem) -> Words {
    use FeedProblem as P;
    let (code, message, advice) = match problem {
        P::MissingVersion => (
            "missing-version",
            "The feed does not say its version.",
            "Begin it with \"version\": \"https://jsonfeed.org/version/1.1\".",
        ),
        P::UnknownVersion => (
            "unknown-version",
            "This version is not known; the feed is read all the same.",
            "Write \"https://jsonfeed.org/version/1.1\" (and 1 for \"_nashra\").",
        ),
        P::MissingItems => (
            "missing-items",
            "The feed has no list of items.",
            "Give it \"items\": [ … ].",
        ),
        P::UnknownKey => (
            "unknown-key",
            "Nobody knows this key; it is passed over.",
            "Look for a spelling mistake, or begin a key of your own with an underscore.",
        ),
        P::WrongType { expected } => {
            return Words {
                severity: Severity::Warning,
                code: "wrong-type",
                message: format!("This must be {}; the field is left out.", kind(expected)),
                advice: "Write the value in that form, or remove the field.",
            };
        }
        P::MissingId => (
            "missing-id",
            "The item has no usable id and is skipped.",
            "Give it an \"id\" that never changes: its address, for example.",
        ),
        P::DuplicateId => (
            "duplicate-id",
            "An earlier item has this id; this one is skipped.",
            "Give each item an id of its own.",
        ),
        P::Incomplete => (
            "incomplete",
            "Without an address (or a name) this says nothing; it is left out.",
            "Add what is missing, or remove the entry.",
        ),
        P::InvalidDate => (
            "invalid-date",
            "There is no such date; it is left out.",
            "Write it as 2020-09-15 or 2020-09-15T16:00:00+03:00.",
        ),
        P::MissingOffset => (
            "missing-offset",
            "The time does not say from which zone it is: dates are read as UTC, times of events are left out.",
            "Add the offset, as in 2020-09-15T16:00:00+03:00.",
        ),
        P::UnreadableEmbargo => (
            "unreadable-embargo",
            "The embargo cannot be read, so the item is held back for ever.",
            "Write it as 2020-09-15T16:00:00+03:00, with its offset.",
        ),
        P::EndBeforeStart => (
            "end-before-start",
            "The end is before the start, or there is no start; the end is left out.",
            "Correct one of the two.",
        ),
        P::ImpossibleSize => (
            "impossible-size",
            "Nothing has this size; it is left out.",
            "Write a whole number above 0: bytes, pixels, pages or seconds.",
        ),
        P::BadLanguageTag => (
            "bad-language-tag",
            "This is no language tag; it is left out.",
            "Write a BCP 47 tag such as \"ar\", \"en-GB\" or \"zh-Hant\".",
        ),
        P::UnknownTimeZone => (
            "unknown-time-zone",
            "This is no time zone; it is left out.",
            "Write a name of the IANA database, such as \"Europe/Istanbul\".",
        ),
        P::InvalidUrl => (
            "invalid-url",
            "This is no address; it is left out.",
            "Write an address that begins with https://, or one relative to this file.",
        ),
        P::ForbiddenScheme => (
            "forbidden-scheme",
            "Addresses of this kind may do harm; it is left out.",
            "Only http, https, and for links mailto and tel are allowed.",
        ),
        P::InvalidValue => (
            "invalid-value",
            "None of the values that belong here; it is left out.",
            "The documentation of the feed lists what may stand here.",
        ),
        P::ReportOnRelease => (
            "report-on-release",
            "Only reports have these details; they are left out.",
            "Set \"kind\": \"report\", or remove \"report\".",
        ),
        P::SlugChanged => (
            "slug-changed",
            "This cannot stand in an address as it is written; another one was made.",
            "Use small Latin letters, digits and hyphens, and no word twice.",
        ),
        P::LanguageMismatch => (
            "language-mismatch",
            "The language is listed twice, or the default is not in the list.",
            "List each language once, the default among them.",
        ),
        P::RepeatedPage => (
            "repeated-page",
            "This page was read before; reading stops here.",
            "Let \"next_url\" of the last page out, and never point it back.",
        ),
        P::TooManyPages => (
            "too-many-pages",
            "The feed has more than 200 pages; the rest is not read.",
            "Make the pages longer, or close the feed and begin another.",
        ),
        P::PageTooLarge => (
            "page-too-large",
            "The file is longer than 8 MiB and is not read.",
            "Cut it into pages joined by \"next_url\".",
        ),
        P::TooManyWarnings => (
            "too-many-warnings",
            "There were more than a thousand warnings in this file; the rest are not shown.",
            "Correct these first and check again.",
        ),
    };
    Words {
        severity: match problem {
            P::PageTooLarge => Severity::Error,
            P::UnknownKey => Severity::Hint,
            _ => Severity::Warning,
        },
        code,
        message: message.to_owned(),
        advice,
    }
}

fn kind(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "null",
        JsonKind::Bool => "true or false",
        JsonKind::Number => "a number",
        JsonKind::String => "text in quotes",
        JsonKind::Array => "a list in [ ]",
        JsonKind::Object => "an object in { }",
    }
}
