//! A named section of a page, and a box of facts: a heading and what it heads, tied by `aria-labelledby`.

use crate::view::{El, el};

/// A section across the page; `beside` stands at the end of the heading's line.
pub fn section(id: &'static str, heading: String, beside: Option<El>, content: El) -> El {
    el("section")
        .attr("aria-labelledby", id)
        .child(
            el("header")
                .class("section-head")
                .child(el("h2").attr("id", id).text(heading))
                .opt(beside),
        )
        .child(content)
}

/// A box in the column of facts.
pub fn fact_box(class: &'static str, id: &'static str, heading: String) -> El {
    el("section")
        .class(class)
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).text(heading))
}

/// A link that looks like a button. `rel="external"`: the address is not a page of ours.
pub fn external_button(class: &'static str, url: String, label: String) -> El {
    el("a")
        .class(class)
        .attr("href", url)
        .attr("rel", "external")
        .text(label)
}
