//! `site.json`: one newsroom with its languages and feeds.
//! Refuses a newsroom without a base URL or without a language that can be read.

mod text;

pub use text::{InLanguages, LinkByLanguage, TextByLanguage};

use crate::error::FeedError;
use crate::json::JsonSource;
use crate::model::{Direction, Size};
use crate::plain_text;
use crate::pointer::Path;
use crate::read::{Context, size};
use crate::warnings::{FeedProblem, FeedWarning};
use crate::web_url::{Link, UrlResolver, WebUrl};
use crate::wire::site::{WireContact, WireLanguage, WirePublisher, WireSite};
use crate::wire::{List, Wire};

/// One newsroom.
#[derive(Clone, Debug, PartialEq)]
pub struct Newsroom {
    /// Where the newsroom stands: absolute links begin with it, and its path is the prefix of every page. Ends
    /// in `/`.
    pub base_url: WebUrl,
    /// The newsroom's name.
    pub title: TextByLanguage,
    /// The languages, in the order of the switch; at least one, no tag twice.
    pub languages: Vec<LanguageEntry>,
    /// Which of `languages` the newsroom opens in: a position that exists.
    pub default_language: usize,
    /// The IANA time zone that dates are shown in, checked for its form only.
    pub time_zone: Option<String>,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Whom the press may ask.
    pub contacts: Vec<Contact>,
    /// The paragraph about the publisher at the foot of a release.
    pub about: TextByLanguage,
    /// Where the press kit is.
    pub press_kit: LinkByLanguage,
    /// Imprint, privacy and the like.
    pub legal_links: Vec<LegalLink>,
    /// How Arabic names the months.
    pub month_names: Option<MonthNames>,
}

/// A language of the newsroom.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageEntry {
    /// The BCP 47 tag in canonical case.
    pub tag: String,
    /// The language's name for itself.
    pub name: Option<String>,
    /// The declared direction; `None`: it follows from the tag's script.
    pub direction: Option<Direction>,
    /// Its feeds, one an office; at least one.
    pub feeds: Vec<WebUrl>,
    /// The digits of the interface: a CLDR numbering system such as `arab`.
    pub numbering_system: Option<String>,
    /// The calendars of dates, the first one leading: CLDR names such as `islamic-umalqura`.
    pub calendars: Vec<String>,
}

/// Who publishes a newsroom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publisher {
    /// The name.
    pub name: TextByLanguage,
    /// Its own site.
    pub url: Option<WebUrl>,
    /// The logo's picture.
    pub logo_url: Option<WebUrl>,
    /// The logo's size.
    pub logo_size: Option<Size>,
}

/// Someone whom the press may ask; at least one way to reach them, or a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// The name.
    pub name: TextByLanguage,
    /// What they do.
    pub role: TextByLanguage,
    /// `mailto:` and the address.
    pub email: Option<Link>,
    /// The telephone number, as it is to be read.
    pub phone: Option<String>,
    /// A page.
    pub url: Option<Link>,
}

/// A link at the foot of the pages.
#[derive(Clone, Debug, PartialEq)]
pub struct LegalLink {
    /// What it is called; not empty.
    pub title: TextByLanguage,
    /// Where it leads; not empty.
    pub url: LinkByLanguage,
}

/// How Arabic names the months of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthNames {
    /// سبتمبر
    Gregorian,
    /// أيلول
    Syriac,
    /// أيلول/سبتمبر
    Both,
}

/// Reads `site.json`. `base` is the absolute URL that it was fetched from: relative URLs resolve against it.
pub fn read_newsroom<S: JsonSource>(
    source: &S,
    urls: &dyn UrlResolver,
    base: &str,
) -> Result<(Newsroom, Vec<FeedWarning>), FeedError> {
    let mut context = Context::new(base, urls);
    let wire = WireSite::read(source, &Path::ROOT, &mut context.log);
    let newsroom = newsroom(wire.ok_or(FeedError::NotANewsroom)?, &mut context)?;
    Ok((newsroom, context.log.into_warnings()))
}

