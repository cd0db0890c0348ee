//! What `site.json` may hold. Refuses to know which fields a newsroom cannot do without.

use super::Shape::{self, ByLanguage, List, Number, Object, OneOrMany, Text};

/// The whole file.
pub(crate) const SITE: Shape = Object(&[
    ("nashra", Number),
    ("base_url", Text),
    ("default_language", Text),
    ("time_zone", Text),
    (
        "publisher",
        Object(&[
            ("name", ByLanguage),
            ("url", Text),
            (
                "logo",
                Object(&[("url", Text), ("width", Number), ("height", Number)]),
            ),
        ]),
    ),
    ("title", ByLanguage),
    ("languages", List(&LANGUAGE)),
    ("contacts", List(&CONTACT)),
    ("about", ByLanguage),
    ("press_kit", ByLanguage),
    (
        "legal_links",
        List(&Object(&[("title", ByLanguage), ("url", ByLanguage)])),
    ),
    ("month_names", Text),
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
    ("name", ByLanguage),
    ("role", ByLanguage),
    ("email", Text),
    ("telephone", Text),
    ("url", Text),
]);
