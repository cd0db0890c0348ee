//! A feed's file as text, of which only what changes is written anew.
//!
//! Whoever keeps a newsroom under version control sees what an import did and nothing else. It refuses to reorder, reindent or
//! respell what it does not change.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::fields::{EXTENSION, of_extension};

/// A feed's text with the places of its items.
pub(super) struct FeedText<'a> {
    text: &'a str,
    /// Where the list of items stands, from bracket to bracket.
    list: &'a str,
    /// Items as they are written, and as they are meant.
    pub(super) items: Vec<(&'a RawValue, Value)>,
}

/// What to do to a feed's text.
#[derive(Default, Debug)]
pub(super) struct Edits {
    /// New items, to stand before all others.
    pub(super) new: Vec<Vec<(&'static str, Value)>>,
    /// Changes to items, by their place in the list.
    pub(super) changed: Vec<(usize, Vec<Change>)>,
}

/// One field, and its new value; `None` takes it out.
pub(super) type Change = (String, Option<Value>);

#[derive(Deserialize)]
struct Feed<'a> {
    #[serde(borrow)]
    items: &'a RawValue,
}

/// An object's members in the order of the text.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Members<'de>, M::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry::<String, &'de RawValue>()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

impl<'a> FeedText<'a> {
    /// Finds the items in a feed's text.
    pub(super) fn read(text: &'a str) -> Result<Self, serde_json::Error> {
        let feed: Feed<'a> = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
        let list = feed.items.get();
        let raw: Vec<&'a RawValue> = serde_json::from_str(list)?;
        let items = raw.into_iter().map(|raw| {
            let value = serde_json::from_str(raw.get())?;
            Ok((raw, value))
        });
        Ok(Self {
            text,
            list,
            items: items.collect::<Result<_, serde_json::Error>>()?,
        })
    }

    /// The text with `edits` made.
    pub(super) fn with(&self, edits: &Edits) -> String {
        let mut out = String::with_capacity(self.text.len());
        let list_at = self.place(self.list) + 1;
        out.push_str(&self.text[..list_at]);
        for (at, item) in edits.new.iter().enumerate() {
            let is_last = at + 1 == edits.new.len() && self.items.is_empty();
            out.push_str("\n    ");
            out.push_str(&written(item));
            out.push_str(if is_last { "\n  " } else { "," });
        }
        let mut from = list_at;
        for (at, changes) in &edits.changed {
            let Some((raw, _)) = self.items.get(*at) else {
                continue;
            };
            let start = self.place(raw.get());
            out.push_str(&self.text[from..start]);
            out.push_str(&changed(raw, changes));
            from = start + raw.get().len();
        }
        out.push_str(&self.text[from..]);
        out
    }

    /// Where a part of the text stands in it.
    fn place(&self, part: &str) -> usize {
        part.as_ptr() as usize - self.text.as_ptr() as usize
    }
}

/// A new item.
fn written(fields: &[(&'static str, Value)]) -> String {
    let plain = fields
        .iter()
        .filter(|(name, _)| of_extension(name).is_none());
    let mut members: Vec<(String, String)> = plain
        .map(|(name, value)| ((*name).to_owned(), pretty(value, 6)))
        .collect();
    let own = fields.iter().filter_map(|(name, value)| {
        let name = of_extension(name)?;
        Some((name.to_owned(), pretty(value, 8)))
    });
    let own: Vec<(String, String)> = own.collect();
    if !own.is_empty() {
        members.push((EXTENSION.to_owned(), object(&own, 6)));
    }
    object(&members, 4)
}

/// An item with some of its fields changed; the others are kept to the letter.
fn changed(raw: &RawValue, changes: &[Change]) -> String {
    let (own, plain): (Vec<_>, Vec<_>) = changes
        .iter()
        .map(|(name, value)| (&**name, value.as_ref()))
        .partition(|(name, _)| of_extension(name).is_some());
    let own: Vec<_> = own
        .into_iter()
        .filter_map(|(name, value)| Some((of_extension(name)?, value)))
        .collect();
    let mut members = members_of(raw.get());
    apply(&mut members, &plain, 6);
    if !own.is_empty() {
        let extension = members.iter_mut().find(|(name, _)| name == EXTENSION);
        let mut inner = extension
            .as_ref()
            .map_or(Vec::new(), |(_, text)| members_of(text));
        apply(&mut inner, &own, 8);
        let text = object(&inner, 6);
        match extension {
            Some((_, old)) => *old = text,
            None => members.push((EXTENSION.to_owned(), text)),
        }
        if inner.is_empty() {
            members.retain(|(name, _)| name != EXTENSION);
        }
    }
    object(&members, 4)
}

fn members_of(text: &str) -> Vec<(String, String)> {
    let members: Option<Members<'_>> = serde_json::from_str(text).ok();
    let members = members.map_or(Vec::new(), |members| members.0);
    let owned = members
        .into_iter()
        .map(|(name, raw)| (name, raw.get().to_owned()));
    owned.collect()
}

fn apply(members: &mut Vec<(String, String)>, changes: &[(&str, Option<&Value>)], indent: usize) {
    for (name, value) in changes {
        let at = members.iter().position(|(known, _)| known == name);
        match (at, value) {
            (Some(at), Some(value)) => members[at].1 = pretty(value, indent),
            (None, Some(value)) => members.push(((*name).to_owned(), pretty(value, indent))),
            (Some(at), None) => drop(members.remove(at)),
            (None, None) => {}
        }
    }
}

fn object(members: &[(String, String)], indent: usize) -> String {
    let space = " ".repeat(indent);
    let lines = members
        .iter()
        .map(|(name, text)| format!("{space}  {}: {text}", Value::from(name.as_str())));
    let lines: Vec<String> = lines.collect();
    format!("{{\n{}\n{space}}}", lines.join(",\n"))
}

/// A value on several lines where it has parts, as far in as what it stands in.
fn pretty(value: &Value, indent: usize) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.replace('\n', &format!("\n{}", " ".repeat(indent)))
}

#[cfg(test)]
mod tests;
