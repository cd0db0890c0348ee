//! The slice of the newsroom that one page needs: what is inlined in a published page, stands beside it as
//! `data.json`, or is composed in the browser from the live feed.
//!
//! Plain records of strings that are ready to show: dates and sizes are formatted, URLs resolved, paths spelled. They
//! are written by the publishing tool and by the live module, and read by the app. No DOM, no formatting, no fetching here.

use nashra_feed::json::{FromJson, JsonSource, ToJson};
use nashra_feed::record;

use super::body::Body;

record! {
    /// What the app must know before anything else: the block inlined in every page.
    #[derive(Clone, PartialEq)]
    pub struct Boot {
        /// The path under which the newsroom stands, from `/` to `/`.
        pub prefix: String,
        /// The newsroom in the language of the page; absent in a page that no publishing tool wrote.
        pub newsroom: Option<NewsroomData>,
        /// The page that the HTML around the block shows.
        pub page: Option<PageData>,
    }
}

record! {
    /// The frame of every page, in one language.
    #[derive(Clone, PartialEq)]
    pub struct NewsroomData {
        /// The newsroom's name in this language.
        pub title: String,
        /// The organisation's name in this language.
        pub publisher: String,
        /// The organisation's own site.
        pub publisher_url: Option<String>,
        /// The organisation's mark.
        pub logo: Option<ImageData>,
        /// The language of these texts.
        pub language: String,
        /// The language of `/`.
        pub default_language: String,
        /// IANA time zone of publication dates.
        pub time_zone: Option<String>,
        /// Which names Arabic months go by: `gregorian`, `syriac` or `both`.
        pub month_names: Option<String>,
        /// All languages, in the newsroom's order.
        pub languages: Vec<LanguageData>,
        /// A paragraph about the organisation.
        pub about: Option<String>,
        /// Whom the press may ask.
        pub contacts: Vec<ContactData>,
        /// Where the press kit is.
        pub press_kit: Option<String>,
        /// Imprint, privacy and the like.
        pub legal_links: Vec<TopicData>,
    }
}

record! {
    /// Someone whom the press may ask.
    #[derive(Clone, PartialEq)]
    pub struct ContactData {
        /// A person or an office.
        pub name: Option<String>,
        /// What they do.
        pub role: Option<String>,
        /// `mailto:` and the address.
        pub email: Option<String>,
        /// The number, as it is read.
        pub telephone: Option<String>,
        /// A page.
        pub url: Option<String>,
    }
}

record! {
    /// One language of the newsroom.
    #[derive(Clone, PartialEq)]
    pub struct LanguageData {
        /// BCP 47 tag.
        pub tag: String,
        /// Its own name for itself.
        pub name: String,
        /// `ltr` or `rtl`.
        pub direction: String,
        /// CLDR numbering system of the interface.
        pub digits: String,
        /// Whether Umm al-Qura dates stand beside Gregorian ones.
        pub hijri: bool,
        /// The feeds to merge, absolute.
        pub feeds: Vec<String>,
        /// The message file, absolute or from the prefix.
        pub messages: String,
        /// The feed for readers' own programs, where one was published.
        pub rss: Option<String>,
    }
}

record! {
    /// One page.
    #[derive(Clone, PartialEq)]
    pub struct PageData {
        /// The path that this page answers.
        pub path: String,
        /// The document's title.
        pub title: String,
        /// The document's description.
        pub description: Option<String>,
        /// The page that search engines should know instead: where the item is at home.
        pub canonical: Option<String>,
        /// The same page in the newsroom's other languages.
        pub alternates: Vec<AlternateData>,
        /// What the page shows.
        pub content: Content,
    }
}

record! {
    /// Where a language switch leads.
    #[derive(Clone, PartialEq)]
    pub struct AlternateData {
        /// BCP 47 tag of the language.
        pub tag: String,
        /// The path in that language.
        pub path: String,
        /// Whether what stands there is in yet another language, for want of a translation.
        pub is_loan: bool,
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

/// What a page shows; the variant's name stands in `kind`.
#[derive(Clone, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "one value a page; a box would only move the bytes"
)]
pub enum Content {
    /// The home page.
    Home(HomeData),
    /// A release or a report.
    Item(ItemData),
    /// A list of releases or of reports.
    List(ListData),
    /// All albums.
    Photos(PhotosData),
    /// Search.
    Search(SearchData),
    /// No such page.
    NotFound,
}

