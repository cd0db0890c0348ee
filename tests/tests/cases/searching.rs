//! The published search index in the reader's hands: nothing of it before a search, what is meant found however it is typed, shown
//! as it was written, reports opened at their page, words marked in the page reached, and the feeds where there is no index.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Site};
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::shown::{READY, STAY, clean};
use crate::Outcome;

/// The words that are marked in the page, as they are written there.
const MARKED: &str =
    "[...(CSS.highlights.get('nashra-found') ?? [])].map((range) => range.toString())";

/// How the first hit's title and its excerpt run.
const DIRECTIONS: &str = "const result = document.querySelector('.result');\
    return [...result.querySelectorAll('h2, .result-text')].map((text) => text.matches(':dir(rtl)') ? 'rtl' : 'ltr')";

/// Paths asked for that hold `part`.
fn asked(site: &Site, part: &str) -> Vec<String> {
    let requests = site.requests().into_iter();
    requests.filter(|path| path.contains(part)).collect()
}

/// Opens the search page with a question and waits for what it finds: where the results lead, words to be marked left out.
fn found(page: &Page<'_>, path: &str, words: &str) -> Result<Value, HarnessError> {
    page.goto(path)?;
    page.wait_until(READY, "the app to take over")?;
    type_in(page, words)?;
    page.eval("return [...document.querySelectorAll('.result a')].map((link) => link.href.split('#mark=')[0])")
}

fn type_in(page: &Page<'_>, words: &str) -> Result<(), HarnessError> {
    page.eval_with(
        "const field = document.getElementById('search-words'); field.focus(); field.value = arguments[0];\
         field.dispatchEvent(new Event('input', { bubbles: true }))",
        &[Value::from(words)],
    )?;
    let asked = json!(words);
    page.wait_until(
        &format!(
            "new URLSearchParams(location.search).get('q') === {asked} && document.querySelectorAll('.result').length > 0"
        ),
        &format!("results for {words}"),
    )
}

/// With or without vowel signs, hamza, ta marbuta, the article: the same, from the index alone, which nothing asked for before.
pub(crate) fn finds_what_is_meant(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/ar/")?;
    page.wait_until(READY, "the app to take over")?;
    page.goto("/ar/search/")?;
    page.wait_until(READY, "the app to take over")?;
    assert_eq!(asked(&site, "pagefind"), Vec::<String>::new());
    let loaded = "return performance.getEntriesByType('resource').filter(({ name }) => /pagefind|live|marks/.test(name)).length";
    assert_eq!(page.eval(loaded)?, 0, "before a search");
    site.clear_requests();
    for spellings in [
        ["إحصاء", "احصاء", "الإِحْصَاء"],
        ["مؤسسة", "موسسه", "المُؤَسَّسَة"],
        ["٢٠٢٠", "2020", "۲۰۲۰"],
    ] {
        let mut first = None;
        for words in spellings {
            let links = found(&page, "/ar/search/", words)?;
            assert_eq!(
                *first.get_or_insert_with(|| links.clone()),
                links,
                "{words}"
            );
        }
    }
    let written = "return [...document.querySelectorAll('.result mark')].map((mark) => mark.textContent).join(' ')";
    found(&page, "/ar/search/", "احصاء")?;
    let written = page.eval(written)?;
    assert!(
        written.as_str().is_some_and(|words| words.contains("إحصا")),
        "as it was written: {written}"
    );
    assert_eq!(asked(&site, "/feeds/"), Vec::<String>::new());
    assert!(!asked(&site, "/pagefind/ar/").is_empty());
    // Another language, without leaving the app: its own index.
    page.eval(STAY)?;
    page.eval("document.querySelector('.languages a[lang=fr]').click()")?;
    page.wait_until(
        &format!("location.pathname === '/fr/search/' && {READY}"),
        "the French page",
    )?;
    type_in(&page, "RECENSEMENTS")?;
    assert!(!asked(&site, "/pagefind/fr/").is_empty());
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    clean(&page)?;
    Ok(())
}

