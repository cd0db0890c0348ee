//! That an item is shown in another language than the page's, for want of a translation; and where it is at home.

use crate::state::locale::Locale;
use crate::state::page_data::{LanguageLinkData, LoanData};
use crate::view::{El, el};

/// The notice above a borrowed item, in the reader's language.
pub fn loan_notice(loan: LoanData, locale: &Locale) -> El {
    let languages = loan
        .languages
        .into_iter()
        .map(|link| el("li").child(language_link(link)));
    let languages = el("ul").class("language-links").children(languages);
    el("div")
        .class("notice loan")
        .attr("role", "note")
        .child(el("p").child(el("b").text(loan.title)))
        .opt(loan.text.map(|text| el("p").text(text)))
        .child(
            el("div")
                .class("loan-languages")
                .child(el("span").text(locale.text("release.availableLanguages")))
                .child(languages),
        )
}

/// A link by the language's own name for itself, in its own script and direction.
pub fn language_link(link: LanguageLinkData) -> El {
    el("a")
        .attr("href", link.path)
        .attr("lang", link.tag.clone())
        .attr("hreflang", link.tag)
        .attr("dir", link.direction)
        .text(link.name)
}
