//! Search in the published index: the words of a question, folded as `publish` folded the texts, and what was found as the page
//! shows it, marked in the text as it was written.
//!
//! It reads no feed: where there is no index it says so, and the feeds are searched instead.

use std::cell::RefCell;

use nashra_feed::json::FromJson;
use nashra_l10n::{LanguageTag, fold};

use crate::platform;
use crate::platform::pagefind::{Hit, Kept, Pagefind};
use crate::state::compose::search::{found_on, marking};
use crate::state::page_data::{MarkData, ResultData};
use crate::state::search::mark::{excerpt_at, marked, marked_words};
use crate::state::search::{Query, is_meant};

/// Pages of one report that may stand before others' texts, in each run of results.
const N_TOGETHER: usize = 3;
/// How many results are put in order at a time: as many as each "more" adds.
const N_RUN: usize = 20;

/// The indexes that were asked for in this visit, by language; `None` where there is none to be had.
#[derive(Default)]
pub(super) struct Indexes(RefCell<Vec<(String, Option<Pagefind>)>>);

/// What was found.
pub(super) struct Found {
    /// The best, ready to show.
    pub(super) shown: Vec<ResultData>,
    /// How many there are in all.
    pub(super) n_found: usize,
}

impl Indexes {
    /// The best `limit` of what `query` finds in a language; `None` where its index cannot be asked.
    pub(super) async fn find(
        &self,
        tag: &LanguageTag,
        query: &Query,
        limit: usize,
    ) -> Option<Found> {
        let index = self.index(tag.as_str()).await?;
        let mut words: Vec<&str> = query.words().iter().map(String::as_str).collect();
        if words.iter().any(|word| is_long(word)) {
            // A letter that an apostrophe cut off finds half of all words.
            words.retain(|word| is_long(word));
        }
        let nothing = Found {
            shown: Vec::new(),
            n_found: 0,
        };
        loop {
            if words.is_empty() {
                return Some(nothing);
            }
            let hits = index.find(&words.join(" ")).await?;
            let kept = kept(&hits, limit.max(1)).await?;
            let Some(first) = kept.first() else {
                return Some(nothing);
            };
            // The index puts other words in the place of one that it does not know. All hits have the same ones.
            let n_words = words.len();
            words.retain(|word| is_there(first, word));
            if words.len() == n_words {
                platform::document::load_marks();
                return Some(Found {
                    shown: shown(&kept, query).into_iter().take(limit).collect(),
                    n_found: hits.len(),
                });
            }
        }
    }

    async fn index(&self, tag: &str) -> Option<Pagefind> {
        let known = |known: &Vec<(String, Option<Pagefind>)>| {
            let mut known = known.iter();
            known
                .find(|(known, _)| known == tag)
                .map(|(_, index)| index.clone())
        };
        let found = known(&self.0.borrow());
        if let Some(index) = found {
            return index;
        }
        let index = Pagefind::load(tag).await;
        self.0.borrow_mut().push((tag.to_owned(), index.clone()));
        index
    }
}

fn is_long(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

/// What is kept of the first `limit` hits.
async fn kept(hits: &[Hit], limit: usize) -> Option<Vec<(ResultData, Kept)>> {
    let asked: Vec<_> = hits.iter().take(limit).map(Hit::kept).collect();
    let mut all = Vec::with_capacity(asked.len());
    for kept in asked {
        let kept = kept.await?;
        all.push((ResultData::from_json(&kept.shown)?, kept));
    }
    Some(all)
}

fn title_of(result: &ResultData) -> String {
    result.title.iter().map(|piece| &*piece.text).collect()
}

/// Whether a word of the question is among those that were found in this text, or in its title.
fn is_there((result, kept): &(ResultData, Kept), asked: &str) -> bool {
    let words: Vec<&str> = kept.text.split(' ').collect();
    let title = title_of(result);
    let found = kept.places.iter().filter_map(|place| {
        // Behind particles a word is counted again, in an empty place.
        let before = words.get(..=*place)?;
        before.iter().rev().find(|word| !word.is_empty()).copied()
    });
    found
        .chain(title.split_whitespace())
        .any(|word| is_meant(&fold(word), asked))
}

/// The results as the page shows them; of each run, the fourth and later pages of one report stand at its end.
fn shown(kept: &[(ResultData, Kept)], query: &Query) -> Vec<ResultData> {
    let mut all = Vec::with_capacity(kept.len());
    for run in kept.chunks(N_RUN) {
        let (mut first, mut later) = (Vec::new(), Vec::new());
        let mut files: Vec<&str> = Vec::new();
        for (result, kept) in run {
            let file = result.path.split('#').next().unwrap_or_default();
            let n_before = files.iter().filter(|known| **known == file).count();
            files.push(file);
            let list = if n_before < N_TOGETHER {
                &mut first
            } else {
                &mut later
            };
            list.push(show(result, kept, query));
        }
        all.append(&mut first);
        all.append(&mut later);
    }
    all
}

fn show(result: &ResultData, kept: &Kept, query: &Query) -> ResultData {
    let title = marked(&title_of(result), query);
    let excerpt = excerpt_at(&kept.text, &kept.places);
    // Found by its title alone: how the text begins.
    let excerpt = excerpt.or_else(|| {
        let mut pieces = excerpt_at(&kept.text, &[0])?;
        pieces.iter_mut().for_each(|piece| piece.is_hit = false);
        Some(pieces)
    });
    let excerpt: Vec<MarkData> = excerpt.unwrap_or_default();
    let path = if result.path.contains('#') {
        found_on(&result.path, &marked_words(excerpt.iter()))
    } else {
        marking(&result.path, &marked_words(title.iter().chain(&excerpt)))
    };
    ResultData {
        title,
        excerpt,
        path,
        ..result.clone()
    }
}
