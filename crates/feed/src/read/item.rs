//! An item as meant. Refuses an item without an id, and one whose embargo cannot be read.

use super::attachment::attachments;
use super::event::event;
use super::photo::{photo, photos};
use super::{Context, Defaults, authors, text};
use crate::model::{Attachment, Content, Item, Kind, Note, ReportDetails};
use crate::moment::{self, Moment};
use crate::plain_text;
use crate::pointer::Path;
use crate::slug;
use crate::warnings::FeedProblem;
use crate::wire::item::{Embargo, WireItem, WireNote, WireReport};
use crate::wire::{Id, List, Map};

/// The item; `None` when it must be skipped, after a warning.
pub(super) fn item(
    wire: WireItem,
    defaults: &Defaults,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Option<Item> {
    let Some(id) = wire.id.and_then(self::id) else {
        context.log.add(path, FeedProblem::MissingId);
        return None;
    };
    let own = wire._nashra.unwrap_or_default();
    let own_path = &path.key("_nashra");
    let embargo_until = embargo(own.embargo_until, &own_path.key("embargo_until"), context).ok()?;

    let url = context.web_url(wire.url, &path.key("url"));
    let content = content(wire.content_html, wire.content_text);
    let attachments = attachments(wire.attachments, &path.key("attachments"), context);
    let kind = kind(own.kind, content.as_ref(), &attachments, own_path, context);
    let language = context.language(wire.language, &path.key("language"));
    let direction = context.direction(own.direction, &own_path.key("direction"));
    let mut authors = authors(wire.authors, wire.author, path, context);
    if authors.is_empty() {
        authors.clone_from(&defaults.authors);
    }
    let line = |text: Option<String>| plain_text::line(&text?);
    Some(Item {
        slug: slug(
            own.slug,
            url.as_deref(),
            &id,
            &own_path.key("slug"),
            context,
        ),
        kind,
        external_url: context.link(wire.external_url, &path.key("external_url")),
        title: text(wire.title),
        label: line(own.label),
        base_url: defaults.base_url.clone(),
        summary: wire
            .summary
            .and_then(|text| plain_text::block(&plain_text::decode_references(&text))),
        image: context.web_url(wire.image, &path.key("image")),
        banner_image: context.web_url(wire.banner_image, &path.key("banner_image")),
        published: context.moment(wire.date_published, &path.key("date_published")),
        modified: context.moment(wire.date_modified, &path.key("date_modified")),
        authors,
        tags: distinct(wire.tags, text),
        direction: direction.or_else(|| {
            let shares = language.is_none() || language == defaults.language;
            defaults.direction.filter(|_| shares)
        }),
        language: language.or_else(|| defaults.language.clone()),
        attachments,
        translations: translations(own.translations, &own_path.key("translations"), context),
        event: own
            .event
            .and_then(|wire| event(wire, &own_path.key("event"), context)),
        photos: photos(own.photos, &own_path.key("photos"), context),
        related: distinct(own.related, |id| self::id(id?)),
        report: report(own.report, kind, &own_path.key("report"), context),
        online_url: context.link(own.online_url, &own_path.key("online_url")),
        corrections: corrections(own.corrections, &own_path.key("corrections"), context),
        embargo_until,
        withdrawn: own
            .withdrawn
            .map(|withdrawn| note(withdrawn.0, &own_path.key("withdrawn"), context)),
        aliases: aliases(own.aliases, &own_path.key("aliases"), context),
        office: line(own.office),
        url,
        content,
        id,
    })
}

/// An id without white space or controls around or in it; `None` when it is blank.
fn id(wire: Id) -> Option<String> {
    plain_text::line(&wire.0)
}

/// An embargo that is no date holds the item back: a wrong guess here publishes what must not be read yet.
fn embargo(
    wire: Option<Embargo>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Result<Option<Moment>, ()> {
    let Some(Embargo(text)) = wire else {
        return Ok(None);
    };
    let text = text.as_deref().map(str::trim);
    match (text, text.and_then(moment::parse)) {
        (Some(""), _) => Ok(None),
        // Without an offset it could end up to 14 hours later than it says.
        (_, Some(parsed)) if !parsed.lacks_offset => Ok(Some(parsed.moment)),
        _ => {
            context.log.add(path, FeedProblem::UnreadableEmbargo);
            Err(())
        }
    }
}

fn content(html: Option<String>, text: Option<String>) -> Option<Content> {
    let html = html.filter(|html| !html.trim().is_empty());
    let text = text.and_then(|text| plain_text::block(&text));
    match (html, text) {
        (Some(html), text) => Some(Content::Html { html, text }),
        (None, text) => text.map(Content::Text),
    }
}

/// As declared, else a report when it has a PDF and no text.
fn kind(
    declared: Option<String>,
    content: Option<&Content>,
    attachments: &[Attachment],
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Kind {
    let kinds = [("release", Kind::Release), ("report", Kind::Report)];
    let declared = context.choice(declared, &kinds, &path.key("kind"));
    let is_document = content.is_none() && attachments.iter().any(Attachment::is_pdf);
    declared.unwrap_or(if is_document {
        Kind::Report
    } else {
        Kind::Release
    })
}

fn slug(
    declared: Option<String>,
    url: Option<&str>,
    id: &str,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> String {
    let Some(declared) = declared.filter(|slug| !slug.trim().is_empty()) else {
        return slug::derived(url, id);
    };
    let slug = slug::from_text(&declared, id);
    if slug != declared {
        context.log.add(path, FeedProblem::SlugChanged);
    }
    slug
}

/// What is left of a list, each once.
fn distinct<T>(list: Option<List<T>>, read: fn(Option<T>) -> Option<String>) -> Vec<String> {
    let mut out = Vec::new();
    for text in list.into_iter().flat_map(|list| list.0).filter_map(read) {
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

fn translations(
    map: Option<Map<Id>>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (key, value) in map.into_iter().flat_map(|map| map.0) {
        let tag = context.language(Some(key.clone()), &path.key(&key));
        out.extend(tag.zip(value.and_then(id)));
    }
    // Objects have no order: the browser keeps the file's, other readers do not.
    out.sort_unstable();
    out
}

fn report(
    wire: Option<WireReport>,
    kind: Kind,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Option<ReportDetails> {
    let wire = wire?;
    if kind != Kind::Report {
        context.log.add(path, FeedProblem::ReportOnRelease);
        return None;
    }
    let line = |text: Option<String>| plain_text::line(&text?);
    let progression = path.key("page_progression");
    Some(ReportDetails {
        publishers: distinct(wire.publishers, line),
        isbn: line(wire.isbn),
        doi: context.checked(wire.doi.map(bare_doi), is_doi, &path.key("doi")),
        issn: line(wire.issn),
        page_progression: context.direction(wire.page_progression, &progression),
        cover: wire
            .cover
            .and_then(|wire| photo(wire, &path.key("cover"), context)),
    })
}

/// A DOI is often written as the address that resolves it.
fn bare_doi(doi: String) -> String {
    match doi.find("10.") {
        Some(start) => doi[start..].to_owned(),
        None => doi,
    }
}

/// `10.`, a registrant, a slash and a name (ISO 26324).
fn is_doi(doi: &str) -> bool {
    let name = doi.split_once('/').map_or("", |(_, name)| name);
    doi.starts_with("10.") && !name.is_empty() && !doi.contains(char::is_whitespace)
}

fn note(wire: Option<WireNote>, path: &Path<'_>, context: &mut Context<'_>) -> Note {
    let wire = wire.unwrap_or_default();
    Note {
        date: context.moment(wire.date, &path.key("date")),
        note: wire.note.and_then(|text| plain_text::block(&text)),
    }
}

/// A correction that does not say what was corrected is none.
fn corrections(
    list: Option<List<WireNote>>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Vec<Note> {
    let mut out = Vec::new();
    for (index, wire) in list.into_iter().flat_map(|list| list.0).enumerate() {
        let path = path.index(index);
        let Some(wire) = wire else { continue };
        let note = note(Some(wire), &path, context);
        if note.note.is_some() {
            out.push(note);
        } else {
            context.log.add(&path, FeedProblem::Incomplete);
        }
    }
    out
}

/// Old paths end up in the redirect files of web servers, one on a line: nothing but URL characters may pass.
fn aliases(list: Option<List<String>>, path: &Path<'_>, context: &mut Context<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for (index, alias) in list.into_iter().flat_map(|list| list.0).enumerate() {
        out.extend(context.checked(alias, is_path, &path.index(index)));
    }
    out
}

fn is_path(text: &str) -> bool {
    text.starts_with('/')
        && !text.starts_with("//")
        && !text.split('/').any(|segment| matches!(segment, "." | ".."))
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"/-._~!$&'()+,;=:@%?".contains(&b))
}
