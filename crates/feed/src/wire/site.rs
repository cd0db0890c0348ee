//! `site.json` as written. Refuses to know which fields a newsroom cannot do without.

use super::{ByLanguage, List, OneOrMany, wire_object};

wire_object! {
    /// The whole file.
    WireSite {
        nashra: f64,
        base_url: String,
        default_language: String,
        time_zone: String,
        publisher: WirePublisher,
        title: ByLanguage,
        languages: List<WireLanguage>,
        contacts: List<WireContact>,
        about: ByLanguage,
        press_kit: ByLanguage,
        legal_links: List<WireLegalLink>,
        month_names: String,
    }
}

wire_object! {
    /// Who publishes the newsroom.
    WirePublisher { name: ByLanguage, url: String, logo: WireLogo }
}

wire_object! {
    /// The publisher's logo.
    WireLogo { url: String, width: f64, height: f64 }
}

wire_object! {
    /// One language of the newsroom.
    WireLanguage {
        tag: String,
        name: String,
        direction: String,
        feed: OneOrMany<String>,
        numbering_system: String,
        calendars: List<String>,
    }
}

wire_object! {
    /// Whom the press may ask.
    WireContact { name: ByLanguage, role: ByLanguage, email: String, phone: String, url: String }
}

wire_object! {
    /// A link at the foot of the pages.
    WireLegalLink { title: ByLanguage, url: ByLanguage }
}
