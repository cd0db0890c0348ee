//! Search: a form that needs no app to be sent, and below it what was found, or what leads on without a search.

use crate::components::breadcrumbs::breadcrumbs;
use crate::components::search::{browse, form, result};
use crate::state::locale::Locale;
use crate::state::page_data::SearchData;
use crate::state::session::Session;
use crate::view::{El, el};

/// The page at `path`.
pub fn search(
    search: SearchData,
    path: String,
    home_path: String,
    session: Session,
    locale: &Locale,
) -> El {
    let way = vec![(locale.text("site.home"), home_path)];
    let heading = locale.text("search.label");
    let has_asked = search.status.is_some() || search.problem.is_some();
    let status = search
        .status
        .clone()
        .unwrap_or_else(|| locale.text("search.hint"));
    let problem = search.problem.clone().map(|text| {
        let retry = el("button")
            .attr("type", "button")
            .class("button button-quiet")
            .on("click", move |_| session.retry())
            .text(locale.text("error.retry"));
        el("div")
            .class("notice notice-alert")
            .child(el("p").text(text))
            .child(retry)
    });
    let results = search.results.iter().cloned().map(result);
    let results: Vec<El> = results.collect();
    let more = search.has_more.then(|| {
        el("button")
            .attr("type", "button")
            .class("button button-quiet")
            .on("click", move |_| session.ask_for_more())
            .text(locale.text("search.more"))
    });
    let browse = (!has_asked || results.is_empty()).then(|| browse(&search, locale));
    el("div")
        .class("wrap search")
        .child(breadcrumbs(way, heading.clone(), locale))
        .child(el("h1").class("page-title").text(heading))
        .child(form(path, search.query, locale))
        .child(
            el("div")
                .class("search-status")
                // With no app nothing is searched: said in its own words, in a place kept for either.
                .child(
                    el("p")
                        .class("needs-no-app")
                        .text(locale.text("search.needsApp")),
                )
                .child(el("p").class("needs-app").attr("role", "status").opt(
                    problem.is_none().then(|| {
                        // Another text is another element: lines that wrap otherwise have not moved.
                        el("span").key(status.clone()).text(status)
                    }),
                )),
        )
        .opt(problem)
        .opt((!results.is_empty()).then(|| {
            // It takes the place of what leads on: a new element, not that one moved.
            el("div")
                .key("results".to_owned())
                .class("results")
                .children(results)
        }))
        .opt(more)
        .opt(browse)
}
