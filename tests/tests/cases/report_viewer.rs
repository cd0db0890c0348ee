//! The report viewer as a reader meets it: opened from an item, read, turned, searched, copied from, left again; and what it says
//! of files that cannot be shown. Reports are the sample's own; it refuses to look into the worker, which has cases of its own.

mod first_page;
mod views;

pub(crate) use first_page::{does_without_the_first_page, draws_the_first_page_ahead};
pub(crate) use views::{
    follows_links, helps, leads_by_thumbnails, opens_without_a_network, passes_on_words,
    prints_all_pages, reads_as_text, resumes, stops_loading, turns_by_fingers,
    turns_round_and_comes_closer,
};

use std::path::PathBuf;

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Site};
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::shown::{DESKTOP, READY, clean, message, set_theme, show_on};
use crate::Outcome;

const ARABIC: &str = "/ar/reports/yearbook-2024/";
const ENGLISH: &str = "/en/reports/trade-atlas-2025/";
const ENGLISH_FILE: &str = "/media/reports/trade-en.pdf";
/// The viewer's module has taken over.
const VIEWING: &str = "document.querySelector('.report-viewer[data-state=ready]')";
/// The page of the report that stands in the field.
const FIELD: &str = "document.querySelector('.viewer-field').value";

fn read_of(item: &str) -> String {
    [item, "read/"].concat()
}

/// Opens a report and waits for the viewer.
fn open(page: &Page<'_>, path: &str) -> Result<(), HarnessError> {
    page.goto(path)?;
    page.wait_until(READY, &["the app on ", path].concat())?;
    page.wait_until(VIEWING, &["the viewer on ", path].concat())
}

fn is_live(number: u32) -> String {
    format!("document.getElementById('page={number}').querySelector('canvas')")
}

/// Waits until a page is drawn, and checks that there is ink on it.
fn wait_for_ink(page: &Page<'_>, number: u32) -> Result<(), HarnessError> {
    page.wait_until(&is_live(number), &format!("page {number} to be drawn"))?;
    let ink = page.eval(&format!(
        "const canvas = {};\
         const {{ data }} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);\
         let dark = 0; for (let at = 0; at < data.length; at += 4) dark += data[at] < 200;\
         return dark / (data.length / 4)",
        is_live(number)
    ))?;
    let ink = ink.as_f64().unwrap_or_default();
    assert!(ink > 0.001, "page {number} is blank: {ink}");
    Ok(())
}

fn repository(path: &str) -> Result<Vec<u8>, HarnessError> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::read(root.join(path)).map_err(HarnessError::io(path))
}

fn lend(site: &Site, path: &str, body: Vec<u8>) {
    let media_type = "application/pdf".into();
    site.fault(path, Fault::Replace { media_type, body });
}

