//! The first page ahead of its report: on lines that are slow, and where it cannot be had.

use std::time::Duration;

use nashra_browser_tests::Test;
use nashra_browser_tests::site::{Fault, Site};
use serde_json::Value;

use super::{is_live, open, read_of, wait_for_ink};
use crate::Outcome;

/// A report whose first page is published as a file of its own.
const LONG: &str = "/ar/reports/cooperation-gains/";
const LONG_FILE: &str = "/media/reports/cooperation-ar.pdf";
const FIRST_PAGE: &str = "/first-page.pdf";

/// A line on which a page takes so long is not quick.
fn slow_down(site: &Site) {
    let delay = Fault::Delay(Duration::from_millis(400));
    site.fault(&read_of(LONG), delay);
}

/// Of a report that takes long to come the first page is drawn before it: on a line that was known to be slow, and on another.
pub(crate) fn draws_the_first_page_ahead(test: &Test<'_>) -> Outcome {
    for is_slow in [true, false] {
        let site = test.newsroom("sample")?;
        // It would ask for the report too, to keep it, when that is held for long.
        site.keeps_no_copies();
        if is_slow {
            slow_down(&site);
        }
        site.fault(LONG_FILE, Fault::Held);
        let page = test.page(&site)?;
        open(&page, &read_of(LONG))?;
        wait_for_ink(&page, 1)?;
        page.wait_until(
            "document.querySelector('[data-do=stop]')",
            "the report's own download to be told of",
        )?;
        assert_eq!(page.eval(&format!("return {}", is_live(2)))?, Value::Null);
        site.let_go(LONG_FILE);
        wait_for_ink(&page, 2)?;
        page.wait_until(
            "!document.querySelector('[data-do=stop]')",
            "the download to be over",
        )?;
        let files = site.requests().into_iter();
        let n_asked = files.filter(|path| path == LONG_FILE).count();
        assert_eq!(n_asked, 1, "the report was fetched {n_asked} times");
    }
    Ok(())
}

/// Where the first page cannot be had alone, or the reader is at another, it is drawn from the report.
pub(crate) fn does_without_the_first_page(test: &Test<'_>) -> Outcome {
    let media_type = "application/pdf".to_owned();
    let cut = Fault::Replace {
        media_type,
        body: b"%PDF-1.7 cut".to_vec(),
    };
    let is_asked = |site: &Site| {
        site.requests()
            .iter()
            .any(|path| path.ends_with(FIRST_PAGE))
    };
    for fault in [Fault::Status(404), cut] {
        let site = test.newsroom("sample")?;
        slow_down(&site);
        site.fault(&["*", FIRST_PAGE].concat(), fault);
        let page = test.page(&site)?;
        open(&page, &read_of(LONG))?;
        wait_for_ink(&page, 1)?;
        assert!(is_asked(&site));
        let said = "return document.querySelector('[data-layer=broken], .viewer-notice > *')";
        assert_eq!(page.eval(said)?, Value::Null);
    }
    let site = test.newsroom("sample")?;
    slow_down(&site);
    let page = test.page(&site)?;
    open(&page, &[&read_of(LONG), "#page=9"].concat())?;
    wait_for_ink(&page, 9)?;
    assert!(!is_asked(&site));
    Ok(())
}
