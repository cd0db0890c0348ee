//! What a newsroom in several languages, with events and a bad network, owes its reader: the place kept, the language told, the
//! search that answers, the calendar file, the copy that was kept.

use nashra_browser_tests::Test;
use nashra_browser_tests::site::Fault;
use serde_json::{Value, json};

use super::shown::{READY, STAY, clean, wait_for_copies, wait_for_worker};
use crate::Outcome;

const STATUS: &str = "document.querySelector('.search-status [role=status]').textContent";

/// An item without a French translation is shown in French pages all the same: marked, told, published, and left again.
pub(crate) fn lends_what_is_not_translated(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/en/releases/trade-atlas-out/")?;
    page.wait_until(READY, "the app to take over")?;
    page.eval(STAY)?;
    page.by_role("link", "Français")?.click()?;
    page.wait_until(
        "location.pathname === '/fr/releases/trade-atlas-out/' && document.documentElement.lang === 'fr'",
        "the French page",
    )?;
    page.wait_until("document.querySelector('.loan')", "the notice")?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    let shown = |selector: &str| {
        let heading = "const e = document.querySelector(arguments[0]); return [e.lang, e.dir]";
        page.eval_with(heading, &[Value::from(selector)])
    };
    assert_eq!(shown("h1")?, json!(["en", "ltr"]));
    assert_eq!(shown(".prose")?, json!(["en", "ltr"]));
    let notice = page.eval("return document.querySelector('.loan').textContent")?;
    let notice = notice.as_str().unwrap_or_default();
    assert!(notice.contains("Non disponible en français"), "{notice}");
    assert!(notice.contains("العربية"), "{notice}");
    assert_eq!(
        page.eval("return document.querySelector('.topics a').getAttribute('href').startsWith('/en/releases/topic/')")?,
        true,
        "topics lead to lists that exist"
    );
    clean(&page)?;
    // Published: hydrated without a change, and known to search engines by its own page.
    page.goto("/fr/releases/trade-atlas-out/")?;
    assert_eq!(
        page.eval("return new URL(document.querySelector('link[rel=canonical]').href).pathname")?,
        "/en/releases/trade-atlas-out/"
    );
    assert_eq!(
        page.eval("return document.querySelectorAll('link[hreflang]').length")?,
        0
    );
    page.wait_until(READY, "the app to take over")?;
    page.eval("document.querySelector('.languages a[lang=ar]').click()")?;
    page.wait_until(
        "location.pathname === '/ar/releases/trade-atlas-out/' && document.documentElement.dir === 'rtl'",
        "the Arabic page",
    )?;
    assert_eq!(
        page.eval("return document.querySelector('.loan')")?,
        Value::Null
    );
    clean(&page)?;
    Ok(())
}

/// The same where nothing of it was published.
pub(crate) fn lends_a_live_item(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/fr/")?;
    page.wait_until(READY, "the app to take over")?;
    let mut feed: Value = page.eval_async("return (await fetch('/feeds/en.json')).json()")?;
    let item = json!({
        "id": "live-2",
        "title": "Only in English",
        "date_published": "2026-11-22T10:00:00Z",
        "content_text": "Not a word of French.",
        "_nashra": { "slug": "only-in-english" },
    });
    if let Some(items) = feed["items"].as_array_mut() {
        items.insert(0, item);
    }
    site.fault(
        "/feeds/en.json",
        Fault::Replace {
            media_type: "application/json".into(),
            body: feed.to_string().into_bytes(),
        },
    );
    page.goto("/fr/releases/only-in-english/")?;
    page.wait_until("document.querySelector('.loan')", "the notice")?;
    assert_eq!(
        page.eval("return [document.documentElement.lang, document.querySelector('h1').lang]")?,
        json!(["fr", "en"])
    );
    page.eval("document.querySelector('.languages a[lang=en]').click()")?;
    page.wait_until(
        "location.pathname === '/en/releases/only-in-english/' && !document.querySelector('.loan')",
        "the item at home",
    )?;
    Ok(())
}

/// A list keeps its year in another language, where that has it.
pub(crate) fn keeps_the_year(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/ar/releases/2020/")?;
    page.wait_until(READY, "the app to take over")?;
    page.eval("document.querySelector('.languages a[lang=en]').click()")?;
    page.wait_until("location.pathname === '/en/releases/2020/'", "the year")?;
    Ok(())
}