/// From an item's page: a poster, then the page itself; and back, without leaving the app.
pub(crate) fn opens_from_an_item(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(ENGLISH)?;
    page.wait_until(READY, "the app")?;
    let asked = |part: &str| site.requests().iter().filter(|r| r.contains(part)).count();
    assert_eq!(
        asked("/viewer-"),
        0,
        "a page that is not read loads the viewer"
    );
    page.eval("window.stayed = true")?;
    page.by_role("link", &message("en", "release.readOnline"))?
        .click()?;
    page.wait_until(VIEWING, "the viewer")?;
    assert_eq!(page.path()?, read_of(ENGLISH));
    let poster = "document.querySelector('.viewer-poster')";
    page.wait_until(
        &format!("{poster}.complete && {poster}.naturalWidth > 0"),
        "a poster",
    )?;
    wait_for_ink(&page, 1)?;
    assert_eq!(page.eval("return document.activeElement.tagName")?, "H1");
    page.by_role("link", &message("en", "viewer.backToReport"))?
        .click()?;
    page.wait_until(
        &format!("location.pathname === '{ENGLISH}'"),
        "the report's page",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    page.wait_until(
        "!document.querySelector('.report-viewer')",
        "the viewer to go",
    )?;
    clean(&page)?;
    Ok(())
}

/// Where the engine does not come, what was published of each page is shown all the same, in full size.
pub(crate) fn shows_posters_without_the_engine(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    site.fault("/assets/report-engine-*", Fault::Blocked);
    let page = test.page(&site)?;
    page.goto(ENGLISH)?;
    page.wait_until(READY, "the app")?;
    page.by_role("link", &message("en", "release.readOnline"))?
        .click()?;
    let says = Value::from(message("en", "viewer.engine"));
    page.wait_until(
        &format!("document.querySelector('.viewer-notice')?.textContent.includes({says})"),
        "what is wrong",
    )?;
    page.eval("document.getElementById('page=6').scrollIntoView()")?;
    page.wait_until(
        "(() => { const poster = document.getElementById('page=6').querySelector('.viewer-poster'); return poster?.complete && poster.naturalWidth > 240 })()",
        "the poster of a page further on",
    )?;
    site.let_go("/assets/report-engine-*");
    Ok(())
}

/// The published page shows its first poster, its title and the way to the file, and keeps its nodes when it comes to life.
pub(crate) fn keeps_what_was_published(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    // Not its code: modules that are on their way hold up the load event in Firefox and WebKit, and with it the driver.
    site.fault("*/pages.json", Fault::Held);
    page.goto(&read_of(ENGLISH))?;
    page.wait_until(READY, "the app")?;
    page.eval("window.was = [...document.querySelectorAll('.report-viewer, .viewer-page, .viewer-poster')]")?;
    let hidden = "return getComputedStyle(document.querySelector('.viewer-choice')).visibility";
    assert_eq!(
        page.eval(hidden)?,
        "hidden",
        "a control that does nothing is shown"
    );
    let file =
        page.eval("return document.querySelector('.viewer-bar a[download]').getAttribute('href')")?;
    assert_eq!(file, ENGLISH_FILE);
    let robots =
        page.eval("return new URL(document.querySelector('link[rel=canonical]').href).pathname")?;
    assert_eq!(robots, ENGLISH);
    site.let_go("*/pages.json");
    page.wait_until(VIEWING, "the viewer")?;
    let is_kept = "return was.length > 10 && was.every(node => node.isConnected)";
    assert_eq!(page.eval(is_kept)?, true, "the page was made anew");
    assert_eq!(
        page.layout_shifts()?.unwrap_or_default(),
        Vec::<String>::new()
    );
    Ok(())
}

/// The arrow points at the page that lies there on paper, whatever the language of the interface.
pub(crate) fn turns_as_the_report_does(test: &Test<'_>) -> Outcome {
    let check = |item: &str, on: &str, back: &str, two: &str, one: &str| -> Outcome {
        let site = test.newsroom("sample")?;
        let page = test.page(&site)?;
        open(&page, &read_of(item))?;
        let expect = |number: &str| page.wait_until(&format!("{FIELD} === '{number}'"), number);
        page.press(on)?;
        expect(two)?;
        page.press(back)?;
        expect(one)?;
        // At the cover there is nothing before.
        page.press(back)?;
        page.press(on)?;
        expect(two)?;
        page.wait_until("location.hash === '#page=2'", "the page in the address")?;
        wait_for_ink(&page, 2)?;
        clean(&page)?;
        Ok(())
    };
    check(ARABIC, "ArrowLeft", "ArrowRight", "٢", "١")?;
    check(ENGLISH, "ArrowRight", "ArrowLeft", "2", "1")?;
    check(
        "/en/reports/yearbook-2024/",
        "ArrowLeft",
        "ArrowRight",
        "2",
        "1",
    )?;
    Ok(())
}

/// A deep link leads to its page, a number that is typed too; one page at a time there is one.
pub(crate) fn goes_to_a_page(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &(read_of(ARABIC) + "#page=3"))?;
    page.wait_until(&format!("{FIELD} === '٣'"), "the third page")?;
    wait_for_ink(&page, 3)?;
    page.eval("const field = document.querySelector('.viewer-field'); field.value = '٥'; field.form.requestSubmit()")?;
    page.wait_until("location.hash === '#page=5'", "the fifth page")?;
    let choose = "const choice = document.querySelector(arguments[0]); choice.value = arguments[1];\
        choice.dispatchEvent(new Event('change', { bubbles: true }))";
    let shown = "[...document.querySelectorAll('.viewer-page')].filter(page => page.getClientRects().length).map(page => page.id).join()";
    for (mode, expect) in [("single", "page=5"), ("spread", "page=4,page=5")] {
        page.eval_with(choose, &[json!("[data-do=mode]"), json!(mode)])?;
        page.wait_until(&format!("{shown} === '{expect}'"), mode)?;
    }
    // Bound at the right: the page that comes first lies to the right.
    let left = |number: u32| {
        format!("document.getElementById('page={number}').getBoundingClientRect().left")
    };
    let is_rtl = format!("return {} > {}", left(4), left(5));
    assert_eq!(page.eval(&is_rtl)?, true);
    page.eval_with(choose, &[json!("[data-do=mode]"), json!("continuous")])?;
    page.eval_with(choose, &[json!("[data-do=zoom]"), json!("200")])?;
    let sharp = "(() => { const page = document.getElementById('page=4'); const canvas = page.querySelector('canvas');\
        return Math.abs(canvas.width - page.getBoundingClientRect().width * devicePixelRatio) < 3 })()";
    page.wait_until(sharp, "the page to be sharp again")?;
    clean(&page)?;
    Ok(())
}

