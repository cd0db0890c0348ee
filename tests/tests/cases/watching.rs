//! A newsroom while it is written: the page that an editor has open shows what was saved, by itself.

use std::fs;
use std::sync::Arc;

use nashra_browser_tests::site::{NashraServe, Origin, Site};
use nashra_browser_tests::{HarnessError, Patience, Test, newsrooms, poll};

use super::shown::open;
use crate::Outcome;

pub(crate) fn follows_what_is_saved(test: &Test<'_>) -> Outcome {
    let desk = newsrooms::root().join(format!(
        "target/browser-tests/desk-{:?}",
        test.browser.engine
    ));
    let _ = fs::remove_dir_all(&desk);
    let save = |text: &str| -> Result<(), HarnessError> {
        fs::create_dir_all(&desk).map_err(HarnessError::io("the desk"))?;
        fs::write(desk.join("2020-01-12-first.en.md"), text).map_err(HarnessError::io("a text"))
    };
    save("# Our first release\n\nAs it was.\n")?;
    let server = NashraServe::watching(&newsrooms::command(), &desk, &newsrooms::app())?;
    let site = Site::start(Origin::Nashra(Arc::new(server)))?;
    let page = test.page(&site)?;
    open(&page, "/en/releases/first/")?;
    for text in ["As it is now.", "And as it will be."] {
        save(&format!("# Our first release\n\n{text}\n"))?;
        poll(Patience::Start, text, || {
            // While it loads again there may be no text at all.
            let shown = page.eval("return document.querySelector('.prose')?.textContent ?? ''")?;
            Ok((shown == text).then_some(()))
        })?;
    }
    // A mistake leaves the page as it was, and mending it is seen.
    save("---\nembargo: 2030-01-01\n---\n# Our first release\n\nA secret.\n")?;
    save("# Our first release\n\nMended.\n")?;
    poll(Patience::Start, "what was mended", || {
        let shown = page.eval("return document.querySelector('.prose')?.textContent ?? ''")?;
        assert!(shown != "A secret.");
        Ok((shown == "Mended.").then_some(()))
    })?;
    Ok(())
}
