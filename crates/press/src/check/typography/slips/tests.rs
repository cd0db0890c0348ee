use super::slips;

/// A text, and the slips in it: their kinds and what to write.
#[track_caller]
fn check(language: &str, text: &str, expect: &[(&str, &str)]) {
    let found = slips(text, language);
    let found: Vec<(&str, &str)> = found.iter().map(|it| (it.code, &*it.suggestion)).collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn arabic() {
    check("ar", "نعم, هذا هو", &[("latin-punctuation", "نعم، هذا هو")]);
    check("ar", "متى؟ الآن؛ هنا، وهناك.", &[]);
    check("ar", "قال \"نعم\"", &[("straight-quotes", "قال «نعم\"")]);
    check("ar", "برنامجWord", &[("glued", "برنامج Word")]);
    check(
        "ar",
        "عام ٢٠٢٠ و٢٠٢١ و2022",
        &[("mixed-digits", "٢٠٢٠ و٢٠٢١ و٢٠٢٢")],
    );
    check("ar", "عام 2020 و2021", &[]);
    check("ar", "كلمة ، كلمة", &[("space-before", "كلمة، كلمة")]);
    // A number with a comma, and an address.
    check("ar", "بلغ 1,200 في https://a.example/x?a,b", &[]);
}

#[test]
fn english() {
    check(
        "en",
        "It's \"done\".",
        &[
            ("straight-apostrophe", "It’s \"done\"."),
            ("straight-quotes", "It's “done\"."),
        ],
    );
    check(
        "en",
        "Wait... and  see",
        &[
            ("three-dots", "Wait… and  see"),
            ("double-space", "Wait... and see"),
        ],
    );
    check("en", "yes,no", &[("no-space-after", "yes, no")]);
    check(
        "en",
        "It’s “done”, at 16:00, for 1,200 of 3.5 million; see report.pdf and a@b.example.",
        &[],
    );
    check("en", "open .gitignore", &[]);
}

#[test]
fn french() {
    check("fr", "Pourquoi ?", &[("french-space", "Pourquoi\u{202F}?")]);
    check("fr", "Pourquoi?", &[("french-space", "Pourquoi\u{202F}?")]);
    check("fr", "« Oui »", &[("french-space", "«\u{A0}Oui »")]);
    check("fr", "Voici: un", &[("french-space", "Voici\u{A0}: un")]);
    check("fr", "Voici : un", &[("french-space", "Voici\u{A0}: un")]);
    check(
        "fr",
        "L’heure\u{A0}: 16:00\u{202F}; «\u{202F}oui\u{202F}».",
        &[],
    );
    check("fr", "un , deux", &[("space-before", "un, deux")]);
}
