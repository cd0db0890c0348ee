//! A place in a file as written, with the way back to it for warnings.
//! Refuses to tell "nothing there" from "left out": the warning for the latter was given before.

use std::borrow::Cow;

use crate::pointer::Path;
use crate::wire::Value;

/// A value and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    pub(crate) value: &'a Value,
    pub(crate) path: Path<'a>,
}

impl<'a> Node<'a> {
    /// The top of a file.
    pub(crate) fn new(value: &'a Value, path: Path<'a>) -> Self {
        Self { value, path }
    }

    /// A member of an object.
    #[inline(never)]
    pub(crate) fn get(&'a self, key: &'a str) -> Node<'a> {
        let found = match self.value {
            Value::Object(members) => members.iter().find(|(name, _)| name == key),
            _ => None,
        };
        Node {
            value: found.map_or(&Value::Nothing, |(_, value)| value),
            path: self.path.key(key),
        }
    }

    /// The members of an object whose keys are data.
    pub(crate) fn entries(&self) -> &'a [(Cow<'static, str>, Value)] {
        match self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The elements of an array.
    pub(crate) fn elements(&self) -> &'a [Value] {
        match self.value {
            Value::List(elements) => elements,
            _ => &[],
        }
    }

    /// The text without white space around it, unless nothing is left: an empty string stands for nothing.
    pub(crate) fn text(&self) -> Option<&'a str> {
        match self.value {
            Value::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The number.
    pub(crate) fn number(&self) -> Option<f64> {
        match self.value {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }
}
