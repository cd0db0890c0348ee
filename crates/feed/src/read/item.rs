//! An item as meant. Refuses an item without an id, and one whose embargo cannot be read.

use super::attachment::attachment;
use super::event::event;
use super::photo::photo;
use super::{Context, Defaults, Node, authors};
use crate::model::{Attachment, Content, Item, Kind, Note, ReportDetails};
use crate::moment::{self, Moment};
use crate::plain_text;
use crate::slug;
use crate::warnings::FeedProblem;
use crate::wire::Value;

/// The item; `None` when it must be skipped, after a warning.
pub(super) fn item(
    node: &Node<'_>,
    defaults: &Defaults,
    context: &mut Context<'_>,
) -> Option<Item> {
    let id = context.line(node, "id");
    let id = context.keep(id.ok_or(FeedProblem::MissingId), &node.path)?;
    let own = &node.get("_nashra");
    let embargo_until = embargo(&own.get("embargo_until"), context).ok()?;

    let url = context.web_url(node, "url");
    let content = content(node);
    let attachments = context.each(node, "attachments", attachment);
    let kind = kind(own, content.as_ref(), &attachments, context);
    let language = context.language(node, "language");
    let direction = context.direction(own, "direction");
    let mut authors = authors(node, context);
    if authors.is_empty() {
        authors.clone_from(&defaults.authors);
    }
    Some(Item {
        slug: slug(&own.get("slug"), url.as_deref(), &id, context),
        kind,
        external_url: context.link(node, "external_url"),
        title: context.title(node, "title"),
        label: context.line(own, "label"),
        base_url: defaults.base_url.clone(),
        summary: context.summary(node, "summary"),
        image: context.web_url(node, "image"),
        banner_image: context.web_url(node, "banner_image"),
        published: context.moment(node, "date_published"),
        modified: context.moment(node, "date_modified"),
        authors,
        tags: tags(node, context),
        direction: direction.or_else(|| {
            let shares = language.is_none() || language == defaults.language;
            defaults.direction.filter(|_| shares)
        }),
        language: language.or_else(|| defaults.language.clone()),
        attachments,
        translations: translations(&own.get("translations"), context),
        event: event(&own.get("event"), context),
        photos: context.each(own, "photos", photo),
        pictures: context.each(own, "pictures", photo),
        related: context.texts(own, "related", plain_text::line),
        report: report(&own.get("report"), kind, context),
        online_url: context.link(own, "online_url"),
        corrections: context.each(own, "corrections", |node, context| {
            Some(note(node, context)).filter(|note| note.note.is_some())
        }),
        embargo_until,
        withdrawn: withdrawn(&own.get("withdrawn"), context),
        // Old paths end up in the redirect files of web servers, one on a line.
        aliases: context.texts(own, "aliases", |path| {
            is_path(path).then(|| path.to_owned())
        }),
        office: context
            .checked(own, "office", is_name, FeedProblem::InvalidValue)
            .and_then(|office| plain_text::line(&office)),
        #[cfg(feature = "native")]
        pack: pack(&own.get("pack"), context),
        url,
        content,
        id,
    })
}

/// `true`, or the numbers of a report's pages.
#[cfg(feature = "native")]
fn pack(node: &Node<'_>, context: &mut Context<'_>) -> Option<Vec<u32>> {
    let numbers = match node.value {
        Value::Bool(true) => return Some(Vec::new()),
        Value::List(numbers) => numbers,
        _ => return None,
    };
    let numbers = numbers.iter().enumerate().filter_map(|(at, value)| {
        let element = Node::new(value, node.path.index(at));
        let number = element.number()?;
        let number = crate::json::whole(number).and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| *number > 0);
        context.keep(number.ok_or(FeedProblem::InvalidValue), &element.path)
    });
    Some(numbers.collect())
}

/// An embargo that is no date holds the item back: a wrong guess here publishes what must not be read yet.
fn embargo(node: &Node<'_>, context: &mut Context<'_>) -> Result<Option<Moment>, ()> {
    if !matches!(node.value, Value::Unreadable) {
        let Some(text) = node.text() else {
            return Ok(None);
        };
        // Without an offset it could end up to 14 hours later than it says.
        if let Some(parsed) = moment::parse(text).filter(|parsed| !parsed.lacks_offset) {
            return Ok(Some(parsed.moment));
        }
    }
    context.log.add(&node.path, FeedProblem::UnreadableEmbargo);
    Err(())
}

fn content(node: &Node<'_>) -> Option<Content> {
    let text = node.get("content_text").text().and_then(plain_text::block);
    match node.get("content_html").text() {
        Some(html) => Some(Content::Html {
            html: html.to_owned(),
            text,
        }),
        None => text.map(Content::Text),
    }
}

