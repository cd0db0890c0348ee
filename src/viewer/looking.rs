//! Where the reader is, and what follows from it: which pages are drawn, which layers stand, what the bar and the address say.
//!
//! Everything is read from the page at once, before anything is changed; it never runs twice in a frame.

use std::ops::Range;
use std::rc::Rc;

use nashra_report::document::PageIndex;
use nashra_report::geometry::decimal;
use nashra_report::reading::Mode;
use nashra_report::schedule::Look;

use super::Viewer;
use crate::platform::dom::{Dom, pixel_ratio, window_height};
use crate::platform::task;

/// The line that decides which page the reader is at, as a share of the window.
const EYE_LEVEL: f32 = 0.35;
/// How far the height of a row of controls may be from what the style sheet takes it for, in CSS pixels.
const ROW_TOLERANCE_PX: f32 = 8.0;
/// How long a page must have been the reader's before the address names it, in milliseconds.
const SETTLED_MS: i32 = 400;

impl Viewer {
    /// Looks before the next paint.
    pub(super) fn look_soon(self: &Rc<Self>) {
        if self.is_left.get() || self.is_due.replace(true) {
            return;
        }
        let viewer = self.clone();
        task::next_frame(move || {
            viewer.is_due.set(false);
            if !viewer.is_left.get() {
                viewer.look();
            }
        });
    }

    /// Looks now.
    pub(super) fn look(self: &Rc<Self>) {
        if self.n_pages() == 0 || self.is_reading.get() {
            return;
        }
        let places: Vec<_> = self.pages.borrow().iter().map(Dom::place).collect();
        let height = window_height();
        // The end of the page before may lie below the bar, where nobody sees it.
        let bar = self.part("bar").map(|bar| bar.place());
        let (top, bar) = bar.map_or((0.0, 0.0), |bar| (bar.bottom(), bar.height));
        let is_seen = |page: &usize| {
            let place = places[*page];
            place.width > 0.0 && place.bottom() > top.max(0.0) && place.y < height
        };
        // To tell the style costs as much as all pages do, so it is told what is not a row of controls.
        if (self.bar_height.get() - bar).abs() > ROW_TOLERANCE_PX {
            self.bar_height.set(bar);
            let height = [&decimal(bar), "px"].concat();
            self.place.set_style("--bar", &height);
        }
        let first = (0..places.len()).find(is_seen);
        let last = (0..places.len()).rfind(is_seen);
        let visible = match first.zip(last) {
            Some((first, last)) => first as PageIndex..last as PageIndex + 1,
            None => self.page.get()..self.page.get(),
        };
        if self.mode.get() == Mode::Continuous {
            let mut seen = visible.clone();
            let at_eye = seen.find(|page| places[*page as usize].bottom() > height * EYE_LEVEL);
            self.stand_at(at_eye.unwrap_or(self.page.get()));
        }
        let ratio = pixel_ratio();
        let (thumbnails, thumbnail_scale) = self.thumbnails_seen();
        let look = Look {
            visible: visible.clone(),
            is_forward: self.is_forward.get(),
            n_ahead: self.mode.get().n_ahead(visible.len()),
            thumbnails,
            thumbnail_scale,
        };
        let scale = |page: PageIndex| {
            // A page that is not laid out will be as wide as one that is.
            let known = places.get(page as usize).filter(|place| place.width > 0.0);
            let known = known.or_else(|| places.get(visible.start as usize));
            let width = self.size(page).map(|size| self.rotation.get().across(size));
            let width = width.unwrap_or(1.0);
            known.map_or(1.0, |place| place.width * ratio / width.max(1.0))
        };
        let is_stale = self.schedule.borrow_mut().look(look, scale);
        if is_stale && self.is_open() {
            self.ask(nashra_report::protocol::RequestKind::CancelBefore, None);
        }
        let far = self.schedule.borrow_mut().let_go();
        self.let_go(far);
        self.draw();
        self.poster_late(visible.clone());
        let needs_detail =
            |page: &PageIndex| self.schedule.borrow().is_bounded(*page, scale(*page));
        let detailed = visible.clone().filter(needs_detail);
        let detailed = detailed.map(|page| (page, places[page as usize]));
        self.detail_soon(detailed.collect());
        self.lay_over(visible);
    }

    /// The reader is at another page.
    pub(super) fn stand_at(self: &Rc<Self>, page: PageIndex) {
        let before = self.page.replace(page);
        if let Some(field) = self.part("page")
            && !field.has_focus()
        {
            field.set_value(&self.page_name(page));
        }
        if before == page {
            return;
        }
        self.mark_thumbnail();
        self.is_forward.set(page > before);
        let viewer = self.clone();
        task::spawn(async move {
            task::sleep(SETTLED_MS).await;
            if viewer.page.get() == page && !viewer.is_left.get() {
                viewer.name_page(page);
            }
        });
    }

    /// Goes to a page.
    pub(super) fn go_to(self: &Rc<Self>, page: PageIndex) {
        let page = page.min(self.n_pages().saturating_sub(1));
        if self.is_reading.get() {
            self.stand_at(page);
            self.flow();
            if let Some(place) = self.part("flow") {
                place.scroll_to(false);
            }
            return;
        }
        self.complete();
        let shown = self.show_only(page);
        self.stand_at(shown.start);
        if let Some(place) = self.page_element(shown.start) {
            place.scroll_to(false);
        }
        self.look_soon();
    }

    /// In modes that show a page or two, hides the others.
    fn show_only(&self, page: PageIndex) -> Range<PageIndex> {
        let mode = self.mode.get();
        let shown = mode.together(page, self.n_pages());
        for (at, element) in self.pages.borrow().iter().enumerate() {
            let is_hidden = mode != Mode::Continuous && !shown.contains(&(at as PageIndex));
            element.toggle("hidden", is_hidden);
        }
        shown
    }
}
