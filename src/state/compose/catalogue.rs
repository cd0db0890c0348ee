//! All items of the newsroom, by language: where each stands, which are translations of one another, and what a language
//! without a translation borrows from another.
//!
//! Nothing is guessed: two items are the same where one of them says so (`translations`), directly or through a third.

use std::collections::BTreeMap;
use std::sync::Arc;

use nashra_feed::Item;
use nashra_l10n::LanguageTag;

use super::{shelf_of, slug_of};
use crate::route::Shelf;

/// Items of all languages that are known, in the newsroom's order.
pub struct Catalogue {
    languages: Vec<Language>,
    /// For each set of translations, its item in each language.
    sets: Vec<Vec<Option<usize>>>,
}

struct Language {
    tag: LanguageTag,
    items: Arc<[Item]>,
    /// Each item's slug.
    slugs: Vec<String>,
    /// Each item's set.
    sets: Vec<usize>,
    /// Positions in the order of ids, to find an item by its id.
    by_id: Vec<usize>,
    /// For each item, those that belong with it, whichever of the two says so.
    related: Vec<Vec<usize>>,
    by_address: BTreeMap<(Shelf, String), Standing>,
    /// What has no translation in this language.
    loans: Vec<Loan>,
    /// For each set, the position of its loan.
    loan_of_set: Vec<Option<usize>>,
}

/// Whose item stands at an address.
#[derive(Clone, Copy)]
enum Standing {
    Own(usize),
    Loan(usize),
}

struct Loan {
    language: usize,
    at: usize,
    slug: String,
}

/// An item at an address of one language.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// The item.
    pub item: &'a Item,
    /// The last segment of its address in the language that it was asked for in.
    pub slug: &'a str,
    /// The language whose feed it came from: its position in the newsroom.
    pub language: usize,
    /// Its position in that language's items.
    at: usize,
}

/// Where the same item stands in another language.
pub struct Translation<'a> {
    /// That language: its position in the newsroom.
    pub language: usize,
    /// The item there.
    pub entry: Entry<'a>,
    /// Whether the item there is borrowed from a language that has it.
    pub is_loan: bool,
}

impl Catalogue {
    /// A catalogue of `languages` in the newsroom's order, each with its items, newest first.
    pub fn new(languages: impl IntoIterator<Item = (LanguageTag, Arc<[Item]>)>) -> Self {
        let languages = languages
            .into_iter()
            .map(|(tag, items)| Language::new(tag, items));
        let mut catalogue = Self {
            languages: languages.collect(),
            sets: Vec::new(),
        };
        catalogue.find_sets();
        for language in 0..catalogue.languages.len() {
            catalogue.borrow_for(language);
        }
        catalogue
    }

    /// How many languages there are.
    pub fn n_languages(&self) -> usize {
        self.languages.len()
    }

    /// The position of a language.
    pub fn position(&self, tag: &LanguageTag) -> Option<usize> {
        self.languages
            .iter()
            .position(|language| language.tag == *tag)
    }

    /// The tag of a language.
    pub fn tag(&self, language: usize) -> &LanguageTag {
        &self.languages[language].tag
    }

    /// All items of a language.
    pub fn items(&self, language: usize) -> &[Item] {
        &self.languages[language].items
    }

