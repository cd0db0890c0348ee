//! A release or a report, whole, and the parts that only its page shows. How a list shows it is in `lists`.

use nashra_feed::record;

use super::lists::CardData;
use super::parts::{DateData, PhotoData, TopicData};
use crate::state::body::Body;

record! {
    /// A release or a report, whole.
    #[derive(Clone, PartialEq)]
    pub struct ItemData {
        /// Its id in the feed.
        pub id: String,
        /// The whole address of this page, for passing it on.
        pub url: String,
        /// `release` or `report`.
        pub shelf: String,
        /// The language of its own text.
        pub language: Option<String>,
        /// The direction of its own text.
        pub direction: String,
        /// The line above the title.
        pub label: String,
        /// Its title; absent in microblogs.
        pub title: Option<String>,
        /// When it was published.
        pub published: Option<DateData>,
        /// When it was last changed, if after that.
        pub updated: Option<DateData>,
        /// The picture above the text.
        pub lead: Option<PhotoData>,
        /// The text. Absent from the inlined block, where the page itself holds it.
        pub body: Option<Body>,
        /// What happened where and when.
        pub event: Option<EventData>,
        /// What can be read online or downloaded.
        pub attachments: Vec<AttachmentData>,
        /// Pictures, in order.
        pub photos: Vec<PhotoData>,
        /// Topics.
        pub topics: Vec<TopicData>,
        /// What was corrected, the latest last.
        pub corrections: Vec<NoteData>,
        /// That the item was withdrawn.
        pub withdrawn: Option<NoteData>,
        /// How it is cited.
        pub citation: Option<CitationData>,
        /// Who published a report, joined; ISBN, ISSN and DOI, each with its name.
        pub facts: Vec<FactData>,
        /// A report of this release, or the release of this report.
        pub related: Vec<CardData>,
        /// The original, where the item came from somewhere else.
        pub external_url: Option<String>,
        /// Pages and files that a publishing tool wrote beside this page, by what they are called; none of them is a page of the app's.
        pub links: Vec<TopicData>,
        /// Said when the item is shown in another language for want of a translation.
        pub loan: Option<LoanData>,
    }
}

record! {
    /// What is said of an item that the language of the page lacks.
    #[derive(Clone, PartialEq)]
    pub struct LoanData {
        /// "Not available in French".
        pub title: String,
        /// In which language it is shown instead, where these have names.
        pub text: Option<String>,
        /// The languages that it is written in.
        pub languages: Vec<LanguageLinkData>,
    }
}

record! {
    /// A link to the same thing in a language, by the language's own name.
    #[derive(Clone, PartialEq)]
    pub struct LanguageLinkData {
        /// BCP 47 tag.
        pub tag: String,
        /// The language's own name for itself.
        pub name: String,
        /// `ltr` or `rtl`.
        pub direction: String,
        /// Where it is read in that language.
        pub path: String,
    }
}

record! {
    /// An event.
    #[derive(Clone, PartialEq)]
    pub struct EventData {
        /// The day or days.
        pub date: Option<DateData>,
        /// Local times with their zone, a range.
        pub time: Option<String>,
        /// Start in UTC milliseconds, for the reader's own time.
        pub start_ms: Option<i64>,
        /// End in UTC milliseconds.
        pub end_ms: Option<i64>,
        /// Venue, place and country, joined.
        pub place: Option<String>,
        /// How one takes part, in words.
        pub attendance: Option<String>,
        /// That it was cancelled or postponed, in words.
        pub status: Option<String>,
        /// Where to take part.
        pub join_url: Option<String>,
        /// Where to watch it afterwards.
        pub recording_url: Option<String>,
        /// A calendar file of it.
        pub calendar_url: Option<String>,
    }
}

record! {
    /// A file of an item, or its online version.
    #[derive(Clone, PartialEq)]
    pub struct AttachmentData {
        /// The file.
        pub url: String,
        /// `pdf`, `xlsx` …: what a reader calls the type, in capitals.
        pub kind: String,
        /// Its title.
        pub title: Option<String>,
        /// Language of the file.
        pub language: Option<String>,
        /// The name of that language.
        pub language_name: Option<String>,
        /// Its size, ready to show.
        pub size: Option<String>,
        /// Its pages.
        pub n_pages: Option<u32>,
        /// Where it is read online: our viewer or someone else's page.
        pub read_url: Option<String>,
        /// What is published of its pages, where our viewer reads it.
        pub pages_url: Option<String>,
        /// What plays it in place.
        pub player: Option<PlayerData>,
    }
}

record! {
    /// What plays a file in place.
    #[derive(Clone, PartialEq)]
    pub struct PlayerData {
        /// Whether there is something to see.
        pub is_video: bool,
        /// Captions of a film, and what else is written of it.
        pub captions: Vec<CaptionsData>,
    }
}

record! {
    /// Captions of a film (WebVTT).
    #[derive(Clone, PartialEq)]
    pub struct CaptionsData {
        /// The file.
        pub url: String,
        /// Their language.
        pub language: Option<String>,
        /// What they are called.
        pub label: String,
    }
}

record! {
    /// A dated note: a correction, a withdrawal.
    #[derive(Clone, PartialEq)]
    pub struct NoteData {
        /// When.
        pub date: Option<DateData>,
        /// What was said of it.
        pub text: Option<String>,
    }
}

record! {
    /// How an item is cited.
    #[derive(Clone, PartialEq)]
    pub struct CitationData {
        /// In the style of the APA, 7th edition.
        pub apa: String,
        /// A BibTeX entry.
        pub bibtex: String,
        /// A RIS record.
        pub ris: String,
    }
}

record! {
    /// A fact and its name.
    #[derive(Clone, PartialEq)]
    pub struct FactData {
        /// What it is called.
        pub term: String,
        /// What it is.
        pub text: String,
    }
}
