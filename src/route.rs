//! Page <-> URL: the only place that spells a path.
//!
//! A [`Route`] is a language and a [`Page`]; [`Route::path`] writes it, [`Route::parse`] reads it back. It refuses to
//! know about hosts, queries and fragments: those are state of the page, read after hydration.

use std::borrow::Cow;

use nashra_l10n::LanguageTag;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What must be escaped inside one path segment: RFC 3986 `pchar` allows the rest.
const SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'/')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Which of an item's two shelves it stands on; part of its address.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Shelf {
    /// `/{lang}/releases/`
    Releases,
    /// `/{lang}/reports/`
    Reports,
}

impl Shelf {
    /// The path segment.
    pub fn segment(self) -> &'static str {
        match self {
            Self::Releases => "releases",
            Self::Reports => "reports",
        }
    }
}

/// How a list of releases is narrowed.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Filter {
    /// All of them.
    All,
    /// Published in this Gregorian year.
    Year(u16),
    /// Carrying this tag, as written in the feed.
    Topic(String),
    /// From this office, as written in the feed.
    Office(String),
}

/// A page of the newsroom, in one language.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Page {
    /// The lead item, latest releases, reports and photos.
    Home,
    /// A list of releases; `number` counts from 1.
    Releases {
        /// What is listed.
        filter: Filter,
        /// Page of the list, from 1.
        number: u32,
    },
    /// All reports; `number` counts from 1.
    Reports {
        /// Page of the list, from 1.
        number: u32,
    },
    /// One release or report.
    Item {
        /// Where it stands.
        shelf: Shelf,
        /// Its last URL segment.
        slug: String,
    },
    /// An item's PDF in the viewer.
    Read {
        /// Where the item stands.
        shelf: Shelf,
        /// The item's slug.
        slug: String,
    },
    /// All albums; `number` counts from 1.
    Photos {
        /// Page of the list, from 1.
        number: u32,
    },
    /// Search over the newsroom.
    Search,
}

impl Page {
    /// The first page of all releases.
    pub const RELEASES: Self = Self::Releases {
        filter: Filter::All,
        number: 1,
    };
}

/// A page and its language: what a path means.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Route {
    /// The language of the page (not always that of the item shown).
    pub language: LanguageTag,
    /// The page.
    pub page: Page,
}

impl Route {
    /// A route to `page` in `language`.
    pub fn new(language: &LanguageTag, page: Page) -> Self {
        Self {
            language: language.clone(),
            page,
        }
    }

    /// The absolute path under `prefix` (which starts and ends with `/`), percent-encoded, ending in `/`.
    pub fn path(&self, prefix: &str) -> String {
        let mut path = String::from(prefix);
        push(&mut path, self.language.as_str());
        match &self.page {
            Page::Home => {}
            Page::Releases { filter, number } => {
                push(&mut path, "releases");
                match filter {
                    Filter::All => {}
                    Filter::Year(year) => push(&mut path, &year.to_string()),
                    Filter::Topic(tag) => {
                        push(&mut path, "topic");
                        push(&mut path, tag);
                    }
                    Filter::Office(name) => {
                        push(&mut path, "office");
                        push(&mut path, name);
                    }
                }
                push_number(&mut path, *number);
            }
            Page::Reports { number } => {
                push(&mut path, "reports");
                push_number(&mut path, *number);
            }
            Page::Item { shelf, slug } => {
                push(&mut path, shelf.segment());
                push(&mut path, slug);
            }
            Page::Read { shelf, slug } => {
                push(&mut path, shelf.segment());
                push(&mut path, slug);
                push(&mut path, "read");
            }
            Page::Photos { number } => {
                push(&mut path, "photos");
                push_number(&mut path, *number);
            }
            Page::Search => push(&mut path, "search"),
        }
        path
    }

    /// The route that `path` (percent-encoded, with or without its last slash) spells under `prefix`; `None` where
    /// no page of ours can stand, files among them.
    pub fn parse(path: &str, prefix: &str) -> Option<Self> {
        let inner = path.strip_prefix(prefix)?;
        let inner = inner.strip_suffix("index.html").unwrap_or(inner);
        let segments = inner
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(|segment| percent_decode_str(segment).decode_utf8().ok())
            .collect::<Option<Vec<Cow<'_, str>>>>()?;
        let segments: Vec<&str> = segments.iter().map(AsRef::as_ref).collect();
        let (language, rest) = segments.split_first()?;
        Some(Self {
            language: LanguageTag::parse(language)?,
            page: page(rest)?,
        })
    }
}

