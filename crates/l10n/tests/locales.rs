//! The shipped messages: complete, with exactly the plural forms of their language, and set as its typography asks.

use std::collections::{BTreeMap, BTreeSet};

use icu_locale::Locale;
use icu_plurals::PluralRules;
use nashra_l10n::{Messages, MonthNames, Part, PluralCategory, parts};

const FILES: [(&str, &str); 3] = [
    ("ar", include_str!("../../../locales/ar.json")),
    ("en", include_str!("../../../locales/en.json")),
    ("fr", include_str!("../../../locales/fr.json")),
];

/// Forms whose number is named by the word itself: Arabic one and two, and "none".
const NUMBER_IN_WORDS: [&str; 3] = ["_zero", "_one", "_two"];

fn locales() -> impl Iterator<Item = (&'static str, BTreeMap<String, String>)> {
    FILES.into_iter().map(|(language, json)| {
        let messages: BTreeMap<String, String> =
            serde_json::from_str(json).unwrap_or_else(|error| panic!("{language}.json: {error}"));
        assert_eq!(
            json.matches("\": \"").count(),
            messages.len(),
            "{language}.json repeats a key"
        );
        (language, messages)
    })
}

/// The key without its plural ending, and the ending.
fn split_plural(key: &str) -> (&str, &str) {
    let is_form = |at: &usize| PluralCategory::parse(&key[at + 1..]).is_some();
    key.rfind('_')
        .filter(is_form)
        .map_or((key, ""), |at| key.split_at(at))
}

fn slots(template: &str) -> BTreeSet<&str> {
    parts(template)
        .into_iter()
        .filter_map(|part| {
            if let Part::Slot(name) = part {
                Some(name)
            } else {
                None
            }
        })
        .collect()
}

/// Only Arabic has two sets of month names.
fn is_shared(key: &str) -> bool {
    !key.starts_with("month.")
}

#[test]
fn every_key_exists_in_every_language_with_its_plural_forms() {
    let mut shapes = Vec::new();
    for (language, messages) in locales() {
        let locale: Locale = language.parse().unwrap_or_else(|_| panic!("{language}"));
        let Ok(rules) = PluralRules::try_new_cardinal(locale.into()) else {
            panic!("{language}: no plural rules")
        };
        let categories: BTreeSet<String> = rules
            .categories()
            .map(|category| format!("_{category:?}").to_lowercase())
            .collect();
        let mut forms: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (key, template) in messages.iter().filter(|(key, _)| is_shared(key)) {
            assert!(!template.trim().is_empty(), "{language} {key}");
            let (base, ending) = split_plural(key);
            let set = forms.entry(base).or_default();
            if !ending.is_empty() {
                set.insert(ending.to_owned());
            }
        }
        for (key, endings) in &forms {
            assert!(
                endings.is_empty() || *endings == categories,
                "{language} {key}: {endings:?}, not {categories:?}"
            );
        }
        let shape: Vec<(String, bool)> = forms
            .iter()
            .map(|(key, set)| ((*key).to_owned(), set.is_empty()))
            .collect();
        shapes.push(shape);
    }
    for shape in &shapes[1..] {
        assert_eq!(shape, &shapes[0]);
    }
}

#[test]
fn slots_agree_across_languages() {
    let all: BTreeMap<_, _> = locales().collect();
    for (language, messages) in &all {
        for (key, template) in messages.iter().filter(|(key, _)| is_shared(key)) {
            let (base, ending) = split_plural(key);
            let model = if ending.is_empty() {
                base.to_owned()
            } else {
                [base, "_other"].concat()
            };
            let expect = slots(&all["en"][&model]);
            let got = slots(template);
            // French "one" is also nought, so there the number must be shown.
            let may_name_number = *language == "ar" && NUMBER_IN_WORDS.contains(&ending);
            assert!(
                got == expect || may_name_number && got.is_empty(),
                "{language} {key}: {got:?}, not {expect:?}"
            );
            assert_eq!(
                template.matches("{{").count(),
                template.matches("}}").count(),
                "{language} {key}"
            );
        }
    }
}

#[test]
fn no_separator_looks_like_a_digit_or_mirrors_on_its_own() {
    for (language, messages) in locales() {
        for (key, template) in messages {
            let bad = template.find(|c| matches!(c, '·' | '•' | '‹' | '›' | '←'..='⇿' | '\u{27F0}'..='\u{27FF}' | '"' | '\''));
            assert_eq!(bad, None, "{language} {key}: {template}");
            // Only what joins two facts ends in its own space.
            assert!(
                key == "list.comma" || template.trim() == template,
                "{language} {key}"
            );
            assert!(!template.contains("  "), "{language} {key}");
        }
    }
}

#[test]
fn arabic_is_set_as_arabic() {
    let is_arabic = |c: char| ('\u{600}'..='\u{6FF}').contains(&c);
    for (key, template) in locales()
        .filter(|(language, _)| *language == "ar")
        .flat_map(|(_, messages)| messages)
    {
        let chars: Vec<char> = template.chars().collect();
        for pair in chars.windows(2) {
            let glued = is_arabic(pair[0]) && pair[1].is_ascii_alphanumeric();
            let glued_back = pair[0].is_ascii_alphanumeric() && is_arabic(pair[1]);
            assert!(!glued && !glued_back, "{key}: {template}");
        }
        assert!(
            !template.contains([',', ';', '?', 'ی', 'ک', 'ـ']),
            "{key}: {template}"
        );
        assert!(
            !template.contains(|c: char| c.is_ascii_digit() || ('٠'..='٩').contains(&c)),
            "{key}: {template}"
        );
    }
}

#[test]
fn french_is_spaced_as_french() {
    let check = |template: &str| -> bool {
        let chars: Vec<char> = template.chars().collect();
        chars.iter().enumerate().all(|(at, c)| {
            let before = at.checked_sub(1).map(|at| chars[at]);
            match c {
                ';' | '!' | '?' => before == Some('\u{202F}'),
                ':' | '»' => before == Some('\u{A0}'),
                '«' => chars.get(at + 1) == Some(&'\u{A0}'),
                _ => true,
            }
        })
    };
    assert!(
        check("a\u{A0}: b\u{202F}; «\u{A0}c\u{A0}»")
            && !check("a : b")
            && !check("a;")
            && !check("« a »")
    );
    for (key, template) in locales()
        .filter(|(language, _)| *language == "fr")
        .flat_map(|(_, messages)| messages)
    {
        assert!(check(&template), "{key}: {template}");
    }
}

#[test]
fn arabic_months_have_both_names() {
    let all: BTreeMap<_, _> = locales()
        .map(|(language, messages)| (language, Messages::new(messages)))
        .collect();
    let check = |names: MonthNames, month: u8, expect: Option<&str>| {
        assert_eq!(names.pick(month, &all["ar"]).as_deref(), expect, "{month}");
        assert_eq!(names.pick(month, &all["fr"]), None);
    };
    check(MonthNames::Gregorian, 9, Some("سبتمبر"));
    check(MonthNames::Syriac, 9, Some("أيلول"));
    check(MonthNames::Both, 9, Some("أيلول/سبتمبر"));
    check(MonthNames::Both, 1, Some("كانون الثاني/يناير"));
    check(MonthNames::Both, 13, None);
    check(MonthNames::Gregorian, 0, None);
    for month in 1..=12 {
        assert!(
            MonthNames::Both.pick(month, &all["ar"]).is_some(),
            "{month}"
        );
    }
    assert_eq!(MonthNames::parse("both"), Some(MonthNames::Both));
    assert_eq!(MonthNames::parse("Both"), None);
}
