//! The room's lists against CLDR and Unicode as ICU4X carries them. Only tests look here; the crate itself never does.

use icu_decimal::DecimalFormatter;
use icu_locale::{LanguageIdentifier, Locale, LocaleDirectionality};
use nashra_l10n::{Direction, LanguageTag, NumberingSystem};
use writeable::Writeable;

/// Every well-formed language of two letters and of three, assigned or not.
fn languages() -> impl Iterator<Item = String> {
    let letters = || ('a'..='z').map(String::from);
    let two = move || letters().flat_map(move |a| letters().map(move |b| a.clone() + &b));
    two().flat_map(move |ab| {
        [ab.clone()]
            .into_iter()
            .chain(letters().map(move |c| ab.clone() + &c))
    })
}

fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).unwrap_or_else(|| panic!("{text} is well-formed"))
}

#[test]
fn directions_agree_with_likely_subtags() {
    let icu = LocaleDirectionality::new_extended();
    let check = |text: &str| {
        let id: LanguageIdentifier = text
            .parse()
            .unwrap_or_else(|_| panic!("{text} is well-formed"));
        let is_rtl = icu.get(&id) == Some(icu_locale::Direction::RightToLeft);
        assert_eq!(tag(text).direction() == Direction::Rtl, is_rtl, "{text}");
    };
    // `und` names no language: what a region alone suggests is not asked of a tag here.
    for language in languages().filter(|language| language != "und") {
        check(&language);
        for region in [
            "AF", "CA", "CM", "CN", "EG", "IL", "IN", "IQ", "IR", "KZ", "LB", "MN", "PK", "SD",
            "SN", "TR", "US",
        ] {
            check(&[&language, "-", region].concat());
        }
    }
    for script in
        "Arab Hebr Syrc Thaa Nkoo Adlm Rohg Mand Samr Yezi Latn Cyrl Deva Mong Hans Tfng Egyp"
            .split(' ')
    {
        check(&["en-", script].concat());
    }
}

#[test]
fn digits_agree_with_cldr_except_for_bare_arabic() {
    let check = |text: &str| {
        let locale: Locale = text
            .parse()
            .unwrap_or_else(|_| panic!("{text} is well-formed"));
        let Ok(formatter) = DecimalFormatter::try_new(locale.into(), Default::default()) else {
            panic!("{text} has no number format");
        };
        let zero = formatter.format(&0.into()).write_to_string().into_owned();
        assert_eq!(
            NumberingSystem::for_tag(&tag(text)).zero().to_string(),
            zero,
            "{text}"
        );
    };
    for language in languages().filter(|language| language != "ar" && language.len() == 2) {
        check(&language);
    }
    for text in "ckb bgc bho raj mni sat nqo fil ur-IN ur-PK sd-IN sd-Deva bn-IN bn-BD ff-Adlm ks-Deva fa-AF".split(' ') {
        check(text);
    }
    for region in "AE BH DJ DZ EG EH ER IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SS SY TD TN YE"
        .split(' ')
    {
        check(&["ar-", region].concat());
    }
    // CLDR 49 has Latin digits for a bare `ar`; the newsroom's default is our own choice.
    assert_eq!(NumberingSystem::for_tag(&tag("ar")), NumberingSystem::Arab);
}
