//! What a feed may hold: JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>), 1.0's `author`, and `_nashra`.
//! Refuses to know which fields are required: a missing one is seen in `read`.

use super::Shape::{
    self, Bool, BoolOr, Id, List, Map, Noted, Number, Object, Passed, Text, TextOr,
};
use super::published;

/// The top of a feed. Its items are read one at a time, so that no feed is held twice.
pub(crate) const FEED: Shape = Object(&[
    ("version", Text),
    ("title", Text),
    ("home_page_url", Text),
    ("feed_url", Text),
    ("next_url", Text),
    ("description", Text),
    ("icon", Text),
    ("favicon", Text),
    ("author", AUTHOR),
    ("authors", List(&AUTHOR)),
    ("language", Text),
    ("expired", Bool),
    ("items", Passed),
    ("hubs", Passed),
    ("user_comment", Passed),
    (
        "_nashra",
        Object(&[("version", Number), ("direction", Text)]),
    ),
]);

// Many feeds write the name alone.
const AUTHOR: Shape = TextOr(&Object(&[("name", Text), ("url", Text), ("avatar", Text)]));

/// An item.
pub(crate) const ITEM: Shape = Object(&[
    ("id", Id),
    ("url", Text),
    ("external_url", Text),
    ("title", Text),
    ("content_html", Text),
    ("content_text", Text),
    ("summary", Text),
    ("image", Text),
    ("banner_image", Text),
    ("date_published", Text),
    ("date_modified", Text),
    ("author", AUTHOR),
    ("authors", List(&AUTHOR)),
    ("tags", List(&Text)),
    ("language", Text),
    ("attachments", List(&ATTACHMENT)),
    ("_nashra", ITEM_EXTENSION),
]);

const ITEM_EXTENSION: Shape = Object(&[
    ("kind", Text),
    ("slug", Text),
    ("direction", Text),
    ("translations", Map(&Id)),
    ("label", Text),
    ("event", EVENT),
    ("photos", List(&PHOTO)),
    ("pictures", List(&PHOTO)),
    ("related", List(&Id)),
    ("report", REPORT),
    ("online_url", Text),
    ("corrections", List(&NOTE)),
    // Whatever is written there, it says that there is an embargo, and that the item is withdrawn.
    ("embargo_until", Noted(&Text)),
    ("withdrawn", Noted(&BoolOr(&NOTE))),
    ("aliases", List(&Text)),
    ("office", Text),
    ("pack", published(BoolOr(&List(&Number)))),
]);

const ATTACHMENT: Shape = Object(&[
    ("url", Text),
    ("mime_type", Text),
    ("title", Text),
    ("size_in_bytes", Number),
    ("duration_in_seconds", Number),
    (
        "_nashra",
        Object(&[
            ("language", Text),
            ("sha256", Text),
            ("page_count", Number),
            ("pages", Text),
        ]),
    ),
]);

const EVENT: Shape = Object(&[
    ("start", Text),
    ("end", Text),
    ("time_zone", Text),
    ("venue", Text),
    ("locality", Text),
    ("country", Text),
    ("attendance", Text),
    ("status", Text),
    ("join_url", Text),
    ("recording_url", Text),
]);

const PHOTO: Shape = Object(&[
    ("url", Text),
    ("width", Number),
    ("height", Number),
    ("alt", Text),
    ("caption", Text),
    ("credit", Text),
    ("rights", Text),
    ("focus", List(&Number)),
    ("thumbhash", Text),
    (
        "sources",
        List(&Object(&[
            ("url", Text),
            ("mime_type", Text),
            ("width", Number),
        ])),
    ),
]);

const REPORT: Shape = Object(&[
    ("publishers", List(&Text)),
    ("isbn", Text),
    ("doi", Text),
    ("issn", Text),
    ("page_progression", Text),
    ("cover", PHOTO),
]);

const NOTE: Shape = Object(&[("date", Text), ("note", Text)]);
