//! What a reader has when something fails: the app, the feed, the network. Never a blank page, never a lost one.

use std::time::Duration;

use nashra_browser_tests::engine::Engine;
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Site};
use nashra_browser_tests::{Patience, Test, poll};
use serde_json::json;

use super::shown::{DESKTOP, PHONE, READY, open, show_on};
use crate::Outcome;

fn other(media_type: &str, body: &str) -> Fault {
    Fault::Replace {
        media_type: media_type.into(),
        body: body.as_bytes().to_vec(),
    }
}

/// Whatever one file of the page does, and only that one: the page reads and its links lead on.
pub(crate) fn reads_whatever_one_asset_does(test: &Test<'_>) -> Outcome {
    let address = "/ar/releases/south-south-report/";
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(address)?;
    page.wait_until(READY, "the app")?;
    let found = page.eval(
        "const named = [...document.querySelectorAll('link[href], script[src], img')]
             .map(it => it.currentSrc || it.src || it.href);
         const asked = performance.getEntriesByType('resource').map(it => it.name);
         const own = [...named, ...asked].filter(url => url.startsWith(location.origin + '/assets/'));
         return [...new Set(own.map(url => new URL(url).pathname))].join(' ')",
    )?;
    let found = found.as_str().unwrap_or_default().to_owned();
    let assets: Vec<&str> = found.split(' ').collect();
    for kind in [".js", ".wasm", ".woff2"] {
        let is_there = assets.iter().any(|path| path.ends_with(kind));
        assert!(is_there, "no {kind} among {found}");
    }
    let faults = [
        Fault::Status(404),
        Fault::Delay(Duration::from_millis(600)),
        Fault::Truncate(300),
        Fault::Type("text/plain".into()),
    ];
    // One photo stands for all: to the page they are the same.
    let is_photo = |path: &&str| path.contains("/photo-");
    let photos = assets.iter().filter(|path| is_photo(path)).take(1);
    let others = assets.iter().filter(|path| !is_photo(path));
    for path in others.chain(photos) {
        for fault in &faults {
            let site = test.newsroom("sample")?;
            site.fault(path, fault.clone());
            let page = test.page(&site)?;
            page.goto(address)?;
            let reads = page.eval(
                "const text = document.querySelector('.prose'), title = document.querySelector('h1');
                 return text.textContent.length > 400 && text.getClientRects().length > 0
                     && title.getBoundingClientRect().height > 10",
            )?;
            assert_eq!(reads, true, "{path}: {fault:?}");
            page.by_role("link", "English")?.click()?;
            page.wait_until(
                "location.pathname === '/en/releases/south-south-report/'
                 && document.querySelector('h1').lang !== 'ar'
                 && document.documentElement.lang === 'en'",
                &format!("the English page, {path}: {fault:?}"),
            )?;
        }
    }
    Ok(())
}

/// Without the app a published page reads, and its links are links.
pub(crate) fn reads_without_wasm(test: &Test<'_>) -> Outcome {
    let faults = [
        Fault::Blocked,
        Fault::Status(404),
        Fault::Truncate(5000),
        other("application/wasm", "not wasm at all"),
        other("text/html", "<!doctype html><title>Not found</title>"),
    ];
    for (pattern, fault) in faults
        .iter()
        .map(|fault| ("*.wasm", fault))
        .chain([("*.js", &Fault::Blocked)])
    {
        let site = test.newsroom("sample")?;
        site.fault(pattern, fault.clone());
        let page = test.page(&site)?;
        page.goto("/ar/releases/south-south-report/")?;
        assert_eq!(
            page.eval("return document.querySelector('.prose').textContent.length > 400")?,
            true
        );
        assert_eq!(
            page.eval(
                "return document.querySelectorAll('.photo-link[href$=\".jpg\"]').length > 3"
            )?,
            true
        );
        let shown = "return ['.needs-app', '[data-does=print]', '[data-does=theme]']
             .map(it => getComputedStyle(document.querySelector(it)).visibility)";
        assert_eq!(page.eval(shown)?, json!(["hidden", "visible", "visible"]));
        changes_the_theme(&page)?;
        page.by_role("link", "English")?.click()?;
        page.wait_until(
            "location.pathname === '/en/releases/south-south-report/'",
            "the English page",
        )?;
        page.by_role("link", "Reports")?.click()?;
        page.wait_until("location.pathname === '/en/reports/'", "the list")?;
        assert_eq!(
            page.eval("return document.querySelectorAll('.report-card').length >= 4")?,
            true
        );
        assert_eq!(
            page.eval(&format!("return {READY}"))?,
            false,
            "the app ran all the same"
        );
    }
    Ok(())
}

