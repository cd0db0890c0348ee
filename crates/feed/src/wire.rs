//! The files as written: every known field, read leniently and on its own, with a warning for what is not of its
//! type. Refuses to decide what a value means: that is `read`'s.
//!
//! What a file may hold is a table ([`Shape`]) that one small function walks, rather than a type for each object:
//! measured in wasm after brotli, reading a feed and `site.json` took about 11 KB less than with a type and a generic
//! reader for each.
//! `null` stands for nothing, silently, as feeds write it so.

mod feed;
mod site;

pub(crate) use feed::{FEED, ITEM};
pub(crate) use site::SITE;

use std::borrow::Cow;

use crate::json::{JsonKind, JsonSource, whole};
use crate::pointer::Path;
use crate::warnings::{FeedProblem, Log};

/// What may be written in a place.
pub(crate) enum Shape {
    /// A string.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Bool,
    /// A string, or a whole number read as one (JSON Feed 1.1, items, `id`).
    Id,
    /// An array.
    List(&'static Shape),
    /// An array, or its only element without the brackets.
    OneOrMany(&'static Shape),
    /// An object whose keys are data, such as languages.
    Map(&'static Shape),
    /// A string, or something else.
    TextOr(&'static Shape),
    /// `true` or `false`, or something else.
    BoolOr(&'static Shape),
    /// Something whose presence counts even where its type is wrong.
    Noted(&'static Shape),
    /// An object of known keys.
    Object(&'static [(&'static str, Shape)]),
    /// Something known that nobody needs here.
    Passed,
}

/// What only who publishes needs to read: a browser knows the key, and passes over it.
const fn published(shape: Shape) -> Shape {
    if cfg!(feature = "native") {
        shape
    } else {
        Shape::Passed
    }
}

/// What is written in a place: only what its shape allows.
pub(crate) enum Value {
    /// Nothing, `null`, or something that was left out with a warning.
    Nothing,
    /// Something of the wrong type in a place where its presence counts.
    Unreadable,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array. What was left out leaves a gap, so that positions stay those of the file.
    List(Vec<Value>),
    /// An object, without what is nothing.
    Object(Vec<(Cow<'static, str>, Value)>),
}

impl Value {
    /// Whether there is nothing to read.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// Reads a value of a certain shape.
pub(crate) fn read<S: JsonSource>(
    source: &S,
    shape: &Shape,
    path: &Path<'_>,
    log: &mut Log,
) -> Value {
    let kind = source.kind();
    let expected = match shape {
        Shape::Passed => return Value::Nothing,
        Shape::Text => JsonKind::String,
        Shape::Bool => JsonKind::Bool,
        Shape::Number => JsonKind::Number,
        Shape::List(_) => JsonKind::Array,
        Shape::Object(_) | Shape::Map(_) => JsonKind::Object,
        Shape::Id => match source.as_f64().and_then(whole) {
            Some(number) => return Value::Text(number.to_string()),
            None => JsonKind::String,
        },
        Shape::OneOrMany(of) => {
            if kind == JsonKind::Array {
                return read(source, &Shape::List(of), path, log);
            }
            return Value::List(vec![read(source, of, path, log)]);
        }
        Shape::TextOr(_) if kind == JsonKind::String => JsonKind::String,
        Shape::TextOr(of) => return read(source, of, path, log),
        Shape::BoolOr(_) if kind == JsonKind::Bool => JsonKind::Bool,
        Shape::BoolOr(of) => return read(source, of, path, log),
        Shape::Noted(of) => {
            return match read(source, of, path, log) {
                Value::Nothing => Value::Unreadable,
                value => value,
            };
        }
    };
    if kind != expected {
        log.add(path, FeedProblem::WrongType { expected });
        return Value::Nothing;
    }
    match kind {
        JsonKind::String => source.as_string().map_or(Value::Nothing, Value::Text),
        JsonKind::Number => source.as_f64().map_or(Value::Nothing, Value::Number),
        JsonKind::Bool => source.as_bool().map_or(Value::Nothing, Value::Bool),
        JsonKind::Array => {
            let mut elements = Vec::new();
            for index in 0..source.len() {
                elements.push(match (shape, source.at(index)) {
                    (Shape::List(of), Some(element)) => read(&element, of, &path.index(index), log),
                    _ => Value::Nothing,
                });
            }
            Value::List(elements)
        }
        _ => Value::Object(members(source, shape, path, log)),
    }
}

/// The members of an object that are something, sorted by key.
fn members<S: JsonSource>(
    source: &S,
    shape: &Shape,
    path: &Path<'_>,
    log: &mut Log,
) -> Vec<(Cow<'static, str>, Value)> {
    let mut members: Vec<(Cow<'static, str>, Value)> = Vec::new();
    source.each_member(&mut |key, value| {
        let known = match shape {
            Shape::Map(of) => Some((Cow::Owned(key.to_owned()), *of)),
            Shape::Object(known) => {
                let known = known.iter().find(|(name, _)| *name == key);
                known.map(|(name, shape)| (Cow::Borrowed(*name), shape))
            }
            _ => None,
        };
        let path = path.key(key);
        match known {
            Some(_) if value.kind() == JsonKind::Null => {}
            Some((name, shape)) => match read(&value, shape, &path, log) {
                Value::Nothing => {}
                value => members.push((name, value)),
            },
            // Keys of other extensions begin with an underscore and are none of our business.
            None if key.starts_with('_') => {}
            None => log.add(&path, FeedProblem::UnknownKey),
        }
    });
    // In order, because objects have none: what is read must not depend on who parsed the file.
    members.sort_by(|a, b| a.0.cmp(&b.0));
    members
}
