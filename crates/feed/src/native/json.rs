//! Parsed JSON that borrows its texts from the file. Refuses to be written or changed: it is read once and dropped.
//!
//! Not `serde_json::Value`, which copies every text and every key: reading a feed of 8 MiB took half as long again with it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::json::{JsonKind, JsonSource};

/// A JSON value. Texts without escapes are those of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Json<'a>>),
    /// An object: members in the order of their names, of a name that was written twice the last one, as
    /// `JSON.parse` has it.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl JsonSource for &Json<'_> {
    fn kind(&self) -> JsonKind {
        match self {
            Json::Null => JsonKind::Null,
            Json::Bool(_) => JsonKind::Bool,
            Json::Number(_) => JsonKind::Number,
            Json::String(_) => JsonKind::String,
            Json::Array(_) => JsonKind::Array,
            Json::Object(_) => JsonKind::Object,
        }
    }

    fn as_bool(&self) -> Option<bool> {
        match self {
            Json::Bool(value) => Some(*value),
            _ => None,
        }
    }

    fn as_f64(&self) -> Option<f64> {
        match self {
            Json::Number(value) => Some(*value),
            _ => None,
        }
    }

    fn as_string(&self) -> Option<String> {
        match self {
            Json::String(text) => Some(text.clone().into_owned()),
            _ => None,
        }
    }

    fn get(&self, key: &str) -> Option<Self> {
        let Json::Object(members) = self else {
            return None;
        };
        let found = members.binary_search_by(|(name, _)| name.as_ref().cmp(key));
        found.ok().and_then(|at| members.get(at)).map(|it| &it.1)
    }

    fn len(&self) -> usize {
        match self {
            Json::Array(elements) => elements.len(),
            _ => 0,
        }
    }

    fn at(&self, index: usize) -> Option<Self> {
        match self {
            Json::Array(elements) => elements.get(index),
            _ => None,
        }
    }

    fn each_member(&self, visit: &mut dyn FnMut(&str, Self)) {
        if let Json::Object(members) = self {
            for (name, value) in members {
                visit(name, value);
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::String(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::String(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = access.next_element()? {
            elements.push(element);
        }
        Ok(Json::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
        let mut members: Vec<(Cow<'de, str>, Json<'de>)> = Vec::new();
        while let Some(Name(name)) = access.next_key()? {
            members.push((name, access.next_value()?));
        }
        // Stable, so that of the same names the last one written comes last, and stays.
        members.sort_by(|a, b| a.0.cmp(&b.0));
        members.dedup_by(|later, kept| {
            let is_same = later.0 == kept.0;
            if is_same {
                std::mem::swap(later, kept);
            }
            is_same
        });
        Ok(Json::Object(members))
    }
}

/// A member's name. (`Cow` itself never borrows when it is read by serde.)
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(AnyName)
    }
}

struct AnyName;

impl<'de> Visitor<'de> for AnyName {
    type Value = Name<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a name")
    }

    fn visit_str<E>(self, text: &str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Borrowed(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::parse_json;

    /// Whatever it holds, it says what `serde_json::Value` says.
    #[test]
    fn reads_as_a_plain_value() {
        let check = |text: &str| {
            let json = parse_json(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
            let value: serde_json::Value =
                serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}"));
            assert!(is_same(&&json, &&value), "{text}: {json:?}");
        };
        check("null");
        check(" [ 1, -2, 2.5, 1e3, 18446744073709551615, true, false, null, [] ] ");
        check(r#"{ "b": "plain", "a": "line\nbreak نشرة \u0646", "": {} }"#);
        check(r#"{ "twice": 1, "x": 0, "twice": 2, "twice": [3] }"#);
        check(r#"{ "na\u006de": "constructor" }"#);
    }

    fn is_same<A: JsonSource, B: JsonSource>(a: &A, b: &B) -> bool {
        let mut members = Vec::new();
        a.each_member(&mut |name, value| members.push((name.to_owned(), value)));
        let mut names = Vec::new();
        b.each_member(&mut |name, _| names.push(name.to_owned()));
        a.kind() == b.kind()
            && a.as_bool() == b.as_bool()
            && a.as_f64() == b.as_f64()
            && a.as_string() == b.as_string()
            && a.len() == b.len()
            && members.iter().map(|it| &it.0).eq(&names)
            && members.iter().all(|(name, value)| {
                let theirs = b.get(name);
                theirs.is_some_and(|theirs| is_same(value, &theirs)) && a.get(name).is_some()
            })
            && (0..=a.len()).all(|index| match (a.at(index), b.at(index)) {
                (Some(a), Some(b)) => is_same(&a, &b),
                (a, b) => a.is_none() && b.is_none(),
            })
    }
}
