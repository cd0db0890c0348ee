//! What was found out, written into the newsroom's feeds: sizes, previews, derivatives, covers, pages.
//!
//! What an editor wrote wins where it is a matter of choice (a preview, a cover); where it is a matter of fact (sizes) the file does.

use std::collections::HashMap;

use nashra_feed::Kind;
use serde_json::{Map, Value, json};

use super::visit::path_of;
use super::{Facts, PhotoFacts, ReportFacts};
use crate::error::PressError;
use crate::source::Source;

/// Changes the feeds and reads them again.
pub(super) fn write(source: &mut Source, facts: &Facts) -> Result<(), PressError> {
    let base = source.newsroom.base_url.as_str().to_owned();
    let mut is_changed = false;
    for language in &mut source.languages {
        let kinds: HashMap<&str, Kind> = language
            .items
            .iter()
            .map(|item| (&*item.id, item.kind))
            .collect();
        for file in language.feed_files.iter_mut().filter(|file| file.is_own) {
            let Ok(mut feed) = serde_json::from_slice::<Value>(&file.bytes) else {
                continue;
            };
            let writer = Writer {
                tag: &language.tag,
                facts,
                base: &base,
                feed_url: &file.url,
            };
            let before = feed.clone();
            let items = feed.get_mut("items").and_then(Value::as_array_mut);
            for item in items.into_iter().flatten() {
                let id = item["id"].as_str().unwrap_or_default();
                let is_report = kinds.get(id) == Some(&Kind::Report);
                writer.item(item, is_report);
            }
            if feed != before {
                file.bytes = feed.to_string().into_bytes();
                is_changed = true;
            }
        }
    }
    if is_changed {
        source.read_again()?;
    }
    Ok(())
}

struct Writer<'a> {
    /// Of the feed.
    tag: &'a str,
    facts: &'a Facts,
    base: &'a str,
    feed_url: &'a str,
}

