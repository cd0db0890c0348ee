//! What a page asks for, looked at before the PDF library is let near it: the library follows some lies about number
//! until time or memory end, and nothing can stop it then.
//!
//! It never judges content: pages of any complexity that a producer would write are sound.

use std::collections::HashMap;

use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

/// Codes have at most 16 bits in practice (ISO 32000-2, table 115 lets a CID be no more).
const MAX_RANGE: i64 = 70_000;
/// Content that drawing a page may read over and over, in units of 64 bytes before unpacking.
const MAX_WORK: u64 = 20_000_000;
const UNIT_BYTES: usize = 64;
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
        let work = reader.work(page.resources(), 0, || {
            page.page_stream().map(<[u8]>::to_vec).unwrap_or_default()
        });
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
    fn work(
        &mut self,
        resources: &Resources<'_>,
        depth: usize,
        content: impl FnOnce() -> Vec<u8>,
    ) -> u64 {
        for name in resources.fonts.keys() {
            if let Some(font) = resources.fonts.get::<Dict<'_>>(name.as_ref()) {
                self.is_sound &= self.is_sound_font(&font);
            }
        }
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
        let content = content();
        let n_calls = content.windows(2).filter(|pair| *pair == b"Do").count();
        (n_calls.max(1) as u64).saturating_mul(most)
    }

    fn work_of(&mut self, stream: &Stream<'_>, depth: usize) -> u64 {
        let dict = stream.dict();
        let is_picture = dict
            .get::<Name<'_>>("Subtype")
            .is_some_and(|kind| kind.as_str() == "Image");
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
        let inner = dict.get::<Dict<'_>>("Resources").map_or(0, |resources| {
            self.work(&Resources::new(resources), depth + 1, || {
                stream
                    .decoded_data()
                    .map(|data| data.to_vec())
                    .unwrap_or_default()
            })
        });
        let work = own.saturating_add(inner);
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
