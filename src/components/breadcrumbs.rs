//! Where a page stands, after the WAI-ARIA breadcrumb pattern.

use leptos::prelude::*;

use super::icon::{Icon, IconView};
use crate::state::locale::Locale;

/// One step of the way; the last one has no path, for it is the page itself.
#[derive(Clone, PartialEq)]
pub struct Crumb {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub path: Option<String>,
}

/// The way from the home page to this one.
#[component]
pub fn Breadcrumbs(
    /// The steps, home first.
    crumbs: Vec<Crumb>,
) -> impl IntoView {
    let steps = crumbs
        .into_iter()
        .map(|crumb| {
            let current = crumb.path.is_none().then_some("page");
            view! {
                <li>
                    <a href=crumb.path aria-current=current>{crumb.label}</a>
                    <IconView icon=Icon::Forward/>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="crumbs" aria-label=Locale::current().text("a11y.breadcrumb")>
            <ol>{steps}</ol>
        </nav>
    }
}
