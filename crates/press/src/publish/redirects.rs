//! Old paths of items, and where the items are now.
//!
//! A path that a page of ours answers is none: what stands there wins.

use std::collections::BTreeMap;

use nashra_app::route::{Page, Route};
use nashra_app::state::compose::{shelf_of, slug_of};
use nashra_l10n::LanguageTag;

use crate::source::Source;

/// Old paths and new ones, both from the host's root.
pub(super) fn of(source: &Source, prefix: &str) -> BTreeMap<String, String> {
    let mut redirects = BTreeMap::new();
    for language in &source.languages {
        let Some(tag) = LanguageTag::parse(&language.tag) else {
            continue;
        };
        for item in language
            .items
            .iter()
            .filter(|item| !item.aliases.is_empty())
        {
            let page = Page::Item {
                shelf: shelf_of(item),
                slug: slug_of(item),
            };
            let path = Route::new(&tag, page).path(prefix);
            for alias in &item.aliases {
                let is_page =
                    Route::parse(alias, prefix).is_some_and(|route| route.path(prefix) == path);
                if !is_page && is_plain(alias) {
                    redirects
                        .entry(alias.clone())
                        .or_insert_with(|| path.clone());
                }
            }
        }
    }
    redirects
}

/// Nothing that a configuration would take for more than a path: the feed's reader lets only URL characters through, of which
/// these have a meaning to some host.
fn is_plain(path: &str) -> bool {
    path.starts_with('/')
        && !path.contains(['$', '*', ':', '{', '}', '"', '\'', '\\', '?', '#', ';', ' '])
}