/// What stands in a report alone is found, with its vowel signs, and leads to the viewer at its page, with the word marked there.
pub(crate) fn opens_a_report_at_its_page(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let links = found(&page, "/ar/search/", "الزيتون")?;
    let link = links[0].as_str().unwrap_or_default().to_owned();
    assert!(
        link.contains("/ar/reports/reader-guide/read/#page=") && link.contains("&search="),
        "{links}"
    );
    let result = page.eval(
        "const result = document.querySelector('.result'); return [result.querySelector('mark').textContent,\
         result.querySelector('.meta').textContent]",
    )?;
    let [mark, meta] = [0, 1].map(|at| result[at].as_str().unwrap_or_default());
    assert!(
        mark.contains('\u{64E}') || mark.contains('\u{652}'),
        "as it was written: {mark}"
    );
    assert!(meta.contains("من ١٠"), "{meta}");
    assert_eq!(page.eval(DIRECTIONS)?, json!(["rtl", "rtl"]));
    page.eval("document.querySelector('.result a').click()")?;
    page.wait_until(
        "location.pathname.endsWith('/read/') && (() => {\
            const mark = document.querySelector('.viewer-hit[data-current]')?.getBoundingClientRect();\
            return mark && mark.top > 0 && mark.bottom < innerHeight })()",
        "the word in the report",
    )?;
    // The same file's item in English: an English title, above a text that runs as it was written.
    found(&page, "/en/search/", "الزيتون")?;
    assert_eq!(page.eval(DIRECTIONS)?, json!(["ltr", "rtl"]));
    clean(&page)?;
    Ok(())
}

/// The page that a hit leads to shows its words, within the app and opened afresh, and is otherwise as it was.
pub(crate) fn marks_the_page_reached(test: &Test<'_>) -> Outcome {
    let site = test.newsroom_at("sample", "http://127.0.0.1/news/")?;
    let page = test.page(&site)?;
    found(&page, "/news/ar/search/", "احصاء")?;
    page.eval(STAY)?;
    let first = page.eval("return document.querySelector('.result a').textContent")?;
    page.by_role("link", first.as_str().unwrap_or_default())?
        .click()?;
    page.wait_until(
        &format!("location.pathname.startsWith('/news/ar/re') && {READY} && {MARKED}.length > 0"),
        "the marks",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    let words = page.eval(&format!("return {MARKED}"))?;
    let words: Vec<&str> = words
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert!(words.iter().all(|word| word.contains("حصا")), "{words:?}");
    assert_eq!(
        page.eval("return document.querySelector('#main mark')")?,
        Value::Null
    );
    // Afresh: the same words, drawn over what was published.
    let address = page.eval("return location.href")?;
    page.goto("/news/en/")?;
    let path = address
        .as_str()
        .and_then(|address| address.split_once("/news/"));
    let path = path
        .map(|(_, rest)| ["/news/", rest].concat())
        .unwrap_or_default();
    page.goto(&path)?;
    page.wait_until(&format!("{READY} && {MARKED}.length > 0"), "the marks")?;
    let again = page.eval(&format!("return {MARKED}"))?;
    assert_eq!(again, json!(words));
    // Elsewhere nothing is marked.
    page.eval("document.querySelector('.brand').click()")?;
    page.wait_until(
        &format!("location.pathname === '/news/ar/' && {READY} && {MARKED}.length === 0"),
        "the home page",
    )?;
    clean(&page)?;
    Ok(())
}

/// Where no index was published, or it cannot be had, the feeds are searched.
pub(crate) fn does_without_an_index(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    site.fault("/pagefind/*", Fault::Status(404));
    found(&page, "/en/search/", "census")?;
    assert!(!asked(&site, "/feeds/en").is_empty());
    assert_eq!(
        page.eval("return document.querySelectorAll('.result mark').length > 0")?,
        true
    );
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}
