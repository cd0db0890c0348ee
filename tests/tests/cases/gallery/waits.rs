//! What the lightbox waits for: files that fail, its own style, a reader who looks elsewhere.

use nashra_browser_tests::Test;
use nashra_browser_tests::site::Fault;
use serde_json::json;

use super::{CURRENT, EN, READY, SHARP, at, gone};
use crate::Outcome;

/// A file that does not come is replaced by another of the photo; where none comes the reader is told, and may try again.
pub(crate) fn says_what_failed(test: &Test<'_>) -> Outcome {
    let known = test.newsroom("sample")?;
    let page = test.page(&known)?;
    page.goto(EN)?;
    let files = page.eval(
        "const link = document.getElementById('photo=5'); const first = link.querySelector('img').srcset.split(' ')[0];\
         return [link.getAttribute('href'), first.replace(/-\\d+\\.\\w+$/, '*')]",
    )?;
    // Another origin, so that no browser has any of them.
    let site = test.newsroom("sample")?;
    site.keeps_no_copies();
    let files = [0, 1].map(|at| files[at].as_str().unwrap_or_default().to_owned());
    for file in &files {
        site.fault(file, Fault::Status(404));
    }
    let page = test.page(&site)?;
    page.goto(&[EN, "#photo=5"].concat())?;
    page.wait_until(
        &format!("{READY} && {CURRENT}?.querySelector('[role=alert]')"),
        "the failure",
    )?;
    page.by_role("button", "Retry")?;
    // The others are well.
    page.press("ArrowRight")?;
    page.wait_until(SHARP, "the next photo")?;
    page.press("ArrowLeft")?;
    page.wait_until(
        &format!("location.hash === '#photo=5' && {CURRENT}.querySelector('[role=alert]')"),
        "the failure",
    )?;
    for file in &files {
        site.let_go(file);
    }
    page.by_role("button", "Retry")?.click()?;
    page.wait_until(SHARP, "the photo after all")?;
    page.press("Escape")?;
    gone(&page)?;
    Ok(())
}

/// No page waits for the sheet that styles the lightbox; the lightbox does not open without it: where it does not come, links are links.
pub(crate) fn waits_for_its_style(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    site.keeps_no_copies();
    let page = test.page(&site)?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    let sheet = "document.querySelector('link[rel=stylesheet][href*=\"/later-\"]')";
    let path = page.eval(&format!("return new URL({sheet}.href).pathname"))?;
    let path = path.as_str().unwrap_or_default().to_owned();
    let waits = page.eval_async(
        "return /<link[^>]*stylesheet[^>]*later-/.test(await (await fetch(location.href)).text())",
    )?;
    assert_eq!(waits, false, "the page waits for the second sheet");
    let bare = test.newsroom("sample")?;
    bare.keeps_no_copies();
    bare.fault(&path, Fault::Status(404));
    let page = test.page(&bare)?;
    page.goto(&[EN, "#photo=1"].concat())?;
    page.wait_until(READY, "the app")?;
    assert_eq!(
        page.eval("return document.querySelectorAll('dialog').length")?,
        0,
        "it opened without its style"
    );
    let file = page.eval("return new URL(document.getElementById('photo=1').href).pathname")?;
    page.eval("document.getElementById('photo=1').click()")?;
    page.wait_until(&format!("location.pathname === {file}"), "the file itself")?;
    Ok(())
}

/// The slideshow goes on while the reader looks, and stands while the page is hidden.
pub(crate) fn pauses_while_hidden(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    page.eval("document.getElementById('photo=1').click()")?;
    page.wait_until(SHARP, "the photo")?;
    // Five seconds pass in a tenth of one, and are counted.
    page.eval(
        "window.isHidden = true; window.nTicks = 0;\
         Object.defineProperty(document, 'hidden', { get: () => window.isHidden });\
         const wait = window.setTimeout.bind(window);\
         window.setTimeout = (f, ms) => ms === 5000 ? wait(() => { window.nTicks++; f() }, 100) : wait(f, ms)",
    )?;
    page.by_role("button", "Start slideshow")?.click()?;
    page.wait_until("window.nTicks > 3", "the slideshow's clock")?;
    at(&page, 1)?;
    page.eval("window.isHidden = false")?;
    // Photos go by faster than addresses are written.
    page.wait_until(
        "document.querySelector('.lightbox-counter').textContent !== 'Photo 1 of 8'",
        "the next photo",
    )?;
    page.by_role("button", "Stop slideshow")?.click()?;
    let seen = page.eval_async(
        "const n = window.nTicks; await new Promise((done) => setTimeout(done, 400)); return window.nTicks - n",
    )?;
    // The tick that was on its way, and none after it.
    assert!(seen == json!(0) || seen == json!(1), "{seen} more ticks");
    page.press("Escape")?;
    gone(&page)?;
    Ok(())
}
