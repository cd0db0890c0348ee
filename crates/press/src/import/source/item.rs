//! One item's fields.
//!
//! It refuses to download anything: pictures and files stay where the source has them.

use feed_rs::model::{Entry, Image, Link, MediaContent, MediaObject, Person, Text};
use serde_json::{Map, Value, json};

use super::zones::Zones;
use crate::import::fields::{Fields, list, push};
use crate::import::{html, old_path};

/// What an item is read with.
pub(super) struct Context<'a> {
    pub(super) zones: &'a Zones,
    /// The newsroom's address.
    pub(super) base_url: Option<&'a str>,
    pub(super) feed_language: Option<&'a str>,
}

/// The fields of `entry`; `plain` is the same item without media elements, and with dates that are read more leniently.
pub(super) fn fields(entry: &Entry, plain: &Entry, context: &Context<'_>) -> Fields {
    let mut fields: Fields = vec![("id", json!(entry.id))];
    let link = page(&entry.links);
    push(&mut fields, "url", link.map(|link| json!(link.href)));
    push(&mut fields, "title", entry.title.as_ref().and_then(words));
    push_content(&mut fields, entry);
    let photos = photos(entry, plain);
    let thumbnail = entry.media.iter().flat_map(|object| &object.thumbnails);
    let thumbnail = thumbnail.map(|thumbnail| &thumbnail.image).next();
    // Thumbnails are small.
    let thumbnail = thumbnail.map(|image: &Image| json!(image.uri));
    let first = photos.first().map(|photo| photo["url"].clone());
    let image = first.or(thumbnail);
    push(&mut fields, "image", image);
    push_dates(&mut fields, entry, plain, context.zones);
    push(&mut fields, "authors", list(authors(entry)));
    push(&mut fields, "tags", list(tags(entry)));
    let language = entry.language.as_deref();
    let language = language.filter(|tag| context.feed_language != Some(tag));
    push(&mut fields, "language", language.map(Value::from));
    push(&mut fields, "attachments", list(attachments(entry, plain)));
    let alias = link.and_then(|link| old_path(&link.href, context.base_url?));
    push(
        &mut fields,
        "_nashra.aliases",
        alias.map(|path| json!([path])),
    );
    push(&mut fields, "_nashra.photos", list(photos));
    fields
}

/// The link to the item's page.
fn page(links: &[Link]) -> Option<&Link> {
    let is = |link: &&Link, rel: Option<&str>| link.rel.as_deref() == rel && link.target.is_none();
    let alternate = links.iter().find(|link| is(link, Some("alternate")));
    alternate.or_else(|| links.iter().find(|link| is(link, None)))
}

/// Content where there is some, else the description; beside content, the description is the summary.
fn push_content(fields: &mut Fields, entry: &Entry) {
    let content = entry
        .content
        .as_ref()
        .and_then(|content| Some((content, content.body.as_ref()?)));
    let summary = entry
        .summary
        .as_ref()
        .filter(|summary| !summary.content.trim().is_empty());
    if let Some((content, body)) = content {
        let name = if is_html(content.content_type.subty().as_str()) {
            "content_html"
        } else {
            "content_text"
        };
        push(fields, name, Some(json!(body)));
        push(fields, "summary", summary.and_then(words));
    } else if let Some(summary) = summary {
        let name = if is_html(summary.content_type.subty().as_str()) {
            "content_html"
        } else {
            "content_text"
        };
        push(fields, name, Some(json!(summary.content)));
    }
}

/// By the second half of its type.
fn is_html(subtype: &str) -> bool {
    matches!(subtype, "html" | "xhtml" | "xhtml+xml")
}

/// A text that may hold no markup.
fn words(text: &Text) -> Option<Value> {
    let words = if is_html(text.content_type.subty().as_str()) {
        html::words(&text.content)
    } else {
        text.content.trim().to_owned()
    };
    (!words.is_empty()).then(|| json!(words))
}

fn push_dates(fields: &mut Fields, entry: &Entry, plain: &Entry, zones: &Zones) {
    let updated = entry.updated.or(plain.updated);
    let published = entry.published.or(plain.published).or(updated);
    let modified = updated.filter(|moment| Some(*moment) != published);
    let spell = |moment| json!(zones.spell(moment));
    push(fields, "date_published", published.map(spell));
    push(fields, "date_modified", modified.map(spell));
}

fn authors(entry: &Entry) -> Vec<Value> {
    let mut authors = Vec::new();
    for person in &entry.authors {
        let mut author = Map::new();
        let name = person
            .name
            .as_deref()
            .map(str::trim)
            .filter(|name| !name.is_empty());
        author.extend(name.map(|name| ("name".to_owned(), json!(name))));
        author.extend(website(person).map(|url| ("url".to_owned(), json!(url))));
        let author = Value::Object(author);
        if author != json!({}) && !authors.contains(&author) {
            authors.push(author);
        }
    }
    authors
}

