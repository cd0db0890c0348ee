//! The same feed in Chromium, as a reader meets it: a page that was not published, composed by the live module. Measured from
//! the feed's last byte to the heading on the screen. It refuses to time the network.

use std::path::Path;
use std::process::Stdio;

use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::site::NashraServe;
use nashra_browser_tests::{HarnessError, Patience, poll};
use serde_json::{Value, json};

use super::super::row::{Peer, Quartiles, Row};
use crate::error::XtaskError;
use crate::{dist, house, setup, shell, stamp};

const SITE: &str = r#"{ "nashra": 1, "base_url": "http://127.0.0.1/", "default_language": "en", "title": "Bench",
  "publisher": { "name": "Bench" }, "languages": [{ "tag": "en", "name": "English", "feed": "feeds/en.json" }] }"#;
const SMALL: &str = r#"{ "version": "https://jsonfeed.org/version/1.1", "title": "Bench", "items": [{ "id": "1", "title": "One" }] }"#;

/// A page of an item in the middle of the feed.
const PAGE: &str = "/en/releases/release-5001/";

/// One row: our time beside `JSON.parse` of the same text in the same page.
pub(super) fn row(n: usize, feed: &Path, dir: &Path) -> Result<Option<Row>, XtaskError> {
    setup::run(true)?;
    dist::build()?;
    dist::build_press_for_release()?;
    let site = publish(feed, dir)?;
    let (ours, theirs) =
        measure(n, &site).map_err(|error| XtaskError::Browser(error.to_string()))?;
    let row = |(ours, theirs)| Row {
        what: "the same, shown in Chromium".to_owned(),
        unit: "ms",
        ours,
        most: None,
        peer: Some(Peer {
            name: "JSON.parse alone".to_owned(),
            theirs,
            limit: None,
        }),
        n,
    };
    Ok(Quartiles::of(ours).zip(Quartiles::of(theirs)).map(row))
}

/// A small newsroom, published, whose feed has grown to the large one since.
fn publish(feed: &Path, dir: &Path) -> Result<std::path::PathBuf, XtaskError> {
    let newsroom = dir.join("newsroom");
    stamp::write_file(&newsroom.join("site.json"), SITE.as_bytes())?;
    stamp::write_file(&newsroom.join("feeds/en.json"), SMALL.as_bytes())?;
    let out = dir.join("site");
    let mut nashra = shell::command(house::nashra_for_release());
    nashra
        .arg("publish")
        .arg(&newsroom)
        .arg("--out")
        .arg(&out)
        .arg("--app")
        .arg(house::dist());
    shell::run(nashra.stdout(Stdio::null()))?;
    let published = out.join("feeds/en.json");
    std::fs::copy(feed, &published).map_err(XtaskError::io(&published))?;
    for encoding in ["br", "gz"] {
        let small = published.with_extension(format!("json.{encoding}"));
        match std::fs::remove_file(&small) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(XtaskError::io(&small)(error));
            }
            _ => {}
        }
    }
    Ok(out)
}

fn measure(n: usize, site: &Path) -> Result<(Vec<f64>, Vec<f64>), HarnessError> {
    end_all_on_signal()?;
    let server = NashraServe::start(&house::nashra_for_release(), site)?;
    let browser = Browser::start(Engine::Chromium)?;
    browser.session.cdp(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": WATCH }),
    )?;
    let url = format!("{}{PAGE}", server.url());
    let (mut ours, mut theirs) = (Vec::with_capacity(n), Vec::with_capacity(n));
    for _ in 0..n {
        browser.session.post("url", &json!({ "url": url }))?;
        let shown = poll(Patience::Start, "the item", || {
            let shown = browser
                .session
                .post("execute/sync", &json!({ "script": SHOWN, "args": [] }))?;
            Ok(shown.as_f64())
        })?;
        let parsed: Value = browser
            .session
            .post("execute/async", &json!({ "script": PARSE, "args": [] }))?;
        let parsed = parsed
            .as_f64()
            .ok_or_else(|| HarnessError::Shape("no time of JSON.parse".to_owned()))?;
        ours.push(shown);
        theirs.push(parsed);
    }
    Ok((ours, theirs))
}

/// Notes when the item's own heading first stands in the page.
const WATCH: &str = "
    new MutationObserver((_, observer) => {
        const heading = document.querySelector('h1');
        if (!heading || !/5001/.test(heading.textContent)) return;
        window.shownAt = performance.now();
        observer.disconnect();
    }).observe(document, { childList: true, subtree: true, characterData: true });";

/// From the feed's last byte to the heading, in milliseconds; `null` until then.
const SHOWN: &str = "
    const feed = performance.getEntriesByType('resource').find(entry => entry.name.endsWith('/feeds/en.json'));
    return window.shownAt && feed && feed.responseEnd ? window.shownAt - feed.responseEnd : null;";

/// The text is fetched before the clock starts.
const PARSE: &str = "
    const done = arguments[arguments.length - 1];
    fetch('/feeds/en.json').then(answer => answer.text()).then(text => {
        const start = performance.now();
        const items = JSON.parse(text).items.length;
        done(items === 10000 ? performance.now() - start : null);
    }, () => done(null));";