fn newsroom(wire: WireSite, context: &mut Context<'_>) -> Result<Newsroom, FeedError> {
    let path = &Path::ROOT;
    match wire.nashra {
        None => context
            .log
            .add(&path.key("nashra"), FeedProblem::MissingVersion),
        Some(1.0) => {}
        Some(_) => context
            .log
            .add(&path.key("nashra"), FeedProblem::UnknownVersion),
    }
    let base_url = wire.base_url.map(as_folder);
    let base_url = context
        .web_url(base_url, &path.key("base_url"))
        .ok_or(FeedError::NotANewsroom)?;
    let languages = languages(wire.languages, &path.key("languages"), context);
    if languages.is_empty() {
        return Err(FeedError::NoLanguages);
    }
    let default_path = path.key("default_language");
    let default_tag = context.language(wire.default_language, &default_path);
    let default = default_tag.and_then(|tag| {
        let position = languages.iter().position(|language| language.tag == tag);
        context.keep(position.ok_or(FeedProblem::LanguageMismatch), &default_path)
    });
    let month_names = [
        ("gregorian", MonthNames::Gregorian),
        ("syriac", MonthNames::Syriac),
        ("both", MonthNames::Both),
    ];
    Ok(Newsroom {
        base_url,
        title: text::text(wire.title, &path.key("title"), context),
        languages,
        default_language: default.unwrap_or(0),
        time_zone: context.time_zone(wire.time_zone, &path.key("time_zone")),
        publisher: publisher(wire.publisher, &path.key("publisher"), context),
        contacts: contacts(wire.contacts, &path.key("contacts"), context),
        about: text::text(wire.about, &path.key("about"), context),
        press_kit: text::link(wire.press_kit, &path.key("press_kit"), context),
        legal_links: {
            let path = path.key("legal_links");
            let list = wire.legal_links.into_iter().flat_map(|list| list.0);
            let link = |(index, wire): (usize, Option<crate::wire::site::WireLegalLink>)| {
                let (wire, path) = (wire?, path.index(index));
                let link = LegalLink {
                    title: text::text(wire.title, &path.key("title"), context),
                    url: text::link(wire.url, &path.key("url"), context),
                };
                let complete = !link.title.is_empty() && !link.url.is_empty();
                let link = if complete {
                    Ok(link)
                } else {
                    Err(FeedProblem::Incomplete)
                };
                context.keep(link, &path)
            };
            list.enumerate().filter_map(link).collect()
        },
        month_names: context.choice(wire.month_names, &month_names, &path.key("month_names")),
    })
}

/// With the slash that makes relative URLs resolve below it.
fn as_folder(mut url: String) -> String {
    url.truncate(url.find(['?', '#']).unwrap_or(url.len()));
    url.truncate(url.trim_end().len());
    if !url.is_empty() && !url.ends_with('/') {
        url.push('/');
    }
    url
}

fn languages(
    list: Option<List<WireLanguage>>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Vec<LanguageEntry> {
    let mut out: Vec<LanguageEntry> = Vec::new();
    for (index, wire) in list.into_iter().flat_map(|list| list.0).enumerate() {
        let path = path.index(index);
        let Some(language) = wire.and_then(|wire| language(wire, &path, context)) else {
            continue;
        };
        if out.iter().any(|earlier| earlier.tag == language.tag) {
            context
                .log
                .add(&path.key("tag"), FeedProblem::LanguageMismatch);
        } else {
            out.push(language);
        }
    }
    out
}

fn language(
    wire: WireLanguage,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Option<LanguageEntry> {
    let tag = context.language(wire.tag, &path.key("tag"));
    let mut feeds = Vec::new();
    for feed in wire.feed.into_iter().flat_map(|feeds| feeds.0) {
        feeds.extend(context.web_url(feed, &path.key("feed")));
    }
    let tag = tag.filter(|_| !feeds.is_empty());
    let tag = context.keep(tag.ok_or(FeedProblem::Incomplete), path)?;
    let mut calendars = Vec::new();
    let calendars_path = path.key("calendars");
    for (index, name) in wire
        .calendars
        .into_iter()
        .flat_map(|list| list.0)
        .enumerate()
    {
        calendars.extend(context.checked(name, is_cldr_name, &calendars_path.index(index)));
    }
    Some(LanguageEntry {
        tag,
        name: wire.name.and_then(|name| plain_text::line(&name)),
        direction: context.direction(wire.direction, &path.key("direction")),
        feeds,
        numbering_system: context.checked(
            wire.numbering_system,
            is_cldr_name,
            &path.key("numbering_system"),
        ),
        calendars,
    })
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

fn publisher(wire: Option<WirePublisher>, path: &Path<'_>, context: &mut Context<'_>) -> Publisher {
    let wire = wire.unwrap_or_default();
    let logo = wire.logo.unwrap_or_default();
    let logo_path = path.key("logo");
    Publisher {
        name: text::text(wire.name, &path.key("name"), context),
        url: context.web_url(wire.url, &path.key("url")),
        logo_url: context.web_url(logo.url, &logo_path.key("url")),
        logo_size: size(logo.width, logo.height, &logo_path, context),
    }
}

fn contacts(
    list: Option<List<WireContact>>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Vec<Contact> {
    let mut out = Vec::new();
    for (index, wire) in list.into_iter().flat_map(|list| list.0).enumerate() {
        let path = path.index(index);
        let Some(wire) = wire else { continue };
        let email = context.checked(wire.email, is_email, &path.key("email"));
        let email = email.map(|email| ["mailto:", &email].concat());
        let contact = Contact {
            name: text::text(wire.name, &path.key("name"), context),
            role: text::text(wire.role, &path.key("role"), context),
            email: context.link(email, &path.key("email")),
            phone: wire.phone.and_then(|phone| plain_text::line(&phone)),
            url: context.link(wire.url, &path.key("url")),
        };
        let reachable = contact.email.is_some() || contact.phone.is_some() || contact.url.is_some();
        if reachable || !contact.name.is_empty() {
            out.push(contact);
        } else {
            context.log.add(&path, FeedProblem::Incomplete);
        }
    }
    out
}

/// One address, and none of the characters by which `mailto:` takes more (RFC 6068).
fn is_email(text: &str) -> bool {
    let sides = text.split_once('@');
    sides.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || ",;:?&%<>\"".contains(c))
}