/// As declared, else a report when it has a PDF and no text.
fn kind(
    own: &Node<'_>,
    content: Option<&Content>,
    attachments: &[Attachment],
    context: &mut Context<'_>,
) -> Kind {
    let is_report = match context.choice(own, "kind", &["release", "report"]) {
        Some(choice) => choice == 1,
        None => content.is_none() && attachments.iter().any(Attachment::is_pdf),
    };
    if is_report {
        Kind::Report
    } else {
        Kind::Release
    }
}

fn slug(node: &Node<'_>, url: Option<&str>, id: &str, context: &mut Context<'_>) -> String {
    let Some(declared) = node.text() else {
        return slug::derived(url, id);
    };
    let slug = slug::from_text(declared, id);
    if slug != declared {
        context.log.add(&node.path, FeedProblem::SlugChanged);
    }
    slug
}

/// Topics. Some sites write all their keywords as one tag: such a list is taken apart.
fn tags(node: &Node<'_>, context: &mut Context<'_>) -> Vec<String> {
    let tags = context.texts(node, "tags", |tag| {
        plain_text::line(&plain_text::decode_references(tag))
    });
    let list = match tags.as_slice() {
        [only] if only.matches(COMMAS).count() > 1 => only.split(COMMAS),
        _ => "".split(COMMAS),
    };
    let mut parts: Vec<String> = Vec::new();
    for part in list.map(str::trim).filter(|part| !part.is_empty()) {
        if !parts.iter().any(|known| known == part) {
            parts.push(part.to_owned());
        }
    }
    let mut tags = if parts.is_empty() { tags } else { parts };
    let n_tags = tags.len();
    tags.retain(|tag| is_name(tag));
    if tags.len() < n_tags {
        let path = node.path.key("tags");
        context.log.add(&path, FeedProblem::InvalidValue);
    }
    tags
}

/// The commas of the scripts that have their own.
const COMMAS: [char; 5] = [',', '،', '、', '，', ';'];

/// The longest topic or office. Each has a page, so its name is that of a folder, which file systems hold to 255 bytes.
const MAX_NAME_BYTES: usize = 200;

/// Whether a name can stand in an address: `.` and `..` are steps there.
fn is_name(name: &str) -> bool {
    name.len() <= MAX_NAME_BYTES && !matches!(name, "." | "..")
}

fn translations(node: &Node<'_>, context: &mut Context<'_>) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (key, value) in node.entries() {
        let entry = Node::new(value, node.path.key(key));
        let tag = context.language_tag(key, &entry.path);
        out.extend(tag.zip(entry.text().and_then(plain_text::line)));
    }
    out
}

fn report(node: &Node<'_>, kind: Kind, context: &mut Context<'_>) -> Option<ReportDetails> {
    if node.value.is_nothing() {
        return None;
    }
    if kind != Kind::Report {
        context.log.add(&node.path, FeedProblem::ReportOnRelease);
        return None;
    }
    let cover = node.get("cover");
    Some(ReportDetails {
        publishers: context.texts(node, "publishers", plain_text::line),
        isbn: context.line(node, "isbn"),
        doi: context
            .checked(node, "doi", is_doi, FeedProblem::InvalidValue)
            .map(|doi| bare_doi(&doi).to_owned()),
        issn: context.line(node, "issn"),
        page_progression: context.direction(node, "page_progression"),
        cover: match cover.value {
            Value::Nothing => None,
            _ => {
                let photo = photo(&cover, context).ok_or(FeedProblem::Incomplete);
                context.keep(photo, &cover.path)
            }
        },
    })
}

/// A DOI is often written as the address that resolves it, or with a label.
fn bare_doi(doi: &str) -> &str {
    let labels = ["https://", "http://", "dx.", "doi.org/", "doi:"];
    labels
        .iter()
        .fold(doi, |doi, label| doi.strip_prefix(label).unwrap_or(doi))
}

/// `10.`, a registrant, a slash and a name (ISO 26324).
fn is_doi(doi: &str) -> bool {
    let doi = bare_doi(doi);
    let name = doi.split_once('/').map_or("", |(_, name)| name);
    doi.starts_with("10.") && !name.is_empty() && !doi.contains(char::is_whitespace)
}

fn note(node: &Node<'_>, context: &mut Context<'_>) -> Note {
    Note {
        date: context.moment(node, "date"),
        note: context.block(node, "note"),
    }
}

/// Whatever is written there but `false`, the item is withdrawn.
fn withdrawn(node: &Node<'_>, context: &mut Context<'_>) -> Option<Note> {
    match node.value {
        Value::Nothing | Value::Bool(false) => None,
        _ => Some(note(node, context)),
    }
}

/// An absolute path without steps, in URL characters only.
fn is_path(text: &str) -> bool {
    text.starts_with('/')
        && !text.starts_with("//")
        && !text
            .split('/')
            .any(|segment| segment == "." || segment == "..")
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"/-._~!$&'()+,;=:@%?".contains(&b))
}
