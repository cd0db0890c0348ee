//! The links of a page (ISO 32000-2, 12.5.6.5).
//!
//! It never reports a link without a place or a target.

use hayro::kurbo::Rect;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Rect as PdfRect};
use hayro_syntax::page::Page;
use nashra_report::document::Link;
use nashra_report::geometry::RectPt;

use super::{destinations, initial_transform};

const MAX_LINKS: usize = 5_000;

pub(super) fn links(pdf: &Pdf, page: &Page<'_>) -> Vec<Link> {
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else {
        return Vec::new();
    };
    let to_page = initial_transform(page);
    let links = annotations.iter::<Dict<'_>>().filter_map(|annotation| {
        if annotation.get::<Name<'_>>("Subtype")?.as_str() != "Link" {
            return None;
        }
        let place = annotation.get::<PdfRect>("Rect")?;
        let place = to_page.transform_rect_bbox(Rect::new(place.x0, place.y0, place.x1, place.y1));
        let rect = RectPt::from_corners(
            place.x0 as f32,
            place.y0 as f32,
            place.x1 as f32,
            place.y1 as f32,
        );
        let target = destinations::target_of(pdf, &annotation)?;
        (rect.width.is_finite() && rect.height.is_finite()).then_some(Link { rect, target })
    });
    links.take(MAX_LINKS).collect()
}
