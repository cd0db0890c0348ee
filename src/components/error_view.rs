//! What a reader sees when a page did not come: what failed, where, and a way on. Never a blank page.

use leptos::prelude::*;

use super::icon::{Icon, IconView};
use crate::state::locale::Locale;
use crate::state::session::{LoadError, Session};

/// The error in the reader's language, with the address that failed and a retry.
#[component]
pub fn ErrorView(
    /// What went wrong.
    error: LoadError,
    /// Where home is.
    home_path: String,
) -> impl IntoView {
    let locale = Locale::current();
    let key = error.key();
    let status = error.status.map_or_else(String::new, |status| status.to_string());
    let title = locale.fill(&["error.", key, ".title"].concat(), &[("status", &status)]);
    let session = Session::current();
    view! {
        <div class="wrap error" role="alert">
            <IconView icon=Icon::Warning/>
            <h1>{title}</h1>
            <p>{locale.text(&["error.", key, ".body"].concat())}</p>
            {error.url.map(|url| view! {
                <p class="error-url">
                    <span>{locale.text("error.url")}</span>
                    " "
                    <bdi dir="ltr">{url}</bdi>
                </p>
            })}
            <p class="error-actions">
                <button type="button" class="button" on:click=move |_| session.retry()>
                    {locale.text("error.retry")}
                </button>
                <a class="button button-quiet" href=home_path>{locale.text("error.backHome")}</a>
            </p>
        </div>
    }
}
