//! Hosts that make it hard. Each has its expected outcome, here and in docs/widget.md: either cards as anywhere, or what stands inside,
//! with the reason in the console.

use nashra_browser_tests::hosts::{BOOTSTRAP, TAILWIND, sheet};
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Made};
use nashra_browser_tests::{HarnessError, Test};
use serde_json::Value;

use super::guest::{Guest, Host, KEPT, PAINTED};
use crate::Outcome;

/// Where everything in the element stands and how it looks, from the element's own corner.
const LOOKS: &str = "const w = document.getElementById('w'), box = w.shadowRoot.querySelector('.widget'), corner = box.getBoundingClientRect();
    const round = (n) => Math.round(n * 2) / 2;
    return [...box.querySelectorAll('*')].filter((it) => !/source|picture/.test(it.localName)).map((it) => { const { x, y, width, height } = it.getBoundingClientRect(), style = getComputedStyle(it);
        return [it.localName, it.className, round(x - corner.x), round(y - corner.y), round(width), round(height), style.color, style.fontSize, style.fontWeight, style.display, style.textAlign, style.direction].join(' '); })";

/// Gives the element the same width on every host.
const WIDTH: &str = "<style>#w{display:block!important;inline-size:640px!important}</style>";

fn looks(page: &Page<'_>) -> Result<Value, HarnessError> {
    page.eval(LOOKS)
}

/// On this host the cards look as on a bare page, to half a pixel.
fn looks_as_anywhere(test: &Test<'_>, mut host: Host) -> Outcome {
    let bare = Guest::start(
        test,
        &Host {
            head: WIDTH.to_owned(),
            ..Host::default()
        },
    )?;
    let expect = looks(&bare.painted(test)?)?;
    host.head.push_str(WIDTH);
    let guest = Guest::start(test, &host)?;
    let page = guest.painted(test)?;
    let found = looks(&page)?;
    let empty = Vec::new();
    let pair = |value: &Value| value.as_array().unwrap_or(&empty).clone();
    for (found, expect) in pair(&found).iter().zip(pair(&expect).iter()) {
        assert_eq!(found, expect);
    }
    assert_eq!(found, expect);
    Ok(())
}

fn styled(css: &str) -> Host {
    Host {
        head: format!("<style>{css}</style>"),
        ..Host::default()
    }
}

/// Everything unset, and that is important: cards as anywhere. The element is then `inline`, and its box is still a block.
pub(crate) fn everything_unset(test: &Test<'_>) -> Outcome {
    looks_as_anywhere(test, styled("*{all:unset!important}"))
}

/// A reset: cards as anywhere.
pub(crate) fn a_reset(test: &Test<'_>) -> Outcome {
    looks_as_anywhere(
        test,
        styled(
            "*,*::before,*::after{margin:0;padding:0;border:0;box-sizing:content-box;font:inherit;vertical-align:baseline;list-style:none;line-height:1}a{color:inherit}img{display:inline;max-width:none}",
        ),
    )
}

/// Bootstrap 5, whose classes are called as ours: cards as anywhere.
pub(crate) fn bootstrap(test: &Test<'_>) -> Outcome {
    looks_as_anywhere(test, styled(&sheet(BOOTSTRAP)?))
}

/// Tailwind's base: cards as anywhere.
pub(crate) fn tailwind(test: &Test<'_>) -> Outcome {
    looks_as_anywhere(test, styled(&sheet(TAILWIND)?))
}

/// Root and body at 40 px: cards in the reader's own size.
pub(crate) fn a_huge_root(test: &Test<'_>) -> Outcome {
    looks_as_anywhere(test, styled("html,body{font-size:40px}"))
}

/// A root of 62.5 %, as many have: cards in the reader's own size.
pub(crate) fn a_small_root(test: &Test<'_>) -> Outcome {
    looks_as_anywhere(test, styled("html{font-size:62.5%}"))
}

/// The other direction, by attribute and by style: the cards keep theirs.
pub(crate) fn the_other_direction(test: &Test<'_>) -> Outcome {
    let mut host = styled("body{direction:rtl;text-align:right}");
    host.dir = "rtl";
    looks_as_anywhere(test, host)
}

/// A `<base>` of somebody else's: cards as anywhere, and their links lead to the newsroom.
pub(crate) fn a_base(test: &Test<'_>) -> Outcome {
    let mut host = styled("");
    host.head = "<base href=\"http://elsewhere.invalid/folder/\" target=\"_blank\">".to_owned();
    looks_as_anywhere(test, host)
}

