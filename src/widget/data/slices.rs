//! The members of page data that cards need. The whole records would bring their readers, and with them half of the app.

use nashra_feed::record;

use crate::state::page_data::{CardData, DateData, PhotoData};

record! {
    /// The newsroom.
    pub(in crate::widget) struct FrameSlice {
        pub(in crate::widget) language: String,
        pub(in crate::widget) languages: Vec<LanguageSlice>,
    }
}

record! {
    /// One of its languages.
    pub(in crate::widget) struct LanguageSlice {
        pub(in crate::widget) tag: String,
        pub(in crate::widget) direction: String,
        pub(in crate::widget) digits: String,
        pub(in crate::widget) messages: String,
    }
}

record! {
    /// An item whose card is shown alone.
    pub(in crate::widget) struct ItemSlice {
        id: String,
        language: Option<String>,
        direction: String,
        label: String,
        title: Option<String>,
        published: Option<DateData>,
        lead: Option<PhotoData>,
    }
}

impl ItemSlice {
    /// As a list would show it; `title` and `summary` are the page's.
    pub(super) fn card(self, path: String, title: String, summary: Option<String>) -> CardData {
        CardData {
            id: self.id,
            path,
            title: self.title.unwrap_or(title),
            language: self.language,
            direction: self.direction,
            label: self.label,
            summary,
            date: self.published,
            place: None,
            image: self.lead.map(|photo| photo.image),
            n_pages: None,
            languages: None,
        }
    }
}

record! {
    /// As much of [`LiveRequest`](crate::state::live::LiveRequest) as an element has to say.
    pub(in crate::widget) struct LiveQuestion {
        pub(in crate::widget) prefix: String,
        pub(in crate::widget) path: String,
    }
}

#[cfg(all(test, feature = "leptos"))]
mod tests {
    use nashra_feed::json::{FromJson, to_json};

    use super::LiveQuestion;
    use crate::state::live::LiveRequest;

    #[test]
    fn the_live_module_reads_the_question() {
        let question = to_json(&LiveQuestion {
            prefix: "https://a.b/".to_owned(),
            path: "https://a.b/ar/releases/".to_owned(),
        });
        let json: serde_json::Value = serde_json::from_str(&question).expect("JSON");
        let read = LiveRequest::from_json(&&json).expect("a request");
        assert_eq!(read.prefix, "https://a.b/");
        assert_eq!(read.path, "https://a.b/ar/releases/");
        assert!(read.newsroom.is_none() && read.listed.is_none() && read.query.is_none());
    }
}
