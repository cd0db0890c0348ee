//! The front matter of a text, as the fields of an item: what JSON Feed and our extension call them, and the files that it names.
//!
//! It refuses keys that nobody knows: a misspelled `embargo_until` would publish a secret.

mod reader;

use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use super::problem::Log;
use super::yaml::{Data, Node};
use reader::{Reader, Shape};

use Shape::{Each, Object, OneOf, Part, Text, TextOr, Texts, TrueOr};

/// Where a field goes in an item.
enum Place {
    /// Into the item, under this name.
    Item(&'static str),
    /// Into `_nashra`, under its own name.
    Own,
}

use Place::{Item, Own};

const FIELDS: [(&str, Place, Shape); 22] = [
    ("id", Item("id"), Text),
    ("title", Item("title"), Text),
    ("date", Item("date_published"), Shape::Moment),
    ("updated", Item("date_modified"), Shape::Moment),
    ("summary", Item("summary"), Text),
    ("tags", Item("tags"), Texts),
    ("authors", Item("authors"), Each(&AUTHOR)),
    ("external_url", Item("external_url"), Text),
    ("kind", Own, OneOf(&["release", "report"])),
    ("slug", Own, Text),
    ("direction", Own, OneOf(&["ltr", "rtl"])),
    ("label", Own, Text),
    ("event", Own, EVENT),
    ("related", Own, Texts),
    ("report", Own, REPORT),
    ("online_url", Own, Text),
    ("corrections", Own, Each(&NOTE)),
    ("embargo_until", Own, Shape::Until),
    ("withdrawn", Own, TrueOr(&NOTE)),
    ("aliases", Own, Texts),
    ("office", Own, Text),
    ("pack", Own, TrueOr(&Each(&Shape::PageNumber))),
];

const AUTHOR: Shape = TextOr("name", &[("name", Text), ("url", Text)]);
const NOTE: Shape = Object(&[("date", Shape::Moment), ("note", Text)]);
const EVENT: Shape = Object(&[
    ("start", Shape::Moment),
    ("end", Shape::Moment),
    ("time_zone", Text),
    ("venue", Text),
    ("locality", Text),
    ("country", Text),
    ("attendance", OneOf(&["in_person", "online", "mixed"])),
    ("status", OneOf(&["scheduled", "cancelled", "postponed"])),
    ("join_url", Text),
    ("recording_url", Text),
]);
const REPORT: Shape = Object(&[
    ("publishers", Texts),
    ("isbn", Text),
    ("doi", Text),
    ("issn", Text),
    ("page_progression", OneOf(&["ltr", "rtl"])),
]);
const PHOTO: &[(&str, Shape)] = &[
    ("file", Text),
    ("alt", Text),
    ("caption", Text),
    ("credit", Text),
    ("rights", Text),
    ("focus", Each(&Part)),
];
const FILE: &[(&str, Shape)] = &[("file", Text), ("title", Text), ("language", Text)];

/// Keys of files, which lie beside the text.
const FILES: [(&str, Shape); 4] = [
    ("photos", TextOr("file", PHOTO)),
    ("files", TextOr("file", FILE)),
    ("image", TextOr("file", &[("file", Text)])),
    ("cover", TextOr("file", PHOTO)),
];

/// A file that front matter names.
#[derive(Debug, PartialEq)]
pub(super) struct Named {
    pub(super) line: usize,
    /// As it is written, relative to the text.
    pub(super) file: String,
    /// What else is said of it.
    pub(super) fields: Map<String, Value>,
}

/// Front matter, read.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) item: Map<String, Value>,
    pub(super) own: Map<String, Value>,
    /// Absent where the key is: files are then found by their names.
    pub(super) photos: Option<Vec<Named>>,
    pub(super) files: Option<Vec<Named>>,
    pub(super) image: Option<Named>,
    pub(super) cover: Option<Named>,
    /// Not to be published at all.
    pub(super) is_draft: bool,
}

/// Reads front matter; moments without an offset are meant in `zone`.
pub(super) fn read(node: &Node, zone: Option<&TimeZone>, log: &mut Log<'_>) -> Front {
    let mut front = Front::default();
    if !matches!(node.data, Data::Map(_) | Data::Nothing) {
        log.add(
            node.line,
            "bad-front-matter",
            "The front matter has no fields.",
            "Write a line for each, such as `title: Our report`.",
        );
    }
    let mut reader = Reader { zone, log };
    for member in node.members() {
        let name = &*member.name;
        if name == "draft" {
            front.is_draft = member.node.text() == Some("true");
        } else if let Some((_, shape)) = FILES.iter().find(|(known, _)| *known == name) {
            let named = reader.named(member, shape);
            match name {
                "photos" => front.photos = Some(named),
                "files" => front.files = Some(named),
                "image" => front.image = named.into_iter().next(),
                _ => front.cover = named.into_iter().next(),
            }
        } else if let Some((_, place, shape)) = FIELDS.iter().find(|(known, ..)| *known == name) {
            let Some(value) = reader.value(name, &member.node, shape) else {
                continue;
            };
            match place {
                Item(name) => front.item.insert((*name).to_owned(), value),
                Own => front.own.insert(name.to_owned(), value),
            };
        } else {
            let known = FIELDS.iter().map(|(known, ..)| *known);
            let known = known.chain(FILES.iter().map(|(known, _)| *known));
            reader.unknown(member, known.chain(["draft"]));
        }
    }
    front
}

#[cfg(test)]
mod tests;