    /// The item of a language at `at`, which is a position in [`Catalogue::items`].
    pub fn entry(&self, language: usize, at: usize) -> Entry<'_> {
        let own = &self.languages[language];
        Entry {
            item: &own.items[at],
            slug: &own.slugs[at],
            language,
            at,
        }
    }

    /// A language's own items, newest first.
    pub fn entries(&self, language: usize) -> impl Iterator<Item = Entry<'_>> {
        (0..self.languages[language].items.len()).map(move |at| self.entry(language, at))
    }

    /// The items that belong with `entry`, in the language of its feed.
    pub fn related(&self, entry: Entry<'_>) -> impl Iterator<Item = Entry<'_>> {
        let related = &self.languages[entry.language].related[entry.at];
        related
            .iter()
            .map(move |at| self.entry(entry.language, *at))
    }

    /// What a language borrows from others.
    pub fn loans(&self, language: usize) -> impl Iterator<Item = Entry<'_>> {
        self.languages[language]
            .loans
            .iter()
            .map(|loan| self.loan(loan))
    }

    /// What stands at an address of a language, its own or borrowed.
    pub fn find(&self, language: usize, shelf: Shelf, slug: &str) -> Option<Entry<'_>> {
        let own = &self.languages[language];
        Some(match *own.by_address.get(&(shelf, slug.to_owned()))? {
            Standing::Own(at) => self.entry(language, at),
            Standing::Loan(at) => self.loan(&own.loans[at]),
        })
    }

    /// What stands at the address of a language where the slug is that of another language: what a switch of languages asks
    /// for where nobody knows the other feed yet.
    pub fn find_by_translation(
        &self,
        language: usize,
        shelf: Shelf,
        slug: &str,
    ) -> Option<Entry<'_>> {
        let others = (0..self.languages.len()).filter(|other| *other != language);
        let there = others.filter_map(|other| self.find(other, shelf, slug));
        there
            .filter_map(|entry| self.in_language(entry, language))
            .map(|found| found.entry)
            .next()
    }

    /// Where `entry`'s item stands in `language`: itself, its translation, or a loan.
    pub fn in_language(&self, entry: Entry<'_>, language: usize) -> Option<Translation<'_>> {
        let set = self.languages[entry.language].sets[entry.at];
        if let Some(at) = self.sets[set][language] {
            let entry = self.entry(language, at);
            return Some(Translation {
                language,
                entry,
                is_loan: false,
            });
        }
        let own = &self.languages[language];
        let loan = &own.loans[(*own.loan_of_set.get(set)?)?];
        Some(Translation {
            language,
            entry: self.loan(loan),
            is_loan: true,
        })
    }

    /// Where the same item stands in each language, those that only borrow it among them.
    pub fn everywhere(&self, entry: Entry<'_>) -> impl Iterator<Item = Translation<'_>> {
        let places =
            (0..self.languages.len()).map(move |language| self.in_language(entry, language));
        places.flatten()
    }

    fn loan<'s>(&'s self, loan: &'s Loan) -> Entry<'s> {
        Entry {
            slug: &loan.slug,
            ..self.entry(loan.language, loan.at)
        }
    }

    /// Joins what says of itself that it is the same; of two items of one language that claim the same place the first
    /// takes it.
    fn find_sets(&mut self) {
        let first: Vec<usize> = self
            .languages
            .iter()
            .scan(0, |next, language| {
                let first = *next;
                *next += language.items.len();
                Some(first)
            })
            .collect();
        let n_items = self
            .languages
            .iter()
            .map(|language| language.items.len())
            .sum();
        let mut parents: Vec<usize> = (0..n_items).collect();
        for (from, language) in self.languages.iter().enumerate() {
            for (at, item) in language.items.iter().enumerate() {
                for (tag, id) in &item.translations {
                    let mut languages = self.languages.iter();
                    let to = languages.position(|language| language.tag.as_str() == tag);
                    let Some(to) = to.filter(|to| *to != from) else {
                        continue;
                    };
                    if let Some(other) = self.languages[to].find_id(id) {
                        let (a, b) = (
                            root(&mut parents, first[from] + at),
                            root(&mut parents, first[to] + other),
                        );
                        parents[a.max(b)] = a.min(b);
                    }
                }
            }
        }
        let mut sets: Vec<Vec<Option<usize>>> = Vec::new();
        let mut of_root: Vec<Option<usize>> = vec![None; n_items];
        let n_languages = self.languages.len();
        for (index, language) in self.languages.iter_mut().enumerate() {
            for at in 0..language.items.len() {
                let root = root(&mut parents, first[index] + at);
                let set = *of_root[root].get_or_insert_with(|| {
                    sets.push(vec![None; n_languages]);
                    sets.len() - 1
                });
                sets[set][index].get_or_insert(at);
                language.sets.push(set);
            }
        }
        self.sets = sets;
    }

    /// Gives `language` an address for each set that it has no item of.
    fn borrow_for(&mut self, language: usize) {
        let direction = self.languages[language].tag.direction();
        let mut order: Vec<usize> = (0..self.languages.len())
            .filter(|other| *other != language)
            .collect();
        // Whoever reads from right to left is nearer to another language that does; else the newsroom's order counts.
        order.sort_by_key(|other| self.languages[*other].tag.direction() != direction);
        let mut loans: Vec<Loan> = Vec::new();
        let mut loan_of_set = vec![None; self.sets.len()];
        for (index, set) in self
            .sets
            .iter()
            .enumerate()
            .filter(|(_, set)| set[language].is_none())
        {
            let lender = order.iter().find_map(|other| Some((*other, set[*other]?)));
            let Some((lender, at)) = lender else { continue };
            let item = &self.languages[lender].items[at];
            let (shelf, slug) = (shelf_of(item), slug_of(item));
            let own = &mut self.languages[language];
            let slug = own.free_slug(shelf, &slug);
            own.by_address
                .insert((shelf, slug.clone()), Standing::Loan(loans.len()));
            loan_of_set[index] = Some(loans.len());
            loans.push(Loan {
                language: lender,
                at,
                slug,
            });
        }
        let own = &mut self.languages[language];
        own.loans = loans;
        own.loan_of_set = loan_of_set;
    }
}

impl Language {
    fn new(tag: LanguageTag, items: Arc<[Item]>) -> Self {
        let slugs: Vec<String> = items.iter().map(slug_of).collect();
        let mut by_id: Vec<usize> = (0..items.len()).collect();
        by_id.sort_by(|a, b| items[*a].id.cmp(&items[*b].id));
        let mut by_address = BTreeMap::new();
        for (at, (item, slug)) in items.iter().zip(&slugs).enumerate() {
            // Slugs are unique in a feed; of two that are made alike by `slug_of` the newer one keeps the address.
            by_address
                .entry((shelf_of(item), slug.clone()))
                .or_insert(Standing::Own(at));
        }
        let mut language = Self {
            tag,
            related: vec![Vec::new(); items.len()],
            items: items.clone(),
            slugs,
            sets: Vec::new(),
            by_id,
            by_address,
            loans: Vec::new(),
            loan_of_set: Vec::new(),
        };
        for (at, item) in items.iter().enumerate() {
            for id in &item.related {
                if let Some(other) = language.find_id(id).filter(|other| *other != at) {
                    language.related[at].push(other);
                    language.related[other].push(at);
                }
            }
        }
        for related in &mut language.related {
            related.sort_unstable();
            related.dedup();
        }
        language
    }

    fn find_id(&self, id: &str) -> Option<usize> {
        let found = self
            .by_id
            .binary_search_by(|at| self.items[*at].id.as_str().cmp(id));
        found.ok().map(|found| self.by_id[found])
    }

    /// `slug`, with a number behind it where another item stands there.
    fn free_slug(&self, shelf: Shelf, slug: &str) -> String {
        let mut free = slug.to_owned();
        let mut number = 2u32;
        while self.by_address.contains_key(&(shelf, free.clone())) {
            free = [slug, "-", &number.to_string()].concat();
            number += 1;
        }
        free
    }
}

/// The root of `node`, with the way there halved.
fn root(parents: &mut [usize], mut node: usize) -> usize {
    while parents[node] != node {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    node
}

#[cfg(test)]
mod tests {
    use nashra_feed::json::JsonSource as _;
    use nashra_feed::{NativeUrls, parse_json, read_feed};

    use super::*;

    /// Items as `id>tag:id,tag:id`; reports begin with `!`.
    fn items(written: &[&str]) -> Vec<Item> {
        let items = written.iter().map(|written| {
            let (id, translations) = written.split_once('>').unwrap_or((written, ""));
            let pairs = translations.split(',').filter_map(|pair| pair.split_once(':'));
            let pairs: Vec<String> = pairs.map(|(tag, id)| format!("\"{tag}\":\"{id}\"")).collect();
            let kind = if id.starts_with('!') { "report" } else { "release" };
            let slug = id.trim_start_matches('!').split('#').next().unwrap_or_default();
            format!(
                r#"{{"id":"{id}","content_text":"x","_nashra":{{"kind":"{kind}","slug":"{slug}","translations":{{{}}}}}}}"#,
                pairs.join(",")
            )
        });
        let items: Vec<String> = items.collect();
        let text = format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{}]}}"#,
            items.join(",")
        );
        let value = parse_json(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(
            (&value).get("items").map(|items| items.len()),
            Some(written.len())
        );
        let (feed, _) = read_feed(&&value, "https://a.example/feed.json", &NativeUrls)
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        feed.items
    }

    /// `feeds` by tag; `expect` says of each language what it borrows, as `slug=id`.
    #[track_caller]
    fn check(feeds: &[(&str, &[&str])], expect: &[&[&str]]) {
        let read: Vec<(LanguageTag, Vec<Item>)> = feeds
            .iter()
            .filter_map(|(tag, written)| Some((LanguageTag::parse(tag)?, items(written))))
            .collect();
        let catalogue = Catalogue::new(read.into_iter().map(|(tag, items)| (tag, items.into())));
        for (language, expect) in expect.iter().enumerate() {
            let loans: Vec<String> = catalogue
                .loans(language)
                .map(|entry| [entry.slug, "=", &entry.item.id].concat())
                .collect();
            assert_eq!(loans, *expect, "{}", feeds[language].0);
            for entry in catalogue.entries(language).chain(catalogue.loans(language)) {
                let found = catalogue.find(language, shelf_of(entry.item), entry.slug);
                assert_eq!(found.map(|found| &found.item.id), Some(&entry.item.id));
            }
        }
    }

    #[test]
    fn borrows_what_is_not_translated() {
        // Said by one side only.
        check(&[("ar", &["a>en:b"]), ("en", &["b"])], &[&[], &[]]);
        check(&[("ar", &["a"]), ("en", &["b>ar:a"])], &[&[], &[]]);
        // Said through a third.
        check(
            &[("ar", &["a>en:b"]), ("en", &["b"]), ("fr", &["c>en:b"])],
            &[&[], &[], &[]],
        );
        // Not said at all.
        check(&[("ar", &["a"]), ("en", &["b"])], &[&["b=b"], &["a=a"]]);
        // A translation that is not public, or never was.
        check(&[("ar", &["a>en:gone"]), ("en", &[])], &[&[], &["a=a"]]);
        // From the nearest: a language that runs the same way, else the first.
        check(
            &[("ar", &["a>en:b"]), ("en", &["b"]), ("fr", &[])],
            &[&[], &[], &["b=b"]],
        );
        check(
            &[("ar", &["a>en:b"]), ("en", &["b"]), ("fa", &[])],
            &[&[], &[], &["a=a"]],
        );
        // One set is borrowed once, and an address that is taken is left to whom it belongs.
        check(
            &[("en", &["x#1"]), ("fr", &["x#2"])],
            &[&["x-2=x#2"], &["x-2=x#1"]],
        );
        // A report and a release of the same name stand on different shelves.
        check(&[("en", &["x"]), ("fr", &["!x"])], &[&["x=!x"], &["x=x"]]);
    }

    #[test]
    fn keeps_the_place_in_every_language() {
        let (ar, en, fr) = (
            items(&["a>en:b"]),
            items(&["b", "only"]),
            items(&["c>en:b"]),
        );
        let tag = |tag: &str| LanguageTag::parse(tag).unwrap_or_else(|| panic!("{tag}"));
        let catalogue = Catalogue::new([
            (tag("ar"), ar.into()),
            (tag("en"), en.into()),
            (tag("fr"), fr.into()),
        ]);
        let check = |language: usize, slug: &str, expect: [&str; 3]| {
            let entry = catalogue.find(language, Shelf::Releases, slug);
            let entry = entry.unwrap_or_else(|| panic!("{slug}"));
            let places: Vec<String> = catalogue
                .everywhere(entry)
                .map(|place| [if place.is_loan { "?" } else { "" }, place.entry.slug].concat())
                .collect();
            assert_eq!(places, expect, "{slug}");
        };
        check(0, "a", ["a", "b", "c"]);
        check(1, "b", ["a", "b", "c"]);
        check(1, "only", ["?only", "only", "?only"]);
        check(2, "only", ["?only", "only", "?only"]);
        let found = catalogue.find_by_translation(2, Shelf::Releases, "a");
        assert_eq!(found.map(|entry| entry.slug), Some("c"));
        assert!(
            catalogue
                .find_by_translation(2, Shelf::Reports, "a")
                .is_none()
        );
    }
}
