//! The same report in other views: small pictures, text alone, turned round, closer, on paper; and places that are passed on.

use nashra_browser_tests::Test;
use nashra_browser_tests::page::Page;
use serde_json::{Value, json};

use super::{ARABIC, ENGLISH, ENGLISH_FILE, FIELD, clean, open, read_of, wait_for_ink};
use crate::Outcome;
use crate::cases::shown::{PHONE, message, show_on, wait_for_copies};

/// Presses an entry of the last menu.
fn choose(page: &Page<'_>, lang: &str, key: &str) -> Outcome {
    page.eval("document.querySelector('[data-part=more] summary').click()")?;
    page.by_role("button", &message(lang, key))?.click()?;
    page.wait_until(
        "!document.querySelector('.viewer-menu[open]')",
        "the menu to close",
    )?;
    Ok(())
}

/// Thumbnails lead to their pages, and show where the reader is.
pub(crate) fn leads_by_thumbnails(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &read_of(ARABIC))?;
    page.eval("document.querySelector('[data-part=thumbnails-menu] summary').click()")?;
    page.wait_until(
        "document.querySelectorAll('[data-thumb]').length === document.querySelectorAll('.viewer-page').length",
        "a thumbnail for each page",
    )?;
    page.wait_until(
        "document.querySelector('[data-thumb=\"3\"] :is(img, canvas)')?.clientHeight > 40",
        "the fourth one's picture",
    )?;
    page.eval("document.querySelector('[data-thumb=\"3\"]').closest('a').click()")?;
    page.wait_until(&format!("{FIELD} === '٤'"), "the fourth page")?;
    page.wait_until(
        "document.querySelector('.viewer-thumbnails a[aria-current]')?.querySelector('[data-thumb=\"3\"]')",
        "its thumbnail to be the current one",
    )?;
    assert_eq!(
        page.eval("return document.querySelector('[data-part=thumbnails-menu]').open")?,
        false
    );
    clean(&page)?;
    Ok(())
}

/// A finger pulls the next page in from the side where it lies on paper; one that goes along the page only scrolls.
pub(crate) fn turns_by_fingers(test: &Test<'_>) -> Outcome {
    for (item, on, [one, two]) in [(ARABIC, 1, ["١", "٢"]), (ENGLISH, -1, ["1", "2"])] {
        let site = test.newsroom("sample")?;
        let page = test.page(&site)?;
        show_on(&page, PHONE)?;
        open(&page, &read_of(item))?;
        page.eval(
            "const choice = document.querySelector('[data-do=mode]'); choice.value = 'single';\
             choice.dispatchEvent(new Event('change', { bubbles: true }))",
        )?;
        wait_for_ink(&page, 1)?;
        let across = |sign: i32| [-100, -60, 0, 60, 100].map(|x| (190 + sign * x, 420));
        let along = [140, 80, 0, -60, -100].map(|y| (190, 420 + y));
        let expect = |number: &str| page.wait_until(&format!("{FIELD} === '{number}'"), number);
        page.touch(&[&across(on)], 16)?;
        expect(two)?;
        page.touch(&[&along], 16)?;
        expect(two)?;
        page.touch(&[&across(-on)], 16)?;
        expect(one)?;
        clean(&page)?;
    }
    Ok(())
}

/// The text of a page by itself, on a phone: the same place, its own direction, pages turned as before.
pub(crate) fn reads_as_text(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    show_on(&page, PHONE)?;
    open(&page, &(read_of(ARABIC) + "#page=3"))?;
    page.by_role("button", &message("ar", "viewer.reading"))?
        .click()?;
    let flow = "document.querySelector('.viewer-flow .prose')";
    page.wait_until(&format!("{flow}?.textContent.length > 200"), "the text")?;
    let told = page.eval(&format!(
        "const first = {flow}.querySelector('[dir]');\
         return [first.dir, first.lang, document.querySelector('.viewer-flow h2').textContent,\
             document.querySelector('.viewer-pages').getClientRects().length,\
             document.documentElement.scrollWidth <= innerWidth]"
    ))?;
    let name = message("ar", "viewer.page").replace("{{n}}", "٣");
    assert_eq!(told, json!(["rtl", "ar", name, 0, true]));
    page.press("ArrowLeft")?;
    let next = message("ar", "viewer.page").replace("{{n}}", "٤");
    page.wait_until(
        &format!(
            "document.querySelector('.viewer-flow h2').textContent === {}",
            Value::from(next)
        ),
        "the next page's text",
    )?;
    page.by_role("button", &message("ar", "viewer.reading"))?
        .click()?;
    page.wait_until(
        &format!("{FIELD} === '٤' && document.getElementById('page=4').getBoundingClientRect().top < innerHeight / 2"),
        "the fourth page as it is printed",
    )?;
    wait_for_ink(&page, 4)?;
    clean(&page)?;
    Ok(())
}

