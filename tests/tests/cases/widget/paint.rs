//! What the element shows, and what it answers to.

use nashra_browser_tests::Test;
use nashra_browser_tests::engine::Engine;
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::Fault;
use serde_json::{Value, json};

use super::guest::{Guest, Host, KEPT, PAINTED};
use crate::Outcome;

/// Titles, languages and directions of the cards, and the box that they fill.
const SHOWN: &str = "const root = document.getElementById('w').shadowRoot, box = root.querySelector('.widget');
    const cards = [...root.querySelectorAll('article')];
    return { n: cards.length, lang: box.lang, dir: box.dir, direction: getComputedStyle(box).direction,
        titles: cards.map((card) => card.querySelector('.card-link').textContent),
        hrefs: cards.map((card) => card.querySelector('.card-link').href),
        headings: cards.map((card) => card.querySelector('.card-link').parentNode.localName),
        fits: box.scrollWidth <= box.clientWidth && cards.every((card) => card.getBoundingClientRect().width > 80) };";

fn shown(page: &Page<'_>) -> Result<Value, nashra_browser_tests::HarnessError> {
    page.eval(SHOWN)
}

/// Arabic cards in an English page.
pub(crate) fn arabic_in_english(test: &Test<'_>) -> Outcome {
    mixed(test, ("en", "ltr"), ("ar", "rtl"))
}

/// English cards in an Arabic page.
pub(crate) fn english_in_arabic(test: &Test<'_>) -> Outcome {
    mixed(test, ("ar", "rtl"), ("en", "ltr"))
}

fn mixed(test: &Test<'_>, around: (&'static str, &'static str), own: (&str, &str)) -> Outcome {
    let guest = Guest::start(
        test,
        &Host {
            lang: around.0,
            dir: around.1,
            attributes: format!("lang=\"{}\" limit=\"3\"", own.0),
            ..Host::default()
        },
    )?;
    let page = guest.painted(test)?;
    let found = shown(&page)?;
    assert_eq!(found["n"], 3);
    assert_eq!(found["lang"], own.0);
    assert_eq!(found["dir"], own.1);
    assert_eq!(found["direction"], own.1);
    assert_eq!(found["fits"], true, "{found}");
    assert_eq!(found["headings"], json!(["h3", "h3", "h3"]));
    let start = guest.news.url(&format!("/{}/releases/", own.0));
    for href in found["hrefs"].as_array().into_iter().flatten() {
        assert!(
            href.as_str().is_some_and(|href| href.starts_with(&start)),
            "{href}"
        );
    }
    // Pictures stand at the end of the line that the cards' own direction has.
    let ends = page.eval(
        "const card = document.getElementById('w').shadowRoot.querySelector('.card:not(.card-bare)');
         const [text, picture] = ['.card-title', '.card-picture'].map((name) => card.querySelector(name).getBoundingClientRect());
         return picture.left > text.left",
    )?;
    assert_eq!(ends, own.1 == "ltr", "a picture on the wrong side");
    assert_eq!(
        page.eval(&format!("return !({KEPT})"))?,
        true,
        "both are shown"
    );
    let errors = page.console_errors()?.unwrap_or_default();
    assert_eq!(errors, Vec::<String>::new());
    Ok(())
}

/// Any number of elements fetch the code, the style and the list once; and nothing at all before one comes near.
pub(crate) fn fetches_once_and_only_when_near(test: &Test<'_>) -> Outcome {
    let more = "<div style=\"block-size:6000px\"></div>\
        <nashra-releases id=\"x\" lang=\"ar\" limit=\"2\"></nashra-releases>\
        <nashra-releases id=\"y\" lang=\"ar\" limit=\"1\" layout=\"cards\"></nashra-releases>";
    let guest = Guest::start(
        test,
        &Host {
            head: "<style>#w{display:none}</style>".to_owned(),
            more: more.to_owned(),
            ..Host::default()
        },
    )?;
    let page = guest.open(test)?;
    page.wait_until("customElements.get('nashra-releases')", "the loader")?;
    // The observer has spoken once two frames are over.
    page.eval_async("for (let n = 0; n < 4; n++) await new Promise(requestAnimationFrame)")?;
    assert_eq!(guest.news.requests(), ["/nashra-widget.js"]);
    page.eval("scrollTo(0, 6000)")?;
    for id in ["x", "y"] {
        let painted =
            format!("document.getElementById('{id}').shadowRoot?.querySelector('article')");
        page.wait_until(&painted, "cards far down")?;
    }
    page.eval("document.getElementById('w').style.display = 'block'; scrollTo(0, 0)")?;
    page.wait_until(PAINTED, "cards")?;
    let asked = guest.news.requests();
    let code = asked.iter().filter(|path| path.contains("/assets/widget-"));
    assert_eq!(code.count(), 2, "{asked:?}");
    assert_eq!(guest.n_asked("data.json"), 1, "{asked:?}");
    assert_eq!(guest.n_asked("site.json"), 0, "{asked:?}");
    Ok(())
}

