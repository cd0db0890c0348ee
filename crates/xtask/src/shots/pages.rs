//! Which pages are worth a picture: the first of each kind and language that `nashra publish` lists in
//! `.nashra/pages.json`. It refuses to guess addresses.

use std::collections::HashSet;
use std::path::Path;

use serde_json::Value;

use crate::error::XtaskError;

/// A page to picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    /// From the host's root, with the prefix.
    pub(super) path: String,
    /// `home`, `release`, …
    pub(super) kind: String,
    /// A language tag.
    pub(super) lang: String,
}

/// Reads the list; with `only`, just the pages of that kind.
pub(super) fn to_show(list: &Path, only: Option<&str>) -> Result<Vec<Shown>, XtaskError> {
    let text = std::fs::read_to_string(list).map_err(XtaskError::io(list))?;
    let pages: Value =
        serde_json::from_str(&text).map_err(|error| XtaskError::shape(list, error))?;
    let pages = pages
        .as_array()
        .ok_or_else(|| XtaskError::shape(list, "should be an array"))?;
    let all: Option<Vec<Shown>> = pages.iter().map(shown).collect();
    let all =
        all.ok_or_else(|| XtaskError::shape(list, "pages should have `path`, `kind` and `lang`"))?;
    let first = firsts(all, only);
    if first.is_empty() {
        Err(XtaskError::shape(list, "no such page is listed"))
    } else {
        Ok(first)
    }
}

fn shown(page: &Value) -> Option<Shown> {
    let field = |name: &str| page[name].as_str().map(str::to_owned);
    Some(Shown {
        path: field("path")?,
        kind: field("kind")?,
        lang: field("lang")?,
    })
}

fn firsts(all: Vec<Shown>, only: Option<&str>) -> Vec<Shown> {
    let mut seen = HashSet::new();
    let wanted = all
        .into_iter()
        .filter(|page| only.is_none_or(|kind| page.kind == kind));
    wanted
        .filter(|page| seen.insert((page.kind.clone(), page.lang.clone())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(only: Option<&str>, expect: &[&str]) {
        let page = |path: &str, kind: &str, lang: &str| Shown {
            path: path.into(),
            kind: kind.into(),
            lang: lang.into(),
        };
        let all = vec![
            page("/ar/", "home", "ar"),
            page("/en/", "home", "en"),
            page("/ar/releases/a/", "release", "ar"),
            page("/ar/releases/b/", "release", "ar"),
        ];
        let paths: Vec<String> = firsts(all, only)
            .into_iter()
            .map(|page| page.path)
            .collect();
        assert_eq!(paths, expect);
    }

    #[test]
    fn the_first_of_each_kind_and_language() {
        check(None, &["/ar/", "/en/", "/ar/releases/a/"]);
        check(Some("release"), &["/ar/releases/a/"]);
        check(Some("nothing"), &[]);
    }
}
