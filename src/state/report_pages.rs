//! The `pages` file of a report and its text files, as the publishing tool writes them (`feed.md`), for the viewer.
//!
//! Read with tolerance: a page without posters or text is a page all the same. It fetches nothing.

use nashra_feed::json::{FromJson, JsonSource, member};
use nashra_report::document::{OutlineItem, PageIndex, PageInfo};
use nashra_report::geometry::{RectPt, SizePt};
use nashra_report::text::{Block, BlockRole, Line, PageText, TextDirection, TextMapping, Word};

/// What is published of a report's pages.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ReportPages {
    /// The report's language, where the file says it.
    pub language: Option<String>,
    /// Which way its pages turn.
    pub progression: Option<TextDirection>,
    /// The first page as a file of its own, where the report itself takes long to come.
    pub first_page_url: Option<String>,
    /// Empty when there is none.
    pub outline: Vec<OutlineItem>,
    /// At least one.
    pub pages: Vec<ReportPage>,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ReportPage {
    /// Size and label.
    pub info: PageInfo,
    /// Pictures of it.
    pub posters: Vec<Poster>,
    /// The file that holds its text among others'.
    pub text_url: Option<String>,
}

/// A picture of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Poster {
    /// Where it is.
    pub url: String,
    /// Its media type.
    pub mime_type: String,
    /// In pixels.
    pub width_px: u32,
}

/// Deeper outlines are cut: nobody reads them, and reading stays bounded.
const MAX_OUTLINE_DEPTH: usize = 6;

/// Reads a `pages` file that lies at `url`; `None` where it is none.
pub fn read_pages<S: JsonSource>(json: &S, url: &str) -> Option<ReportPages> {
    let folder = url.rfind('/').map_or("", |at| &url[..=at]);
    let pages = list(json, "pages")
        .map(|page| read_page(&page, folder))
        .collect::<Option<Vec<_>>>()?;
    (!pages.is_empty()).then(|| ReportPages {
        language: text(json, "language"),
        progression: text(json, "page_progression").as_deref().map(direction),
        first_page_url: text(json, "first_page_url").map(|url| resolve(folder, url)),
        outline: read_outline(json, "outline", 0),
        pages,
    })
}

/// Reads a text file: pages with their text.
pub fn read_texts<S: JsonSource>(json: &S) -> Vec<(PageIndex, PageText)> {
    let pages = list(json, "pages").filter_map(|page| {
        let number: u32 = member(&page, "page")?;
        let mapping = match text(&page, "mapping").as_deref() {
            Some("missing") => TextMapping::Missing,
            Some("partial") => TextMapping::Partial,
            _ => TextMapping::Complete,
        };
        let blocks = list(&page, "blocks").map(|block| read_block(&block));
        let blocks = blocks.collect();
        Some((number.checked_sub(1)?, PageText { blocks, mapping }))
    });
    pages.collect()
}

fn read_page<S: JsonSource>(page: &S, folder: &str) -> Option<ReportPage> {
    let resolve = |url| resolve(folder, url);
    let size = SizePt {
        width: number(page, "width_pt")?,
        height: number(page, "height_pt")?,
    };
    let posters = list(page, "posters").filter_map(|poster| {
        Some(Poster {
            url: resolve(text(&poster, "url")?),
            mime_type: text(&poster, "mime_type")?,
            width_px: member(&poster, "width")?,
        })
    });
    let is_real = size.width > 0.0 && size.height > 0.0;
    is_real.then(|| ReportPage {
        info: PageInfo {
            size,
            label: text(page, "label").unwrap_or_default(),
        },
        posters: posters.collect(),
        text_url: text(page, "text_url").map(resolve),
    })
}

/// An address beside the `pages` file, which lies in `folder`.
fn resolve(folder: &str, url: String) -> String {
    let is_whole = url.starts_with('/') || url.contains("://");
    if is_whole {
        url
    } else {
        [folder, &url].concat()
    }
}

fn read_outline<S: JsonSource>(json: &S, key: &str, depth: usize) -> Vec<OutlineItem> {
    if depth >= MAX_OUTLINE_DEPTH {
        return Vec::new();
    }
    let entries = list(json, key).filter_map(|entry| {
        Some(OutlineItem {
            title: text(&entry, "title")?,
            page: member::<u32, _>(&entry, "page").and_then(|page| page.checked_sub(1)),
            children: read_outline(&entry, "children", depth + 1),
        })
    });
    entries.collect()
}

