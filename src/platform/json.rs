//! The browser's own JSON values behind [`JsonSource`], so that no second JSON parser is shipped.

use js_sys::{Array, JSON, Object, Reflect};
use nashra_feed::json::{JsonKind, JsonSource};
use wasm_bindgen::{JsCast, JsValue};

/// A value that `JSON.parse` gave.
#[derive(Clone)]
pub struct BrowserJson(JsValue);

impl BrowserJson {
    /// Parses `text`; `None` where it is not JSON.
    pub fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }

    /// A value that a script of the browser's parsed.
    pub fn of(value: JsValue) -> Self {
        Self(value)
    }
}

impl JsonSource for BrowserJson {
    fn kind(&self) -> JsonKind {
        let value = &self.0;
        if value.is_string() {
            JsonKind::String
        } else if value.as_f64().is_some() {
            JsonKind::Number
        } else if value.as_bool().is_some() {
            JsonKind::Bool
        } else if Array::is_array(value) {
            JsonKind::Array
        } else if value.is_object() {
            JsonKind::Object
        } else {
            JsonKind::Null
        }
    }

    fn as_bool(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn as_f64(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn as_string(&self) -> Option<String> {
        self.0.as_string()
    }

    fn get(&self, key: &str) -> Option<Self> {
        let object: &Object = self.0.dyn_ref()?;
        // A member of `Object.prototype` would be a function, which is no JSON value: `kind` calls it null.
        let value = Reflect::get(object, &JsValue::from_str(key)).ok()?;
        (!value.is_undefined()).then_some(Self(value))
    }

    fn len(&self) -> usize {
        self.0
            .dyn_ref::<Array>()
            .map_or(0, |array| array.length() as usize)
    }

    fn at(&self, index: usize) -> Option<Self> {
        let array: &Array = self.0.dyn_ref()?;
        let index = u32::try_from(index).ok()?;
        (index < array.length()).then(|| Self(array.get(index)))
    }

    fn each_member(&self, visit: &mut dyn FnMut(&str, Self)) {
        let Some(object) = self.0.dyn_ref::<Object>() else {
            return;
        };
        for key in Object::keys(object).iter() {
            if let (Some(name), Ok(value)) = (key.as_string(), Reflect::get(object, &key)) {
                visit(&name, Self(value));
            }
        }
    }
}
