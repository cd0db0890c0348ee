//! A parsed JSON value as this crate sees it, wherever it was parsed, and records read from it by field name.
//! Refuses to parse text: the browser and serde_json both do that already.

/// What a JSON value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// Any number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// A cheap handle to one parsed JSON value: `&serde_json::Value` natively, the browser's own value in wasm.
pub trait JsonSource: Clone {
    /// What the value is.
    fn kind(&self) -> JsonKind;
    /// The boolean, or `None` when the value is no boolean.
    fn as_bool(&self) -> Option<bool>;
    /// The number, or `None` when the value is no number.
    fn as_f64(&self) -> Option<f64>;
    /// The string, or `None` when the value is no string.
    fn as_string(&self) -> Option<String>;
    /// The member of that name: `None` when it is absent or the value is no object. Own members only, so that a
    /// key such as `constructor` finds nothing that the file did not say.
    fn get(&self, key: &str) -> Option<Self>;
    /// How many elements an array has; 0 for anything else.
    fn len(&self) -> usize;
    /// Whether there are no elements.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The element at a position, counted from 0: `None` beyond the end or when the value is no array.
    fn at(&self, index: usize) -> Option<Self>;
    /// Visits an object's own members with their names, in any order, no name twice; none for anything else.
    fn each_member(&self, visit: &mut dyn FnMut(&str, Self));
}

/// A type that can be read from JSON without saying what was wrong: for data that our own tools wrote.
/// (Feeds are written by others and are read with warnings instead, in `wire`.)
pub trait FromJson: Sized {
    /// The value, or `None` when the JSON does not hold one.
    fn from_json<S: JsonSource>(source: &S) -> Option<Self>;

    /// The value of a record's field that is absent or `null`. `None`, as by default, makes the field required;
    /// `Option`, `Vec` and `bool` are not.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads one member of an object; the `record!` macro is the intended caller.
#[inline(never)]
pub fn member<T: FromJson, S: JsonSource>(source: &S, field: &str) -> Option<T> {
    // A field named by a keyword is spelt `r#type` in Rust and `type` in JSON.
    let key = field.strip_prefix("r#").unwrap_or(field);
    match source.get(key) {
        Some(value) if value.kind() != JsonKind::Null => T::from_json(&value),
        _ => T::absent(),
    }
}

impl FromJson for String {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        source.as_string()
    }
}

impl FromJson for bool {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        source.as_bool()
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

impl FromJson for f64 {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        source.as_f64()
    }
}

/// The largest whole number that a JSON number is sure to hold exactly (RFC 8259, section 6): 2^53 - 1.
const MAX_WHOLE: f64 = 9_007_199_254_740_991.0;

/// A number as a whole number, or `None` when it has a fraction or may have lost digits.
pub(crate) fn whole(number: f64) -> Option<i64> {
    (number.abs() <= MAX_WHOLE && number.trunc() == number).then_some(number as i64)
}

impl FromJson for i64 {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        whole(source.as_f64()?)
    }
}

impl FromJson for u64 {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        i64::from_json(source)?.try_into().ok()
    }
}

impl FromJson for u32 {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        i64::from_json(source)?.try_into().ok()
    }
}

