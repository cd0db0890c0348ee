//! Pictures that go with links: 1200 x 630, the title in its own script beside the item's photo.
//!
//! Drawn by the same fonts as the pages. A picture's name changes with what is drawn, so it is drawn once.

mod painter;

use std::path::PathBuf;

use nashra_feed::Item;

use super::files::{Compression, Key, Output};
use super::head::CardImage;
use crate::error::PressError;
use crate::media::{Facts, Places, photo, scrub};
use painter::Painter;
pub(super) use painter::{HEIGHT_PX, WIDTH_PX};

/// Link previews of some messengers take no more.
const MAX_BYTES: usize = 300_000;
/// Tried in this order until the picture is small enough.
const QUALITIES: [u8; 4] = [86, 78, 66, 50];
/// Changes when cards are drawn otherwise.
const VERSION: u32 = 1;

/// What a card says.
pub(super) struct Card<'a> {
    pub(super) title: &'a str,
    pub(super) is_rtl: bool,
    /// The line below: what kind of item it is, or what the newsroom offers.
    pub(super) label: &'a str,
    pub(super) newsroom: &'a str,
    pub(super) photo: Option<CardPhoto>,
}

/// A picture for a card, and how it is shown there.
pub(super) struct CardPhoto {
    file: PathBuf,
    /// Changes with the file.
    identity: String,
    framing: Framing,
}

/// How a picture fills its side of a card.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Framing {
    /// Cut to the side's shape; this point, in shares from the top left corner, is never lost.
    Cropped([f64; 2]),
    /// Nothing is cut: a cover has words on it.
    Whole,
}

impl Framing {
    fn bytes(self) -> Vec<u8> {
        match self {
            Self::Cropped(focus) => focus.map(f64::to_le_bytes).concat(),
            Self::Whole => b"whole".to_vec(),
        }
    }
}

/// Where pictures of items lie on this machine.
pub(super) struct Album<'a> {
    places: &'a Places<'a>,
    base_url: &'a str,
    facts: &'a Facts,
}

impl<'a> Album<'a> {
    pub(super) fn new(places: &'a Places<'a>, base_url: &'a str, facts: &'a Facts) -> Self {
        Self {
            places,
            base_url,
            facts,
        }
    }

    /// The picture that stands for an item: a report's cover, else its banner, its image, its first photo.
    pub(super) fn photo_of(&self, item: &Item) -> Option<CardPhoto> {
        let cover = item
            .report
            .as_ref()
            .and_then(|report| report.cover.as_ref());
        let urls = cover
            .map(|cover| cover.url.as_str())
            .into_iter()
            .chain(item.banner_image.as_deref())
            .chain(item.image.as_deref())
            .chain(item.photos.first().map(|photo| photo.url.as_str()));
        let mut found = urls.filter_map(|url| Some((url, self.file_of(url)?)));
        let (url, (file, identity)) = found.next()?;
        let known = item.photos.iter().chain(&item.pictures).chain(cover);
        let mut known = known.filter(|photo| photo.url.as_str() == url);
        let framing = if cover.is_some_and(|cover| cover.url.as_str() == url) {
            Framing::Whole
        } else {
            Framing::Cropped(known.find_map(|photo| photo.focus).unwrap_or([0.5, 0.5]))
        };
        Some(CardPhoto {
            file,
            identity,
            framing,
        })
    }

    fn file_of(&self, url: &str) -> Option<(PathBuf, String)> {
        let path = url.strip_prefix(self.base_url)?;
        // What was made has its content in its name.
        if let Some(file) = self.places.made(path) {
            return Some((file.to_path_buf(), path.to_owned()));
        }
        let facts = self.facts.photos.get(path)?;
        Some((self.places.file(path)?, facts.entry().to_owned()))
    }
}

/// Draws cards, one after the other.
#[derive(Default)]
pub(super) struct Cards {
    /// Fonts are read when the first card has to be drawn.
    painter: Option<Painter>,
}

impl Cards {
    /// The card's picture, drawn now or before.
    pub(super) fn write(
        &mut self,
        card: &Card<'_>,
        base_url: &str,
        output: &Output,
    ) -> Result<CardImage, PressError> {
        let image = image_of(card, base_url);
        let path = image.url.strip_prefix(base_url).unwrap_or_default();
        let key = key_of(card);
        let draw = || output.once("cards", key, || self.draw(card));
        output.write_keyed(path, key, Compression::None, draw)?;
        Ok(image)
    }

    fn draw(&mut self, card: &Card<'_>) -> Result<Vec<u8>, PressError> {
        let photo = card.photo.as_ref().and_then(|known| {
            let bytes = std::fs::read(&known.file).ok()?;
            Some((photo::read(&bytes).ok()?, known.framing))
        });
        let painter = match &mut self.painter {
            Some(painter) => painter,
            none => none.insert(Painter::new()?),
        };
        let picture = painter.paint(card, photo);
        let mut smallest = Vec::new();
        for quality in QUALITIES {
            smallest = scrub::jpeg(&picture, quality)
                .map_err(|error| PressError::Card(error.to_string()))?;
            if smallest.len() <= MAX_BYTES {
                break;
            }
        }
        Ok(smallest)
    }
}

/// Where a card's picture is published; it may not be drawn yet.
pub(super) fn image_of(card: &Card<'_>, base_url: &str) -> CardImage {
    let name = format!("assets/card-{:016x}.jpg", key_of(card).0 >> 64);
    CardImage {
        url: [base_url, &name].concat(),
        width_px: WIDTH_PX,
        height_px: HEIGHT_PX,
        mime_type: "image/jpeg",
    }
}

fn key_of(card: &Card<'_>) -> Key {
    let photo = card.photo.as_ref();
    let framing = photo.map(|photo| photo.framing.bytes());
    Key::of(&[
        &VERSION.to_le_bytes(),
        card.title.as_bytes(),
        &[u8::from(card.is_rtl)],
        card.label.as_bytes(),
        card.newsroom.as_bytes(),
        photo.map_or("", |photo| &photo.identity).as_bytes(),
        &framing.unwrap_or_default(),
    ])
}