/// A host that keeps the policy of an older version refuses the page's own style and first script: the style comes as a file.
pub(crate) fn keeps_its_style_under_an_old_policy(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-b2xk'; style-src 'self' 'sha256-b2xk';
        style-src-attr 'unsafe-inline'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'";
    let policy = policy.split_whitespace().collect::<Vec<_>>().join(" ");
    site.fault("*", Fault::Header("content-security-policy".into(), policy));
    let page = test.page(&site)?;
    page.goto("/ar/releases/south-south-report/")?;
    page.wait_until(
        "getComputedStyle(document.querySelector('.top-row')).display === 'flex'",
        "the style",
    )?;
    page.wait_until(READY, "the app")?;
    let asked = |site: &Site| {
        let paths = site.requests();
        paths
            .iter()
            .any(|path| path.starts_with("/assets/nashra-") && path.ends_with(".css"))
    };
    assert!(asked(&site), "its own style was not refused");
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/ar/releases/south-south-report/")?;
    page.wait_until(READY, "the app")?;
    assert!(!asked(&site), "a style twice");
    Ok(())
}

/// The theme needs no app: it changes, says so, is kept, and stands before the next page is drawn.
fn changes_the_theme(page: &Page<'_>) -> Outcome {
    let now = "const button = document.querySelector('[data-does=theme]');
         return [document.documentElement.dataset.theme ?? '', localStorage.getItem('nashra.theme') ?? '',
             button.title === button.getAttribute('aria-label'), button.title]";
    let themes = ["", "light", "dark", ""];
    let labels = [
        "المظهر: تلقائي",
        "المظهر: فاتح",
        "المظهر: داكن",
        "المظهر: تلقائي",
    ];
    for (at, (theme, label)) in themes.into_iter().zip(labels).enumerate() {
        if at > 0 {
            page.by_role("button", labels[at - 1])?.click()?;
        }
        assert_eq!(page.eval(now)?, json!([theme, theme, true, label]));
    }
    for label in &labels[..2] {
        page.by_role("button", label)?.click()?;
    }
    page.goto("/ar/releases/south-south-report/")?;
    assert_eq!(page.eval(now)?, json!(["dark", "dark", true, labels[2]]));
    page.by_role("button", labels[2])?.click()?;
    Ok(())
}

/// A feed that fails: said in the reader's language, with the address and a way to try again.
pub(crate) fn says_what_failed(test: &Test<'_>) -> Outcome {
    let cases = [
        (other("application/json", "{ \"items\": [ {"), "notJson"),
        (
            other("text/html", "<!doctype html><h1>Oops</h1>"),
            "notJson",
        ),
        (other("application/json", "{ \"hello\": 1 }"), "notFeed"),
        (Fault::Status(500), "http"),
        (Fault::Status(403), "http"),
        (Fault::Blocked, "network"),
        // Chromium alone says that something is missing; Firefox forgives it in compressed answers, WebKitGTK in all.
        (
            Fault::Truncate(2000),
            if test.browser.engine == Engine::Chromium {
                "network"
            } else {
                "notJson"
            },
        ),
    ];
    let messages: serde_json::Value =
        serde_json::from_str(include_str!("../../../locales/ar.json"))?;
    for (fault, key) in cases {
        let site = test.newsroom("sample")?;
        let page = test.page(&site)?;
        // Not from a page of the app: it may have a copy of the feed kept before the fault comes, and shows that.
        page.goto("/robots.txt")?;
        let feed = page
            .eval_async("return (await fetch('/feeds/ar.json', { cache: 'no-store' })).text()")?;
        let feed = feed.as_str().unwrap_or_default();
        site.fault("/feeds/ar.json", fault.clone());
        page.goto("/ar/releases/not-published/")?;
        page.wait_until(
            "document.querySelector('.error[role=alert] h1')",
            "the error view",
        )?;
        let title = messages[["error.", key, ".title"].concat()]
            .as_str()
            .unwrap_or_default();
        let title = title.split("{{").next().unwrap_or_default();
        let shown = page.eval("return document.querySelector('h1').textContent")?;
        let shown = shown.as_str().unwrap_or_default();
        assert!(shown.starts_with(title), "{fault:?}: {shown}");
        let url = page.eval("return document.querySelector('.error-url').textContent")?;
        assert!(
            url.as_str().unwrap_or_default().contains("/feeds/ar.json"),
            "{url}"
        );
        let mut good: serde_json::Value = serde_json::from_str(feed)?;
        let item = json!({
            "id": "x", "url": "https://news.example.org/ar/releases/not-published/", "title": "عاد",
            "content_text": "نص", "date_published": "2026-11-01",
        });
        let items = good["items"].as_array_mut();
        items.ok_or("the feed has no items")?.insert(0, item);
        site.fault(
            "/feeds/ar.json",
            other("application/json", &good.to_string()),
        );
        let retry = messages["error.retry"].as_str().unwrap_or_default();
        page.by_role("button", retry)?.click()?;
        page.wait_until(
            "document.querySelector('h1').textContent === 'عاد'",
            "the item after a retry",
        )?;
        assert_eq!(page.csp_violations()?, []);
    }
    Ok(())
}

fn times_asked(site: &Site, path: &str) -> usize {
    site.requests()
        .iter()
        .filter(|asked| *asked == path)
        .count()
}

