//! Where a feed, as it is written, names pictures and files. It changes nothing.

use std::collections::BTreeSet;

use nashra_feed::{NativeUrls, UrlResolver};
use serde_json::Value;

use super::scrub;
use crate::source::Source;

/// Files of the newsroom's own, relative to its address.
#[derive(Default)]
pub(super) struct Named {
    pub(super) photos: BTreeSet<String>,
    pub(super) reports: BTreeSet<String>,
    pub(super) attachments: BTreeSet<String>,
}

/// All files that the newsroom's own feeds name.
pub(super) fn files_of(source: &Source) -> Named {
    let base = source.newsroom.base_url.as_str();
    let mut named = Named::default();
    for language in &source.languages {
        for file in language.feed_files.iter().filter(|file| file.is_own) {
            let Ok(feed) = serde_json::from_slice::<Value>(&file.bytes) else {
                continue;
            };
            let local = |value: &Value| path_of(value.as_str()?, &file.url, base);
            for item in feed["items"].as_array().into_iter().flatten() {
                let own = &item["_nashra"];
                let photos = own["photos"].as_array().into_iter().flatten();
                let pictures = photos.map(|photo| &photo["url"]).chain([
                    &own["report"]["cover"]["url"],
                    &item["image"],
                    &item["banner_image"],
                ]);
                named.photos.extend(
                    pictures
                        .filter_map(local)
                        .filter(|path| scrub::is_for(path)),
                );
                for attachment in item["attachments"].as_array().into_iter().flatten() {
                    let Some(path) = local(&attachment["url"]) else {
                        continue;
                    };
                    if is_pdf(attachment, &path) {
                        named.reports.insert(path.clone());
                    }
                    named.attachments.insert(path);
                }
            }
        }
    }
    named
}

/// Whether an attachment is a report to the reader.
pub(super) fn is_pdf(attachment: &Value, path: &str) -> bool {
    match attachment["mime_type"].as_str() {
        Some(kind) => kind
            .trim()
            .to_ascii_lowercase()
            .starts_with("application/pdf"),
        None => path.to_ascii_lowercase().ends_with(".pdf"),
    }
}

/// The path of a reference, where it leads into the newsroom.
pub(super) fn path_of(reference: &str, feed_url: &str, base_url: &str) -> Option<String> {
    let url = NativeUrls.resolve(Some(feed_url), reference)?;
    url.strip_prefix(base_url).map(str::to_owned)
}
