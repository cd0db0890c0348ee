//! What the reader does, as the view's elements tell it: fingers, mouse, wheel, keys, and files that came or did not. It refuses to
//! decide what that means for the photo: the stage does.

use super::command::Command;
use super::{DOUBLE_TAP_MS, Lightbox, OPEN, with_open};
use crate::platform::events::Event;
use crate::platform::{lightbox as browser, pointer, task};
use crate::state::gallery::geometry::{Point, Size};
use crate::state::gallery::stage::Act;

/// A pointer goes down on the stage.
pub fn pressed(event: &Event) {
    let pointer = pointer::pointer(event);
    if !pointer.is_first_button || pointer::is_on_control(event) {
        return;
    }
    with_open(&mut |open| {
        open.browser.capture(pointer.id);
        open.slideshow = None;
        let at = open.point(pointer.x, pointer.y);
        open.stage.press(pointer.id, at, pointer.time_ms);
    });
}

/// It moves.
pub fn dragged(event: &Event) {
    OPEN.with_borrow_mut(|open| {
        // Most moves are a mouse's that holds nothing.
        if let Some(open) = open.as_mut().filter(|open| open.stage.is_held()) {
            let pointer = pointer::pointer(event);
            let at = open.point(pointer.x, pointer.y);
            open.stage.drag(pointer.id, at, pointer.time_ms);
            open.wake();
        }
    });
}

/// It is lifted.
pub fn released(event: &Event) {
    let pointer = pointer::pointer(event);
    with_open(&mut |open| {
        let at = open.point(pointer.x, pointer.y);
        match open.stage.release(pointer.id, pointer.time_ms) {
            Act::None => {}
            Act::Tap => open.tapped(at, pointer.time_ms, pointer.is_mouse),
            Act::Turn(by) => open.turn(by),
            Act::Close => open.leave(),
        }
        open.is_view_due = true;
    });
}

/// The browser took it.
pub fn cancelled(_: &Event) {
    with_open(&mut |open| open.stage.cancel());
}

/// The wheel turns over the stage: zooms about the pointer; sideways, and on a zoomed photo, it pans.
pub fn wheeled(event: &Event) {
    event.prevent_default();
    let wheel = pointer::wheel(event);
    with_open(&mut |open| {
        open.slideshow = None;
        let about = open.point(wheel.x, wheel.y);
        if !wheel.is_pinch && wheel.dx.abs() > wheel.dy.abs() {
            open.stage.pan_by(Point::new(-wheel.dx, -wheel.dy));
        } else {
            let strength = if wheel.is_pinch { 0.01 } else { 0.0025 };
            // e to the power of a small number, nearly; a notch of a mouse (100) is a quarter.
            let by = 1.0 + (wheel.dy.abs() * strength).min(1.0);
            let by = if wheel.dy < 0.0 { by } else { 1.0 / by };
            open.stage.zoom_by(by, about);
        }
        open.is_view_due = true;
    });
}

/// A key is pressed while the dialog has the focus.
pub fn key_pressed(event: &Event) {
    let Some(key) = pointer::key(event) else {
        return;
    };
    with_open(&mut |open| {
        let was_bare = std::mem::take(&mut open.is_bare);
        let is_known = open.key(&key);
        if is_known {
            event.prevent_default();
        }
        open.is_view_due |= is_known || was_bare;
    });
}

/// The lightbox fills the screen, or gave it back: WebKitGTK has the window's size changed before that.
pub fn screen_changed(_: &Event) {
    with_open(&mut |open| {
        open.is_view_due = true;
    });
}

/// Escape, or a phone's Back where it closes dialogs.
pub fn asked_to_close(event: &Event) {
    event.prevent_default();
    with_open(&mut Lightbox::leave);
}

/// The browser closed the dialog without asking.
pub fn was_closed(_: &Event) {
    let open = OPEN.take();
    if let Some(mut open) = open {
        // Chromium asks, and does not wait for the answer, where the reader did nothing else before.
        open.leave_now();
        open.finish();
    }
}

/// A picture arrived: shown once it is decoded.
pub fn file_arrived(event: &Event) {
    let url = browser::file_of(event);
    let decoded = browser::decoded(event);
    task::spawn(async move {
        let pixels = decoded.await;
        with_open(&mut |open| {
            open.is_row_due = true;
            let index = open.slides.loaded(&url);
            if let (Some(index), Some((width, height))) = (index, pixels) {
                open.learn(index, Size::new(f64::from(width), f64::from(height)));
            }
        });
    });
}

/// It did not.
pub fn file_failed(event: &Event) {
    let url = browser::file_of(event);
    with_open(&mut |open| {
        open.slides.failed(&url);
        open.is_row_due = true;
    });
}

impl Lightbox {
    /// A press that was neither a drag nor a pinch: a mouse zooms, or closes beside the photo; a finger clears the view, and
    /// zooms when it taps twice.
    fn tapped(&mut self, at: Point, time_ms: f64, is_mouse: bool) {
        let is_on_photo = self.stage.covers(at);
        if is_mouse {
            if is_on_photo {
                self.stage.toggle_zoom(at);
            } else {
                self.leave();
            }
            return;
        }
        let is_second = self.tap.take().is_some_and(|(before_ms, before)| {
            time_ms - before_ms < DOUBLE_TAP_MS && at.minus(before).length() < 40.0
        });
        // The second takes back what the first one did.
        self.is_bare = !self.is_bare;
        if is_second {
            self.stage.toggle_zoom(at);
        } else {
            self.tap = Some((time_ms, at));
        }
        self.is_view_due = true;
    }

    /// What a key does; says whether it did anything.
    fn key(&mut self, key: &str) -> bool {
        let on = match self.album.direction {
            nashra_l10n::Direction::Ltr => 1,
            nashra_l10n::Direction::Rtl => -1,
        };
        let n = self.album.photos().len() as isize;
        // Which way it looks; a zoomed photo is moved the other way, and the row at its edge.
        let (x, y): (i32, i32) = match key {
            "ArrowRight" => (1, 0),
            "ArrowLeft" => (-1, 0),
            "ArrowDown" => (0, 1),
            "ArrowUp" => (0, -1),
            _ => (0, 0),
        };
        let by = match key {
            "PageDown" => 1,
            "PageUp" => -1,
            "Home" => -n,
            "End" => n,
            _ => 0,
        };
        let zoom = match key {
            "+" | "=" => 1.5,
            "-" => 1.0 / 1.5,
            // No photo is smaller than whole.
            "0" => 0.0,
            _ => 1.0,
        };
        if x != 0 || y != 0 {
            let way = Point::new(
                self.room.width / -4.0 * f64::from(x),
                self.room.height / -4.0 * f64::from(y),
            );
            if !self.stage.pan_by(way) && x != 0 {
                self.step_by(on * x as isize);
            }
        } else if by != 0 {
            self.step_by(by);
        } else if zoom != 1.0 {
            self.stage.zoom_by(zoom, Point::default());
        } else if key == "f" {
            self.command(Command::FullScreen);
        } else {
            return false;
        }
        true
    }
}
