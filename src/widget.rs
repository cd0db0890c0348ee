//! The widget: cards of a newsroom on a page of somebody else's.
//!
//! It fills a place that its loader (`public/nashra-widget.js`) gives it, from what was published, else from the feed, and touches
//! nothing else of the page: no address, no head, no storage, no listener.

mod cards;
mod data;
mod failure;
mod settings;
mod shared;

pub use failure::Failure;

use crate::platform::dom::Dom;
use crate::platform::guest::Guest;
use crate::view::append;
use cards::cards;
use settings::Settings;

/// Classes of the cards, and the names under which a page may style them.
const PARTS: [(&str, &str); 7] = [
    (".card, .report-card, .lead", "card"),
    (".card-picture, .lead-picture, .cover", "picture"),
    (".card-title, .lead-title, .report-title", "title"),
    (".card-link", "link"),
    (".kicker", "label"),
    (".lead-summary", "summary"),
    (".meta", "meta"),
];

/// Fills the guest's place with what its attributes ask for, and says how many cards there are.
///
/// # Errors
/// Where there is nothing to show; what the place holds then is not to be shown.
pub async fn paint(guest: Guest) -> Result<u32, Failure> {
    let (Some(host), Some(place)) = (&guest.host, &guest.place) else {
        return Err(Failure::new("element", ""));
    };
    let settings = Settings::read(host, &guest.home);
    let found = data::load(&settings, &guest).await?;
    let n_cards = found.cards.len() as u32;
    if n_cards == 0 {
        return Err(Failure::new("empty", &found.url));
    }
    place.set("class", "widget");
    place.set("part", "widget");
    place.set("lang", &found.language);
    place.set("dir", &found.direction);
    place.set("data-theme", settings.theme);
    append(cards(found, &settings), place);
    name_parts(place);
    Ok(n_cards)
}

fn name_parts(place: &Dom) {
    for (selector, part) in PARTS {
        for element in place.all(selector) {
            element.set("part", part);
        }
    }
}
