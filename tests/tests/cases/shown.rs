//! What checks of every page share: the screens, the themes, a page that has settled. It makes no claim of its own.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::{HarnessError, Patience, poll};

/// The app has taken over the page.
pub(crate) const READY: &str = "document.getElementById('nashra').dataset.state === 'ready'";
/// Survives in-app navigation and nothing else.
pub(crate) const STAY: &str = "window.stayed = true";

/// Nothing was against the policy, and the console has no errors (where the engine tells).
pub(crate) fn clean(page: &Page<'_>) -> Result<(), HarnessError> {
    assert_eq!(page.csp_violations()?, []);
    assert_eq!(
        page.console_errors()?.unwrap_or_default(),
        Vec::<String>::new()
    );
    Ok(())
}

/// A screen that readers have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen {
    pub(crate) name: &'static str,
    pub(crate) width_px: u32,
    pub(crate) height_px: u32,
}

/// A phone held upright.
pub(crate) const PHONE: Screen = Screen {
    name: "phone",
    width_px: 390,
    height_px: 844,
};
/// A laptop's window.
pub(crate) const DESKTOP: Screen = Screen {
    name: "desktop",
    width_px: 1280,
    height_px: 900,
};
/// A laptop's window at 400 % (WCAG 2.2, 1.4.10).
pub(crate) const ZOOMED: Screen = Screen {
    name: "zoomed",
    width_px: 320,
    height_px: 256,
};

/// Lays the page out for a screen.
pub(crate) fn show_on(page: &Page<'_>, screen: Screen) -> Result<(), HarnessError> {
    page.browser.viewport(screen.width_px, screen.height_px)
}

/// Loads a page and waits until the app has taken it over, and the viewer a report.
pub(crate) fn open(page: &Page<'_>, path: &str) -> Result<(), HarnessError> {
    page.goto(path)?;
    page.wait_until(READY, &["the app on ", path].concat())?;
    page.wait_until(
        "!document.querySelector('.report-viewer:not([data-state=ready])')",
        &["the viewer on ", path].concat(),
    )
}

/// Waits until the service worker answers for the page.
pub(crate) fn wait_for_worker(page: &Page<'_>) -> Result<(), HarnessError> {
    poll(Patience::Start, "the service worker", || {
        let controls = page.eval("return !!navigator.serviceWorker?.controller")?;
        Ok((controls == true).then_some(()))
    })
}

/// Waits until the browser has copies of these paths, and the service worker answers for the page.
pub(crate) fn wait_for_copies(page: &Page<'_>, paths: &[&str]) -> Result<(), HarnessError> {
    wait_for_worker(page)?;
    let ask = format!(
        "for (const path of {}) if (!(await caches.match(path))) return path;",
        serde_json::json!(paths)
    );
    poll(Patience::Start, &format!("copies of {paths:?}"), || {
        Ok(page.eval_async(&ask)?.is_null().then_some(()))
    })
}

/// Sets the theme as the reader's choice does, past every transition.
pub(crate) fn set_theme(page: &Page<'_>, theme: &str) -> Result<(), HarnessError> {
    let script = "document.documentElement.dataset.theme = arguments[0]; \
        for (const animation of document.getAnimations())\
        if (animation.effect.getComputedTiming().endTime < Infinity) animation.finish();";
    page.eval_with(script, &[theme.into()])?;
    Ok(())
}

/// A message of the interface, as it is in `locales/`.
pub(crate) fn message(lang: &str, key: &str) -> String {
    let text = match lang {
        "ar" => include_str!("../../../locales/ar.json"),
        "fr" => include_str!("../../../locales/fr.json"),
        _ => include_str!("../../../locales/en.json"),
    };
    let messages: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    messages[key].as_str().unwrap_or_default().to_owned()
}

/// Opens a page and brings its skip link out.
pub(crate) fn open_at_the_skip_link(page: &Page<'_>, path: &str) -> Result<(), HarnessError> {
    open(page, path)?;
    page.press("Tab")?;
    page.wait_until("document.activeElement.matches('.skip')", "the skip link")?;
    page.wait_until(
        "document.activeElement.getBoundingClientRect().top >= 0",
        "the skip link to show",
    )
}
