//! The files as written: every known field, read leniently and on its own, with a warning for what is not of its
//! type. Refuses to decide what a value means: that is `read`'s.
//!
//! Field names and types: JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>) and 1.0, our `_nashra`
//! extension, and `site.json`. `null` and an empty string stand for nothing, silently, as feeds write them so.

pub(crate) mod feed;
pub(crate) mod item;
pub(crate) mod site;

use crate::json::{JsonKind, JsonSource, whole};
use crate::pointer::Path;
use crate::warnings::{FeedProblem, Log};

/// A value as written. `None` when the JSON is of another type, after a warning.
pub(crate) trait Wire: Sized {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self>;
}

/// Declares an object as written; each field's name is its key.
macro_rules! wire_object {
    (
        $(#[$meta:meta])*
        $name:ident { $( $field:ident : $type:ty ),* $(,)? }
        $(ignored { $( $ignored:ident ),* })?
    ) => {
        $(#[$meta])*
        #[derive(Default)]
        pub(crate) struct $name {
            $( pub(crate) $field: Option<$type>, )*
        }

        impl $crate::wire::Wire for $name {
            fn read<S: $crate::json::JsonSource>(
                source: &S,
                path: &$crate::pointer::Path<'_>,
                log: &mut $crate::warnings::Log,
            ) -> Option<Self> {
                const KEYS: &[&str] = &[
                    $( stringify!($field), )*
                    $( $( stringify!($ignored), )* )?
                ];
                if !$crate::wire::expect_object(source, KEYS, path, log) {
                    return None;
                }
                Some(Self {
                    $( $field: $crate::wire::member(source, stringify!($field), path, log), )*
                })
            }
        }
    };
}
pub(crate) use wire_object;

/// Whether the value is an object; warns when it is none, and of the keys that nobody knows.
#[inline(never)]
pub(crate) fn expect_object<S: JsonSource>(
    source: &S,
    known: &[&str],
    path: &Path<'_>,
    log: &mut Log,
) -> bool {
    if !expect(source, JsonKind::Object, path, log) {
        return false;
    }
    for key in source.keys() {
        // Keys of other extensions begin with an underscore and are none of our business.
        if !key.starts_with('_') && !known.contains(&key.as_str()) {
            log.add(&path.key(&key), FeedProblem::UnknownKey);
        }
    }
    true
}

fn expect<S: JsonSource>(source: &S, expected: JsonKind, path: &Path<'_>, log: &mut Log) -> bool {
    let as_expected = source.kind() == expected;
    if !as_expected {
        log.add(path, FeedProblem::WrongType { expected });
    }
    as_expected
}

/// One member of an object; `null` is nothing.
#[inline(never)]
pub(crate) fn member<T: Wire, S: JsonSource>(
    source: &S,
    key: &str,
    path: &Path<'_>,
    log: &mut Log,
) -> Option<T> {
    let value = source.get(key)?;
    if value.kind() == JsonKind::Null {
        return None;
    }
    T::read(&value, &path.key(key), log)
}

impl Wire for String {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        expect(source, JsonKind::String, path, log).then(|| source.as_string())?
    }
}

impl Wire for f64 {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        expect(source, JsonKind::Number, path, log).then(|| source.as_f64())?
    }
}

impl Wire for bool {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        expect(source, JsonKind::Bool, path, log).then(|| source.as_bool())?
    }
}

/// An array. A bad element leaves a gap, so that positions stay those of the file.
pub(crate) struct List<T>(pub(crate) Vec<Option<T>>);

impl<T: Wire> Wire for List<T> {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        if !expect(source, JsonKind::Array, path, log) {
            return None;
        }
        let element = |index| T::read(&source.at(index)?, &path.index(index), log);
        Some(Self((0..source.len()).map(element).collect()))
    }
}

/// An array, or its only element without the brackets.
pub(crate) struct OneOrMany<T>(pub(crate) Vec<Option<T>>);

impl<T: Wire> Wire for OneOrMany<T> {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        Some(Self(if source.kind() == JsonKind::Array {
            List::read(source, path, log)?.0
        } else {
            vec![Some(T::read(source, path, log)?)]
        }))
    }
}

/// An object whose keys are data, such as languages.
pub(crate) struct Map<T>(pub(crate) Vec<(String, Option<T>)>);

impl<T: Wire> Wire for Map<T> {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        if !expect(source, JsonKind::Object, path, log) {
            return None;
        }
        let entry = |key: String| {
            let value = member(source, &key, path, log);
            (key, value)
        };
        Some(Self(source.keys().into_iter().map(entry).collect()))
    }
}

/// A text by language, or one for all of them.
pub(crate) enum ByLanguage {
    Same(String),
    Each(Map<String>),
}

impl Wire for ByLanguage {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        match source.as_string() {
            Some(text) => Some(Self::Same(text)),
            None => Map::read(source, path, log).map(Self::Each),
        }
    }
}

/// An identifier: a string, or a whole number read as one (JSON Feed 1.1, items, `id`).
pub(crate) struct Id(pub(crate) String);

impl Wire for Id {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        match source.as_f64().and_then(whole) {
            Some(number) => Some(Self(number.to_string())),
            None => String::read(source, path, log).map(Self),
        }
    }
}
