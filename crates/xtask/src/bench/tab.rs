//! Tabs for visits that are measured: each with a renderer of its own and an empty cache, as fast as the machine is or as slow as a
//! phone. It refuses to know what is measured.

use nashra_browser_tests::engine::Browser;
use nashra_browser_tests::{HarnessError, Session};
use serde_json::{Value, json};

use super::line::SLOW_4G;

/// A tab with a renderer of its own: nothing of the visit before is in its memory.
pub(super) struct Tab<'a> {
    pub(super) session: &'a Session,
    /// The window that stays.
    home: Value,
}

impl<'a> Tab<'a> {
    pub(super) fn open(browser: &'a Browser) -> Result<Self, HarnessError> {
        let session = &browser.session;
        let home = session.get("window")?;
        let tab = session.post("window/new", &json!({ "type": "tab" }))?;
        session.post("window", &json!({ "handle": tab["handle"] }))?;
        Ok(Self { session, home })
    }

    pub(super) fn close(self) -> Result<(), HarnessError> {
        self.session.delete("window")?;
        self.session
            .post("window", &json!({ "handle": self.home }))?;
        Ok(())
    }

    pub(super) fn eval(&self, script: &str) -> Result<Value, HarnessError> {
        self.session
            .post("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Nothing is known of the origin, and `probe` runs before each page's own scripts.
    pub(super) fn begin(&self, origin: &str, probe: &str) -> Result<(), HarnessError> {
        let cdp = |method: &str, parameters: Value| self.session.cdp(method, &parameters);
        cdp("Network.enable", json!({}))?;
        cdp("Network.clearBrowserCache", json!({}))?;
        cdp(
            "Storage.clearDataForOrigin",
            json!({ "origin": origin, "storageTypes": "all" }),
        )?;
        cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": probe }),
        )?;
        Ok(())
    }

    /// A phone of the middle class, its network and its processor, as Lighthouse has them, but for the round trip, which is a request's whole
    /// delay. Slows what the page itself asks and does, its workers not.
    pub(super) fn slow_down(&self) -> Result<(), HarnessError> {
        self.phone()?;
        let cdp = |method: &str, parameters: Value| self.session.cdp(method, &parameters);
        cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
        cdp(
            "Network.emulateNetworkConditions",
            json!({
                "offline": false,
                "latency": SLOW_4G.round_trip.as_millis() as u64,
                "downloadThroughput": SLOW_4G.down / 8.0,
                "uploadThroughput": SLOW_4G.up / 8.0,
            }),
        )?;
        Ok(())
    }

    /// A phone's screen.
    pub(super) fn phone(&self) -> Result<(), HarnessError> {
        let screen =
            json!({ "width": 412, "height": 823, "deviceScaleFactor": 1.75, "mobile": true });
        self.session
            .cdp("Emulation.setDeviceMetricsOverride", &screen)?;
        Ok(())
    }
}
