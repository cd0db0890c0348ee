//! The page of an item, in its own language or lent to one that lacks it.

use nashra_feed::Item;
use nashra_l10n::LanguageTag;

use super::catalogue::{Entry, Translation};
use super::{Composer, SUMMARY_LENGTH, cut, shelf_of, title_of};
use crate::route::{Page, Route};
use crate::state::page_data::{
    AlternateData, Content, ItemData, LanguageLinkData, LoanData, PageData,
};

impl Composer<'_> {
    /// The page of `entry`, which stands in this composer's language or is lent to it.
    pub fn item_page(&self, entry: Entry<'_>) -> PageData {
        let item = entry.item;
        let text = self.text_of(item);
        let related = self.related_of(entry);
        let loan = (entry.language != self.language).then(|| self.loan_of(entry));
        let topics_in = self.catalogue.tag(entry.language);
        let data = ItemData {
            id: item.id.clone(),
            url: self.absolute(&self.path_of(entry)),
            shelf: shelf_of(item).segment().to_owned(),
            language: self.foreign_language(entry),
            direction: self.direction_of(entry, &text),
            // A label of the item's own is in the item's language; a borrowed one says what it is in the reader's.
            label: if loan.is_some() {
                self.kind_of(item)
            } else {
                self.label_of(item)
            },
            title: item.title.clone(),
            published: item.date().and_then(|moment| self.full_date(moment)),
            updated: item
                .modified
                .and_then(|moment| self.updated_date(item.date(), moment)),
            lead: self.lead_of(item),
            body: self.body_of(item),
            event: self.event_of(entry),
            attachments: self.attachments_of(entry, &related),
            photos: item
                .photos
                .iter()
                .map(|photo| self.photo_data(photo))
                .collect(),
            topics: item
                .tags
                .iter()
                .map(|tag| self.topic(tag, topics_in))
                .collect(),
            corrections: item
                .corrections
                .iter()
                .map(|note| self.note(note))
                .collect(),
            withdrawn: item.withdrawn.as_ref().map(|note| self.note(note)),
            citation: self.citation_of(entry),
            facts: self.facts_of(item),
            related: related.into_iter().map(|entry| self.card(entry)).collect(),
            external_url: self.source_of(item),
            links: Vec::new(),
            loan,
        };
        let canonical = (entry.language != self.language)
            .then(|| self.original_of(entry))
            .map(|(_, path)| path);
        PageData {
            path: self.path_of(entry),
            title: self.document_title(&title_of(item, &text)),
            description: item
                .summary
                .clone()
                .or_else(|| (!text.is_empty()).then(|| cut(&text, SUMMARY_LENGTH))),
            canonical,
            alternates: self.alternates_of(entry, false),
            content: Content::Item(data),
        }
    }

    /// Where the item is about something elsewhere, or where all of it stands that the feed did not bring; `None` where its
    /// text leads there already.
    fn source_of(&self, item: &Item) -> Option<String> {
        let elsewhere = item.external_url.as_ref().map(|link| link.as_str());
        let elsewhere = elsewhere.filter(|url| !self.links_to(item, url));
        let original = item.url.as_ref().map(|url| url.as_str());
        let original =
            original.filter(|url| item.content.is_none() && !url.starts_with(self.base_url));
        elsewhere.or(original).map(str::to_owned)
    }

    /// Items that belong with this one, in the language of the page where they have it.
    fn related_of(&self, entry: Entry<'_>) -> Vec<Entry<'_>> {
        let related = self.catalogue.related(entry);
        let here = related.filter_map(|entry| self.catalogue.in_language(entry, self.language));
        here.map(|place| place.entry).collect()
    }

    /// The item's page in each language, those that only borrow the item among them; or, where `is_read`, the page on which its report is
    /// read: where another language has no file for that, its item stands in, as if borrowed.
    pub(super) fn alternates_of(&self, entry: Entry<'_>, is_read: bool) -> Vec<AlternateData> {
        let places = self.catalogue.everywhere(entry);
        let alternates = places.map(|place| {
            let is_read_there = is_read && self.readable(place.entry.item).is_some();
            AlternateData {
                tag: self.catalogue.tag(place.language).as_str().to_owned(),
                path: self.path_in(&place, is_read_there),
                is_loan: place.is_loan || is_read_there != is_read,
            }
        });
        alternates.collect()
    }

    fn path_in(&self, place: &Translation<'_>, is_read: bool) -> String {
        let (shelf, slug) = (shelf_of(place.entry.item), place.entry.slug.to_owned());
        let page = if is_read {
            Page::Read { shelf, slug }
        } else {
            Page::Item { shelf, slug }
        };
        Route::new(self.catalogue.tag(place.language), page).path(self.prefix)
    }

    /// The page of a loan in the language that it comes from.
    fn original_of(&self, entry: Entry<'_>) -> (&LanguageTag, String) {
        let tag = self.catalogue.tag(entry.language);
        let place = self.catalogue.in_language(entry, entry.language);
        let path = place.map_or_else(|| self.path_of(entry), |place| self.path_in(&place, false));
        (tag, path)
    }

    /// What a reader is told of an item that their language lacks.
    fn loan_of(&self, entry: Entry<'_>) -> LoanData {
        let messages = &self.locale.messages;
        let in_language =
            |tag: &LanguageTag| messages.find(&["language.in.", tag.language()].concat());
        let shown = self.catalogue.tag(entry.language);
        let (here, there) = (in_language(&self.locale.tag), in_language(shown));
        let title = match here {
            Some(here) => self
                .locale
                .fill("release.notAvailableIn", &[("inLanguage", here)]),
            None => self.locale.text("release.notAvailableInThisLanguage"),
        };
        let text = here.zip(there).map(|(here, there)| {
            let values = [("inLanguage", here), ("shownInLanguage", there)];
            self.locale.fill("release.missingTranslation", &values)
        });
        let places = self.catalogue.everywhere(entry);
        let languages = places.filter(|place| !place.is_loan).map(|place| {
            let tag = self.catalogue.tag(place.language).as_str();
            let mut known = self.newsroom.languages.iter();
            let language = known.find(|language| language.tag == tag);
            LanguageLinkData {
                tag: tag.to_owned(),
                name: language.map_or(tag, |language| &language.name).to_owned(),
                direction: language
                    .map_or("ltr", |language| &language.direction)
                    .to_owned(),
                path: self.path_in(&place, false),
            }
        });
        LoanData {
            title,
            text,
            languages: languages.collect(),
        }
    }
}
