//! The order in which files come into being where readers are: nothing is there before what it names.
//!
//! It judges by the name alone, so that a folder moved in and a bucket written to agree. It refuses to know what a file holds.

use std::path::Path;

/// What has to be there before what; a file of an earlier stage is named by those of later ones.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Stage {
    /// Assets and media: they name nothing but each other.
    Assets,
    /// What the app fetches when a reader goes from page to page.
    Data,
    /// Pages below a language's home.
    Pages,
    /// The homes and `404.html`.
    Homes,
    /// What lists pages: feeds, sitemaps, `site.json`, what machines read.
    Lists,
}

impl Stage {
    /// Of a file or of its compressed copy, relative to the newsroom's address.
    pub(crate) fn of(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_below = |folder: &str| path.starts_with(folder);
        // What names the parts of the search index comes last; the parts have their content in their names.
        let is_index = is_below("pagefind") && !name.starts_with("pagefind-entry.json");
        if is_index || is_below("assets") || is_below("media") || is_below("_nashra") {
            Self::Assets
        } else if name.starts_with("data.json") {
            Self::Data
        } else if name.starts_with("index.html") && path.components().count() > 2 {
            Self::Pages
        } else if name.contains(".html") {
            Self::Homes
        } else {
            Self::Lists
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Stage;

    #[test]
    fn what_is_named_comes_first() {
        let check =
            |path: &str, expect: Stage| assert_eq!(Stage::of(Path::new(path)), expect, "{path}");
        check("assets/app-1.js.br", Stage::Assets);
        check("media/photos/a.jpg", Stage::Assets);
        check("pagefind/en/index/en_1.pf_index", Stage::Assets);
        check("pagefind/en/pagefind-entry.json", Stage::Lists);
        check("en/releases/a/data.json", Stage::Data);
        check("en/releases/a/index.html", Stage::Pages);
        check("en/releases/a/index.html.gz", Stage::Pages);
        check("en/index.html", Stage::Homes);
        check("404.html", Stage::Homes);
        check("en/feed.xml", Stage::Lists);
        check("sitemap.xml", Stage::Lists);
        check("feeds/en.json", Stage::Lists);
        check("site.json", Stage::Lists);
        assert!(Stage::Assets < Stage::Data && Stage::Homes < Stage::Lists);
    }
}