/// No doctype: cards as anywhere.
pub(crate) fn no_doctype(test: &Test<'_>) -> Outcome {
    let mut host = styled("");
    host.doctype = "";
    looks_as_anywhere(test, host)
}

/// What is given to `console.warn`, and the reason of the last failure.
const LISTEN: &str = "<script nonce=\"n\">window.said = []; const warn = console.warn; console.warn = (...words) => { said.push(words.join(' ')); warn(...words); };\
    addEventListener('nashra:error', ({ detail }) => (window.failed = detail.reason))</script>";

fn under(policy: &str) -> Host {
    Host {
        head: LISTEN.to_owned(),
        headers: vec![("content-security-policy".to_owned(), policy.to_owned())],
        ..Host::default()
    }
}

/// A strict policy with what docs/widget.md names: cards, and not one violation.
pub(crate) fn a_strict_policy_with_our_entries(test: &Test<'_>) -> Outcome {
    let policy = "default-src 'none'; script-src 'nonce-n' {news} 'wasm-unsafe-eval'; connect-src {news}; img-src 'self' {news}; base-uri 'none'";
    let guest = Guest::start(test, &under(policy))?;
    let page = guest.painted(test)?;
    page.eval("document.getElementById('w').layout = 'lead'")?;
    page.wait_until(
        "document.getElementById('w').shadowRoot.querySelector('.lead img')?.naturalWidth > 0",
        "a picture",
    )?;
    assert_eq!(page.csp_violations()?, []);
    // The focus and the colour of a picture are styles that a policy could have forbidden.
    let styles = "document.getElementById('w').shadowRoot.querySelector('.lead img').style.length";
    assert_eq!(page.eval(&format!("return {styles} > 0"))?, true);
    Ok(())
}

/// The same without one of them: what stands inside stays, and the console names the directive. Pictures alone may be missing.
pub(crate) fn a_strict_policy_without_them(test: &Test<'_>) -> Outcome {
    for (policy, named) in [
        (
            "default-src 'none'; script-src 'nonce-n' {news}; connect-src {news}; img-src {news}",
            "'wasm-unsafe-eval'",
        ),
        (
            "default-src 'none'; script-src 'nonce-n' {news} 'wasm-unsafe-eval'; img-src {news}",
            "connect-src",
        ),
    ] {
        let guest = Guest::start(test, &under(policy))?;
        let page = guest.open(test)?;
        page.wait_until("window.failed", named)?;
        let said = page.eval("return said.join('\\n')")?;
        let said = said.as_str().unwrap_or_default();
        assert!(said.contains(named), "{named} is not named: {said}");
        assert_eq!(page.eval("return failed")?, "policy", "{said}");
        assert_eq!(page.eval(&format!("return {KEPT}"))?, true, "{named}");
    }
    // Without the newsroom in script-src nothing of ours runs; the engine itself says why.
    let guest = Guest::start(test, &under("default-src 'none'; script-src 'nonce-n'"))?;
    let page = guest.open(test)?;
    assert_eq!(page.eval(&format!("return {KEPT}"))?, true);
    let violations = page.csp_violations()?;
    assert!(
        violations
            .iter()
            .any(|it| it.directive.starts_with("script-src")),
        "{violations:?}"
    );
    let guest = Guest::start(
        test,
        &under(
            "default-src 'none'; script-src 'nonce-n' {news} 'wasm-unsafe-eval'; connect-src {news}",
        ),
    )?;
    guest.painted(test)?;
    Ok(())
}

/// Trusted Types without a policy of ours: cards, for nothing that is published needs one.
pub(crate) fn trusted_types(test: &Test<'_>) -> Outcome {
    let policy = "require-trusted-types-for 'script'; trusted-types 'none'; default-src *; font-src 'none'; script-src 'nonce-n' {news} 'wasm-unsafe-eval'";
    let guest = Guest::start(test, &under(policy))?;
    let page = guest.painted(test)?;
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}

