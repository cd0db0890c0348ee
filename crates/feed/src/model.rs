//! A feed as it is meant: what every other room works with.
//! Refuses to hold what cannot be: no relative URL, no width without a height, no end before a start.
//!
//! Texts are plain text unless their name says HTML: markup in them is shown as it is written, and bidi
//! controls in them are closed within them. `content` alone is third-party HTML, for the `markup` crate.

mod attachment;
mod event;
mod photo;

use std::sync::Arc;

pub use attachment::{Attachment, AttachmentGroup, group_alternates};
pub use event::{Attendance, Event, EventStatus};
pub use photo::{Photo, PhotoSource, Size};

use crate::moment::Moment;
use crate::web_url::{Link, WebUrl};

/// One page of a feed (JSON Feed 1.1, top level).
#[derive(Clone, Debug, PartialEq)]
pub struct Feed {
    /// The feed's name.
    pub title: Option<String>,
    /// What the feed is about.
    pub description: Option<String>,
    /// The page that the feed is the feed of.
    pub home_page_url: Option<WebUrl>,
    /// Where the feed says that it is.
    pub feed_url: Option<WebUrl>,
    /// The next page, with older items.
    pub next_url: Option<WebUrl>,
    /// A large square picture.
    pub icon: Option<WebUrl>,
    /// A small square picture.
    pub favicon: Option<WebUrl>,
    /// Who writes the items that name nobody.
    pub authors: Vec<Author>,
    /// The language of the items that declare none: a BCP 47 tag in canonical case.
    pub language: Option<String>,
    /// The declared direction (`_nashra`).
    pub direction: Option<Direction>,
    /// Whether the feed will never be written again.
    pub expired: bool,
    /// The items of this page, in the order they were given, no id twice.
    pub items: Vec<Item>,
}

/// A release or a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Unique in the feed; unchanged for ever.
    pub id: String,
    /// The last segment of the item's address in our pages: `[a-z0-9-]`, at most 90 bytes. Unique after
    /// [`FeedAssembly`](crate::FeedAssembly).
    pub slug: String,
    /// What the item is.
    pub kind: Kind,
    /// The item's own page on the web.
    pub url: Option<WebUrl>,
    /// A page elsewhere that the item is about.
    pub external_url: Option<Link>,
    /// The title; notes of a few lines have none.
    pub title: Option<String>,
    /// The line above the title, where it is not the kind's name.
    pub label: Option<String>,
    /// The text.
    pub content: Option<Content>,
    /// What the relative URLs in `content` resolve against: the URL of the feed's file.
    pub base_url: Arc<str>,
    /// The text in a sentence or two; may have several lines.
    pub summary: Option<String>,
    /// The picture for lists.
    pub image: Option<WebUrl>,
    /// The picture for the top of the item's own page.
    pub banner_image: Option<WebUrl>,
    /// When it was published.
    pub published: Option<Moment>,
    /// When it was last changed.
    pub modified: Option<Moment>,
    /// The item's authors, else the feed's.
    pub authors: Vec<Author>,
    /// Topics, no two the same.
    pub tags: Vec<String>,
    /// The item's language, else the feed's: a BCP 47 tag in canonical case.
    pub language: Option<String>,
    /// The direction that was declared for this text: by the item, or by the feed if the item's language is the
    /// feed's. `None`: it follows from the language.
    pub direction: Option<Direction>,
    /// Files, in the order they were given. [`group_alternates`] puts the alternates together.
    pub attachments: Vec<Attachment>,
    /// The same item in other feeds: (BCP 47 tag, item id).
    pub translations: Vec<(String, String)>,
    /// When and where something takes place.
    pub event: Option<Event>,
    /// The item's photos.
    pub photos: Vec<Photo>,
    /// What is known of `image` and `banner_image` where they are not among `photos`.
    pub pictures: Vec<Photo>,
    /// Ids of items that belong with this one.
    pub related: Vec<String>,
    /// What only reports have; `None` on releases.
    pub report: Option<ReportDetails>,
    /// Someone else's online version of the report.
    pub online_url: Option<Link>,
    /// What was corrected after publication; each has a text.
    pub corrections: Vec<Note>,
    /// Not to be shown before.
    pub embargo_until: Option<Moment>,
    /// The item was withdrawn; the note may be empty.
    pub withdrawn: Option<Note>,
    /// Old paths of the item, each from `/` and in URL characters only.
    pub aliases: Vec<String>,
    /// The office that published it.
    pub office: Option<String>,
    /// That it is also published as one file, and which pages of its report stand in that: numbers from 1.
    #[cfg(feature = "native")]
    pub pack: Option<Vec<u32>>,
}

impl Item {
    /// The date that the item is sorted and shown by: when it was published. A common library for feeds writes
    /// every date as `date_modified` alone, so that counts where there is no other.
    pub fn date(&self) -> Option<Moment> {
        self.published.or(self.modified)
    }
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A press release, or anything else that is read on its page.
    Release,
    /// A document with a page about it.
    Report,
}

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// An item's text: at least one form of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// HTML, as written by a third party, and the plain text if there was one too.
    Html {
        /// Not to be trusted: for the `markup` crate.
        html: String,
        /// The same as plain text, with its line breaks.
        text: Option<String>,
    },
    /// Plain text with its line breaks.
    Text(String),
}

impl Content {
    /// The HTML form. Not to be trusted.
    pub fn html(&self) -> Option<&str> {
        match self {
            Self::Html { html, .. } => Some(html),
            Self::Text(_) => None,
        }
    }

    /// The plain-text form.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Html { text, .. } => text.as_deref(),
            Self::Text(text) => Some(text),
        }
    }
}

/// Who wrote something: at least a name or a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name.
    pub name: Option<String>,
    /// A page about the author, or an address to write to.
    pub url: Option<Link>,
    /// A square picture.
    pub avatar: Option<WebUrl>,
}

/// What only reports have.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportDetails {
    /// Who published it.
    pub publishers: Vec<String>,
    /// International standard book number, as written.
    pub isbn: Option<String>,
    /// Digital object identifier without a URL before it: `10.…/…`.
    pub doi: Option<String>,
    /// International standard serial number, as written.
    pub issn: Option<String>,
    /// Which way its pages turn.
    pub page_progression: Option<Direction>,
    /// The picture of its cover.
    pub cover: Option<Photo>,
}

/// A dated note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// When it was made.
    pub date: Option<Moment>,
    /// What it says; may have several lines.
    pub note: Option<String>,
}
