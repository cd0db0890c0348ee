//! By what a language's lists are narrowed: years, topics, offices, each with its items, found once for all pages.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use nashra_feed::{Item, Kind};
use nashra_l10n::DateStyle;

use super::Composer;
use super::lists::is_album;
use super::when::date_input;
use crate::route::{Filter, Page, Route};
use crate::state::page_data::AlternateData;

/// Found when first asked for.
#[derive(Default)]
pub struct Facets {
    found: OnceLock<Found>,
    counts: OnceLock<Vec<Counts>>,
}

/// How much of what a language has: all of them 0 where it was not read.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) n_releases: usize,
    pub(super) n_reports: usize,
    pub(super) n_albums: usize,
    years: BTreeMap<u16, usize>,
}

impl Counts {
    /// Releases of a year.
    pub(super) fn of_year(&self, year: u16) -> usize {
        self.years.get(&year).copied().unwrap_or(0)
    }
}

/// Positions of items, newest first.
type Positions = Vec<usize>;

pub(super) struct Found {
    /// All releases that were not withdrawn.
    pub(super) releases: Positions,
    /// The same as a number.
    pub(super) n_releases: u32,
    /// All reports that were not withdrawn.
    pub(super) reports: Positions,
    /// The newest year first.
    pub(super) years: Vec<(u16, Positions)>,
    /// In the language's order of names.
    pub(super) topics: Vec<(String, Positions)>,
    /// In the language's order of names.
    pub(super) offices: Vec<(String, Positions)>,
}

impl Found {
    /// The releases that a filter leaves.
    pub(super) fn releases(&self, filter: &Filter) -> &[usize] {
        let named = |facets: &[(String, Positions)], name: &String| {
            let mut facets = facets.iter();
            facets.position(|(known, _)| known == name)
        };
        match filter {
            Filter::All => &self.releases,
            Filter::Year(year) => {
                let mut years = self.years.iter();
                years
                    .find(|(known, _)| known == year)
                    .map_or(&[], |(_, positions)| positions)
            }
            Filter::Topic(name) => named(&self.topics, name).map_or(&[], |at| &*self.topics[at].1),
            Filter::Office(name) => {
                named(&self.offices, name).map_or(&[], |at| &*self.offices[at].1)
            }
        }
    }

    /// The `count` commonest topics, in the language's order of names, and whether these are all.
    pub(super) fn common_topics(&self, count: usize) -> (Vec<&String>, bool) {
        let mut sizes: Vec<usize> = self
            .topics
            .iter()
            .map(|(_, positions)| positions.len())
            .collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        let Some(least) = sizes.get(count) else {
            return (self.topics.iter().map(|(name, _)| name).collect(), true);
        };
        // Among topics as common as the first that is left out, those that come first by name fill the places that remain.
        let mut n_equal = count - sizes.iter().filter(|size| *size > least).count();
        let common = self.topics.iter().filter(|(_, positions)| {
            let is_equal = positions.len() == *least && n_equal > 0;
            n_equal -= usize::from(is_equal);
            positions.len() > *least || is_equal
        });
        (common.map(|(name, _)| name).collect(), false)
    }
}

