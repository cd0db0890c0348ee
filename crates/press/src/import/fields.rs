//! An item as fields that are compared and taken one by one.
//!
//! Those of the extension are fields of their own. It refuses to know what a field means.

use serde_json::Value;
use xxhash_rust::xxh3::xxh3_64;

/// The extension's object in an item.
pub(super) const EXTENSION: &str = "_nashra";

/// Fields in the order in which they are written: `title`, or `_nashra.photos`.
pub(super) type Fields = Vec<(&'static str, Value)>;

/// Adds a field that has a value.
pub(super) fn push(fields: &mut Fields, name: &'static str, value: Option<Value>) {
    fields.extend(value.map(|value| (name, value)));
}

/// A list that is not empty.
pub(super) fn list(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}

/// A field of the extension by its own name.
pub(super) fn of_extension(name: &str) -> Option<&str> {
    name.strip_prefix(EXTENSION)?.strip_prefix('.')
}

/// What a value is, as a number that is the same on every machine.
pub(super) fn hash(value: &Value) -> String {
    // Keys are sorted, spaces left out.
    format!("{:016x}", xxh3_64(value.to_string().as_bytes()))
}

/// The field of an item as it stands in a file.
pub(super) fn get<'a>(item: &'a Value, name: &str) -> Option<&'a Value> {
    match of_extension(name) {
        Some(name) => item.get(EXTENSION)?.get(name),
        None => item.get(name),
    }
}
