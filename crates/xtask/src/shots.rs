//! `cargo xtask shots`: pictures of every kind of page, to be looked at by a person. It refuses to
//! compare them; what looks right is not a number.

use std::path::Path;

use nashra_browser_tests::HarnessError;
use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::page::write_png;
use nashra_browser_tests::site::NashraServe;
use serde_json::{Value, json};

use crate::error::XtaskError;
use crate::{dist, house, setup};
use pages::Shown;

mod pages;

/// A window that readers have, in CSS pixels.
struct Screen {
    name: &'static str,
    width: u32,
    height: u32,
    is_mobile: bool,
}

const SCREENS: [Screen; 2] = [
    Screen {
        name: "phone",
        width: 390,
        height: 844,
        is_mobile: true,
    },
    Screen {
        name: "desktop",
        width: 1280,
        height: 900,
        is_mobile: false,
    },
];
const THEMES: [&str; 2] = ["light", "dark"];

/// No page is pictured further down than this: Chromium draws at most 16,384 pixels.
const MAX_HEIGHT: f64 = 16_000.0;

/// Publishes the sample, serves it and writes `target/shots/KIND-LANG-SIZE-THEME.png`.
pub(crate) fn run(only: Option<&str>) -> Result<(), XtaskError> {
    setup::run(true)?;
    dist::build()?;
    dist::build_press()?;
    dist::publish(&house::root().join("sample"), None)?;
    let shown = pages::to_show(&house::site().join(".nashra/pages.json"), only)?;
    let out = house::target().join("shots");
    all(&shown, &out).map_err(|error| XtaskError::Browser(error.to_string()))?;
    println!(
        "== {} pictures in {}",
        shown.len() * SCREENS.len() * THEMES.len(),
        out.display()
    );
    Ok(())
}

fn all(shown: &[Shown], out: &Path) -> Result<(), HarnessError> {
    end_all_on_signal()?;
    let server = NashraServe::start(&house::nashra(), &house::site())?;
    let browser = Browser::start(Engine::Chromium)?;
    for screen in &SCREENS {
        for theme in THEMES {
            emulate(&browser, screen, theme)?;
            for page in shown {
                let file = out.join(format!(
                    "{}-{}-{}-{theme}.png",
                    page.kind, page.lang, screen.name
                ));
                picture(
                    &browser,
                    &format!("{}{}", server.url(), page.path),
                    screen,
                    &file,
                )?;
            }
        }
    }
    Ok(())
}

fn emulate(browser: &Browser, screen: &Screen, theme: &str) -> Result<(), HarnessError> {
    let metrics = json!({
        "width": screen.width,
        "height": screen.height,
        "mobile": screen.is_mobile,
        "deviceScaleFactor": if screen.is_mobile { 2 } else { 1 },
    });
    browser
        .session
        .cdp("Emulation.setDeviceMetricsOverride", &metrics)?;
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": theme },
        // A picture in the middle of a transition would differ from run to run.
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    browser
        .session
        .cdp("Emulation.setEmulatedMedia", &features)?;
    Ok(())
}

/// The whole page, however long, once its fonts and pictures are there.
fn picture(browser: &Browser, url: &str, screen: &Screen, file: &Path) -> Result<(), HarnessError> {
    browser.session.post("url", &json!({ "url": url }))?;
    let settled = json!({ "args": [], "script": SETTLE });
    browser.session.post("execute/async", &settled)?;
    let size = browser.session.cdp("Page.getLayoutMetrics", &json!({}))?;
    let content = |side: &str| size["cssContentSize"][side].as_f64().unwrap_or_default();
    let height = content("height").clamp(f64::from(screen.height), MAX_HEIGHT);
    // A page that is wider than its screen should be seen to be.
    let width = content("width").max(f64::from(screen.width));
    // Only where it is needed: of a right-to-left page that fits its screen, Chromium 156 then takes a part 276 px to its left.
    let is_beyond = height > f64::from(screen.height) || width > f64::from(screen.width);
    let whole = json!({
        "format": "png",
        "captureBeyondViewport": is_beyond,
        "clip": { "x": 0, "y": 0, "width": width, "height": height, "scale": 1 },
    });
    let picture: Value = browser.session.cdp("Page.captureScreenshot", &whole)?;
    write_png(&picture["data"], file)
}

/// Lazy pictures load when they come near the window, so they are asked for at once; one that cannot be
/// loaded must not hold the others up.
const SETTLE: &str = "
    const done = arguments[arguments.length - 1];
    for (const img of document.images) img.loading = 'eager';
    const images = [...document.images].map(img => img.decode().catch(() => {}));
    Promise.all([document.fonts.ready, ...images])
        .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))";
