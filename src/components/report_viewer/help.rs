//! The help sheet: what the keyboard and hands can do.

use super::Words;
use crate::view::{El, el};

/// Keys as they are printed on keyboards, and what they do.
const KEYS: [(&str, &str); 9] = [
    ("← →", "viewer.helpTurn"),
    ("Home End", "viewer.helpEnds"),
    ("+ −", "viewer.zoom"),
    ("0", "viewer.fitWidth"),
    ("/", "viewer.find"),
    ("T", "viewer.reading"),
    ("R", "viewer.rotate"),
    ("Esc", "viewer.helpClose"),
    ("?", "viewer.help"),
];

/// A dialog, closed.
pub(super) fn help(words: &Words) -> El {
    let rows = KEYS.iter().flat_map(|(keys, meaning)| {
        let keys = keys.split(' ').map(|key| el("kbd").text(key));
        let keys = el("dt").attr("dir", "ltr").children(keys);
        [keys, el("dd").text(words.text(meaning))]
    });
    let close = el("button")
        .attr("type", "button")
        .class("button")
        .attr("data-do", "help")
        .text(words.text("viewer.close"));
    el("dialog")
        .class("viewer-help")
        .attr("data-part", "help")
        .attr("aria-labelledby", "viewer-help-title")
        .child(
            el("h2")
                .attr("id", "viewer-help-title")
                .text(words.text("viewer.helpTitle")),
        )
        .child(el("dl").children(rows))
        .child(el("p").text(words.text("viewer.helpHands")))
        .child(close)
}
