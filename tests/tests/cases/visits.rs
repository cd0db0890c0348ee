//! Counting visits: each page once, however the reader came to it, with nothing that tells who the reader is; and not at all where the
//! reader asked for that.

use nashra_browser_tests::site::{Sent, Site};
use nashra_browser_tests::{HarnessError, Patience, Test, poll};
use serde_json::{Value, json};

use super::offline::changed;
use super::shown::{STAY, open};
use crate::Outcome;

/// The sample with a counter of its own at `/visit`.
fn counted(test: &Test<'_>) -> Result<Site, libtest_mimic::Failed> {
    let more = "\"analytics\": \"/visit\", \"side_by_side\"";
    let changes = [("site.json", "\"side_by_side\"", more)];
    let site = Site::start(changed(test, "visits", &changes, &[])?)?;
    Ok(site)
}

/// By a script: nobody touched the page, and the Back of some browsers passes over what was pushed then.
const BACK: &str = "history.back()";

fn visits(site: &Site) -> Vec<Sent> {
    let sent = site.sent().into_iter();
    sent.filter(|sent| sent.target == "/visit").collect()
}

/// Waits until so many visits were counted; what the last one says.
fn last_of(site: &Site, n: usize) -> Result<Value, HarnessError> {
    poll(Patience::Page, &format!("visit {n}"), || {
        let all = visits(site);
        assert!(all.len() <= n, "{all:?}");
        Ok(all
            .get(n - 1)
            .map(|last| serde_json::from_str(&last.body).unwrap_or_default()))
    })
}

/// The page that was opened, those that the app goes to, back; not photos. By whom is in none of it.
pub(crate) fn counts_pages_and_no_people(test: &Test<'_>) -> Outcome {
    let site = counted(test)?;
    site.keeps_no_copies();
    let page = test.page(&site)?;
    // From another host, whose name alone is told.
    page.goto_url(&site.url_by_name("/en/photos/"))?;
    last_of(&site, 1)?;
    let there = site.url("/en/releases/south-south-report/?from=mail#top");
    let follow = "document.cookie = 'reader=7';
        const link = Object.assign(document.createElement('a'), { href: arguments[0], rel: 'external' });
        document.body.append(link);
        link.click()";
    page.eval_with(follow, &[json!(there)])?;
    let visit = last_of(&site, 2)?;
    let by_name = site.url_by_name("");
    let host = by_name.trim_start_matches("http://");
    assert_eq!(
        visit,
        json!({ "path": "/en/releases/south-south-report/", "language": "en", "referrer": host })
    );
    open(&page, "/en/releases/south-south-report/")?;
    assert_eq!(
        last_of(&site, 3)?["referrer"],
        "",
        "this host is no news to it"
    );
    page.eval(&["document.cookie = 'reader=7'; ", STAY].concat())?;
    page.eval("document.querySelector('.photo-link').click()")?;
    page.wait_until("document.querySelector('dialog[open]')", "the photo")?;
    page.eval(BACK)?;
    page.wait_until("!document.querySelector('dialog[open]')", "the page")?;
    page.eval("document.querySelector('.languages [lang=ar]').click()")?;
    let visit = last_of(&site, 4)?;
    assert_eq!(
        visit,
        json!({ "path": "/ar/releases/south-south-report/", "language": "ar", "referrer": "" })
    );
    page.eval(BACK)?;
    assert_eq!(
        last_of(&site, 5)?["path"],
        "/en/releases/south-south-report/"
    );
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    for sent in visits(&site) {
        let told = |name: &str| sent.headers.iter().any(|(known, _)| known == name);
        assert!(
            !told("cookie") && !told("referer") && !told("authorization"),
            "{sent:?}"
        );
    }
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}

/// A reader's browser that sends Global Privacy Control, or Do Not Track, says nothing.
pub(crate) fn silent_when_asked(test: &Test<'_>) -> Outcome {
    let site = counted(test)?;
    site.keeps_no_copies();
    let page = test.page(&site)?;
    for (name, value) in [("globalPrivacyControl", "true"), ("doNotTrack", "'1'")] {
        // The settings of the browser; there is no other way to them here.
        let set = format!(
            "Object.defineProperty(Navigator.prototype, '{name}', {{ get: () => {value}, configurable: true }})"
        );
        let session = &page.browser.session;
        let added = session.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": set }),
        )?;
        open(&page, "/en/")?;
        page.eval("document.querySelector('.main-nav a:nth-child(2)').click()")?;
        page.wait_until("location.pathname === '/en/releases/'", "the list")?;
        session.cdp(
            "Page.removeScriptToEvaluateOnNewDocument",
            &json!({ "identifier": added["identifier"] }),
        )?;
    }
    // One that asks for nothing is counted, so the script was there.
    open(&page, "/en/reports/")?;
    assert_eq!(last_of(&site, 1)?["path"], "/en/reports/");
    Ok(())
}
