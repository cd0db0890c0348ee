//! Light, dark, or as the system says: kept by the browser, set by the boot script before the first paint, and changed by it until
//! the app is there.

use leptos::prelude::{Effect, Get, RwSignal, Set};

use super::icon::{Icon, icon};
use crate::platform;
use crate::state::locale::Locale;
use crate::view::{El, el};

const KEY: &str = "nashra.theme";

/// A button that goes round the three themes; without script it is not shown, in space kept for it. The boot script reads
/// `data-does` and `data-labels`.
pub fn theme_button(locale: &Locale) -> El {
    let theme = RwSignal::new(None::<String>);
    Effect::new(move || theme.set(platform::document::theme()));
    let labels = ["site.themeAuto", "site.themeLight", "site.themeDark"]
        .map(|key| [&locale.text("site.theme"), ": ", &locale.text(key)].concat());
    let all = labels.join("|");
    let label = move || {
        let at = match theme.get().as_deref() {
            Some("light") => 1,
            Some("dark") => 2,
            _ => 0,
        };
        labels[at].clone()
    };
    el("button")
        .attr("type", "button")
        .class("icon-button needs-script")
        .attr("data-does", "theme")
        .attr("data-labels", all)
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
