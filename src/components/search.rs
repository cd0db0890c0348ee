//! The form to search with, in the header and on its page, and what was found.

use super::date::short_date;
use super::icon::{Icon, icon};
use crate::state::locale::Locale;
use crate::state::page_data::{FilterData, MarkData, ResultData, SearchData};
use crate::state::search::{FIELD, PAGE_FIELD_ID};
use crate::view::{El, el};

/// The form of the search page.
pub fn form(path: String, query: String, locale: &Locale) -> El {
    el("form")
        .class("search-form")
        .attr("role", "search")
        .attr("action", path)
        .child(field(PAGE_FIELD_ID, "search.placeholder", locale).attr("value", query))
        .child(
            el("button")
                .attr("type", "submit")
                .class("button")
                .child(icon(Icon::Search))
                .text(locale.text("search.submit")),
        )
}

/// The form in the header of wide windows, and the link that stands for it in narrow ones.
pub fn header_search(path: String, is_here: bool, locale: &Locale) -> El {
    let link = el("a")
        .class("icon-button search-link")
        .attr("href", path.clone())
        .attr("aria-label", locale.text("site.search"))
        .attr_if(is_here, "aria-current", "page")
        .child(icon(Icon::Search));
    let form = (!is_here).then(|| {
        el("form")
            .class("header-search")
            .attr("role", "search")
            .attr("action", path)
            .child(field("site-search", "site.search", locale))
            .child(
                el("button")
                    .attr("type", "submit")
                    .class("icon-button")
                    .attr("aria-label", locale.text("search.submit"))
                    .child(icon(Icon::Search)),
            )
    });
    el("div").class("header-tools").opt(form).child(link)
}

fn field(id: &'static str, placeholder: &str, locale: &Locale) -> El {
    el("input")
        .attr("type", "search")
        .attr("id", id)
        .attr("name", FIELD)
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("aria-label", locale.text("search.label"))
        .attr("placeholder", locale.text(placeholder))
}

/// An item that was found.
pub fn result(result: ResultData) -> El {
    let own = |element: El| {
        element
            .attr_opt("lang", result.language.clone())
            .attr("dir", result.direction.clone())
    };
    let text = el("p").class("result-text");
    let text = if result.is_of_file {
        // A report may be in several languages: each page of it runs as its own words do.
        text.attr_opt("lang", result.file_language.clone())
            .attr("dir", "auto")
    } else {
        own(text)
    };
    let link = el("a").class("card-link").attr("href", result.path);
    let excerpt = (!result.excerpt.is_empty()).then(|| marked(text, result.excerpt));
    el("article")
        .class("result")
        .key(result.id)
        .child(own(el("h2").class("result-title")).child(marked(link, result.title)))
        .opt(excerpt)
        .child(
            el("p")
                .class("meta")
                .child(el("span").text(result.label))
                .opt(result.date.map(short_date)),
        )
}

fn marked(element: El, pieces: Vec<MarkData>) -> El {
    pieces.into_iter().fold(element, |element, piece| {
        if piece.is_hit {
            element.child(el("mark").text(piece.text))
        } else {
            element.text(piece.text)
        }
    })
}

/// Years and topics as links: the way to everything where nothing is searched.
pub fn browse(search: &SearchData, locale: &Locale) -> El {
    let years = (!search.years.is_empty()).then(|| {
        el("section")
            .attr("aria-labelledby", "years-heading")
            .child(
                el("h2")
                    .attr("id", "years-heading")
                    .text(locale.text("search.years")),
            )
            .child(links(search.years.clone()))
    });
    let more = (!search.more_topics.is_empty()).then(|| {
        el("details")
            .class("more-topics")
            .child(el("summary").text(locale.text("search.moreTopics")))
            .child(links(search.more_topics.clone()))
    });
    let topics = (!search.topics.is_empty()).then(|| {
        el("section")
            .attr("aria-labelledby", "topics-heading")
            .child(
                el("h2")
                    .attr("id", "topics-heading")
                    .text(locale.text("release.topics")),
            )
            .child(links(search.topics.clone()))
            .opt(more)
    });
    el("div").class("browse").opt(years).opt(topics)
}

fn links(choices: Vec<FilterData>) -> El {
    let links = choices.into_iter().map(|choice| {
        let link = el("a")
            .attr("href", choice.path)
            .child(el("bdi").text(choice.label));
        el("li").child(link)
    });
    el("ul").class("topics").children(links)
}
