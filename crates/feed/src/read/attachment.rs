//! Attachments as meant, and what kind of file they are. Refuses to look into the files.

use super::{Context, Node};
use crate::model::Attachment;
use crate::warnings::FeedProblem;

/// JSON numbers are exact up to here (RFC 8259, section 6), and no file is longer.
const MAX_BYTES: u64 = 1 << 53;

/// The attachment, if it has a file.
pub(super) fn attachment(node: &Node<'_>, context: &mut Context<'_>) -> Option<Attachment> {
    let url = context.web_url(node, "url")?;
    let own = node.get("_nashra");
    let invalid = FeedProblem::InvalidValue;
    let sha256 = context.checked(&own, "sha256", is_sha256, invalid);
    Some(Attachment {
        mime_type: mime_type(node, &url, context),
        url,
        title: context.title(node, "title"),
        size_in_bytes: context.count(node, "size_in_bytes", MAX_BYTES),
        duration_in_seconds: duration(&node.get("duration_in_seconds"), context),
        language: context.language(&own, "language"),
        sha256: sha256.map(|digits| digits.to_ascii_lowercase()),
        page_count: context
            .count(&own, "page_count", u32::MAX.into())
            .map(|count| count as u32),
        pages: context.web_url(&own, "pages"),
    })
}

/// 0 stands for nothing here too.
fn duration(node: &Node<'_>, context: &mut Context<'_>) -> Option<f64> {
    let seconds = node.number().filter(|seconds| *seconds != 0.0)?;
    let duration = if seconds > 0.0 {
        Ok(seconds)
    } else {
        Err(FeedProblem::ImpossibleSize)
    };
    context.keep(duration, &node.path)
}

fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The media type: as declared, unless that says no more than "bytes"; else by the URL's extension.
#[inline(never)]
pub(super) fn mime_type(node: &Node<'_>, url: &str, context: &mut Context<'_>) -> Option<String> {
    let node = node.get("mime_type");
    let declared = node.text().unwrap_or("").to_ascii_lowercase();
    let essence = declared.split(';').next().unwrap_or("").trim();
    let synonym = SYNONYMS.iter().find(|(old, _)| *old == essence);
    let essence = synonym.map_or(essence, |(_, registered)| registered);
    if is_mime_type(essence) {
        return Some(essence.to_owned());
    }
    if !essence.is_empty() {
        context.log.add(&node.path, FeedProblem::InvalidValue);
    }
    by_extension(url).map(str::to_owned)
}

/// Names that were in use before the types were registered, and those that say nothing.
const SYNONYMS: [(&str, &str); 6] = [
    ("application/octet-stream", ""),
    ("binary/octet-stream", ""),
    ("application/x-pdf", "application/pdf"),
    ("audio/mp3", "audio/mpeg"),
    ("audio/x-m4a", "audio/mp4"),
    ("image/jpg", "image/jpeg"),
];

/// `type/subtype` (RFC 6838, section 4.2).
fn is_mime_type(text: &str) -> bool {
    text.len() <= 255
        && text
            .split_once('/')
            .is_some_and(|(kind, subtype)| !kind.is_empty() && !subtype.is_empty())
        && text.bytes().filter(|b| *b == b'/').count() == 1
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"/!#$&-^_.+".contains(&b))
}

fn by_extension(url: &str) -> Option<&'static str> {
    let path = url.split(['?', '#']).next()?;
    let (_, name) = path.rsplit_once('/')?;
    let (_, extension) = name.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    let found = EXTENSIONS.iter().find(|(known, _)| *known == extension);
    found.map(|(_, mime_type)| *mime_type)
}

const EXTENSIONS: [(&str, &str); 27] = [
    ("pdf", "application/pdf"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    ("doc", "application/msword"),
    ("xls", "application/vnd.ms-excel"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("epub", "application/epub+zip"),
    ("csv", "text/csv"),
    ("txt", "text/plain"),
    ("json", "application/json"),
    ("zip", "application/zip"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("wav", "audio/wav"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("vtt", "text/vtt"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("svg", "image/svg+xml"),
];
