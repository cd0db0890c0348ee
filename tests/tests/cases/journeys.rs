//! The ways through a newsroom that readers go, in Arabic and in English, by mouse and by keyboard alone. By keyboard means by
//! keys: what a key cannot reach, or where focus does not show, ends the journey.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Site};
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::shown::{DESKTOP, READY, STAY, message, open, open_at_the_skip_link, show_on};
use crate::Outcome;

/// How a reader acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Mouse,
    Keys,
}

/// Nothing on our pages is further away than this many stops.
const MOST_STOPS: usize = 90;
/// The focused element is on the screen, with an outline of its own or around what it stands for.
pub(super) const FOCUS_SHOWS: &str = "[null, '::after'].some((pseudo) => {\
        const style = getComputedStyle(document.activeElement, pseudo);\
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;\
    }) && document.activeElement.getBoundingClientRect().bottom > 0\
    && document.activeElement.getBoundingClientRect().top < innerHeight";

/// Acts on the first element that the selector names.
fn act(page: &Page<'_>, by: By, selector: &str) -> Result<(), HarnessError> {
    let quoted = json!(selector);
    page.wait_until(
        &format!("document.querySelector({quoted})"),
        &["an element: ", selector].concat(),
    )?;
    match by {
        By::Mouse => {
            let script = format!("return document.querySelector({quoted})");
            let element = page.eval(&script)?;
            let id = element
                .as_object()
                .and_then(|element| element.values().next()?.as_str().map(str::to_owned));
            let id = id.ok_or_else(|| HarnessError::NotFound(selector.to_owned()))?;
            page.browser
                .session
                .post(&format!("element/{id}/click"), &json!({}))?;
        }
        By::Keys => {
            reach(page, selector)?;
            page.press("Enter")?;
        }
    }
    Ok(())
}

/// Tabs on until the element has focus, and asserts that it shows.
fn reach(page: &Page<'_>, selector: &str) -> Result<(), HarnessError> {
    let quoted = json!(selector);
    let is_there = format!("return document.activeElement === document.querySelector({quoted})");
    for _ in 0..MOST_STOPS {
        if page.eval(&is_there)? == true {
            return page.wait_until(FOCUS_SHOWS, "focus to show");
        }
        page.press("Tab")?;
    }
    Err(HarnessError::NotFound(format!(
        "{selector} was not reached by {MOST_STOPS} tabs"
    )))
}

/// In both languages, by both hands.
fn each(test: &Test<'_>, journey: fn(&Test<'_>, &str, By) -> Outcome) -> Outcome {
    for lang in ["ar", "en"] {
        for by in [By::Mouse, By::Keys] {
            journey(test, lang, by).map_err(|failed| {
                format!(
                    "{lang}, by {by:?}: {}",
                    failed.message().unwrap_or_default()
                )
            })?;
        }
    }
    Ok(())
}

