//! A text and what lies beside it, as an item of a feed.
//!
//! What the text says itself wins over captions, and those over what follows from names. It refuses to publish a file that it
//! could not look into.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::captions::Captions;
use super::document::{Document, Shelf};
use super::front::Named;
use super::media::{Media, Placed, beside, is_attachment_name, is_picture_name};
use super::problem::Log;
use super::tree::{folder_of, name_of, split_tag};
use crate::publish::host::type_of;

/// What is said of a photo.
const OF_PHOTOS: [&str; 4] = ["alt", "caption", "credit", "rights"];

/// Makes an item of one document.
pub(super) struct Maker<'a, 'm> {
    pub(super) shelf: &'a Shelf<'a>,
    pub(super) captions: &'a Captions,
    pub(super) media: &'a mut Media<'m>,
}

impl Maker<'_, '_> {
    /// The item.
    pub(super) fn item(&mut self, document: &Document, log: &mut Log<'_>) -> Value {
        let front = &document.front;
        let mut item = front.item.clone();
        let mut own = front.own.clone();
        item.insert("id".to_owned(), json!(document.id()));
        item.insert("title".to_owned(), json!(document.title));
        if let Some(date) = &document.date {
            item.insert("date_published".to_owned(), json!(date));
        }
        if document.has_body() {
            let html = self.html(document, log);
            item.insert("content_html".to_owned(), json!(html));
        }
        own.entry("slug").or_insert_with(|| json!(document.slug()));
        let translations = self.shelf.translations(document);
        if !translations.is_empty() {
            own.insert("translations".to_owned(), Value::Object(translations));
        }
        if let Some(Value::Array(related)) = own.get_mut("related") {
            for name in related {
                let known = name
                    .as_str()
                    .and_then(|name| self.shelf.named(name, document));
                if let Some(known) = known {
                    *name = json!(known.id());
                }
            }
        }
        let photos = self.photos(document, log);
        let image = match &front.image {
            Some(named) => self
                .place(document, named, true, log)
                .map(|placed| json!(placed.reference)),
            None => photos.first().map(|photo| photo["url"].clone()),
        };
        item.extend(image.map(|image| ("image".to_owned(), image)));
        if !photos.is_empty() {
            own.insert("photos".to_owned(), Value::Array(photos));
        }
        let attachments = self.attachments(document, log);
        if !attachments.is_empty() {
            item.insert("attachments".to_owned(), Value::Array(attachments));
        }
        if let Some(cover) = &front.cover {
            let cover = self.photo(document, cover, log);
            let report = own.entry("report").or_insert_with(|| json!({}));
            if let (Some(report), Some(cover)) = (report.as_object_mut(), cover) {
                report.insert("cover".to_owned(), cover);
            }
        }
        item.insert("_nashra".to_owned(), Value::Object(own));
        Value::Object(item)
    }

    fn html(&mut self, document: &Document, log: &mut Log<'_>) -> String {
        let (folder, shelf) = (folder_of(&document.file.path), self.shelf);
        let is_titled = document.front.item.contains_key("title");
        let mut lead = |reference: &str, is_picture: bool, line: usize| {
            if !is_picture && reference.ends_with(".md") {
                return link(shelf, document, reference, line, log);
            }
            // A reference out of the folder is looked for as it is written, and not found.
            let path = beside(folder, reference).unwrap_or_else(|| reference.to_owned());
            let placed = self.media.publish(&path, is_picture, Some(line), log)?;
            Some(placed.reference)
        };
        document.body().to_html(is_titled, &mut lead)
    }

    fn photos(&mut self, document: &Document, log: &mut Log<'_>) -> Vec<Value> {
        let found;
        let named = match &document.front.photos {
            Some(named) => named,
            None => {
                found = self.beside(document, is_picture_name);
                &found
            }
        };
        let photos = named.iter();
        photos
            .filter_map(|named| self.photo(document, named, log))
            .collect()
    }

    /// Files that bear the text's name, or share a folder of their own with it; not those for other languages, nor those that
    /// stand in the text.
    fn beside(&self, document: &Document, is_wanted: fn(&str) -> bool) -> Vec<Named> {
        let folder = folder_of(&document.file.path);
        let pictures = document.body().pictures();
        let inside: BTreeSet<String> = pictures
            .iter()
            .filter_map(|name| beside(folder, name))
            .collect();
        let files = self.shelf.files.iter();
        let files = files.filter(|path| is_wanted(path) && !inside.contains(*path));
        let files = files.filter(|path| self.shelf.is_of(document, path));
        let files = files.filter(|path| {
            let tag = self.shelf.tag_of(path);
            is_attachment_name(path) || tag.is_none_or(|tag| tag == document.tag)
        });
        files
            .map(|path| Named {
                line: 0,
                file: ["/", path].concat(),
                fields: Map::new(),
            })
            .collect()
    }

