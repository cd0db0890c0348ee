//! What the app reads live, beside the pages: `site.json`, the newsroom's own feeds, the message files.
//!
//! Items that may not be shown yet are left out of the feeds: a file that anyone can fetch keeps no embargo.

use percent_encoding::percent_decode_str;

use super::files::{Compression, Output};
use crate::error::PressError;
use crate::source::Source;

/// Writes them.
pub(super) fn write(source: &Source, output: &Output) -> Result<(), PressError> {
    let json = Compression::Page;
    output.write("site.json", source.site_json.as_bytes(), json)?;
    let base = source.newsroom.base_url.as_str();
    for language in &source.languages {
        for file in language.feed_files.iter().filter(|file| file.is_own) {
            if let Some(rest) = file.url.strip_prefix(base) {
                let path = percent_decode_str(rest.split('?').next().unwrap_or(rest));
                output.write(&path.decode_utf8_lossy(), &file.bytes, json)?;
            }
        }
        let path = ["locales/", &language.tag, ".json"].concat();
        output.write(&path, language.messages_json.as_bytes(), json)?;
    }
    Ok(())
}
