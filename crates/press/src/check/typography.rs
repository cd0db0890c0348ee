//! How a text is set, by its language: quotes, punctuation, spaces, digits; each slip with what to write instead.
//!
//! It is asked for by name, and refuses to be sure: all that it says are hints. Addresses and names of files are left alone.

mod slips;

use nashra_feed::Item;
use nashra_markup::{Context, read_html, resolve};

use super::finding::{Finding, Severity};
use super::items::At;
use slips::slips;

/// Looks at title, summary and text.
pub(super) fn check(at: &mut At<'_>, item: &Item) {
    let tag = item.language.as_deref().unwrap_or_default();
    let language = tag.split('-').next().unwrap_or_default();
    let content = item.content.as_ref();
    let html = content.and_then(|content| content.html()).map(|html| {
        let context = Context {
            base_url: Some(&item.base_url),
            id_prefix: "",
            resolve: &resolve,
        };
        read_html(html, &context).plain_text()
    });
    for (member, text) in [
        ("/title", item.title.as_deref()),
        ("/summary", item.summary.as_deref()),
        ("/content_html", html.as_deref()),
    ] {
        for slip in slips(text.unwrap_or_default(), language) {
            at.findings.add(Finding {
                severity: Severity::Hint,
                file: at.page.file.clone(),
                pointer: [at.pointer, member].concat(),
                line: None,
                code: slip.code,
                message: slip.message.to_owned(),
                advice: format!("Write: {}", slip.suggestion),
                value: Some(slip.found),
            });
        }
    }
}