/// A word typed without its marks is found wherever it stands; marks are counted and stepped through.
pub(crate) fn finds_a_word_without_its_marks(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &read_of(ARABIC))?;
    page.wait_until(
        "document.querySelector('[data-layer=text] span')",
        "the text",
    )?;
    page.eval(
        "document.querySelector('[data-part=find]').open = true;\
         const field = document.querySelector('.viewer-search'); field.value = 'الزراعه'; field.form.requestSubmit()",
    )?;
    let found = "document.querySelector('.viewer-found').textContent";
    page.wait_until(&format!("{found}.startsWith('النتيجة ')"), "what was found")?;
    page.wait_until(
        "document.querySelector('.viewer-hit[data-current]')",
        "a mark",
    )?;
    let first = page.eval(&format!("return {found}"))?;
    page.by_role("button", &message("ar", "viewer.nextHit"))?
        .click()?;
    let first = first.as_str().unwrap_or_default();
    page.wait_until(&format!("{found} !== '{first}'"), "the next place")?;
    page.eval("const field = document.querySelector('.viewer-search'); field.value = 'qqqq'; field.form.requestSubmit()")?;
    let none = message("ar", "viewer.noHits");
    page.wait_until(&format!("{found} === '{none}'"), "that there is none")?;
    assert_eq!(
        page.eval("return document.querySelectorAll('.viewer-hit').length")?,
        0
    );
    clean(&page)?;
    Ok(())
}

