//! One post's fields. WordPress gives titles, excerpts and captions as HTML; only the text of a post stays so.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde_json::{Map, Value, json};

use crate::import::fields::{Fields, list, push};
use crate::import::{html, old_path};

/// The topic that WordPress gives to what has none.
const NO_TOPIC: &str = "uncategorized";

/// A post's id and fields; `files` are the media that belong to it.
pub(super) fn fields(
    post: &Value,
    files: &[&Value],
    base_url: Option<&str>,
) -> Option<(String, Fields)> {
    let link = post["link"].as_str().filter(|link| !link.is_empty());
    // What its RSS feed has as `guid`: both ways of importing meet.
    let id = post["guid"]["rendered"].as_str().map(str::trim);
    let id = id.filter(|id| !id.is_empty()).or(link)?.to_owned();
    let mut fields: Fields = vec![("id", json!(id))];
    push(&mut fields, "url", link.map(Value::from));
    push(&mut fields, "title", rendered(&post["title"]));
    let content = post["content"]["rendered"].as_str();
    let content = content.map(str::trim).filter(|text| !text.is_empty());
    push(&mut fields, "content_html", content.map(Value::from));
    push(&mut fields, "summary", rendered(&post["excerpt"]));
    let photos = photos(post, files);
    let image = photos.first().map(|photo| photo["url"].clone());
    push(&mut fields, "image", image);
    let published = moment(&post["date"], &post["date_gmt"]);
    let modified = moment(&post["modified"], &post["modified_gmt"]);
    let modified = modified.filter(|modified| Some(modified) != published.as_ref());
    push(&mut fields, "date_published", published.map(Value::from));
    push(&mut fields, "date_modified", modified.map(Value::from));
    push(&mut fields, "authors", list(authors(post)));
    push(&mut fields, "tags", list(tags(post)));
    push(&mut fields, "attachments", list(attachments(files)));
    let alias = link.and_then(|link| old_path(link, base_url?));
    let alias = alias.map(|path| json!([path]));
    push(&mut fields, "_nashra.aliases", alias);
    let translations = translations(post, &id);
    push(&mut fields, "_nashra.translations", translations);
    push(&mut fields, "_nashra.photos", list(photos));
    Some((id, fields))
}

/// The language that Polylang (`lang`) or WPML (`wpml_current_locale`) says, without its region.
pub(super) fn language(post: &Value) -> Option<String> {
    let said = post["lang"]
        .as_str()
        .or(post["wpml_current_locale"].as_str())?;
    let primary = said.split(['-', '_']).next().unwrap_or(said);
    (!primary.is_empty()).then(|| primary.to_ascii_lowercase())
}

/// The words of what is given as HTML.
fn rendered(text: &Value) -> Option<Value> {
    let words = html::words(text["rendered"].as_str()?);
    (!words.is_empty()).then(|| json!(words))
}

/// A moment from the site's own time and the same in UTC, which together tell the zone.
fn moment(local: &Value, utc: &Value) -> Option<String> {
    let local: DateTime = local.as_str()?.parse().ok()?;
    let utc: Option<DateTime> = utc.as_str().and_then(|utc| utc.parse().ok());
    let seconds = utc.map_or(0, |utc| local.duration_since(utc).as_secs());
    let offset = i32::try_from(seconds).ok();
    let offset = offset.and_then(|seconds| Offset::from_seconds(seconds).ok());
    let timestamp = offset?.to_timestamp(local).ok()?;
    Some(timestamp.display_with_offset(offset?).to_string())
}

fn authors(post: &Value) -> Vec<Value> {
    let authors = post["_embedded"]["author"].as_array().into_iter().flatten();
    let names = authors.filter_map(|author| author["name"].as_str());
    let names = names.map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| json!({ "name": name })).collect()
}