/// Each attribute, by attribute and by property, changed while the cards stand there.
pub(crate) fn follows_its_attributes(test: &Test<'_>) -> Outcome {
    let guest = Guest::start(test, &Host::default())?;
    let page = guest.painted(test)?;
    let change = |js: &str, until: &str| {
        page.eval(&format!("const w = document.getElementById('w'); {js}"))?;
        page.wait_until(
            &format!("(() => {{ const w = document.getElementById('w'), r = w.shadowRoot; return {until} }})()"),
            js,
        )
    };
    let n = "r.querySelectorAll('article').length";
    change("w.setAttribute('limit', '5')", &format!("{n} === 5"))?;
    change(
        "w.limit = 1",
        &format!("{n} === 1 && w.getAttribute('limit') === '1'"),
    )?;
    change(
        "w.limit = null",
        &format!("{n} === 3 && !w.hasAttribute('limit')"),
    )?;
    change("w.lang = 'fr'", "r.querySelector('.widget').lang === 'fr'")?;
    change(
        "w.kind = 'report'",
        "r.querySelectorAll('.report-card').length === 3",
    )?;
    let pages = page.eval(
        "return document.getElementById('w').shadowRoot.querySelector('.meta span').textContent",
    )?;
    assert!(
        pages.as_str().is_some_and(|text| text.contains("page")),
        "no number of pages: {pages}"
    );
    change(
        "w.kind = 'release'",
        "r.querySelectorAll('.card').length === 3",
    )?;
    change(
        "w.layout = 'lead'",
        "r.querySelectorAll('.lead').length === 1 && r.querySelectorAll('.card').length === 2",
    )?;
    change(
        "w.layout = 'cards'",
        "!r.querySelector('.rows') && r.querySelector('.cards')",
    )?;
    change("w.heading = 4", "r.querySelectorAll('h4').length === 3")?;
    change(
        "w.theme = 'dark'",
        "getComputedStyle(r.querySelector('.widget')).colorScheme === 'dark'",
    )?;
    change(
        "w.theme = 'light'",
        "getComputedStyle(r.querySelector('.widget')).colorScheme === 'light'",
    )?;
    let topic = page.eval_async(&format!(
        "const list = await (await fetch('{}')).json(); return list.page.content.topics[0].label",
        guest.news.url("/fr/releases/data.json")
    ))?;
    page.eval("window.readies = 0; addEventListener('nashra:ready', () => window.readies++)")?;
    page.eval_with("document.getElementById('w').tag = arguments[0]", &[topic])?;
    page.wait_until("window.readies === 1", "the list of a topic")?;
    let asked = guest.news.requests();
    assert!(
        asked.iter().any(|path| path.contains("/releases/topic/")),
        "{asked:?}"
    );
    // Several at once are one change.
    page.eval("window.readies = 0")?;
    change(
        // As the page's own scripts run: after a driver's each call is followed by what waits.
        "setTimeout(() => { w.removeAttribute('tag'); w.lang = 'en'; w.limit = 2; })",
        &format!("{n} === 2 && r.querySelector('.widget').lang === 'en'"),
    )?;
    assert_eq!(page.eval("return window.readies")?, 1);
    Ok(())
}

