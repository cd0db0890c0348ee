//! Pages that list, and what stands in lists. An item whole is in `item`.

use nashra_feed::record;

use super::parts::{DateData, ImageData};

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
