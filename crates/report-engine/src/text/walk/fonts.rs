//! What text needs of a font: codes, widths, letters.
//!
//! It never loads a font twice; one that is not in the file comes from the supplies.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro_font::{FontCache, FontGlyph, OutlineGlyph};
use hayro_syntax::object::{Dict, Name};
use kurbo::{Affine, Rect, Shape, Vec2};

use super::program::Letters;
use crate::Supplies;
use crate::text::forms;
use crate::text::tounicode::ToUnicode;

/// The fonts of a document.
pub(crate) struct Fonts<'a> {
    cache: FontCache<'a>,
    by_dict: HashMap<(usize, usize), Option<Rc<Font<'a>>>>,
    supplies: Supplies,
}

impl<'a> Fonts<'a> {
    pub(crate) fn new(supplies: Supplies) -> Self {
        Self {
            cache: FontCache::new(),
            by_dict: HashMap::new(),
            supplies,
        }
    }

    pub(super) fn get(&mut self, dict: &Dict<'a>) -> Option<Rc<Font<'a>>> {
        // A dictionary is a slice of the file, so its place names it.
        let key = (dict.data().as_ptr() as usize, dict.data().len());
        if let Some(font) = self.by_dict.get(&key) {
            return font.clone();
        }
        let font = self.load(dict).map(Rc::new);
        self.by_dict.insert(key, font.clone());
        font
    }

    fn load(&self, dict: &Dict<'a>) -> Option<Font<'a>> {
        // A font that the file leaves out is needed for its letters too: the library reads no widths without it.
        let (fonts, cmaps) = (self.supplies.fonts(), self.supplies.cmaps());
        let inner = self.cache.font(dict, &fonts, &cmaps)?;
        let subtype = dict.get::<Name<'_>>("Subtype");
        let is_a = |kind: &str| subtype.as_ref().is_some_and(|name| name.as_str() == kind);
        let is_type3 = is_a("Type3");
        let matrix = dict.get::<[f64; 6]>("FontMatrix").filter(|_| is_type3);
        let scale = matrix.map_or(1e-3, |matrix| matrix[0].abs().clamp(1e-6, 10.0));
        Some(Font {
            inner,
            is_type3,
            last_code: if is_a("Type0") { u32::MAX } else { 0xFF },
            scale,
            to_unicode: ToUnicode::of_font(dict),
            letters: OnceCell::new(),
            infos: RefCell::default(),
        })
    }
}

pub(super) struct Font<'a> {
    inner: hayro_font::Font<'a>,
    is_type3: bool,
    /// Codes of all but composite fonts are a byte, whatever the file's map of them to letters says.
    last_code: u32,
    scale: f64,
    to_unicode: Option<ToUnicode>,
    letters: OnceCell<Option<Letters>>,
    infos: RefCell<HashMap<u32, Rc<GlyphInfo>>>,
}

pub(super) struct GlyphInfo {
    pub(super) text: Option<String>,
    /// The part of the text that is the glyph's own, where the file's map may hold a neighbour's too.
    pub(super) own: Option<String>,
    /// The letters that the font program gives this glyph, where the file's map gives it an empty text.
    pub(super) merged: Option<String>,
    /// In em.
    pub(super) ink: Option<Rect>,
    pub(super) has_ink: bool,
}

impl Font<'_> {
    pub(super) fn read_code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        self.inner.read_code(bytes, at)
    }

    pub(super) fn is_horizontal(&self) -> bool {
        self.inner.is_horizontal()
    }

    /// In em.
    pub(super) fn advance(&self, code: u32) -> Vec2 {
        // Widths of Type 3 fonts come scaled to thousandths by the library already.
        self.inner.code_advance(code) * 1e-3
    }

    pub(super) fn info(&self, code: u32) -> Rc<GlyphInfo> {
        if let Some(info) = self.infos.borrow().get(&code) {
            return info.clone();
        }
        let glyph = self.inner.glyph(self.inner.map_code(code), code);
        let from_library = || {
            let found = match &glyph {
                FontGlyph::Outline(outline) => outline.as_unicode(),
                FontGlyph::Type3(type3) => type3.as_unicode(),
            };
            found.map(|found| match found {
                BfString::Char(c) => c.to_string(),
                BfString::String(s) => s,
            })
        };
        let own = self.to_unicode.as_ref().and_then(|map| map.get(code));
        let text = own
            .or_else(from_library)
            .map(|text| forms::plain(&text))
            .filter(|text| is_known(text));
        let ink = match &glyph {
            FontGlyph::Outline(outline) => {
                let bounds = outline.outline().bounding_box();
                (bounds.width() > 0.0 || bounds.height() > 0.0)
                    .then(|| Affine::scale(1e-3).transform_rect_bbox(bounds))
            }
            FontGlyph::Type3(_) => None,
        };
        let letters = match &glyph {
            FontGlyph::Outline(outline) => self
                .letters
                .get_or_init(|| self.read_letters(outline))
                .as_ref(),
            FontGlyph::Type3(_) => None,
        };
        let (mut merged, mut own) = (None, None);
        if let (Some(letters), Some(text)) = (letters, &text) {
            let id = self.inner.map_code(code).to_u32();
            if text.is_empty() {
                merged = letters.of(id).map(str::to_owned);
            } else {
                let is_attached = self.advance(code).hypot() < 0.02;
                own = letters.own_part(id, text, is_attached);
            }
        }
        let is_space = text
            .as_deref()
            .is_some_and(|text| !text.is_empty() && text.trim().is_empty());
        let has_ink = (ink.is_some() || self.is_type3 && self.scale > 0.0) && !is_space;
        let info = Rc::new(GlyphInfo {
            text,
            own,
            merged,
            ink,
            has_ink,
        });
        self.infos.borrow_mut().insert(code, info.clone());
        info
    }

    /// Asked where the file's map leaves glyphs without a text, believed where both agree on others.
    fn read_letters(&self, glyph: &OutlineGlyph) -> Option<Letters> {
        let said = self
            .to_unicode
            .as_ref()
            .filter(|map| map.empty().next().is_some())?;
        let program = glyph.font_data()?;
        let mut letters = Letters::read(program.data.as_ref().as_ref())?;
        let glyph_of = |code| self.inner.map_code(code).to_u32();
        let can_be = |code: &u32| *code <= self.last_code;
        let told = said.told().filter(|(code, _)| can_be(code));
        if !letters.agrees_with(told.map(|(code, text)| (glyph_of(code), text))) {
            return None;
        }
        letters.note_merged(said.empty().filter(can_be).map(glyph_of));
        Some(letters)
    }
}

/// Private-use letters, controls and replacement characters tell nothing.
fn is_known(text: &str) -> bool {
    text.is_empty()
        || !text.chars().all(|c| {
            matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}')
                || (c.is_control() && !c.is_whitespace())
        })
}
