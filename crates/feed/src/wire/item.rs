//! An item as written. Refuses to know that a field is required: a missing one is seen in `read`.

use super::feed::WireAuthor;
use super::{Id, List, Map, Wire, wire_object};
use crate::json::JsonSource;
use crate::pointer::Path;
use crate::warnings::Log;

wire_object! {
    /// An item.
    WireItem {
        id: Id,
        url: String,
        external_url: String,
        title: String,
        content_html: String,
        content_text: String,
        summary: String,
        image: String,
        banner_image: String,
        date_published: String,
        date_modified: String,
        author: WireAuthor,
        authors: List<WireAuthor>,
        tags: List<String>,
        language: String,
        attachments: List<WireAttachment>,
        _nashra: WireItemExtension,
    }
}

wire_object! {
    /// `_nashra` on an item.
    WireItemExtension {
        kind: String,
        slug: String,
        direction: String,
        translations: Map<Id>,
        label: String,
        event: WireEvent,
        photos: List<WirePhoto>,
        related: List<Id>,
        report: WireReport,
        online_url: String,
        corrections: List<WireNote>,
        embargo_until: Embargo,
        withdrawn: Withdrawn,
        aliases: List<String>,
        office: String,
    }
}

wire_object! {
    /// An attachment.
    WireAttachment {
        url: String,
        mime_type: String,
        title: String,
        size_in_bytes: f64,
        duration_in_seconds: f64,
        _nashra: WireAttachmentExtension,
    }
}

wire_object! {
    /// `_nashra` on an attachment.
    WireAttachmentExtension { language: String, sha256: String, page_count: f64, pages: String }
}

wire_object! {
    /// When and where something takes place.
    WireEvent {
        start: String,
        end: String,
        time_zone: String,
        venue: String,
        locality: String,
        country: String,
        attendance: String,
        status: String,
        join_url: String,
        recording_url: String,
    }
}

wire_object! {
    /// A photo.
    WirePhoto {
        url: String,
        width: f64,
        height: f64,
        alt: String,
        caption: String,
        credit: String,
        rights: String,
        focus: List<f64>,
        thumbhash: String,
        sources: List<WirePhotoSource>,
    }
}

wire_object! {
    /// Another file of the same photo.
    WirePhotoSource { url: String, mime_type: String, width: f64 }
}

wire_object! {
    /// What only reports have.
    WireReport {
        publishers: List<String>,
        isbn: String,
        doi: String,
        issn: String,
        page_progression: String,
        cover: WirePhoto,
    }
}

wire_object! {
    /// A dated note: a correction, a withdrawal.
    WireNote { date: String, note: String }
}

/// `embargo_until`: whatever is written there, it says that there is an embargo.
pub(crate) struct Embargo(pub(crate) Option<String>);

impl Wire for Embargo {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        Some(Self(String::read(source, path, log)))
    }
}

/// `withdrawn`: a note or, for short, `true`. Whatever else is written there but `false`, the item is withdrawn.
pub(crate) struct Withdrawn(pub(crate) Option<WireNote>);

impl Wire for Withdrawn {
    fn read<S: JsonSource>(source: &S, path: &Path<'_>, log: &mut Log) -> Option<Self> {
        match source.as_bool() {
            Some(withdrawn) => withdrawn.then_some(Self(None)),
            None => Some(Self(WireNote::read(source, path, log))),
        }
    }
}
