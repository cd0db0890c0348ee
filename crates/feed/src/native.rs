//! JSON by serde_json and URLs by the `url` crate, for the native tools and the tests.
//! Refuses to be in the browser's build: there both cost nothing already.

mod json;

use serde_json::Value;
use url::Url;

pub use json::Json;

use crate::error::FeedError;
use crate::json::{JsonKind, JsonSource};
use crate::web_url::UrlResolver;

impl JsonSource for &Value {
    fn kind(&self) -> JsonKind {
        match self {
            Value::Null => JsonKind::Null,
            Value::Bool(_) => JsonKind::Bool,
            Value::Number(_) => JsonKind::Number,
            Value::String(_) => JsonKind::String,
            Value::Array(_) => JsonKind::Array,
            Value::Object(_) => JsonKind::Object,
        }
    }

    fn as_bool(&self) -> Option<bool> {
        Value::as_bool(self)
    }

    fn as_f64(&self) -> Option<f64> {
        Value::as_f64(self)
    }

    fn as_string(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn get(&self, key: &str) -> Option<Self> {
        self.as_object()?.get(key)
    }

    fn len(&self) -> usize {
        self.as_array().map_or(0, Vec::len)
    }

    fn at(&self, index: usize) -> Option<Self> {
        self.as_array()?.get(index)
    }

    fn each_member(&self, visit: &mut dyn FnMut(&str, Self)) {
        for (name, value) in self.as_object().into_iter().flatten() {
            visit(name, value);
        }
    }
}

/// URLs by the `url` crate, which follows the same WHATWG URL standard as the browsers.
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeUrls;

impl UrlResolver for NativeUrls {
    fn resolve(&self, base: Option<&str>, reference: &str) -> Option<String> {
        // Most references are absolute, and then need no base, which would have to be parsed each time. With `//` after
        // the scheme there is none that a base could change (URL Standard, special authority slashes state).
        let is_absolute = ["https://", "http://"]
            .iter()
            .any(|start| reference.starts_with(start));
        let url = match base.filter(|_| !is_absolute) {
            Some(base) => Url::parse(base).ok()?.join(reference).ok()?,
            None => Url::parse(reference).ok()?,
        };
        Some(url.into())
    }
}

/// Parses JSON text in UTF-8; a byte order mark before it is passed over, as browsers do.
pub fn parse_json(bytes: &[u8]) -> Result<Json<'_>, FeedError> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // The whole text is checked at once, which is faster than each of its strings; where it is not UTF-8, the slower way
    // says at which place.
    let parsed = match std::str::from_utf8(text) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(text),
    };
    parsed.map_err(|error| FeedError::NotJson {
        line: error.line(),
        column: error.column(),
    })
}
