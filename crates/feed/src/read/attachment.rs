//! Attachments as meant, and what kind of file they are. Refuses to look into the files.

use super::{Context, text};
use crate::model::Attachment;
use crate::pointer::Path;
use crate::warnings::FeedProblem;
use crate::wire::List;
use crate::wire::item::WireAttachment;

/// JSON numbers are exact up to here (RFC 8259, section 6), and no file is longer.
const MAX_BYTES: u64 = 1 << 53;

/// All attachments that have a file.
pub(super) fn attachments(
    list: Option<List<WireAttachment>>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Vec<Attachment> {
    let mut out = Vec::new();
    for (index, wire) in list.into_iter().flat_map(|list| list.0).enumerate() {
        out.extend(wire.and_then(|wire| attachment(wire, &path.index(index), context)));
    }
    out
}

fn attachment(
    wire: WireAttachment,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Option<Attachment> {
    let Some(url) = context.web_url(wire.url, &path.key("url")) else {
        context.log.add(path, FeedProblem::Incomplete);
        return None;
    };
    let extension = wire._nashra.unwrap_or_default();
    let extension_path = path.key("_nashra");
    let duration = match wire.duration_in_seconds {
        Some(seconds) if seconds > 0.0 && seconds.is_finite() => Some(seconds),
        // Tools write 0 where they do not know.
        None | Some(0.0) => None,
        Some(_) => {
            let path = path.key("duration_in_seconds");
            context.log.add(&path, FeedProblem::ImpossibleSize);
            None
        }
    };
    let size = wire.size_in_bytes.filter(|size| *size != 0.0);
    Some(Attachment {
        mime_type: mime_type(wire.mime_type, &url, &path.key("mime_type"), context),
        url,
        title: text(wire.title),
        size_in_bytes: context.count(size, MAX_BYTES, &path.key("size_in_bytes")),
        duration_in_seconds: duration,
        language: context.language(extension.language, &extension_path.key("language")),
        sha256: context
            .checked(extension.sha256, is_sha256, &extension_path.key("sha256"))
            .map(|digits| digits.to_ascii_lowercase()),
        page_count: context
            .count(
                extension.page_count,
                u32::MAX.into(),
                &extension_path.key("page_count"),
            )
            .map(|count| count as u32),
        pages: context.web_url(extension.pages, &extension_path.key("pages")),
    })
}

fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The media type: as declared, unless that says no more than "bytes"; else by the URL's extension.
pub(super) fn mime_type(
    declared: Option<String>,
    url: &str,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Option<String> {
    let essence = declared.map(|declared| {
        let essence = declared.split(';').next().unwrap_or_default();
        essence.trim().to_ascii_lowercase()
    });
    match essence.as_deref() {
        None | Some("" | "application/octet-stream" | "binary/octet-stream") => {}
        // Names that were in use before the types were registered.
        Some("application/x-pdf") => return Some("application/pdf".to_owned()),
        Some("audio/mp3" | "audio/x-mp3") => return Some("audio/mpeg".to_owned()),
        Some("image/jpg") => return Some("image/jpeg".to_owned()),
        Some(essence) => {
            if is_mime_type(essence) {
                return Some(essence.to_owned());
            }
            context.log.add(path, FeedProblem::InvalidValue);
        }
    }
    by_extension(url).map(str::to_owned)
}

/// `type/subtype` (RFC 6838, section 4.2).
fn is_mime_type(text: &str) -> bool {
    let is_name = |name: &str| {
        (1..=127).contains(&name.len())
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    text.split_once('/')
        .is_some_and(|(kind, subtype)| is_name(kind) && is_name(subtype))
}

fn by_extension(url: &str) -> Option<&'static str> {
    let path = url.split(['?', '#']).next()?;
    let (_, name) = path.rsplit_once('/')?;
    let (_, extension) = name.rsplit_once('.')?;
    Some(match extension.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "ppt" => "application/vnd.ms-powerpoint",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "epub" => "application/epub+zip",
        "csv" => "text/csv",
        "txt" => "text/plain",
        "json" => "application/json",
        "zip" => "application/zip",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" => "audio/ogg",
        "wav" => "audio/wav",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "vtt" => "text/vtt",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "svg" => "image/svg+xml",
        _ => return None,
    })
}
