//! What the reader does: presses, keys, forms, scrolling, copying. Each says what is meant; the doing is elsewhere.
//!
//! It never takes a key that was typed into a field, nor one with another key held, but for Ctrl+F.

use std::rc::Rc;

use nashra_l10n::fold;
use nashra_report::reading::{Mode, Turn, Zoom, page_named};

use super::Viewer;
use crate::platform::document::window_target;
use crate::platform::dom::{self, Dom};
use crate::platform::events::{Event, Listener};
use crate::platform::hands;

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
        on(place, "dblclick", Self::clicked_twice);
        on(place, "change", Self::chosen);
        on(place, "submit", Self::sent);
        on(place, "wheel", Self::wheeled);
        for kind in ["touchstart", "touchmove", "touchend", "touchcancel"] {
            on(place, kind, |viewer, event| {
                let is_pages = Dom::target_of(event)
                    .is_some_and(|target| target.closest("[data-part=pages]").is_some());
                if is_pages {
                    viewer.touched(event);
                }
            });
        }
        on(&window, "click", Self::close_menus);
        on(&window, "keydown", Self::pressed);
        on(&window, "hashchange", |viewer, _| {
            viewer.go_to_hash();
        });
        on(&window, "scroll", |viewer, _| viewer.look_soon());
        on(&window, "resize", |viewer, _| viewer.look_soon());
        on(&window, "copy", Self::copied);
        // What scrolls by itself: the viewer where it fills the screen, wide pages, thumbnails. Their events do not bubble.
        for part in ["viewer", "pages", "thumbnails"] {
            if let Some(part) = self.part(part) {
                on(part.as_target(), "scroll", |viewer, _| viewer.look_soon());
            }
        }
        self.listeners.replace(listeners);
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        let Some(target) = Dom::target_of(event) else {
            return;
        };
        if target
            .closest("[data-part=thumbnails-menu] > summary")
            .is_some()
        {
            self.fill_thumbnails();
            return;
        }
        let Some(button) = target.closest("button[data-do]") else {
            return;
        };
        match button.get("data-do").as_deref().unwrap_or_default() {
            "back" => self.turn(Turn::Back),
            "on" => self.turn(Turn::On),
            "zoom-in" => self.step_zoom(true),
            "zoom-out" => self.step_zoom(false),
            "hit-back" => self.step_hit(false),
            "hit-on" => self.step_hit(true),
            "rotate" => self.turn_round(),
            "reading" => self.toggle_reading(),
            "copy-link" => self.copy_link(),
            "print" => self.print(),
            "help" => self.help(),
            "stop" => self.stop_loading(),
            "start" => self.start_over(),
            "load" => self.load_again(),
            "full-screen" => {
                if let Some(viewer) = self.part("viewer") {
                    viewer.toggle_full_screen();
                }
            }
            _ => {}
        }
    }

    /// A menu closes when something is chosen from it, or something else is pressed.
    fn close_menus(self: &Rc<Self>, event: &Event) {
        let Some(target) = Dom::target_of(event) else {
            return;
        };
        let own = target.closest(".viewer-menu");
        let is_choice = target
            .closest(".viewer-list button, .viewer-panel a")
            .is_some();
        for menu in self.place.all(".viewer-menu[open]") {
            if own.as_ref() != Some(&menu) || is_choice {
                menu.unset("open");
            }
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
            field.set_value(&self.page_name(page));
        }
        self.go_to(page);
    }

    fn pressed(self: &Rc<Self>, event: &Event) {
        let Some(press) = hands::press(event) else {
            return;
        };
        let target = Dom::target_of(event);
        if press.is_command && press.code == "KeyF" {
            self.open_find(event, target.as_ref());
            return;
        }
        let is_typed = target.as_ref().is_some_and(Dom::is_field);
        let is_dialog = target.is_some_and(|target| target.closest("dialog").is_some());
        if press.key == "Escape" {
            self.escape(event);
            return;
        }
        if press.has_modifier || is_typed || is_dialog {
            return;
        }
        if let Some(turn) = Turn::of_key(&press.key, self.progression()) {
            // Arrows first move what does not fit.
            if !self.is_wide() {
                event.prevent_default();
                self.turn(turn);
            }
            return;
        }
        let is_paged = self.mode.get() != Mode::Continuous || self.is_reading.get();
        match (&*press.key, &*press.code) {
            ("+" | "=", _) => self.step_zoom(true),
            ("-", _) => self.step_zoom(false),
            ("0", _) => self.set_zoom(Zoom::Width),
            ("?", _) => self.help(),
            ("/", _) => self.open_find(event, None),
            ("Home", _) if is_paged => self.turn(Turn::First),
            ("End", _) if is_paged => self.turn(Turn::Last),
            ("PageUp", _) if is_paged => self.turn(Turn::Back),
            ("PageDown", _) if is_paged => self.turn(Turn::On),
            // By their place: an Arabic keyboard has other letters there.
            (_, "KeyR") => self.turn_round(),
            (_, "KeyT") => self.toggle_reading(),
            _ => return,
        }
        event.prevent_default();
    }

    /// Ctrl+F in our own field is the browser's.
    fn open_find(&self, event: &Event, target: Option<&Dom>) {
        let field = self.part("phrase");
        if field.is_some() && field.as_ref() == target {
            return;
        }
        if let Some((menu, field)) = self.part("find").zip(field) {
            event.prevent_default();
            menu.set("open", "");
            field.focus();
        }
    }

    /// Closes what is open and gives the focus back to its button.
    fn escape(&self, event: &Event) {
        for menu in self.place.all(".viewer-menu[open]") {
            event.prevent_default();
            menu.unset("open");
            if let Some(button) = menu.find("summary") {
                button.focus();
            }
        }
    }

    fn help(&self) {
        if let Some(sheet) = self.part("help") {
            sheet.toggle_dialog();
        }
    }

    /// Whether pages are wider than their place, so that arrows and fingers first move them.
    pub(super) fn is_wide(&self) -> bool {
        let pages = self.part("pages");
        pages.is_some_and(|pages| pages.is_wider_than_shown())
    }

    pub(super) fn turn(self: &Rc<Self>, turn: Turn) {
        let mode = if self.is_reading.get() {
            Mode::Single
        } else {
            self.mode.get()
        };
        let page = turn.leads_from(self.page.get(), mode, self.n_pages());
        self.go_to(page);
    }

    /// Lines of a paragraph are copied as one, and paragraphs as lines: as they are read, not as they are printed.
    fn copied(self: &Rc<Self>, event: &Event) {
        self.lay_selected();
        let text = self.selected_text();
        if !text.is_empty() {
            dom::copy_instead(event, &text);
        }
    }

    pub(super) fn selected_text(&self) -> String {
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
        text
    }
}
