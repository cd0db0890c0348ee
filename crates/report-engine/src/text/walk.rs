//! Walks a page's content and reports its glyphs: where they stand and which letters they are.
//!
//! It never draws: images, paths and colours are passed over. Loops of forms and endless content end by budget.

mod fonts;
mod program;
mod state;

use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{
    Array, Dict, Name, Object, Stream, String as PdfString, dict_or_stream,
};
use hayro_syntax::page::{Page, Resources};
use kurbo::{Affine, Point, Rect, Vec2};

pub(crate) use fonts::Fonts;
use state::{Marked, State};

use super::structure::is_rtl_language;
use crate::document::{catalog, initial_transform, text_string};

const MAX_OPERATORS: usize = 3_000_000;
const MAX_GLYPHS: usize = 400_000;
const MAX_FORM_DEPTH: usize = 12;
const MAX_STATES: usize = 512;

/// A glyph on the page, in points from the top left corner.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    /// Its letters; none when the file does not say; empty when it belongs to a neighbour.
    pub text: Option<String>,
    /// The part of the text that is the glyph's own, where the font tells.
    pub own: Option<String>,
    /// The letters that the font itself gives a glyph whose text is empty.
    pub merged: Option<String>,
    /// Which stretch of replaced text it is part of, with that text.
    pub actual: Option<(u32, std::rc::Rc<str>)>,
    /// Start of the baseline.
    pub origin: Point,
    /// Along the baseline.
    pub advance: Vec2,
    /// Height of the font, in points on the page.
    pub size: f64,
    /// Which way is up for the letters: 0 upright, then quarter turns clockwise.
    pub quarter_turns: u8,
    /// Its ink, for marks; empty otherwise.
    pub ink: Option<Rect>,
    /// Whether it shows anything: not a space.
    pub has_ink: bool,
    /// Marked content id within the page.
    pub mcid: Option<i64>,
    /// Which way its language runs, where the file marks it.
    pub said_rtl: Option<bool>,
    /// Furniture by the file's own word.
    pub is_artifact: bool,
}

pub(crate) fn glyphs<'a>(pdf: &'a Pdf, page: &'a Page<'a>, fonts: &mut Fonts<'a>) -> Vec<Glyph> {
    let mut walker = Walker {
        fonts,
        hidden: hidden_layers(pdf),
        glyphs: Vec::new(),
        marked: Vec::new(),
        n_left: MAX_OPERATORS,
        n_actual: 0,
    };
    let state = State::new(initial_transform(page));
    walker.walk(page.typed_operations(), page.resources(), state, 0);
    walker.glyphs
}

fn hidden_layers(pdf: &Pdf) -> Vec<hayro_syntax::object::ObjectIdentifier> {
    let off = || {
        let properties = catalog(pdf).get::<Dict<'_>>("OCProperties")?;
        properties.get::<Dict<'_>>("D")?.get::<Array<'_>>("OFF")
    };
    let Some(off) = off() else { return Vec::new() };
    off.raw_iter()
        .take(1_000)
        .filter_map(|item| item.as_obj_ref())
        .map(Into::into)
        .collect()
}

struct Walker<'w, 'a> {
    fonts: &'w mut Fonts<'a>,
    hidden: Vec<hayro_syntax::object::ObjectIdentifier>,
    glyphs: Vec<Glyph>,
    marked: Vec<Marked>,
    n_left: usize,
    n_actual: u32,
}

