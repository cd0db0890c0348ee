//! What the attributes of an element ask for. Whatever they say means something: an unknown word is the usual one.

use nashra_l10n::LanguageTag;

use crate::platform::dom::Dom;
use crate::platform::urls::BrowserUrls;
use crate::route::{Filter, Page, Route, Shelf};
use nashra_feed::UrlResolver;

/// Cards that a list has at most: the published list's first page.
const MAX_CARDS: usize = 12;
const USUAL_CARDS: usize = 3;

/// How cards are laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Layout {
    /// A card a row.
    List,
    /// Cards beside each other, as many as there is room for.
    Cards,
    /// A large one, and the others below it.
    Lead,
}

/// What an element asks for.
pub(super) struct Settings {
    /// The address that it names, whole.
    pub(super) src: String,
    /// Whether that is an item's.
    pub(super) is_item: bool,
    /// The languages to look for, the best first.
    pub(super) languages: Vec<String>,
    pub(super) limit: usize,
    pub(super) shelf: Shelf,
    pub(super) topic: Option<String>,
    pub(super) layout: Layout,
    /// The element of titles.
    pub(super) heading: &'static str,
    /// `auto`, `light` or `dark`.
    pub(super) theme: &'static str,
}

impl Settings {
    /// Reads the attributes; `home` is the newsroom of elements that name none.
    pub(super) fn read(host: &Dom, home: &str) -> Self {
        let is_item = host.name() == "nashra-release";
        // A list speaks the page's language where it can; an item its own, unless it is asked for another.
        let around = match is_item {
            true => host.get("lang"),
            false => host.closest("[lang]").and_then(|place| place.get("lang")),
        };
        let base = host.base_url();
        let absolute = |src: String| BrowserUrls.resolve(base.as_deref(), &src);
        let src = host.get("src").filter(|src| !src.trim().is_empty());
        Self {
            src: src.and_then(absolute).unwrap_or_else(|| home.to_owned()),
            is_item,
            ..Self::of(|name| host.get(name), around)
        }
    }

    /// Without the address.
    fn of(get: impl Fn(&str) -> Option<String>, around: Option<String>) -> Self {
        let word = |name: &str| get(name).map(|text| text.trim().to_ascii_lowercase());
        let limit = get("limit").and_then(|text| text.trim().parse().ok());
        Self {
            src: String::new(),
            is_item: false,
            languages: candidates(around.as_deref().unwrap_or_default()),
            limit: limit.unwrap_or(USUAL_CARDS).clamp(1, MAX_CARDS),
            shelf: match word("kind").as_deref() {
                Some("report" | "reports") => Shelf::Reports,
                _ => Shelf::Releases,
            },
            topic: get("tag").filter(|tag| !tag.trim().is_empty()),
            layout: match word("layout").as_deref() {
                Some("cards") => Layout::Cards,
                Some("lead") => Layout::Lead,
                _ => Layout::List,
            },
            heading: match word("heading").as_deref() {
                Some("2") => "h2",
                Some("4") => "h4",
                Some("5") => "h5",
                Some("6") => "h6",
                _ => "h3",
            },
            theme: match word("theme").as_deref() {
                Some("light") => "light",
                Some("dark") => "dark",
                _ => "auto",
            },
        }
    }

    /// The newsroom's address, from that of its `site.json` or of any folder.
    pub(super) fn newsroom(&self) -> &str {
        folder(&self.src)
    }

    /// The address of the list in a language.
    pub(super) fn list(&self, tag: &LanguageTag) -> String {
        let page = match (self.shelf, &self.topic) {
            (Shelf::Reports, _) => Page::Reports { number: 1 },
            (Shelf::Releases, Some(topic)) => Page::Releases {
                filter: Filter::Topic(topic.clone()),
                number: 1,
            },
            (Shelf::Releases, None) => Page::RELEASES,
        };
        Route::new(tag, page).path(self.newsroom())
    }
}

/// An address up to its last slash, without query and fragment.
pub(super) fn folder(url: &str) -> &str {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let url = &url[..end];
    let end = url.rfind('/').map_or(url.len(), |at| at + 1);
    &url[..end]
}

/// The language as written and without its region.
fn candidates(tag: &str) -> Vec<String> {
    let tag = tag.trim();
    let mut found = Vec::new();
    if LanguageTag::parse(tag).is_some() {
        found.push(tag.to_owned());
        let primary = tag.split('-').next().unwrap_or(tag);
        if primary != tag {
            found.push(primary.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn settings(attributes: &[(&str, &str)]) -> Settings {
        let get = |name: &str| {
            let found = attributes.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Settings::of(get, get("lang"))
    }

    #[test]
    fn unknown_words_are_the_usual_ones() {
        let usual = settings(&[]);
        let odd = settings(&[
            ("limit", "many"),
            ("kind", "podcast"),
            ("layout", "spiral"),
            ("heading", "0"),
            ("theme", "sepia"),
            ("lang", "not a tag"),
            ("tag", " "),
        ]);
        for settings in [usual, odd] {
            assert_eq!(settings.limit, 3);
            assert_eq!(settings.shelf, Shelf::Releases);
            assert_eq!(settings.layout, Layout::List);
            assert_eq!((settings.heading, settings.theme), ("h3", "auto"));
            assert_eq!(settings.languages, Vec::<String>::new());
            assert_eq!(settings.topic, None);
        }
    }

    #[test]
    fn attributes_are_read() {
        let read = settings(&[
            ("limit", " 40 "),
            ("kind", "Report"),
            ("layout", "LEAD"),
            ("heading", "4"),
            ("theme", "dark"),
            ("lang", "fr-CA"),
        ]);
        assert_eq!(read.limit, 12);
        assert_eq!(read.shelf, Shelf::Reports);
        assert_eq!(read.layout, Layout::Lead);
        assert_eq!((read.heading, read.theme), ("h4", "dark"));
        assert_eq!(read.languages, ["fr-CA", "fr"]);
        assert_eq!(settings(&[("limit", "0")]).limit, 1);
    }

    #[test]
    fn lists_stand_in_the_newsrooms_folder() {
        #[track_caller]
        fn check(src: &str, attributes: &[(&str, &str)], expect: &str) {
            let tag = LanguageTag::parse("ar").expect("a tag");
            let settings = Settings {
                src: src.to_owned(),
                ..settings(attributes)
            };
            assert_eq!(settings.list(&tag), expect);
        }
        check("https://a.b/site.json", &[], "https://a.b/ar/releases/");
        check("https://a.b/news/", &[], "https://a.b/news/ar/releases/");
        check(
            "https://a.b/news/site.json?x=/y#z",
            &[("kind", "report")],
            "https://a.b/news/ar/reports/",
        );
        check(
            "https://a.b/site.json",
            &[("tag", "a/b")],
            "https://a.b/ar/releases/topic/a%2Fb/",
        );
    }
}
