//! The widget's binary: what `public/nashra-widget.js` calls once an element comes near.

fn main() {}

/// Fills `place`, a fresh element, with the cards that the attributes of `host` ask for, and says how many. `home` is the loader's own
/// folder, `languages` are those of the newsroom there, the default first, `ask_live` asks the live module. What fails is a text: the
/// reason in a word, and the address.
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn paint(
    host: wasm_bindgen::JsValue,
    place: wasm_bindgen::JsValue,
    home: String,
    languages: String,
    ask_live: wasm_bindgen::JsValue,
) -> Result<u32, String> {
    let guest = nashra_app::platform::guest::Guest::new(host, place, home, languages, ask_live);
    nashra_app::widget::paint(guest)
        .await
        .map_err(|failure| failure.to_string())
}
