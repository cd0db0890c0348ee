//! A list with nothing in it: what there is not, and where there is something.

use super::loan::language_link;
use crate::state::locale::Locale;
use crate::state::page_data::{AlternateData, LanguageLinkData, NewsroomData};
use crate::view::{El, el};

/// Says that nothing was published in this language, and leads to the same page in the others.
pub fn empty(newsroom: &NewsroomData, alternates: &[AlternateData], locale: &Locale) -> El {
    let in_language = ["language.in.", locale.tag.language()].concat();
    let text = match locale.messages.find(&in_language) {
        Some(in_language) => locale.fill("list.emptyIn", &[("inLanguage", in_language)]),
        None => locale.text("list.empty"),
    };
    let others = alternates
        .iter()
        .filter(|alternate| alternate.tag != locale.tag.as_str());
    let links = others.filter_map(|alternate| {
        let mut languages = newsroom.languages.iter();
        let language = languages.find(|language| language.tag == alternate.tag)?;
        let link = LanguageLinkData {
            tag: language.tag.clone(),
            name: language.name.clone(),
            direction: language.direction.clone(),
            path: alternate.path.clone(),
        };
        Some(el("li").child(language_link(link)))
    });
    let links: Vec<El> = links.collect();
    let others = (!links.is_empty()).then(|| {
        el("div")
            .class("loan-languages")
            .child(el("span").text(locale.text("release.availableLanguages")))
            .child(el("ul").class("language-links").children(links))
    });
    el("div")
        .class("empty")
        .child(el("p").class("empty-text").text(text))
        .opt(others)
}
