//! A visit to an album as a reader with a phone makes it, by Chrome's own input: taps, swipes, pinches, keys. It refuses to
//! wait fixed times for what it measures.

use nashra_browser_tests::HarnessError;
use nashra_browser_tests::engine::Browser;
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::Site;
use serde_json::json;

use super::pages;
use crate::bench::tab::Tab;

/// Who is measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Ours,
    Theirs,
}

impl Side {
    /// Both; who begins changes from run to run.
    pub(super) fn both(run: usize) -> [Self; 2] {
        if run.is_multiple_of(2) {
            [Self::Ours, Self::Theirs]
        } else {
            [Self::Theirs, Self::Ours]
        }
    }

    pub(super) fn path(self, n: usize) -> String {
        let [ours, theirs] = pages::paths(n);
        match self {
            Self::Ours => ours,
            Self::Theirs => theirs,
        }
    }

    /// The picture on the stage, without what only stands in for it.
    pub(super) fn picture(self) -> &'static str {
        match self {
            Self::Ours => ".lightbox .is-current img:last-of-type:not([data-waits])",
            Self::Theirs => {
                ".pswp__item[aria-hidden=false] img.pswp__img:not(.pswp__img--placeholder)"
            }
        }
    }

    fn close_button(self) -> &'static str {
        match self {
            Self::Ours => ".lightbox-bar .lightbox-control:last-child",
            Self::Theirs => ".pswp__button--close",
        }
    }
}

/// A phone.
const WIDTH: u32 = 390;
const HEIGHT: u32 = 844;
const DENSITY: f64 = 3.0;
/// How much slower than this machine's its processor is.
const SLOWER: f64 = 4.0;

/// An album open in the browser.
pub(super) struct Visit<'a> {
    tab: Tab<'a>,
    page: Page<'a>,
    side: Side,
}

/// Times between frames, in milliseconds.
pub(super) struct Frames(Vec<f64>);

impl Frames {
    /// The time that this share of the frames kept within.
    pub(super) fn share(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let at = (sorted.len() as f64 * share).ceil() as usize;
        sorted
            .get(at.saturating_sub(1))
            .copied()
            .unwrap_or(f64::NAN)
    }
}

impl<'a> Visit<'a> {
    /// The page with an empty cache, its thumbnails loaded, and what watches it.
    pub(super) fn start(
        browser: &'a Browser,
        site: &'a Site,
        side: Side,
        n: usize,
    ) -> Result<Self, HarnessError> {
        let tab = Tab::open(browser)?;
        let page = Page::new(browser, site)?;
        tab.begin(&site.url(""), "")?;
        let cdp = |method: &str, parameters| browser.session.cdp(method, &parameters);
        cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": WIDTH, "height": HEIGHT, "deviceScaleFactor": DENSITY, "mobile": true }),
        )?;
        cdp(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": true, "maxTouchPoints": 5 }),
        )?;
        cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))?;
        page.goto(&side.path(n))?;
        page.wait_until(
            "document.getElementById('nashra').dataset.state === 'ready' && document.getElementById('photo=1')",
            "the album",
        )?;
        page.eval("document.getElementById('photo=1').scrollIntoView({ block: 'center' })")?;
        page.wait_until(
            "[1, 2].every((n) => { const i = document.getElementById('photo=' + n).querySelector('img'); return i.complete && i.naturalWidth })",
            "the thumbnails",
        )?;
        page.eval(WATCH)?;
        cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }))?;
        Ok(Self { tab, page, side })
    }

    /// Leaves the album, and all that the browser held of it.
    pub(super) fn end(self) -> Result<(), HarnessError> {
        self.tab.close()
    }

    fn cdp(&self, method: &str, parameters: serde_json::Value) -> Result<(), HarnessError> {
        self.page.browser.session.cdp(method, &parameters)?;
        Ok(())
    }

    /// From the tap on the first thumbnail until its photo stands still, large, and as sharp as the screen can show.
    pub(super) fn click_to_sharp(&self) -> Result<f64, HarnessError> {
        self.page
            .eval_with("watchSharp(arguments[0])", &[json!(self.side.picture())])?;
        self.tap("#photo\\=1 img")?;
        self.page.wait_until("window.sharp > 0", "a sharp photo")?;
        Ok(self.page.eval("return sharp")?.as_f64().unwrap_or(f64::NAN))
    }

    fn tap(&self, selector: &str) -> Result<(), HarnessError> {
        let at = self.page.eval_with(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();\
             return { x: box.left + box.width / 2, y: box.top + box.height / 2 }",
            &[json!(selector)],
        )?;
        // A finger down and up: Chromium 156 makes no click of its own `synthesizeTapGesture`.
        for (kind, points) in [("touchStart", json!([at])), ("touchEnd", json!([]))] {
            let event = json!({ "type": kind, "touchPoints": points });
            self.cdp("Input.dispatchTouchEvent", event)?;
        }
        Ok(())
    }

    /// The times between frames while something is done.
    pub(super) fn frames_of(
        &self,
        what: impl FnOnce(&Self) -> Result<(), HarnessError>,
    ) -> Result<Frames, HarnessError> {
        self.page.eval("watchFrames(true)")?;
        what(self)?;
        let frames = self.page.eval("return watchFrames(false)")?;
        Ok(Frames(
            frames
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(serde_json::Value::as_f64)
                .collect(),
        ))
    }

    /// Swipes to the last photo and waits for each.
    pub(super) fn swipe_through(&self, n: usize) -> Result<(), HarnessError> {
        for _ in 1..n {
            self.cdp(
                "Input.synthesizeScrollGesture",
                json!({ "x": 300, "y": 400, "xDistance": -220, "yDistance": 0, "speed": 1400, "gestureSourceType": "touch" }),
            )?;
            self.page
                .eval_async(&format!("await photo({})", json!(self.side.picture())))?;
        }
        Ok(())
    }

    /// Pinches larger and smaller again.
    pub(super) fn pinch_often(&self) -> Result<(), HarnessError> {
        for _ in 0..4 {
            for factor in [3.0, 0.34] {
                self.cdp(
                    "Input.synthesizePinchGesture",
                    json!({ "x": 195, "y": 400, "scaleFactor": factor, "relativeSpeed": 500, "gestureSourceType": "touch" }),
                )?;
            }
        }
        Ok(())
    }

    /// Keys and the close button, after all that was done before: the slowest answer, as INP counts it.
    pub(super) fn slowest_answer(&self) -> Result<f64, HarnessError> {
        for key in [
            "ArrowLeft",
            "ArrowLeft",
            "ArrowRight",
            "ArrowLeft",
            "ArrowRight",
            "ArrowRight",
        ] {
            self.page.press(key)?;
            self.page
                .eval_async(&format!("await photo({})", json!(self.side.picture())))?;
        }
        self.tap(self.side.close_button())?;
        self.page
            .wait_until("!document.querySelector('dialog, .pswp')", "the page")?;
        let slowest = self.page.eval_async("await photo(''); return slowest()")?;
        Ok(slowest.as_f64().unwrap_or(f64::NAN))
    }
}

/// What measures in the page, the same for both sides.
const WATCH: &str = include_str!("watch.js");
