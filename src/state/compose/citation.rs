//! How an item is cited: APA (7th edition, section 10.4, reports and press releases), BibTeX and RIS; and a report's numbers.

use std::borrow::Cow;

use nashra_feed::{Item, Kind};

use super::Composer;
use super::catalogue::Entry;
use crate::state::page_data::{CitationData, FactData};

impl Composer<'_> {
    /// `None` for what has no title to cite, or was withdrawn. Releases are cited where they were published: a live page, which is
    /// there until then, leaves them out (`docs/decisions/0017-beside-an-item.md`).
    pub(super) fn citation_of(&self, entry: Entry<'_>) -> Option<CitationData> {
        let item = entry.item;
        let is_report = item.kind == Kind::Report;
        let is_left_out = if cfg!(feature = "ssr") {
            item.withdrawn.is_some()
        } else {
            !is_report
        };
        let title = item.title.as_deref().filter(|_| !is_left_out)?;
        let report = item.report.as_ref();
        let publishers = report
            .map(|report| report.publishers.clone())
            .unwrap_or_default();
        let publisher = if publishers.is_empty() {
            self.newsroom.publisher.clone()
        } else {
            self.locale.formats.list(&publishers)
        };
        let year = item
            .date()
            .map(|moment| moment.written_day().0.to_string())
            .unwrap_or_default();
        let doi = report.and_then(|report| report.doi.clone());
        let url = match (&doi, &item.url) {
            (Some(doi), _) => ["https://doi.org/", doi].concat(),
            (None, Some(url)) => url.as_str().to_owned(),
            (None, None) => self.absolute(&self.path_of(entry)),
        };
        // A release is of a day, and says what it is: its title does not.
        let (day, shown_title) = if is_report {
            (None, Cow::Borrowed(title))
        } else {
            let day = item.date().and_then(|moment| self.short_date(moment));
            let title = [title, " [", &self.kind_of(item), "]"].concat();
            (day, Cow::Owned(title))
        };
        let isbn = report.and_then(|report| report.isbn.clone());
        // Isolated, so that its slashes keep their places in a right-to-left line; copying leaves the marks out.
        let shown_url = nashra_l10n::isolate(&url);
        // The reader's digits; programs get those of ASCII.
        let shown_year = match &day {
            // "2020, September 15", where a language writes the year last and behind a comma.
            Some(day) => match day.text.strip_suffix(&*[", ", &year].concat()) {
                Some(day) => [&*year, ", ", day].concat(),
                None => day.text.clone(),
            },
            None => self.locale.digits.digits(&year),
        };
        let apa = [
            &*publisher,
            " (",
            &shown_year,
            "). ",
            &*shown_title,
            ". ",
            &shown_url,
        ]
        .concat();
        let key = [&*item.slug, &year].concat();
        let bib = |name: &str, value: &str| {
            let value: String = value
                .chars()
                .filter(|character| !matches!(character, '{' | '}'))
                .collect();
            ["  ", name, " = {", &value, "},\n"].concat()
        };
        // Neither BibTeX nor RIS knows press releases; BibTeX's `organization` is not taken for a person's name, as `author` would be.
        let (kind, publisher_name, ris_kind) = if is_report {
            ("@techreport{", "institution", "TY  - RPRT\n")
        } else {
            ("@misc{", "organization", "TY  - GEN\n")
        };
        let mut bibtex = [kind, &key, ",\n"].concat();
        let mut ris = String::from(ris_kind);
        let day = day.as_ref().and_then(|day| day.iso.get(..10));
        let tag = |name: &str, value: &str| [name, "  - ", value, "\n"].concat();
        for (bib_name, ris_name, value) in [
            ("title", "TI", Some(title)),
            (publisher_name, "PB", Some(&*publisher)),
            ("year", "PY", Some(&*year).filter(|year| !year.is_empty())),
            ("isbn", "SN", isbn.as_deref()),
            ("doi", "DO", doi.as_deref()),
            (
                "language",
                "LA",
                Some(
                    item.language
                        .as_deref()
                        .unwrap_or(self.catalogue.tag(entry.language).as_str()),
                ),
            ),
            ("url", "UR", Some(&*url)),
        ] {
            if let Some(value) = value {
                bibtex.push_str(&bib(bib_name, value));
                ris.push_str(&tag(ris_name, value));
            }
        }
        if let Some(day) = day {
            bibtex.push_str(&bib("date", day));
            ris.push_str(&tag("DA", &day.replace('-', "/")));
        }
        bibtex.push_str("}\n");
        ris.push_str("ER  - \n");
        Some(CitationData { apa, bibtex, ris })
    }

    /// Publishers and numbers of a report.
    pub(super) fn facts_of(&self, item: &Item) -> Vec<FactData> {
        let Some(report) = &item.report else {
            return Vec::new();
        };
        let publishers =
            (!report.publishers.is_empty()).then(|| self.locale.formats.list(&report.publishers));
        [
            ("report.publishers", publishers),
            ("report.isbn", report.isbn.clone()),
            ("report.issn", report.issn.clone()),
            ("report.doi", report.doi.clone()),
        ]
        .into_iter()
        .filter_map(|(key, text)| {
            Some(FactData {
                term: self.locale.text(key),
                text: text?,
            })
        })
        .collect()
    }
}
