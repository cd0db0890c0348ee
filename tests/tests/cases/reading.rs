//! A newsroom read in all three ways: published and hydrated, navigated, live; at the root and under a prefix. Each case
//! proves that nothing was thrown away or built twice.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Site};
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::shown::{READY, STAY, clean};
use crate::Outcome;

/// Remembers every element of the page, and what it says.
const MARK: &str = "window.marks = [...document.querySelectorAll('#nashra *')];\
                    window.texts = marks.map((e) => e.childElementCount ? '' : e.textContent);";
/// Elements that are gone, moved or say something else; the reader's own time is expected to.
const CHANGED: &str = "const now = [...document.querySelectorAll('#nashra *')];\
    return marks.flatMap((e, i) => now[i] === e && (e.childElementCount || e.textContent === texts[i]\
        || e.closest('.event-own-time')) ? [] : [e.outerHTML.slice(0, 200)])\
        .concat(now.length === marks.length ? [] : [`${marks.length} elements became ${now.length}`]);";
/// The app waits for this file until it is let go; cached for good, so only the first page of a site waits.
const WASM: &str = "*.wasm";

/// Chromium reports the event handlers that the hostile item tried when they are parsed, though the document they are parsed
/// into is inert: the policy at work, and the only reports there may be.
fn nothing_but_refusals(page: &Page<'_>) -> Result<(), HarnessError> {
    let mut violations = page.csp_violations()?;
    violations.retain(|violation| {
        violation.directive != "script-src-attr" || !violation.place.contains("/assets/live-")
    });
    assert_eq!(violations, []);
    Ok(())
}

fn feed(page: &Page<'_>, path: &str) -> Result<Value, HarnessError> {
    page.eval_async(&format!("return (await fetch('{path}')).json()"))
}

fn replace(site: &Site, path: &str, feed: &Value) {
    site.fault(
        path,
        Fault::Replace {
            media_type: "application/json".into(),
            body: feed.to_string().into_bytes(),
        },
    );
}

/// An item that was never published, with all that a hostile feed may try.
fn unpublished(feed: &mut Value) {
    let item = json!({
        "id": "live-1",
        "url": "https://news.example.org/en/releases/live-item/",
        "title": "A live item <b>& more</b>",
        "date_published": "2026-11-22T10:00:00Z",
        "content_html": "<p onclick=\"window.hacked=1\">Live text.</p><script>window.hacked=2</script>\
            <img src=x onerror=\"window.hacked=3\"><p><a href=\"javascript:window.hacked=4\">link</a></p>\
            <svg onload=\"window.hacked=5\"></svg><iframe srcdoc=\"<script>parent.hacked=6</script>\"></iframe>\
            <p><img src=\"../media/photos/lattice-green.jpg\" alt=\"Stars\"></p>",
    });
    if let Some(items) = feed["items"].as_array_mut() {
        items.insert(0, item);
    }
}

/// What a reader may be doing while the app is still on its way, and what of it is there to be kept.
const DO: &str = "
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode().data.trim().length < 6);
    const range = document.createRange();
    range.setStart(texts.currentNode, 1); range.setEnd(texts.currentNode, 5);
    document.querySelector('main a[href]').focus();
    getSelection().removeAllRanges(); getSelection().addRange(range);
    scrollTo(0, 150);
    window.doing = () => {
        const selection = getSelection();
        return [document.activeElement, selection.anchorNode, selection.anchorOffset, selection.focusNode,
            selection.focusOffset, scrollY, ...document.querySelectorAll('video, audio')];
    };
    window.did = doing();
    return String(getSelection()).length";
/// What of it is lost.
const LOST: &str = "const now = doing(); return did.flatMap((one, i) => one === now[i] ? [] : [`${i}: ${one} became ${now[i]}`])";

