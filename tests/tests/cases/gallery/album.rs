//! Albums that no publishing tool has seen: of five hundred photos, and of photos whose size nobody told.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Site};
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::{AT_REST, READY, SHARP, at, gone};
use crate::Outcome;

const PATH: &str = "/en/releases/album/";

/// An item of `n` photos, which are those of the sample over and over, put into the feed and opened from there.
fn live_album(page: &Page<'_>, site: &Site, n: usize, has_sizes: bool) -> Result<(), HarnessError> {
    site.keeps_no_copies();
    page.goto("/en/")?;
    let mut feed = page.eval_async("return (await fetch('/feeds/en.json')).json()")?;
    let known: Vec<Value> = feed["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| item["_nashra"]["photos"].as_array().cloned())
        .flatten()
        .collect();
    let photos = (0..n).filter_map(|index| {
        let mut photo = known.get(index % known.len())?.clone();
        photo["url"] = json!(format!("{}?{index}", photo["url"].as_str()?));
        if !has_sizes {
            for key in ["width", "height", "sources"] {
                photo.as_object_mut()?.remove(key);
            }
        }
        Some(photo)
    });
    let item = json!({
        "id": "album", "url": "https://news.example.org/en/releases/album/", "title": "An album",
        "date_published": "2026-11-22T10:00:00Z", "content_text": "Photos.",
        "_nashra": { "slug": "album", "photos": photos.collect::<Vec<_>>() },
    });
    if let Some(items) = feed["items"].as_array_mut() {
        items.insert(0, item);
    }
    // Derivatives are named by the published address, where nobody answers here.
    let feed = feed
        .to_string()
        .replace("https://news.example.org/assets/", "../assets/");
    site.fault(
        "/feeds/en.json",
        Fault::Replace {
            media_type: "application/json".into(),
            body: feed.into_bytes(),
        },
    );
    page.goto(PATH)?;
    page.wait_until(
        &format!("{READY} && document.getElementById('photo=1')"),
        "the album",
    )
}

/// However long the album, a handful of photos is on the stage.
pub(crate) fn keeps_a_long_album_small(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    live_album(&page, &site, 500, true)?;
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
    live_album(&page, &site, 12, false)?;
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