impl<'a> Walker<'_, 'a> {
    fn walk(
        &mut self,
        mut ops: TypedIter<'_>,
        resources: &Resources<'a>,
        state: State<'a>,
        depth: usize,
    ) {
        let mut state = state;
        let mut saved: Vec<State<'a>> = Vec::new();
        let n_marked = self.marked.len();
        while let Some(op) = ops.next() {
            self.n_left = self.n_left.saturating_sub(1);
            if self.n_left == 0 || self.glyphs.len() > MAX_GLYPHS {
                break;
            }
            match op {
                Op::SaveState(_) if saved.len() < MAX_STATES => saved.push(state.clone()),
                Op::RestoreState(_) => state = saved.pop().unwrap_or(state),
                Op::Transform(m) => {
                    let numbers = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                    state.ctm *= Affine::new(numbers);
                }
                Op::BeginText(_) => state.set_matrix(Affine::IDENTITY),
                Op::SetTextMatrix(m) => {
                    let numbers = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                    state.set_matrix(Affine::new(numbers));
                }
                Op::NextLine(n) => state.next_line(n.0.as_f64(), n.1.as_f64()),
                Op::NextLineAndSetLeading(n) => {
                    state.leading = -n.1.as_f64();
                    state.next_line(n.0.as_f64(), n.1.as_f64());
                }
                Op::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
                Op::TextFont(t) => {
                    state.size = t.1.as_f64();
                    state.font = resources
                        .get_font(t.0)
                        .and_then(|dict| self.fonts.get(&dict));
                }
                Op::CharacterSpacing(n) => state.char_space = n.0.as_f64(),
                Op::WordSpacing(n) => state.word_space = n.0.as_f64(),
                Op::HorizontalScaling(n) => state.stretch = n.0.as_f64() / 100.0,
                Op::TextLeading(n) => state.leading = n.0.as_f64(),
                Op::TextRise(n) => state.rise = n.0.as_f64(),
                Op::ShowText(s) => self.show(&mut state, s.0),
                Op::NextLineAndShowText(s) => {
                    state.next_line(0.0, -state.leading);
                    self.show(&mut state, s.0);
                }
                Op::ShowTextWithParameters(s) => {
                    state.word_space = s.0.as_f64();
                    state.char_space = s.1.as_f64();
                    state.next_line(0.0, -state.leading);
                    self.show(&mut state, s.2);
                }
                Op::ShowTexts(items) => {
                    for item in items.0.iter::<Object<'_>>() {
                        match item {
                            Object::Number(n) => state.adjust(n.as_f64()),
                            Object::String(s) => self.show(&mut state, &s),
                            _ => {}
                        }
                    }
                }
                Op::BeginMarkedContent(bmc) => self.begin_marked(bmc.0.as_ref(), None, None),
                Op::BeginMarkedContentWithProperties(bdc) => {
                    let name = bdc.1.clone().into_name();
                    let layer = name
                        .as_ref()
                        .and_then(|name| resources.properties.get_ref(name.as_ref()));
                    let named = name.and_then(|name| resources.properties.get::<Dict<'_>>(name));
                    let inline = || dict_or_stream(bdc.1).map(|(dict, _)| dict.clone());
                    let properties = named.or_else(inline);
                    let is_layer = bdc.0.as_ref() == b"OC";
                    let layer = layer.filter(|_| is_layer).map(Into::into);
                    self.begin_marked(bdc.0.as_ref(), properties.as_ref(), layer);
                }
                Op::EndMarkedContent(_) if self.marked.len() > n_marked => {
                    if let Some(marked) = self.marked.pop() {
                        self.end_marked(&marked);
                    }
                }
                Op::XObject(x) if depth < MAX_FORM_DEPTH => {
                    let form = resources.get_x_object(x.0);
                    if let Some(form) = form {
                        self.form(&form, resources, &state, depth);
                    }
                }
                _ => {}
            }
        }
        self.marked.truncate(n_marked);
    }

    fn form(
        &mut self,
        form: &Stream<'a>,
        resources: &Resources<'a>,
        state: &State<'a>,
        depth: usize,
    ) {
        let dict = form.dict();
        if dict
            .get::<Name<'_>>("Subtype")
            .is_none_or(|name| name.as_str() != "Form")
        {
            return;
        }
        let Ok(content) = form.decoded_data() else {
            return;
        };
        let mut inner = state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>("Matrix") {
            inner.ctm *= Affine::new(matrix);
        }
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        self.walk(
            TypedIter::new(&content),
            own.as_ref().unwrap_or(resources),
            inner,
            depth + 1,
        );
    }

    fn begin_marked(
        &mut self,
        tag: &[u8],
        properties: Option<&Dict<'_>>,
        layer: Option<hayro_syntax::object::ObjectIdentifier>,
    ) {
        let mut marked = self.marked.last().cloned().unwrap_or_default();
        marked.is_artifact |= tag == b"Artifact";
        marked.is_hidden |= layer.is_some_and(|layer| self.hidden.contains(&layer));
        if let Some(properties) = properties {
            if let Some(mcid) = properties.get::<i32>("MCID") {
                marked.mcid = Some(i64::from(mcid));
            }
            if let Some(language) = properties.get::<PdfString<'_>>("Lang") {
                let tag = text_string(language.as_bytes());
                marked.is_rtl = (!tag.is_empty()).then(|| is_rtl_language(&tag));
            }
            if let Some(actual) = properties.get::<PdfString<'_>>("ActualText") {
                self.n_actual += 1;
                marked.actual = Some((self.n_actual, text_string(actual.as_bytes()).into()));
            }
        }
        // Deep nesting ends in the innermost kept, so that begin and end stay in pairs.
        self.marked.push(marked);
    }

    /// Cairo writes what has no glyph (a joiner, a space at a seam) as replaced text around nothing: it goes where
    /// the glyph before it ends in the order of reading.
    fn end_marked(&mut self, marked: &Marked) {
        let Some((id, actual)) = &marked.actual else {
            return;
        };
        let Some(last) = self.glyphs.last() else {
            return;
        };
        let is_shown = last
            .actual
            .as_ref()
            .is_some_and(|(last_id, _)| last_id >= id);
        if is_shown
            || actual.is_empty()
            || !actual
                .chars()
                .all(|c| matches!(c, ' ' | '\u{200C}' | '\u{200D}'))
        {
            return;
        }
        let is_rtl = last.text.as_deref().is_some_and(super::units::is_rtl_text);
        let origin = if is_rtl {
            last.origin
        } else {
            last.origin + last.advance
        };
        let glyph = Glyph {
            text: None,
            own: None,
            merged: None,
            actual: Some((*id, actual.clone())),
            origin,
            advance: Vec2::ZERO,
            ink: None,
            has_ink: false,
            mcid: marked.mcid,
            ..last.clone()
        };
        self.glyphs.push(glyph);
    }

    fn show(&mut self, state: &mut State<'a>, string: &PdfString<'_>) {
        let Some(font) = state.font.clone() else {
            return;
        };
        let bytes = string.as_bytes();
        let mut at = 0;
        while at < bytes.len() && self.glyphs.len() <= MAX_GLYPHS {
            let (code, length) = font.read_code(bytes, at);
            at += length.max(1);
            let transform = state.glyph_transform();
            let advance = state.advance(&font, code, length);
            let marked = self.marked.last();
            if marked.is_some_and(|marked| marked.is_hidden) {
                continue;
            }
            let info = font.info(code);
            let origin = transform * Point::ZERO;
            let [a, b, c, d, ..] = transform.as_coeffs();
            let end = state.glyph_transform() * Point::ZERO;
            let size = c.hypot(d);
            if !(origin.x.is_finite()
                && origin.y.is_finite()
                && end.x.is_finite()
                && size > 0.01
                && size < 1e5)
            {
                continue;
            }
            let quarter_turns = (b.atan2(a) / std::f64::consts::FRAC_PI_2).round() as i64;
            self.glyphs.push(Glyph {
                text: info.text.clone(),
                own: info.own.clone(),
                merged: info.merged.clone(),
                actual: marked.and_then(|marked| marked.actual.clone()),
                origin,
                advance: if advance == 0.0 {
                    Vec2::ZERO
                } else {
                    end - origin
                },
                size,
                quarter_turns: quarter_turns.rem_euclid(4) as u8,
                ink: info.ink.map(|ink| transform.transform_rect_bbox(ink)),
                has_ink: info.has_ink,
                mcid: marked.and_then(|marked| marked.mcid),
                said_rtl: marked.and_then(|marked| marked.is_rtl),
                is_artifact: marked.is_some_and(|marked| marked.is_artifact),
            });
        }
    }
}
