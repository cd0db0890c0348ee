//! A page reads where less is to be had: with a style sheet of which older browsers understand a part, on the narrowest screen,
//! magnified four times. Nothing over the edge, nothing over another, nothing cut off, contrast kept.

use nashra_browser_tests::axe::Rules;
use nashra_browser_tests::page::Page;
use nashra_browser_tests::{HarnessError, ListedPage, Test};
use serde_json::{Value, json};

use super::shown::{DESKTOP, PHONE, Screen, ZOOMED, open, set_theme, show_on};
use crate::Outcome;

/// What keeps a reader from reading the page as it stands.
pub(crate) fn hindrances(page: &Page<'_>) -> Result<Vec<String>, HarnessError> {
    let found = page.eval(include_str!("readable.js"))?;
    let lines = found.as_array().into_iter().flatten();
    Ok(lines.filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The first page of each kind; of releases the one that has everything.
pub(crate) fn firsts(test: &Test<'_>, lang: &str) -> Result<Vec<ListedPage>, HarnessError> {
    let mut listed = test.newsrooms.pages("sample")?;
    listed.sort_by_key(|page| !page.path.contains("south-south"));
    let mut kinds = Vec::new();
    listed.retain(|page| {
        let is_first = page.lang == lang && !kinds.contains(&page.kind);
        if is_first {
            kinds.push(page.kind.clone());
        }
        is_first
    });
    Ok(listed)
}

fn all(
    page: &Page<'_>,
    pages: &[ListedPage],
    screens: &[Screen],
) -> Result<Vec<String>, HarnessError> {
    let mut found = Vec::new();
    for listed in pages {
        open(page, &listed.path)?;
        for screen in screens {
            show_on(page, *screen)?;
            let hindrances = hindrances(page)?;
            found.extend(
                hindrances
                    .iter()
                    .map(|line| format!("{} ({}): {line}", listed.path, screen.name)),
            );
        }
    }
    Ok(found)
}

/// Chrome 99, Firefox 97, Safari 15.4: columns, colours and direction hold without what came after them.
pub(crate) fn with_older_styles(test: &Test<'_>) -> Outcome {
    let site = test.newsroom_for_older_browsers("sample")?;
    let page = test.page(&site)?;
    let mut found = Vec::new();
    for lang in ["ar", "en"] {
        found.extend(all(&page, &firsts(test, lang)?, &[DESKTOP, PHONE])?);
    }
    // Arrows still follow the direction, by the attribute alone.
    let arrow = "return new DOMMatrixReadOnly(getComputedStyle(document.querySelector('.icon-directional')).transform).a";
    for (path, factor) in [("/ar/releases/", -1), ("/en/releases/", 1)] {
        open(&page, path)?;
        assert_eq!(page.eval(arrow)?, json!(factor), "{path}");
    }
    for path in ["/ar/releases/south-south-report/", "/en/", "/ar/reports/"] {
        open(&page, path)?;
        for theme in ["light", "dark"] {
            set_theme(&page, theme)?;
            found.extend(page.axe(Rules::Contrast)?);
            let ground =
                page.eval("return getComputedStyle(document.documentElement).backgroundColor")?;
            let expected = if theme == "dark" {
                "rgb(15, 21, 19)"
            } else {
                "rgb(251, 250, 246)"
            };
            assert_eq!(ground, expected, "{path} is not {theme}");
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// 400 % of a laptop's window: nothing is lost, nothing needs scrolling to the side (WCAG 2.2, 1.4.10).
pub(crate) fn magnified_four_times(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    show_on(&page, ZOOMED)?;
    let mut found = Vec::new();
    for lang in ["ar", "en", "fr"] {
        found.extend(all(&page, &firsts(test, lang)?, &[ZOOMED])?);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// What keeps from reading is told: text over the edge, over other text, cut off, a column too wide.
pub(crate) fn hindrances_are_told(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    show_on(&page, DESKTOP)?;
    open(&page, "/ar/releases/south-south-report/")?;
    assert_eq!(hindrances(&page)?, Vec::<String>::new());
    page.eval(
        "document.querySelector('h1').style.marginInlineStart = '-80px';\
         Object.assign(document.querySelector('.item-main .meta').style, { position: 'relative', insetBlockStart: '-60px' });\
         document.querySelector('.prose').style.maxInlineSize = 'none';\
         document.querySelector('.item').style.gridTemplateColumns = '1fr';\
         Object.assign(document.querySelector('.share').style, { overflow: 'hidden', blockSize: '20px' })",
    )?;
    let found = hindrances(&page)?;
    for expected in [
        "stands over the edge",
        "overlap",
        "cuts its text off",
        "a column of",
    ] {
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{expected} is not among {found:#?}"
        );
    }
    Ok(())
}
