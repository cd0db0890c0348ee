//! A reader who has switched scripts off: text, pictures and ways on are all there. It refuses to run a script in the page,
//! which an engine without scripts could not answer; only the driver's own commands are used.

use nashra_browser_tests::engine::{Browser, Engine, Scripts};
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::Fault;
use nashra_browser_tests::{HarnessError, Patience, Test, poll};
use serde_json::{Value, json};

use crate::Outcome;

/// The elements that a selector finds, by the driver.
fn find(page: &Page<'_>, selector: &str) -> Result<Vec<Value>, HarnessError> {
    let query = json!({ "using": "css selector", "value": selector });
    let found = page.browser.session.post("elements", &query)?;
    let ids = found.as_array().into_iter().flatten();
    Ok(ids
        .filter_map(|element| element.as_object()?.values().next().cloned())
        .collect())
}

/// Something that the driver knows of an element: `text`, `displayed`, `attribute/href`.
fn ask(page: &Page<'_>, element: &Value, what: &str) -> Result<Value, HarnessError> {
    let id = element.as_str().unwrap_or_default();
    page.browser.session.get(&format!("element/{id}/{what}"))
}

fn one(page: &Page<'_>, selector: &str) -> Result<Value, HarnessError> {
    let found = find(page, selector)?.into_iter().next();
    found.ok_or_else(|| HarnessError::NotFound(selector.to_owned()))
}

fn text(page: &Page<'_>, selector: &str) -> Result<String, HarnessError> {
    let text = ask(page, &one(page, selector)?, "text")?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn click(page: &Page<'_>, selector: &str, to: &str) -> Result<(), HarnessError> {
    let element = one(page, selector)?;
    let id = element.as_str().unwrap_or_default();
    page.browser
        .session
        .post(&format!("element/{id}/click"), &json!({}))?;
    let url = page.site.url(to);
    poll(Patience::Page, to, || {
        let now = page.browser.session.get("url")?;
        Ok((now == url.as_str()).then_some(()))
    })
}

/// A published page reads without a single script, and its links are links.
pub(crate) fn reads(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let is_setting = test.browser.engine != Engine::WebKit;
    let own;
    let browser = if is_setting {
        own = Browser::start_with(test.browser.engine, Scripts::Off)?;
        &own
    } else {
        // WebKitGTK's driver speaks through scripts in the page: there the files of ours are kept away instead.
        site.fault("*.js", Fault::Blocked);
        test.browser
    };
    let page = Page::new(browser, &site)?;
    page.goto("/en/releases/south-south-report/")?;
    assert!(
        is_setting || site.requests().iter().any(|path| path.ends_with(".js")),
        "no script was kept away"
    );
    assert_eq!(
        text(&page, "h1")?,
        "Joint report tells the story of South-South cooperation"
    );
    assert!(text(&page, ".prose")?.contains("Istanbul time"));
    assert!(text(&page, "main")?.contains("New York"));
    let photos = find(&page, ".photo-link")?;
    assert!(photos.len() > 3, "{} photos", photos.len());
    for photo in &photos {
        let href = ask(&page, photo, "attribute/href")?;
        let href = href.as_str().unwrap_or_default();
        assert!(href.contains("/media/photos/"), "{href} is no photo's file");
    }
    for control in find(&page, ".needs-app, .needs-script")? {
        assert_eq!(
            ask(&page, &control, "displayed")?,
            false,
            "a control that needs a script is shown"
        );
    }
    click(
        &page,
        ".languages a[lang=ar]",
        "/ar/releases/south-south-report/",
    )?;
    assert!(text(&page, "main")?.contains("إسطنبول"));
    click(&page, ".brand", "/ar/")?;
    assert!(find(&page, ".card-link")?.len() > 3);
    // What asks for a script while scripts are off would be a setting that did not work.
    let ran = site.requests().iter().any(|path| path.ends_with(".wasm"));
    assert!(!ran, "the app ran all the same");
    Ok(())
}
