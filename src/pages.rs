//! Pages: each a pure function of its data and the locale in context.

pub mod home;
pub mod item;
pub mod not_found;

use leptos::prelude::*;

use crate::state::locale::Locale;

/// What stands in the frame while the first page is on its way.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <div class="wrap loading" aria-busy="true">
            <p>{Locale::current().text("a11y.loading")}</p>
        </div>
    }
}
