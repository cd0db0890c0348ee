//! Errors in the browser's console. Each engine has its own way to tell them, WebKitGTK none; it refuses
//! to report what a page only logs.

use serde_json::{Value, json};

use super::Page;
use crate::HarnessError;
use crate::engine::Engine;

impl Page<'_> {
    /// What the console called an error since this page began: uncaught exceptions, `console.error`,
    /// failed loads where the engine counts them. `None` in WebKitGTK: its driver has no command for it,
    /// and MiniBrowser wrote nothing under automation with `--enable-write-console-messages-to-stdout`.
    ///
    /// # Errors
    /// The driver's.
    pub fn console_errors(&self) -> Result<Option<Vec<String>>, HarnessError> {
        let lines: Vec<String> = match self.engine() {
            Engine::Chromium => {
                let entries = self
                    .browser
                    .session
                    .post("se/log", &json!({ "type": "browser" }))?;
                let severe = entries
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter(|entry| entry["level"] == "SEVERE");
                severe.map(|entry| text(&entry["message"])).collect()
            }
            Engine::Firefox => {
                let log = self.browser.log();
                let since = log.get(self.log_start..).unwrap_or_default();
                since
                    .lines()
                    .filter(|line| is_error(line))
                    .map(str::to_owned)
                    .collect()
            }
            Engine::WebKit => return Ok(None),
        };
        Ok(Some(
            lines.into_iter().filter(|line| !is_probe(line)).collect(),
        ))
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Lines of geckodriver's log that Firefox's console wrote as errors of pages: not what its own services could not fetch.
fn is_error(line: &str) -> bool {
    let is_its_own = ["resource://services-settings/", "console.error: RSLoader:"]
        .iter()
        .any(|place| line.contains(place));
    line.starts_with("JavaScript error: http") || line.starts_with("console.error:") && !is_its_own
}

/// The violation that `csp_violations` causes to prove that reports arrive.
fn is_probe(line: &str) -> bool {
    line.contains("nashra-probe-")
}