fn page(segments: &[&str]) -> Option<Page> {
    Some(match segments {
        [] => Page::Home,
        ["search"] => Page::Search,
        ["photos", rest @ ..] => Page::Photos {
            number: list_number(rest)?,
        },
        ["reports"] => Page::Reports { number: 1 },
        ["reports", "page", _] => Page::Reports {
            number: list_number(&segments[1..])?,
        },
        ["releases", "topic", tag, rest @ ..] => Page::Releases {
            filter: Filter::Topic((*tag).to_owned()),
            number: list_number(rest)?,
        },
        ["releases", "office", name, rest @ ..] => Page::Releases {
            filter: Filter::Office((*name).to_owned()),
            number: list_number(rest)?,
        },
        ["releases"] => Page::Releases {
            filter: Filter::All,
            number: 1,
        },
        ["releases", "page", _] => Page::Releases {
            filter: Filter::All,
            number: list_number(&segments[1..])?,
        },
        ["releases", year, rest @ ..] if is_year(year) && rest != ["read"] => Page::Releases {
            filter: Filter::Year(year.parse().ok()?),
            number: list_number(rest)?,
        },
        [shelf, slug] => Page::Item {
            shelf: shelf_of(shelf)?,
            slug: (*slug).to_owned(),
        },
        [shelf, slug, "read"] => Page::Read {
            shelf: shelf_of(shelf)?,
            slug: (*slug).to_owned(),
        },
        _ => return None,
    })
}

/// Whether a slug would be taken for another page of its shelf; such slugs are changed before they are used.
pub fn is_reserved_slug(slug: &str) -> bool {
    matches!(slug, "page" | "topic" | "office" | "read") || is_year(slug)
}

fn is_year(segment: &str) -> bool {
    segment.len() == 4 && segment.bytes().all(|byte| byte.is_ascii_digit())
}

fn shelf_of(segment: &str) -> Option<Shelf> {
    match segment {
        "releases" => Some(Shelf::Releases),
        "reports" => Some(Shelf::Reports),
        _ => None,
    }
}

/// The number in `page/N`, or 1 where nothing follows. `page/1` is no address: the list itself is.
fn list_number(rest: &[&str]) -> Option<u32> {
    match rest {
        [] => Some(1),
        ["page", number] => number.parse().ok().filter(|number| *number > 1),
        _ => None,
    }
}

fn push(path: &mut String, segment: &str) {
    path.extend(utf8_percent_encode(segment, SEGMENT));
    path.push('/');
}

fn push_number(path: &mut String, number: u32) {
    if number > 1 {
        push(path, "page");
        push(path, &number.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, prefix: &str, expect: Option<Page>) {
        let route = Route::parse(path, prefix);
        assert_eq!(
            route.as_ref().map(|route| route.page.clone()),
            expect,
            "{path}"
        );
        if let Some(route) = route {
            let written = route.path(prefix);
            assert_eq!(Route::parse(&written, prefix), Some(route), "{written}");
        }
    }

    #[test]
    fn every_path_reads_back() {
        let releases = |filter, number| Some(Page::Releases { filter, number });
        let item = |shelf, slug: &str| {
            Some(Page::Item {
                shelf,
                slug: slug.to_owned(),
            })
        };
        check("/ar/", "/", Some(Page::Home));
        check("/ar", "/", Some(Page::Home));
        check("/ar/index.html", "/", Some(Page::Home));
        check("/news/zh-Hant/", "/news/", Some(Page::Home));
        check("/newsletter/ar/", "/news/", None);
        check("/", "/", None);
        check("/ar/releases/", "/", releases(Filter::All, 1));
        check("/ar/releases/page/3/", "/", releases(Filter::All, 3));
        check("/ar/releases/page/1/", "/", None);
        check("/ar/releases/page/x/", "/", None);
        check("/ar/releases/2020/", "/", releases(Filter::Year(2020), 1));
        check(
            "/ar/releases/2020/page/2/",
            "/",
            releases(Filter::Year(2020), 2),
        );
        check(
            "/ar/releases/topic/%D8%A5%D8%AD%D8%B5%D8%A7%D8%A1/",
            "/",
            releases(Filter::Topic("إحصاء".to_owned()), 1),
        );
        check(
            "/en/releases/topic/a%2Fb%20c/page/2/",
            "/",
            releases(Filter::Topic("a/b c".to_owned()), 2),
        );
        check(
            "/en/releases/office/Ankara/",
            "/",
            releases(Filter::Office("Ankara".to_owned()), 1),
        );
        check(
            "/en/releases/joint-report/",
            "/",
            item(Shelf::Releases, "joint-report"),
        );
        check(
            "/en/reports/joint-report/",
            "/",
            item(Shelf::Reports, "joint-report"),
        );
        check("/en/reports/", "/", Some(Page::Reports { number: 1 }));
        check(
            "/en/reports/page/2/",
            "/",
            Some(Page::Reports { number: 2 }),
        );
        check(
            "/en/reports/x/read/",
            "/",
            Some(Page::Read {
                shelf: Shelf::Reports,
                slug: "x".to_owned(),
            }),
        );
        check("/en/photos/page/2/", "/", Some(Page::Photos { number: 2 }));
        check("/en/search/", "/", Some(Page::Search));
        check("/en/media/report.pdf", "/", None);
        check("/en/releases/x/photo.jpg", "/", None);
        check("/en/releases/%FF/", "/", None);
        check("/not a tag/", "/", None);
    }
}
