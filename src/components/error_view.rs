//! What a reader sees when a page did not come: what failed, where, and a way on. Never a blank page.

use super::icon::{Icon, icon};
use crate::platform;
use crate::state::locale::Locale;
use crate::state::session::{LoadError, Session};
use crate::view::{El, el};

/// The error in the reader's language, with the address that failed and a retry.
pub fn error_view(error: &LoadError, home_path: String, session: Session, locale: &Locale) -> El {
    let url = error.url.clone().map(|url| {
        el("p")
            .class("error-url")
            .child(el("span").text(locale.text("error.url")))
            .text(" ")
            .child(el("bdi").attr("dir", "ltr").text(url))
    });
    el("div")
        .class("wrap error")
        .attr("role", "alert")
        .child(icon(Icon::Warning))
        .child(el("h1").text(error.title(locale)))
        .child(el("p").text(locale.text(&["error.", error.key(), ".body"].concat())))
        .opt(url)
        .child(
            el("p")
                .class("error-actions")
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("button")
                        .on("click", move |_| session.retry())
                        .text(locale.text("error.retry")),
                )
                .child(
                    el("a")
                        .class("button button-quiet")
                        .attr("href", home_path)
                        .text(locale.text("error.backHome")),
                ),
        )
}

/// That the page below is a copy that was kept, from when, and a way to ask again. It is never published.
pub fn saved_copy(saved_ms: i64, session: Session, locale: &Locale) -> El {
    let came = platform::intl::own_time(&*locale.formats, saved_ms, None);
    let came =
        came.map(|own| [" (", &own.date, &locale.text("list.comma"), &own.start, ")"].concat());
    let retry = el("button")
        .attr("type", "button")
        .class("saved-retry")
        .on("click", move |_| session.retry())
        .text(locale.text("error.retry"));
    let row = el("div").class("wrap saved-row");
    el("div").class("saved").attr("role", "status").child(
        row.child(
            el("p")
                .text(locale.text("error.savedCopy"))
                .text(came.unwrap_or_default()),
        )
        .child(retry),
    )
}
