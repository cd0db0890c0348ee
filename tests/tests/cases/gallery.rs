//! The lightbox as readers use it: keys, fingers, mouse, addresses; in Arabic and in English, where "on" lies on other sides.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::shown::{READY, clean};
use crate::Outcome;

mod album;
mod controls;
mod hands;
mod looks;
mod waits;

const EN: &str = "/en/releases/south-south-report/";
const AR: &str = "/ar/releases/south-south-report/";
/// The photo on the stage.
const CURRENT: &str = "document.querySelector('.lightbox .is-current')";
/// The photo on the stage, whole and at rest, its best file decoded.
const SHARP: &str = "(() => { const slide = document.querySelector('.lightbox .is-current');\
    const image = slide?.querySelector('img:last-of-type:not([data-waits])'); if (!image?.complete) return false;\
    const box = image.getBoundingClientRect();\
    return !slide.ariaBusy && image.naturalWidth * 1.02 >= Math.min(box.width * devicePixelRatio, 1600) })()";
/// Nothing moves: the photo stands whole in the middle of its room.
const AT_REST: &str = "(() => { const room = document.querySelector('.lightbox-room').getBoundingClientRect();\
    const box = document.querySelector('.is-current .lightbox-photo').getBoundingClientRect();\
    const photo = document.querySelector('.is-current .lightbox-photo');\
    return Math.abs(room.left + room.right - box.left - box.right) < 2 && Math.abs(room.top + room.bottom - box.top - box.bottom) < 2\
        && Math.abs(box.width - photo.offsetWidth) < 2 })()";

/// Opens the thumbnail of the photo `n`, as a reader does: by the link that its picture names.
fn open(page: &Page<'_>, n: usize) -> Result<(), HarnessError> {
    let alt = page.eval(&format!(
        "return document.getElementById('photo={n}').querySelector('img').alt"
    ))?;
    page.by_role("link", alt.as_str().unwrap_or_default())?
        .click()?;
    page.wait_until(SHARP, "the photo")?;
    page.wait_until(AT_REST, "the photo to rest")?;
    Ok(())
}

fn at(page: &Page<'_>, n: usize) -> Result<(), HarnessError> {
    page.wait_until(
        &format!("location.hash === '#photo={n}' && {AT_REST}"),
        &format!("photo {n}"),
    )
}

fn gone(page: &Page<'_>) -> Result<(), HarnessError> {
    page.wait_until(
        "!document.querySelector('dialog') && !location.hash",
        "the page",
    )
}

fn focused(page: &Page<'_>) -> Result<Value, HarnessError> {
    page.eval("return document.activeElement.id")
}

/// The keyboard's way through an album: on is where the language reads on.
pub(crate) fn follows_the_keys(test: &Test<'_>) -> Outcome {
    for (path, on, back, name, counter) in [
        (
            EN,
            "ArrowRight",
            "ArrowLeft",
            "Photo gallery",
            "Photo 2 of 8",
        ),
        (AR, "ArrowLeft", "ArrowRight", "معرض الصور", "الصورة ٢ من ٨"),
    ] {
        let site = test.newsroom("sample")?;
        let page = test.page(&site)?;
        page.goto(path)?;
        page.wait_until(READY, "the app")?;
        // The keyboard alone: from the link.
        page.eval("document.getElementById('photo=1').focus()")?;
        page.press("Enter")?;
        page.by_role("dialog", name)?;
        page.wait_until(SHARP, "the photo")?;
        at(&page, 1)?;
        page.press(on)?;
        at(&page, 2)?;
        let spoken =
            page.eval("return document.querySelector('.lightbox [role=status]').textContent")?;
        assert!(
            spoken
                .as_str()
                .is_some_and(|spoken| spoken.starts_with(counter)),
            "{spoken}"
        );
        page.press(on)?;
        at(&page, 3)?;
        page.press(back)?;
        at(&page, 2)?;
        page.press("End")?;
        at(&page, 8)?;
        page.press(on)?;
        at(&page, 8)?;
        page.press("Home")?;
        at(&page, 1)?;
        page.press("+")?;
        page.wait_until(
            "document.querySelector('.lightbox').dataset.zoomed === ''",
            "the zoom",
        )?;
        page.press("0")?;
        page.wait_until(
            "document.querySelector('.lightbox').dataset.zoomed === undefined",
            "the whole photo",
        )?;
        // Tab stays inside, however often.
        for _ in 0..14 {
            page.press("Tab")?;
            let inside = "return document.activeElement === document.body || !!document.activeElement.closest('dialog')";
            assert_eq!(page.eval(inside)?, true, "focus left the dialog");
        }
        page.press(on)?;
        at(&page, 2)?;
        page.press("Escape")?;
        gone(&page)?;
        assert_eq!(
            focused(&page)?,
            "photo=2",
            "focus is on the photo seen last"
        );
        assert_eq!(page.path()?, path);
        clean(&page)?;
    }
    Ok(())
}

/// Back closes and Forward opens again; an address with a photo opens it at once.
pub(crate) fn has_an_address(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/en/releases/")?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    open(&page, 2)?;
    page.press("ArrowRight")?;
    at(&page, 3)?;
    page.back()?;
    gone(&page)?;
    assert_eq!(page.path()?, EN);
    assert_eq!(focused(&page)?, "photo=3");
    page.eval("history.forward()")?;
    at(&page, 3)?;
    page.back()?;
    gone(&page)?;
    page.back()?;
    page.wait_until("location.pathname === '/en/releases/'", "the page before")?;

    page.goto(&[AR, "#photo=4"].concat())?;
    page.wait_until(SHARP, "the photo that the address names")?;
    at(&page, 4)?;
    page.press("Escape")?;
    gone(&page)?;
    assert_eq!(focused(&page)?, "photo=4");
    clean(&page)?;
    Ok(())
}