impl Writer<'_> {
    fn item(&self, item: &mut Value, is_report: bool) {
        let mut cover = None;
        // Asked for by name: to index it mutably would write a null where there is none.
        let attachments = item.get_mut("attachments").and_then(Value::as_array_mut);
        for attachment in attachments.into_iter().flatten() {
            let found = self.attachment(attachment);
            cover = cover.or(found);
        }
        let pictures = self.pictures(item);
        let Some(item) = item.as_object_mut() else {
            return;
        };
        let is_needed = !pictures.is_empty() || (is_report && cover.is_some());
        if !item.contains_key("_nashra") && !is_needed {
            return;
        }
        let own = item.entry("_nashra").or_insert_with(|| json!({}));
        let Some(own) = own.as_object_mut() else {
            return;
        };
        for photo in own
            .get_mut("photos")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            self.photo(photo);
        }
        if !pictures.is_empty() {
            own.insert("pictures".to_owned(), Value::from(pictures));
        }
        if is_report {
            let report = own.entry("report").or_insert_with(|| json!({}));
            if let Some(report) = report.as_object_mut() {
                self.cover(report, cover);
            }
        }
    }

    fn cover(&self, report: &mut Map<String, Value>, made: Option<&ReportFacts>) {
        match (report.get_mut("cover"), made) {
            (Some(cover), _) if cover.is_object() => self.photo(cover),
            (_, Some(made)) => {
                report.extend(self.poster(made).map(|cover| ("cover".to_owned(), cover)));
            }
            _ => {}
        }
    }

    /// The first page as a picture. WebP is what all engines that run the app read; AVIF stands among the sources.
    fn poster(&self, report: &ReportFacts) -> Option<Value> {
        let widest = report
            .posters
            .iter()
            .filter(|poster| poster.mime_type == "image/webp")
            .max_by_key(|poster| poster.width_px)?;
        let sources = report.posters.iter().map(|poster| {
            json!({
                "url": self.absolute(&poster.path),
                "mime_type": poster.mime_type,
                "width": poster.width_px,
            })
        });
        Some(json!({
            "url": self.absolute(&widest.path),
            "width": widest.width_px,
            "height": widest.height_px,
            "alt": "",
            "sources": sources.collect::<Vec<_>>(),
        }))
    }

    /// Sizes and previews of `image` and `banner_image`, which have no place for them of their own.
    fn pictures(&self, item: &Value) -> Vec<Value> {
        let photos = item["_nashra"]["photos"].as_array().into_iter().flatten();
        let known: Vec<String> = photos
            .filter_map(|photo| self.path(&photo["url"]))
            .collect();
        let mut pictures: Vec<(String, Value)> = Vec::new();
        for key in ["image", "banner_image"] {
            let Some(path) = self.path(&item[key]) else {
                continue;
            };
            let is_known =
                known.contains(&path) || pictures.iter().any(|(other, _)| *other == path);
            if let (false, Some(_)) = (is_known, self.facts.photos.get(&path)) {
                let mut photo = json!({ "url": item[key] });
                self.photo(&mut photo);
                pictures.push((path, photo));
            }
        }
        pictures.into_iter().map(|(_, photo)| photo).collect()
    }

    fn photo(&self, photo: &mut Value) {
        let facts = self.path(&photo["url"]);
        let facts = facts.and_then(|path| self.facts.photos.get(&path));
        let (Some(photo), Some(facts)) = (photo.as_object_mut(), facts) else {
            return;
        };
        photo.insert("width".to_owned(), facts.width_px.into());
        photo.insert("height".to_owned(), facts.height_px.into());
        photo
            .entry("thumbhash")
            .or_insert_with(|| Value::from(&*facts.thumbhash));
        photo.insert("sources".to_owned(), self.sources(facts));
        self.words(photo, facts);
    }

    /// What the photo says of itself, where the feed says nothing. An empty description is an answer: the photo is for decoration.
    fn words(&self, photo: &mut Map<String, Value>, facts: &PhotoFacts) {
        let told = &facts.told;
        let words = [
            ("caption", told.caption(self.tag).map(str::to_owned)),
            ("alt", told.alt(self.tag).map(str::to_owned)),
            ("credit", told.credit()),
            ("rights", told.rights(self.tag).map(str::to_owned)),
        ];
        for (name, words) in words {
            let is_said = photo.get(name).is_some_and(Value::is_string);
            if let (false, Some(words)) = (is_said, words) {
                photo.insert(name.to_owned(), words.into());
            }
        }
    }

    fn sources(&self, facts: &PhotoFacts) -> Value {
        let sources = facts.sources.iter().map(|made| {
            json!({
                "url": self.absolute(&facts.path(made)),
                "mime_type": made.mime_type,
                "width": made.width_px,
            })
        });
        sources.collect()
    }

    /// Facts of a file; what was made of it, where it is a report.
    fn attachment(&self, attachment: &mut Value) -> Option<&ReportFacts> {
        let path = self.path(&attachment["url"])?;
        let attachment = attachment.as_object_mut()?;
        if let Some(size) = self.facts.sizes.get(&path) {
            attachment.insert("size_in_bytes".to_owned(), (*size).into());
        }
        let report = self.facts.reports.get(&path)?;
        let own = attachment.entry("_nashra").or_insert_with(|| json!({}));
        if let Some(own) = own.as_object_mut() {
            own.insert("page_count".to_owned(), report.n_pages.into());
            own.insert("sha256".to_owned(), Value::from(&*report.sha256));
            own.entry("pages")
                .or_insert_with(|| Value::from(self.absolute(&report.pages_path())));
        }
        Some(report)
    }

    fn path(&self, value: &Value) -> Option<String> {
        path_of(value.as_str()?, self.feed_url, self.base)
    }

    fn absolute(&self, path: &str) -> String {
        [self.base, path].concat()
    }
}