fn tags(post: &Value) -> Vec<Value> {
    let groups = post["_embedded"]["wp:term"]
        .as_array()
        .into_iter()
        .flatten();
    let terms = groups.filter_map(Value::as_array).flatten();
    let mut tags = Vec::new();
    for term in terms {
        let is_topic = matches!(term["taxonomy"].as_str(), Some("category" | "post_tag"));
        let name = html::words(term["name"].as_str().unwrap_or_default());
        let tag = json!(name);
        if is_topic && term["slug"] != NO_TOPIC && !name.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// The featured picture first, then those that belong to the post and do not stand in its text.
fn photos(post: &Value, files: &[&Value]) -> Vec<Value> {
    let featured = post["_embedded"]["wp:featuredmedia"].as_array();
    let featured = featured.into_iter().flatten();
    let text = post["content"]["rendered"].as_str().unwrap_or_default();
    let others = files.iter().copied().filter(|file| !stands_in(text, file));
    let mut photos: Vec<Value> = Vec::new();
    for file in featured.chain(others) {
        let (Some(url), "image") = (file["source_url"].as_str(), kind_of(file)) else {
            continue;
        };
        if photos.iter().any(|known| known["url"] == url) {
            continue;
        }
        let mut photo = Map::new();
        let mut set = |name: &str, value: Option<Value>| {
            photo.extend(value.map(|value| (name.to_owned(), value)));
        };
        let size = |name: &str| file["media_details"][name].as_u64().map(Value::from);
        set("url", Some(json!(url)));
        set("width", size("width"));
        set("height", size("height"));
        let alt = file["alt_text"].as_str().map(str::trim);
        set("alt", alt.filter(|alt| !alt.is_empty()).map(Value::from));
        set("caption", rendered(&file["caption"]));
        photos.push(Value::Object(photo));
    }
    photos
}

/// Whether a text shows a picture: under its own name, or that of a smaller copy (`hall-300x200.jpg`).
fn stands_in(text: &str, file: &Value) -> bool {
    let url = file["source_url"].as_str().unwrap_or_default();
    let stem = url.rsplit_once('.').map_or(url, |(stem, _)| stem);
    let name = stem.rsplit('/').next().unwrap_or_default();
    !name.is_empty()
        && [".", "-"]
            .iter()
            .any(|end| text.contains(&format!("/{name}{end}")))
}

fn kind_of(file: &Value) -> &str {
    let kind = file["mime_type"].as_str().unwrap_or_default();
    kind.split('/').next().unwrap_or_default()
}

fn attachments(files: &[&Value]) -> Vec<Value> {
    let files = files.iter().filter(|file| kind_of(file) != "image");
    let attachments = files.filter_map(|file| {
        let kind = file["mime_type"].as_str()?;
        let mut attachment = json!({ "url": file["source_url"].as_str()?, "mime_type": kind });
        if let Some(title) = rendered(&file["title"]) {
            attachment["title"] = title;
        }
        if let Some(n_bytes) = file["media_details"]["filesize"].as_u64() {
            attachment["size_in_bytes"] = json!(n_bytes);
        }
        Some(attachment)
    });
    attachments.collect()
}

/// The ids of the same post in other languages. Posts are numbered, and a post's id ends in its number (`…/?p=12`); where it does
/// not, nothing is said.
fn translations(post: &Value, id: &str) -> Option<Value> {
    let own = post["id"].as_u64()?;
    let stem = id.strip_suffix(&own.to_string())?;
    let stem = stem.ends_with('=').then_some(stem)?;
    let mut translations = Map::new();
    let mut add = |tag: &str, number: Option<u64>| {
        if let Some(number) = number.filter(|number| *number != own) {
            let tag = tag.split('_').next().unwrap_or(tag);
            translations.insert(tag.to_owned(), json!(format!("{stem}{number}")));
        }
    };
    for (tag, number) in post["translations"].as_object().into_iter().flatten() {
        add(tag, number.as_u64());
    }
    for other in post["wpml_translations"].as_array().into_iter().flatten() {
        add(
            other["locale"].as_str().unwrap_or_default(),
            other["id"].as_u64(),
        );
    }
    (!translations.is_empty()).then_some(Value::Object(translations))
}
