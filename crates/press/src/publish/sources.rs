//! What the app reads live, beside the pages: `site.json`, the newsroom's own feeds, the message files.
//!
//! Items that may not be shown yet are left out of the feeds: a file that anyone can fetch keeps no embargo.

use percent_encoding::percent_decode_str;

use super::files::Waiting;
use crate::source::Source;

/// All of them, to be written.
pub(super) fn of(source: &Source) -> Vec<Waiting<'_>> {
    let file = |path: String, bytes| Waiting { path, bytes };
    let mut files = vec![file(
        "site.json".to_owned(),
        source.site_json.as_bytes().into(),
    )];
    let base = source.newsroom.base_url.as_str();
    for language in &source.languages {
        for feed in language.feed_files.iter().filter(|file| file.is_own) {
            if let Some(rest) = feed.url.strip_prefix(base) {
                let path = percent_decode_str(rest.split('?').next().unwrap_or(rest));
                let path = path.decode_utf8_lossy().into_owned();
                files.push(file(path, (&*feed.bytes).into()));
            }
        }
        let path = ["locales/", &language.tag, ".json"].concat();
        files.push(file(path, language.messages_json.as_bytes().into()));
    }
    files
}
