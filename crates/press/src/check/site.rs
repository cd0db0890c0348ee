//! `site.json` and the message files beside it, then the feeds that it names. Refuses to check a newsroom that it cannot read.

use std::collections::BTreeMap;
use std::fs;

use icu::locale::Locale;
use icu::plurals::PluralRules;
use nashra_feed::{LanguageEntry, NativeUrls, Newsroom, TextByLanguage, parse_json, read_newsroom};
use nashra_l10n::PluralCategory;

use super::feeds::Feeds;
use super::finding::{Finding, Findings, Severity};
use super::page::{Note, Page};
use super::place::{Place, State};
use super::{Summary, relations, unreadable};
use crate::source::LOCALES;

/// Checks a newsroom from its `site.json` on.
pub(super) fn check(
    place: &Place,
    url: &str,
    bytes: &[u8],
    findings: &mut Findings,
    summary: &mut Summary,
) {
    let read = parse_json(bytes).and_then(|json| {
        let read = read_newsroom(&&json, &NativeUrls, url)?;
        Ok((json, read))
    });
    let (json, (newsroom, warnings)) = match read {
        Ok(read) => read,
        Err(error) => return findings.add(unreadable(place, url, error)),
    };
    let page = Page {
        file: place.name(url),
        json: &json,
    };
    page.warn(&warnings, findings);
    frame(place, &page, &newsroom, findings);
    for (index, language) in newsroom.languages.iter().enumerate() {
        let pointer = format!("/languages/{index}");
        texts(&page, &pointer, &newsroom, language, findings);
        messages(place, &page, &pointer, language, findings);
    }
    let mut feeds = Feeds::new(place, findings);
    for language in &newsroom.languages {
        feeds.language(
            &language.tag,
            language.feeds.iter().map(|feed| feed.as_str()),
        );
    }
    let languages = feeds.finish(summary);
    relations::check(&languages, findings);
}

fn frame(place: &Place, page: &Page<'_>, newsroom: &Newsroom, findings: &mut Findings) {
    if let Some(logo) = &newsroom.publisher.logo_url
        && place.file(logo) == State::Missing
    {
        let note = Note {
            severity: Severity::Warning,
            code: "missing-file",
            message: "The logo is not there.".to_owned(),
            advice: "Put the file there, or correct the address: it is relative to this file.",
        };
        page.note("/publisher/logo/url", note, findings);
    }
    let note = match &newsroom.time_zone {
        None => Note {
            severity: Severity::Hint,
            code: "no-time-zone",
            message: "The newsroom does not say its time zone, so dates are shown as each item writes them.".to_owned(),
            advice: "Add \"time_zone\", such as \"Europe/Istanbul\".",
        },
        Some(zone) if jiff::tz::TimeZone::get(zone).is_err() => Note {
            severity: Severity::Warning,
            code: "unknown-time-zone",
            message: "There is no time zone of this name.".to_owned(),
            advice: "Write a name of the IANA database, such as \"Europe/Istanbul\".",
        },
        Some(_) => return,
    };
    page.note("/time_zone", note, findings);
}

/// The newsroom's own texts in a language.
fn texts(
    page: &Page<'_>,
    pointer: &str,
    newsroom: &Newsroom,
    language: &LanguageEntry,
    findings: &mut Findings,
) {
    let mut lacks = |text: &TextByLanguage, member: &str, what: &str| {
        if text.get(&language.tag).is_none() {
            let note = Note {
                severity: Severity::Warning,
                code: "no-text",
                message: format!(
                    "The newsroom has no {what} in \"{}\"; another language's is shown.",
                    language.tag
                ),
                advice: "Add it in that language.",
            };
            page.note(member, note, findings);
        }
    };
    lacks(&newsroom.title, "/title", "title");
    lacks(
        &newsroom.publisher.name,
        "/publisher/name",
        "publisher's name",
    );
    if language.name.is_none() {
        let note = Note {
            severity: Severity::Warning,
            code: "no-text",
            message: "The language does not say how it calls itself, so the switch shows its tag."
                .to_owned(),
            advice: "Add \"name\", such as \"العربية\" or \"Français\".",
        };
        page.note(pointer, note, findings);
    }
}