impl FromJson for Content {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        Some(match source.get("kind")?.as_string()?.as_str() {
            "home" => Self::Home(HomeData::from_json(source)?),
            "item" => Self::Item(ItemData::from_json(source)?),
            "list" => Self::List(ListData::from_json(source)?),
            "photos" => Self::Photos(PhotosData::from_json(source)?),
            "search" => Self::Search(SearchData::from_json(source)?),
            "not_found" => Self::NotFound,
            _ => return None,
        })
    }
}

/// As the record inside, with `kind` before its members.
impl ToJson for Content {
    fn write_json(&self, out: &mut String) {
        let (kind, record): (&str, Option<&dyn ToJson>) = match self {
            Self::Home(home) => ("home", Some(home)),
            Self::Item(item) => ("item", Some(item)),
            Self::List(list) => ("list", Some(list)),
            Self::Photos(photos) => ("photos", Some(photos)),
            Self::Search(search) => ("search", Some(search)),
            Self::NotFound => ("not_found", None),
        };
        let start = out.len();
        match record {
            Some(record) => record.write_json(out),
            None => out.push_str("{}"),
        }
        let comma = if out[start..].len() > 2 { "," } else { "" };
        out.insert_str(start + 1, &["\"kind\":\"", kind, "\"", comma].concat());
    }
}

record! {
    /// The home page.
    #[derive(Clone, PartialEq)]
    pub struct HomeData {
        /// The newest item that has a picture, or the newest.
        pub lead: Option<CardData>,
        /// The latest releases without the lead.
        pub releases: Vec<CardData>,
        /// The latest reports without the lead.
        pub reports: Vec<CardData>,
        /// How many releases there are.
        pub n_releases: u32,
    }
}

record! {
    /// A list of items, one page of it.
    #[derive(Clone, PartialEq)]
    pub struct ListData {
        /// What is listed, in words.
        pub heading: String,
        /// `releases` or `reports`.
        pub shelf: String,
        /// The items.
        pub cards: Vec<CardData>,
        /// How many there are on all pages.
        pub n_results: u32,
        /// Where in the list this page is.
        pub pager: Option<PagerData>,
        /// Years to choose from, the newest first.
        pub years: Vec<FilterData>,
        /// Topics to choose from.
        pub topics: Vec<FilterData>,
        /// Where all topics are, if there are more than these.
        pub topics_path: Option<String>,
        /// Offices to choose from.
        pub offices: Vec<FilterData>,
        /// The whole list, where this one is narrowed.
        pub all_path: Option<String>,
    }
}

record! {
    /// A page's place among the pages of its list.
    #[derive(Clone, PartialEq)]
    pub struct PagerData {
        /// "Page 2 of 5".
        pub text: String,
        /// The page with newer items.
        pub previous: Option<String>,
        /// The page with older items.
        pub next: Option<String>,
    }
}

record! {
    /// One way to narrow a list.
    #[derive(Clone, PartialEq)]
    pub struct FilterData {
        /// What it is called.
        pub label: String,
        /// The narrowed list.
        pub path: String,
        /// Whether this is the list shown.
        pub is_current: bool,
    }
}

record! {
    /// All albums, one page of them.
    #[derive(Clone, PartialEq)]
    pub struct PhotosData {
        /// Items that have photos.
        pub albums: Vec<AlbumData>,
        /// Where in the list this page is.
        pub pager: Option<PagerData>,
    }
}

record! {
    /// The search page: before a search, and what one found.
    #[derive(Clone, PartialEq)]
    pub struct SearchData {
        /// What was typed.
        pub query: String,
        /// How much was found, in words; absent where nothing was looked for.
        pub status: Option<String>,
        /// The best first.
        pub results: Vec<ResultData>,
        /// Whether more was found than stands here.
        pub has_more: bool,
        /// Lists by year.
        pub years: Vec<FilterData>,
        /// Lists by topic, the commonest topics.
        pub topics: Vec<FilterData>,
        /// Lists by topic, the other topics.
        pub more_topics: Vec<FilterData>,
        /// Why there is no answer, in words.
        pub problem: Option<String>,
    }
}