impl Composer<'_> {
    pub(super) fn facets(&self) -> &Found {
        self.facets.found.get_or_init(|| self.find_facets())
    }

    /// A list in each language: which page of it stays the reader's place is decided by what that language has.
    pub(super) fn in_languages(
        &self,
        own: &Page,
        page: &dyn Fn(&Counts) -> Page,
    ) -> Vec<AlternateData> {
        let counts = self.facets.counts.get_or_init(|| self.count_all());
        let alternates = counts.iter().enumerate().map(|(language, counts)| {
            let tag = self.catalogue.tag(language);
            let page = if language == self.language {
                own.clone()
            } else {
                page(counts)
            };
            AlternateData {
                tag: tag.as_str().to_owned(),
                is_loan: page != *own,
                path: Route::new(tag, page).path(self.prefix),
            }
        });
        alternates.collect()
    }

    fn count_all(&self) -> Vec<Counts> {
        let languages = 0..self.catalogue.n_languages();
        let counts = languages.map(|language| {
            let mut counts = Counts::default();
            for item in self.catalogue.items(language) {
                counts.n_albums += usize::from(is_album(item));
                match item.kind {
                    _ if item.withdrawn.is_some() => {}
                    Kind::Report => counts.n_reports += 1,
                    Kind::Release => {
                        counts.n_releases += 1;
                        if let Some(year) = self.year_of(item) {
                            *counts.years.entry(year).or_default() += 1;
                        }
                    }
                }
            }
            counts
        });
        counts.collect()
    }

    fn find_facets(&self) -> Found {
        let items = self.catalogue.items(self.language);
        let of_kind = |kind: Kind| -> Positions {
            let items = items.iter().enumerate();
            items
                .filter(|(_, item)| item.kind == kind && item.withdrawn.is_none())
                .map(|(at, _)| at)
                .collect()
        };
        let releases = of_kind(Kind::Release);
        let mut years: BTreeMap<u16, Positions> = BTreeMap::new();
        let mut topics: BTreeMap<&String, Positions> = BTreeMap::new();
        let mut offices: BTreeMap<&String, Positions> = BTreeMap::new();
        for &at in &releases {
            let item = &items[at];
            if let Some(year) = self.year_of(item) {
                years.entry(year).or_default().push(at);
            }
            for topic in &item.tags {
                topics.entry(topic).or_default().push(at);
            }
            if let Some(office) = &item.office {
                offices.entry(office).or_default().push(at);
            }
        }
        if offices.len() < 2 {
            // A choice of one is none.
            offices.clear();
        }
        Found {
            n_releases: releases.len() as u32,
            releases,
            reports: of_kind(Kind::Report),
            years: years.into_iter().rev().collect(),
            topics: self.by_name(topics),
            offices: self.by_name(offices),
        }
    }

    fn by_name(&self, facets: BTreeMap<&String, Positions>) -> Vec<(String, Positions)> {
        let facets = facets.into_iter();
        let mut facets: Vec<_> = facets
            .map(|(name, positions)| (name.clone(), positions))
            .collect();
        facets.sort_by(|a, b| self.locale.formats.compare(&a.0, &b.0));
        facets
    }

    /// The year in the newsroom's time zone.
    fn year_of(&self, item: &Item) -> Option<u16> {
        let moment = item.date()?;
        let (written, month, day) = moment.written_day();
        // No zone is more than a day away: only at the turn of a year does it decide.
        if !matches!((month, day), (1, 1 | 2) | (12, 30 | 31)) {
            return Some(written);
        }
        let input = date_input(moment, self.zone())?;
        // The formats write the digits of the interface; the year that reads like them is meant.
        let text = self.locale.formats.date(input, DateStyle::Year)?;
        let candidates = [written, written + 1, written.saturating_sub(1)];
        candidates
            .into_iter()
            .find(|year| self.locale.digits.digits(&year.to_string()) == text)
            .or(Some(written))
    }
}

#[cfg(test)]
mod tests {
    use super::Found;

    #[test]
    fn keeps_the_commonest_topics() {
        let check = |topics: &[(&str, usize)], count, expect: &[&str], all| {
            let topics = topics
                .iter()
                .map(|(name, n)| ((*name).to_owned(), vec![0; *n]));
            let found = Found {
                releases: Vec::new(),
                n_releases: 0,
                reports: Vec::new(),
                years: Vec::new(),
                topics: topics.collect(),
                offices: Vec::new(),
            };
            let (names, are_all) = found.common_topics(count);
            assert_eq!(
                (names, are_all),
                (
                    expect
                        .iter()
                        .map(|name| (*name).to_owned())
                        .collect::<Vec<_>>()
                        .iter()
                        .collect(),
                    all
                )
            );
        };
        check(&[], 2, &[], true);
        check(&[("a", 1), ("b", 5)], 2, &["a", "b"], true);
        check(&[("a", 1), ("b", 5), ("c", 3)], 2, &["b", "c"], false);
        check(
            &[("a", 1), ("b", 1), ("c", 3), ("d", 1)],
            2,
            &["a", "c"],
            false,
        );
        check(&[("a", 2), ("b", 2), ("c", 2)], 2, &["a", "b"], false);
    }
}