/// Turned round, pages are as wide as they were high, and sharp; nearer, what is under the hand stays there.
pub(crate) fn turns_round_and_comes_closer(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &read_of(ENGLISH))?;
    wait_for_ink(&page, 1)?;
    let shape = "(() => { const { width, height } = document.getElementById('page=1').getBoundingClientRect(); return width / height })()";
    let upright = page.eval(&format!("return {shape}"))?.as_f64();
    choose(&page, "en", "viewer.rotate")?;
    let turned = page.eval(&format!("return {shape}"))?.as_f64();
    let product = upright.unwrap_or_default() * turned.unwrap_or_default();
    assert!((product - 1.0).abs() < 0.01, "{upright:?}, {turned:?}");
    let sharp = "(() => { const page = document.getElementById('page=1').getBoundingClientRect();\
        const canvas = document.getElementById('page=1').querySelector('canvas');\
        const place = canvas.getBoundingClientRect();\
        return Math.abs(canvas.height - page.width * devicePixelRatio) < 3\
            && Math.abs(place.left - page.left) < 1 && Math.abs(place.top - page.top) < 1\
            && Math.abs(place.width - page.width) < 1 })()";
    page.wait_until(sharp, "the turned page to be sharp")?;
    for _ in 0..3 {
        choose(&page, "en", "viewer.rotate")?;
    }
    let zoom = "document.querySelector('[data-part=zoom]').value";
    let at = "(() => { const page = document.getElementById('page=1').getBoundingClientRect();\
        return [(200 - page.left) / page.width, (300 - page.top) / page.height] })()";
    let before = page.eval(&format!("return {at}"))?;
    page.eval(
        "document.getElementById('page=1').dispatchEvent(new WheelEvent('wheel',\
            { deltaY: -200, ctrlKey: true, clientX: 200, clientY: 300, bubbles: true, cancelable: true }))",
    )?;
    page.wait_until(
        &format!(
            "document.querySelector('[data-part=pages]').dataset.zoom === 'percent' && {zoom} > 100"
        ),
        "the wheel to zoom",
    )?;
    let after = page.eval(&format!("return {at}"))?;
    for axis in [0, 1] {
        let moved =
            before[axis].as_f64().unwrap_or_default() - after[axis].as_f64().unwrap_or_default();
        assert!(moved.abs() < 0.01, "{before} became {after}");
    }
    // Larger than one drawing may be: what is on the screen is drawn by itself.
    page.eval(
        "const choice = document.querySelector('[data-part=zoom]'); choice.value = '400';\
         choice.dispatchEvent(new Event('change', { bubbles: true }))",
    )?;
    page.wait_until(
        "devicePixelRatio < 1.5 || document.querySelector('.viewer-detail')",
        "a detail",
    )?;
    clean(&page)?;
    Ok(())
}

/// The help sheet opens by its key and closes again; Ctrl+F is the report's.
pub(crate) fn helps(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &read_of(ENGLISH))?;
    page.press("?")?;
    page.wait_until("document.querySelector('.viewer-help').open", "the help")?;
    page.press("Escape")?;
    page.wait_until(
        "!document.querySelector('.viewer-help').open",
        "the help to close",
    )?;
    page.press("Control+f")?;
    page.wait_until(
        "document.activeElement.matches('.viewer-search')",
        "the field that finds",
    )?;
    page.press("Escape")?;
    page.wait_until(
        "!document.querySelector('.viewer-menu[open]')",
        "the panel to close",
    )?;
    clean(&page)?;
    Ok(())
}

/// A reader who comes back is where they left off, and may begin again.
pub(crate) fn resumes(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &(read_of(ENGLISH) + "#page=3"))?;
    page.wait_until(&format!("{FIELD} === '3'"), "the third page")?;
    page.press("ArrowRight")?;
    page.wait_until("location.hash === '#page=4'", "the fourth page")?;
    page.goto(ENGLISH)?;
    open(&page, &read_of(ENGLISH))?;
    page.wait_until(&format!("{FIELD} === '4'"), "the fourth page again")?;
    page.by_role("button", &message("en", "viewer.startOver"))?
        .click()?;
    page.wait_until(&format!("{FIELD} === '1'"), "the cover")?;
    page.wait_until("scrollY < 300", "its place")?;
    clean(&page)?;
    Ok(())
}

/// A link to selected words leads another reader to the same words.
pub(crate) fn passes_on_words(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &(read_of(ARABIC) + "#page=3"))?;
    let lines = "[...document.getElementById('page=3').querySelectorAll('[data-layer=text] span')]";
    page.wait_until(&format!("{lines}.length > 3"), "the text")?;
    // What the clipboard is given; reading it back is for readers alone.
    page.eval("navigator.clipboard.writeText = (text) => { window.link = text; return Promise.resolve() }")?;
    let chosen = page.eval(&format!(
        "const line = {lines}.find((line) => line.textContent.split(' ').length > 4);\
         getSelection().setBaseAndExtent(line.firstChild, 0, line.firstChild, line.firstChild.length);\
         return line.textContent"
    ))?;
    choose(&page, "ar", "viewer.copyLink")?;
    page.wait_until("window.link", "the link")?;
    let link = page.eval("return new URL(link).pathname + new URL(link).hash")?;
    let link = link.as_str().unwrap_or_default().to_owned();
    assert!(
        link.starts_with(&(read_of(ARABIC) + "#page=3&search=")),
        "{link}"
    );
    super::super::shown::open(&page, "/ar/")?;
    open(&page, &link)?;
    page.wait_until(
        "(() => { const mark = document.querySelector('.viewer-hit[data-current]')?.getBoundingClientRect();\
            return mark && mark.top > 0 && mark.bottom < innerHeight })()",
        "the words",
    )?;
    let field = page.eval("return document.querySelector('.viewer-search').value")?;
    let chosen = chosen.as_str().unwrap_or_default();
    assert!(
        chosen.starts_with(field.as_str().unwrap_or("-")),
        "{chosen}: {field}"
    );
    clean(&page)?;
    Ok(())
}

