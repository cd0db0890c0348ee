//! An open report: pages, labels, outline, links, metadata.
//!
//! It never draws or reads a page by itself: a [`Session`] does, with the caches that belong to it.

mod appearances;
mod destinations;
mod labels;
mod links;
mod outline;
mod strings;

use std::sync::Arc;

use hayro::RenderCache;
use hayro::hayro_interpret::{InterpreterSettings, RenderContent};
use hayro_syntax::object::{Dict, Name, ObjectIdentifier};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use kurbo::Affine;
use nashra_report::document::{DocumentInfo, Link, PageInfo};
use nashra_report::geometry::{RectPx, SizePt};
use nashra_report::text::{PageText, TextDirection};

pub(crate) use strings::text_string;

use crate::guard::guarded;
use crate::sound::Soundness;
use crate::text::TextReader;
use crate::{Bitmap, OpenError, PageError, Supplies, render};

/// Pages drawn before the caches are let go: the library never empties them by itself.
const PAGES_PER_CACHE: u32 = 24;

/// A file that could be opened. It may be shared between threads; each opens its own [`Session`].
pub struct Document {
    pdf: Pdf,
}

impl Document {
    /// Opens a file. `password` is empty for files that need none.
    pub fn open(bytes: impl Into<Arc<Vec<u8>>>, password: &str) -> Result<Self, OpenError> {
        let bytes: Arc<Vec<u8>> = bytes.into();
        let read = |bytes: Arc<Vec<u8>>| {
            Pdf::new_with_password(bytes, password).map_err(|error| match error {
                LoadPdfError::Decryption(DecryptionError::PasswordProtected) => OpenError::Password,
                LoadPdfError::Decryption(_) => OpenError::UnsupportedEncryption,
                LoadPdfError::Invalid => OpenError::Invalid,
            })
        };
        let open = || {
            let mut pdf = read(Arc::clone(&bytes))?;
            if let Some(ungrouped) = appearances::ungrouped(&pdf, &bytes) {
                pdf = read(Arc::new(ungrouped))?;
            }
            // The library looks for pages when they are first asked for: here.
            if pdf.pages().is_empty() {
                return Err(OpenError::Empty);
            }
            Ok(Self { pdf })
        };
        guarded(open).unwrap_or(Err(OpenError::Invalid))
    }

    /// The file as the PDF library has it.
    #[cfg(feature = "publish")]
    pub(crate) fn pdf(&self) -> &Pdf {
        &self.pdf
    }

    /// How many pages there are: at least one.
    pub fn n_pages(&self) -> u32 {
        self.pdf.pages().len() as u32
    }

    /// Sizes, labels, outline, metadata. The page progression is the file's own word
    /// (`/ViewerPreferences /Direction`, ISO 32000-2, 12.2); see [`Session::page_progression`] for a guess.
    pub fn info(&self) -> DocumentInfo {
        let labels = labels::labels(&self.catalog(), self.pdf.pages().len());
        let pages = self.pdf.pages().iter().zip(labels);
        let metadata = self.pdf.metadata();
        let string = |bytes: &Option<Box<[u8]>>| {
            let text = text_string(bytes.as_deref()?);
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        DocumentInfo {
            pages: pages
                .map(|(page, label)| PageInfo {
                    size: page_size(page),
                    label,
                })
                .collect(),
            outline: outline::outline(&self.pdf),
            title: string(&metadata.title),
            author: string(&metadata.author),
            language: self.language(),
            page_progression: self.declared_progression(),
        }
    }

    /// The links of a page, with their places.
    pub fn links(&self, page: u32) -> Result<Vec<Link>, PageError> {
        let page = self
            .pdf
            .pages()
            .get(page as usize)
            .ok_or(PageError::NoSuchPage)?;
        guarded(|| links::links(&self.pdf, page)).ok_or(PageError::Broken)
    }

    /// Starts drawing and reading; one for each thread.
    pub fn session(&self) -> Session<'_> {
        self.session_with(&Supplies::default())
    }

