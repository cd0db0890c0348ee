//! The search page: the question and what it found, in pieces that are marked or not. It finds nothing.

use nashra_feed::record;

use super::lists::FilterData;
use super::parts::DateData;

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
        /// Whether the excerpt is of a file, whose language and direction are its own.
        pub is_of_file: bool,
        /// The language of that file, if it is told.
        pub file_language: Option<String>,
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
