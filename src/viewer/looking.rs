//! Where the reader is, and what follows from it: which pages are drawn, which layers stand, what the bar and the address say.
//!
//! Everything is read from the page at once, before anything is changed; it never runs twice in a frame.

use std::ops::Range;
use std::rc::Rc;

use nashra_report::document::PageIndex;
use nashra_report::reading::{Mode, Zoom, hash_of_page, page_of_hash};
use nashra_report::schedule::Look;

use super::Viewer;
use crate::platform::dom::{Dom, pixel_ratio, window_height};
use crate::platform::{history, task};

/// CSS pixels for a point on paper: 96 to the inch, where there are 72 points.
const CSS_PX_PER_PT: f32 = 96.0 / 72.0;
/// The line that decides which page the reader is at, as a share of the window.
const EYE_LEVEL: f32 = 0.35;
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

    fn look(self: &Rc<Self>) {
        let n_pages = self.n_pages();
        if n_pages == 0 {
            return;
        }
        let places: Vec<_> = self.pages.borrow().iter().map(Dom::place).collect();
        let height = window_height();
        let is_seen = |page: &usize| {
            let place = places[*page];
            place.width > 0.0 && place.bottom() > 0.0 && place.y < height
        };
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
        let look = Look {
            visible: visible.clone(),
            is_forward: self.is_forward.get(),
            ..Look::default()
        };
        let scale = |page: PageIndex| {
            // A page that is not laid out will be as wide as one that is.
            let known = places.get(page as usize).filter(|place| place.width > 0.0);
            let known = known.or_else(|| places.get(visible.start as usize));
            let width = self.size(page).map_or(1.0, |size| size.width);
            known.map_or(1.0, |place| place.width * ratio / width.max(1.0))
        };
        let is_stale = self.schedule.borrow_mut().look(look, scale);
        if is_stale && self.is_open() {
            self.ask(nashra_report::protocol::RequestKind::CancelBefore, None);
        }
        self.draw();
        self.lay_over(visible);
    }

    /// The reader is at another page.
    pub(super) fn stand_at(self: &Rc<Self>, page: PageIndex) {
        let before = self.page.replace(page);
        if let Some(field) = self.part("page")
            && !field.has_focus()
        {
            field.set_value(&self.words.number(page + 1));
        }
        if before == page {
            return;
        }
        self.is_forward.set(page > before);
        let viewer = self.clone();
        task::spawn(async move {
            task::sleep(SETTLED_MS).await;
            if viewer.page.get() == page && !viewer.is_left.get() {
                viewer.name_page(page);
            }
        });
    }

    /// Writes the page into the address, for those who pass it on.
    fn name_page(&self, page: PageIndex) {
        let is_named = page_of_hash(&history::hash(), self.n_pages()) == Some(page);
        let is_start = page == 0 && history::hash().is_empty();
        if !is_named && !is_start {
            let address = [history::path(), history::query(), hash_of_page(page)].concat();
            history::replace(&address);
        }
    }

    /// Goes where the address points.
    pub(super) fn go_to_hash(self: &Rc<Self>) {
        if let Some(page) = page_of_hash(&history::hash(), self.n_pages()) {
            self.go_to(page);
        }
    }

    /// Goes to a page.
    pub(super) fn go_to(self: &Rc<Self>, page: PageIndex) {
        let page = page.min(self.n_pages().saturating_sub(1));
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

    pub(super) fn set_mode(self: &Rc<Self>, mode: Mode) {
        self.mode.set(mode);
        if let Some(pages) = self.part("pages") {
            pages.set("data-mode", mode.as_str());
        }
        self.go_to(self.page.get());
    }

    pub(super) fn set_zoom(self: &Rc<Self>, zoom: Zoom) {
        self.zoom.set(zoom);
        if let Some(pages) = self.part("pages") {
            let (name, scale) = match zoom {
                Zoom::Width => ("width", 1.0),
                Zoom::Page => ("page", 1.0),
                Zoom::Percent(percent) => ("percent", f32::from(percent) / 100.0),
            };
            pages.set("data-zoom", name);
            let scale = (scale * CSS_PX_PER_PT).to_string();
            pages.set_style("--scale", &[&scale, "px"].concat());
        }
        if let Some(choice) = self.part("zoom") {
            choice.set_value(&zoom.name());
        }
        self.go_to(self.page.get());
        task::spawn(self.clone().start_engine());
    }

    /// One step larger or smaller than what is on the screen.
    pub(super) fn step_zoom(self: &Rc<Self>, is_in: bool) {
        let page = self.page.get();
        let width = self
            .page_element(page)
            .map_or(0.0, |place| place.place().width);
        let points = self.size(page).map_or(1.0, |size| size.width);
        let percent = width / points.max(1.0) / CSS_PX_PER_PT * 100.0;
        self.set_zoom(Zoom::step(percent, is_in));
    }
}
