//! What `site.json` may hold. Refuses to know which fields a newsroom cannot do without.

use super::Shape::{self, Bool, List, Map, Number, Object, OneOrMany, Text, TextOr};
use super::published;

/// The whole file.
pub(crate) const SITE: Shape = Object(&[
    ("nashra", Number),
    ("base_url", Text),
    ("default_language", Text),
    ("time_zone", Text),
    (
        "publisher",
        Object(&[
            ("name", BY_LANGUAGE),
            ("url", Text),
            (
                "logo",
                Object(&[("url", Text), ("width", Number), ("height", Number)]),
            ),
        ]),
    ),
    ("title", BY_LANGUAGE),
    ("languages", List(&LANGUAGE)),
    ("contacts", List(&CONTACT)),
    ("about", BY_LANGUAGE),
    ("press_kit", BY_LANGUAGE),
    (
        "legal_links",
        List(&Object(&[("title", BY_LANGUAGE), ("url", BY_LANGUAGE)])),
    ),
    ("month_names", Text),
    ("offline", Bool),
    ("analytics", published(Text)),
    ("side_by_side", published(Bool)),
]);

const LANGUAGE: Shape = Object(&[
    ("tag", Text),
    ("name", Text),
    ("direction", Text),
    ("feed", OneOrMany(&Text)),
    ("numbering_system", Text),
    ("calendars", List(&Text)),
]);

const CONTACT: Shape = Object(&[
    ("name", BY_LANGUAGE),
    ("role", BY_LANGUAGE),
    ("email", Text),
    ("telephone", Text),
    ("url", Text),
]);

/// A text by language, or one for all of them.
const BY_LANGUAGE: Shape = TextOr(&Map(&Text));
