//! Viewports of an exact size, down to a phone's: windows of desktop engines refuse to be that narrow. It refuses to be near
//! enough: a page is laid out for the size that was asked, or the case fails.

use serde_json::json;

use super::{Browser, Engine};
use crate::{HarnessError, Patience, poll};

impl Browser {
    /// Pages get a viewport of this size in CSS pixels, until the window is cleared.
    ///
    /// # Errors
    /// `Timeout` when the engine gives another width, and the driver's.
    pub fn viewport(&self, width_px: u32, height_px: u32) -> Result<(), HarnessError> {
        self.has_viewport.set(true);
        match self.engine {
            Engine::Chromium => {
                let metrics = json!({ "width": width_px, "height": height_px, "mobile": false, "deviceScaleFactor": 1 });
                self.session
                    .cdp("Emulation.setDeviceMetricsOverride", &metrics)?;
            }
            Engine::Firefox => {
                let style = format!(
                    "width:{width_px}px;max-width:{width_px}px;height:{height_px}px;max-height:{height_px}px;flex:none"
                );
                self.style_content_area(&style)?;
            }
            // Without its toolbar's least width (see `capabilities`) the window can be as narrow as asked.
            Engine::WebKit => self.resize(width_px, height_px)?,
        }
        // The page hears of it a moment later.
        let what = format!("a viewport of {width_px} px");
        poll(Patience::Page, &what, || {
            let script = json!({ "script": "return innerWidth", "args": [] });
            let width = self.session.post("execute/sync", &script)?;
            Ok((width == width_px).then_some(()))
        })
    }

    /// The window's own viewport again.
    pub(super) fn clear_viewport(&self) -> Result<(), HarnessError> {
        if !self.has_viewport.replace(false) {
            return Ok(());
        }
        match self.engine {
            Engine::Chromium => {
                self.session
                    .cdp("Emulation.clearDeviceMetricsOverride", &json!({}))?;
            }
            Engine::Firefox => self.style_content_area("")?,
            Engine::WebKit => {}
        }
        Ok(())
    }

    /// Firefox's window is a document too, in which pages are an element.
    fn style_content_area(&self, style: &str) -> Result<(), HarnessError> {
        let context = |name: &str| {
            self.session
                .post("moz/context", &json!({ "context": name }))
        };
        context("chrome")?;
        let script =
            json!({ "script": "gBrowser.selectedBrowser.style = arguments[0]", "args": [style] });
        let styled = self.session.post("execute/sync", &script);
        context("content")?;
        styled.map(|_| ())
    }
}
