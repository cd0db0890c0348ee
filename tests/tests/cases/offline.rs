//! Without a network: what was read reads again, what was not says so; a new publication is shown at once, a bad answer replaces
//! nothing, and the host can end it all. The network is a server that is stopped, or one that closes connections without a word.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Origin, Site};
use nashra_browser_tests::{HarnessError, Patience, Test, newsrooms, poll};
use serde_json::{Value, json};

use super::shown::{READY, message, open, wait_for_copies, wait_for_worker};
use crate::Outcome;

const READ: &str = "/ar/releases/south-south-report/";
const READ_DATA: &str = "/ar/releases/south-south-report/data.json";
const NEWS: &str = "/en/releases/data-conference-2026/";
const NEWS_DATA: &str = "/en/releases/data-conference-2026/data.json";
const OLD_TITLE: &str = "International data conference in Istanbul, 8–10 December";
const NEW_TITLE: &str = "A conference on data in Istanbul";
const TITLE: &str = "return document.querySelector('h1').textContent";

/// The sample with other words in its files, published.
pub(super) fn changed(
    test: &Test<'_>,
    name: &str,
    changes: &[(&str, &str, &str)],
    more: &[(&str, &str)],
) -> Result<Origin, libtest_mimic::Failed> {
    let paths = [
        "site.json",
        "feeds/ar.json",
        "feeds/ar-2.json",
        "feeds/en.json",
        "feeds/en-2.json",
        "feeds/fr.json",
    ];
    let mut files = Vec::new();
    for path in paths {
        let mut text = std::fs::read_to_string(newsrooms::root().join("sample").join(path))?;
        for (_, from, to) in changes.iter().filter(|(file, _, _)| *file == path) {
            assert!(text.contains(from), "{path}: {from}");
            text = text.replacen(from, to, 1);
        }
        files.push((path, text));
    }
    files.extend(more.iter().map(|(path, text)| (*path, (*text).to_owned())));
    let folder = test.newsrooms.make(name, &files)?;
    Ok(test.newsrooms.origin(&folder, None)?)
}

/// Opens a page for the first time, until there is a copy of it and of its data.
fn read(page: &Page<'_>, path: &str) -> Result<(), HarnessError> {
    open(page, path)?;
    wait_for_copies(page, &[path, &[path, "data.json"].concat()])
}

/// Goes to a page of the newsroom as a link does.
fn go(page: &Page<'_>, path: &str) -> Result<(), HarnessError> {
    let script = "const link = document.createElement('a'); link.href = arguments[0];\
        document.getElementById('main').append(link); link.click(); link.remove()";
    page.eval_with(script, &[Value::from(path)])?;
    Ok(())
}

/// The notice that the page is a copy, with the day on which it came.
fn is_said_to_be_a_copy(page: &Page<'_>, lang: &str) -> Outcome {
    page.wait_until("document.querySelector('.saved p')", "the notice")?;
    let notice = page.eval("return document.querySelector('.saved p').textContent")?;
    let notice = notice.as_str().unwrap_or_default();
    let said = notice.strip_prefix(&message(lang, "error.savedCopy"));
    let day = page.eval_with(
        "return new Intl.DateTimeFormat(arguments[0], { calendar: 'gregory', year: 'numeric' }).format()",
        &[Value::from(if lang == "ar" { "ar-u-nu-arab" } else { lang })],
    )?;
    let year: String = day.as_str().unwrap_or_default().to_owned();
    let year: String = year.chars().filter(|c| c.is_numeric()).collect();
    assert!(
        said.is_some_and(|rest| rest.contains(&year)),
        "{notice}: {year}"
    );
    Ok(())
}

