//! The text of a page in logical order: glyphs, units of letters, lines, blocks.
//!
//! It never trusts the order of the file alone: an order is right when the bidi algorithm lays it out as seen.

mod blocks;
mod clusters;
mod columns;
mod forms;
mod furniture;
mod lines;
mod order;
mod structure;
mod tounicode;
mod units;
mod walk;

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::Pdf;
use nashra_report::text::{PageText, TextMapping};

use crate::Supplies;
use structure::Structure;
use walk::{Fonts, Glyph};

/// Reads pages, with the fonts and the structure tree of their document kept between them.
pub(crate) struct TextReader<'a> {
    pdf: &'a Pdf,
    fonts: Fonts<'a>,
    structure: Structure,
    plain: HashMap<usize, Rc<PageText>>,
    language: Option<String>,
}

impl<'a> TextReader<'a> {
    pub(crate) fn new(pdf: &'a Pdf, language: Option<String>, supplies: Supplies) -> Self {
        Self {
            pdf,
            fonts: Fonts::new(supplies),
            structure: Structure::read(pdf),
            plain: HashMap::new(),
            language,
        }
    }

    /// The text of a page, its running heads found by comparing it with the pages `near` it.
    pub(crate) fn page_text(&mut self, page: usize, near: &[usize]) -> Option<PageText> {
        let text = self.plain(page)?;
        let near = near.iter().filter_map(|page| self.plain(*page));
        let near: Vec<Rc<PageText>> = near.collect();
        let height = self.pdf.pages().get(page)?.render_dimensions().1;
        let mut text = PageText::clone(&text);
        furniture::mark(&mut text, &near, height);
        if self.plain.len() > 64 {
            self.plain.clear();
        }
        Some(text)
    }

    fn plain(&mut self, page: usize) -> Option<Rc<PageText>> {
        if let Some(text) = self.plain.get(&page) {
            return Some(text.clone());
        }
        let text = Rc::new(self.read(page)?);
        self.plain.insert(page, text.clone());
        Some(text)
    }

    fn read(&mut self, index: usize) -> Option<PageText> {
        let page = self.pdf.pages().get(index)?;
        let mut glyphs = walk::glyphs(self.pdf, page, &mut self.fonts);
        clusters::share(&mut glyphs);
        let mapping = mapping_of(&glyphs);
        if mapping == TextMapping::Missing {
            return Some(PageText {
                blocks: Vec::new(),
                mapping,
            });
        }
        let owners = self.structure.owners(page);
        let units = units::units(glyphs, owners);
        Some(PageText {
            blocks: blocks::blocks(units, owners, self.language.as_deref()),
            mapping,
        })
    }
}

fn mapping_of(glyphs: &[Glyph]) -> TextMapping {
    let n_visible = glyphs.iter().filter(|glyph| glyph.has_ink).count();
    let n_unknown = glyphs
        .iter()
        .filter(|g| g.has_ink && g.text.is_none() && g.actual.is_none())
        .count();
    match n_unknown {
        0 => TextMapping::Complete,
        n if n * 2 > n_visible => TextMapping::Missing,
        n if n * 50 > n_visible => TextMapping::Partial,
        _ => TextMapping::Complete,
    }
}
