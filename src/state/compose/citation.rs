//! How a report is cited: APA (7th edition, section 10.4, reports), BibTeX and RIS; and its numbers.

use nashra_feed::{Item, Kind};

use super::Composer;
use super::catalogue::Entry;
use crate::state::page_data::{CitationData, FactData};

impl Composer<'_> {
    /// `None` for what is no report or has no title to cite.
    pub(super) fn citation_of(&self, entry: Entry<'_>) -> Option<CitationData> {
        let item = entry.item;
        let title = item
            .title
            .as_deref()
            .filter(|_| item.kind == Kind::Report)?;
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
        let isbn = report.and_then(|report| report.isbn.clone());
        // Isolated, so that its slashes keep their places in a right-to-left line; copying leaves the marks out.
        let shown_url = nashra_l10n::isolate(&url);
        // The reader's digits; programs get those of ASCII.
        let shown_year = self.locale.digits.digits(&year);
        let apa = [
            &*publisher,
            " (",
            &shown_year,
            "). ",
            title,
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
        let mut bibtex = ["@techreport{", &key, ",\n"].concat();
        let mut ris = String::from("TY  - RPRT\n");
        let tag = |name: &str, value: &str| [name, "  - ", value, "\n"].concat();
        for (bib_name, ris_name, value) in [
            ("title", "TI", Some(title)),
            ("institution", "PB", Some(&*publisher)),
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
