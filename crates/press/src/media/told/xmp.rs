//! XMP (ISO 16684-1) as far as captions go: Dublin Core's `description`, `creator` and `rights`, Photoshop's `Credit`, and IPTC's text for
//! those who do not see the photo.
//!
//! It goes by the prefixes that the standard prefers, which all programs write, and refuses to look at other fields.

use quick_xml::encoding::Decoder;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Told;

/// A field that is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Caption,
    Alt,
    Rights,
    Creator,
    CreditLine,
}

fn field(name: &[u8]) -> Option<Field> {
    Some(match name {
        b"dc:description" => Field::Caption,
        b"dc:creator" => Field::Creator,
        b"dc:rights" => Field::Rights,
        b"photoshop:Credit" => Field::CreditLine,
        b"Iptc4xmpCore:AltTextAccessibility" => Field::Alt,
        _ => return None,
    })
}

/// What a packet says; of one that breaks off, what stands before.
pub(super) fn read(packet: &str) -> Told {
    let mut told = Told::default();
    let mut reader = Reader::from_str(packet);
    let decoder = reader.decoder();
    let mut open: Option<Field> = None;
    let mut language = String::new();
    let mut text = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(start) => {
                if let Some(field) = field(start.name().as_ref()) {
                    open = Some(field);
                    language.clear();
                    text.clear();
                } else if start.name().as_ref() == b"rdf:li" {
                    language = language_of(&start, decoder);
                    text.clear();
                }
                attributes(&start, decoder, &mut told);
            }
            Event::Empty(start) => attributes(&start, decoder, &mut told),
            Event::Text(part) if open.is_some() => {
                text.push_str(&part.decode().unwrap_or_default());
            }
            Event::GeneralRef(entity) if open.is_some() => text.extend(character(&entity)),
            Event::End(end) => {
                let is_end = field(end.name().as_ref()).is_some();
                if let Some(field) = open.filter(|_| is_end || end.name().as_ref() == b"rdf:li") {
                    put(&mut told, field, &language, &text);
                    text.clear();
                }
                if is_end {
                    open = None;
                }
            }
            _ => {}
        }
    }
    told
}

/// A field of one plain text may be written as an attribute.
fn attributes(start: &BytesStart<'_>, decoder: Decoder, told: &mut Told) {
    for attribute in start.attributes().flatten() {
        if let (Some(field), Ok(value)) = (
            field(attribute.key.as_ref()),
            attribute.decoded_and_normalized_value(XmlVersion::Implicit1_0, decoder),
        ) {
            put(told, field, "", &value);
        }
    }
}

fn language_of(start: &BytesStart<'_>, decoder: Decoder) -> String {
    let language = start.try_get_attribute("xml:lang").ok().flatten();
    let language = language.and_then(|it| {
        Some(
            it.decoded_and_normalized_value(XmlVersion::Implicit1_0, decoder)
                .ok()?
                .into_owned(),
        )
    });
    language
        .filter(|language| language != "x-default")
        .unwrap_or_default()
}

fn character(entity: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        return Some(character);
    }
    resolve_predefined_entity(&entity.decode().ok()?)?
        .chars()
        .next()
}

fn put(told: &mut Told, field: Field, language: &str, text: &str) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let texts = match field {
        Field::Creator => return told.creators.push(text.to_owned()),
        Field::CreditLine => {
            told.credit_line = Some(text.to_owned());
            return;
        }
        Field::Caption => &mut told.captions,
        Field::Alt => &mut told.alts,
        Field::Rights => &mut told.rights,
    };
    texts
        .entry(language.to_owned())
        .or_insert_with(|| text.to_owned());
}
