//! Posters: a page as AVIF and WebP at several widths.
//!
//! It never scales a picture up or down: each width is drawn anew, so that letters stay sharp.

use nashra_report::geometry::SizePt;
use ravif::{Encoder, Img};
use rgb::FromSlice;

use crate::{PageError, Session};

/// Text on white: below this, edges of letters ring.
const AVIF_QUALITY: f32 = 62.0;
/// The fastest that still halves WebP's size; see the module's example for figures.
const AVIF_SPEED: u8 = 10;
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
        let picture = Img::new(
            bitmap.rgba.as_rgba(),
            bitmap.width as usize,
            bitmap.height as usize,
        );
        let encoder = Encoder::new()
            .with_quality(AVIF_QUALITY)
            .with_speed(AVIF_SPEED)
            .with_num_threads(Some(1));
        let avif = encoder
            .encode_rgba(picture)
            .map_err(|_| PageError::BadSize)?
            .avif_file;
        let webp = webp::Encoder::from_rgba(&bitmap.rgba, bitmap.width, bitmap.height)
            .encode(WEBP_QUALITY);
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
