//! How large pages are, and which way up: steps, fits, wheel, pinch and double tap. What lies under the reader's hand stays there.
//!
//! It never draws: pages change their size at once, and their pixels when the worker has them.

use std::rc::Rc;

use nashra_report::geometry::decimal;
use nashra_report::reading::{Mode, Turn, ZOOM_STEPS, Zoom};

use super::Viewer;
use crate::platform::dom::{Dom, window_middle, window_scroll_by};
use crate::platform::hands::{self, Point};
use crate::platform::{events::Event, task};

/// CSS pixels for a point on paper: 96 to the inch, where there are 72 points.
pub(super) const CSS_PX_PER_PT: f32 = 96.0 / 72.0;
/// What a double tap leads to from a page that fits, as a factor.
const CLOSER: f32 = 2.0;

/// A place on a page that is to stay where it is on the screen.
struct Held {
    page: Dom,
    share: Point,
    at: Point,
}

/// A pinch that goes on.
#[derive(Clone, Copy)]
pub(super) struct Pinch {
    distance: f32,
    percent: f32,
}

impl Viewer {
    /// Another size, around the middle of the window.
    pub(super) fn set_zoom(self: &Rc<Self>, zoom: Zoom) {
        self.zoom_at(zoom, window_middle());
    }

    /// One step larger or smaller than what is on the screen.
    pub(super) fn step_zoom(self: &Rc<Self>, is_in: bool) {
        self.set_zoom(Zoom::step(self.percent(), is_in));
    }

    /// A quarter further round.
    pub(super) fn turn_round(self: &Rc<Self>) {
        self.rotation.set(self.rotation.get().next());
        if let Some(pages) = self.part("pages") {
            pages.set("data-turn", self.rotation.get().as_str());
        }
        self.go_to(self.page.get());
    }

    pub(super) fn set_mode(self: &Rc<Self>, mode: Mode) {
        self.mode.set(mode);
        if let Some(pages) = self.part("pages") {
            pages.set("data-mode", mode.as_str());
        }
        self.go_to(self.page.get());
    }

    /// What the page that the reader is at is shown at, in percent of its size on paper.
    fn percent(&self) -> f32 {
        let page = self.page.get();
        let place = self.page_element(page).map(|page| page.place());
        let points = self.size(page).map(|size| self.rotation.get().across(size));
        let width = place.map_or(0.0, |place| place.width);
        width / points.unwrap_or(1.0).max(1.0) / CSS_PX_PER_PT * 100.0
    }

    fn zoom_at(self: &Rc<Self>, zoom: Zoom, at: Point) {
        let held = self.hold(at);
        self.zoom.set(zoom);
        let (name, scale) = match zoom {
            Zoom::Width => ("width", 1.0),
            Zoom::Page => ("page", 1.0),
            Zoom::Percent(percent) => ("percent", f32::from(percent) / 100.0),
        };
        if let Some(pages) = self.part("pages") {
            pages.set("data-zoom", name);
            let scale = decimal(scale * CSS_PX_PER_PT);
            pages.set_style("--scale", &[&scale, "px"].concat());
        }
        if let Some(choice) = self.part("zoom") {
            self.name_zoom(&choice, zoom);
        }
        self.put_back(held);
        self.look_soon();
        // Data is spared until the reader asks for what posters cannot give.
        task::spawn(self.clone().start_engine());
    }

    /// Sizes between the steps get an entry of their own in the list.
    fn name_zoom(&self, choice: &Dom, zoom: Zoom) {
        let between = choice.find("[data-between]");
        let percent = match zoom {
            Zoom::Percent(percent) if !ZOOM_STEPS.contains(&percent) => percent,
            _ => {
                if let Some(between) = between {
                    between.remove();
                }
                choice.set_value(&zoom.name());
                return;
            }
        };
        if let Some(between) = between {
            between.remove();
        }
        let name = zoom.name();
        let label = self
            .words
            .with_number("viewer.percent", "n", u32::from(percent));
        let entry = crate::view::el("option")
            .attr("data-between", "")
            .attr("value", name.clone())
            .text(label);
        crate::view::append(entry, choice);
        choice.set_value(&name);
    }