/// What is selected over several lines is copied as it is read: words in order, spaces right, lines of a paragraph as one.
pub(crate) fn copies_a_sentence(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    for item in [ARABIC, ENGLISH] {
        let page = test.page(&site)?;
        open(&page, &(read_of(item) + "#page=3"))?;
        let lines =
            "[...document.getElementById('page=3').querySelectorAll('[data-layer=text] span')]";
        page.wait_until(&format!("{lines}.length > 3"), "the text of the third page")?;
        let expected = page.eval(&format!(
            "const lines = {lines};\
             const at = lines.findIndex((line, i) => lines[i + 1]?.dataset.block === line.dataset.block && !('joined' in line.dataset));\
             const [first, second] = [lines[at], lines[at + 1]];\
             getSelection().setBaseAndExtent(first.firstChild, 0, second.firstChild, second.firstChild.length);\
             addEventListener('copy', event => {{ window.copied = event.clipboardData.getData('text/plain') }});\
             return first.textContent + ' ' + second.textContent"
        ))?;
        page.press("Control+c")?;
        page.wait_until("window.copied", "the copy")?;
        assert_eq!(page.eval("return window.copied")?, expected);
        let text = expected.as_str().unwrap_or_default();
        let is_presented = |c: char| matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}');
        assert!(
            !text.contains(is_presented) && !text.contains("  "),
            "{text}"
        );
        let is_arabic = text.chars().any(|c| ('\u{621}'..='\u{64A}').contains(&c));
        assert_eq!(is_arabic, item == ARABIC, "{text}");
        clean(&page)?;
    }
    Ok(())
}

/// Text of pages that were passed is taken away, but not where it is selected: a selection over pages is copied whole.
pub(crate) fn copies_over_pages(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &(read_of(ARABIC) + "#page=2"))?;
    let lines = |number: u32| {
        format!(
            "[...document.getElementById('page={number}').querySelectorAll('[data-layer=text] span')]"
        )
    };
    let go_to = |number: u32| {
        page.eval(&format!(
            "document.getElementById('page={number}').scrollIntoView({{ behavior: 'instant' }})"
        ))?;
        page.wait_until(
            &format!("{}.length > 3", lines(number)),
            &format!("the text of page {number}"),
        )
    };
    go_to(2)?;
    go_to(3)?;
    let first = page.eval(&format!(
        "const line = {}[1]; getSelection().setBaseAndExtent(line.firstChild, 0, line.firstChild, 1);\
         addEventListener('copy', event => {{ window.copied = event.clipboardData.getData('text/plain') }});\
         return line.textContent",
        lines(3)
    ))?;
    for number in 4..=6 {
        go_to(number)?;
    }
    page.wait_until(
        &format!("!{}.length", lines(2)),
        "the text of the second page to go",
    )?;
    let last = page.eval(&format!(
        "const line = {}[2]; getSelection().extend(line.firstChild, line.firstChild.length); return line.textContent",
        lines(6)
    ))?;
    page.press("Control+c")?;
    page.wait_until("window.copied", "the copy")?;
    let copied = page.eval("return window.copied")?;
    let copied = copied.as_str().unwrap_or_default();
    let [first, last] = [first, last].map(|line| line.as_str().unwrap_or_default().to_owned());
    assert!(copied.starts_with(&first), "{first}\n\n{copied}");
    assert!(copied.ends_with(&last), "{last}\n\n{copied}");
    for number in [4, 5] {
        let line = page.eval(&format!("return {}[3].textContent", lines(number)))?;
        let line = line.as_str().unwrap_or_default();
        assert!(
            !line.is_empty() && copied.contains(line),
            "{line}\n\n{copied}"
        );
    }
    page.eval("getSelection().removeAllRanges()")?;
    go_to(7)?;
    page.wait_until(
        &format!("!{}.length", lines(3)),
        "the text that is selected no longer to go",
    )?;
    clean(&page)?;
    Ok(())
}

