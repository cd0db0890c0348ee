//! `site.json` as meant. Refuses to go on without a base URL, or without a language that has a feed.

use super::text::{link, text};
use super::{Contact, LanguageEntry, LegalLink, MonthNames, Newsroom, Publisher};
use crate::error::FeedError;
use crate::json::JsonSource;
use crate::plain_text;
use crate::pointer::Path;
use crate::read::{Context, Node, size};
use crate::warnings::{FeedProblem, FeedWarning, Log};
use crate::web_url::{Link, UrlResolver, WebUrl};
use crate::wire;

/// Reads `site.json`. `base` is the absolute URL that it was fetched from: relative URLs resolve against it.
pub fn read_newsroom<S: JsonSource>(
    source: &S,
    urls: &dyn UrlResolver,
    base: &str,
) -> Result<(Newsroom, Vec<FeedWarning>), FeedError> {
    let mut context = Context {
        base,
        urls,
        log: Log::default(),
    };
    let written = wire::read(source, &wire::SITE, &Path::ROOT, &mut context.log);
    let newsroom = newsroom(&Node::new(&written, Path::ROOT), &mut context)?;
    Ok((newsroom, context.log.into_warnings()))
}

fn newsroom(node: &Node<'_>, context: &mut Context<'_>) -> Result<Newsroom, FeedError> {
    let version = node.get("nashra");
    if version.number() != Some(1.0) {
        let problem = match version.number() {
            Some(_) => FeedProblem::UnknownVersion,
            None => FeedProblem::MissingVersion,
        };
        context.log.add(&version.path, problem);
    }
    let base_url = context.web_url(node, "base_url").map(as_folder);
    let base_url = base_url.and_then(|url| WebUrl::new(context.urls, None, &url).ok());
    let base_url = base_url.ok_or(FeedError::NotANewsroom)?;
    let mut languages: Vec<LanguageEntry> = Vec::new();
    for language in context.each(node, "languages", language) {
        if languages.iter().any(|earlier| earlier.tag == language.tag) {
            let path = node.path.key("languages");
            context.log.add(&path, FeedProblem::LanguageMismatch);
        } else {
            languages.push(language);
        }
    }
    if languages.is_empty() {
        return Err(FeedError::NoLanguages);
    }
    let default = context.language(node, "default_language");
    let default = default.and_then(|tag| {
        let position = languages.iter().position(|language| language.tag == tag);
        let position = position.ok_or(FeedProblem::LanguageMismatch);
        context.keep(position, &node.path.key("default_language"))
    });
    Ok(Newsroom {
        base_url,
        title: text(node, "title", context),
        languages,
        default_language: default.unwrap_or(0),
        time_zone: context.time_zone(node),
        publisher: publisher(&node.get("publisher"), context),
        contacts: context.each(node, "contacts", contact),
        about: text(node, "about", context),
        press_kit: link(node, "press_kit", context),
        legal_links: context.each(node, "legal_links", legal_link),
        #[cfg(feature = "native")]
        analytics: context.web_url(node, "analytics"),
        #[cfg(feature = "native")]
        side_by_side: matches!(node.get("side_by_side").value, wire::Value::Bool(true)),
        keeps_copies: !matches!(node.get("offline").value, wire::Value::Bool(false)),
        month_names: context
            .choice(node, "month_names", &["gregorian", "syriac", "both"])
            .map(|choice| match choice {
                0 => MonthNames::Gregorian,
                1 => MonthNames::Syriac,
                _ => MonthNames::Both,
            }),
    })
}

/// Without query and fragment, and with the slash that makes relative URLs resolve below it.
fn as_folder(url: WebUrl) -> String {
    let mut url = url.into_string();
    url.truncate(url.find(['?', '#']).unwrap_or(url.len()));
    if !url.ends_with('/') {
        url.push('/');
    }
    url
}

fn language(node: &Node<'_>, context: &mut Context<'_>) -> Option<LanguageEntry> {
    let tag = context.language(node, "tag")?;
    let feeds = feeds(&node.get("feed"), context);
    if feeds.is_empty() {
        return None;
    }
    let invalid = FeedProblem::InvalidValue;
    Some(LanguageEntry {
        tag,
        name: context.line(node, "name"),
        direction: context.direction(node, "direction"),
        feeds,
        numbering_system: context.checked(node, "numbering_system", is_cldr_name, invalid),
        calendars: context.texts(node, "calendars", |name| {
            is_cldr_name(name).then(|| name.to_owned())
        }),
    })
}

/// The feeds of a language: the list of one that `wire` makes of a bare string has its path, not `/0`.
fn feeds(node: &Node<'_>, context: &mut Context<'_>) -> Vec<WebUrl> {
    let mut out = Vec::new();
    for value in node.elements() {
        let element = Node::new(value, node.path);
        if let Some(text) = element.text() {
            let url = WebUrl::new(context.urls, Some(context.base), text);
            out.extend(context.keep(url, &element.path));
        }
    }
    out
}

/// A `type` of a Unicode locale extension: parts of 3 to 8 letters and digits (UTS #35, section 3.2).
fn is_cldr_name(name: &str) -> bool {
    name.split('-').all(|part| {
        (3..=8).contains(&part.len())
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

fn publisher(node: &Node<'_>, context: &mut Context<'_>) -> Publisher {
    let logo = node.get("logo");
    Publisher {
        name: text(node, "name", context),
        url: context.web_url(node, "url"),
        logo_url: context.web_url(&logo, "url"),
        logo_size: size(&logo, context),
    }
}

fn contact(node: &Node<'_>, context: &mut Context<'_>) -> Option<Contact> {
    let email = context.checked(node, "email", is_email, FeedProblem::InvalidValue);
    let contact = Contact {
        name: text(node, "name", context),
        role: text(node, "role", context),
        email: email
            .and_then(|email| Link::new(context.urls, None, &["mailto:", &email].concat()).ok()),
        telephone: context.line(node, "telephone"),
        url: context.link(node, "url"),
    };
    let is_known = contact.email.is_some()
        || contact.telephone.is_some()
        || contact.url.is_some()
        || !contact.name.is_empty();
    is_known.then_some(contact)
}

/// One address, and none of the characters by which `mailto:` takes more (RFC 6068).
fn is_email(text: &str) -> bool {
    let sides = text.split_once('@');
    sides.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
        && text.bytes().filter(|b| *b == b'@').count() == 1
        && !text
            .bytes()
            .any(|b| b <= b' ' || b == 0x7F || b",;:?&%<>\"".contains(&b))
        && plain_text::line(text).as_deref() == Some(text)
}

fn legal_link(node: &Node<'_>, context: &mut Context<'_>) -> Option<LegalLink> {
    let link = LegalLink {
        title: text(node, "title", context),
        url: link(node, "url", context),
    };
    (!link.title.is_empty() && !link.url.is_empty()).then_some(link)
}
