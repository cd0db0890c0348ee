//! From `site.json` to the frame of a page in one language.

use nashra_feed::{InLanguages, LinkByLanguage, Newsroom};
use nashra_l10n::{LanguageTag, MonthNames, NumberingSystem};

use super::compose::localise;
use super::page_data::{ContactData, ImageData, LanguageData, NewsroomData, TopicData};

/// The calendar of the Hijri dates, as CLDR names it.
const UMM_AL_QURA: &str = "islamic-umalqura";

/// The frame in the language `tag`; what lies under `base_url` is linked by path under `prefix`. Message files are
/// named as they lie beside `site.json`; a publishing tool that gives them other names says so afterwards.
pub fn frame(site: &Newsroom, tag: &LanguageTag, base_url: &str, prefix: &str) -> NewsroomData {
    let local = |url: &str| localise(url, base_url, prefix);
    let default = &site.languages[site.default_language].tag;
    let optional = |texts: &InLanguages<String>| {
        Some(text(texts, tag, default)).filter(|text| !text.is_empty())
    };
    let link = |links: &LinkByLanguage| {
        let found = links.get(tag.as_str()).or_else(|| links.get(default));
        let found = found.or_else(|| links.iter().next());
        found.map(|(_, link)| local(link.as_str()))
    };
    let languages = site.languages.iter().map(|language| {
        let own_tag = LanguageTag::parse(&language.tag);
        let derived = |tag: &LanguageTag| tag.direction().as_str();
        let declared = language.direction.map(|direction| direction.as_str());
        let digits = language
            .numbering_system
            .as_deref()
            .and_then(NumberingSystem::parse);
        LanguageData {
            name: language
                .name
                .clone()
                .unwrap_or_else(|| language.tag.clone()),
            direction: declared
                .or(own_tag.as_ref().map(derived))
                .unwrap_or("ltr")
                .to_owned(),
            digits: digits
                .or(own_tag.as_ref().map(NumberingSystem::for_tag))
                .unwrap_or(NumberingSystem::Latn)
                .as_str()
                .to_owned(),
            hijri: language
                .calendars
                .iter()
                .any(|calendar| calendar == UMM_AL_QURA),
            feeds: language
                .feeds
                .iter()
                .map(|feed| local(feed.as_str()))
                .collect(),
            messages: [prefix, "locales/", &language.tag, ".json"].concat(),
            tag: language.tag.clone(),
            rss: None,
        }
    });
    NewsroomData {
        about: optional(&site.about),
        base_url: base_url.to_owned(),
        title: text(&site.title, tag, default),
        publisher: text(&site.publisher.name, tag, default),
        publisher_url: site
            .publisher
            .url
            .as_ref()
            .map(|url| url.as_str().to_owned()),
        logo: site.publisher.logo_url.as_ref().map(|url| ImageData {
            url: local(url.as_str()),
            width: site.publisher.logo_size.map(|size| size.width_px),
            height: site.publisher.logo_size.map(|size| size.height_px),
            alt: String::new(),
            srcset: None,
            avif: None,
            focus: None,
            placeholder: None,
        }),
        language: tag.as_str().to_owned(),
        default_language: default.clone(),
        time_zone: site.time_zone.clone(),
        month_names: site.month_names.map(|names| {
            match names {
                nashra_feed::MonthNames::Gregorian => "gregorian",
                nashra_feed::MonthNames::Syriac => "syriac",
                nashra_feed::MonthNames::Both => "both",
            }
            .to_owned()
        }),
        languages: languages.collect(),
        contacts: site
            .contacts
            .iter()
            .map(|contact| ContactData {
                name: optional(&contact.name),
                role: optional(&contact.role),
                email: contact.email.as_ref().map(|link| link.as_str().to_owned()),
                telephone: contact.telephone.clone(),
                url: contact.url.as_ref().map(|link| link.as_str().to_owned()),
            })
            .collect(),
        press_kit: link(&site.press_kit),
        legal_links: site
            .legal_links
            .iter()
            .filter_map(|legal| {
                Some(TopicData {
                    name: optional(&legal.title)?,
                    path: link(&legal.url)?,
                })
            })
            .collect(),
    }
}

/// The names that `month_names` of a frame asks for.
pub fn month_names(frame: &NewsroomData) -> MonthNames {
    frame
        .month_names
        .as_deref()
        .and_then(MonthNames::parse)
        .unwrap_or_default()
}

/// The text in `tag`, else in the default language, else in any.
fn text(texts: &InLanguages<String>, tag: &LanguageTag, default: &str) -> String {
    let any = || texts.iter().next();
    let found = texts
        .get(tag.as_str())
        .or_else(|| texts.get(default))
        .or_else(any);
    found.map(|(_, text)| text.clone()).unwrap_or_default()
}
