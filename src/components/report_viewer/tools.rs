//! The bar above the pages. It follows the direction of the interface; where its turns lead is the report's business.
//!
//! What needs the viewer's module is hidden until that is there: no control is shown that does nothing.

use nashra_report::reading::{Mode, ZOOM_STEPS, Zoom};

use super::Words;
use super::outline::outline;
use super::thumbnails::thumbnails;
use crate::components::icon::{Icon, icon};
use crate::state::page_data::ReadData;
use crate::state::report_pages::ReportPages;
use crate::view::{El, el};

const MINUS: &str = "M6 12h12";
const PLUS: &str = "M6 12h12M12 6v12";
/// Lines of running text.
const LINES: &str = "M5 6h14M5 10h14M5 14h14M5 18h8";
const DOTS: &str = "M6 11a1 1 0 1 0 .01 0zM12 11a1 1 0 1 0 .01 0zM18 11a1 1 0 1 0 .01 0z";

/// An icon of the viewer's own, hidden from assistive technology.
pub(super) fn drawing(path: &'static str) -> El {
    el("svg")
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(el("path").attr("d", path))
}

/// All tools.
pub(super) fn tools(read: &ReadData, report: &ReportPages, words: &Words) -> El {
    let size = read.size.clone();
    let download = el("a")
        .class("viewer-button")
        .attr("href", read.file_url.clone())
        .attr("rel", "external")
        .attr("download", "")
        .attr("aria-label", words.text("release.download"))
        .child(icon(Icon::Download))
        .child(
            el("span")
                .class("viewer-label")
                .text(words.text("release.download")),
        )
        .opt(size.map(|size| el("bdi").class("viewer-size").text(size)));
    let row = el("div")
        .class("wrap viewer-row")
        .opt(outline(report, words))
        .child(thumbnails(words))
        .child(turns(report, words))
        .child(find(words))
        .child(
            button("reading", "viewer.reading", drawing(LINES), words)
                .attr("data-part", "reading-button")
                .attr("aria-pressed", "false"),
        )
        .child(more(words))
        .child(zooms(words))
        .child(modes(words))
        .child(download);
    el("div")
        .class("viewer-bar")
        .attr("data-part", "bar")
        .attr("role", "group")
        .attr("aria-label", words.text("viewer.title"))
        .child(row)
}

fn button(action: &'static str, key: &str, icon: El, words: &Words) -> El {
    let label = words.text(key);
    el("button")
        .attr("type", "button")
        .class("viewer-button needs-viewer")
        .attr("data-do", action)
        .attr("aria-label", label.clone())
        .attr("title", label)
        .child(icon)
}

/// Previous, the page that is shown, next.
fn turns(report: &ReportPages, words: &Words) -> El {
    let n_pages = report.pages.len() as u32;
    let field = el("input")
        .class("viewer-field")
        .attr("data-part", "page")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "go")
        .attr("aria-label", words.text("viewer.pageNumber"))
        .attr("value", words.number(1));
    let total = el("span")
        .attr("data-part", "total")
        .text(words.with_number("viewer.ofPages", "n", n_pages));
    let form = el("form").class("viewer-go").attr("data-do", "go");
    el("div")
        .class("viewer-group needs-viewer")
        .child(button(
            "back",
            "viewer.previousPage",
            icon(Icon::Back),
            words,
        ))
        .child(form.child(field).child(total))
        .child(button("on", "viewer.nextPage", icon(Icon::Forward), words))
}

fn zooms(words: &Words) -> El {
    let option = |zoom: Zoom, label: String| {
        el("option")
            .attr("value", zoom.name())
            .attr_if(zoom == Zoom::Width, "selected", "")
            .text(label)
    };
    let steps = ZOOM_STEPS.iter().map(|step| {
        let label = words.with_number("viewer.percent", "n", u32::from(*step));
        option(Zoom::Percent(*step), label)
    });
    let choice = el("select")
        .class("viewer-choice")
        .attr("data-do", "zoom")
        .attr("data-part", "zoom")
        .attr("aria-label", words.text("viewer.zoom"))
        .child(option(Zoom::Width, words.text("viewer.fitWidth")))
        .child(option(Zoom::Page, words.text("viewer.fitPage")))
        .children(steps);
    el("div")
        .class("viewer-group viewer-zooms needs-viewer")
        .child(button("zoom-out", "viewer.zoomOut", drawing(MINUS), words))
        .child(choice)
        .child(button("zoom-in", "viewer.zoomIn", drawing(PLUS), words))
}

fn modes(words: &Words) -> El {
    let options = Mode::ALL.map(|mode| {
        el("option")
            .attr("value", mode.as_str())
            .attr_if(mode == Mode::Continuous, "selected", "")
            .text(words.text(&["viewer.", mode.as_str()].concat()))
    });
    el("select")
        .class("viewer-choice needs-viewer")
        .attr("data-do", "mode")
        .attr("data-part", "mode")
        .attr("aria-label", words.text("viewer.mode"))
        .children(options)
}

fn find(words: &Words) -> El {
    let label = words.text("viewer.find");
    let field = el("input")
        .attr("type", "search")
        .class("viewer-search")
        .attr("data-part", "phrase")
        .attr("autocomplete", "off")
        .attr("aria-label", label.clone())
        .attr("placeholder", label.clone());
    let found = el("p")
        .class("viewer-found")
        .attr("data-part", "found")
        .attr("role", "status");
    let panel = el("form")
        .class("viewer-panel viewer-find")
        .attr("role", "search")
        .attr("data-do", "find")
        .child(field)
        .child(button(
            "hit-back",
            "viewer.previousHit",
            icon(Icon::Back),
            words,
        ))
        .child(button(
            "hit-on",
            "viewer.nextHit",
            icon(Icon::Forward),
            words,
        ))
        .child(found);
    menu("find", label, icon(Icon::Search), panel).attr("data-needs", "viewer")
}

/// A button that opens a panel below it.
pub(super) fn menu(part: &'static str, label: String, icon: El, panel: El) -> El {
    let summary = el("summary")
        .class("viewer-button")
        .attr("aria-label", label.clone())
        .attr("title", label.clone())
        .child(icon)
        .child(el("span").class("viewer-label").text(label));
    el("details")
        .class("viewer-menu")
        .attr("data-part", part)
        .child(summary)
        .child(panel)
}

/// What is needed less often.
fn more(words: &Words) -> El {
    let entry = |action: &'static str, key: &str| {
        let button = el("button")
            .attr("type", "button")
            .attr("data-do", action)
            .text(words.text(key));
        el("li").child(button)
    };
    let list = el("ul")
        .class("viewer-panel viewer-list")
        .child(entry("rotate", "viewer.rotate"))
        .child(entry("full-screen", "viewer.fullScreen").attr("data-part", "full-screen"))
        .child(entry("copy-link", "viewer.copyLink"))
        .child(entry("print", "viewer.print"))
        .child(entry("help", "viewer.help"));
    menu("more", words.text("viewer.more"), drawing(DOTS), list).attr("data-needs", "viewer")
}
