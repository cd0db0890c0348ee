//! The `pages` file and the text files as JSON.
//!
//! It never writes what is absent: no nulls, no empty outlines.

use nashra_report::document::{DocumentInfo, OutlineItem};
use nashra_report::text::{Block, BlockRole, Line, PageText, TextDirection, TextMapping};
use serde_json::{Map, Value, json};

use super::posters::Poster;

/// The `pages` file. URLs are relative to it.
pub(super) fn pages(
    info: &DocumentInfo,
    progression: Option<TextDirection>,
    sha256: &str,
    first_page: Option<&str>,
    posters: &[Vec<Poster>],
    text_names: impl Iterator<Item = String>,
) -> String {
    let pages = info.pages.iter().zip(posters).zip(text_names).map(|((page, posters), text_url)| {
        let posters = posters.iter().map(|poster| {
            json!({
                "url": poster.name, "mime_type": poster.mime_type,
                "width": poster.width_px, "height": poster.height_px,
            })
        });
        json!({
            "width_pt": tenths(page.size.width), "height_pt": tenths(page.size.height), "label": page.label,
            "posters": posters.collect::<Vec<_>>(), "text_url": text_url,
        })
    });
    let mut file = Map::new();
    file.insert("nashra_pages".into(), json!(1));
    file.insert("sha256".into(), json!(sha256));
    let mut set = |key: &str, value: Option<&str>| {
        if let Some(value) = value {
            file.insert(key.into(), json!(value));
        }
    };
    set("title", info.title.as_deref());
    set("language", info.language.as_deref());
    set("page_progression", progression.map(TextDirection::as_str));
    set("first_page_url", first_page);
    if !info.outline.is_empty() {
        file.insert(
            "outline".into(),
            info.outline.iter().map(outline_item).collect(),
        );
    }
    file.insert("pages".into(), pages.collect());
    Value::Object(file).to_string()
}

fn outline_item(item: &OutlineItem) -> Value {
    let mut entry = Map::new();
    entry.insert("title".into(), json!(item.title));
    if let Some(page) = item.page {
        entry.insert("page".into(), json!(page + 1));
    }
    if !item.children.is_empty() {
        entry.insert(
            "children".into(),
            item.children.iter().map(outline_item).collect(),
        );
    }
    Value::Object(entry)
}

/// A text file: a run of pages from the one of index `first`.
pub(super) fn texts<'a>(
    first: usize,
    pages: impl Iterator<Item = &'a PageText>,
    language: Option<&str>,
) -> String {
    let pages = pages.enumerate().map(|(index, text)| {
        let mapping = match text.mapping {
            TextMapping::Complete => "complete",
            TextMapping::Partial => "partial",
            TextMapping::Missing => "missing",
        };
        let blocks: Vec<Value> = text.blocks.iter().map(|b| block(b, language)).collect();
        json!({ "page": first + index + 1, "mapping": mapping, "blocks": blocks })
    });
    json!({ "nashra_text": 1, "pages": pages.collect::<Vec<_>>() }).to_string()
}

fn block(block: &Block, language: Option<&str>) -> Value {
    let mut entry = Map::new();
    let (role, level) = match block.role {
        BlockRole::Paragraph => ("paragraph", None),
        BlockRole::Heading(level) => ("heading", Some(level)),
        BlockRole::ListItem => ("list_item", None),
        BlockRole::TableCell => ("table_cell", None),
        BlockRole::Caption => ("caption", None),
        BlockRole::RunningHead => ("running_head", None),
        BlockRole::PageNumber => ("page_number", None),
    };
    entry.insert("role".into(), json!(role));
    if let Some(level) = level {
        entry.insert("level".into(), json!(level));
    }
    entry.insert("dir".into(), json!(block.direction.as_str()));
    if let Some(language) = block.language.as_deref().or(language) {
        entry.insert("lang".into(), json!(language));
    }
    entry.insert("lines".into(), block.lines.iter().map(line).collect());
    Value::Object(entry)
}

/// `boxes` are `[x, y, width, height]` in points, one for each word. `joined`: the last word goes on in the next line.
fn line(line: &Line) -> Value {
    let words: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
    let boxes: Vec<[f64; 4]> = line
        .words
        .iter()
        .map(|word| [word.rect.x, word.rect.y, word.rect.width, word.rect.height].map(tenths))
        .collect();
    let is_joined = line.words.last().is_some_and(|word| !word.space_after);
    if is_joined {
        json!({ "words": words, "boxes": boxes, "joined": true })
    } else {
        json!({ "words": words, "boxes": boxes })
    }
}

/// A tenth of a point is finer than a pixel on any screen.
fn tenths(points: f32) -> f64 {
    (f64::from(points) * 10.0).round() / 10.0
}