/// Another language shows the same photo, with its words.
pub(crate) fn keeps_the_photo_in_another_language(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    page.eval("window.stayed = true")?;
    open(&page, 2)?;
    page.eval("document.querySelector('.lightbox-languages [lang=ar]').click()")?;
    page.wait_until(
        &format!("location.pathname === '{AR}' && document.querySelector('dialog')?.lang === 'ar'"),
        "the Arabic photo",
    )?;
    at(&page, 2)?;
    assert_eq!(
        page.eval("return document.querySelectorAll('dialog').length")?,
        1
    );
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    let words = "const caption = document.querySelector('.lightbox figcaption span');\
        return [caption.lang || document.querySelector('dialog').lang, caption.dir, getComputedStyle(caption).direction]";
    assert_eq!(page.eval(words)?, json!(["ar", "rtl", "rtl"]));
    page.back()?;
    page.wait_until(
        &format!("location.pathname === '{EN}' && document.querySelector('dialog')?.lang === 'en'"),
        "the English photo",
    )?;
    at(&page, 2)?;
    page.press("Escape")?;
    gone(&page)?;
    clean(&page)?;
    Ok(())
}

/// A photo comes from its thumbnail; for who asked for less motion the first frame is the last.
pub(crate) fn keeps_still(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    let places = "const seen = new Set(); const place = (element) => {\
            const box = element.getBoundingClientRect(); return [box.left, box.top, box.width].map(Math.round).join(' ') };\
        const look = () => seen.add(place(document.querySelector('.is-current .lightbox-photo')));\
        const frame = () => new Promise(requestAnimationFrame);";
    let wanted = format!(
        "{places} const thumbnail = document.getElementById('photo=2'); thumbnail.scrollIntoView({{ block: 'center', behavior: 'instant' }});\
        const from = place(thumbnail.querySelector('img')); thumbnail.click(); look(); const first = [...seen];\
        for (let n = 0; n < 20; n++) {{ await frame(); look() }} return [first[0] === from, seen.size > 3]"
    );
    assert_eq!(
        page.eval_async(&wanted)?,
        json!([true, true]),
        "it did not come from its thumbnail"
    );
    page.press("Escape")?;
    gone(&page)?;
    // No driver sets the preference in all engines; this is what ours asks.
    page.eval("window.matchMedia = (query) => ({ matches: query.includes('reduce') })")?;
    let entering = format!(
        "{places} document.getElementById('photo=2').click(); look();\
        for (let n = 0; n < 20; n++) {{ await frame(); look() }} return seen.size"
    );
    assert_eq!(page.eval_async(&entering)?, 1, "it moved when it opened");
    let turning = format!(
        "{places} await frame();\
        document.querySelector('dialog').dispatchEvent(new KeyboardEvent('keydown', {{ key: 'ArrowRight' }}));\
        await frame(); await frame(); for (let n = 0; n < 20; n++) {{ await frame(); look() }} return seen.size"
    );
    assert_eq!(page.eval_async(&turning)?, 1, "it moved when it turned");
    at(&page, 3)?;
    Ok(())
}

/// Closed, it is gone: no element, no listener, no frame, no timer of its own.
pub(crate) fn leaves_nothing_behind(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    let count = "window.held = new Map();\
        const add = EventTarget.prototype.addEventListener, remove = EventTarget.prototype.removeEventListener;\
        EventTarget.prototype.addEventListener = function (kind, f, o) { if (this === window || this === document || this instanceof Element)\
            { held.set(f, kind) } return add.call(this, kind, f, o) };\
        EventTarget.prototype.removeEventListener = function (kind, f, o) { held.delete(f); return remove.call(this, kind, f, o) };\
        const raf = requestAnimationFrame; window.frames_asked = 0;\
        window.requestAnimationFrame = (f) => { frames_asked++; return raf(f) };";
    page.eval(count)?;
    let elements = page.eval("return document.querySelectorAll('*').length")?;
    for n in [1, 4] {
        open(&page, n)?;
        page.press("ArrowRight")?;
        at(&page, n + 1)?;
        assert_eq!(
            page.eval("return held.size > 10")?,
            true,
            "listeners are counted"
        );
        page.press("Escape")?;
        gone(&page)?;
    }
    let left = page.eval_async(
        "const before = frames_asked; const wait = () => new Promise((done) => raf(done));\
         const raf = (f) => setTimeout(f, 30); for (let n = 0; n < 10; n++) await wait();\
         return [[...held.values()], frames_asked - before]",
    )?;
    assert_eq!(left, json!([[], 0]));
    assert_eq!(
        page.eval("return document.querySelectorAll('*').length")?,
        elements
    );
    clean(&page)?;
    Ok(())
}

pub(crate) use album::{keeps_a_long_album_small, measures_once};
pub(crate) use controls::{fills_the_screen, obeys_its_controls, passes_photos_on};
pub(crate) use hands::{follows_fingers, obeys_the_mouse};
pub(crate) use looks::is_accessible;
pub(crate) use waits::{pauses_while_hidden, says_what_failed, waits_for_its_style};
