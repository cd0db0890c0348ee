//! Light, dark, or as the system says: kept by the browser, set by the boot script before the first paint.

use leptos::prelude::{Effect, Get, RwSignal, Set};

use super::icon::{Icon, icon};
use crate::platform;
use crate::state::locale::Locale;
use crate::view::{El, el};

const KEY: &str = "nashra.theme";

/// A button that goes round the three themes; without script it is not shown, in space kept for it.
pub fn theme_button(locale: &Locale) -> El {
    let theme = RwSignal::new(None::<String>);
    Effect::new(move || theme.set(platform::storage::get(KEY)));
    let messages = locale.messages.clone();
    let label = move || {
        let chosen = match theme.get().as_deref() {
            Some("light") => "site.themeLight",
            Some("dark") => "site.themeDark",
            _ => "site.themeAuto",
        };
        [messages.get("site.theme"), ": ", messages.get(chosen)].concat()
    };
    el("button")
        .attr("type", "button")
        .class("icon-button needs-app")
        .live_attr("aria-label", label.clone())
        .live_attr("title", label)
        .on("click", move |_| {
            let next = match theme.get().as_deref() {
                None => Some("light"),
                Some("light") => Some("dark"),
                Some(_) => None,
            };
            platform::document::set_theme(next);
            platform::storage::set(KEY, next);
            theme.set(next.map(str::to_owned));
        })
        .child(icon(Icon::Contrast))
}
