//! What the viewer says: how far the file is, what failed and what can be done, and the question for a password.

use nashra_l10n::fill;

use super::Words;
use crate::view::{El, el};

/// Why a report is not shown as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file did not come.
    Missing,
    /// It did not come, and lies on another site, which may not let it be read from here.
    Elsewhere,
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
            Self::Elsewhere => "viewer.elsewhere",
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

/// The place for what is said in passing.
pub(super) fn toast() -> El {
    el("div")
        .class("viewer-toast")
        .attr("data-part", "toast")
        .attr("role", "status")
}

/// How much of the file is here, with a button that stops it.
pub fn progress(n_bytes: f64, n_bytes_in_all: Option<f64>, words: &Words) -> El {
    let n = words.megabytes(n_bytes);
    let text = match n_bytes_in_all {
        Some(total) => {
            let total = words.megabytes(total.max(n_bytes));
            let values = [("n", &*n), ("total", &*total)];
            fill(words.messages.get("viewer.loadingOf"), &values)
        }
        None => fill(words.messages.get("viewer.loadingBytes"), &[("n", &*n)]),
    };
    stoppable(&text, words)
}

/// Something that goes on and can be stopped.
pub fn stoppable(text: &str, words: &Words) -> El {
    el("div")
        .child(el("p").text(text.to_owned()))
        .child(button("stop", "viewer.stop", words))
}

/// The reader stopped the download.
pub fn stopped(words: &Words) -> El {
    el("div")
        .child(el("p").text(words.text("viewer.stopped")))
        .child(button("load", "viewer.load", words))
}

/// The reader is where they left off.
pub fn resumed(page: &str, words: &Words) -> El {
    let text = fill(words.messages.get("viewer.resumed"), &[("n", page)]);
    el("div")
        .child(el("p").text(text))
        .child(button("start", "viewer.startOver", words))
}

/// A sentence.
pub fn plain(text: &str) -> El {
    el("div").child(el("p").text(text.to_owned()))
}

fn button(action: &'static str, key: &str, words: &Words) -> El {
    el("button")
        .attr("type", "button")
        .class("button")
        .attr("data-do", action)
        .text(words.text(key))
}

/// What failed, and the file itself.
pub fn trouble(trouble: Trouble, file_url: &str, words: &Words) -> El {
    file(trouble.key(), file_url, words)
}

/// A sentence and the way to the file.
pub fn file(key: &str, file_url: &str, words: &Words) -> El {
    let link = el("a")
        .class("button")
        .attr("href", file_url.to_owned())
        .attr("rel", "external")
        .text(words.text("viewer.openFile"));
    el("div").child(el("p").text(words.text(key))).child(link)
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