    fn hold(&self, at: Point) -> Option<Held> {
        let pages = self.pages.borrow();
        let is_under = |page: &&Dom| {
            let place = page.place();
            place.width > 0.0 && place.bottom() > at.y
        };
        let page = pages.iter().find(is_under)?.clone();
        let place = page.place();
        let share = Point {
            x: (at.x - place.x) / place.width.max(1.0),
            y: (at.y - place.y) / place.height.max(1.0),
        };
        Some(Held { page, share, at })
    }

    fn put_back(&self, held: Option<Held>) {
        let Some(Held { page, share, at }) = held else {
            return;
        };
        let place = page.place();
        let (x, y) = (
            place.x + share.x * place.width - at.x,
            place.y + share.y * place.height - at.y,
        );
        if let Some(pages) = self.part("pages") {
            pages.scroll_by(x, 0.0);
        }
        match self.part("viewer").filter(Dom::fills_screen) {
            Some(viewer) => viewer.scroll_by(0.0, y),
            None => window_scroll_by(y),
        }
    }

    /// A wheel with Ctrl held, which touchpads send for a pinch too.
    pub(super) fn wheeled(self: &Rc<Self>, event: &Event) {
        if let Some((turned, at)) = hands::zooming_wheel(event) {
            event.prevent_default();
            let percent = self.wished_percent.get().unwrap_or_else(|| self.percent());
            self.wish_percent(percent * (-turned / 200.0).exp(), at);
        }
    }

    /// Two fingers zoom; one that taps twice looks closer, and back; one that goes across turns pages that are shown by themselves.
    pub(super) fn touched(self: &Rc<Self>, event: &Event) {
        let stroke = self.strokes.ended_by(event);
        if let Some((distance, middle)) = hands::two_fingers(event) {
            event.prevent_default();
            match self.pinch.get() {
                None => self.pinch.set(Some(Pinch {
                    distance,
                    percent: self.percent(),
                })),
                Some(pinch) => {
                    let percent = pinch.percent * distance / pinch.distance.max(1.0);
                    self.wish_percent(percent, middle);
                }
            }
        } else {
            self.pinch.set(None);
            if let Some(at) = self.taps.second_of(event) {
                event.prevent_default();
                self.look_closer(at);
            } else if let Some((way, ms)) = stroke
                && self.mode.get() != Mode::Continuous
                && let Some(turn) = Turn::of_swipe(way.x, way.y, ms, self.progression())
                && !self.is_wide()
            {
                self.turn(turn);
            }
        }
    }

    /// A double click beside text, where it selects nothing.
    pub(super) fn clicked_twice(self: &Rc<Self>, event: &Event) {
        let is_page = Dom::target_of(event).is_some_and(|target| {
            target.closest(".viewer-page").is_some()
                && target.closest("[data-layer=text] span, a").is_none()
        });
        if let (true, Some(at)) = (is_page, hands::mouse(event)) {
            self.look_closer(at);
        }
    }

    fn look_closer(self: &Rc<Self>, at: Point) {
        let is_fitting = !matches!(self.zoom.get(), Zoom::Percent(_));
        let zoom = if is_fitting {
            Zoom::of_percent(self.percent() * CLOSER)
        } else {
            Zoom::Width
        };
        self.zoom_at(zoom, at);
    }

    /// A size that hands ask for many times a second: the last one counts, once a frame.
    fn wish_percent(self: &Rc<Self>, percent: f32, at: Point) {
        if self.wished_percent.replace(Some(percent)).is_some() {
            return;
        }
        let viewer = self.clone();
        task::next_frame(move || {
            if let Some(percent) = viewer.wished_percent.take()
                && !viewer.is_left.get()
            {
                viewer.zoom_at(Zoom::of_percent(percent), at);
            }
        });
    }
}