/// Hydration keeps every node of every kind of published page, what the reader is doing there (focus, selection, place, players),
/// moves nothing, and brings its controls to life.
pub(crate) fn hydrates(test: &Test<'_>) -> Outcome {
    let listed = test.newsrooms.pages("sample")?;
    let mut kinds: Vec<&str> = listed.iter().map(|page| page.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    // Each kind in another language than the one before, where it has that one.
    let path_of = |(kind, lang): (&&str, &str)| {
        let mut pages = listed.iter().filter(|page| page.kind == **kind);
        let any = pages.clone().next();
        let page = pages.find(|page| page.lang == lang).or(any);
        page.map(|page| page.path.clone())
    };
    let languages = ["ar", "en", "fr"].into_iter().cycle();
    let mut paths: Vec<String> = kinds.iter().zip(languages).filter_map(path_of).collect();
    assert_eq!(paths.len(), kinds.len(), "{kinds:?}");
    // The release that has everything.
    paths.push("/ar/releases/south-south-report/".to_owned());
    // All stay until the end: a service worker that is being fetched when its site goes is an error on the next one's page.
    let sites = paths.iter().map(|_| test.newsroom("sample"));
    let sites = sites.collect::<Result<Vec<_>, _>>()?;
    for (path, site) in paths.iter().zip(&sites) {
        let page = test.page(site)?;
        site.fault(WASM, Fault::Held);
        // The viewer, which adds to its page and does not wait for the app, waits for these.
        site.fault("*/pages.json", Fault::Held);
        page.goto(path)?;
        page.eval(MARK)?;
        assert_eq!(page.eval(DO)?, 4, "{path}: what was selected");
        assert_eq!(
            page.eval(&format!("return !({READY})"))?,
            true,
            "{path} was marked too late"
        );
        site.let_go(WASM);
        page.wait_until(READY, "the app to take over")?;
        assert_eq!(page.eval(CHANGED)?, json!([]), "{path}");
        assert_eq!(page.eval(LOST)?, json!([]), "{path}");
        if let Some(shifts) = page.layout_shifts()? {
            assert_eq!(shifts, Vec::<String>::new(), "{path}");
        }
        clean(&page)?;
        let theme = "document.documentElement.dataset.theme";
        page.eval("document.querySelector('[data-does=theme]').click()")?;
        page.wait_until(&format!("{theme} === 'light'"), "the light theme")?;
        page.eval("document.querySelector('[data-does=theme]').click()")?;
        page.wait_until(&format!("{theme} === 'dark'"), "the dark theme")?;
        page.eval("document.querySelector('[data-does=theme]').click()")?;
    }
    Ok(())
}

/// The reader's own time arrives after hydration, in the line kept for it.
pub(crate) fn knows_the_readers_time(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/en/releases/south-south-report/")?;
    page.wait_until(READY, "the app to take over")?;
    page.wait_until(
        "document.querySelector('.event-own-time dd').textContent.includes('2020')",
        "the reader's own time",
    )?;
    Ok(())
}

/// From the list to a release and back, and into another language, without leaving the app.
pub(crate) fn navigates(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/en/releases/")?;
    page.wait_until(READY, "the app to take over")?;
    page.eval(STAY)?;
    page.eval("window.scrollTo(0, 600)")?;
    // The driver may scroll a link into view before it clicks.
    page.eval("addEventListener('click', () => { window.left = scrollY }, true)")?;
    site.clear_requests();
    let first = page.eval("return document.querySelectorAll('.card-link')[7].textContent")?;
    let path =
        page.eval("return document.querySelectorAll('.card-link')[7].getAttribute('href')")?;
    let (first, path) = (
        first.as_str().unwrap_or_default(),
        path.as_str().unwrap_or_default(),
    );
    page.by_role("link", first)?.click()?;
    page.wait_until(
        &format!("location.pathname === '{path}' && {READY}"),
        "the release",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    let asked = site.requests();
    assert!(asked.contains(&[path, "data.json"].concat()), "{asked:?}");
    assert!(
        !asked.iter().any(|asked| asked == path),
        "the page itself was fetched: {asked:?}"
    );
    page.wait_until(
        "document.activeElement === document.querySelector('h1')",
        "focus on the heading",
    )?;
    assert_eq!(
        page.eval("return document.querySelector('h1').textContent")?,
        first
    );
    page.wait_until("scrollY === 0", "the top of the page")?;
    let told = page
        .eval("return document.getElementById('announcer').textContent.includes(document.title)")?;
    assert_eq!(told, true, "the new page is announced");
    page.back()?;
    page.wait_until(
        "location.pathname === '/en/releases/' && document.querySelectorAll('.card').length > 7",
        "the list",
    )?;
    page.wait_until(
        "window.left > 300 && Math.abs(scrollY - left) < 2",
        "the place in the list",
    )?;
    clean(&page)?;
    Ok(())
}

/// A language switch keeps the item.
pub(crate) fn switches_languages(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/en/releases/south-south-report/")?;
    page.wait_until(READY, "the app to take over")?;
    page.eval(STAY)?;
    page.by_role("link", "العربية")?.click()?;
    page.wait_until(
        "location.pathname === '/ar/releases/south-south-report/' && document.documentElement.dir === 'rtl'",
        "the Arabic page",
    )?;
    assert_eq!(page.eval("return document.documentElement.lang")?, "ar");
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    assert_eq!(
        page.eval("return document.querySelector('.prose').textContent.length > 400")?,
        true
    );
    clean(&page)?;
    Ok(())
}

/// An item that was not published stands at its address all the same, and nothing of it runs.
pub(crate) fn shows_a_live_item(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/en/")?;
    let mut feed = feed(&page, "/feeds/en.json")?;
    unpublished(&mut feed);
    replace(&site, "/feeds/en.json", &feed);
    page.goto("/en/releases/live-item/")?;
    page.wait_until(
        "document.querySelector('.prose')?.textContent.includes('Live text.')",
        "the live item",
    )?;
    assert_eq!(
        page.eval("return document.querySelector('h1').textContent")?,
        "A live item <b>& more</b>"
    );
    assert_eq!(page.eval("return document.documentElement.lang")?, "en");
    assert_eq!(
        page.eval_async("return (await fetch(location.href)).status")?,
        404,
        "the item was published after all"
    );
    page.eval("document.querySelector('.prose img[alt=Stars]').scrollIntoView()")?;
    page.wait_until(
        "document.querySelector('.prose img[alt=Stars]').naturalWidth > 0",
        "the picture",
    )?;
    let foreign = "return document.querySelectorAll('.prose :is(script, svg, iframe, [onclick], [onerror])').length";
    assert_eq!(page.eval(foreign)?, 0);
    assert_eq!(page.eval("return [...document.querySelectorAll('.prose a')].filter((a) => a.href.startsWith('javascript')).length")?, 0);
    assert_eq!(page.eval("return window.hacked ?? null")?, Value::Null);
    nothing_but_refusals(&page)?;
    Ok(())
}

/// A release waits for no style but what stands in it; a page of a rarer room waits for that room's.
pub(crate) fn waits_for_no_sheet(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/robots.txt")?;
    for (path, waits) in [
        ("/ar/", false),
        ("/ar/releases/food-security-figures/", false),
        ("/en/reports/trade-atlas-2025/", false),
        ("/ar/releases/", true),
        ("/en/reports/trade-atlas-2025/read/", true),
    ] {
        let script =
            format!("return (await (await fetch('{path}')).text()).includes('rel=\"stylesheet\"')");
        assert_eq!(page.eval_async(&script)?, waits, "{path}");
    }
    Ok(())
}

/// What the feed has and the published page lacks is added after the first paint, around the reader's focus.
pub(crate) fn adds_a_new_item(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    // No page of the app's, which would leave the app's code in the browser's cache, where nothing can hold it.
    page.goto("/robots.txt")?;
    let mut feed = feed(&page, "/feeds/en.json")?;
    unpublished(&mut feed);
    replace(&site, "/feeds/en.json", &feed);
    site.fault(WASM, Fault::Held);
    page.goto("/en/")?;
    // The load event may come before the frame is shown, on a busy machine by far.
    page.wait_until(
        "performance.getEntriesByName('first-contentful-paint').length === 1",
        "the first paint",
    )?;
    let asked = "return performance.getEntriesByName(`${location.origin}/feeds/en.json`).length";
    assert_eq!(page.eval(asked)?, 0, "the feed came before the page");
    page.eval(MARK)?;
    page.eval(
        "window.focused = document.querySelectorAll('.cards .card-link')[2]; focused.focus()",
    )?;
    site.let_go(WASM);
    let card = "[...document.querySelectorAll('.cards .card-link')].find((a) => a.textContent.startsWith('A live item'))";
    page.wait_until(&format!("{card} !== undefined"), "the new card")?;
    // Twice: to see that something is new, then by the module that composes it.
    assert_eq!(
        page.eval(asked)?,
        2,
        "the feed was asked for in some other way"
    );
    assert_eq!(
        page.eval("return document.activeElement === window.focused")?,
        true,
        "focus was lost"
    );
    assert_eq!(
        page.eval("return marks.filter((e) => !e.isConnected).length")?,
        0,
        "nodes were thrown away"
    );
    page.eval(STAY)?;
    page.eval(&format!("{card}.click()"))?;
    page.wait_until(
        "document.querySelector('.prose')?.textContent.includes('Live text.')",
        "the live item",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    nothing_but_refusals(&page)?;
    Ok(())
}

/// The same under a prefix; a neighbour whose name begins like the prefix is not ours.
pub(crate) fn stands_under_a_prefix(test: &Test<'_>) -> Outcome {
    let site = test.newsroom_at("sample", "http://127.0.0.1/news/")?;
    let page = test.page(&site)?;
    site.fault(WASM, Fault::Held);
    page.goto("/news/en/")?;
    page.eval(MARK)?;
    site.let_go(WASM);
    page.wait_until(READY, "the app to take over")?;
    assert_eq!(page.eval(CHANGED)?, json!([]));
    clean(&page)?;
    page.eval(STAY)?;
    let path = page.eval("return document.querySelector('.card-link').getAttribute('href')")?;
    let path = path.as_str().unwrap_or_default();
    assert!(path.starts_with("/news/en/releases/"), "{path}");
    page.eval("document.querySelector('.card-link').click()")?;
    page.wait_until(
        &format!("location.pathname === '{path}' && {READY}"),
        "the release",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    let outside = "const a = document.createElement('a'); a.href = '/newsletter/en/'; document.body.append(a);\
        let taken; addEventListener('click', (e) => { taken = e.defaultPrevented; e.preventDefault(); });\
        a.click(); return taken;";
    assert_eq!(page.eval(outside)?, false, "a neighbour's link was taken");
    let mut feed = feed(&page, "/news/feeds/en.json")?;
    unpublished(&mut feed);
    replace(&site, "/news/feeds/en.json", &feed);
    page.goto("/news/en/releases/live-item/")?;
    page.wait_until(
        "document.querySelector('.prose')?.textContent.includes('Live text.')",
        "the live item",
    )?;
    nothing_but_refusals(&page)?;
    Ok(())
}
