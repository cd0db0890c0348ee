//! Sizes and places on a page, and how a page is scaled to the screen.
//!
//! Everything is in points from the top left corner of the page as shown (after crop and rotation), or in whole
//! device pixels where the name says so. It never guesses a device's pixel ratio: the caller passes scales.

/// A size in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SizePt {
    /// Width of the page as shown.
    pub width: f32,
    /// Height of the page as shown.
    pub height: f32,
}

/// A rectangle in points, y downwards from the page's top edge.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RectPt {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Never negative.
    pub width: f32,
    /// Never negative.
    pub height: f32,
}

impl RectPt {
    /// The rectangle between two corners, in any order.
    pub fn from_corners(x0: f32, y0: f32, x1: f32, y1: f32) -> Self {
        Self {
            x: x0.min(x1),
            y: y0.min(y1),
            width: (x1 - x0).abs(),
            height: (y1 - y0).abs(),
        }
    }

    /// Right edge.
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// The smallest rectangle around both.
    pub fn union(&self, other: &Self) -> Self {
        Self::from_corners(
            self.x.min(other.x),
            self.y.min(other.y),
            self.right().max(other.right()),
            self.bottom().max(other.bottom()),
        )
    }
}

/// A rectangle in device pixels, from the top left corner of the scaled page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RectPx {
    /// Left edge.
    pub x: u32,
    /// Top edge.
    pub y: u32,
    /// Number of columns.
    pub width: u32,
    /// Number of rows.
    pub height: u32,
}

/// The pixels a page takes at a scale (pixels per point): rounded up, at least one each way.
pub fn page_pixels(size: SizePt, scale: f32) -> (u32, u32) {
    let side = |points: f32| (points * scale - 0.001).ceil().clamp(1.0, 1e6) as u32;
    (side(size.width), side(size.height))
}

/// The scale (pixels per point) at which a page is as wide as a viewport.
pub fn scale_to_width(size: SizePt, width_px: f32) -> f32 {
    width_px / size.width.max(1.0)
}

/// The scale (pixels per point) at which the whole page fits into a viewport.
pub fn scale_to_page(size: SizePt, width_px: f32, height_px: f32) -> f32 {
    scale_to_width(size, width_px).min(height_px / size.height.max(1.0))
}

/// Cuts a page into tiles of at most `side_px`, rows first, that cover it without overlap.
pub fn tiles(width_px: u32, height_px: u32, side_px: u32) -> Vec<RectPx> {
    let side = side_px.max(1);
    let starts = |length: u32| (0..length).step_by(side as usize);
    starts(height_px)
        .flat_map(|y| starts(width_px).map(move |x| (x, y)))
        .map(|(x, y)| RectPx {
            x,
            y,
            width: side.min(width_px - x),
            height: side.min(height_px - y),
        })
        .collect()
}

/// A number as style sheets take it, to four digits after the point. Written by whole numbers: the general way would be a tenth of the
/// viewer's code.
pub fn decimal(value: f32) -> String {
    let scaled = (value.abs() * 10_000.0).round() as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let mut out = [sign, &(scaled / 10_000).to_string()].concat();
    let rest = scaled % 10_000;
    if rest > 0 {
        // One more digit before it keeps the zeros at its head.
        let digits = (10_000 + rest).to_string();
        out.push('.');
        out.push_str(digits[1..].trim_end_matches('0'));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_cover_the_page_once() {
        for (width, height, side) in [(1, 1, 256), (1000, 700, 256), (512, 512, 256), (5, 3, 0)] {
            let tiles = tiles(width, height, side);
            let area: u64 = tiles
                .iter()
                .map(|t| u64::from(t.width) * u64::from(t.height))
                .sum();
            assert_eq!(area, u64::from(width) * u64::from(height));
            assert!(
                tiles
                    .iter()
                    .all(|t| t.x + t.width <= width && t.y + t.height <= height)
            );
        }
    }

    #[test]
    fn whole_points_give_whole_pixels() {
        let check = |width, scale, expect| {
            let size = SizePt { width, height: 1.0 };
            assert_eq!(page_pixels(size, scale).0, expect);
        };
        check(600.0, 2.0, 1200);
        check(595.28, 1.0, 596);
        check(0.0, 1.0, 1);
        check(-3.0, 1.0, 1);
    }

    #[test]
    fn numbers_are_written_for_style_sheets() {
        for (value, expect) in [
            (0.0, "0"),
            (595.0, "595"),
            (595.3, "595.3"),
            (14.24, "14.24"),
            (0.0625, "0.0625"),
            (-3.5, "-3.5"),
            (-0.000_01, "0"),
        ] {
            assert_eq!(decimal(value), expect);
        }
    }
}