/// A page and its pictures, a page of which the app had read the data alone, and links between them: with the server stopped.
pub(crate) fn reads_what_was_read(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    read(&page, READ)?;
    go(&page, "/ar/releases/")?;
    page.wait_until(
        "location.pathname === '/ar/releases/' && document.querySelector('.cards')",
        "the list",
    )?;
    wait_for_copies(&page, &["/ar/releases/data.json"])?;
    assert_eq!(page.csp_violations()?, []);
    site.stop()?;

    open(&page, READ)?;
    is_said_to_be_a_copy(&page, "ar")?;
    let shown = page.eval(
        "return [document.querySelector('.prose').textContent.length > 400,\
             document.querySelector('.brand-mark').naturalWidth > 0,\
             [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0),\
             document.documentElement.dir]",
    )?;
    assert_eq!(shown, json!([true, true, true, "rtl"]));
    page.eval("window.stayed = true")?;
    go(&page, "/ar/releases/")?;
    page.wait_until(
        "location.pathname === '/ar/releases/' && document.querySelectorAll('.card').length > 5",
        "the list's copy",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    // Its HTML never came here.
    open(&page, "/ar/releases/")?;
    page.wait_until("document.querySelectorAll('.card').length > 5", "the list")?;
    is_said_to_be_a_copy(&page, "ar")?;
    go(&page, "/ar/photos/")?;
    page.wait_until(
        "document.querySelector('.error[role=alert] h1')",
        "that there is none",
    )?;
    Ok(())
}

/// A page that was never read says so in its address's language, leads to what was read, and is there once the network is.
pub(crate) fn says_that_there_is_no_copy(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    read(&page, READ)?;
    assert_eq!(page.csp_violations()?, []);
    site.fault("*", Fault::Blocked);
    for (lang, dir) in [("en", "ltr"), ("ar", "rtl")] {
        page.goto(&["/", lang, "/reports/"].concat())?;
        assert_eq!(page.eval(TITLE)?, message(lang, "error.offline.title"));
        assert_eq!(
            page.eval("return [document.documentElement.lang, document.documentElement.dir, location.pathname]")?,
            json!([lang, dir, format!("/{lang}/reports/")])
        );
        // One list a language: what was read was Arabic.
        let links = page.eval("return [...document.querySelectorAll('.kept-list a')].filter((a) => a.checkVisibility?.() ?? true).map((a) => a.pathname)")?;
        let expect = if lang == "ar" {
            json!([READ])
        } else {
            json!([])
        };
        assert_eq!(links, expect);
    }
    page.eval("document.querySelector('.kept-list a').click()")?;
    page.wait_until(
        &format!("location.pathname === '{READ}' && {READY}"),
        "what was read",
    )?;
    page.goto("/ar/reports/")?;
    site.clear_faults();
    page.by_role("link", &message("ar", "error.retry"))?
        .click()?;
    page.wait_until(
        &format!("document.querySelector('.report-card') && {READY}"),
        "the page itself",
    )?;
    assert_eq!(
        page.eval("return document.querySelector('.saved')")?,
        Value::Null
    );
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}

/// A new publication, of the text and of the app, is what the very next load shows; then it is what is kept.
pub(crate) fn shows_what_is_new(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    read(&page, NEWS)?;
    assert_eq!(page.eval(TITLE)?, OLD_TITLE);
    let start = "return document.querySelector('script[type=module]').getAttribute('src')";
    let old_start = page.eval(start)?;
    site.publish(changed(
        test,
        "offline-changed",
        &[("feeds/en.json", OLD_TITLE, NEW_TITLE)],
        &[("theme.css", ":root { --offline-case: 1 }")],
    )?);
    open(&page, NEWS)?;
    assert_eq!(page.eval(TITLE)?, NEW_TITLE);
    assert_eq!(
        page.eval("return document.querySelector('.saved')")?,
        Value::Null
    );
    let theme =
        page.eval("return new URL(document.querySelector('link[href*=theme]').href).pathname")?;
    let n_builds = "return (await (await caches.match('/sw.js?builds'))?.json())?.length";
    poll(Patience::Start, "the new worker", || {
        Ok((page.eval_async(n_builds)? == 2).then_some(()))
    })?;
    // It keeps the new app, and the last one for pages of it that are still open.
    wait_for_copies(&page, &[theme.as_str().unwrap_or_default(), NEWS_DATA])?;
    let is_kept = poll(Patience::Start, "the new copy", || {
        let copy = page.eval_async(&format!(
            "return (await (await caches.match('{NEWS}'))?.text())?.includes('{NEW_TITLE}') ?? false"
        ))?;
        Ok((copy == true).then_some(()))
    });
    is_kept?;
    wait_for_copies(&page, &[old_start.as_str().unwrap_or_default()])?;
    assert_eq!(page.csp_violations()?, []);
    site.stop()?;
    open(&page, NEWS)?;
    assert_eq!(page.eval(TITLE)?, NEW_TITLE);
    is_said_to_be_a_copy(&page, "en")
}

/// Errors of the host and answers that are cut short: the copy before them is shown where they are seen, and stays in any case.
pub(crate) fn keeps_the_good_copy(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    read(&page, READ)?;
    let copy = |path: &str| {
        page.eval_async(&format!(
            "const copy = await caches.match('{path}'); return copy && (await copy.text()).length"
        ))
    };
    let (html, data) = (copy(READ)?, copy(READ_DATA)?);
    site.fault("/ar/*", Fault::Status(500));
    open(&page, READ)?;
    is_said_to_be_a_copy(&page, "ar")?;
    site.clear_faults();
    site.fault("/ar/*", Fault::Truncate(2000));
    page.goto(READ)?;
    // A request that is answered after it: whatever was to be kept of the page has been looked at.
    page.eval_async(&format!(
        "await fetch('{READ_DATA}').then((r) => r.text()).catch(() => {{}})"
    ))?;
    let shown = page.eval_async(&format!(
        "const answer = await fetch('{READ_DATA}'); return [(await answer.text()).length, answer.headers.has('nashra-kept')]"
    ))?;
    assert_eq!(shown, json!([data, true]), "the copy in the place of half");
    site.clear_faults();
    assert_eq!((copy(READ)?, copy(READ_DATA)?), (html, data));
    site.stop()?;
    open(&page, READ)?;
    is_said_to_be_a_copy(&page, "ar")?;
    assert_eq!(
        page.eval("return document.querySelector('.prose').textContent.length > 400")?,
        true
    );
    Ok(())
}

/// A PDF that was opened is there as a whole and in parts; one that was not is not.
pub(crate) fn keeps_reports_that_were_opened(test: &Test<'_>) -> Outcome {
    const REPORT: &str = "/media/reports/trade-en.pdf";
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, "/en/reports/trade-atlas-2025/")?;
    wait_for_worker(&page)?;
    let size = page.eval_async(&format!(
        "return (await (await fetch('{REPORT}')).arrayBuffer()).byteLength"
    ))?;
    wait_for_copies(&page, &[REPORT])?;
    site.stop()?;
    let ask = |path: &str, range: &str| {
        page.eval_async(&format!(
            "const range = '{range}';
             const answer = await fetch('{path}', range ? {{ headers: {{ range }} }} : {{}}).catch(() => undefined);
             if (!answer) return null;
             const bytes = new Uint8Array(await answer.arrayBuffer());
             return [answer.status, bytes.length, answer.headers.get('content-range'), String.fromCharCode(...bytes.slice(0, 5))]"
        ))
    };
    let n = size.as_u64().unwrap_or_default();
    assert!(n > 10_000, "{size}");
    assert_eq!(ask(REPORT, "")?, json!([200, n, null, "%PDF-"]));
    assert_eq!(
        ask(REPORT, "bytes=0-4")?,
        json!([206, 5, format!("bytes 0-4/{n}"), "%PDF-"])
    );
    assert_eq!(
        ask(REPORT, "bytes=0-")?,
        json!([206, n, format!("bytes 0-{}/{n}", n - 1), "%PDF-"])
    );
    let (start, end) = (n - 100, n - 1);
    let tail = ask(REPORT, &format!("bytes={start}-"))?;
    assert_eq!(tail[0], 206);
    assert_eq!(tail[1], 100);
    assert_eq!(tail[2], format!("bytes {start}-{end}/{n}"));
    assert_eq!(ask("/media/reports/yearbook.pdf", "")?, Value::Null);
    Ok(())
}

