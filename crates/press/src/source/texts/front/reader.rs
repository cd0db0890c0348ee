//! Values of front matter as JSON, each by the shape that its field has. It refuses what does not fit, with the line, and goes on behind it.

use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use super::Named;
use crate::source::texts::moment::{self, MomentError};
use crate::source::texts::problem::Log;
use crate::source::texts::yaml::{Data, Member, Node};

/// What a field may hold.
pub(super) enum Shape {
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A day or a moment.
    Moment,
    /// A moment; a day is its first one.
    Until,
    /// A number from 0 to 1.
    Part,
    /// A whole number from 1.
    PageNumber,
    /// One text or a list of them.
    Texts,
    /// One or a list.
    Each(&'static Shape),
    Object(&'static [(&'static str, Shape)]),
    /// A text stands for an object with this member alone.
    TextOr(&'static str, &'static [(&'static str, Shape)]),
    /// `true`, or an object.
    TrueOr(&'static Shape),
}

use Shape::{Each, Object, OneOf, Part, TextOr, Texts, TrueOr};

/// Reads values into one log.
pub(super) struct Reader<'a, 'l> {
    /// What moments without an offset are meant in.
    pub(super) zone: Option<&'a TimeZone>,
    pub(super) log: &'a mut Log<'l>,
}

impl Reader<'_, '_> {
    /// The files that a field names.
    pub(super) fn named(&mut self, member: &Member, shape: &'static Shape) -> Vec<Named> {
        let mut all = Vec::new();
        for node in member.node.each() {
            let Some(Value::Object(mut fields)) = self.value(&member.name, node, shape) else {
                continue;
            };
            match fields.remove("file") {
                Some(Value::String(file)) => all.push(Named {
                    line: node.line,
                    file,
                    fields,
                }),
                _ => self.log.add(
                    node.line,
                    "bad-front-matter",
                    format!("An entry of `{}` names no file.", member.name),
                    "Add `file:` with the name of a file beside the text.",
                ),
            }
        }
        all
    }

    /// A field's value; what it cannot be is noted.
    pub(super) fn value(
        &mut self,
        name: &str,
        node: &Node,
        shape: &'static Shape,
    ) -> Option<Value> {
        if matches!(node.data, Data::Nothing) {
            return None;
        }
        match shape {
            Shape::Text => self.text(name, node).map(Value::from),
            Texts => {
                let texts = node.each().iter();
                let texts: Vec<Value> = texts
                    .filter_map(|node| self.text(name, node).map(Value::from))
                    .collect();
                Some(Value::from(texts))
            }
            OneOf(words) => {
                let text = self.text(name, node)?;
                let word = words.iter().find(|word| **word == text);
                if word.is_none() {
                    let words = words.join(", ");
                    let message = format!("`{name}` cannot be {text:?}.");
                    let advice = format!("Write one of: {words}.");
                    self.log.add(node.line, "bad-front-matter", message, advice);
                }
                word.map(|word| Value::from(*word))
            }
            Shape::Moment | Shape::Until => {
                let text = self.text(name, node)?;
                let moment = match shape {
                    Shape::Until => moment::read_exact(&text, self.zone),
                    _ => moment::read(&text, self.zone),
                };
                match moment {
                    Ok(moment) => return Some(Value::from(moment)),
                    Err(MomentError::NoDate) => self.log.add(
                        node.line,
                        "bad-date",
                        format!("`{name}` is no date: {text:?}."),
                        "Write it as 2020-09-15, or as 2020-09-15 16:00.",
                    ),
                    Err(MomentError::NoZone) => self.log.add(
                        node.line,
                        "no-time-zone",
                        format!("Nobody says in which time zone {text:?} is meant."),
                        "Write `time_zone:` into newsroom.yaml, such as Europe/Istanbul.",
                    ),
                }
                None
            }
            Part => {
                let text = self.text(name, node)?;
                let part = text.parse::<f64>().ok();
                let part = part.filter(|part| (0.0..=1.0).contains(part));
                if part.is_none() {
                    let message = format!("`{name}` cannot be {text:?}.");
                    let advice = "Write two numbers from 0 to 1, such as [0.5, 0.3].";
                    self.log.add(node.line, "bad-front-matter", message, advice);
                }
                part.map(Value::from)
            }
            Shape::PageNumber => {
                let text = self.text(name, node)?;
                let number = text.parse::<u32>().ok().filter(|number| *number > 0);
                if number.is_none() {
                    let message = format!("`{name}` cannot be {text:?}.");
                    let advice = "Write `true`, or numbers of pages such as [1, 2, 7].";
                    self.log.add(node.line, "bad-front-matter", message, advice);
                }
                number.map(Value::from)
            }
            Each(shape) => {
                let values = node.each().iter();
                Some(
                    values
                        .filter_map(|node| self.value(name, node, shape))
                        .collect(),
                )
            }
            Object(fields) => self.object(name, node, fields),
            TextOr(member, fields) => match node.text() {
                Some(text) => {
                    let member = ((*member).to_owned(), Value::from(text));
                    Some(Value::Object(Map::from_iter([member])))
                }
                None => self.object(name, node, fields),
            },
            TrueOr(shape) => match node.text() {
                Some("true") => Some(Value::Bool(true)),
                Some("false") => None,
                _ => self.value(name, node, shape),
            },
        }
    }

    fn text(&mut self, name: &str, node: &Node) -> Option<String> {
        let text = node.text();
        if text.is_none() {
            self.log.add(
                node.line,
                "bad-front-matter",
                format!("`{name}` has to be a text."),
                "Write it in one line behind the colon; put quotes around a text that holds a colon.",
            );
        }
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn object(
        &mut self,
        name: &str,
        node: &Node,
        fields: &'static [(&'static str, Shape)],
    ) -> Option<Value> {
        if !matches!(node.data, Data::Map(_)) {
            let message = format!("`{name}` has to have fields of its own.");
            let first = fields.first().map_or("", |(name, _)| name);
            let advice = format!("Write them below it, further in, such as `  {first}: …`.");
            self.log.add(node.line, "bad-front-matter", message, advice);
            return None;
        }
        // An event's times are those of its place.
        let zone = node.members().iter().find(|it| it.name == "time_zone");
        let own = zone.and_then(|it| self.zone_of(it));
        let mut inner = Reader {
            zone: own.as_ref().or(self.zone),
            log: &mut *self.log,
        };
        let mut object = Map::new();
        for member in node.members() {
            match fields.iter().find(|(known, _)| *known == member.name) {
                Some((known, shape)) => {
                    let value = inner.value(known, &member.node, shape);
                    object.extend(value.map(|value| ((*known).to_owned(), value)));
                }
                None => inner.unknown(member, fields.iter().map(|(known, _)| *known)),
            }
        }
        Some(Value::Object(object))
    }

    fn zone_of(&mut self, member: &Member) -> Option<TimeZone> {
        let name = member.node.text()?;
        let zone = TimeZone::get(name).ok();
        if zone.is_none() {
            self.log.add(
                member.line,
                "unknown-time-zone",
                format!("There is no time zone {name:?}."),
                "Write a name of the IANA database, such as Europe/Istanbul.",
            );
        }
        zone
    }

    /// Notes a field that nobody knows.
    pub(super) fn unknown<'k>(&mut self, member: &Member, known: impl Iterator<Item = &'k str>) {
        let known: Vec<&str> = known.collect();
        let name = &member.name;
        self.log.add(
            member.line,
            "unknown-field",
            format!("There is no field `{name}`."),
            format!(
                "Correct its name, or take it out; known are: {}.",
                known.join(", ")
            ),
        );
    }
}
