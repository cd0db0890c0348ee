//! Albums that no publishing tool has seen: of five hundred photos, and of photos whose size nobody told.

use nashra_browser_tests::albums::{self, Album};
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::Site;
use nashra_browser_tests::{HarnessError, Test};

use super::{AT_REST, READY, SHARP, at, gone};
use crate::Outcome;

/// Opens an album that is composed from the feed.
fn live_album(page: &Page<'_>, site: &Site, album: Album) -> Result<(), HarnessError> {
    site.keeps_no_copies();
    albums::add(page, site, &[album])?;
    page.goto(&album.path())?;
    page.wait_until(
        &format!("{READY} && document.getElementById('photo=1')"),
        "the album",
    )
}

/// However long the album, a handful of photos is on the stage.
pub(crate) fn keeps_a_long_album_small(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let album = Album {
        n: 500,
        has_sizes: true,
    };
    live_album(&page, &site, album)?;
    page.eval("document.getElementById('photo=1').click()")?;
    page.wait_until(SHARP, "the photo")?;
    page.eval(
        "window.most = 0; new MutationObserver(() => {\
         window.most = Math.max(window.most, document.querySelectorAll('.lightbox-slide').length, document.querySelectorAll('.lightbox-slide img').length / 2) })\
         .observe(document.querySelector('.lightbox-row'), { childList: true, subtree: true })",
    )?;
    // Frame by frame, as a key held down would; a driver's script may take half a minute.
    for _ in 0..20 {
        page.eval_async(
            "const press = (key) => document.querySelector('dialog').dispatchEvent(new KeyboardEvent('keydown', { key }));\
             for (let n = 0; n < 25; n++) { press('ArrowRight'); await new Promise(requestAnimationFrame) }",
        )?;
    }
    page.wait_until(SHARP, "the last photo")?;
    at(&page, 500)?;
    let most = page
        .eval("return window.most")?
        .as_f64()
        .unwrap_or(f64::MAX);
    assert!(
        (2.0..=4.0).contains(&most),
        "{most} photos stood ready at once"
    );
    page.press("Home")?;
    page.wait_until(SHARP, "the first photo")?;
    at(&page, 1)?;
    page.press("Escape")?;
    gone(&page)?;
    Ok(())
}

/// A photo of unknown size is shown whole once it came, and its thumbnail moves nothing.
pub(crate) fn measures_once(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let album = Album {
        n: 12,
        has_sizes: false,
    };
    live_album(&page, &site, album)?;
    // What the page moved until the album came is not the grid's doing.
    let before = page.layout_shifts()?;
    page.eval("document.getElementById('photo=12').scrollIntoView()")?;
    page.wait_until(
        "document.querySelector('#photo\\\\=12 img').naturalWidth > 0",
        "the thumbnail",
    )?;
    assert_eq!(page.layout_shifts()?, before, "the grid shifted");
    page.eval("document.getElementById('photo=12').click()")?;
    page.wait_until(SHARP, "the photo")?;
    page.wait_until(AT_REST, "the photo to rest")?;
    let shapes = "const image = document.querySelector('.is-current img'); const box = image.getBoundingClientRect();\
        return Math.abs(box.width / box.height - image.naturalWidth / image.naturalHeight) < 0.01";
    assert_eq!(page.eval(shapes)?, true, "the photo is whole");
    Ok(())
}
