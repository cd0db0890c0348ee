//! The page for an address that nothing answers to.

use leptos::prelude::*;

use crate::state::locale::Locale;

/// Says so, and shows the way home.
#[component]
pub fn NotFound(
    /// Where home is.
    home_path: String,
) -> impl IntoView {
    let locale = Locale::current();
    view! {
        <div class="wrap error">
            <h1>{locale.text("error.notFound.title")}</h1>
            <p>{locale.text("error.notFound.body")}</p>
            <p class="error-actions"><a class="button" href=home_path>{locale.text("error.backHome")}</a></p>
        </div>
    }
}
