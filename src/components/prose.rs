//! The text of an item: third-party HTML that went through `markup` and nothing else, in its own language and direction.

use crate::state::body::Body;
use crate::view::{El, el};

/// A text in normal form; `None` where the page around us holds it already, as a published page does.
pub fn prose(body: Option<Body>, language: Option<String>, direction: String) -> El {
    el("div")
        .class("prose")
        .attr_opt("lang", language)
        .attr("dir", direction)
        .content(body)
}
