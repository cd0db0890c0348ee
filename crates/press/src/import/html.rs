//! Texts of others that come as HTML where only words may stand. It keeps none of the markup.

use nashra_markup::{Context, read_html, resolve};

/// The words alone; empty where there are none.
pub(super) fn words(html: &str) -> String {
    let context = Context {
        base_url: None,
        id_prefix: "",
        resolve: &resolve,
    };
    read_html(html, &context).plain_text().trim().to_owned()
}
