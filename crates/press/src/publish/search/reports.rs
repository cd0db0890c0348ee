//! The text of reports, page by page, from the files that the report engine made or the newsroom brought.
//!
//! A report without such files, or with files that cannot be read, is found by its item alone.

use nashra_feed::Attachment;
use serde_json::Value;

use crate::media::Places;

/// What stands on every page is no text of any.
const FURNITURE: [&str; 2] = ["running_head", "page_number"];

/// Where the text of reports lies on this machine.
pub(in crate::publish) struct Reports<'a> {
    places: &'a Places<'a>,
    base_url: &'a str,
}

impl<'a> Reports<'a> {
    pub(in crate::publish) fn new(places: &'a Places<'a>, base_url: &'a str) -> Self {
        Self { places, base_url }
    }

    /// The pages of a report that hold text: page numbers (from 1) and their text.
    pub(super) fn pages(&self, file: &Attachment) -> Vec<(u32, String)> {
        let pages = file.pages.as_ref().map(|url| url.as_str());
        let path = pages.and_then(|url| url.strip_prefix(self.base_url));
        path.and_then(|path| self.read_all(path))
            .unwrap_or_default()
    }

    fn read_all(&self, path: &str) -> Option<Vec<(u32, String)>> {
        let pages = self.places.json(path)?;
        let beside = path.rfind('/').map_or("", |slash| &path[..=slash]);
        let mut names: Vec<&str> = Vec::new();
        for page in pages["pages"].as_array()? {
            if let Some(name) = page["text_url"]
                .as_str()
                .filter(|name| !names.contains(name))
            {
                names.push(name);
            }
        }
        let mut all = Vec::new();
        for name in names {
            let file = self.places.json(&[beside, name].concat())?;
            for page in file["pages"].as_array()? {
                let number = page["page"]
                    .as_u64()
                    .and_then(|number| number.try_into().ok());
                // Signs without a mapping are no text, whatever was read for them.
                let is_read = page["mapping"] != "missing";
                let text = text_of(page);
                if let Some(number) = number.filter(|_| is_read && !text.is_empty()) {
                    all.push((number, text));
                }
            }
        }
        Some(all)
    }
}

/// The words of a page in reading order.
fn text_of(page: &Value) -> String {
    let mut out = String::new();
    let blocks = page["blocks"].as_array().into_iter().flatten();
    for block in blocks.filter(|block| !FURNITURE.iter().any(|role| block["role"] == *role)) {
        for line in block["lines"].as_array().into_iter().flatten() {
            let words = line["words"].as_array().into_iter().flatten();
            for word in words.filter_map(Value::as_str) {
                out.push_str(word);
                out.push(' ');
            }
            if line["joined"] == true {
                out.pop();
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_page_as_it_runs() {
        let page = serde_json::json!({ "blocks": [
            { "role": "running_head", "lines": [{ "words": ["Annual", "report"] }] },
            { "role": "paragraph", "lines": [
                { "words": ["Of", "co-"], "joined": true }, { "words": ["operation", "alone."] } ] },
            { "role": "page_number", "lines": [{ "words": ["12"] }] },
        ]});
        assert_eq!(text_of(&page), "Of co-operation alone.");
    }
}
