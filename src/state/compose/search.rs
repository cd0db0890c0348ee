//! The search page: what leads to items without the app, and what a search found.

use super::Composer;
use super::catalogue::Entry;
use crate::platform::share::escape;
use crate::route::{Filter, Page};
use crate::state::page_data::{
    CardData, Content, FilterData, MarkData, PageData, ResultData, SearchData,
};
use crate::state::search::mark::{excerpt, marked, marked_words};
use crate::state::search::{Query, facts_of};

/// Topics that the page shows at once; the others open below them.
const N_TOPICS: usize = 24;
/// Between the parts of an item that are searched as one: what no word holds.
const BETWEEN_PARTS: &str = " · ";

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
                search.status = Some(self.n_results(found.len()));
            }
            let shown = found.iter().take(limit);
            let entries = shown.map(|at| self.catalogue.entry(self.language, *at));
            search.results = entries.map(|entry| self.result(entry, query)).collect();
            search.has_more = found.len() > limit;
        }
        page
    }

    /// The page with what an index found: `n_found` in all, of which `results` (the best first) are shown.
    pub fn found(
        &self,
        typed: &str,
        results: Vec<ResultData>,
        n_found: usize,
        has_more: bool,
    ) -> PageData {
        let mut page = self.search_page();
        if let Content::Search(search) = &mut page.content {
            typed.clone_into(&mut search.query);
            search.status = Some(self.n_results(n_found));
            search.results = results;
            search.has_more = has_more;
        }
        page
    }

    /// How much was found, in words.
    fn n_results(&self, n_found: usize) -> String {
        match u32::try_from(n_found) {
            Ok(0) => self.locale.text("list.noResults"),
            n => self.locale.count("list.results", n.unwrap_or(u32::MAX)),
        }
    }

    /// What an index keeps of an item: how it is shown, with nothing marked and no excerpt, and the text that is searched, as it
    /// was written, its title aside.
    pub fn indexed(&self, entry: Entry<'_>) -> (ResultData, String) {
        let text = self.text_of(entry.item);
        let summary = entry.item.summary.as_deref();
        let facts = facts_of(entry.item).filter(|fact| Some(*fact) != summary);
        let parts = summary.into_iter().chain([&*text]).chain(facts);
        let parts: Vec<&str> = parts.filter(|part| !part.trim().is_empty()).collect();
        (bare(self.card(entry)), parts.join(BETWEEN_PARTS))
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
        let excerpt = around.or_else(plain).unwrap_or_default();
        let title = marked(&card.title, query);
        let words = marked_words(title.iter().chain(&excerpt));
        let path = marking(&card.path, &words);
        ResultData {
            title,
            path,
            excerpt,
            ..bare(card)
        }
    }
}

/// `path` with the words that the page there is to show marked: as a fragment, which the host never sees and whose links stay
/// within the app.
pub fn marking(path: &str, words: &[&str]) -> String {
    if words.is_empty() {
        return path.to_owned();
    }
    let words: Vec<String> = words.iter().map(|word| escape(word)).collect();
    [path, "#mark=", &words.join(",")].concat()
}

/// `path`, which is a report at a page, with the first of the words that are to be found there.
pub fn found_on(path: &str, words: &[&str]) -> String {
    match words.first() {
        Some(word) => [path, "&search=", &escape(word)].concat(),
        None => path.to_owned(),
    }
}

/// A card as a search shows it, before anything is looked for in it.
fn bare(card: CardData) -> ResultData {
    let title = MarkData {
        text: card.title,
        is_hit: false,
    };
    ResultData {
        title: vec![title],
        excerpt: Vec::new(),
        id: card.id,
        path: card.path,
        language: card.language,
        direction: card.direction,
        is_of_file: false,
        file_language: None,
        label: card.label,
        date: card.date,
    }
}
