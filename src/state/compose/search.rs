//! The search page: what leads to items without the app, and what a search found.

use super::Composer;
use super::catalogue::Entry;
use crate::route::{Filter, Page};
use crate::state::page_data::{Content, FilterData, PageData, ResultData, SearchData};
use crate::state::search::Query;
use crate::state::search::mark::{excerpt, marked};

/// Topics that the page shows at once; the others open below them.
const N_TOPICS: usize = 24;

impl Composer<'_> {
    /// The page before anything was looked for.
    pub(super) fn search_page(&self) -> PageData {
        let facets = self.facets();
        let choice = |filter: Filter| self.choice(filter, &Filter::All);
        let (common, _) = facets.common_topics(N_TOPICS);
        let topic = |name: &String| choice(Filter::Topic(name.clone()));
        let rest = facets.topics.iter().map(|(name, _)| name);
        let rest = rest.filter(|name| !common.contains(name)).map(topic);
        let years = facets.years.iter();
        let rest: Vec<FilterData> = rest.collect();
        let data = SearchData {
            query: String::new(),
            status: None,
            results: Vec::new(),
            has_more: false,
            years: years.map(|(year, _)| choice(Filter::Year(*year))).collect(),
            topics: common.into_iter().map(topic).collect(),
            more_topics: rest,
            problem: None,
        };
        PageData {
            path: self.path(Page::Search),
            title: self.document_title(&self.locale.text("search.label")),
            description: None,
            canonical: None,
            alternates: self.same_page(&Page::Search),
            content: Content::Search(data),
        }
    }

    /// The page with the items at `found` (the best first), of which at most `limit` are shown.
    pub fn results(&self, typed: &str, query: &Query, found: &[usize], limit: usize) -> PageData {
        let mut page = self.search_page();
        if let Content::Search(search) = &mut page.content {
            typed.clone_into(&mut search.query);
            if !query.is_empty() {
                search.status = Some(match u32::try_from(found.len()) {
                    Ok(0) => self.locale.text("list.noResults"),
                    n => self.locale.count("list.results", n.unwrap_or(u32::MAX)),
                });
            }
            let shown = found.iter().take(limit);
            let entries = shown.map(|at| self.catalogue.entry(self.language, *at));
            search.results = entries.map(|entry| self.result(entry, query)).collect();
            search.has_more = found.len() > limit;
        }
        page
    }

    fn result(&self, entry: Entry<'_>, query: &Query) -> ResultData {
        let text = self.text_of(entry.item);
        let card = self.card(entry);
        let summary = entry.item.summary.as_deref().unwrap_or_default();
        let around = excerpt(summary, query).or_else(|| excerpt(&text, query));
        let plain = || {
            card.summary
                .as_deref()
                .map(|summary| marked(summary, query))
        };
        ResultData {
            title: marked(&card.title, query),
            excerpt: around.or_else(plain).unwrap_or_default(),
            id: card.id,
            path: card.path,
            language: card.language,
            direction: card.direction,
            label: card.label,
            date: card.date,
        }
    }
}
