//! Ways to narrow a list: links in groups that open and close by themselves, with no script.

use crate::state::locale::Locale;
use crate::state::page_data::FilterData;
use crate::view::{El, el};

/// Years, topics and offices; `None` where there is nothing to choose.
pub fn filters(
    years: Vec<FilterData>,
    topics: Vec<FilterData>,
    topics_path: Option<String>,
    offices: Vec<FilterData>,
    all_path: Option<String>,
    locale: &Locale,
) -> Option<El> {
    let groups = [
        ("list.filterYear", years, None),
        ("list.filterTopic", topics, topics_path),
        ("list.filterOffice", offices, None),
    ];
    let groups: Vec<El> = groups
        .into_iter()
        .filter(|(_, choices, _)| !choices.is_empty())
        .map(|(key, choices, all)| {
            let all = all.map(|path| (path, locale.text("list.allTopics")));
            group(locale.text(key), choices, all)
        })
        .collect();
    if groups.is_empty() {
        return None;
    }
    let clear = all_path.map(|path| {
        el("a")
            .class("filter-clear")
            .attr("href", path)
            .text(locale.text("list.clear"))
    });
    Some(
        el("nav")
            .class("filters")
            .attr("aria-label", locale.text("list.filters"))
            .children(groups)
            .opt(clear),
    )
}

fn group(name: String, choices: Vec<FilterData>, all: Option<(String, String)>) -> El {
    let current = choices
        .iter()
        .find(|choice| choice.is_current)
        .map(|choice| choice.label.clone());
    let has_current = current.is_some();
    let links = choices.into_iter().map(|choice| {
        let link = el("a")
            .attr("href", choice.path)
            .attr_if(choice.is_current, "aria-current", "page")
            .child(el("bdi").text(choice.label));
        el("li").child(link)
    });
    let links: Vec<El> = links.collect();
    let all = all.map(|(path, label)| {
        let link = el("a").class("filter-all").attr("href", path).text(label);
        el("li").child(link)
    });
    el("details")
        .class("filter")
        .child(
            el("summary")
                .attr_if(has_current, "aria-current", "true")
                .child(el("bdi").text(current.unwrap_or(name))),
        )
        .child(el("ul").children(links).opt(all))
}
