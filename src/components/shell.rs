//! What stands around every page: skip link, header, footer, live region. It knows the newsroom, not the page.

use nashra_l10n::LanguageTag;

use super::search::header_search;
use super::theme::theme_button;
use crate::route::{Page, Route};
use crate::state::locale::Locale;
use crate::state::page_data::{AlternateData, LanguageData, NewsroomData};
use crate::view::{El, el};

/// Which entry of the main navigation a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    /// The home page.
    Home,
    /// Releases and lists of them.
    Releases,
    /// Reports.
    Reports,
    /// Albums.
    Photos,
    /// Search, which has no entry of its own.
    Search,
    /// No entry: an error, a page that was not found.
    None,
}

/// The link that takes keyboards past the header.
pub fn skip_link(locale: &Locale) -> El {
    el("a")
        .class("skip")
        .attr("href", "#main")
        .text(locale.text("site.skipToContent"))
}

/// Mark, navigation and languages.
pub fn header(
    newsroom: &NewsroomData,
    prefix: &str,
    section: Section,
    alternates: &[AlternateData],
    locale: &Locale,
) -> El {
    let home = Route::new(&locale.tag, Page::Home).path(prefix);
    let logo = newsroom.logo.clone().map(|logo| {
        el("img")
            .class("brand-mark")
            .number("width", logo.width)
            .number("height", logo.height)
            .attr("alt", "")
            .attr("src", logo.url)
    });
    let names = el("span")
        .child(
            el("span")
                .class("brand-name")
                .text(newsroom.publisher.clone()),
        )
        .child(
            el("span")
                .class("brand-title")
                .text(locale.text("site.newsroom")),
        );
    let brand = el("a")
        .class("brand")
        .attr("href", home.clone())
        .opt(logo)
        .child(names);
    let entries = [
        (Section::Home, "site.home", Page::Home),
        (Section::Releases, "site.news", Page::RELEASES),
        (
            Section::Reports,
            "site.reports",
            Page::Reports { number: 1 },
        ),
        (
            Section::Photos,
            "site.photosShort",
            Page::Photos { number: 1 },
        ),
    ];
    let entries = entries.map(|(entry, key, page)| {
        el("a")
            .attr("href", Route::new(&locale.tag, page).path(prefix))
            .attr_if(section == entry, "aria-current", "page")
            .text(locale.text(key))
    });
    let search = header_search(
        Route::new(&locale.tag, Page::Search).path(prefix),
        section == Section::Search,
        locale,
    );
    el("header").attr("id", "top").class("top").child(
        el("div")
            .class("wrap top-row")
            .child(brand)
            .child(
                el("nav")
                    .class("main-nav")
                    .attr("aria-label", locale.text("a11y.mainNav"))
                    .children(entries),
            )
            .child(
                el("div")
                    .class("tools")
                    .child(search)
                    .child(theme_button(locale))
                    .opt(languages(&newsroom.languages, prefix, alternates, locale)),
            ),
    )
}

/// The switch between languages; `None` where there is only one.
fn languages(
    languages: &[LanguageData],
    prefix: &str,
    alternates: &[AlternateData],
    locale: &Locale,
) -> Option<El> {
    if languages.len() < 2 {
        return None;
    }
    let links = languages.iter().filter_map(|language| {
        let tag = LanguageTag::parse(&language.tag)?;
        let known = alternates
            .iter()
            .find(|alternate| alternate.tag == language.tag);
        let path = match known {
            Some(alternate) => alternate.path.clone(),
            None => Route::new(&tag, Page::Home).path(prefix),
        };
        let link = el("a")
            .attr("href", path)
            .attr("lang", language.tag.clone())
            .attr("hreflang", language.tag.clone())
            .attr("dir", language.direction.clone())
            .attr_if(tag == locale.tag, "aria-current", "true")
            .text(language.name.clone());
        Some(el("li").child(link))
    });
    let nav = el("nav")
        .class("languages")
        .attr("aria-label", locale.text("a11y.languageNav"))
        .child(el("ul").children(links));
    Some(nav)
}

/// The foot of every page.
pub fn footer(newsroom: &NewsroomData, locale: &Locale) -> El {
    let own = newsroom
        .languages
        .iter()
        .filter(|language| language.tag == locale.tag.as_str());
    // Where there is one for readers' programs, that; else the newsroom's own file.
    let feeds = own.filter_map(|language| {
        let (url, key) = match (&language.rss, language.feeds.first()) {
            (Some(rss), _) => (rss, "footer.rss"),
            (None, feed) => (feed?, "footer.jsonFeed"),
        };
        Some(
            el("a")
                .attr("href", url.clone())
                .attr("rel", "external")
                .text(locale.text(key)),
        )
    });
    let external = |url: &String, text: String| {
        el("a")
            .attr("href", url.clone())
            .attr("rel", "external")
            .text(text)
    };
    let press_kit = newsroom.press_kit.iter();
    let press_kit = press_kit.map(|url| external(url, locale.text("release.pressKit")));
    let legal = newsroom.legal_links.iter();
    let legal = legal.map(|link| external(&link.path, link.name.clone()));
    let publisher = newsroom.publisher.clone();
    let publisher = match newsroom.publisher_url.clone() {
        Some(url) => el("a")
            .attr("href", url)
            .attr("rel", "external")
            .text(publisher),
        None => el("span").text(publisher),
    };
    el("footer").class("foot").child(
        el("div")
            .class("wrap foot-row")
            .child(el("p").child(publisher))
            .child(
                el("nav")
                    .class("foot-links")
                    .attr("aria-label", locale.text("a11y.footerNav"))
                    .children(press_kit)
                    .children(legal)
                    .children(feeds),
            ),
    )
}

/// Where navigation is announced to screen readers.
pub fn announcer() -> El {
    el("div")
        .attr("id", "announcer")
        .class("visually-hidden")
        .attr("role", "status")
        .attr("aria-live", "polite")
}
