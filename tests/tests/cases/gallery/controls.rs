//! The controls of the lightbox: what they are called and what they do. It refuses to look at how they are reached.

use nashra_browser_tests::Test;
use serde_json::json;

use super::{EN, READY, at, clean, gone, open};
use crate::Outcome;

/// Buttons have names, and do what they say.
pub(crate) fn obeys_its_controls(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    open(&page, 1)?;
    page.by_role("button", "Next photo")?.click()?;
    at(&page, 2)?;
    page.by_role("button", "Previous photo")?.click()?;
    at(&page, 1)?;
    page.by_role("button", "Zoom in")?.click()?;
    page.by_role("button", "Zoom out")?.click()?;
    page.by_role("button", "Zoom in")?;
    // The page behind has one of that name as well, which not every engine knows to be out of reach.
    page.eval("document.querySelector('.lightbox [aria-label=\"Copy link\"]').click()")?;
    page.wait_until(
        "document.querySelector('.lightbox [aria-label=\"Link copied\"]')",
        "the link",
    )?;
    let file = page.by_role("link", "Download")?.property("href")?;
    assert!(
        file.as_str().is_some_and(|file| file.ends_with(".jpg")),
        "{file}"
    );
    page.by_role("button", "Start slideshow")?.click()?;
    page.by_role("button", "Stop slideshow")?;
    at(&page, 2)?;
    page.by_role("button", "Stop slideshow")?.click()?;
    page.by_role("button", "Start slideshow")?;
    let small = "return [...document.querySelectorAll('.lightbox :is(button, a)')].filter((e) => {\
        const box = e.getBoundingClientRect(); return box.width < 24 || box.height < 24 }).map((e) => e.outerHTML)";
    assert_eq!(page.eval(small)?, json!([]), "targets too small");
    page.by_role("button", "Close")?.click()?;
    gone(&page)?;
    clean(&page)?;
    Ok(())
}

/// The whole screen, and back; the photo stands in the middle of either.
pub(crate) fn fills_the_screen(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    open(&page, 2)?;
    page.by_role("button", "Full screen")?.click()?;
    page.wait_until(
        "document.fullscreenElement?.closest('.lightbox')",
        "the whole screen",
    )?;
    page.by_role("button", "Exit full screen")?;
    at(&page, 2)?;
    page.press("ArrowRight")?;
    at(&page, 3)?;
    page.by_role("button", "Exit full screen")?.click()?;
    page.wait_until("!document.fullscreenElement", "the window")?;
    page.by_role("button", "Full screen")?;
    at(&page, 3)?;
    // The key as well; closed, it gives the screen back.
    page.press("f")?;
    page.wait_until("document.fullscreenElement", "the whole screen")?;
    page.by_role("button", "Close")?.click()?;
    gone(&page)?;
    page.wait_until("!document.fullscreenElement", "the window")?;
    clean(&page)?;
    Ok(())
}

/// What is copied and shared is the address of the photo that is shown; what is downloaded is its file.
pub(crate) fn passes_photos_on(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    // No desktop engine here has a sheet for sharing, and none lets a driver read the clipboard.
    page.eval(
        "window.given = []; const told = (name) => (what) => { given.push([name, what.url ?? what]); return Promise.resolve() };\
         Object.defineProperty(navigator, 'share', { value: told('share'), configurable: true });\
         Object.defineProperty(navigator, 'clipboard', { value: { writeText: told('copy') }, configurable: true })",
    )?;
    open(&page, 1)?;
    page.press("ArrowRight")?;
    at(&page, 2)?;
    let control =
        |key: &str| format!("document.querySelector('.lightbox [aria-label=\"{key}\"]').click()");
    page.eval(&control("Share"))?;
    page.eval(&control("Copy link"))?;
    let address = site.url(&[EN, "#photo=2"].concat());
    assert_eq!(
        page.eval("return given")?,
        json!([["share", address], ["copy", address]])
    );
    let file = "const link = document.querySelector('.lightbox a[download]'); const answer = await fetch(link.href);\
        return [link.href === document.getElementById('photo=2').href, answer.status, answer.headers.get('content-type')]";
    assert_eq!(page.eval_async(file)?, json!([true, 200, "image/jpeg"]));
    page.press("Escape")?;
    gone(&page)?;
    Ok(())
}