/// Bad elements are skipped; anything but an array is no list.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        if source.kind() != JsonKind::Array {
            return None;
        }
        let elements = (0..source.len()).filter_map(|index| source.at(index));
        Some(
            elements
                .filter_map(|element| T::from_json(&element))
                .collect(),
        )
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// `None` for `null`, for nothing, and for a value that is not a `T`.
impl<T: FromJson> FromJson for Option<T> {
    fn from_json<S: JsonSource>(source: &S) -> Option<Self> {
        Some(T::from_json(source))
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// A type that writes itself as JSON: the other half of [`FromJson`], for data that our own tools read.
pub trait ToJson {
    /// Appends the value to `out`.
    fn write_json(&self, out: &mut String);

    /// Whether a record leaves the field out: [`FromJson::absent`] reads it back.
    fn is_absent(&self) -> bool {
        false
    }
}

/// The JSON text of a value.
pub fn to_json<T: ToJson>(value: &T) -> String {
    let mut out = String::new();
    value.write_json(&mut out);
    out
}

/// Writes the member `field` of an object, with a comma before it unless it is the first.
#[inline(never)]
pub fn write_member(out: &mut String, field: &str, value: &dyn ToJson) {
    if value.is_absent() {
        return;
    }
    if !out.ends_with('{') {
        out.push(',');
    }
    write_string(out, field.strip_prefix("r#").unwrap_or(field));
    out.push(':');
    value.write_json(out);
}

/// Writes a string in quotes (RFC 8259, section 7).
pub fn write_string(out: &mut String, text: &str) {
    out.push('"');
    // Runs without a sign to escape are most of a text, and go in at once.
    let mut rest = text;
    while let Some(at) = rest.find(|c| matches!(c, '"' | '\\' | '\0'..='\u{1f}')) {
        let (run, from) = rest.split_at(at);
        out.push_str(run);
        let mut signs = from.chars();
        match signs.next() {
            Some('\n') => out.push_str("\\n"),
            Some(sign @ ('"' | '\\')) => out.extend(['\\', sign]),
            sign => {
                let code = sign.map_or(0, u32::from);
                out.push_str("\\u00");
                out.extend(
                    [code >> 4, code & 15].map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
                );
            }
        }
        rest = signs.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

impl ToJson for String {
    fn write_json(&self, out: &mut String) {
        write_string(out, self);
    }
}

impl ToJson for bool {
    fn write_json(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn is_absent(&self) -> bool {
        !self
    }
}

impl ToJson for i64 {
    fn write_json(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

impl ToJson for u64 {
    fn write_json(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

/// A number that JSON does not know (an infinity, no number) is `null`.
impl ToJson for f64 {
    fn write_json(&self, out: &mut String) {
        out.push_str(&if self.is_finite() {
            self.to_string()
        } else {
            "null".to_owned()
        });
    }
}

impl ToJson for u32 {
    fn write_json(&self, out: &mut String) {
        i64::from(*self).write_json(out);
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write_json(&self, out: &mut String) {
        out.push('[');
        for (index, element) in self.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            element.write_json(out);
        }
        out.push(']');
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn write_json(&self, out: &mut String) {
        match self {
            Some(value) => value.write_json(out),
            None => out.push_str("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// Declares a struct, reads it from JSON by its field names and writes it back. Attributes on the struct and on its fields are
/// passed through, so that a native writer can be derived beside it. A required field that is absent, or whose
/// value is not of its type, makes the whole record `None`.
///
/// ```
/// nashra_feed::record! {
///     /// One line of a list.
///     #[derive(Clone, Debug, PartialEq)]
///     pub struct Line {
///         /// What it says.
///         pub text: String,
///         /// Where it leads, if anywhere.
///         pub link: Option<String>,
///     }
/// }
/// ```
#[macro_export]
macro_rules! record {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $( $(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        $vis struct $name {
            $( $(#[$field_meta])* $field_vis $field: $type, )*
        }

        impl $crate::json::FromJson for $name {
            fn from_json<S: $crate::json::JsonSource>(source: &S) -> ::core::option::Option<Self> {
                if source.kind() != $crate::json::JsonKind::Object {
                    return ::core::option::Option::None;
                }
                ::core::option::Option::Some(Self {
                    $( $field: $crate::json::member(source, ::core::stringify!($field))?, )*
                })
            }
        }

        impl $crate::json::ToJson for $name {
            fn write_json(&self, out: &mut ::std::string::String) {
                out.push('{');
                $( $crate::json::write_member(out, ::core::stringify!($field), &self.$field); )*
                out.push('}');
            }
        }
    };
}