/// Links on pages lead to pages of the report, and out of it.
pub(crate) fn follows_links(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &read_of(ENGLISH))?;
    let inner = "document.querySelector('[data-layer=links] a[href^=\"#page=\"]')";
    let outer = "document.querySelector('[data-layer=links] a[href^=http]')";
    let n_pages = page.eval("return document.querySelectorAll('.viewer-page').length")?;
    let n_pages = n_pages.as_u64().unwrap_or_default();
    let (mut led, mut out) = (false, false);
    for number in 1..=n_pages {
        page.eval(&format!("location.hash = '#page={number}'"))?;
        wait_for_ink(&page, number as u32)?;
        page.wait_until(
            &format!("document.getElementById('page={number}').querySelector('[data-layer=text]')"),
            "its text",
        )?;
        // A page without links tells nothing that could be waited for.
        page.eval_async("await new Promise((done) => setTimeout(done, 700))")?;
        if page.eval(&format!("return {outer}?.rel"))? == "external noopener" {
            out = true;
        }
        if !led && page.eval(&format!("return !!{inner}"))? == true {
            let target = page.eval(&format!(
                "const link = {inner}; const hash = link.getAttribute('href'); link.click(); return hash"
            ))?;
            let target = target.as_str().unwrap_or_default().to_owned();
            let target = target.trim_start_matches("#page=").to_owned();
            page.wait_until(&format!("{FIELD} === '{target}'"), "where the link leads")?;
            led = true;
        }
    }
    assert!(led && out, "inner: {led}, outer: {out}");
    clean(&page)?;
    Ok(())
}

/// A report that was opened opens again without a network, its pages drawn.
pub(crate) fn opens_without_a_network(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let address = read_of(ENGLISH);
    open(&page, &address)?;
    wait_for_ink(&page, 1)?;
    wait_for_copies(&page, &[&address, ENGLISH_FILE])?;
    // The service worker came after this page, and may have missed what its worker asked for: it is kept from the next one on.
    open(&page, &address)?;
    wait_for_ink(&page, 1)?;
    let engine = page.eval(
        "const { nashraReportWorker: entry, nashraReportModule: module } = document.getElementById('nashra');\
         return [entry, module].map((url) => new URL(url, location).pathname)",
    )?;
    let engine: Vec<&str> = engine
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    wait_for_copies(&page, &engine)?;
    site.stop()?;
    open(&page, &address)?;
    wait_for_ink(&page, 1)?;
    wait_for_ink(&page, 2)?;
    Ok(())
}

/// On paper every page is drawn, in order, and nothing else is there.
pub(crate) fn prints_all_pages(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, &read_of(ENGLISH))?;
    wait_for_ink(&page, 1)?;
    // The dialog is the system's, and no driver can close it: what would be printed is looked at as it opens.
    page.eval(
        "window.print = () => { window.printed = [...document.querySelectorAll('.viewer-print img')].map((img) => img.naturalWidth) }",
    )?;
    choose(&page, "en", "viewer.print")?;
    page.wait_until("window.printed", "the pages")?;
    let told = page.eval(
        "return [printed.length === document.querySelectorAll('.viewer-page').length, printed.every((width) => width > 1000)]",
    )?;
    assert_eq!(told, json!([true, true]));
    page.wait_until(
        "!document.querySelector('.viewer-print')",
        "the paper to go",
    )?;
    clean(&page)?;
    Ok(())
}

/// A download that the reader stops leaves posters and text, and goes on when asked.
pub(crate) fn stops_loading(test: &Test<'_>) -> Outcome {
    use nashra_browser_tests::site::Fault;
    let site = test.newsroom("sample")?;
    site.fault(ENGLISH_FILE, Fault::Held);
    let page = test.page(&site)?;
    open(&page, &read_of(ENGLISH))?;
    page.wait_until(
        "document.querySelector('[data-do=stop]')",
        "the download to be told of",
    )?;
    page.by_role("button", &message("en", "viewer.stop"))?
        .click()?;
    page.wait_until("document.querySelector('[data-do=load]')", "the way back")?;
    page.wait_until(
        "document.querySelector('[data-layer=text] span') && document.querySelector('.viewer-poster').naturalWidth > 0",
        "poster and text",
    )?;
    site.let_go(ENGLISH_FILE);
    page.by_role("button", &message("en", "viewer.load"))?
        .click()?;
    wait_for_ink(&page, 1)?;
    Ok(())
}
