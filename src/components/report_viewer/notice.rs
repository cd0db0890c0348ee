//! What the viewer says: how far the file is, what failed and what can be done, and the question for a password.

use super::Words;
use crate::view::{El, el};

/// Why a report is not shown as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file did not come.
    Missing,
    /// It is damaged or no PDF.
    Broken,
    /// It is locked in a way that cannot be opened here.
    Locked,
    /// The engine did not start or ended, twice.
    Engine,
}

impl Trouble {
    fn key(self) -> &'static str {
        match self {
            Self::Missing => "viewer.missing",
            Self::Broken => "viewer.broken",
            Self::Locked => "viewer.locked",
            Self::Engine => "viewer.engine",
        }
    }
}

/// The place for it; empty while there is nothing to say.
pub(super) fn notice() -> El {
    el("div")
        .class("viewer-notice")
        .attr("data-part", "notice")
        .attr("role", "status")
}

/// How much of the file is here, in percent where its length is known.
pub fn progress(percent: Option<u32>, words: &Words) -> El {
    let text = match percent {
        Some(percent) => words.with_number("viewer.loadingPercent", "percent", percent),
        None => words.text("viewer.loading"),
    };
    el("p").text(text)
}

/// What failed, and the file itself.
pub fn trouble(trouble: Trouble, file_url: &str, words: &Words) -> El {
    let link = el("a")
        .class("button")
        .attr("href", file_url.to_owned())
        .attr("rel", "external")
        .text(words.text("viewer.openFile"));
    el("div")
        .child(el("p").text(words.text(trouble.key())))
        .child(link)
}

/// Asks for the password; `is_again` after one that did not open the file.
pub fn password(is_again: bool, words: &Words) -> El {
    let key = if is_again {
        "viewer.passwordAgain"
    } else {
        "viewer.passwordAsked"
    };
    let field = el("input")
        .attr("type", "password")
        .attr("id", "viewer-password")
        .attr("autocomplete", "off")
        .attr("data-part", "password");
    let label = el("label")
        .attr("for", "viewer-password")
        .text(words.text("viewer.password"));
    let send = el("button")
        .attr("type", "submit")
        .class("button")
        .text(words.text("viewer.open"));
    el("form")
        .attr("data-do", "password")
        .child(el("p").text(words.text(key)))
        .child(label)
        .child(field)
        .child(send)
}
