//! Fingers and the mouse on the photo. It refuses to take WebKitGTK's mouse for fingers.

use nashra_browser_tests::engine::{Browser, Engine};
use nashra_browser_tests::page::Page;
use nashra_browser_tests::{HarnessError, Test};

use super::{AR, AT_REST, EN, READY, at, clean, focused, gone, open};
use crate::Outcome;

/// The mouse: a click zooms about itself, the wheel too, a click beside the photo closes.
pub(crate) fn obeys_the_mouse(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(EN)?;
    page.wait_until(READY, "the app")?;
    open(&page, 1)?;
    let room = room(&page)?;
    page.drag(&[(room.0, room.1)], 0)?;
    page.wait_until(
        "document.querySelector('.lightbox').dataset.zoomed === ''",
        "the zoom",
    )?;
    page.drag(&[(room.0, room.1)], 0)?;
    page.wait_until(
        "document.querySelector('.lightbox').dataset.zoomed === undefined",
        "the whole photo",
    )?;
    // WebKitGTK's driver has no wheel.
    if page.engine() != Engine::WebKit {
        page.wheel((room.0, room.1), -300)?;
        page.wait_until(
            "document.querySelector('.lightbox').dataset.zoomed === ''",
            "the zoom",
        )?;
        page.wheel((room.0, room.1), 900)?;
        page.wait_until(
            "document.querySelector('.lightbox').dataset.zoomed === undefined",
            "the whole photo",
        )?;
    }
    page.wait_until(AT_REST, "the photo to rest")?;
    page.drag(&across(&page, -1)?, 20)?;
    at(&page, 2)?;
    let beside = page.eval(
        "const room = document.querySelector('.lightbox-room').getBoundingClientRect();\
        return [Math.round(room.left + 20), Math.round(room.top + 6)]",
    )?;
    let side = |at: usize| {
        beside[at]
            .as_i64()
            .and_then(|n| i32::try_from(n).ok())
            .unwrap_or_default()
    };
    page.drag(&[(side(0), side(1))], 0)?;
    gone(&page)?;
    clean(&page)?;
    Ok(())
}

/// The middle of the room.
fn room(page: &Page<'_>) -> Result<(i32, i32), HarnessError> {
    let middle = page.eval(
        "const room = document.querySelector('.lightbox-room').getBoundingClientRect();\
         return [Math.round(room.left + room.width / 2), Math.round(room.top + room.height / 2)]",
    )?;
    let number = |at: usize| {
        let number = middle[at].as_i64().and_then(|n| i32::try_from(n).ok());
        number.ok_or_else(|| HarnessError::Shape(middle.to_string()))
    };
    Ok((number(0)?, number(1)?))
}

/// A way across most of the room, to the left (-1) or the right: far enough to turn however late its events come.
fn across(page: &Page<'_>, sign: i32) -> Result<[(i32, i32); 5], HarnessError> {
    let (x, y) = room(page)?;
    Ok([-8, -5, 0, 5, 8].map(|step| (x + sign * step * x / 10, y)))
}

/// Fingers: swipes go where the album reads on, two zoom, down or up closes.
pub(crate) fn follows_fingers(test: &Test<'_>) -> Outcome {
    for (path, on) in [(EN, -1), (AR, 1)] {
        let site = test.newsroom("sample")?;
        // Each its own: once two fingers were down, Chromium keeps the next document's swipes to itself and goes back by them, on
        // any page (seen with Chromium 156).
        let browser = Browser::start(test.browser.engine)?;
        let page = Page::new(&browser, &site)?;
        page.goto(path)?;
        page.wait_until(READY, "the app")?;
        open(&page, 1)?;
        let (x, y) = room(&page)?;
        let swipe = |sign| across(&page, sign);
        page.touch(&[&swipe(on)?], 16)?;
        at(&page, 2)?;
        page.touch(&[&swipe(on)?], 16)?;
        at(&page, 3)?;
        page.touch(&[&swipe(-on)?], 16)?;
        at(&page, 2)?;
        // The first photo gives way and comes back.
        page.touch(&[&swipe(-on)?], 16)?;
        at(&page, 1)?;
        page.touch(&[&swipe(-on)?], 16)?;
        at(&page, 1)?;
        let apart = |sign: i32| [20, 40, 60, 80, 100].map(|way| (x + sign * way, y));
        page.touch(&[&apart(-1), &apart(1)], 20)?;
        page.wait_until(
            "document.querySelector('.lightbox').dataset.zoomed === ''",
            "the zoom",
        )?;
        let scale = "const photo = document.querySelector('.is-current .lightbox-photo');\
            return photo.getBoundingClientRect().width / photo.offsetWidth";
        let scale = page.eval(scale)?.as_f64().unwrap_or_default();
        assert!((3.9..4.2).contains(&scale), "pinched to {scale}");
        // Two taps, and the photo is whole again.
        page.tap_twice((x, y))?;
        page.wait_until(
            "document.querySelector('.lightbox').dataset.zoomed === undefined",
            "the whole photo",
        )?;
        page.wait_until(AT_REST, "the photo to rest")?;
        page.touch(&[&[0, 30, 80, 140, 220].map(|way| (x, y + way))], 16)?;
        gone(&page)?;
        assert_eq!(focused(&page)?, "photo=1");
        clean(&page)?;
    }
    Ok(())
}
