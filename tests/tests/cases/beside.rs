//! What stands beside an item's page and runs without the app: checksums that are compared here, two languages side by side, and a
//! file that opens from a disk. It makes no claim about how they are written; `crates/press` does.

use nashra_browser_tests::{HarnessError, Patience, Test, newsrooms, poll};
use serde_json::{Value, json};

use super::shown::{DESKTOP, PHONE, clean, open, show_on};
use crate::Outcome;

const ITEM: &str = "/en/releases/south-south-report/";

/// A copy of a file as it was published is known for one, and one of which a byte is another is not; nothing is sent.
pub(crate) fn verifies_copies(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(&[ITEM, "downloads/"].concat())?;
    assert_eq!(
        page.eval("return !document.querySelector('#nashra')")?,
        true,
        "no app"
    );
    // As the browser's own dialogue does: a list of files, then `change`.
    let choose = "
        const field = document.querySelector('.kit-files li input');
        const link = field.closest('li').querySelector('a[download]');
        const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
        if (window.isDamaged) bytes[bytes.length >> 1] ^= 1;
        const chosen = new DataTransfer();
        chosen.items.add(new File([bytes], 'copy.pdf'));
        field.files = chosen.files;
        field.dispatchEvent(new Event('change'));
        return bytes.length > 1000";
    for (damage, said) in [
        ("false", "This copy is the published file."),
        ("true", "This copy differs from the published file."),
    ] {
        page.eval(&format!("window.isDamaged = {damage}"))?;
        assert_eq!(page.eval_async(choose)?, true);
        poll(Patience::Page, said, || {
            let words =
                page.eval("return document.querySelector('.kit-files [role=status]').textContent")?;
            Ok((words == said).then_some(()))
        })?;
    }
    assert_eq!(site.sent(), [], "a copy went out");
    clean(&page)?;
    Ok(())
}

/// Each column has its own language and direction, a paragraph stands level with its translation, and on a phone above it.
pub(crate) fn lays_out_two_languages(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    // The worker fetches the app for later, whatever page is open.
    site.keeps_no_copies();
    open(&page, ITEM)?;
    let path =
        page.eval("return document.querySelector('a[href$=\"/with/ar/\"]').getAttribute('href')")?;
    site.clear_requests();
    page.goto(path.as_str().unwrap_or_default())?;
    let cells = "
        return [...document.querySelectorAll('.beside-row:not(.beside-head)')].map((row) => [...row.children].map((cell) => {
            const { left, right, top, bottom } = cell.getBoundingClientRect();
            return { lang: cell.lang, direction: getComputedStyle(cell).direction, left, right, top, bottom };
        }))";
    for (path, first, second, screen) in [
        (
            path.as_str().unwrap_or_default(),
            "en ltr",
            "ar rtl",
            DESKTOP,
        ),
        (path.as_str().unwrap_or_default(), "en ltr", "ar rtl", PHONE),
        (
            "/ar/releases/south-south-report/with/en/",
            "ar rtl",
            "en ltr",
            DESKTOP,
        ),
        (
            "/ar/releases/south-south-report/with/en/",
            "ar rtl",
            "en ltr",
            PHONE,
        ),
    ] {
        show_on(&page, screen)?;
        page.goto(path)?;
        let rows = page.eval(cells)?;
        let rows = rows.as_array().map_or(&[][..], Vec::as_slice);
        assert_eq!(rows.len(), 4, "{path}");
        for row in rows {
            let says = |cell: &Value| {
                format!(
                    "{} {}",
                    cell["lang"].as_str().unwrap_or_default(),
                    cell["direction"].as_str().unwrap_or_default()
                )
            };
            assert_eq!([says(&row[0]), says(&row[1])], [first, second], "{path}");
            let side = |cell: usize, side: &str| row[cell][side].as_f64().unwrap_or_default();
            let is_after = match (screen.name, first) {
                // Below, whatever its direction.
                ("phone", _) => side(1, "top") >= side(0, "bottom"),
                // The page's own language begins the line.
                (_, "en ltr") => {
                    side(1, "left") >= side(0, "right") && side(1, "top") < side(0, "bottom")
                }
                _ => side(1, "right") <= side(0, "left") && side(1, "top") < side(0, "bottom"),
            };
            assert!(is_after, "{path} ({}): {row}", screen.name);
        }
        let wide = page.eval("return document.documentElement.scrollWidth > innerWidth")?;
        assert_eq!(wide, false, "{path} ({})", screen.name);
    }
    let asked = site.requests();
    assert!(
        !asked.iter().any(|path| path.ends_with(".wasm")),
        "{asked:?}"
    );
    // The worker that is not there is an error to the console, so that is not asked.
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}

/// The page as one file, saved, and opened when its host is gone: everything is there, and nothing is asked of anybody.
pub(crate) fn opens_from_a_disk(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    site.keeps_no_copies();
    page.goto(ITEM)?;
    let text = page.eval_async(
        "const link = document.querySelector('a[download][href$=\"south-south-report.html\"]');
         return (await fetch(link.href)).text()",
    )?;
    let file = newsrooms::root().join(format!(
        "target/browser-tests/saved-{:?}.html",
        page.engine()
    ));
    std::fs::write(&file, text.as_str().unwrap_or_default())
        .map_err(HarnessError::io(file.display().to_string()))?;
    site.stop()?;
    page.goto_url(&format!("file://{}", file.display()))?;
    page.wait_until(
        "document.images.length && [...document.images].every((image) => image.complete)",
        "the pictures",
    )?;
    let shown = page.eval(
        "return [document.querySelector('h1').textContent, [...document.images].every((image) => image.naturalWidth > 0), document.images.length,
                 getComputedStyle(document.querySelector('main')).maxInlineSize !== 'none',
                 performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith('data:')).length]",
    )?;
    // Eight photos and, of the pages 1, 3 and 12, those that the English edition has.
    assert_eq!(
        shown,
        json!([
            "Joint report tells the story of South-South cooperation",
            true,
            10,
            true,
            0
        ])
    );
    Ok(())
}
