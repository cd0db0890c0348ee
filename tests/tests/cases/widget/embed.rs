//! What partners embed besides the element: the frame, what editors' sites get for an address, and the page where a partner chooses.

use std::sync::Arc;

use nashra_browser_tests::axe::Rules;
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Made, Origin, Site};
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::guest::{Guest, PAINTED};
use crate::Outcome;

/// Where the sample says that it stands.
const HOME: &str = "https://news.example.org/";

fn made(body: String) -> Vec<Made> {
    vec![Made {
        path: "/".to_owned(),
        body: format!("<!doctype html><meta charset=\"utf-8\"><title>Partner</title>{body}"),
        headers: Vec::new(),
    }]
}

/// The frame of the documentation, with its ten lines: as high as its cards, and nowhere else may a page be framed.
pub(crate) fn a_frame_as_high_as_its_cards(test: &Test<'_>) -> Outcome {
    let snippet = include_str!("../../../../docs/widget.md")
        .split("```html\n")
        .find(|part| part.starts_with("<iframe"))
        .and_then(|part| part.split("```").next())
        .expect("a frame in the documentation")
        .replace(HOME, "{news}/");
    let guest = Guest::with(test, |_| made(snippet))?;
    let page = guest.open(test)?;
    page.wait_until(
        "document.getElementById('nashra').height !== '400'",
        "the frame's height",
    )?;
    let height = page.eval("return Number(document.getElementById('nashra').height)")?;
    page.browser.session.post("frame", &json!({ "id": 0 }))?;
    page.wait_until(
        "document.querySelector('nashra-releases').shadowRoot.querySelectorAll('article').length === 3",
        "cards in the frame",
    )?;
    let inner = page.eval("return [document.querySelector('main').getBoundingClientRect().height, document.documentElement.scrollWidth <= innerWidth]")?;
    page.browser.session.post("frame", &json!({ "id": null }))?;
    let (height, inner_height) = (height.as_f64(), inner[0].as_f64());
    assert!(
        height
            .zip(inner_height)
            .is_some_and(|(a, b)| (a - b).abs() <= 1.0),
        "{height:?} for {inner_height:?}"
    );
    assert_eq!(inner[1], true, "it scrolls sideways");
    page.goto_url(&guest.news.url("/robots.txt"))?;
    for (path, ancestors) in [
        ("/en/embed/frame/", "frame-ancestors *;"),
        ("/ar/embed/", "frame-ancestors *;"),
        ("/en/", "frame-ancestors 'self';"),
        ("/en/releases/", "frame-ancestors 'self';"),
    ] {
        let policy = page.eval_async(&format!(
            "return (await fetch('{path}')).headers.get('content-security-policy')"
        ))?;
        let policy = policy.as_str().unwrap_or_default();
        assert!(policy.contains(ancestors), "{path}: {policy}");
    }
    Ok(())
}

