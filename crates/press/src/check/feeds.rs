//! Reads the feeds of one language after another, all their pages, and looks at each item where it stands.
//! Refuses to stop at a bad page: what can be read is checked.

use nashra_feed::{FeedAssembly, FeedProblem, MAX_PAGE_BYTES, NativeUrls, parse_json, read_feed};

use super::finding::{Finding, Findings, Severity};
use super::language::{Known, Language};
use super::page::{Note, Page};
use super::place::Place;
use super::{Summary, items, problems, unreadable};

/// The reading of a newsroom's feeds.
pub(super) struct Feeds<'a> {
    place: &'a Place,
    findings: &'a mut Findings,
    languages: Vec<Language>,
    n_files: usize,
}

impl<'a> Feeds<'a> {
    pub(super) fn new(place: &'a Place, findings: &'a mut Findings) -> Self {
        Self {
            place,
            findings,
            languages: Vec::new(),
            n_files: 0,
        }
    }

    /// A feed that stands alone. Its later pages are elsewhere, so they are not read.
    pub(super) fn single(&mut self, url: &str, bytes: Vec<u8>) {
        let mut language = Language::default();
        let mut assembly = FeedAssembly::new();
        assembly.begin_feed(url);
        self.page(url, &bytes, &mut assembly, &mut language);
        self.close(assembly, language);
    }

    /// All feeds of a language.
    pub(super) fn language<'u>(&mut self, tag: &str, feeds: impl Iterator<Item = &'u str>) {
        let mut language = Language {
            tag: tag.to_owned(),
            is_complete: true,
            ..Language::default()
        };
        let mut assembly = FeedAssembly::new();
        for feed in feeds {
            let mut next = assembly.begin_feed(feed);
            while let Some(url) = next.take() {
                match self.place.read(&url) {
                    Ok(bytes) => next = self.page(&url, &bytes, &mut assembly, &mut language),
                    Err(error) => {
                        language.is_complete = false;
                        self.findings.add(Finding {
                            severity: Severity::Error,
                            file: self.place.name(&url),
                            pointer: String::new(),
                            line: None,
                            code: "not-found",
                            message: format!("The feed cannot be read: {error}."),
                            advice: "Put the file there, or correct its address under `languages` or in \"next_url\"."
                                .to_owned(),
                            value: None,
                        });
                    }
                }
            }
        }
        self.close(assembly, language);
    }

    /// One page; gives the address of the next.
    fn page(
        &mut self,
        url: &str,
        bytes: &[u8],
        assembly: &mut FeedAssembly,
        language: &mut Language,
    ) -> Option<String> {
        self.n_files += 1;
        if bytes.len() as u64 > MAX_PAGE_BYTES {
            language.is_complete = false;
            assembly.page_too_large(url);
            return None;
        }
        let read = parse_json(bytes).and_then(|json| {
            let read = read_feed(&&json, url, &NativeUrls)?;
            Ok((json, read))
        });
        let (json, (feed, warnings)) = match read {
            Ok(read) => read,
            Err(error) => {
                language.is_complete = false;
                self.findings.add(unreadable(self.place, url, error));
                return None;
            }
        };
        let page = Page {
            file: self.place.name(url),
            json: &json,
        };
        page.warn(&warnings, self.findings);
        let places = page.items();
        for item in &feed.items {
            let Some(index) = places.get(&item.id) else {
                continue;
            };
            let pointer = format!("/items/{index}");
            let links = items::check(self.place, &page, &pointer, item, self.findings);
            if let Some(first) = language.by_id.get(&item.id) {
                let first = &language.items[*first];
                let note = Note {
                    severity: Severity::Hint,
                    code: "duplicate-id",
                    message: format!(
                        "The same id stands in {} at {}; that item is shown, this one is not.",
                        first.file, first.pointer
                    ),
                    advice: "Fine when two offices publish the same item; else give it an id of its own.",
                };
                page.note(&[&pointer, "/id"].concat(), note, self.findings);
                continue;
            }
            language.by_id.insert(item.id.clone(), language.items.len());
            language.items.push(Known {
                slug: item.slug.clone(),
                file: page.file.clone(),
                pointer,
                translations: item.translations.clone(),
                related: item.related.clone(),
                aliases: item.aliases.clone(),
                links,
            });
        }
        assembly.add_page(url, feed, Vec::new())
    }

    /// What only the whole feed can tell.
    fn close(&mut self, assembly: FeedAssembly, mut language: Language) {
        let assembled = assembly.finish();
        for warning in assembled.warnings {
            // Said already, with the place of the item.
            if matches!(
                warning.warning.problem,
                FeedProblem::DuplicateId | FeedProblem::SlugChanged
            ) {
                continue;
            }
            let words = problems::words(warning.warning.problem);
            self.findings.add(Finding {
                severity: words.severity,
                file: self.place.name(&warning.url),
                pointer: warning.warning.pointer,
                line: None,
                code: words.code,
                message: words.message,
                advice: words.advice.to_owned(),
                value: None,
            });
        }
        language.slugs = assembled
            .items
            .into_iter()
            .map(|item| (item.id, item.slug))
            .collect();
        self.languages.push(language);
    }

    /// All that was read.
    pub(super) fn finish(self, summary: &mut Summary) -> Vec<Language> {
        summary.n_feed_files = self.n_files;
        summary.n_languages = self.languages.len();
        summary.n_items = self.languages.iter().map(|it| it.items.len()).sum();
        self.languages
    }
}
