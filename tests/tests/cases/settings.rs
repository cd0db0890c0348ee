//! What readers have set in their system: colours of their own, and no motion. Chromium alone pretends to other settings.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::journeys::FOCUS_SHOWS;
use super::shown::open;
use crate::Outcome;

/// The reader's own colours: words, controls, the place in the navigation and focus all show.
pub(crate) fn in_the_readers_colours(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    emulate(&page, &[("forced-colors", "active")])?;
    let outcome = (|| {
        for path in [
            "/ar/releases/",
            "/en/releases/south-south-report/",
            "/ar/reports/",
        ] {
            open(&page, path)?;
            assert_eq!(
                page.eval("return matchMedia('(forced-colors: active)').matches")?,
                true
            );
            let faults = "const seen = (e) => e.checkVisibility({ visibilityProperty: true });\
                const faults = [];\
                for (const e of [...document.querySelectorAll('.button, .icon-button, summary')].filter(seen)) {\
                    const style = getComputedStyle(e);\
                    if (style.color === style.backgroundColor) faults.push(`${e.className} is invisible`);\
                    if (e.matches('.button, summary') && (style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1))\
                        faults.push(`${e.className} has no edge`);\
                }\
                for (const e of [...document.querySelectorAll('svg.icon')].filter(seen)) {\
                    const style = getComputedStyle(e);\
                    if (style.stroke !== style.color) faults.push(`an icon is drawn in ${style.stroke}`);\
                }\
                const here = document.querySelector('.main-nav [aria-current]');\
                const edge = (e) => getComputedStyle(e).borderBottomColor;\
                const other = document.querySelector('.main-nav a:not([aria-current])');\
                if (here && getComputedStyle(here).fontWeight === getComputedStyle(other).fontWeight && edge(here) === edge(other))\
                    faults.push('nothing shows where we are');\
                return faults";
            assert_eq!(page.eval(faults)?, json!([]), "{path}");
            page.press("Tab")?;
            page.press("Tab")?;
            page.wait_until(FOCUS_SHOWS, "focus to show")?;
        }
        Ok(())
    })();
    emulate(&page, &[])?;
    outcome
}

/// A reader who asked for less motion gets none.
pub(crate) fn without_motion(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let moving = "return [...document.querySelectorAll('*')].filter((e) => [null, '::before', '::after'].some((pseudo) => {\
            const style = getComputedStyle(e, pseudo);\
            const lasts = (list) => list.split(',').some((time) => parseFloat(time) > 0.01);\
            return lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration))\
                || style.scrollBehavior === 'smooth';\
        })).map((e) => e.outerHTML.slice(0, 80))";
    for path in ["/ar/", "/en/releases/", "/ar/releases/south-south-report/"] {
        open(&page, path)?;
        assert_ne!(
            page.eval(moving)?,
            json!([]),
            "{path} never moves: the check proves nothing"
        );
    }
    emulate(&page, &[("prefers-reduced-motion", "reduce")])?;
    let outcome = (|| {
        for path in ["/ar/", "/en/releases/", "/ar/releases/south-south-report/"] {
            open(&page, path)?;
            assert_eq!(page.eval(moving)?, json!([]), "{path}");
        }
        Ok(())
    })();
    emulate(&page, &[])?;
    outcome
}

/// A setting of the reader's system; none puts everything back.
fn emulate(page: &Page<'_>, features: &[(&str, &str)]) -> Result<(), HarnessError> {
    let features: Vec<Value> = features
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    page.browser.session.cdp(
        "Emulation.setEmulatedMedia",
        &json!({ "features": features }),
    )?;
    Ok(())
}