/// An address pasted into an editor: one frame, which works where it may do nothing but run scripts, and asks for links to be opened.
pub(crate) fn an_address_in_wordpress(test: &Test<'_>) -> Outcome {
    let news = test.newsroom("sample")?;
    let page = test.page(&news)?;
    page.goto("/en/releases/")?;
    let path = page.eval("return document.querySelector('.card-link').getAttribute('href')")?;
    page.goto(path.as_str().unwrap_or_default())?;
    let answer = page.eval_async(&format!(
        "const link = document.querySelector('link[type=\"application/json+oembed\"]');
         return (await fetch(link.href.replace('{HOME}', '/'))).json()"
    ))?;
    let title = page.eval("return document.querySelector('h1').textContent")?;
    assert_eq!(answer["version"], "1.0");
    assert_eq!(answer["type"], "rich");
    assert_eq!(answer["title"], title);
    let html = answer["html"].as_str().unwrap_or_default();
    assert!(
        html.starts_with("<iframe ") && html.ends_with("></iframe>"),
        "{html}"
    );
    assert_eq!(html.matches('<').count(), 2, "{html}");
    // As WordPress keeps it: a sandbox, and a secret behind the address.
    let kept = html
        .replace(
            "<iframe ",
            "<iframe id=\"f\" sandbox=\"allow-scripts\" security=\"restricted\" ",
        )
        .replace(
            "layout=lead\"",
            "layout=lead#?secret=Ab3\" data-secret=\"Ab3\"",
        );
    assert!(kept.contains("secret=Ab3"), "{kept}");
    let kept = kept.replace(HOME, "{news}/");
    let body = format!(
        "<script>window.told = {{}}; addEventListener('message', ({{ data }}) => (told[data.message] = data))</script>{kept}"
    );
    let guest = Guest::with(test, |_| made(body))?;
    // The sample's policy names the address that it was published for.
    let policy = page.eval_async(
        "return (await fetch('/en/embed/frame/')).headers.get('content-security-policy')",
    )?;
    let policy = policy.as_str().unwrap_or_default();
    let home = HOME.trim_end_matches('/');
    assert!(policy.contains(home), "{policy}");
    guest.news.fault(
        "/en/embed/frame/",
        Fault::Header(
            "content-security-policy".to_owned(),
            policy.replace(home, &guest.news.url("")),
        ),
    );
    let page = guest.open(test)?;
    page.wait_until("told.height?.value > 150", "cards and their height")?;
    assert_eq!(page.eval("return told.height.secret")?, "Ab3");
    page.browser.session.post("frame", &json!({ "id": 0 }))?;
    let inner = "document.querySelector('nashra-release').shadowRoot.querySelector('.card-link')";
    let shown = page.eval(&format!("return [{inner}.textContent, self.origin]"))?;
    assert_eq!(shown, json!([title, "null"]));
    page.eval(&format!("{inner}.click()"))?;
    let said = page.eval("return document.querySelector('output').textContent")?;
    page.browser.session.post("frame", &json!({ "id": null }))?;
    page.wait_until("told.link", "a link to open")?;
    let link = page.eval("return told.link.value")?;
    let expect = guest.news.url(path.as_str().unwrap_or_default());
    assert_eq!(link, json!(expect));
    assert_eq!(said, link, "the address is not said");
    Ok(())
}

/// Choices change what is shown, and what is to be copied; the copy works on an empty page.
pub(crate) fn a_partner_chooses(test: &Test<'_>) -> Outcome {
    let news = test.newsroom("sample")?;
    let page = test.page(&news)?;
    page.goto("/ar/embed/")?;
    let shown = "document.querySelector('.embed-result nashra-releases').shadowRoot";
    page.wait_until(
        &format!("{shown}?.querySelectorAll('article').length === 3"),
        "cards",
    )?;
    assert_eq!(page.axe(Rules::All)?, Vec::<String>::new());
    choose(&page, "lang", "en")?;
    choose(&page, "limit", "5")?;
    choose(&page, "layout", "cards")?;
    choose(&page, "heading", "2")?;
    choose(&page, "theme", "dark")?;
    page.wait_until(
        &format!("{shown}.querySelectorAll('h2').length === 5 && {shown}.querySelector('.widget').lang === 'en'"),
        "what was chosen",
    )?;
    page.wait_until(
        "document.getElementById('embed-code').value.includes('min-block-size')",
        "the room that it takes",
    )?;
    let code = page.eval("return document.getElementById('embed-code').value")?;
    let code = code.as_str().unwrap_or_default().to_owned();
    for part in [
        "lang=\"en\"",
        "limit=\"5\"",
        "layout=\"cards\"",
        "heading=\"2\"",
        "theme=\"dark\"",
    ] {
        assert!(code.contains(part), "{part}: {code}");
    }
    let frame = page.eval("return document.getElementById('embed-frame').value")?;
    let frame = frame.as_str().unwrap_or_default();
    assert!(frame.contains("/en/embed/frame/?"), "{frame}");
    assert!(frame.lines().count() <= 10, "{frame}");
    page.by_role("button", "نسخ").map(drop).or_else(|_| {
        // There are two of that name.
        page.all_by_role("button", "نسخ")
            .map(|all| assert_eq!(all.len(), 2))
    })?;
    let partner = Site::start(Origin::Partner(Arc::new(made(
        code.replace("<nashra-releases ", "<nashra-releases id=\"w\" "),
    ))))?;
    page.goto_url(&partner.url_by_name("/"))?;
    page.wait_until(PAINTED, "cards from what was copied")?;
    let n = page.eval(
        "return document.getElementById('w').shadowRoot.querySelectorAll('article').length",
    )?;
    assert_eq!(n, 5);
    Ok(())
}

fn choose(page: &Page<'_>, name: &str, value: &str) -> Result<Value, HarnessError> {
    page.eval_with(
        "const field = document.querySelector(`[name=${arguments[0]}]`); field.value = arguments[1];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[json!(name), json!(value)],
    )
}
