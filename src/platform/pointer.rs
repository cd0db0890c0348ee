//! What a finger, a mouse, a wheel or a key did, as numbers and names.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// A pointer's event.
pub struct Pointer {
    /// Tells fingers apart.
    pub id: i32,
    /// CSS pixels from the window's left edge.
    pub x: f64,
    /// CSS pixels from its top.
    pub y: f64,
    /// On the page's own clock.
    pub time_ms: f64,
    /// A mouse rather than a finger or a pen.
    pub is_mouse: bool,
    /// The finger, or the mouse's first button.
    pub is_first_button: bool,
}

/// The event as a pointer's.
pub fn pointer(event: &Event) -> Pointer {
    // What these listeners are told is of that kind: asking the browser again would cost bytes and answer yes.
    let pointer: &PointerEvent = event.unchecked_ref();
    Pointer {
        id: pointer.pointer_id(),
        x: f64::from(pointer.client_x()),
        y: f64::from(pointer.client_y()),
        time_ms: event.time_stamp(),
        is_mouse: pointer.pointer_type() == "mouse",
        // With `Control` it asks for a menu on a Mac, and is not heard of again.
        is_first_button: pointer.button() == 0 && !pointer.ctrl_key(),
    }
}

/// Whether the event is on a control, which has its own use for it: a captured pointer would not click it.
pub fn is_on_control(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.closest("button").ok().flatten().is_some())
}

/// A turn of the wheel.
pub struct Wheel {
    /// CSS pixels to the right.
    pub dx: f64,
    /// CSS pixels downwards.
    pub dy: f64,
    /// Where the pointer is, from the window's corner.
    pub x: f64,
    /// Likewise.
    pub y: f64,
    /// Two fingers on a touchpad, pinching, which engines report as a wheel with `Control`.
    pub is_pinch: bool,
}

/// The event as a wheel's.
pub fn wheel(event: &Event) -> Wheel {
    let wheel: &WheelEvent = event.unchecked_ref();
    let unit = match wheel.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => 30.0,
        WheelEvent::DOM_DELTA_PAGE => 300.0,
        _ => 1.0,
    };
    Wheel {
        dx: wheel.delta_x() * unit,
        dy: wheel.delta_y() * unit,
        x: f64::from(wheel.client_x()),
        y: f64::from(wheel.client_y()),
        is_pinch: wheel.ctrl_key(),
    }
}

/// The key's name (UI Events, section "key values"); nothing with `Control`, `Alt` or `Meta`, which are the browser's.
pub fn key(event: &Event) -> Option<String> {
    let key: &KeyboardEvent = event.unchecked_ref();
    // A mouse's event names these alike, and the app asks mice already.
    let held: &MouseEvent = event.unchecked_ref();
    let is_browsers = held.ctrl_key() || held.alt_key() || held.meta_key();
    (!is_browsers).then(|| key.key())
}