/// The interface's texts: those that ship with the command, or the newsroom's own file.
fn messages(
    place: &Place,
    page: &Page<'_>,
    pointer: &str,
    language: &LanguageEntry,
    findings: &mut Findings,
) {
    let primary = language.tag.split('-').next().unwrap_or_default();
    let is_shipped = LOCALES.iter().any(|(tag, _)| *tag == primary);
    let name = ["locales/", &language.tag, ".json"].concat();
    let Some(folder) = place.folder() else { return };
    let path = folder.join(&name);
    if !path.is_file() {
        if !is_shipped {
            let note = Note {
                severity: Severity::Warning,
                code: "no-messages",
                message: format!(
                    "There are no words for the interface in \"{}\"; it is shown in English.",
                    language.tag
                ),
                advice: "Copy locales/en.json into the newsroom's folder locales/ under the name of the tag, and translate it.",
            };
            page.note(&[pointer, "/tag"].concat(), note, findings);
        }
        return;
    }
    let mut add = |severity, code, message: String, advice: &str, value: Option<String>| {
        findings.add(Finding {
            severity,
            file: name.clone(),
            pointer: value
                .as_ref()
                .map_or_else(String::new, |key| ["/", key].concat()),
            line: None,
            code,
            message,
            advice: advice.to_owned(),
            value: None,
        });
    };
    let text = fs::read_to_string(&path).map_err(|error| error.to_string());
    let own = text.and_then(|text| read(&text));
    let own = match own {
        Ok(own) => own,
        Err(error) => {
            let advice = "Write an object of texts in quotes, as locales/en.json is.";
            return add(
                Severity::Error,
                "not-json",
                format!("The messages cannot be read: {error}."),
                advice,
                None,
            );
        }
    };
    let model = LOCALES.iter().find(|(tag, _)| *tag == "en");
    let model = model
        .and_then(|(_, text)| read(text).ok())
        .unwrap_or_default();
    for key in missing(&own, &model, &categories(&language.tag)) {
        let advice = "Add the key; without it readers see English, or nothing.";
        add(
            Severity::Warning,
            "missing-message",
            "A text of the interface is missing.".to_owned(),
            advice,
            Some(key),
        );
    }
}

fn read(text: &str) -> Result<BTreeMap<String, String>, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// The keys that a language must have and has not, in its own plural forms.
fn missing(
    own: &BTreeMap<String, String>,
    model: &BTreeMap<String, String>,
    categories: &[PluralCategory],
) -> Vec<String> {
    let mut missing = Vec::new();
    for key in model.keys() {
        let Some(base) = key.strip_suffix("_other") else {
            let is_form = PluralCategory::ALL
                .iter()
                .any(|category| key.ends_with(category.suffix()));
            if !is_form && !own.contains_key(key) {
                missing.push(key.clone());
            }
            continue;
        };
        let forms = categories
            .iter()
            .map(|category| [base, category.suffix()].concat());
        missing.extend(forms.filter(|form| !own.contains_key(form)));
    }
    missing
}

/// The plural forms that CLDR asks for in a language.
fn categories(tag: &str) -> Vec<PluralCategory> {
    let rules = Locale::try_from_str(tag)
        .ok()
        .and_then(|locale| PluralRules::try_new_cardinal(locale.into()).ok());
    let Some(rules) = rules else {
        return vec![PluralCategory::Other];
    };
    let names = rules
        .categories()
        .map(|category| format!("{category:?}").to_lowercase());
    names
        .filter_map(|name| PluralCategory::parse(&name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_for_the_forms_of_the_language() {
        let model = BTreeMap::from([
            ("site.home".to_owned(), "Home".to_owned()),
            ("n_one".to_owned(), "one".to_owned()),
            ("n_other".to_owned(), "{{count}}".to_owned()),
        ]);
        let check = |tag: &str, own: &[&str], expect: &[&str]| {
            let own = own
                .iter()
                .map(|key| ((*key).to_owned(), "x".to_owned()))
                .collect();
            assert_eq!(missing(&own, &model, &categories(tag)), expect, "{tag}");
        };
        check("tr", &["site.home", "n_one", "n_other"], &[]);
        check("ja", &["site.home", "n_other"], &[]);
        check(
            "ar",
            &["n_one", "n_other"],
            &["n_zero", "n_two", "n_few", "n_many", "site.home"],
        );
    }
}