/// A dark page that says so gets dark cards, by itself; a light one light cards, whatever the reader's system says.
pub(crate) fn follows_the_pages_scheme(test: &Test<'_>) -> Outcome {
    for (scheme, is_dark) in [("dark", true), ("light", false), ("normal", false)] {
        let guest = Guest::start(
            test,
            &Host {
                head: format!("<style>:root{{color-scheme:{scheme}}}</style>"),
                ..Host::default()
            },
        )?;
        let page = guest.painted(test)?;
        let light = page.eval(
            "const colour = getComputedStyle(document.getElementById('w').shadowRoot.querySelector('.card-link')).color;
             const [r, g, b] = colour.match(/[\\d.]+/g).map(Number); return (r + g + b) / 3 > 128",
        )?;
        assert_eq!(light, is_dark, "text on a {scheme} page");
    }
    Ok(())
}

/// Its events, and a choice that the page takes for itself.
pub(crate) fn tells_the_page(test: &Test<'_>) -> Outcome {
    let guest = Guest::start(
        test,
        &Host {
            head: "<script>window.told = []; for (const name of ['ready', 'error', 'select'])\
                addEventListener('nashra:' + name, (event) => { told.push([name, event.detail]); if (window.takes) event.preventDefault(); });\
                </script>"
                .to_owned(),
            ..Host::default()
        },
    )?;
    let page = guest.painted(test)?;
    assert_eq!(
        page.eval("return told")?,
        json!([["ready", { "count": 3 }]])
    );
    let click = "document.getElementById('w').shadowRoot.querySelector('.card-link').click()";
    page.eval(&format!("window.takes = true; {click}"))?;
    let select = page.eval("return told.at(-1)")?;
    assert_eq!(select[0], "select");
    let url = select[1]["url"].as_str().unwrap_or_default();
    assert!(url.starts_with(&guest.news.url("/ar/releases/")), "{url}");
    assert!(
        select[1]["title"]
            .as_str()
            .is_some_and(|title| !title.is_empty())
    );
    assert_eq!(page.path()?, "/", "a choice that was taken led away");
    page.eval("document.getElementById('w').src = '/nothing/'")?;
    page.wait_until("told.at(-1)[0] === 'error'", "an error")?;
    assert_eq!(
        page.eval(&format!("return {KEPT}"))?,
        true,
        "nothing is shown"
    );
    assert_eq!(page.eval("return told.at(-1)[1].reason")?, "status");
    // All is well again, and a choice leads there.
    page.eval("document.getElementById('w').removeAttribute('src')")?;
    page.wait_until("told.at(-1)[0] === 'ready'", "cards again")?;
    page.eval(&format!("window.takes = false; {click}"))?;
    page.wait_until(
        "location.pathname.startsWith('/ar/releases/') && document.querySelector('h1')",
        "the release",
    )?;
    Ok(())
}

/// One item by its address, in the language it is written in or another.
pub(crate) fn shows_one_item(test: &Test<'_>) -> Outcome {
    let list = test.newsroom("sample")?;
    let page = test.page(&list)?;
    page.goto("/en/releases/")?;
    let path = page.eval("return document.querySelector('.card-link').getAttribute('href')")?;
    let path = path.as_str().unwrap_or_default().to_owned();
    let title = page.eval("return document.querySelector('.card-link').textContent")?;
    let more = format!(
        "<nashra-release id=\"one\" src=\"{{news}}{path}\"></nashra-release>\
         <nashra-release id=\"bare\" src=\"{{news}}{}?utm=1\"></nashra-release>",
        path.trim_end_matches('/')
    );
    let guest = Guest::start(
        test,
        &Host {
            more,
            lang: "fr",
            ..Host::default()
        },
    )?;
    let page = guest.painted(test)?;
    for id in ["one", "bare"] {
        let one =
            format!("document.getElementById('{id}').shadowRoot?.querySelector('.card-link')");
        page.wait_until(&one, "the item")?;
        assert_eq!(page.eval(&format!("return {one}.textContent"))?, title);
        assert_eq!(
            page.eval(&format!("return {one}.href"))?,
            json!(guest.news.url(&path))
        );
    }
    page.eval("document.getElementById('one').lang = 'ar'")?;
    page.wait_until(
        "document.getElementById('one').shadowRoot.querySelector('.widget').lang === 'ar'",
        "the item in Arabic",
    )?;
    Ok(())
}

