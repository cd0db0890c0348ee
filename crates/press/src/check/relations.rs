//! What items say of each other: translations, related items, addresses. Refuses to guess at what could not be read.

use std::collections::HashMap;

use nashra_app::route::{Page, Route};

use super::finding::{Finding, Findings, Severity};
use super::language::{Known, Language};
use super::page::short;

/// Checks all items of all languages against each other.
pub(super) fn check(languages: &[Language], findings: &mut Findings) {
    for language in languages {
        let mut slugs: HashMap<&str, &Known> = HashMap::new();
        let mut aliases: HashMap<&str, &Known> = HashMap::new();
        for item in &language.items {
            if let Some(first) = slugs.get(item.slug.as_str()) {
                let message = format!(
                    "The item at {} in {} has the same address, so a mark is added to that of the newer one.",
                    first.pointer, first.file
                );
                let advice = "Give one of them a \"slug\" of its own in \"_nashra\".";
                add(
                    findings,
                    item,
                    "/_nashra/slug",
                    "duplicate-slug",
                    message,
                    advice,
                    &item.slug,
                );
            } else {
                slugs.insert(&item.slug, item);
            }
            for alias in &item.aliases {
                if let Some(first) = aliases.insert(alias, item) {
                    let message = format!(
                        "The item at {} in {} claims this old path too.",
                        first.pointer, first.file
                    );
                    let advice = "An old path can lead to one item only.";
                    add(
                        findings,
                        item,
                        "/_nashra/aliases",
                        "duplicate-alias",
                        message,
                        advice,
                        alias,
                    );
                }
            }
            translations(languages, item, findings);
            related(language, item, findings);
        }
    }
    for language in languages {
        for item in &language.items {
            links(languages, item, findings);
        }
    }
    missing_translations(languages, findings);
}

fn add(
    findings: &mut Findings,
    item: &Known,
    member: &str,
    code: &'static str,
    message: String,
    advice: &str,
    value: &str,
) {
    findings.add(Finding {
        severity: Severity::Warning,
        file: item.file.clone(),
        pointer: [&item.pointer, member].concat(),
        line: None,
        code,
        message,
        advice: advice.to_owned(),
        value: Some(short(value)),
    });
}

fn translations(languages: &[Language], item: &Known, findings: &mut Findings) {
    // A feed that is checked alone cannot tell.
    if languages.iter().all(|language| language.tag.is_empty()) {
        return;
    }
    for (tag, id) in &item.translations {
        let member = format!("/_nashra/translations/{tag}");
        match languages.iter().find(|language| language.tag == *tag) {
            None => {
                let message = "The newsroom has no feed in this language.".to_owned();
                let advice = "Add the language to the newsroom's `languages`, or remove the entry.";
                add(
                    findings,
                    item,
                    &member,
                    "unknown-language",
                    message,
                    advice,
                    tag,
                );
            }
            Some(other) if other.is_complete && !other.by_id.contains_key(id) => {
                let message =
                    "The translation points to an item that is not in that language's feed."
                        .to_owned();
                let advice = "Write the \"id\" of the other item, letter for letter.";
                add(
                    findings,
                    item,
                    &member,
                    "broken-translation",
                    message,
                    advice,
                    id,
                );
            }
            Some(_) => {}
        }
    }
}

fn related(language: &Language, item: &Known, findings: &mut Findings) {
    if !language.is_complete {
        return;
    }
    for id in &item.related {
        if !language.by_id.contains_key(id) {
            let message =
                "No item of this feed has this id, so nothing is shown for it.".to_owned();
            let advice = "Write the \"id\" of the other item, letter for letter.";
            add(
                findings,
                item,
                "/_nashra/related",
                "broken-relation",
                message,
                advice,
                id,
            );
        }
    }
}

/// Links in a text to pages of the newsroom itself.
fn links(languages: &[Language], item: &Known, findings: &mut Findings) {
    for (pointer, path) in &item.links {
        let bare = path.split(['?', '#']).next().unwrap_or(path);
        if leads_somewhere(languages, bare) {
            continue;
        }
        findings.add(Finding {
            severity: Severity::Warning,
            file: item.file.clone(),
            pointer: pointer.clone(),
            line: None,
            code: "broken-link",
            message: "The text links a page of this newsroom that will not exist.".to_owned(),
            advice: "Compare the address with that of the page: /LANGUAGE/releases/SLUG/."
                .to_owned(),
            value: Some(short(path)),
        });
    }
}

fn leads_somewhere(languages: &[Language], path: &str) -> bool {
    if path.is_empty() {
        return true;
    }
    let Some(route) = Route::parse(&["/", path].concat(), "/") else {
        return false;
    };
    let tag = route.language.as_str();
    let Some(language) = languages.iter().find(|language| language.tag == tag) else {
        return false;
    };
    match route.page {
        Page::Item { slug, .. } | Page::Read { slug, .. } => {
            !language.is_complete || language.slugs.iter().any(|(_, known)| *known == slug)
        }
        _ => true,
    }
}

/// How many items lack a language; one hint for each pair, not for each item.
fn missing_translations(languages: &[Language], findings: &mut Findings) {
    for language in languages {
        let Some(first) = language.items.first() else {
            continue;
        };
        for other in languages.iter().filter(|other| other.tag != language.tag) {
            let lacks = |item: &&Known| item.translations.iter().all(|(tag, _)| *tag != other.tag);
            let n_missing = language.items.iter().filter(lacks).count();
            if n_missing == 0 {
                continue;
            }
            findings.add(Finding {
                severity: Severity::Hint,
                file: first.file.clone(),
                pointer: String::new(),
                line: None,
                code: "no-translation",
                message: format!(
                    "{n_missing} of {} items in \"{}\" name no version in \"{}\".",
                    language.items.len(),
                    language.tag,
                    other.tag
                ),
                advice: "Name it in \"translations\"; without one, readers of that language are shown this text, marked as such.".to_owned(),
                value: Some(other.tag.clone()),
            });
        }
    }
}
