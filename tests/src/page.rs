//! A page as a test sees it: what a reader does, and what can be proven about it. It refuses to find
//! things by class or id; roles and names are what readers have.

use std::path::Path;

use base64::Engine as _;
use serde_json::{Value, json};

use crate::engine::{Browser, Engine};
use crate::site::Site;
use crate::{HarnessError, Patience, poll};

mod console;
mod element;
mod fingers;
mod keys;
mod role;
mod violations;

pub use element::Element;
pub use violations::Violation;

/// Each shift since the page began: how much, and what moved from where to where.
const SHIFTS: &str = "
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return null;
    // Entries of a frame are there once the frame after it has begun.
    const frame = () => new Promise(requestAnimationFrame);
    await frame(); await frame();
    const entries = [];
    const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    await frame(); await frame();
    entries.push(...observer.takeRecords()); observer.disconnect();
    const rect = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
    return entries.filter((entry) => !entry.hadRecentInput).map((entry) => `${entry.value.toFixed(5)}: `
        + entry.sources.map(({ node, previousRect, currentRect }) =>
            `${node?.outerHTML?.slice(0, 90) ?? node?.textContent?.slice(0, 40)} from ${rect(previousRect)} to ${rect(currentRect)}`).join('; '));";

/// One window, on one site.
pub struct Page<'a> {
    /// The browser it is in.
    pub browser: &'a Browser,
    /// The site it is on.
    pub site: &'a Site,
    /// How much the log held when the page began.
    log_start: usize,
}

impl<'a> Page<'a> {
    /// An empty window, about to visit the site.
    ///
    /// # Errors
    /// The driver's.
    pub fn new(browser: &'a Browser, site: &'a Site) -> Result<Self, HarnessError> {
        browser.clear()?;
        let page = Self {
            browser,
            site,
            log_start: browser.log().len(),
        };
        // Chromium's log empties as it is read; what pages before this one left there is theirs.
        page.console_errors()?;
        Ok(page)
    }

    /// Which engine shows it.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// Loads a path of the site and waits for the `load` event.
    ///
    /// # Errors
    /// The driver's.
    pub fn goto(&self, path: &str) -> Result<(), HarnessError> {
        self.browser
            .session
            .post("url", &json!({ "url": self.site.url(path) }))?;
        Ok(())
    }

    /// Back in the window's history.
    ///
    /// # Errors
    /// The driver's.
    pub fn back(&self) -> Result<(), HarnessError> {
        self.browser.session.post("back", &json!({}))?;
        Ok(())
    }

    /// Path, query and hash of the current address.
    ///
    /// # Errors
    /// The driver's.
    pub fn path(&self) -> Result<String, HarnessError> {
        let path = self.eval("return location.pathname + location.search + location.hash")?;
        Ok(path.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a function's body in the page and gives what it returns.
    ///
    /// # Errors
    /// `javascript error` when it throws.
    pub fn eval(&self, js: &str) -> Result<Value, HarnessError> {
        self.eval_with(js, &[])
    }

    /// The same with `arguments`.
    ///
    /// # Errors
    /// `javascript error` when it throws.
    pub fn eval_with(&self, js: &str, arguments: &[Value]) -> Result<Value, HarnessError> {
        self.browser
            .session
            .post("execute/sync", &json!({ "script": js, "args": arguments }))
    }

    /// Runs the body of an `async` function and gives what it resolves to.
    ///
    /// # Errors
    /// `Shape` with the reason when it rejects; `script timeout` after 30 s.
    pub fn eval_async(&self, js: &str) -> Result<Value, HarnessError> {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             (async () => {{ {js} }})().then(value => done({{ value }}), error => done({{ error: String(error) }}))"
        );
        let mut answer = self
            .browser
            .session
            .post("execute/async", &json!({ "script": script, "args": [] }))?;
        match answer["error"].as_str() {
            Some(error) => Err(HarnessError::Shape(error.to_owned())),
            None => Ok(answer["value"].take()),
        }
    }

    /// Waits until a JavaScript expression is true; `what` says what was waited for. An expression that
    /// throws is not true yet.
    ///
    /// # Errors
    /// `Timeout` after 10 s.
    pub fn wait_until(&self, expression: &str, what: &str) -> Result<(), HarnessError> {
        let js = format!("try {{ return !!({expression}) }} catch {{ return false }}");
        poll(Patience::Page, what, || match self.eval(&js) {
            Ok(value) => Ok((value == true).then_some(())),
            Err(error) if error.is_browser_gone() => Err(error),
            // The page may be changing under the question.
            Err(HarnessError::Driver { .. }) => Ok(None),
            Err(error) => Err(error),
        })
    }

    /// Presses a key, with modifiers before it: `Tab`, `Shift+Tab`, `Control+k`, `a`.
    ///
    /// # Errors
    /// The driver's.
    pub fn press(&self, keys: &str) -> Result<(), HarnessError> {
        self.browser.session.post("actions", &keys::actions(keys))?;
        Ok(())
    }

    /// Every layout shift without recent input since the page began, buffered ones included: its value, then what moved from where
    /// to where; `None` where the engine does not report them.
    ///
    /// # Errors
    /// The driver's.
    pub fn layout_shifts(&self) -> Result<Option<Vec<String>>, HarnessError> {
        let shifts = self.eval_async(SHIFTS)?;
        let lines = shifts
            .as_array()
            .map(|lines| lines.iter().filter_map(Value::as_str));
        Ok(lines.map(|lines| lines.map(str::to_owned).collect()))
    }

    /// Writes a picture of the window as PNG.
    ///
    /// # Errors
    /// The driver's, or `Io`.
    pub fn screenshot(&self, file: &Path) -> Result<(), HarnessError> {
        write_png(&self.browser.session.get("screenshot")?, file)
    }
}

/// Writes a base64 PNG, as WebDriver and CDP give it, making the folder.
///
/// # Errors
/// `Shape` when it is not base64, `Io` when it cannot be written.
pub fn write_png(picture: &Value, file: &Path) -> Result<(), HarnessError> {
    let text = picture.as_str().unwrap_or_default();
    let bytes = base64::engine::general_purpose::STANDARD.decode(text);
    let bytes = bytes
        .map_err(|error| HarnessError::Shape(format!("a picture that is not base64: {error}")))?;
    let io = || HarnessError::io(file.display().to_string());
    if let Some(dir) = file.parent() {
        std::fs::create_dir_all(dir).map_err(io())?;
    }
    std::fs::write(file, bytes).map_err(io())
}
