//! axe-core on what no published file shows: waiting, failing, nothing found, something found, a copy without a network, a page
//! made in the browser. Each function is a state or a few that follow each other; languages and screens are the case's.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::Fault;
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::super::shown::{
    DESKTOP, PHONE, Screen, message, open, show_on, wait_for_copies, wait_for_worker,
};
use super::Findings;
use crate::Outcome;

const SCREENS: [Screen; 2] = [PHONE, DESKTOP];

impl Findings {
    /// Asks on phone and desktop: the state stays while the window changes.
    fn ask_on_screens(&mut self, page: &Page<'_>, place: &str) -> Result<(), HarnessError> {
        for screen in SCREENS {
            show_on(page, screen)?;
            self.ask(page, &format!("{place} ({})", screen.name))?;
        }
        Ok(())
    }
}

/// Nothing published, a page on its way, and one that does not come.
pub(crate) fn waiting(test: &Test<'_>, lang: &str) -> Outcome {
    let site = test.newsroom("sample")?;
    // A copy of the feed would end the wait.
    site.keeps_no_copies();
    let page = test.page(&site)?;
    let mut findings = Findings::default();
    let path = |rest: &str| ["/", lang, "/", rest].concat();
    open(&page, &path("releases/no-such-thing/"))?;
    page.wait_until("document.querySelector('.error h1')", "not found")?;
    findings.ask_on_screens(&page, &path("releases/no-such-thing/"))?;

    let feed = ["/feeds/", lang, ".json"].concat();
    site.fault(&feed, Fault::Held);
    page.goto(&path("releases/not-published/"))?;
    page.wait_until("document.querySelector('.loading')", "the wait")?;
    // Bounded by the app's patience with the feed, so one screen.
    show_on(&page, PHONE)?;
    findings.ask(&page, &format!("loading in {lang}"))?;
    let still = page.eval("return !!document.querySelector('.loading')")?;
    assert_eq!(still, true, "the wait ended while it was looked at");
    site.let_go(&feed);
    findings.none()
}

/// A feed that is refused, and no network at all.
pub(crate) fn failing(test: &Test<'_>, lang: &str) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let mut findings = Findings::default();
    let path = |rest: &str| ["/", lang, "/", rest].concat();
    site.fault(&["/feeds/", lang, ".json"].concat(), Fault::Status(403));
    page.goto(&path("releases/not-published/"))?;
    page.wait_until("document.querySelector('.error[role=alert]')", "the error")?;
    findings.ask_on_screens(&page, &format!("refused in {lang}"))?;
    site.clear_faults();

    open(&page, &path("releases/"))?;
    wait_for_worker(&page)?;
    // Asked for once as the app does.
    let kept = path("releases/south-south-report/");
    let data = [&*kept, "data.json"].concat();
    let ask = format!(
        "await (await fetch({}, {{ cache: 'no-cache' }})).text()",
        json!(data)
    );
    page.eval_async(&ask)?;
    wait_for_copies(&page, &[&data])?;
    site.fault(&path("*"), Fault::Blocked);
    go(&page, &kept)?;
    page.wait_until("document.querySelector('.saved')", "the copy")?;
    findings.ask_on_screens(&page, &format!("a copy in {lang}"))?;

    page.goto(&path("search/"))?;
    page.wait_until("document.querySelector('.kept a')", "what there is")?;
    findings.ask_on_screens(&page, &format!("no copy in {lang}"))?;
    page.by_role("link", &message(lang, "error.retry"))?;
    open(&page, &kept)?;

    set_offline(&page, true)?;
    let outcome = (|| {
        go(&page, &path("reports/"))?;
        page.wait_until("document.querySelector('.error[role=alert]')", "the error")?;
        findings.ask_on_screens(&page, &format!("offline in {lang}"))
    })();
    set_offline(&page, false)?;
    outcome?;
    findings.none()
}

/// Search with something found, with nothing, and without an answer.
pub(crate) fn found(test: &Test<'_>, lang: &str, words: &str) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let mut findings = Findings::default();
    let search = |words: &str| ["/", lang, "/search/?q=", words].concat();
    let results = "document.querySelectorAll('.result').length > 1";
    page.goto(&search(words))?;
    page.wait_until(results, "results")?;
    findings.ask_on_screens(&page, &format!("found in {lang}"))?;
    page.goto(&search("zzzz"))?;
    let none = json!(message(lang, "list.noResults"));
    page.wait_until(
        &format!("document.querySelector('.search-status [role=status]').textContent === {none}"),
        "nothing found, said",
    )?;
    findings.ask_on_screens(&page, &format!("nothing found in {lang}"))?;
    site.fault("/pagefind/*", Fault::Status(404));
    site.fault(&["/feeds/", lang, ".json"].concat(), Fault::Status(404));
    page.goto(&search(words))?;
    page.wait_until("document.querySelector('.search .notice')", "the reason")?;
    findings.ask_on_screens(&page, &format!("no answer in {lang}"))?;
    findings.none()
}

/// A page made from the feed, though it was published; its link copied.
pub(crate) fn live(test: &Test<'_>, lang: &str) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let mut findings = Findings::default();
    let path = ["/", lang, "/releases/south-south-report/"].concat();
    open(&page, &["/", lang, "/releases/"].concat())?;
    site.clear_requests();
    site.fault(&[&*path, "data.json"].concat(), Fault::Status(404));
    go(&page, &path)?;
    page.wait_until(
        "document.querySelector('.prose')?.textContent.length > 200",
        "the item",
    )?;
    let is_live =
        |asked: &String| asked.ends_with("/nashra-live_bg.wasm") || asked.contains("live");
    assert!(
        site.requests().iter().any(is_live),
        "the item came from elsewhere: {:?}",
        site.requests()
    );
    page.by_role("button", &message(lang, "release.copyLink"))?
        .click()?;
    page.by_role("button", &message(lang, "release.linkCopied"))?;
    findings.ask_on_screens(&page, &format!("made from the feed in {lang}"))?;
    findings.none()
}

/// Goes to a page of the newsroom as a link does.
fn go(page: &Page<'_>, path: &str) -> Result<(), HarnessError> {
    let script = "const link = document.createElement('a'); link.href = arguments[0];\
        document.getElementById('main').append(link); link.click(); link.remove()";
    page.eval_with(script, &[Value::from(path)])?;
    Ok(())
}

fn set_offline(page: &Page<'_>, is_offline: bool) -> Result<(), HarnessError> {
    let session = &page.browser.session;
    session.cdp("Network.enable", &json!({}))?;
    session.cdp(
        "Network.emulateNetworkConditions",
        &json!({ "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
    )?;
    Ok(())
}

/// A newsroom in which nothing was published yet.
pub(crate) fn in_an_empty_newsroom(test: &Test<'_>) -> Outcome {
    let feed = |tag: &str| {
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "—", "language": tag, "items": [] });
        feed.to_string()
    };
    let site = json!({
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
        for rest in ["", "releases/", "reports/", "photos/", "search/"] {
            let path = ["/", lang, "/", rest].concat();
            open(&page, &path)?;
            findings.ask(&page, &path)?;
        }
    }
    findings.none()
}