record! {
    /// An item that a search found.
    #[derive(Clone, PartialEq)]
    pub struct ResultData {
        /// Its id.
        pub id: String,
        /// Where it stands.
        pub path: String,
        /// Its title in pieces.
        pub title: Vec<MarkData>,
        /// A part of its text in pieces.
        pub excerpt: Vec<MarkData>,
        /// Its language, where it is not the page's.
        pub language: Option<String>,
        /// The direction of its text.
        pub direction: String,
        /// What it is.
        pub label: String,
        /// When it was published.
        pub date: Option<DateData>,
    }
}

record! {
    /// A piece of a text that was searched.
    #[derive(Clone, PartialEq)]
    pub struct MarkData {
        /// The piece.
        pub text: String,
        /// Whether it was looked for.
        pub is_hit: bool,
    }
}

record! {
    /// An item by its photos.
    #[derive(Clone, PartialEq)]
    pub struct AlbumData {
        /// The item.
        pub card: CardData,
        /// The first few of its photos.
        pub photos: Vec<ImageData>,
        /// "12 photos".
        pub count: String,
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
    /// A topic and the list of what is published on it.
    #[derive(Clone, PartialEq)]
    pub struct TopicData {
        /// As the feed writes it.
        pub name: String,
        /// The list.
        pub path: String,
    }
}

record! {
    /// How a report is cited.
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
    /// An item in a list.
    #[derive(Clone, PartialEq)]
    pub struct CardData {
        /// The item's id, by which what is newer in the feed is told from what is listed.
        pub id: String,
        /// Where it stands.
        pub path: String,
        /// Its title, or the beginning of its text.
        pub title: String,
        /// Its language, where it is not the page's.
        pub language: Option<String>,
        /// The direction of its text.
        pub direction: String,
        /// The line above the title.
        pub label: String,
        /// A sentence or two, plain.
        pub summary: Option<String>,
        /// When it was published.
        pub date: Option<DateData>,
        /// Where it took place, in a word.
        pub place: Option<String>,
        /// A picture to go with it.
        pub image: Option<ImageData>,
        /// Pages of its report.
        pub n_pages: Option<u32>,
        /// Names of the languages it can be read in, joined.
        pub languages: Option<String>,
    }
}

record! {
    /// A date, ready to show.
    #[derive(Clone, PartialEq)]
    pub struct DateData {
        /// Machine form (`datetime` of HTML's `time`).
        pub iso: String,
        /// As the language writes it, with weekday and era where a page shows it in full.
        pub text: String,
        /// The Umm al-Qura date, where the newsroom asks for it.
        pub hijri: Option<String>,
        /// Milliseconds since 1970 for sorting among live items.
        pub sort_key: i64,
    }
}

record! {
    /// A picture with what a page needs to keep its place.
    #[derive(Clone, PartialEq)]
    pub struct ImageData {
        /// Absolute or from the prefix.
        pub url: String,
        /// Pixels.
        pub width: Option<u32>,
        /// Pixels.
        pub height: Option<u32>,
        /// What it shows; empty where it only decorates.
        pub alt: String,
        /// `srcset` of the derivatives, by width.
        pub srcset: Option<String>,
        /// `srcset` of those in AVIF, for engines that read it.
        pub avif: Option<String>,
        /// `object-position` that keeps the point of interest in a crop.
        pub focus: Option<String>,
        /// A CSS background to stand in for it.
        pub placeholder: Option<String>,
    }
}

record! {
    /// A photo of an item.
    #[derive(Clone, PartialEq)]
    pub struct PhotoData {
        /// The picture.
        pub image: ImageData,
        /// The caption in the item's language.
        pub caption: Option<String>,
        /// Who took it.
        pub credit: Option<String>,
    }
}

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
        /// How a report is cited.
        pub citation: Option<CitationData>,
        /// Who published a report, joined; ISBN, ISSN and DOI, each with its name.
        pub facts: Vec<FactData>,
        /// A report of this release, or the release of this report.
        pub related: Vec<CardData>,
        /// The original, where the item came from somewhere else.
        pub external_url: Option<String>,
        /// Said when the item is shown in another language for want of a translation.
        pub loan: Option<LoanData>,
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
