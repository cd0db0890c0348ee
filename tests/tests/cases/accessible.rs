//! axe-core finds nothing: on every kind of page, in every state, in light and dark, on phone and desktop. Chromium is asked for
//! all of it; the other engines compute names, roles and colours of their own, so they are asked for every page once.

use nashra_browser_tests::axe::Rules;
use nashra_browser_tests::engine::Engine;
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::Fault;
use nashra_browser_tests::{HarnessError, Test};

use super::shown::{DESKTOP, PHONE, READY, Screen, message, open, set_theme, show_on};
use crate::Outcome;

/// What was found where, so that one run tells of everything.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    /// Asks for the page as it stands, in both themes.
    fn ask(&mut self, page: &Page<'_>, place: &str) -> Result<(), HarnessError> {
        self.ask_within(page, "html", place)
    }

    fn ask_within(
        &mut self,
        page: &Page<'_>,
        selector: &str,
        place: &str,
    ) -> Result<(), HarnessError> {
        for (theme, rules) in [("light", Rules::All), ("dark", Rules::Contrast)] {
            set_theme(page, theme)?;
            let found = page.axe_within(selector, rules)?;
            self.0
                .extend(found.iter().map(|line| format!("{place}, {theme}: {line}")));
        }
        Ok(())
    }

    fn none(self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

fn screens(test: &Test<'_>) -> &'static [Screen] {
    match test.browser.engine {
        Engine::Chromium => &[DESKTOP, PHONE],
        _ => &[DESKTOP],
    }
}

fn published(test: &Test<'_>, lang: &str) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let mut findings = Findings::default();
    for listed in test.newsrooms.telling_pages("sample", lang)? {
        open(&page, &listed.path)?;
        for screen in screens(test) {
            show_on(&page, *screen)?;
            findings.ask(&page, &format!("{} ({})", listed.path, screen.name))?;
        }
        let n_menus = page.eval("return document.querySelectorAll('details').length")?;
        for menu in 0..n_menus.as_u64().unwrap_or_default() {
            let script = "[...document.querySelectorAll('details')].forEach((menu, at) => { menu.open = at === arguments[0] })";
            page.eval_with(script, &[menu.into()])?;
            findings.ask_within(
                &page,
                "details[open]",
                &format!("{}, menu {menu} open", listed.path),
            )?;
        }
    }
    assert_eq!(page.csp_violations()?, [], "the rules broke the policy");
    findings.none();
    Ok(())
}

/// Every kind of published page, with its menus.
pub(crate) fn finds_nothing_in_arabic(test: &Test<'_>) -> Outcome {
    published(test, "ar")
}

/// The same in English.
pub(crate) fn finds_nothing_in_english(test: &Test<'_>) -> Outcome {
    published(test, "en")
}

/// The same in French.
pub(crate) fn finds_nothing_in_french(test: &Test<'_>) -> Outcome {
    published(test, "fr")
}

fn states(test: &Test<'_>, lang: &str) -> Outcome {
    let mut findings = Findings::default();
    let path = |rest: &str| ["/", lang, "/", rest].concat();
    for screen in screens(test) {
        let site = test.newsroom("sample")?;
        let page = test.page(&site)?;
        show_on(&page, *screen)?;
        let place = |state: &str| format!("{state} in {lang} ({})", screen.name);

        open(&page, &path("releases/no-such-thing/"))?;
        findings.ask(&page, &place("not found"))?;

        page.goto(&path(""))?;
        page.wait_until(READY, "the app")?;
        page.press("Tab")?;
        page.wait_until(
            "document.activeElement.className === 'skip'",
            "the skip link",
        )?;
        findings.ask(&page, &place("skip link"))?;

        open(&page, &path("releases/south-south-report/"))?;
        page.by_role("button", &message(lang, "release.copyLink"))?
            .click()?;
        page.by_role("button", &message(lang, "release.linkCopied"))?;
        findings.ask(&page, &place("link copied"))?;

        let feed = ["/feeds/", lang, ".json"].concat();
        site.fault(&feed, Fault::Held);
        page.goto(&path("releases/not-published/"))?;
        page.wait_until("document.querySelector('.loading')", "the wait")?;
        findings.ask(&page, &place("loading"))?;
        site.let_go(&feed);

        site.fault(&feed, Fault::Status(403));
        page.goto(&path("releases/not-published/"))?;
        page.wait_until("document.querySelector('.error[role=alert]')", "the error")?;
        findings.ask(&page, &place("error"))?;
    }
    findings.none();
    Ok(())
}

/// What is not published: not found, waiting, failed, done.
pub(crate) fn finds_nothing_in_states_in_arabic(test: &Test<'_>) -> Outcome {
    states(test, "ar")
}

/// The same in English.
pub(crate) fn finds_nothing_in_states_in_english(test: &Test<'_>) -> Outcome {
    states(test, "en")
}

/// A newsroom in which nothing was published yet.
pub(crate) fn finds_nothing_in_an_empty_newsroom(test: &Test<'_>) -> Outcome {
    let feed = |tag: &str| {
        let feed = serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "title": "—", "language": tag, "items": [] });
        feed.to_string()
    };
    let site = serde_json::json!({
        "nashra": 1,
        "base_url": "https://news.example.org/",
        "default_language": "ar",
        "publisher": { "name": { "ar": "مكتب جديد", "en": "A new office" } },
        "title": { "ar": "مركز إعلامي جديد", "en": "A new newsroom" },
        "languages": [
            { "tag": "ar", "name": "العربية", "feed": "feeds/ar.json" },
            { "tag": "en", "name": "English", "feed": "feeds/en.json" },
        ],
    });
    let files = [
        ("site.json", site.to_string()),
        ("feeds/ar.json", feed("ar")),
        ("feeds/en.json", feed("en")),
    ];
    let site = test.made_newsroom("empty", &files)?;
    let page = test.page(&site)?;
    let mut findings = Findings::default();
    for lang in ["ar", "en"] {
        for rest in ["", "releases/", "reports/", "photos/"] {
            let path = ["/", lang, "/", rest].concat();
            open(&page, &path)?;
            findings.ask(&page, &path)?;
        }
    }
    findings.none();
    Ok(())
}

/// The rules do find what is wrong: contrast in one theme alone, a picture without words, a target too small.
pub(crate) fn finds_what_is_planted(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, "/ar/")?;
    page.eval(
        "document.querySelector('main').insertAdjacentElement('beforeend', new Image());\
         for (const label of ['one', 'two']) {\
             const small = document.createElement('button'); small.setAttribute('aria-label', label);\
             small.style.cssText = 'inline-size: 8px; block-size: 8px; background: red';\
             document.querySelector('main').append(small);\
         }\
         document.querySelector('h2').style.color = '#222'",
    )?;
    let mut findings = Findings::default();
    findings.ask(&page, "planted")?;
    for expected in [
        "light: image-alt",
        "light: target-size",
        "dark: color-contrast",
    ] {
        assert!(
            findings.0.iter().any(|line| line.contains(expected)),
            "{expected} is not among {:#?}",
            findings.0
        );
    }
    assert!(
        !findings
            .0
            .iter()
            .any(|line| line.contains("light: color-contrast: h2")),
        "dark ink on paper was taken for a fault"
    );
    Ok(())
}
