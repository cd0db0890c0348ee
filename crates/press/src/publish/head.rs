//! What a page's head says of the page: title, description, address, languages, and how it looks when it is passed on.
//!
//! It is written from page data and the item alone, so that a page whose head and data are as before need not be rendered.

use std::collections::HashSet;

use nashra_app::state::page_data::{AlternateData, Content, PageData};
use nashra_feed::Item;

use super::embed::OEMBED;
use super::html::{escape, link, meta, safe_json};
use super::json_ld;
use super::site::Site;

/// A page and all that its head is made of.
pub(super) struct Subject<'a> {
    pub(super) page: &'a PageData,
    /// The item that the page shows.
    pub(super) item: Option<&'a Item>,
    /// The address that search engines should keep instead, for copies of a page.
    pub(super) canonical: Option<&'a str>,
    pub(super) is_indexed: bool,
    /// The picture that goes with a link to the page.
    pub(super) card: Option<&'a CardImage>,
}

/// A picture for links, with its whole address.
#[derive(Clone)]
pub(super) struct CardImage {
    pub(super) url: String,
    pub(super) width_px: u32,
    pub(super) height_px: u32,
    pub(super) mime_type: &'static str,
}

/// The page's own part of the head: everything but style, scripts and icons.
pub(super) fn head(subject: &Subject<'_>, site: &Site<'_>) -> String {
    let page = subject.page;
    let mut out = String::with_capacity(4096);
    out.push_str("<title>");
    escape(&mut out, &page.title);
    out.push_str("</title>");
    if let Some(description) = &page.description {
        meta(&mut out, "name", "description", description);
    }
    if subject.is_indexed {
        let canonical = site.absolute(subject.canonical.unwrap_or(&page.path));
        link(&mut out, &[("rel", "canonical"), ("href", &canonical)]);
    } else {
        meta(&mut out, "name", "robots", "noindex");
    }
    languages(&mut out, subject, site);
    feeds(&mut out, site);
    if subject.item.is_some() && subject.is_indexed && subject.canonical.is_none() {
        let href = site.absolute(&[&page.path, OEMBED].concat());
        link(
            &mut out,
            &[
                ("rel", "alternate"),
                ("type", "application/json+oembed"),
                ("title", &page.title),
                ("href", &href),
            ],
        );
    }
    if subject.is_indexed {
        social(&mut out, subject, site);
        let json = json_ld::graph(subject, site).to_string();
        out.push_str("<script type=\"application/ld+json\">");
        out.push_str(&safe_json(&json));
        out.push_str("</script>");
    }
    out
}

/// The page's other languages: only where each of them names this one too, as search engines demand.
pub(super) fn true_alternates<'a>(
    page: &'a PageData,
    addresses: &HashSet<String>,
) -> Vec<&'a AlternateData> {
    let names_itself = page
        .alternates
        .iter()
        .any(|alternate| alternate.path == page.path);
    // A borrowed item is in no language of its own here.
    if page.canonical.is_some() || !names_itself {
        return Vec::new();
    }
    let published = page
        .alternates
        .iter()
        .filter(|alternate| !alternate.is_loan && addresses.contains(&alternate.path));
    published.collect()
}

fn languages(out: &mut String, subject: &Subject<'_>, site: &Site<'_>) {
    let alternates = true_alternates(subject.page, site.addresses);
    if alternates.len() < 2 {
        return;
    }
    let mut add = |tag: &str, path: &str| {
        let href = site.absolute(path);
        link(
            out,
            &[("rel", "alternate"), ("hreflang", tag), ("href", &href)],
        );
    };
    for alternate in &alternates {
        add(&alternate.tag, &alternate.path);
    }
    if let Some(alternate) = site.default_of(&alternates) {
        add("x-default", &alternate.path);
    }
}

fn feeds(out: &mut String, site: &Site<'_>) {
    let language = &site.frame.language;
    for (kind, name) in [
        ("application/rss+xml", "feed.xml"),
        ("application/feed+json", "feed.json"),
    ] {
        let href = [site.prefix, language, "/", name].concat();
        link(
            out,
            &[
                ("rel", "alternate"),
                ("type", kind),
                ("title", &site.frame.title),
                ("href", &href),
            ],
        );
    }
}

/// Open Graph, and what X reads beside it.
fn social(out: &mut String, subject: &Subject<'_>, site: &Site<'_>) {
    let page = subject.page;
    let mut og = |name: &str, content: &str| meta(out, "property", name, content);
    let item = match &page.content {
        Content::Item(item) => Some(item),
        _ => None,
    };
    // The site's name has a line of its own in previews, so the title goes without.
    let title = item.and_then(|item| item.title.as_deref());
    og("og:title", title.unwrap_or(&page.title));
    og(
        "og:type",
        if item.is_some() { "article" } else { "website" },
    );
    let canonical = subject.canonical.unwrap_or(&page.path);
    og("og:url", &site.absolute(canonical));
    og("og:site_name", &site.frame.title);
    og("og:locale", &locale(&site.frame.language));
    for alternate in true_alternates(page, site.addresses) {
        if alternate.tag != site.frame.language {
            og("og:locale:alternate", &locale(&alternate.tag));
        }
    }
    if let Some(description) = &page.description {
        og("og:description", description);
    }
    if let Some(item) = subject.item {
        let mut time = |name: &str, moment: Option<nashra_feed::Moment>| {
            if let Some(moment) = moment {
                og(name, &moment.to_rfc3339());
            }
        };
        time("article:published_time", item.date());
        time("article:modified_time", item.modified);
        for tag in &item.tags {
            og("article:tag", tag);
        }
    }
    if let Some(card) = subject.card {
        og("og:image", &card.url);
        og("og:image:type", card.mime_type);
        og("og:image:width", &card.width_px.to_string());
        og("og:image:height", &card.height_px.to_string());
        og("og:image:alt", title.unwrap_or(&page.title));
    }
    let kind = if subject.card.is_some() {
        "summary_large_image"
    } else {
        "summary"
    };
    meta(out, "name", "twitter:card", kind);
}

/// `fr-CA` as Open Graph writes it. It has no subtag for scripts or extensions.
fn locale(tag: &str) -> String {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or(tag);
    let region = parts
        .take_while(|part| part.len() > 1)
        .find(|part| part.len() == 2 || part.bytes().all(|byte| byte.is_ascii_digit()));
    match region {
        Some(region) => [language, "_", region].concat(),
        None => language.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::locale;

    #[test]
    fn names_locales_as_open_graph_does() {
        let check = |tag: &str, expect: &str| assert_eq!(locale(tag), expect);
        check("ar", "ar");
        check("fr-CA", "fr_CA");
        check("zh-Hant-TW", "zh_TW");
        check("es-419", "es_419");
        check("ar-u-nu-latn", "ar");
    }
}
