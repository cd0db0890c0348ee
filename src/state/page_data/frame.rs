//! The frame of every page: the newsroom, its languages, whom to ask. It knows no page.

use nashra_feed::record;

use super::parts::{ImageData, TopicData};

record! {
    /// The frame of every page, in one language.
    #[derive(Clone, PartialEq)]
    pub struct NewsroomData {
        /// The newsroom's name in this language.
        pub title: String,
        /// The absolute address of the newsroom, with a slash at its end.
        pub base_url: String,
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
