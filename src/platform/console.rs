//! Warnings for whoever runs the newsroom. A reader never sees them.

/// Writes a warning to the browser's console.
pub fn warn(text: &str) {
    web_sys::console::warn_1(&wasm_bindgen::JsValue::from_str(text));
}