/// What is not published is parsed from the feed, which needs the policy `nashra-parser`: with it cards; without, what stands inside,
/// and the console names the directive.
pub(crate) fn trusted_types_where_the_feed_is_read(test: &Test<'_>) -> Outcome {
    for (allowed, is_shown) in [("nashra-parser", true), ("'none'", false)] {
        let policy = format!(
            "require-trusted-types-for 'script'; trusted-types {allowed}; default-src *; font-src 'none'; script-src 'nonce-n' {{news}} 'wasm-unsafe-eval'"
        );
        let guest = Guest::start(test, &under(&policy))?;
        guest.news.fault("*/data.json", Fault::Status(404));
        let page = guest.open(test)?;
        let knows = page.eval("return !!window.trustedTypes")? == true;
        if is_shown || !knows {
            page.wait_until(PAINTED, "cards from the feed")?;
            continue;
        }
        page.wait_until("window.failed", "a failure")?;
        let said = page.eval("return said.join('\\n')")?;
        let said = said.as_str().unwrap_or_default();
        assert!(said.contains("trusted-types"), "{said}");
        assert_eq!(page.eval(&format!("return {KEPT}"))?, true);
    }
    Ok(())
}

/// The loader twice, by two addresses: one of them defines the elements, and cards are there once.
pub(crate) fn the_loader_twice(test: &Test<'_>) -> Outcome {
    let mut host = styled("");
    host.head = format!(
        "{LISTEN}<script type=\"module\" src=\"{{news}}/nashra-widget.js?again\"></script><script type=\"module\" src=\"{{news}}/nashra-widget.js\"></script>"
    );
    let guest = Guest::start(test, &host)?;
    let page = guest.painted(test)?;
    assert_eq!(
        page.eval(
            "return document.getElementById('w').shadowRoot.querySelectorAll('article').length"
        )?,
        3
    );
    assert_eq!(page.eval("return said")?, serde_json::json!([]));
    let errors = page.console_errors()?.unwrap_or_default();
    assert_eq!(errors, Vec::<String>::new());
    Ok(())
}

/// The page has an element of that name: theirs stays what it is, and the console says so.
pub(crate) fn the_name_is_taken(test: &Test<'_>) -> Outcome {
    let mut host = styled("");
    host.head = format!(
        "{LISTEN}<script>customElements.define('nashra-releases', class extends HTMLElement {{ connectedCallback() {{ this.dataset.theirs = ''; }} }})</script>"
    );
    host.more = "<nashra-release id=\"one\"></nashra-release>".to_owned();
    let guest = Guest::start(test, &host)?;
    let page = guest.open(test)?;
    page.wait_until("said.length", "what the console says")?;
    let said = page.eval("return said[0]")?;
    assert!(
        said.as_str()
            .is_some_and(|it| it.contains("<nashra-releases>")),
        "{said}"
    );
    assert_eq!(
        page.eval("return 'theirs' in document.getElementById('w').dataset")?,
        true
    );
    assert_eq!(page.eval(&format!("return {KEPT}"))?, true);
    // The other name is ours.
    assert_eq!(
        page.eval("return !!customElements.get('nashra-release').nashra")?,
        true
    );
    Ok(())
}

/// A frame without an origin, storage or anything but scripts: cards.
pub(crate) fn a_sandboxed_frame(test: &Test<'_>) -> Outcome {
    let inner = Host {
        more: "<script>addEventListener('nashra:ready', ({ detail }) => parent.postMessage({ count: detail.count, origin: self.origin }, '*'))</script>".to_owned(),
        ..Host::default()
    };
    let guest = Guest::with(test, |loader| {
        let outer = "<!doctype html><title>Outer</title><script>addEventListener('message', ({ data }) => (window.told = data))</script>\
            <iframe id=\"f\" sandbox=\"allow-scripts\" src=\"/inner/\" width=\"600\" height=\"600\"></iframe>";
        vec![
            Made {
                path: "/".to_owned(),
                body: outer.to_owned(),
                headers: Vec::new(),
            },
            Made {
                path: "/inner/".to_owned(),
                body: inner.html(loader),
                headers: Vec::new(),
            },
        ]
    })?;
    let page = guest.open(test)?;
    page.wait_until("window.told", "cards in a frame without an origin")?;
    assert_eq!(
        page.eval("return told")?,
        serde_json::json!({ "count": 3, "origin": "null" })
    );
    Ok(())
}

/// A page from the reader's own disk: cards.
pub(crate) fn a_page_on_disk(test: &Test<'_>) -> Outcome {
    let guest = Guest::start(test, &Host::default())?;
    let folder = nashra_browser_tests::newsrooms::root().join("target/browser-tests/on-disk");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}.html", test.browser.engine.name()));
    let loader = guest.news.url("/nashra-widget.js");
    std::fs::write(&file, Host::default().html(&loader))?;
    let page = guest.page(test)?;
    page.goto_url(&format!("file://{}", file.canonicalize()?.display()))?;
    page.wait_until(PAINTED, "cards on a page from disk")?;
    Ok(())
}
