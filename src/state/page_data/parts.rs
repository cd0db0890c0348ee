//! What pages of every kind are put together from: dates, pictures, topics. Ready to show, never formatted here.

use nashra_feed::record;

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
    /// A topic and the list of what is published on it.
    #[derive(Clone, PartialEq)]
    pub struct TopicData {
        /// As the feed writes it.
        pub name: String,
        /// The list.
        pub path: String,
    }
}