/// A broken file and one that does not come say so, with the file beside; a locked one asks. The posters stay.
pub(crate) fn says_what_is_wrong(test: &Test<'_>) -> Outcome {
    let says = |page: &Page<'_>, key: &str| {
        let words = message("en", key);
        let notice = "document.querySelector('.viewer-notice').textContent";
        page.wait_until(&format!("{notice}.includes({})", Value::from(words)), key)
    };
    let site = test.newsroom("sample")?;
    let broken = repository(&["sample", ENGLISH_FILE].concat())?;
    lend(&site, ENGLISH_FILE, broken.into_iter().take(700).collect());
    let page = test.page(&site)?;
    open(&page, &read_of(ENGLISH))?;
    says(&page, "viewer.broken")?;
    let link = page.by_role("link", &message("en", "viewer.openFile"))?;
    // WebKit's driver gives the whole address.
    let href = link.attribute("href")?.unwrap_or_default();
    assert!(href.ends_with(ENGLISH_FILE), "{href}");
    assert!(
        page.eval("return document.querySelectorAll('.viewer-poster').length")?
            .as_u64()
            > Some(3)
    );
    site.let_go(ENGLISH_FILE);

    let site = test.newsroom("sample")?;
    site.fault(ENGLISH_FILE, Fault::Status(404));
    let page = test.page(&site)?;
    open(&page, &read_of(ENGLISH))?;
    says(&page, "viewer.missing")?;

    let site = test.newsroom("sample")?;
    lend(
        &site,
        ENGLISH_FILE,
        repository("tests/fixtures/report/locked.pdf")?,
    );
    let page = test.page(&site)?;
    open(&page, &read_of(ENGLISH))?;
    let send = |password: &str| {
        let script = "const field = document.querySelector('[data-part=password]'); field.value = arguments[0]; field.form.requestSubmit()";
        page.eval_with(script, &[json!(password)])
    };
    says(&page, "viewer.passwordAsked")?;
    send("simsim")?;
    says(&page, "viewer.passwordAgain")?;
    send("sesame")?;
    wait_for_ink(&page, 1)?;

    // A page that would take for ever says so in its own place; the one before it is drawn.
    let site = test.newsroom("sample")?;
    lend(
        &site,
        ENGLISH_FILE,
        repository("tests/fixtures/report/endless.pdf")?,
    );
    let page = test.page(&site)?;
    open(&page, &read_of(ENGLISH))?;
    wait_for_ink(&page, 1)?;
    page.eval("document.getElementById('page=2').scrollIntoView()")?;
    let words = Value::from(message("en", "viewer.brokenPage").replace("{{n}}", "2"));
    let said = "document.querySelector('[data-page=\"1\"] [data-layer=broken]')?.textContent";
    page.wait_until(&format!("{said} === {words}"), "what is broken")?;
    Ok(())
}

/// What axe says of the number of a page with one digit.
const TOO_SHORT: &str = "Element content is too short";

/// axe-core finds nothing, closed and with its panels open, in light and dark.
pub(crate) fn is_accessible(test: &Test<'_>) -> Outcome {
    use nashra_browser_tests::axe::Rules;
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    show_on(&page, DESKTOP)?;
    let mut findings = Vec::new();
    for item in [ARABIC, ENGLISH] {
        open(&page, &read_of(item))?;
        page.wait_until(
            "document.querySelector('[data-layer=text] span')",
            "the text",
        )?;
        page.eval("document.querySelector('.viewer-search').value = 'a'")?;
        for menu in ["none", "outline", "thumbnails-menu", "find", "more"] {
            // A panel covers what is below it, which is judged when it is closed: axe does not always see that it is covered.
            let open_menu = "for (const menu of document.querySelectorAll('.viewer-menu')) menu.open = false;\
                document.querySelector('.viewer-pages').style.visibility = arguments[0] === 'none' ? '' : 'hidden';\
                document.querySelector(`[data-part=${arguments[0]}] summary`)?.click()";
            page.eval_with(open_menu, &[json!(menu)])?;
            let part = if menu == "none" {
                ".read"
            } else {
                ".viewer-menu[open]"
            };
            for (theme, rules) in [("light", Rules::All), ("dark", Rules::Contrast)] {
                set_theme(&page, theme)?;
                let found = page.axe_within(part, rules)?;
                let found = found.into_iter().filter(|line| !line.contains(TOO_SHORT));
                findings.extend(found.map(|line| format!("{item} {menu} {theme}: {line}")));
            }
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    Ok(())
}