/// What was not published comes from the feed, by the live module.
pub(crate) fn reads_the_feed_where_nothing_was_published(test: &Test<'_>) -> Outcome {
    let guest = Guest::start(test, &Host::default())?;
    guest.news.fault("*/data.json", Fault::Status(404));
    guest.news.fault(
        "*/data.json",
        Fault::Replace {
            media_type: "text/html".to_owned(),
            body: b"<!doctype html><title>A host that answers everything</title>".to_vec(),
        },
    );
    let page = guest.painted(test)?;
    let found = shown(&page)?;
    assert_eq!(found["n"], 3);
    assert_eq!(found["dir"], "rtl");
    let start = guest.news.url("/ar/releases/");
    let first = found["hrefs"][0].as_str().unwrap_or_default();
    assert!(first.starts_with(&start), "{first}");
    assert!(guest.n_asked("site.json") > 0, "the newsroom was not asked");
    Ok(())
}

/// A loader that a cache kept names files that are gone.
pub(crate) fn an_old_loader_finds_the_new_release(test: &Test<'_>) -> Outcome {
    let guest = Guest::start(test, &Host::default())?;
    let page = guest.page(test)?;
    page.goto_url(&guest.news.url("/robots.txt"))?;
    let loader = page.eval_async("return (await fetch('/nashra-widget.js')).text()")?;
    let loader = loader.as_str().unwrap_or_default();
    let at = loader.find("assets/widget-").expect("names in the loader");
    let name = &loader[at..at + "assets/widget-000000000000".len()];
    let old = loader.replace(name, "assets/widget-0123456789ab");
    assert_ne!(old, loader);
    guest.news.fault(
        "/nashra-widget.js",
        Fault::Replace {
            media_type: "text/javascript".to_owned(),
            body: old.into_bytes(),
        },
    );
    page.goto_url(&guest.url("/"))?;
    page.wait_until(PAINTED, "cards by an old loader")?;
    assert_eq!(guest.n_asked("nashra-widget.json"), 1);
    Ok(())
}

/// Whatever fails, what stands inside stays, and the page hears of it.
pub(crate) fn keeps_what_stands_inside(test: &Test<'_>) -> Outcome {
    let listen = "<script>addEventListener('nashra:error', ({ detail }) => (window.failed = detail.reason))</script>";
    let not_a_feed = Fault::Replace {
        media_type: "application/json".to_owned(),
        body: b"{\"page\":{\"content\":{}}}".to_vec(),
    };
    for (pattern, fault, reason) in [
        ("*.wasm", Fault::Status(404), "module"),
        ("*/data.json", Fault::Blocked, "network"),
        ("*/data.json", not_a_feed, "not-json"),
    ] {
        let guest = Guest::start(
            test,
            &Host {
                head: listen.to_owned(),
                ..Host::default()
            },
        )?;
        guest.news.fault(pattern, fault);
        let page = guest.open(test)?;
        page.wait_until("window.failed", reason)?;
        assert_eq!(page.eval("return failed")?, reason);
        assert_eq!(page.eval(&format!("return {KEPT}"))?, true, "{reason}");
    }
    // The loader itself: a page without it is as it was written.
    let guest = Guest::start(test, &Host::default())?;
    guest.news.fault("/nashra-widget.js", Fault::Blocked);
    let page = guest.open(test)?;
    assert_eq!(page.eval(&format!("return {KEPT}"))?, true, "no loader");
    Ok(())
}

/// Where the page keeps room, nothing moves, whatever comes late.
pub(crate) fn moves_nothing(test: &Test<'_>) -> Outcome {
    let guest = Guest::start(
        test,
        &Host {
            attributes: "lang=\"ar\" limit=\"3\" style=\"display:block;min-block-size:36rem\""
                .to_owned(),
            ..Host::default()
        },
    )?;
    let late = std::time::Duration::from_millis(700);
    guest.news.fault("*/data.json", Fault::Delay(late));
    let page = guest.open(test)?;
    let before =
        page.eval("return document.getElementById('after').getBoundingClientRect().top")?;
    page.wait_until(PAINTED, "cards")?;
    let after = page.eval("return document.getElementById('after').getBoundingClientRect().top")?;
    assert_eq!(before, after, "what follows moved");
    if test.browser.engine == Engine::Chromium {
        assert_eq!(page.layout_shifts()?, Some(Vec::new()));
    }
    Ok(())
}