/// Only what may pass is asked for again: three times in all.
pub(crate) fn asks_again_where_it_helps(test: &Test<'_>) -> Outcome {
    for (fault, n_times) in [
        (Fault::Status(503), 3),
        (Fault::Blocked, 3),
        (Fault::Status(403), 1),
        (other("application/json", "{"), 1),
    ] {
        let site = test.newsroom("sample")?;
        // The service worker asks for what a page had loaded before it came.
        site.keeps_no_copies();
        let page = test.page(&site)?;
        site.fault("/feeds/en.json", fault.clone());
        page.goto("/en/releases/not-published/")?;
        page.wait_until("document.querySelector('.error[role=alert]')", "the error")?;
        let asked = times_asked(&site, "/feeds/en.json");
        // A browser may itself ask again on a connection that closed without a word.
        let is_right = match fault {
            Fault::Blocked => asked >= n_times,
            _ => asked == n_times,
        };
        assert!(is_right, "{fault:?}: asked {asked} times");
    }
    Ok(())
}

/// A host that does not answer is given up on, in words of its own, and Retry works once it does.
pub(crate) fn loses_patience(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    site.fault("/feeds/en.json", Fault::Held);
    page.goto("/en/releases/not-published/")?;
    poll(Patience::Start, "the app to give up", || {
        let is_error = page.eval("return !!document.querySelector('.error[role=alert]')")?;
        Ok((is_error == true).then_some(()))
    })?;
    page.by_role("heading", "The server took too long to answer")?;
    site.let_go("/feeds/en.json");
    page.by_role("button", "Retry")?.click()?;
    page.by_role("heading", "Page not found")?;
    Ok(())
}

/// A published list does not care for a feed that fails.
pub(crate) fn keeps_published_lists(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    site.fault("/feeds/*", Fault::Blocked);
    page.goto("/en/")?;
    page.wait_until(READY, "the app to take over")?;
    page.eval("window.cards = document.querySelectorAll('.card').length")?;
    // Asked for three times in all: then the app has given up.
    poll(Patience::Page, "the retries to end", || {
        let asked = site
            .requests()
            .iter()
            .filter(|path| *path == "/feeds/en.json")
            .count();
        Ok((asked >= 3).then_some(()))
    })?;
    assert_eq!(
        page.eval("return document.querySelectorAll('.card').length === cards && cards > 3")?,
        true
    );
    assert_eq!(
        page.eval("return document.querySelector('.error')")?,
        serde_json::Value::Null
    );
    Ok(())
}

/// An address that nothing answers to: said so, in the language of the address, with the way home.
pub(crate) fn says_that_nothing_is_there(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/en/releases/no-such-thing/")?;
    page.wait_until(READY, "the app to look for it")?;
    assert_eq!(
        page.eval("return document.querySelector('h1').textContent")?,
        "Page not found"
    );
    page.by_role("link", "Back to the home page")?.click()?;
    page.wait_until(
        "location.pathname === '/en/' && document.querySelector('.lead')",
        "the home page",
    )?;
    let missing = page.eval_async("const r = await fetch('/assets/no-such.js'); return [r.status, r.headers.get('content-type')]")?;
    assert_eq!(
        missing,
        serde_json::json!([404, "text/plain; charset=utf-8"]),
        "a missing asset is no page"
    );
    Ok(())
}

/// Pictures that are missing leave their places as they were: on phones too, with the words for them where there are any.
pub(crate) fn keeps_the_places_of_pictures(test: &Test<'_>) -> Outcome {
    let places = "return [...document.querySelectorAll('.album-photos img, .photo img, .card-picture img')].map((image) => {\
        const { width, height } = image.getBoundingClientRect();\
        return [Math.round(width), Math.round(height), image.naturalWidth > 0];\
    })";
    let settle = "for (const image of document.images) image.loading = 'eager';\
        await Promise.all([...document.images].map((image) => image.complete\
            || new Promise((done) => { image.addEventListener('load', done); image.addEventListener('error', done) })))";
    for screen in [PHONE, DESKTOP] {
        for path in [
            "/ar/photos/",
            "/en/releases/climate-in-pictures/",
            "/ar/releases/",
        ] {
            let mut seen = Vec::new();
            for is_missing in [false, true] {
                let site = test.newsroom("sample")?;
                if is_missing {
                    for pictures in ["/media/*", "/assets/photo-*", "/assets/report-*"] {
                        site.fault(pictures, Fault::Status(404));
                    }
                }
                let page = test.page(&site)?;
                show_on(&page, screen)?;
                open(&page, path)?;
                page.eval_async(settle)?;
                let boxes = page.eval(places)?;
                let boxes = boxes.as_array().cloned().unwrap_or_default();
                assert!(boxes.len() > 5, "{path}: {boxes:?}");
                assert!(
                    boxes.iter().all(|image| image[2] == !is_missing),
                    "{path}: {boxes:?}"
                );
                seen.push(boxes);
            }
            let side = |image: &serde_json::Value, at: usize| image[at].as_i64().unwrap_or(-1);
            for (at, (there, missing)) in seen[0].iter().zip(&seen[1]).enumerate() {
                let is_kept = (0..2).all(|n| (side(there, n) - side(missing, n)).abs() <= 1);
                assert!(
                    is_kept,
                    "{path} ({}): picture {at} was {there} and is {missing}",
                    screen.name
                );
            }
        }
    }
    Ok(())
}
