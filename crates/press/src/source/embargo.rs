//! The newsroom's own feed files as they may be published: without the items that may not be shown yet.
//!
//! It cuts out whole items and changes nothing else. An item that cannot be read is cut out too: nobody can say that its embargo is over.

use std::collections::HashSet;

use nashra_app::state::compose::public_items;
use nashra_feed::{Item, NativeUrls, read_feed};
use serde_json::Value;

use super::{FeedFile, parse};
use crate::error::PressError;

/// Cuts out of `files` what may not be shown at `now_ms`. `public` are the items of the language that may.
pub(super) fn cut(files: &mut [FeedFile], public: &[Item], now_ms: i64) -> Result<(), PressError> {
    let public: HashSet<&str> = public.iter().map(|item| &*item.id).collect();
    for file in files.iter_mut().filter(|file| file.is_own) {
        if let Some(bytes) = public_part(&file.url, &file.bytes, &public, now_ms)? {
            file.bytes = bytes;
        }
    }
    Ok(())
}

/// The file without what may not be shown; `None` where all may, and the file stays as the newsroom wrote it, to the letter.
fn public_part(
    url: &str,
    bytes: &[u8],
    public: &HashSet<&str>,
    now_ms: i64,
) -> Result<Option<Vec<u8>>, PressError> {
    let mut value = parse(bytes, url)?;
    let Some(items) = value.get_mut("items").and_then(Value::as_array_mut) else {
        return Ok(None);
    };
    let n_items = items.len();
    items.retain(|item| may_be_shown(item, url, public, now_ms));
    let is_cut = items.len() < n_items;
    Ok(is_cut.then(|| value.to_string().into_bytes()))
}

/// Whether an item, read by itself, is one of those that may be shown. Two of one id are both looked at: the first of them
/// is what pages show, and the second may have an embargo of its own.
fn may_be_shown(item: &Value, url: &str, public: &HashSet<&str>, now_ms: i64) -> bool {
    let alone =
        serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
    let Ok((feed, _)) = read_feed(&&alone, url, &NativeUrls) else {
        return false;
    };
    let shown = public_items(feed.items, now_ms);
    shown.iter().any(|item| public.contains(&*item.id))
}

#[cfg(test)]
mod tests {
    use super::super::FeedFile;
    use super::cut;
    use nashra_app::state::compose::public_items;
    use nashra_feed::{NativeUrls, read_feed};
    use serde_json::{Value, json};

    /// 15 September 2020, noon.
    const NOW_MS: i64 = 1_600_171_200_000;

    fn check(items: Value, expect: &[&str]) {
        let feed =
            json!({ "version": "https://jsonfeed.org/version/1.1", "title": "x", "items": items });
        let url = "https://a.example/feeds/en.json";
        let (read, _) =
            read_feed(&&feed, url, &NativeUrls).unwrap_or_else(|error| panic!("{error}"));
        let public = public_items(read.items, NOW_MS);
        let mut files = [FeedFile {
            url: url.to_owned(),
            bytes: feed.to_string().into_bytes(),
            base: url.to_owned(),
            is_own: true,
            is_first: true,
            is_public: false,
        }];
        assert!(cut(&mut files, &public, NOW_MS).is_ok());
        let value: Value = serde_json::from_slice(&files[0].bytes).unwrap_or_default();
        let titles = value["items"].as_array().into_iter().flatten();
        let titles: Vec<&str> = titles.filter_map(|item| item["title"].as_str()).collect();
        assert_eq!(titles, expect, "{feed}");
        assert_eq!(value["title"], "x");
    }

    #[test]
    fn an_embargo_is_kept_in_files_too() {
        let item = |id: &str, title: &str, key: &str, date: &str| {
            let own = if key == "embargo_until" {
                json!({ key: date })
            } else {
                json!({})
            };
            let mut item = json!({ "id": id, "title": title, "content_text": "x", "_nashra": own });
            if key == "date_published" {
                item[key] = Value::from(date);
            }
            item
        };
        let past = |id: &str, title| item(id, title, "date_published", "2020-09-01");
        check(json!([past("1", "a"), past("2", "b")]), &["a", "b"]);
        check(
            json!([
                past("1", "a"),
                item("2", "b", "embargo_until", "2020-09-15T16:00:00+03:00")
            ]),
            &["a"],
        );
        check(json!([item("2", "b", "date_published", "2020-09-16")]), &[]);
        check(
            json!([item("2", "b", "embargo_until", "2020-09-14")]),
            &["b"],
        );
        // An embargo that cannot be read is not over.
        check(json!([item("2", "b", "embargo_until", "soon")]), &[]);
        // The second of one id, and one without any.
        check(
            json!([
                past("1", "a"),
                item("1", "b", "embargo_until", "2030-01-01")
            ]),
            &["a"],
        );
        check(json!([{ "title": "b", "content_text": "x" }]), &[]);
        check(
            json!([
                item("1", "a", "embargo_until", "2030-01-01"),
                past("1", "b")
            ]),
            &[],
        );
    }
}
