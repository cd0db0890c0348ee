//! From pages and feeds to one list of items: each id once, newest first, each slug once.
//! Refuses to fetch: it says which page to fetch next, and when to stop.

use crate::ids::IdSet;
use crate::model::{Feed, Item};
use crate::slug;
use crate::warnings::{FeedProblem, FeedWarning};

/// A longer page is not read.
pub const MAX_PAGE_BYTES: u64 = 8 * 1024 * 1024;

/// A feed's later pages are not read.
pub const MAX_PAGES: usize = 200;

/// Joins the pages of one or several feeds (the offices of a newsroom).
///
/// ```text
/// for url in language.feeds {
///     let mut next = assembly.begin_feed(&url);
///     while let Some(url) = next.take() {
///         // fetch the page; beyond MAX_PAGE_BYTES: assembly.page_too_large(&url), and stop
///         let (page, warnings) = read_feed(…)?;
///         next = assembly.add_page(&url, page, warnings);
///     }
/// }
/// let assembled = assembly.finish();
/// ```
#[derive(Default)]
pub struct FeedAssembly {
    items: Vec<Item>,
    /// The page that each of `items` came from: a position in `page_urls`.
    origins: Vec<usize>,
    ids: IdSet,
    page_urls: Vec<String>,
    /// Where in `page_urls` the present feed begins.
    feed_start: usize,
    warnings: Vec<PageWarning>,
}

/// A warning, and which page it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageWarning {
    /// The page's URL.
    pub url: String,
    /// What was wrong in it.
    pub warning: FeedWarning,
}

/// What an assembly comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assembled {
    /// Newest first; items without a date last, in the order they were given.
    pub items: Vec<Item>,
    /// What was left out, page by page.
    pub warnings: Vec<PageWarning>,
}

impl FeedAssembly {
    /// An assembly of nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a feed. The page to fetch first, or `None` when it was read before.
    pub fn begin_feed(&mut self, url: &str) -> Option<String> {
        self.feed_start = self.page_urls.len();
        if self.was_read(url) {
            self.warn(url, "", FeedProblem::RepeatedPage);
            return None;
        }
        Some(url.to_owned())
    }

    /// Adds a page. The page to fetch next, or `None` at the end of the feed.
    pub fn add_page(
        &mut self,
        url: &str,
        page: Feed,
        warnings: Vec<FeedWarning>,
    ) -> Option<String> {
        let page_index = self.page_urls.len();
        self.page_urls.push(url.to_owned());
        self.warnings
            .extend(warnings.into_iter().map(|warning| PageWarning {
                url: url.to_owned(),
                warning,
            }));
        for item in page.items {
            if self.ids.insert(&item.id, &|index| &self.items[index].id) {
                self.items.push(item);
                self.origins.push(page_index);
            } else {
                self.warn(url, "/items", FeedProblem::DuplicateId);
            }
        }
        let next = page.next_url?;
        let problem = if self.was_read(&next) {
            FeedProblem::RepeatedPage
        } else if self.page_urls.len() - self.feed_start >= MAX_PAGES {
            FeedProblem::TooManyPages
        } else {
            return Some(next.into_string());
        };
        self.warn(url, "/next_url", problem);
        None
    }

    /// Notes that a page was longer than [`MAX_PAGE_BYTES`] and so was not read.
    pub fn page_too_large(&mut self, url: &str) {
        self.warn(url, "", FeedProblem::PageTooLarge);
    }

    /// All items read so far.
    pub fn finish(mut self) -> Assembled {
        // One order serves both: newest first, items of the same moment in the order they were given.
        let key = |item: &Item| item.date().map_or(i64::MIN, |moment| moment.sort_key());
        let mut order: Vec<(i64, usize)> = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            order.push((key(item).saturating_neg(), index));
        }
        order.sort_unstable();
        self.unique_slugs(&order);
        let mut items: Vec<Option<Item>> = self.items.into_iter().map(Some).collect();
        let take = |(_, index): (i64, usize)| items.get_mut(index).and_then(Option::take);
        Assembled {
            items: order.into_iter().filter_map(take).collect(),
            warnings: self.warnings,
        }
    }

    /// The same page, whatever its fragment says.
    fn was_read(&self, url: &str) -> bool {
        let page = |url: &'_ str| url.split('#').next().map(str::len);
        let wanted = &url[..page(url).unwrap_or(0)];
        self.page_urls
            .iter()
            .any(|read| read[..page(read).unwrap_or(0)] == *wanted)
    }

    /// Where slugs meet, the oldest item keeps it, so that links to it go on working when a newer one comes. The
    /// others get a mark that follows from their id alone.
    fn unique_slugs(&mut self, newest_first: &[(i64, usize)]) {
        let mut taken = IdSet::default();
        let mut slugs: Vec<String> = Vec::new();
        for (_, index) in newest_first.iter().rev() {
            let item = &mut self.items[*index];
            let mut slug = item.slug.clone();
            // The mark decides in all but one case in 10^11; then the mark of the mark does.
            let mut seed = item.id.clone();
            while !taken.insert(&slug, &|at| &slugs[at]) {
                slug = slug::with_hash(&item.slug, &seed);
                seed = slug.clone();
            }
            slugs.push(slug.clone());
            if slug != item.slug {
                item.slug = slug;
                let url = self.page_urls[self.origins[*index]].clone();
                self.warn(&url, "/items", FeedProblem::SlugChanged);
            }
        }
    }

    fn warn(&mut self, url: &str, pointer: &str, problem: FeedProblem) {
        self.warnings.push(PageWarning {
            url: url.to_owned(),
            warning: FeedWarning {
                pointer: pointer.to_owned(),
                problem,
            },
        });
    }
}
