//! From a parsed JSON value to a feed as it is meant: every good item, and a warning for all that was left out.
//! Refuses to fetch anything, to name a browser type, and to lose a good item over a bad neighbour.
//!
//! [`read_feed`] reads one page of a [JSON Feed](https://www.jsonfeed.org/version/1.1/) (1.0 or 1.1, with or
//! without the `_nashra` extension), [`read_newsroom`] reads `site.json`, [`FeedAssembly`] joins pages and feeds.
//! JSON comes through [`JsonSource`] and URLs through [`UrlResolver`], so that the browser brings its own.

pub mod json;
#[cfg(feature = "native")]
pub mod native;

mod error;
mod warnings;

mod pointer;
mod wire;

mod ids;
mod language;
mod moment;
pub mod plain_text;
mod slug;
mod web_url;

pub mod model;
mod read;

mod assemble;
mod site;

pub use assemble::{Assembled, FeedAssembly, MAX_PAGE_BYTES, MAX_PAGES, PageWarning};
pub use error::FeedError;
pub use json::{FromJson, JsonKind, JsonSource};
pub use language::{is_time_zone_name, language_tag};
pub use model::{
    Attachment, AttachmentGroup, Attendance, Author, Content, Direction, Event, EventStatus, Feed,
    Item, Kind, Note, Photo, PhotoSource, ReportDetails, Size, group_alternates,
};
pub use moment::Moment;
#[cfg(feature = "native")]
pub use native::{Json, NativeUrls, parse_json};
pub use read::read_feed;
pub use site::{Contact, LanguageEntry, LegalLink, MonthNames, Newsroom, Publisher, read_newsroom};
pub use site::{InLanguages, LinkByLanguage, TextByLanguage};
pub use warnings::{FeedProblem, FeedWarning};
pub use web_url::{Link, UrlResolver, WebUrl};
