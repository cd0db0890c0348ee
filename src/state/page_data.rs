//! The slice of the newsroom that one page needs: what is inlined in a published page, stands beside it as
//! `data.json`, or is composed in the browser from the live feed.
//!
//! Plain records of strings that are ready to show: dates and sizes are formatted, URLs resolved, paths spelled. They
//! are written by the publishing tool and by the live module, and read by the app. No DOM, no formatting, no fetching here.

mod frame;
mod item;
mod lists;
mod parts;
mod read;
mod search;

use nashra_feed::json::{FromJson, JsonSource, ToJson};
use nashra_feed::record;

pub use frame::{ContactData, LanguageData, NewsroomData};
pub use item::{
    AttachmentData, CaptionsData, CitationData, EventData, FactData, ItemData, LanguageLinkData,
    LoanData, NoteData, PlayerData,
};
pub use lists::{AlbumData, CardData, FilterData, HomeData, ListData, PagerData, PhotosData};
pub use parts::{DateData, ImageData, PhotoData, TopicData};
pub use read::{KnownPages, ReadData};
pub use search::{MarkData, ResultData, SearchData};

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
        /// Whether it is not the very same page: in yet another language for want of a translation, or the list that
        /// comes nearest. Search engines are told of the same pages alone.
        pub is_loan: bool,
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
    /// A PDF in the viewer.
    Read(ReadData),
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
            "read" => Self::Read(ReadData::from_json(source)?),
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
            Self::Read(read) => ("read", Some(read)),
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
