//! Nothing moves once it is shown: on every kind of page, on a slow phone and a slow network, with an empty cache, whenever the
//! fonts come, through hydration and down to the page's end. Chromium alone reports what moved.

use std::time::Duration;

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::Fault;
use nashra_browser_tests::{HarnessError, Test, one_of_each_kind};
use serde_json::json;

use super::shown::{DESKTOP, PHONE, Screen, open, show_on};
use crate::Outcome;

/// To the page's end a screen at a time, until every picture on the way is there.
const TO_THE_END: &str = "
    const frame = () => new Promise(requestAnimationFrame);
    await document.fonts.ready;
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        await frame(); await frame();
        const near = [...document.images].filter((image) => image.getClientRects().length > 0
            && image.getBoundingClientRect().top < innerHeight);
        await Promise.all(near.map((image) => image.complete
            || new Promise((done) => { image.addEventListener('load', done); image.addEventListener('error', done) })));
    }
    await frame(); await frame();";

/// A phone of the cheaper kind on a slow network (Lighthouse's "slow 4G" and four times slower than this machine), or neither.
fn set_slow(
    page: &Page<'_>,
    is_slow_device: bool,
    is_slow_network: bool,
) -> Result<(), HarnessError> {
    let session = &page.browser.session;
    let rate = if is_slow_device { 4 } else { 1 };
    session.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": rate }))?;
    session.cdp("Network.enable", &json!({}))?;
    let conditions = if is_slow_network {
        json!({ "offline": false, "latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 768_000 / 8 })
    } else {
        json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 })
    };
    session.cdp("Network.emulateNetworkConditions", &conditions)?;
    Ok(())
}

/// What moved on a page that is loaded afresh and read to its end.
fn moved(page: &Page<'_>, path: &str) -> Result<Vec<String>, HarnessError> {
    set_slow(page, true, true)?;
    page.browser
        .session
        .cdp("Network.clearBrowserCache", &json!({}))?;
    open(page, path)?;
    // What the address asks for is found before anyone reads on: to scroll to the foot sooner is to see it move away.
    page.wait_until(
        "!location.search || document.querySelector('.results')",
        "what was searched for",
    )?;
    // The first screen came slowly; what follows need not keep the machine waiting.
    set_slow(page, true, false)?;
    page.wait_until(
        "[...document.querySelectorAll('.event-own-time dd')].every((e) => e.textContent.trim())",
        "the reader's own time",
    )?;
    page.eval_async(TO_THE_END)?;
    shifts(page)
}

fn shifts(page: &Page<'_>) -> Result<Vec<String>, HarnessError> {
    // Chromium alone runs these cases.
    let shifts = page.layout_shifts()?;
    shifts.ok_or_else(|| HarnessError::Shape("this engine reports no layout shifts".to_owned()))
}

fn nothing_moves(test: &Test<'_>, lang: &str, screen: Screen) -> Outcome {
    let site = test.newsroom("sample")?;
    // Each page is to come over the slow network.
    site.keeps_no_copies();
    let page = test.page(&site)?;
    show_on(&page, screen)?;
    let mut listed = test.newsrooms.pages("sample")?;
    // The release that has everything stands for releases.
    listed.sort_by_key(|page| !page.path.contains("south-south"));
    let kinds = one_of_each_kind(listed, lang).into_iter();
    let mut paths: Vec<String> = kinds.map(|page| page.path).collect();
    // Hits come when the index is there.
    let words = if lang == "ar" {
        "المياه"
    } else {
        "water"
    };
    paths.push(format!("/{lang}/search/?q={words}"));
    let mut found = Vec::new();
    for path in paths {
        let lines = moved(&page, &path).inspect_err(|_| {
            // The browser serves other cases after this one.
            let _ = set_slow(&page, false, false);
        })?;
        found.extend(lines.iter().map(|line| format!("{path} {line}")));
    }
    set_slow(&page, false, false)?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// On a phone, in Arabic.
pub(crate) fn on_a_slow_phone_in_arabic(test: &Test<'_>) -> Outcome {
    nothing_moves(test, "ar", PHONE)
}

/// On a wide screen, in English.
pub(crate) fn on_a_wide_screen_in_english(test: &Test<'_>) -> Outcome {
    nothing_moves(test, "en", DESKTOP)
}

/// Fonts that come when the page has long been read: they are too late, and nothing is drawn again.
pub(crate) fn when_fonts_are_late(test: &Test<'_>) -> Outcome {
    for (path, screen) in [
        ("/ar/releases/south-south-report/", PHONE),
        ("/en/", DESKTOP),
    ] {
        let site = test.newsroom("sample")?;
        let page = test.page(&site)?;
        show_on(&page, screen)?;
        // The driver waits for the page to load, fonts included, so they cannot be held until it says something.
        site.fault("*.woff2", Fault::Delay(Duration::from_secs(5)));
        open(&page, path)?;
        page.eval_async(TO_THE_END)?;
        let late = "const [paint] = performance.getEntriesByName('first-contentful-paint');\
            const fonts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'));\
            return fonts.length > 0 && fonts.every(({ responseEnd }) => responseEnd > paint.startTime + 500)";
        assert_eq!(page.eval(late)?, true, "{path}: the fonts were not late");
        assert_eq!(shifts(&page)?, Vec::<String>::new(), "{path}");
    }
    Ok(())
}
