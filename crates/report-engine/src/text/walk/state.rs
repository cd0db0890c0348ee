//! The part of the graphics state that places text (ISO 32000-2, 9.3 and 9.4).
//!
//! It never holds colours or clips.

use std::rc::Rc;

use kurbo::{Affine, Vec2};

use super::fonts::Font;

/// The marked content that a glyph stands in, all levels taken together.
#[derive(Clone, Default)]
pub(super) struct Marked {
    pub(super) mcid: Option<i64>,
    pub(super) actual: Option<(u32, Rc<str>)>,
    /// Which way its language runs, where it has one of its own.
    pub(super) is_rtl: Option<bool>,
    pub(super) is_artifact: bool,
    pub(super) is_hidden: bool,
}

#[derive(Clone)]
pub(super) struct State<'a> {
    pub(super) ctm: Affine,
    pub(super) font: Option<Rc<Font<'a>>>,
    pub(super) size: f64,
    pub(super) char_space: f64,
    pub(super) word_space: f64,
    /// 1 is unstretched.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    matrix: Affine,
    line_matrix: Affine,
}

impl<'a> State<'a> {
    pub(super) fn new(ctm: Affine) -> Self {
        Self {
            ctm,
            font: None,
            size: 1.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            matrix: Affine::IDENTITY,
            line_matrix: Affine::IDENTITY,
        }
    }

    pub(super) fn set_matrix(&mut self, matrix: Affine) {
        self.matrix = matrix;
        self.line_matrix = matrix;
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set_matrix(self.line_matrix * Affine::translate((x, y)));
    }

    /// Moves by a number of a `TJ` array: thousandths of the font size, backwards.
    pub(super) fn adjust(&mut self, number: f64) {
        let is_horizontal = self.font.as_ref().is_none_or(|font| font.is_horizontal());
        let length = -number / 1000.0 * self.size;
        let step = if is_horizontal {
            (length * self.stretch, 0.0)
        } else {
            (0.0, length)
        };
        self.matrix *= Affine::translate(step);
    }

    /// From the glyph's em (1 unit) to the page.
    pub(super) fn glyph_transform(&self) -> Affine {
        let em = Affine::new([
            self.size * self.stretch,
            0.0,
            0.0,
            self.size,
            0.0,
            self.rise,
        ]);
        self.ctm * self.matrix * em
    }

    /// Moves past a glyph and tells how far its own width was, in em.
    pub(super) fn advance(&mut self, font: &Font<'a>, code: u32, length: usize) -> f64 {
        let Vec2 { x, y } = font.advance(code);
        let word_space = if code == 32 && length == 1 {
            self.word_space
        } else {
            0.0
        };
        let spaced = |em: f64| em * self.size + self.char_space + word_space;
        let (own, step) = if font.is_horizontal() {
            (x, (spaced(x) * self.stretch, 0.0))
        } else {
            (y, (0.0, spaced(y)))
        };
        self.matrix *= Affine::translate(step);
        own
    }
}
