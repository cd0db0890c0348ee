//! Old paths, and where what stood there is now: those that items name (`aliases`), and those of the newsroom's `redirects.csv`.
//!
//! A path that a page of ours answers is none: what stands there wins.

use std::collections::{BTreeMap, HashSet};
use std::fs;

use nashra_app::route::{Page, Route};
use nashra_app::state::compose::{shelf_of, slug_of};
use nashra_l10n::LanguageTag;

use crate::error::{PressError, io};
use crate::source::Source;

/// Two paths a line, the old one first; a line that begins with `#` is none.
const FILE: &str = "redirects.csv";

/// Old paths and new ones, both from the host's root. `pages` are the paths of all pages.
pub(super) fn of(
    source: &Source,
    prefix: &str,
    pages: &HashSet<&str>,
) -> Result<BTreeMap<String, String>, PressError> {
    let mut redirects = of_items(source, prefix);
    let path = source.files.as_ref().map(|files| files.root().join(FILE));
    if let Some(path) = path.filter(|path| path.is_file()) {
        let text = fs::read_to_string(&path).map_err(io(&path))?;
        of_file(&text, pages, &mut redirects);
    }
    Ok(redirects)
}

fn of_file(text: &str, pages: &HashSet<&str>, redirects: &mut BTreeMap<String, String>) {
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let pair = line.split_once([',', ';', '\t']);
        let pair = pair.map(|(from, to)| [from, to].map(|path| path.trim().trim_matches('"')));
        match pair {
            Some([from, _]) if pages.contains(from) => {
                eprintln!("{FILE}:{}: a page stands at {from}; it stays", at + 1);
            }
            Some([from, to]) if is_plain(from) && is_plain(to) && from != to => {
                redirects.insert(from.to_owned(), to.to_owned());
            }
            _ => eprintln!(
                "{FILE}:{}: not two paths; write the old and the new one, such as /old/page.html,/en/releases/page/",
                at + 1
            ),
        }
    }
}

fn of_items(source: &Source, prefix: &str) -> BTreeMap<String, String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_two_paths_a_line() {
        let text = "# moved\n/old.html,/en/\n\n\"/b\" ; \"/ar/\"\n/en/,/ar/\nhttps://a.example/,/en/\n/c\n/d,/d\n";
        let mut redirects = BTreeMap::new();
        of_file(text, &HashSet::from(["/en/", "/ar/"]), &mut redirects);
        let expect = [("/b", "/ar/"), ("/old.html", "/en/")];
        let expect = expect.map(|(from, to)| (from.to_owned(), to.to_owned()));
        assert_eq!(redirects, BTreeMap::from(expect));
    }
}
