//! What fingers, wheels and mice do, read from the browser's events.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent, TouchEvent, WheelEvent};

/// A place in the window, in CSS pixels from its corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// Two taps are one gesture within this time, in milliseconds, ...
const DOUBLE_TAP_MS: f64 = 300.0;
/// ... and this distance, in CSS pixels.
const DOUBLE_TAP_PX: f32 = 30.0;
/// A wheel that counts lines, not pixels (`WheelEvent.DOM_DELTA_LINE`): about this many pixels each.
const LINE_PX: f32 = 16.0;

/// How far a wheel was turned that is to zoom, in pixels, and where.
pub fn zooming_wheel(event: &Event) -> Option<(f32, Point)> {
    let wheel: &WheelEvent = event.dyn_ref()?;
    let is_zooming = wheel.ctrl_key() || wheel.meta_key();
    let unit = if wheel.delta_mode() == WheelEvent::DOM_DELTA_PIXEL {
        1.0
    } else {
        LINE_PX
    };
    is_zooming.then(|| (wheel.delta_y() as f32 * unit, mouse_point(wheel)))
}

/// Where a mouse is.
pub fn mouse(event: &Event) -> Option<Point> {
    event.dyn_ref().map(mouse_point)
}

fn mouse_point(event: &MouseEvent) -> Point {
    Point {
        x: event.client_x() as f32,
        y: event.client_y() as f32,
    }
}

/// The distance of two fingers and the place between them.
pub fn two_fingers(event: &Event) -> Option<(f32, Point)> {
    let touches = event.dyn_ref::<TouchEvent>()?.touches();
    if touches.length() != 2 {
        return None;
    }
    let [a, b] = [touches.get(0)?, touches.get(1)?]
        .map(|finger| (finger.client_x() as f32, finger.client_y() as f32));
    let middle = Point {
        x: (a.0 + b.0) / 2.0,
        y: (a.1 + b.1) / 2.0,
    };
    Some(((a.0 - b.0).hypot(a.1 - b.1), middle))
}

/// Remembers the last tap, to know the second of two.
#[derive(Default)]
pub struct Taps(Cell<Option<(f64, Point)>>);

impl Taps {
    /// Where a finger was lifted that had tapped the same place just before.
    pub fn second_of(&self, event: &Event) -> Option<Point> {
        let touch: &TouchEvent = event.dyn_ref()?;
        if event.type_() != "touchend" || touch.touches().length() > 0 {
            return None;
        }
        let at = finger(touch)?;
        let now = event.time_stamp();
        let before = self.0.replace(Some((now, at)));
        let is_second = before.is_some_and(|(then, there)| {
            let distance = (there.x - at.x).hypot(there.y - at.y);
            now - then < DOUBLE_TAP_MS && distance < DOUBLE_TAP_PX
        });
        if is_second {
            self.0.set(None);
        }
        is_second.then_some(at)
    }
}

/// The finger that was laid down, moved or lifted.
fn finger(touch: &TouchEvent) -> Option<Point> {
    touch.changed_touches().get(0).map(|finger| Point {
        x: finger.client_x() as f32,
        y: finger.client_y() as f32,
    })
}

/// Remembers where one finger was laid down, to know how far it went.
#[derive(Default)]
pub struct Strokes(Cell<Option<(f64, Point)>>);

impl Strokes {
    /// How far to the right and down the finger went that is lifted, and for how many milliseconds. A second finger ends a stroke.
    pub fn ended_by(&self, event: &Event) -> Option<(Point, f64)> {
        let touch: &TouchEvent = event.dyn_ref()?;
        let (now, at) = (event.time_stamp(), finger(touch)?);
        let n_fingers = touch.touches().length();
        match &*event.type_() {
            "touchstart" => self.0.set((n_fingers == 1).then_some((now, at))),
            "touchend" => {
                let (then, there) = self.0.take()?;
                let way = Point {
                    x: at.x - there.x,
                    y: at.y - there.y,
                };
                return (n_fingers == 0).then_some((way, now - then));
            }
            "touchcancel" => self.0.set(None),
            _ => {}
        }
        None
    }
}

/// A key: its name, and its place on the keyboard, which is the same under any alphabet.
pub struct Press {
    /// UI Events, `key`.
    pub key: String,
    /// UI Events, `code`.
    pub code: String,
    /// Whether Ctrl or Command is held, and nothing else.
    pub is_command: bool,
    /// Whether it is held with another key, which is the browser's business unless `is_command`.
    pub has_modifier: bool,
}

/// The key that was pressed, unless somebody else took it.
pub fn press(event: &Event) -> Option<Press> {
    let press: &KeyboardEvent = event.dyn_ref()?;
    (!press.default_prevented()).then(|| Press {
        key: press.key(),
        code: press.code(),
        is_command: (press.ctrl_key() != press.meta_key())
            && !press.alt_key()
            && !press.shift_key(),
        has_modifier: press.ctrl_key() || press.alt_key() || press.meta_key(),
    })
}
