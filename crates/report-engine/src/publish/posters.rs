//! Posters: a page as AVIF and WebP at several widths.
//!
//! It never scales a picture up or down: each width is drawn anew, so that letters stay sharp.

use libavif::{Encoder, RgbPixels, YuvFormat};
use nashra_report::geometry::SizePt;

use crate::{Bitmap, PageError, Session};

/// Looks at least as good as the WebP beside it, in less than nine tenths of its bytes (docs/decisions/0009).
const AVIF_QUALITY: u8 = 58;
/// On pages of text, where a step slower takes libaom five times as long: it looks for letters that repeat.
const AVIF_SPEED_TEXT: u8 = 8;
/// On covers and photographs, where a step faster adds half to the bytes.
const AVIF_SPEED_PICTURE: u8 = 7;
const WEBP_QUALITY: f32 = 72.0;

pub(super) struct Poster {
    pub(super) name: String,
    pub(super) mime_type: &'static str,
    pub(super) width_px: u32,
    pub(super) height_px: u32,
    pub(super) bytes: Vec<u8>,
}

impl Poster {
    pub(super) fn without_bytes(self) -> Self {
        Self {
            bytes: Vec::new(),
            ..self
        }
    }
}

pub(super) fn make(
    session: &mut Session<'_>,
    page: u32,
    size: SizePt,
    widths_px: &[u32],
) -> Result<Vec<Poster>, PageError> {
    let mut posters = Vec::new();
    for &width_px in widths_px {
        let bitmap = session.render(page, width_px as f32 / size.width.max(1.0), None)?;
        let rgb = opaque(&bitmap);
        let avif = avif(&rgb, &bitmap).ok_or(PageError::BadSize)?;
        let webp = webp::Encoder::from_rgb(&rgb, bitmap.width, bitmap.height).encode(WEBP_QUALITY);
        for (kind, bytes) in [("avif", avif), ("webp", webp.to_vec())] {
            posters.push(Poster {
                name: format!("posters/{}-{width_px}.{kind}", page + 1),
                mime_type: if kind == "avif" {
                    "image/avif"
                } else {
                    "image/webp"
                },
                width_px: bitmap.width,
                height_px: bitmap.height,
                bytes,
            });
        }
    }
    Ok(posters)
}

/// Pages are drawn on white: no pixel is transparent.
fn opaque(bitmap: &Bitmap) -> Vec<u8> {
    let pixels = bitmap.rgba.as_chunks::<4>().0.iter();
    pixels.flat_map(|&[r, g, b, _]| [r, g, b]).collect()
}

/// With colours at full size: coloured letters stay as sharp as black ones. One thread: pages have one each.
fn avif(rgb: &[u8], bitmap: &Bitmap) -> Option<Vec<u8>> {
    let pixels = RgbPixels::new(bitmap.width, bitmap.height, rgb).ok()?;
    let speed = if is_mostly_paper(rgb) {
        AVIF_SPEED_TEXT
    } else {
        AVIF_SPEED_PICTURE
    };
    let mut encoder = Encoder::new();
    encoder
        .set_max_threads(1)
        .set_quality(AVIF_QUALITY)
        .set_speed(speed);
    let file = encoder.encode(&pixels.to_image(YuvFormat::Yuv444)).ok()?;
    Some(file.to_vec())
}

/// Whether half of the page has the colour of its corner.
fn is_mostly_paper(rgb: &[u8]) -> bool {
    let pixels = rgb.as_chunks::<3>().0;
    let paper = pixels.iter().filter(|&pixel| Some(pixel) == pixels.first());
    paper.count() * 2 > pixels.len()
}
