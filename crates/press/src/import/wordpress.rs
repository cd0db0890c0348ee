//! A WordPress site as items, through its REST interface: posts of one language with their pictures, files, topics and translations.
//!
//! It asks for what anyone may read, and refuses to log in: drafts and private posts stay where they are.

mod post;

use std::collections::HashMap;

use serde_json::Value;

use super::source::Imported;
use crate::error::PressError;

/// As many as the interface gives at once.
const PER_PAGE: usize = 100;
/// Twenty thousand posts.
const MAX_PAGES: usize = 200;
/// Posts with all that is embedded in them.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Whether an address is that of such an interface: `https://old.example.org/wp-json/`, or `…/?rest_route=/`.
pub(super) fn is_interface(address: &str) -> bool {
    let is_web = address.starts_with("http://") || address.starts_with("https://");
    is_web && (address.contains("/wp-json") || address.contains("rest_route="))
}

/// Reads all posts of the language `tag`. `base_url` is the newsroom's: what stood below it keeps its old path.
pub(super) fn read(
    address: &str,
    tag: &str,
    base_url: Option<&str>,
) -> Result<Imported, PressError> {
    let interface = Interface { address };
    let primary = tag.split('-').next().unwrap_or(tag);
    // Polylang and WPML know `lang`; without them it is passed over.
    let query = format!("_embed=author,wp:featuredmedia,wp:term&lang={primary}");
    let posts = interface.all("posts", &query)?;
    // Files that an editor put into a post name it; they are asked for all at once.
    let media = interface.all("media", "lang=all")?;
    let mut files: HashMap<u64, Vec<&Value>> = HashMap::new();
    for file in &media {
        let post = file["post"].as_u64();
        files
            .entry(post.unwrap_or_default())
            .or_default()
            .push(file);
    }
    let mut imported = Imported {
        language: Some(tag.to_owned()),
        items: Vec::with_capacity(posts.len()),
        warnings: Vec::new(),
    };
    for post in &posts {
        let is_other = post::language(post).is_some_and(|own| own != primary);
        if is_other {
            continue;
        }
        let of_post = post["id"].as_u64().and_then(|id| files.get(&id));
        let of_post = of_post.map_or(&[][..], Vec::as_slice);
        match post::fields(post, of_post, base_url) {
            Some((id, fields)) => imported.items.push((id, fields)),
            None => {
                let line = format!("post {} has neither address nor id; left out", post["id"]);
                imported.warnings.push(line);
            }
        }
    }
    Ok(imported)
}

struct Interface<'a> {
    address: &'a str,
}

impl Interface<'_> {
    /// All pages of a list.
    fn all(&self, list: &str, query: &str) -> Result<Vec<Value>, PressError> {
        let mut all = Vec::new();
        for page in 1..=MAX_PAGES {
            let url = self.url(list, &format!("{query}&per_page={PER_PAGE}&page={page}"));
            let (values, n_pages) = fetch(&url)?;
            all.extend(values);
            if page >= n_pages {
                break;
            }
        }
        Ok(all)
    }

    fn url(&self, list: &str, query: &str) -> String {
        let route = ["/wp/v2/", list].concat();
        if let Some((site, _)) = self.address.split_once("rest_route=") {
            return format!("{site}rest_route={route}&{query}");
        }
        let site = self.address.split_once("/wp-json");
        let site = site.map_or(self.address, |(site, _)| site);
        format!("{site}/wp-json{route}?{query}")
    }
}

/// A page of a list, and how many there are.
fn fetch(url: &str) -> Result<(Vec<Value>, usize), PressError> {
    let failed = |cause| PressError::Fetch {
        url: url.to_owned(),
        cause: Box::new(cause),
    };
    let mut response = ureq::get(url).call().map_err(failed)?;
    let n_pages = response.headers().get("x-wp-totalpages");
    let n_pages = n_pages.and_then(|n| n.to_str().ok()?.parse().ok());
    let body = response.body_mut().with_config().limit(MAX_BYTES);
    let bytes = body.read_to_vec().map_err(failed)?;
    let values: Value = serde_json::from_slice(&bytes).map_err(|cause| PressError::Json {
        origin: url.to_owned(),
        cause,
    })?;
    match values {
        Value::Array(values) => Ok((values, n_pages.unwrap_or(1))),
        other => Err(PressError::Import {
            origin: url.to_owned(),
            cause: format!(
                "no list of WordPress{}",
                other["message"]
                    .as_str()
                    .map_or_else(String::new, |text| format!(": {text}"))
            ),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_its_lists() {
        let check = |address: &str, expect: &str| {
            assert!(is_interface(address), "{address}");
            assert_eq!(Interface { address }.url("posts", "page=1"), expect);
        };
        let posts = "https://a.example/blog/wp-json/wp/v2/posts?page=1";
        check("https://a.example/blog/wp-json", posts);
        check("https://a.example/blog/wp-json/wp/v2/posts", posts);
        check(
            "https://a.example/?rest_route=/",
            "https://a.example/?rest_route=/wp/v2/posts&page=1",
        );
        for address in ["https://a.example/feed/", "wp-json/posts.json"] {
            assert!(!is_interface(address), "{address}");
        }
    }
}
