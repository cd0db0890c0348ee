//! Small pictures of all pages, made when they are first asked for: posters where there are any, else drawn by the worker.

use std::ops::Range;
use std::rc::Rc;

use nashra_report::document::PageIndex;

use super::Viewer;
use crate::components::report_viewer::thumbnails;
use crate::platform::dom::{Dom, pixel_ratio};
use crate::view::append;

/// Thumbnails that have no poster.
const DRAWN: &str = "[data-thumb]:not(:has(img))";

impl Viewer {
    /// Makes them, once.
    pub(super) fn fill_thumbnails(self: &Rc<Self>) {
        let Some(panel) = self.part("thumbnails") else {
            return;
        };
        if panel.find("[data-thumb]").is_none() {
            let list = thumbnails::list(&self.report.borrow(), &self.words);
            append(list, &panel);
        }
        let viewer = self.clone();
        // It is laid out only once it is open.
        crate::platform::task::next_frame(move || {
            viewer.mark_thumbnail();
            viewer.look_soon();
        });
    }

    /// Shows where the reader is.
    pub(super) fn mark_thumbnail(&self) {
        let Some(panel) = self.part("thumbnails") else {
            return;
        };
        if let Some(before) = panel.find("a[aria-current]") {
            before.unset("aria-current");
        }
        let here = ["[data-thumb=\"", &self.page.get().to_string(), "\"]"].concat();
        if let Some(thumb) = panel.find(&here)
            && let Some(link) = thumb.closest("a")
        {
            link.set("aria-current", "true");
            let (whole, place) = (panel.place(), link.place());
            let is_seen = place.y >= whole.y && place.bottom() <= whole.bottom();
            if whole.height > 0.0 && !is_seen {
                panel.scroll_by(0.0, place.y - whole.y - whole.height / 3.0);
            }
        }
    }

    /// The thumbnails on the screen that the worker is to draw, and pixels per point of theirs.
    pub(super) fn thumbnails_seen(&self) -> (Range<PageIndex>, f32) {
        let panel = self
            .part("thumbnails")
            .filter(|panel| panel.place().height > 0.0);
        let Some(panel) = panel else {
            return (0..0, 1.0);
        };
        let whole = panel.place();
        let mut seen = panel.all(DRAWN).into_iter().filter_map(|thumb| {
            let place = thumb.place();
            let is_seen = place.bottom() > whole.y && place.y < whole.bottom();
            let page: PageIndex = thumb.get("data-thumb")?.parse().ok()?;
            is_seen.then_some((page, place.width))
        });
        let Some((first, width)) = seen.next() else {
            return (0..0, 1.0);
        };
        let last = seen.last().map_or(first, |(page, _)| page);
        let points = self.size(first).map_or(1.0, |size| size.width);
        (first..last + 1, width * pixel_ratio() / points.max(1.0))
    }

    /// The place of a thumbnail.
    pub(super) fn thumbnail(&self, page: PageIndex) -> Option<Dom> {
        let panel = self.part("thumbnails")?;
        panel.find(&["[data-thumb=\"", &page.to_string(), "\"]"].concat())
    }
}
