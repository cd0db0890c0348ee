//! What the reader does: presses, keys, forms, scrolling, copying. Each says what is meant; the doing is elsewhere.
//!
//! It never takes a key that was typed into a field, nor one with another key held.

use std::rc::Rc;

use nashra_l10n::fold;
use nashra_report::reading::{Mode, Turn, Zoom, page_named};

use super::Viewer;
use crate::platform::document::window_target;
use crate::platform::dom::{self, Dom};
use crate::platform::events::{Event, Listener};

impl Viewer {
    /// Listens until the reader leaves.
    pub(super) fn listen(self: &Rc<Self>) {
        let Some(window) = window_target() else {
            return;
        };
        let mut listeners = Vec::new();
        let mut on = |target: &_, kind, act: fn(&Rc<Self>, &Event)| {
            let viewer = Rc::downgrade(self);
            listeners.push(Listener::new(target, kind, move |event| {
                if let Some(viewer) = viewer.upgrade() {
                    act(&viewer, &event);
                }
            }));
        };
        let place = self.place.as_target();
        on(place, "click", Self::clicked);
        on(place, "change", Self::chosen);
        on(place, "submit", Self::sent);
        on(&window, "keydown", Self::pressed);
        on(&window, "hashchange", |viewer, _| {
            if let Some(outline) = viewer.part("outline") {
                outline.unset("open");
            }
            viewer.go_to_hash();
        });
        on(&window, "scroll", |viewer, _| viewer.look_soon());
        on(&window, "resize", |viewer, _| viewer.look_soon());
        on(&window, "copy", Self::copied);
        // On the full screen the viewer itself is what scrolls.
        if let Some(viewer) = self.part("viewer") {
            on(viewer.as_target(), "scroll", |viewer, _| viewer.look_soon());
        }
        self.listeners.replace(listeners);
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        let pressed = Dom::target_of(event).and_then(|target| target.closest("button[data-do]"));
        let Some(action) = pressed.and_then(|button| button.get("data-do")) else {
            return;
        };
        match &*action {
            "back" => self.turn(Turn::Back),
            "on" => self.turn(Turn::On),
            "zoom-in" => self.step_zoom(true),
            "zoom-out" => self.step_zoom(false),
            "hit-back" => self.step_hit(false),
            "hit-on" => self.step_hit(true),
            "full-screen" => {
                if let Some(viewer) = self.part("viewer") {
                    viewer.toggle_full_screen();
                }
            }
            _ => {}
        }
    }

    fn chosen(self: &Rc<Self>, event: &Event) {
        let Some(choice) = Dom::target_of(event) else {
            return;
        };
        match choice.get("data-do").as_deref() {
            Some("zoom") => {
                if let Some(zoom) = Zoom::parse(&choice.value()) {
                    self.set_zoom(zoom);
                }
            }
            Some("mode") => {
                if let Some(mode) = Mode::parse(&choice.value()) {
                    self.set_mode(mode);
                }
            }
            _ => {}
        }
    }

    fn sent(self: &Rc<Self>, event: &Event) {
        let Some(form) = Dom::target_of(event) else {
            return;
        };
        event.prevent_default();
        let value = |part: &str| {
            self.part(part)
                .map(|field| field.value())
                .unwrap_or_default()
        };
        match form.get("data-do").as_deref() {
            Some("go") => self.go_to_typed(&value("page")),
            Some("find") => self.find(&value("phrase")),
            Some("password") => self.unlock(value("password")),
            _ => {}
        }
    }

    /// A label or a number, in whatever digits; what names no page leaves the reader where they are.
    fn go_to_typed(self: &Rc<Self>, typed: &str) {
        let page = {
            let report = self.report.borrow();
            let labels = report.pages.iter().map(|page| &*page.info.label);
            page_named(&fold(typed), labels, self.n_pages())
        };
        let page = page.unwrap_or(self.page.get());
        if let Some(field) = self.part("page") {
            field.set_value(&self.words.number(page + 1));
        }
        self.go_to(page);
    }

    fn pressed(self: &Rc<Self>, event: &Event) {
        let Some(key) = dom::plain_key(event) else {
            return;
        };
        if let Some(turn) = Turn::of_key(&key, self.progression()) {
            // Arrows first move what does not fit.
            let is_wide = self
                .part("pages")
                .is_some_and(|pages| pages.is_wider_than_shown());
            if !is_wide {
                event.prevent_default();
                self.turn(turn);
            }
            return;
        }
        let is_paged = self.mode.get() != Mode::Continuous;
        match &*key {
            "+" => self.step_zoom(true),
            "-" => self.step_zoom(false),
            "0" => self.set_zoom(Zoom::Width),
            "Home" if is_paged => self.turn(Turn::First),
            "End" if is_paged => self.turn(Turn::Last),
            _ => return,
        }
        event.prevent_default();
    }

    fn turn(self: &Rc<Self>, turn: Turn) {
        let page = turn.leads_from(self.page.get(), self.mode.get(), self.n_pages());
        self.go_to(page);
    }

    /// Lines of a paragraph are copied as one, and paragraphs as lines: as they are read, not as they are printed.
    fn copied(self: &Rc<Self>, event: &Event) {
        let mut text = String::new();
        let mut before: Option<(Option<Dom>, Option<String>)> = None;
        let mut is_joined = false;
        for (line, part) in dom::selected_lines(&self.place) {
            let block = (line.closest(".viewer-page"), line.get("data-block"));
            if let Some(before) = before.replace(block.clone()) {
                text.push_str(match (before == block, is_joined) {
                    (true, true) => "",
                    (true, false) => " ",
                    (false, _) => "\n",
                });
            }
            is_joined = line.get("data-joined").is_some();
            text.push_str(&part);
        }
        if !text.is_empty() {
            dom::copy_instead(event, &text);
        }
    }
}