/// The new page is at its top, its heading has the focus and its title is said.
fn has_arrived(page: &Page<'_>, path: &str) -> Result<(), HarnessError> {
    page.wait_until(
        &format!("location.pathname === {} && {READY}", json!(path)),
        path,
    )?;
    page.wait_until(
        "document.activeElement === document.querySelector('#main h1')",
        "focus on the heading",
    )?;
    page.wait_until(
        "document.getElementById('announcer').textContent.includes(document.title)",
        "the title to be said",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    Ok(())
}

fn href(page: &Page<'_>, selector: &str) -> Result<String, HarnessError> {
    let script = format!(
        "return document.querySelector({}).getAttribute('href')",
        json!(selector)
    );
    Ok(page.eval(&script)?.as_str().unwrap_or_default().to_owned())
}

fn text(page: &Page<'_>, selector: &str) -> Result<String, HarnessError> {
    let script = format!(
        "return document.querySelector({}).textContent",
        json!(selector)
    );
    Ok(page.eval(&script)?.as_str().unwrap_or_default().to_owned())
}

/// From the list to a release and back to where it was left.
pub(crate) fn to_a_release_and_back(test: &Test<'_>) -> Outcome {
    each(test, |test, lang, by| {
        let site = test.newsroom("sample")?;
        let page = test.page(&site)?;
        show_on(&page, DESKTOP)?;
        let list = ["/", lang, "/releases/"].concat();
        open(&page, &list)?;
        page.eval(STAY)?;
        let card = ".cards > :nth-child(8) .card-link";
        let path = href(&page, card)?;
        // Where the list is left: the click itself may have scrolled.
        page.eval("addEventListener('click', () => { window.left = scrollY }, true)")?;
        act(&page, by, card)?;
        has_arrived(&page, &path)?;
        page.wait_until("scrollY === 0", "the top of the release")?;
        page.back()?;
        has_arrived(&page, &list)?;
        page.wait_until(
            "window.left > 100 && Math.abs(scrollY - window.left) < 2",
            "the place in the list",
        )?;
        Ok(())
    })
}

/// To the same release in the other language.
pub(crate) fn to_the_other_language(test: &Test<'_>) -> Outcome {
    each(test, |test, lang, by| {
        let site = test.newsroom("sample")?;
        let page = test.page(&site)?;
        let other = if lang == "ar" { "en" } else { "ar" };
        let path = |lang: &str| ["/", lang, "/releases/south-south-report/"].concat();
        open(&page, &path(lang))?;
        page.eval(STAY)?;
        act(&page, by, &format!(".languages a[lang={other}]"))?;
        has_arrived(&page, &path(other))?;
        let root =
            page.eval("return [document.documentElement.lang, document.documentElement.dir]")?;
        let dir = if other == "ar" { "rtl" } else { "ltr" };
        assert_eq!(root, json!([other, dir]));
        Ok(())
    })
}

/// A newsroom of two items, each in one language alone.
fn untranslated(test: &Test<'_>) -> Result<Site, libtest_mimic::Failed> {
    let feed = |tag: &str, title: &str| {
        json!({
            "version": "https://jsonfeed.org/version/1.1", "title": "—", "language": tag,
            "items": [{
                "id": tag, "title": title, "content_html": format!("<p>{title}</p>"),
                "date_published": "2026-09-01", "_nashra": { "slug": format!("only-{tag}") },
            }],
        })
        .to_string()
    };
    let site = json!({
        "nashra": 1, "base_url": "https://news.example.org/", "default_language": "ar",
        "publisher": { "name": { "ar": "مكتب الأرصاد", "en": "Weather Office" } },
        "languages": [
            { "tag": "ar", "name": "العربية", "feed": "feeds/ar.json" },
            { "tag": "en", "name": "English", "feed": "feeds/en.json" },
        ],
    });
    let files = [
        ("site.json", site.to_string()),
        ("feeds/ar.json", feed("ar", "نشرة لم تُترجم بعد")),
        ("feeds/en.json", feed("en", "A bulletin not yet translated")),
    ];
    Ok(test.made_newsroom("untranslated", &files)?)
}

/// To a language that lacks the item: it is shown as it is, and said so in the reader's language, with the way back.
pub(crate) fn to_what_is_not_translated(test: &Test<'_>) -> Outcome {
    each(test, |test, lang, by| {
        let site = untranslated(test)?;
        let page = test.page(&site)?;
        let other = if lang == "ar" { "en" } else { "ar" };
        let dir = |lang: &str| if lang == "ar" { "rtl" } else { "ltr" };
        let path = |in_language: &str| ["/", in_language, "/releases/only-", lang, "/"].concat();
        open(&page, &path(lang))?;
        page.eval(STAY)?;
        let title = text(&page, "h1")?;
        assert_eq!(
            page.eval("return document.querySelector('.loan')")?,
            Value::Null
        );

        act(&page, by, &format!(".languages a[lang={other}]"))?;
        has_arrived(&page, &path(other))?;
        let shown = "const at = (e) => [e.closest('[lang]').lang, getComputedStyle(e).direction];\
            return [at(document.querySelector('h1')), at(document.querySelector('.prose p')), at(document.querySelector('.loan p'))]";
        assert_eq!(
            page.eval(shown)?,
            json!([[lang, dir(lang)], [lang, dir(lang)], [other, dir(other)]])
        );
        assert_eq!(text(&page, "h1")?, title);
        let in_language = |tag: &str| message(other, &["language.in.", tag].concat());
        let said = message(other, "release.missingTranslation")
            .replace("{{inLanguage}}", &in_language(other))
            .replace("{{shownInLanguage}}", &in_language(lang));
        let notice = text(&page, ".loan[role=note]")?;
        assert!(notice.contains(&said), "{notice:?} does not say {said:?}");

        act(&page, by, &format!(".loan a[lang={lang}]"))?;
        has_arrived(&page, &path(lang))?;
        assert_eq!(
            page.eval("return document.querySelector('.loan')")?,
            Value::Null
        );
        Ok(())
    })
}

/// The list narrowed to a year, to a topic, and whole again.
pub(crate) fn through_the_filters(test: &Test<'_>) -> Outcome {
    each(test, |test, lang, by| {
        let site = test.newsroom("sample")?;
        let page = test.page(&site)?;
        show_on(&page, DESKTOP)?;
        let list = ["/", lang, "/releases/"].concat();
        open(&page, &list)?;
        page.eval(STAY)?;
        for menu in [1, 2] {
            let summary = format!(".filters details:nth-of-type({menu}) > summary");
            let choice = format!(".filters details:nth-of-type({menu}) li:nth-child(2) a");
            let path = href(&page, &choice)?;
            act(&page, by, &summary)?;
            page.wait_until(
                &format!("document.querySelectorAll('details')[{}].open", menu - 1),
                "the menu",
            )?;
            let name = page.eval(&format!(
                "return document.querySelector({}).textContent",
                json!(choice)
            ))?;
            act(&page, by, &choice)?;
            has_arrived(&page, &path)?;
            let shown = page.eval("return [document.querySelector('h1').textContent, document.querySelectorAll('.card').length > 0]")?;
            let has_name = shown[0]
                .as_str()
                .unwrap_or_default()
                .contains(name.as_str().unwrap_or("?"));
            assert!(has_name && shown[1] == true, "{path} shows {shown}");
        }
        act(&page, by, ".filter-clear")?;
        has_arrived(&page, &list)?;
        Ok(())
    })
}

/// A page that is slow leaves the one before on the screen; one that is cut off, broken or refused says so and is tried again.
pub(crate) fn past_what_fails(test: &Test<'_>) -> Outcome {
    each(test, |test, lang, by| {
        let site = test.newsroom("sample")?;
        // From a copy of the feed pages would be made all the same.
        site.keeps_no_copies();
        let page = test.page(&site)?;
        show_on(&page, DESKTOP)?;
        let list = ["/", lang, "/releases/"].concat();
        let card = |n: usize| format!(".cards > :nth-child({n}) .card-link");
        open(&page, &list)?;
        page.eval(STAY)?;

        let path = href(&page, &card(1))?;
        let title = text(&page, &card(1))?;
        let data = [path.as_str(), "data.json"].concat();
        site.fault(&data, Fault::Held);
        act(&page, by, &card(1))?;
        page.wait_until(
            "document.getElementById('nashra').dataset.state === 'busy'",
            "the wait",
        )?;
        assert_eq!(
            page.eval("return document.querySelectorAll('.card').length > 5")?,
            true,
            "a blank page while waiting"
        );
        site.let_go(&data);
        has_arrived(&page, &path)?;
        assert_eq!(text(&page, "h1")?, title);
        page.back()?;
        has_arrived(&page, &list)?;

        let broken = Fault::Replace {
            media_type: "application/json".into(),
            body: b"{".to_vec(),
        };
        for (n, fault) in [
            (2, Fault::Truncate(300)),
            (3, broken),
            (4, Fault::Status(503)),
        ] {
            let path = href(&page, &card(n))?;
            let title = text(&page, &card(n))?;
            site.fault(&[path.as_str(), "data.json"].concat(), fault.clone());
            // What fails alone is made from the feed, where it can be; here that fails as well.
            site.fault("/feeds/*", Fault::Status(503));
            act(&page, by, &card(n))?;
            page.wait_until(
                "document.querySelector('.error[role=alert] h1')",
                "the error",
            )?;
            page.wait_until(
                "document.activeElement === document.querySelector('h1')",
                "focus on the error",
            )?;
            assert_eq!(
                text(&page, ".error button")?,
                message(lang, "error.retry"),
                "{fault:?}"
            );
            site.clear_faults();
            act(&page, by, ".error button")?;
            has_arrived(&page, &path)?;
            assert_eq!(text(&page, "h1")?, title, "{fault:?}");
            page.back()?;
            has_arrived(&page, &list)?;
        }
        Ok(())
    })
}

/// Past the header with one key, and to where it leads.
pub(crate) fn past_the_header(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    for lang in ["ar", "en"] {
        open_at_the_skip_link(&page, &["/", lang, "/"].concat())?;
        page.press("Enter")?;
        page.wait_until(
            "document.activeElement === document.getElementById('main')",
            "focus on the page itself",
        )?;
        page.press("Tab")?;
        page.wait_until(
            "document.activeElement.closest('main')",
            "the first link of the page",
        )?;
    }
    Ok(())
}

/// On paper: the text, its date, its address and whom to ask; nothing to click.
pub(crate) fn onto_paper(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let pages = [
        ("", ".lead time", ".cards"),
        ("releases/", ".card time", ".cards"),
        ("releases/south-south-report/", ".item-main time", ".prose"),
        ("reports/trade-atlas-2025/", ".item-main time", ".prose"),
    ];
    for (lang, rest, date, body) in ["ar", "en"]
        .into_iter()
        .flat_map(|lang| pages.map(|(rest, date, body)| (lang, rest, date, body)))
    {
        let path = ["/", lang, "/", rest].concat();
        open(&page, &path)?;
        // No driver but Chromium's prints to the screen, so the rules for paper are put in force here: one way for all three.
        page.eval(
            "const visit = (rules) => { for (const rule of rules) {\
                if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';\
                else if (rule.media?.mediaText === 'screen') rule.media.mediaText = 'not all';\
                if (rule.cssRules) visit(rule.cssRules);\
            } }; for (const sheet of document.styleSheets) visit(sheet.cssRules)",
        )?;
        // The links at the foot stay: on paper they say their addresses.
        let shown = "const shows = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';\
            return [...document.querySelectorAll('button, summary, nav:not(.foot-links), .skip, .tools, .share')].filter(shows)\
                .map((e) => e.outerHTML.slice(0, 80))";
        assert_eq!(
            page.eval(shown)?,
            json!([]),
            "{path} has something to click on paper"
        );
        let paper = page.eval("return document.body.innerText")?;
        let paper = paper.as_str().unwrap_or_default();
        // The address is that of the newsroom as it is published, wherever it was read.
        let address = ["https://news.example.org", &path].concat();
        let contacts = contacts(lang)?;
        assert!(contacts.len() >= 4, "the sample names nobody to ask");
        for known in contacts.iter().chain([&text(&page, date)?, &address]) {
            assert!(paper.contains(known), "{known} is not on paper: {paper}");
        }
        let shows = format!("return document.querySelector('{body}').getClientRects().length");
        assert_eq!(page.eval(&shows)?, 1, "{path} has no text on paper");
    }
    Ok(())
}

/// Whom the sample newsroom names to ask, and how.
fn contacts(lang: &str) -> Result<Vec<String>, serde_json::Error> {
    let site: Value = serde_json::from_str(include_str!("../../../sample/site.json"))?;
    let contacts = site["contacts"].as_array().cloned().unwrap_or_default();
    let fields = contacts.iter().flat_map(|contact| {
        [
            &contact["name"][lang],
            &contact["email"],
            &contact["telephone"],
        ]
    });
    Ok(fields
        .filter_map(|field| field.as_str().map(str::to_owned))
        .collect())
}
