//! Light, dark, or as the system says: kept by the browser, set by the boot script before the first paint.

use leptos::prelude::*;

use super::icon::{Icon, IconView};
use crate::platform;
use crate::state::locale::Locale;

const KEY: &str = "nashra.theme";

/// A button that goes round the three themes; without script it is not shown, in space kept for it.
#[component]
pub fn ThemeButton() -> impl IntoView {
    let locale = Locale::current();
    let theme = RwSignal::new(None::<String>);
    Effect::new(move || theme.set(platform::storage::get(KEY)));
    let choose = move |_| {
        let next = match theme.get().as_deref() {
            None => Some("light"),
            Some("light") => Some("dark"),
            Some(_) => None,
        };
        platform::document::set_theme(next);
        platform::storage::set(KEY, next);
        theme.set(next.map(str::to_owned));
    };
    let label = move || {
        let chosen = match theme.get().as_deref() {
            Some("light") => "site.themeLight",
            Some("dark") => "site.themeDark",
            _ => "site.themeAuto",
        };
        [locale.messages.get("site.theme"), ": ", locale.messages.get(chosen)].concat()
    };
    view! {
        <button type="button" class="icon-button needs-app" on:click=choose aria-label=label.clone() title=label>
            <IconView icon=Icon::Contrast/>
        </button>
    }
}