fn read_block<S: JsonSource>(block: &S) -> Block {
    let role = match text(block, "role").as_deref() {
        Some("heading") => {
            let level = member::<u32, _>(block, "level").unwrap_or(1);
            BlockRole::Heading(level.clamp(1, 6) as u8)
        }
        Some("list_item") => BlockRole::ListItem,
        Some("table_cell") => BlockRole::TableCell,
        Some("caption") => BlockRole::Caption,
        Some("running_head") => BlockRole::RunningHead,
        Some("page_number") => BlockRole::PageNumber,
        _ => BlockRole::Paragraph,
    };
    Block {
        role,
        direction: direction(&text(block, "dir").unwrap_or_default()),
        language: text(block, "lang"),
        lines: list(block, "lines").map(|line| read_line(&line)).collect(),
    }
}

/// A line's last word is followed by a space unless it goes on in the next line (`joined`).
fn read_line<S: JsonSource>(line: &S) -> Line {
    let is_joined = member(line, "joined").unwrap_or(false);
    let words: Vec<String> = member(line, "words").unwrap_or_default();
    let boxes = line.get("boxes");
    let n_words = words.len();
    let words = words.into_iter().enumerate().map(|(at, text)| {
        let sides = boxes.as_ref().and_then(|boxes| boxes.at(at));
        let side = |side: usize| {
            let value = sides.as_ref().and_then(|sides| sides.at(side)?.as_f64());
            value.unwrap_or(0.0) as f32
        };
        Word {
            text,
            rect: RectPt {
                x: side(0),
                y: side(1),
                width: side(2),
                height: side(3),
            },
            space_after: at + 1 < n_words || !is_joined,
        }
    });
    Line {
        words: words.collect(),
    }
}

fn direction(name: &str) -> TextDirection {
    if name == "rtl" {
        TextDirection::Rtl
    } else {
        TextDirection::Ltr
    }
}

fn list<S: JsonSource>(json: &S, key: &str) -> impl Iterator<Item = S> {
    let list = json.get(key);
    let n_entries = list.as_ref().map_or(0, S::len);
    (0..n_entries).filter_map(move |at| list.as_ref()?.at(at))
}

fn text<S: JsonSource>(json: &S, key: &str) -> Option<String> {
    member::<Option<String>, S>(json, key).flatten()
}

fn number<S: JsonSource>(json: &S, key: &str) -> Option<f32> {
    f64::from_json(&json.get(key)?).map(|value| value as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_what_the_engine_writes() {
        let file = json!({
            "nashra_pages": 1, "language": "ar", "page_progression": "rtl", "first_page_url": "first-page.pdf",
            "outline": [{ "title": "One", "page": 2, "children": [{ "title": "Two" }] }, { "page": 3 }],
            "pages": [
                { "width_pt": 595.3, "height_pt": 841.9, "label": "i", "text_url": "text/1.json",
                  "posters": [{ "url": "posters/1-480.webp", "mime_type": "image/webp", "width": 480, "height": 679 }] },
                { "width_pt": 100, "height_pt": 50, "label": "1", "posters": [], "text_url": "/elsewhere.json" },
            ],
        });
        let Some(report) = read_pages(&&file, "/assets/report-1/pages.json") else {
            panic!("no pages")
        };
        assert_eq!(report.progression, Some(TextDirection::Rtl));
        assert_eq!(
            report.first_page_url.as_deref(),
            Some("/assets/report-1/first-page.pdf")
        );
        assert_eq!(report.pages.len(), 2);
        assert_eq!(
            report.pages[0].posters[0].url,
            "/assets/report-1/posters/1-480.webp"
        );
        assert_eq!(report.pages[1].text_url.as_deref(), Some("/elsewhere.json"));
        assert_eq!(report.outline.len(), 1);
        assert_eq!(report.outline[0].page, Some(1));
        assert_eq!(report.outline[0].children[0].page, None);
    }

    #[test]
    fn what_is_no_pages_file_is_refused() {
        let check =
            |file: serde_json::Value| assert_eq!(read_pages(&&file, "/x.json"), None, "{file}");
        check(json!({}));
        check(json!([]));
        check(json!({ "pages": [] }));
        check(json!({ "pages": [{ "width_pt": 0, "height_pt": 10 }] }));
        check(json!({ "pages": [{ "height_pt": 10 }] }));
    }

    #[test]
    fn lines_that_go_on_are_joined() {
        let file = json!({ "pages": [{ "page": 3, "mapping": "complete", "blocks": [{
            "role": "heading", "level": 2, "dir": "rtl", "lang": "ar",
            "lines": [
                { "words": ["co"], "boxes": [[1, 2, 3, 4]], "joined": true },
                { "words": ["operation", "now"], "boxes": [[1, 2, 3, 4]] },
            ],
        }] }, { "page": 0 }] });
        let texts = read_texts(&&file);
        assert_eq!(texts.len(), 1);
        let (page, text) = &texts[0];
        assert_eq!((*page, text.text()), (2, "cooperation now".to_owned()));
        assert_eq!(text.blocks[0].role, BlockRole::Heading(2));
        assert_eq!(text.blocks[0].lines[0].words[0].rect.height, 4.0);
    }
}
