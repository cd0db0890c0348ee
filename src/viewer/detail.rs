//! What is on the screen of a page that is too large to be drawn whole: drawn as sharply as the screen shows it, once the
//! reader rests there.

use std::rc::Rc;

use nashra_report::document::PageIndex;
use nashra_report::geometry::{RectPt, RectPx, page_pixels};
use nashra_report::protocol::RequestKind;

use super::Viewer;
use super::engine::Order;
use crate::platform::dom::{pixel_ratio, window_size};
use crate::platform::report_client::Pixels;
use crate::platform::task;

/// How long the reader must have rested, in milliseconds.
const REST_MS: i32 = 150;

impl Viewer {
    /// After a look: once the reader rests, details of the pages that need them are asked for.
    pub(super) fn detail_soon(self: &Rc<Self>, pages: Vec<(PageIndex, RectPt)>) {
        let n = self.n_looks.get() + 1;
        self.n_looks.set(n);
        if pages.is_empty() || !self.is_open() {
            return;
        }
        let viewer = self.clone();
        task::spawn(async move {
            task::sleep(REST_MS).await;
            if viewer.n_looks.get() == n && !viewer.is_left.get() {
                for (page, place) in pages {
                    viewer.ask_detail(page, &place);
                }
            }
        });
    }

    fn ask_detail(&self, page: PageIndex, place: &RectPt) {
        let Some(size) = self.size(page) else {
            return;
        };
        let rotation = self.rotation.get();
        let scale = place.width * pixel_ratio() / rotation.across(size).max(1.0);
        let (width, height) = page_pixels(size, scale);
        let screen = window_size();
        // What is seen, in shares of the shown page, then of the page itself.
        let share = |from: f32, length: f32, end: f32| {
            let at = |edge: f32| ((edge - from) / length.max(1.0)).clamp(0.0, 1.0);
            (at(0.0), at(end))
        };
        let (left, right) = share(place.x, place.width, screen.x);
        let (top, bottom) = share(place.y, place.height, screen.y);
        let a = rotation.untwist(left, top);
        let b = rotation.untwist(right, bottom);
        let pixels = |a: f32, b: f32, whole: u32| {
            let whole = whole as f32;
            let from = (a.min(b) * whole).floor();
            let to = (a.max(b) * whole).ceil().min(whole);
            (from as u32, (to - from).max(0.0) as u32)
        };
        let (x, wide) = pixels(a.0, b.0, width);
        let (y, high) = pixels(a.1, b.1, height);
        if wide == 0 || high == 0 {
            return;
        }
        let tile = RectPx {
            x,
            y,
            width: wide,
            height: high,
        };
        let place = RectPt {
            x: x as f32 / width as f32 * 100.0,
            y: y as f32 / height as f32 * 100.0,
            width: wide as f32 / width as f32 * 100.0,
            height: high as f32 / height as f32 * 100.0,
        };
        self.order(
            RequestKind::Tile { page, scale, tile },
            Order::Detail(place),
        );
    }

    /// A detail is drawn; it lies where it belongs, whatever the reader does meanwhile.
    pub(super) fn detailed(&self, page: PageIndex, place: &RectPt, drawn: (Pixels, u32, u32)) {
        let (pixels, width, height) = drawn;
        if let Some(sheet) = self.sheet(page) {
            sheet.paint_detail(&pixels, width, height, place);
        }
    }
}