    fn photo(&mut self, document: &Document, named: &Named, log: &mut Log<'_>) -> Option<Value> {
        let placed = self.place(document, named, true, log)?;
        let path = path_of(document, named);
        let mut photo = named.fields.clone();
        photo.insert("url".to_owned(), json!(placed.reference));
        if let Some((width, height)) = placed.size_px {
            photo.insert("width".to_owned(), json!(width));
            photo.insert("height".to_owned(), json!(height));
        }
        for field in OF_PHOTOS {
            let said = self.captions.get(&path, &document.tag, field);
            if let (Some(said), false) = (said, photo.contains_key(field)) {
                photo.insert(field.to_owned(), json!(said));
            }
        }
        Some(Value::Object(photo))
    }

    fn place(
        &mut self,
        document: &Document,
        named: &Named,
        is_picture: bool,
        log: &mut Log<'_>,
    ) -> Option<Placed> {
        let line = (named.line > 0).then_some(named.line);
        let path = path_of(document, named);
        self.media.publish(&path, is_picture, line, log)
    }

    fn attachments(&mut self, document: &Document, log: &mut Log<'_>) -> Vec<Value> {
        let found;
        let named = match &document.front.files {
            Some(named) => named,
            None => {
                found = self.beside(document, is_attachment_name);
                &found
            }
        };
        let mut attachments: Vec<Value> = Vec::new();
        for named in named {
            let Some(placed) = self.place(document, named, false, log) else {
                continue;
            };
            let path = path_of(document, named);
            let said = named.fields.get("language").and_then(Value::as_str);
            let tag = said.map(str::to_owned).or_else(|| self.shelf.tag_of(&path));
            let title = named.fields.get("title").and_then(Value::as_str);
            let title = title.or_else(|| self.captions.get(&path, &document.tag, "title"));
            let title = title.map(str::to_owned);
            let title = title.unwrap_or_else(|| self.title(document, &path, tag.as_deref()));
            let kind = type_of(&path.to_ascii_lowercase()).unwrap_or_default();
            let kind = kind.split(';').next().unwrap_or_default();
            let mut attachment = json!({
                "url": placed.reference, "mime_type": kind, "title": title, "size_in_bytes": placed.n_bytes,
            });
            if let Some(tag) = &tag {
                attachment["_nashra"] = json!({ "language": tag });
            }
            attachments.push(attachment);
        }
        // The reader's own edition first.
        attachments.sort_by_key(|it| it["_nashra"]["language"] != document.tag);
        attachments
    }

    /// What a file is called where nobody says it: an edition like the item in its language, another by the rest of its name.
    fn title(&self, document: &Document, path: &str, tag: Option<&str>) -> String {
        let stem = name_of(path).rsplit_once('.').map_or("", |(stem, _)| stem);
        let plain = match (tag, split_tag(stem)) {
            (Some(_), (plain, Some(_))) => plain,
            _ => stem,
        };
        let rest = plain.strip_prefix(&*document.file.stem).unwrap_or(plain);
        let rest = rest.trim_matches(['-', '_', ' ', '.']);
        if rest.is_empty() {
            let edition = tag.and_then(|tag| self.shelf.in_language(document, tag));
            return edition.unwrap_or(document).title.clone();
        }
        let rest = rest.replace(['-', '_'], " ");
        let mut letters = rest.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }
}

/// The page of another text.
fn link(
    shelf: &Shelf<'_>,
    document: &Document,
    reference: &str,
    line: usize,
    log: &mut Log<'_>,
) -> Option<String> {
    let name = name_of(reference);
    let found = shelf.named(name, document);
    let page = found.and_then(|found| found.page(shelf));
    if page.is_none() {
        let message = format!("This leads to no text: {name:?}.");
        let advice = match found {
            Some(_) => "Give that text a `slug:` of small Latin letters, digits and hyphens.",
            None => "Write the name of a text's file, such as 2020-09-15-joint-report.en.md.",
        };
        log.add(line, "broken-link", message, advice);
    }
    page
}

/// The path of a file that a text names.
fn path_of(document: &Document, named: &Named) -> String {
    let folder = folder_of(&document.file.path);
    beside(folder, &named.file).unwrap_or_else(|| named.file.clone())
}
