//! A page or a part of it as pixels.
//!
//! It never allocates more than [`MAX_PIXELS`], whatever a file claims to be.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::peniko::ImageAlphaType;
use hayro::vello_cpu::{
    PixelMetadata, Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit,
};
use hayro::{RenderCache, RenderSettings};
use nashra_report::geometry::{RectPx, SizePt, page_pixels};

use crate::PageError;

/// The most pixels one bitmap may have: a page at 400 % on a dense screen, not a poster for a wall.
pub const MAX_PIXELS: u64 = 64 << 20;
const MAX_SIDE: u32 = 16_384;

/// Pixels: opaque RGBA, eight bits each, rows from the top.
#[derive(Clone, PartialEq, Eq)]
pub struct Bitmap {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `4 * width * height` bytes.
    pub rgba: Vec<u8>,
}

/// Draws the part of a page that `tile` names, of the page scaled by `scale` (pixels per point), on white.
pub(crate) fn render<'a>(
    page: &'a Page<'a>,
    cache: &RenderCache<'a>,
    settings: &InterpreterSettings,
    scale: f32,
    tile: Option<RectPx>,
) -> Result<Bitmap, PageError> {
    if !scale.is_finite() || scale <= 0.0 {
        return Err(PageError::BadSize);
    }
    let (width, height) = page.render_dimensions();
    let (full_width, full_height) = page_pixels(SizePt { width, height }, scale);
    let tile = tile.unwrap_or(RectPx {
        x: 0,
        y: 0,
        width: full_width,
        height: full_height,
    });
    let n_pixels = u64::from(tile.width) * u64::from(tile.height);
    let is_drawable =
        n_pixels > 0 && n_pixels <= MAX_PIXELS && tile.width.max(tile.height) <= MAX_SIDE;
    let (Ok(columns), Ok(rows), true) = (
        u16::try_from(tile.width),
        u16::try_from(tile.height),
        is_drawable,
    ) else {
        return Err(PageError::BadSize);
    };
    let mut context = RenderContext::new(columns, rows);
    let transform = Affine::translate((-f64::from(tile.x), -f64::from(tile.y)))
        * Affine::scale(f64::from(scale))
        * crate::document::initial_transform(page);
    hayro::render_into(
        page,
        cache,
        settings,
        &RenderSettings {
            hinting: false,
            ..RenderSettings::default()
        },
        &mut context,
        transform,
    );
    context.flush();
    // From noughts that the allocator has at hand: the library's own constructor writes them one by one.
    let blank = vec![0; 4 * n_pixels as usize];
    let mut pixmap = Pixmap::from_parts(blank, columns, rows, PixelMetadata::default());
    let clear = RasterizerSettings {
        target_init: TargetInit::Clear(WHITE),
        ..Default::default()
    };
    context.render_with(&mut pixmap, &mut Resources::default(), clear);
    // The page is opaque, so premultiplied colours are the plain ones.
    let mut rgba = pixmap.take_rgba8(ImageAlphaType::AlphaPremultiplied);
    make_opaque(&mut rgba);
    Ok(Bitmap {
        width: tile.width,
        height: tile.height,
        rgba,
    })
}

/// Blending may have rounded an alpha down. Two pixels at a time: this crate is built to be small (`worker-release`).
fn make_opaque(rgba: &mut [u8]) {
    const OPAQUE: u64 = u64::from_le_bytes([0, 0, 0, 255, 0, 0, 0, 255]);
    let (pairs, rest) = rgba.as_chunks_mut::<8>();
    for pair in pairs {
        *pair = (u64::from_le_bytes(*pair) | OPAQUE).to_le_bytes();
    }
    if let [.., alpha] = rest {
        *alpha = 255;
    }
}

#[cfg(test)]
mod tests {
    use super::make_opaque;

    #[test]
    fn every_alpha_is_full_and_no_colour_changes() {
        for n_pixels in 0..4 {
            let before: Vec<u8> = (1..=4 * n_pixels).collect();
            let mut after = before.clone();
            make_opaque(&mut after);
            for (at, (was, is)) in before.iter().zip(&after).enumerate() {
                assert_eq!(
                    *is,
                    if at % 4 == 3 { 255 } else { *was },
                    "{n_pixels}, {at}"
                );
            }
        }
    }
}
