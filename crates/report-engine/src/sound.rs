//! What a page asks for, looked at before the PDF library is let near it: the library follows some lies about number
//! until time or memory end, and nothing can stop it then.
//!
//! It never judges content: pages of any complexity that a producer would write are sound.

mod dashes;

use std::collections::HashMap;

use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

use dashes::Density;

/// Codes have at most 16 bits in practice (ISO 32000-2, table 115 lets a CID be no more).
const MAX_RANGE: i64 = 70_000;
/// Content that drawing a page may read over and over, in units of 64 bytes before unpacking.
const MAX_WORK: u64 = 20_000_000;
const UNIT_BYTES: usize = 64;
/// Unpacked, a quarter of a gigabyte of the smallest pixels.
const MAX_PIXELS: u64 = 1 << 28;
/// A map full of dashed borders has tens of thousands.
const MAX_DASHES: f64 = 2_000_000.0;
const MAX_OBJECTS: usize = 20_000;
const MAX_DEPTH: usize = 40;

/// What was found out of fonts and forms, kept over the pages of a document.
#[derive(Default)]
pub(crate) struct Soundness {
    fonts: HashMap<ObjectIdentifier, bool>,
    work: HashMap<ObjectIdentifier, u64>,
}

impl Soundness {
    /// Whether the page may be drawn and read.
    pub(crate) fn allows(&mut self, page: &Page<'_>) -> bool {
        let mut reader = Reader {
            known: self,
            n_left: MAX_OBJECTS,
            is_sound: true,
        };
        let content = page.page_stream().unwrap_or_default();
        let mut work = reader.work(page.resources(), 0, content);
        let notes = page.raw().get::<Array<'_>>("Annots").unwrap_or_default();
        for note in notes.iter::<Dict<'_>>().take(MAX_OBJECTS) {
            let looks = note.get::<Dict<'_>>("AP");
            if let Some(look) = looks.and_then(|looks| looks.get::<Stream<'_>>("N")) {
                work = work.saturating_add(reader.work_of(&look, 0));
            }
        }
        reader.is_sound && work <= MAX_WORK
    }
}

struct Reader<'k> {
    known: &'k mut Soundness,
    n_left: usize,
    is_sound: bool,
}

impl Reader<'_> {
    /// How much drawing what these resources belong to may cost beyond its own content.
    fn work(&mut self, resources: &Resources<'_>, depth: usize, content: &[u8]) -> u64 {
        for name in resources.fonts.keys() {
            if let Some(font) = resources.fonts.get::<Dict<'_>>(name.as_ref()) {
                self.is_sound &= self.is_sound_font(&font);
            }
        }
        let states = &resources.ext_g_states;
        let dashes_of = |name: &[u8]| {
            let state = states.get::<Dict<'_>>(name)?;
            let dashes = state.get::<Array<'_>>("D")?;
            Some(Density::of(&dashes.iter::<Array<'_>>().next()?))
        };
        let dashes = states.keys().filter_map(|name| dashes_of(name.as_ref()));
        let density = dashes.fold(Density::default(), Density::max);
        // What is not a number is refused as well.
        self.is_sound &= dashes::count(content, density) <= MAX_DASHES;
        let mut most = 0;
        for dict in [&resources.x_objects, &resources.patterns] {
            for name in dict.keys() {
                if self.n_left == 0 {
                    break;
                }
                self.n_left -= 1;
                if let Some(stream) = dict.get::<Stream<'_>>(name.as_ref()) {
                    most = self.work_of(&stream, depth).max(most);
                }
            }
        }
        if most <= 1 {
            return most;
        }
        let n_calls = content.windows(2).filter(|pair| *pair == b"Do").count();
        (n_calls.max(1) as u64).saturating_mul(most)
    }

    fn work_of(&mut self, stream: &Stream<'_>, depth: usize) -> u64 {
        let dict = stream.dict();
        let is_picture = dict
            .get::<Name<'_>>("Subtype")
            .is_some_and(|kind| kind.as_str() == "Image");
        if is_picture {
            self.is_sound &= is_sane_picture(dict);
        }
        if is_picture || depth > MAX_DEPTH {
            return 0;
        }
        let id = stream.obj_id();
        if let Some(work) = self.known.work.get(&id) {
            return *work;
        }
        // A form that is met inside itself is drawn no second time.
        self.known.work.insert(id, 0);
        let own = (stream.raw_data().len() / UNIT_BYTES) as u64 + 1;
        let resources = dict.get::<Dict<'_>>("Resources").unwrap_or_default();
        let content = stream.decoded_data().unwrap_or_default();
        // What is wrong with a form is wrong wherever it is drawn: kept with it, for other pages.
        let was_sound = std::mem::replace(&mut self.is_sound, true);
        let inner = self.work(&Resources::new(resources), depth + 1, &content);
        let work = if self.is_sound {
            own.saturating_add(inner)
        } else {
            u64::MAX
        };
        self.is_sound = was_sound;
        self.known.work.insert(id, work);
        work
    }

    fn is_sound_font(&mut self, font: &Dict<'_>) -> bool {
        if let Some(known) = font.obj_id().and_then(|id| self.known.fonts.get(&id)) {
            return *known;
        }
        let inner = font
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let is_sound = inner.is_none_or(|inner| {
            let sane = |key: &str, n_values| {
                let widths = inner.get::<Array<'_>>(key);
                widths.is_none_or(|widths| are_sane_ranges(&widths, n_values))
            };
            sane("W", 1) && sane("W2", 3)
        });
        if let Some(id) = font.obj_id() {
            self.known.fonts.insert(id, is_sound);
        }
        is_sound
    }
}

/// The library believes a picture's size before it sees its data.
fn is_sane_picture(picture: &Dict<'_>) -> bool {
    let number = |dict: &Dict<'_>, key: &str| {
        let number = dict.get::<Number>(key).map(|number| number.as_i64());
        u64::try_from(number.unwrap_or(0)).unwrap_or(0)
    };
    let (width, height) = (number(picture, "Width"), number(picture, "Height"));
    // Fax data says its width again, and is unpacked by that.
    let columns = |parms: &Dict<'_>| number(parms, "Columns");
    let parms = picture.get::<Dict<'_>>("DecodeParms");
    let in_parms = parms.as_ref().map_or(0, columns);
    let in_list = picture.get::<Array<'_>>("DecodeParms").map_or(0, |list| {
        list.iter::<Dict<'_>>()
            .map(|parms| columns(&parms))
            .max()
            .unwrap_or(0)
    });
    width.max(in_parms).max(in_list).saturating_mul(height) <= MAX_PIXELS
}

/// Widths come as `first [w w …]` or as `first last w` (ISO 32000-2, 9.7.4.3); vertical ones have three values.
fn are_sane_ranges(widths: &Array<'_>, n_values: usize) -> bool {
    let mut objects = widths.iter::<Object<'_>>();
    while let Some(first) = objects.next() {
        let (Some(first), Some(last)) = (first.into_number(), objects.next()) else {
            continue;
        };
        if let Some(last) = last.into_number() {
            let n_codes = Number::as_i64(&last).saturating_sub(first.as_i64());
            if n_codes > MAX_RANGE {
                return false;
            }
            for _ in 0..n_values {
                objects.next();
            }
        }
    }
    true
}