    /// The same, with what the file may leave out taken from `supplies`.
    pub fn session_with(&self, supplies: &Supplies) -> Session<'_> {
        Session {
            document: self,
            cache: RenderCache::new(),
            n_drawn: 0,
            reader: None,
            soundness: Soundness::default(),
            settings: InterpreterSettings {
                render_content: RenderContent::all(),
                font_resolver: supplies.fonts(),
                cmap_resolver: supplies.cmaps(),
                ..InterpreterSettings::default()
            },
            supplies: supplies.clone(),
        }
    }

    fn catalog(&self) -> Dict<'_> {
        catalog(&self.pdf)
    }

    fn language(&self) -> Option<String> {
        let string = self
            .catalog()
            .get::<hayro_syntax::object::String<'_>>("Lang")?;
        let tag = text_string(string.as_bytes()).trim().to_owned();
        let is_tag = tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        (is_tag && (2..36).contains(&tag.len())).then_some(tag)
    }

    fn declared_progression(&self) -> Option<TextDirection> {
        let preferences = self.catalog().get::<Dict<'_>>("ViewerPreferences")?;
        match preferences.get::<Name<'_>>("Direction")?.as_str() {
            "R2L" => Some(TextDirection::Rtl),
            "L2R" => Some(TextDirection::Ltr),
            _ => None,
        }
    }
}

/// Draws and reads the pages of a document.
pub struct Session<'a> {
    document: &'a Document,
    cache: RenderCache<'a>,
    n_drawn: u32,
    reader: Option<TextReader<'a>>,
    soundness: Soundness,
    settings: InterpreterSettings,
    supplies: Supplies,
}

impl<'a> Session<'a> {
    /// A page at a scale in pixels per point, whole or the part that `tile` names. White where nothing is drawn.
    pub fn render(
        &mut self,
        page: u32,
        scale: f32,
        tile: Option<RectPx>,
    ) -> Result<Bitmap, PageError> {
        if self.n_drawn >= PAGES_PER_CACHE {
            self.cache = RenderCache::new();
            self.n_drawn = 0;
        }
        self.n_drawn += 1;
        let pages: &'a [Page<'a>] = self.document.pdf.pages();
        let page = pages.get(page as usize).ok_or(PageError::NoSuchPage)?;
        if !guarded(|| self.soundness.allows(page)).unwrap_or(false) {
            return Err(PageError::Broken);
        }
        let drawn = guarded(|| render::render(page, &self.cache, &self.settings, scale, tile));
        drawn.unwrap_or_else(|| {
            self.cache = RenderCache::new();
            Err(PageError::Broken)
        })
    }

    /// The text of a page in reading order.
    pub fn text(&mut self, page: u32) -> Result<PageText, PageError> {
        if page >= self.document.n_pages() {
            return Err(PageError::NoSuchPage);
        }
        let document = self.document;
        let mut is_sound = |page: u32| {
            let page = document.pdf.pages().get(page as usize);
            page.is_some_and(|page| guarded(|| self.soundness.allows(page)).unwrap_or(false))
        };
        if !is_sound(page) {
            return Err(PageError::Broken);
        }
        // Running heads are told by the pages around, of those that can be read.
        let around = page.saturating_sub(2)..=page.saturating_add(2);
        let near = around.filter(|near| *near != page && is_sound(*near));
        let near: Vec<usize> = near.map(|near| near as usize).collect();
        let reader = self.reader.get_or_insert_with(|| {
            TextReader::new(&document.pdf, document.language(), self.supplies.clone())
        });
        let text = guarded(|| reader.page_text(page as usize, &near)).flatten();
        if text.is_none() {
            self.reader = None;
        }
        text.ok_or(PageError::Broken)
    }

    /// Which way the pages turn: what the file says, else what most letters of its first pages say.
    pub fn page_progression(&mut self) -> Option<TextDirection> {
        if let Some(declared) = self.document.declared_progression() {
            return Some(declared);
        }
        let mut balance = 0_i64;
        for page in 0..self.document.n_pages().min(8) {
            let Ok(text) = self.text(page) else { continue };
            for block in &text.blocks {
                let n_words = block.words().count() as i64;
                balance += if block.direction == TextDirection::Rtl {
                    n_words
                } else {
                    -n_words
                };
            }
        }
        match balance {
            0 => None,
            1.. => Some(TextDirection::Rtl),
            _ => Some(TextDirection::Ltr),
        }
    }
}

pub(crate) fn catalog(pdf: &Pdf) -> Dict<'_> {
    pdf.xref()
        .get::<Dict<'_>>(pdf.xref().root_id())
        .unwrap_or_default()
}

pub(crate) fn page_size(page: &Page<'_>) -> SizePt {
    let (width, height) = page.render_dimensions();
    SizePt { width, height }
}

/// From the file's own coordinates to points from the top left corner of the page as shown.
pub(crate) fn initial_transform(page: &Page<'_>) -> Affine {
    use hayro::hayro_interpret::TransformExt;
    page.initial_transform(true).to_kurbo()
}

fn page_of(pdf: &Pdf, id: ObjectIdentifier) -> Option<u32> {
    let position = pdf
        .pages()
        .iter()
        .position(|page| page.raw().obj_id() == Some(id))?;
    u32::try_from(position).ok()
}
