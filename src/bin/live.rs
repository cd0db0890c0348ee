//! The live module's binary: pages from the feed, composed in the browser when they are asked for.

fn main() {
    #[cfg(feature = "hydrate")]
    nashra_app::live::start();
}

/// What the widget calls where a page of the newsroom was not published.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn ask(request: String) -> String {
    nashra_app::live::ask(request).await
}
