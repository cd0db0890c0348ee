//! axe-core finds nothing: on every kind of page, in every state, in light and dark, on phone and desktop, in three languages.
//! Chromium is asked for all of it; the other engines compute names, roles and colours of their own, so they are asked for a page
//! of each kind. It refuses long cases: a run of the rules costs a second, so pages are shared out among cases.

use nashra_browser_tests::axe::Rules;
use nashra_browser_tests::page::Page;
use nashra_browser_tests::{HarnessError, ListedPage, Test};

use super::shown::{
    DESKTOP, PHONE, READY, Screen, open, open_at_the_skip_link, set_theme, show_on,
};
use crate::Outcome;

mod states;

pub(crate) use states::{failing, found, in_an_empty_newsroom, live, waiting};

/// A share of the pages of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Share {
    /// Pages that list, and those that say that there is nothing.
    Lists,
    /// Every other page of an item, from the first.
    Items,
    /// The rest of them.
    MoreItems,
}

/// What was found where, so that one run tells of everything.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    /// Asks for the page as it stands, in both themes.
    fn ask(&mut self, page: &Page<'_>, place: &str) -> Result<(), HarnessError> {
        self.ask_within(page, "html", place)
    }

    fn ask_within(
        &mut self,
        page: &Page<'_>,
        selector: &str,
        place: &str,
    ) -> Result<(), HarnessError> {
        for (theme, rules) in [("light", Rules::All), ("dark", Rules::Contrast)] {
            set_theme(page, theme)?;
            let found = page.axe_within(selector, rules)?;
            self.0
                .extend(found.iter().map(|line| format!("{place}, {theme}: {line}")));
        }
        Ok(())
    }

    fn none(self) -> Outcome {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
        Ok(())
    }
}

fn is_item(page: &ListedPage) -> bool {
    ["release", "report", "loan"].contains(&&*page.kind)
}

/// The pages of a share: each brings a kind, an element or a class of its own, and lists have their second page.
fn pages(test: &Test<'_>, lang: &str, share: Share) -> Result<Vec<ListedPage>, HarnessError> {
    let telling = test.newsrooms.telling_pages("sample", lang)?;
    let pages = telling
        .into_iter()
        .filter(|page| is_item(page) == (share != Share::Lists));
    if share == Share::Lists {
        let paged = |page: &ListedPage| page.lang == lang && page.path.ends_with("/page/2/");
        let paged = test.newsrooms.pages("sample")?.into_iter().find(paged);
        return Ok(pages.chain(paged).collect());
    }
    let first = usize::from(share == Share::MoreItems);
    Ok(pages.skip(first).step_by(2).collect())
}

/// Published pages as they stand.
pub(crate) fn pages_of(test: &Test<'_>, lang: &str, share: Share, screen: Screen) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    show_on(&page, screen)?;
    let mut findings = Findings::default();
    for listed in pages(test, lang, share)? {
        open(&page, &listed.path)?;
        findings.ask(&page, &format!("{} ({})", listed.path, screen.name))?;
    }
    assert_eq!(page.csp_violations()?, [], "the rules broke the policy");
    findings.none()
}

/// What stands beside an item's page and runs without the app.
pub(crate) fn beside_items(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let mut findings = Findings::default();
    for screen in [PHONE, DESKTOP] {
        show_on(&page, screen)?;
        for below in [
            "ar/releases/south-south-report/downloads/",
            "ar/releases/south-south-report/with/en/",
            "en/releases/south-south-report/downloads/",
            "en/releases/south-south-report/with/ar/",
        ] {
            page.goto(&["/", below].concat())?;
            findings.ask(&page, &format!("{below} ({})", screen.name))?;
        }
    }
    assert_eq!(page.csp_violations()?, [], "the rules broke the policy");
    findings.none()
}

/// A page of each kind, for the engines beside Chromium.
pub(crate) fn page_of_each_kind(test: &Test<'_>, lang: &str, are_items: bool) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    show_on(&page, DESKTOP)?;
    let mut kinds = Vec::new();
    let mut findings = Findings::default();
    for listed in test.newsrooms.pages("sample")? {
        let is_asked = listed.lang == lang && is_item(&listed) == are_items;
        if !is_asked || kinds.contains(&listed.kind) {
            continue;
        }
        open(&page, &listed.path)?;
        findings.ask(&page, &listed.path)?;
        kinds.push(listed.kind);
    }
    assert!(
        kinds.len() >= if are_items { 3 } else { 7 },
        "only {kinds:?}"
    );
    findings.none()
}

/// Every menu of every kind of page, open; and the skip link, which stands over the header while it has the focus.
pub(crate) fn menus(test: &Test<'_>, lang: &str) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let mut findings = Findings::default();
    for screen in [DESKTOP, PHONE] {
        show_on(&page, screen)?;
        for path in ["", "releases/", "releases/2020/"] {
            let path = ["/", lang, "/", path].concat();
            open(&page, &path)?;
            let n_menus = page.eval("return document.querySelectorAll('details').length")?;
            for menu in 0..n_menus.as_u64().unwrap_or_default() {
                let script = "[...document.querySelectorAll('details')].forEach((menu, at) => { menu.open = at === arguments[0] })";
                page.eval_with(script, &[menu.into()])?;
                let place = format!("{path} ({}), menu {menu} open", screen.name);
                // The menu alone: what it covers was asked for while it was closed.
                findings.ask_within(&page, "details[open]", &place)?;
            }
        }
        open_at_the_skip_link(&page, &["/", lang, "/"].concat())?;
        // The link alone, for the same reason: what it covers is not there to be read.
        findings.ask_within(&page, ".skip", &format!("skip link ({})", screen.name))?;
    }
    findings.none()
}

/// The rules do find what is wrong: contrast in one theme alone, a picture without words, a target too small.
pub(crate) fn finds_what_is_planted(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    open(&page, "/ar/")?;
    page.eval(
        "document.querySelector('main').insertAdjacentElement('beforeend', new Image());\
         for (const label of ['one', 'two']) {\
             const small = document.createElement('button'); small.setAttribute('aria-label', label);\
             small.style.cssText = 'inline-size: 8px; block-size: 8px; background: red';\
             document.querySelector('main').append(small);\
         }\
         document.querySelector('h2').style.color = '#222'",
    )?;
    let mut findings = Findings::default();
    findings.ask(&page, "planted")?;
    for expected in [
        "light: image-alt",
        "light: target-size",
        "dark: color-contrast",
    ] {
        assert!(
            findings.0.iter().any(|line| line.contains(expected)),
            "{expected} is not among {:#?}",
            findings.0
        );
    }
    assert!(
        !findings
            .0
            .iter()
            .any(|line| line.contains("light: color-contrast: h2")),
        "dark ink on paper was taken for a fault"
    );
    page.wait_until(READY, "the app")?;
    Ok(())
}