/// Searching by typing, in the address, from the header, and back.
pub(crate) fn searches(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/ar/search/")?;
    page.wait_until(READY, "the app to take over")?;
    if let Some(shifts) = page.layout_shifts()? {
        assert_eq!(shifts, Vec::<String>::new(), "the search page");
    }
    page.eval(STAY)?;
    // Without vowel signs and hamza, as people type.
    let type_in = "const field = document.getElementById('search-words'); field.focus(); field.value = arguments[0];\
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    page.eval_with(type_in, &[Value::from("احصاء")])?;
    page.wait_until("document.querySelectorAll('.result').length > 2", "results")?;
    page.wait_until(
        "new URLSearchParams(location.search).get('q') === 'احصاء'",
        "the address",
    )?;
    let marked = "return [...document.querySelectorAll('.result mark')].some((mark) => mark.textContent.includes('إحصا'))";
    assert_eq!(page.eval(marked)?, true, "the words are marked");
    assert_eq!(
        page.eval(&format!(
            "return {STATUS}.includes('نتيج') || {STATUS}.includes('نتائج')"
        ))?,
        true
    );
    assert_eq!(
        page.eval("return document.activeElement.id")?,
        "search-words",
        "focus stays in the field"
    );
    let n_results = page.eval("return document.querySelectorAll('.result').length")?;
    // By hand, not by script: WebKit's Back passes over entries that no act of the reader's made.
    let first = page.eval("return document.querySelector('.result a').textContent")?;
    page.by_role("link", first.as_str().unwrap_or_default())?
        .click()?;
    page.wait_until(
        &format!("location.pathname.startsWith('/ar/re') && {READY}"),
        "the item",
    )?;
    page.back()?;
    page.wait_until(
        &format!("document.querySelectorAll('.result').length === {n_results}"),
        "the results again",
    )?;
    assert_eq!(
        page.eval("return document.getElementById('search-words').value")?,
        "احصاء"
    );
    page.eval_with(type_in, &[Value::from("قققق")])?;
    page.wait_until(
        &format!("{STATUS} === 'لا توجد نتائج' && document.querySelector('.browse')"),
        "nothing found, said, and ways on",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    // An address with a question, opened afresh.
    page.goto("/en/search/?q=cooperation+south")?;
    page.wait_until("document.querySelectorAll('.result').length > 0", "results")?;
    clean(&page)?;
    Ok(())
}

/// Searching says what keeps it from answering, and answers when asked again.
pub(crate) fn searches_again(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    site.fault("/pagefind/*", Fault::Status(404));
    site.fault("/feeds/en.json", Fault::Status(404));
    page.goto("/en/search/?q=census")?;
    page.wait_until("document.querySelector('.search .notice')", "the reason")?;
    site.clear_faults();
    page.by_role("button", "Retry")?.click()?;
    page.wait_until("document.querySelectorAll('.result').length > 0", "results")?;
    Ok(())
}

/// The form in the header leads to the page of results, and without the app to the page that says so.
pub(crate) fn searches_from_the_header(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/en/")?;
    page.wait_until(READY, "the app to take over")?;
    page.eval(STAY)?;
    let send = "const form = document.querySelector('.header-search'); form.q.value = 'census'; form.requestSubmit()";
    page.eval(send)?;
    page.wait_until(
        "location.pathname === '/en/search/' && document.querySelectorAll('.result').length > 0",
        "results",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    // A site of its own: nothing of the app is in the browser's cache.
    let site = test.newsroom("sample")?;
    site.fault("*.wasm", Fault::Blocked);
    let page = test.page(&site)?;
    page.goto("/en/")?;
    page.eval(send)?;
    page.wait_until("location.search === '?q=census'", "the search page")?;
    page.wait_until(
        "getComputedStyle(document.querySelector('.needs-no-app')).visibility === 'visible'",
        "that it needs the app",
    )?;
    assert_eq!(
        page.eval("return document.querySelectorAll('.browse a').length > 5")?,
        true,
        "years and topics lead on"
    );
    Ok(())
}

/// An event goes into the reader's calendar: from a file where it was published, made on the spot where not.
pub(crate) fn offers_a_calendar_file(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/ar/releases/south-south-report/")?;
    let link = page.by_role("link", "إضافة إلى التقويم")?;
    drop(link);
    let fetch = "const response = await fetch(document.querySelector('.event a[download]').href);\
        return [response.headers.get('content-type'), await response.text()]";
    let answer = page.eval_async(fetch)?;
    let (media_type, text) = (
        answer[0].as_str().unwrap_or_default(),
        answer[1].as_str().unwrap_or_default(),
    );
    assert!(media_type.starts_with("text/calendar"), "{media_type}");
    assert!(text.contains("\r\nDTSTART:20200915T130000Z\r\n"), "{text}");
    assert!(text.contains("\r\nDTEND:20200915T143000Z\r\n"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 76), "{text}");
    Ok(())
}

/// Without a network what was read before reads again, and says that it is a copy; what was not says why.
pub(crate) fn keeps_copies(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto("/ar/releases/")?;
    page.wait_until(READY, "the app to take over")?;
    wait_for_worker(&page)?;
    // Asked for once as the app does.
    const DATA: &str = "/ar/releases/south-south-report/data.json";
    page.eval_async(&format!(
        "await (await fetch('{DATA}', {{ cache: 'no-cache' }})).text()"
    ))?;
    wait_for_copies(&page, &[DATA])?;
    site.fault("/ar/*", Fault::Blocked);
    page.eval(
        "const link = document.createElement('a'); link.href = '/ar/releases/south-south-report/';\
         document.getElementById('main').append(link); link.click()",
    )?;
    page.wait_until(
        "document.querySelector('.prose')?.textContent.length > 400",
        "the copy",
    )?;
    assert_eq!(
        page.eval("return document.querySelector('.saved').textContent.includes('لا يوجد اتصال؛ تُعرض آخر نسخة محفوظة')")?,
        true
    );
    site.clear_faults();
    page.by_role("button", "إعادة المحاولة")?.click()?;
    page.wait_until("!document.querySelector('.saved')", "the page itself")?;
    Ok(())
}