/// Addresses for mail are not made public by an import.
fn website(person: &Person) -> Option<&str> {
    person.uri.as_deref().filter(|url| url.starts_with("http"))
}

fn tags(entry: &Entry) -> Vec<Value> {
    let mut tags = Vec::new();
    for category in &entry.categories {
        let tag = category.label.as_deref().unwrap_or(&category.term).trim();
        if !tag.is_empty() && !tags.contains(&json!(tag)) {
            tags.push(json!(tag));
        }
    }
    tags
}

/// Files of all kinds but pictures: enclosures, Atom's links to them, media elements.
fn attachments(entry: &Entry, plain: &Entry) -> Vec<Value> {
    let mut attachments: Vec<Value> = Vec::new();
    let mut add = |attachment: Map<String, Value>| {
        let is_known = attachments
            .iter()
            .any(|known| known["url"] == attachment["url"]);
        if !is_known {
            attachments.push(Value::Object(attachment));
        }
    };
    for link in entry
        .links
        .iter()
        .filter(|link| link.rel.as_deref() == Some("enclosure"))
    {
        let kind = link.media_type.as_deref();
        if !kind.is_some_and(|kind| kind.starts_with("image/")) {
            add(attachment(
                &link.href,
                kind,
                link.title.as_deref(),
                link.length,
            ));
        }
    }
    for (object, content) in contents(entry, plain) {
        let (Some(url), false) = (&content.url, is_picture(content)) else {
            continue;
        };
        let kind = content.content_type.as_ref().map(|kind| kind.to_string());
        let title = object.title.as_ref().map(|title| &*title.content);
        let mut attachment = attachment(url.as_str(), kind.as_deref(), title, content.size);
        let duration = content.duration.or(object.duration);
        attachment.extend(
            duration.map(|duration| ("duration_in_seconds".to_owned(), json!(duration.as_secs()))),
        );
        add(attachment);
    }
    attachments
}

fn attachment(
    url: &str,
    kind: Option<&str>,
    title: Option<&str>,
    n_bytes: Option<u64>,
) -> Map<String, Value> {
    let mut attachment = Map::new();
    attachment.insert("url".to_owned(), json!(url));
    let kind = kind.unwrap_or("application/octet-stream");
    attachment.insert("mime_type".to_owned(), json!(kind));
    attachment.extend(title.map(|title| ("title".to_owned(), json!(title))));
    // Many feeds say 0 for what they do not know.
    let n_bytes = n_bytes.filter(|n| *n > 0);
    attachment.extend(n_bytes.map(|n| ("size_in_bytes".to_owned(), json!(n))));
    attachment
}

/// Pictures of media elements and enclosures.
fn photos(entry: &Entry, plain: &Entry) -> Vec<Value> {
    let mut photos: Vec<Value> = Vec::new();
    for (object, content) in contents(entry, plain) {
        let (Some(url), true) = (&content.url, is_picture(content)) else {
            continue;
        };
        let mut photo = Map::new();
        let mut set = |name: &str, value: Option<Value>| {
            photo.extend(value.map(|value| (name.to_owned(), value)));
        };
        set("url", Some(json!(url.as_str())));
        set("width", content.width.map(Value::from));
        set("height", content.height.map(Value::from));
        set(
            "caption",
            object
                .description
                .as_ref()
                .or(object.title.as_ref())
                .and_then(words),
        );
        set(
            "credit",
            object.credits.first().map(|credit| json!(credit.entity)),
        );
        let is_known = photos.iter().any(|known| known["url"] == photo["url"]);
        if !is_known {
            photos.push(Value::Object(photo));
        }
    }
    photos
}

fn contents<'a>(
    entry: &'a Entry,
    plain: &'a Entry,
) -> impl Iterator<Item = (&'a MediaObject, &'a MediaContent)> {
    let objects = entry.media.iter().chain(&plain.media);
    objects.flat_map(|object| object.content.iter().map(move |content| (object, content)))
}

fn is_picture(content: &MediaContent) -> bool {
    let kind = content.content_type.as_ref();
    match kind {
        Some(kind) => kind.ty().as_str() == "image",
        None => {
            let path = content.url.as_ref().map_or("", |url| url.path());
            let (_, extension) = path.rsplit_once('.').unwrap_or_default();
            ["jpg", "jpeg", "png", "webp", "gif", "avif"].contains(&&*extension.to_lowercase())
        }
    }
}
