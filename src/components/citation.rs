//! How an item is cited, ready to copy, with files for reference managers.

use super::section::fact_box;
use crate::platform;
use crate::state::locale::Locale;
use crate::state::page_data::CitationData;
use crate::view::{El, el};

/// The citation and its downloads, under the heading that the message `heading` holds.
pub fn citation(data: CitationData, heading: &str, locale: &Locale) -> El {
    let copied = data.apa.replace(['\u{2068}', '\u{2069}'], "");
    let copy = el("button")
        .attr("type", "button")
        .class("button button-quiet needs-app")
        .text(locale.text("report.copyCitation"))
        .on("click", move |_| platform::share::copy(&copied));
    let download = |key: &str, name: &'static str, media_type: &str, text: &str| {
        el("a")
            .attr("href", platform::share::data_url(media_type, text))
            .attr("download", name)
            .attr("rel", "external")
            .text(locale.text(key))
    };
    let bibtex = download(
        "report.downloadBibtex",
        "citation.bib",
        "application/x-bibtex",
        &data.bibtex,
    );
    let ris = download(
        "report.downloadRis",
        "citation.ris",
        "application/x-research-info-systems",
        &data.ris,
    );
    fact_box("box citation", "cite-heading", locale.text(heading))
        .child(
            el("p")
                .class("citation-text")
                .child(el("bdi").text(data.apa)),
        )
        .child(copy)
        .child(
            el("ul")
                .class("citation-files")
                .child(el("li").child(bibtex))
                .child(el("li").child(ris)),
        )
}
