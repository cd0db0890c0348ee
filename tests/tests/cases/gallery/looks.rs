//! The open lightbox as axe-core and screen readers meet it.

use nashra_browser_tests::Test;
use nashra_browser_tests::axe::Rules;
use serde_json::json;

use super::{AR, AT_REST, EN, READY, SHARP};
use crate::Outcome;
use crate::cases::shown::{DESKTOP, PHONE, message, set_theme, show_on};

/// axe-core finds nothing in the open lightbox, in both languages, on a phone and on a desktop, light and dark; every control has its
/// name, the photo is described, and nothing of the page behind is left to a screen reader.
pub(crate) fn is_accessible(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    let mut findings = Vec::new();
    for (lang, path) in [("en", EN), ("ar", AR)] {
        for screen in [DESKTOP, PHONE] {
            show_on(&page, screen)?;
            page.goto("/en/")?;
            page.goto(&[path, "#photo=2"].concat())?;
            page.wait_until(READY, "the app")?;
            page.wait_until(SHARP, "the photo")?;
            page.wait_until(AT_REST, "the photo to rest")?;
            for (theme, rules) in [("light", Rules::All), ("dark", Rules::Contrast)] {
                set_theme(&page, theme)?;
                let found = page.axe_within("dialog", rules)?;
                let place = |line| format!("{lang} {} {theme}: {line}", screen.name);
                findings.extend(found.into_iter().map(place));
            }
        }
        page.by_role("dialog", &message(lang, "photos.title"))?;
        for key in [
            "photos.close",
            "photos.previous",
            "photos.next",
            "photos.zoomIn",
            "photos.play",
        ] {
            page.by_role("button", &message(lang, key))?;
        }
        let described = "const image = document.querySelector('.is-current img:last-of-type');\
            const own = document.querySelector('#photo\\\\=2 img');\
            return [image.alt.length > 0, image.alt === own.alt, document.querySelector('dialog').matches(':modal')]";
        assert_eq!(page.eval(described)?, json!([true, true, true]), "{lang}");
    }
    assert_eq!(page.csp_violations()?, [], "the rules broke the policy");
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    Ok(())
}