/// Under a prefix the worker has what is below it, and leaves its neighbours alone.
pub(crate) fn keeps_to_its_prefix(test: &Test<'_>) -> Outcome {
    let site = test.newsroom_at("sample", "http://127.0.0.1/news/")?;
    let page = test.page(&site)?;
    read(&page, "/news/fr/")?;
    let scope = "return new URL((await navigator.serviceWorker.getRegistration()).scope).pathname";
    assert_eq!(page.eval_async(scope)?, "/news/");
    assert_eq!(page.csp_violations()?, []);
    let neighbour = Fault::Replace {
        media_type: "text/html".into(),
        body: b"<!doctype html><title>Neighbour</title>".to_vec(),
    };
    site.fault("/newsletter/", neighbour);
    page.goto("/newsletter/")?;
    assert_eq!(
        page.eval("return navigator.serviceWorker.controller")?,
        Value::Null
    );
    site.clear_faults();
    site.stop()?;
    open(&page, "/news/fr/")?;
    is_said_to_be_a_copy(&page, "fr")
}

/// Once an item is withdrawn, its copy goes, and those of feeds, which hold its text; what was read beside it stays.
pub(crate) fn drops_what_was_withdrawn(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    read(&page, "/en/photos/")?;
    read(&page, NEWS)?;
    page.eval_async("await (await fetch('/feeds/en.json')).text()")?;
    wait_for_copies(&page, &["/feeds/en.json"])?;
    let slug = "\"slug\": \"data-conference-2026\"";
    let withdrawn = format!("\"withdrawn\": {{ \"date\": \"2026-11-20\" }}, {slug}");
    site.publish(changed(
        test,
        "offline-withdrawn",
        &[("feeds/en.json", slug, &withdrawn)],
        &[],
    )?);
    open(&page, "/en/photos/")?;
    let left = format!(
        "const left = [];
         for (const path of ['{NEWS}', '{NEWS_DATA}', '/feeds/en.json', '/en/photos/']) if (await caches.match(path)) left.push(path);
         return left"
    );
    poll(Patience::Start, "the copy to go", || {
        let left = page.eval_async(&left)?;
        Ok((left == json!(["/en/photos/"])).then_some(()))
    })?;
    Ok(())
}

/// `"offline": false`: nothing is registered, and what was registered before goes with its copies.
pub(crate) fn ends_when_the_host_says_so(test: &Test<'_>) -> Outcome {
    let off = changed(
        test,
        "offline-off",
        &[("site.json", "\"title\":", "\"offline\": false, \"title\":")],
        &[],
    )?;
    let is_gone = |page: &Page<'_>| -> Result<bool, HarnessError> {
        let left = page.eval_async(
            "return [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]",
        )?;
        Ok(left == json!([0, 0]))
    };
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    read(&page, READ)?;
    site.publish(off.clone());
    open(&page, READ)?;
    poll(Patience::Start, "the worker to go", || {
        Ok(is_gone(&page)?.then_some(()))
    })?;
    // Where there never was one, none comes: the app asks for it right after it is ready.
    let site = Site::start(off)?;
    let page = test.page(&site)?;
    open(&page, READ)?;
    page.eval_async("await new Promise((done) => (self.requestIdleCallback ?? setTimeout)(done))")?;
    assert!(is_gone(&page)?);
    let asked = site.requests();
    assert!(
        !asked.iter().any(|path| path.ends_with("sw.js")),
        "{asked:?}"
    );
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}
