//! Ways to pass a page on: plain links, and two controls that need the app.

use leptos::prelude::{Effect, Get, RwSignal, Set};

use crate::platform;
use crate::state::locale::Locale;
use crate::view::{El, el};

/// Copy the link of the page at `url`, print it, or send it by the reader's own programs.
pub fn share(title: &str, url: &str, locale: &Locale) -> El {
    let (copy, copied) = (
        locale.text("release.copyLink"),
        locale.text("release.linkCopied"),
    );
    let is_copied = RwSignal::new(false);
    let copy_button = button(NEEDS_APP)
        .on("click", move |_| {
            platform::share::copy(&platform::history::href());
            is_copied.set(true);
        })
        .child(el("span").attr("aria-live", "polite").live_text(move || {
            if is_copied.get() {
                copied.clone()
            } else {
                copy.clone()
            }
        }));
    let (own_title, own_url) = (title.to_owned(), url.to_owned());
    let can_share = RwSignal::new(false);
    Effect::new(move || can_share.set(platform::share::can_share()));
    // Phones have a sheet of their own for this; elsewhere the button is not there.
    let sheet = button(NEEDS_APP)
        .live_attr("data-offered", move || can_share.get().to_string())
        .on("click", move |_| {
            platform::share::share(&own_title, &own_url)
        })
        .text(locale.text("release.share"));
    // The boot script prints until the app is there.
    let print = button(NEEDS_SCRIPT)
        .attr("data-does", "print")
        .on("click", |_| platform::share::print())
        .text(locale.text("release.print"));
    let (title, url) = (platform::share::escape(title), platform::share::escape(url));
    let link = |address: [&str; 4], key: &str| {
        el("a")
            .class("share-link")
            .attr("rel", "external noreferrer")
            .attr("href", address.concat())
            .text(locale.text(key))
    };
    el("div")
        .class("share")
        .child(link(
            ["https://wa.me/?text=", &title, "%20", &url],
            "release.shareWhatsapp",
        ))
        .child(link(
            ["https://t.me/share/url?text=", &title, "&url=", &url],
            "release.shareTelegram",
        ))
        .child(link(
            ["mailto:?subject=", &title, "&body=", &url],
            "release.shareEmail",
        ))
        .child(copy_button)
        .child(print)
        .child(sheet)
}

const NEEDS_APP: &str = "button button-quiet needs-app";
const NEEDS_SCRIPT: &str = "button button-quiet needs-script";

fn button(class: &'static str) -> El {
    el("button").attr("type", "button").class(class)
}
