//! WebDriver (W3C, Level 2) as plain JSON over HTTP to a driver on the loopback. It refuses to be a
//! client library: commands are paths and JSON, and the types of `page` give them meaning.

use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

use crate::HarnessError;

/// A browser window under control; ending it ends the browser.
pub struct Session {
    agent: Agent,
    /// `http://127.0.0.1:PORT/session/ID`
    url: String,
}

impl Session {
    /// Starts a browser with these capabilities (`alwaysMatch`).
    ///
    /// # Errors
    /// `Driver` when the browser does not start, `Transport` when the driver does not answer.
    pub fn start(driver_url: &str, capabilities: &Value) -> Result<Self, HarnessError> {
        let agent = agent();
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = value(
            agent
                .post(format!("{driver_url}/session"))
                .send(body.to_string()),
        )?;
        let id = answer["sessionId"]
            .as_str()
            .ok_or_else(|| shape("a session without an id", &answer))?;
        Ok(Self {
            agent,
            url: format!("{driver_url}/session/{id}"),
        })
    }

    /// A command without parameters that reads: `get("url")`.
    ///
    /// # Errors
    /// The driver's.
    pub fn get(&self, command: &str) -> Result<Value, HarnessError> {
        value(self.agent.get(format!("{}/{command}", self.url)).call())
    }

    /// A command that does something: `post("url", &json!({ "url": "about:blank" }))`.
    ///
    /// # Errors
    /// The driver's.
    pub fn post(&self, command: &str, parameters: &Value) -> Result<Value, HarnessError> {
        value(
            self.agent
                .post(format!("{}/{command}", self.url))
                .send(parameters.to_string()),
        )
    }

    /// A command that removes something: `delete("cookie")`.
    ///
    /// # Errors
    /// The driver's.
    pub fn delete(&self, command: &str) -> Result<Value, HarnessError> {
        value(self.agent.delete(format!("{}/{command}", self.url)).call())
    }

    /// Chrome's own protocol, through its driver: `cdp("Page.captureScreenshot", json!({}))`.
    ///
    /// # Errors
    /// `unknown command` in other engines.
    pub fn cdp(&self, method: &str, parameters: &Value) -> Result<Value, HarnessError> {
        self.post(
            "goog/cdp/execute",
            &json!({ "cmd": method, "params": parameters }),
        )
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The driver's process is ended after this, whatever it answers.
        let _ = self.agent.delete(&self.url).call();
    }
}

/// Whether a driver is up.
pub(crate) fn is_ready(driver_url: &str) -> bool {
    value(agent().get(format!("{driver_url}/status")).call())
        .is_ok_and(|status| status["ready"] == true)
}

/// For the loopback: no proxy, however the environment is set, and errors read from the body.
fn agent() -> Agent {
    Agent::config_builder()
        .proxy(None)
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(90)))
        .build()
        .new_agent()
}

type Answer = Result<ureq::http::Response<ureq::Body>, ureq::Error>;

/// The `value` of an answer, or its error.
fn value(answer: Answer) -> Result<Value, HarnessError> {
    let transport = |error: ureq::Error| HarnessError::Transport(error.to_string());
    let mut response = answer.map_err(transport)?;
    let is_error = !response.status().is_success();
    // A full page's picture is tens of megabytes in base64.
    let text = response
        .body_mut()
        .with_config()
        .limit(1 << 28)
        .read_to_string()
        .map_err(transport)?;
    let mut answer: Value = serde_json::from_str(&text)
        .map_err(|error| HarnessError::Shape(format!("{error} in {text:.200}")))?;
    let value = answer["value"].take();
    if is_error {
        let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        return Err(HarnessError::Driver {
            code: field("error"),
            message: field("message"),
        });
    }
    Ok(value)
}

fn shape(what: &str, answer: &Value) -> HarnessError {
    HarnessError::Shape(format!("{what}: {answer}"))
}
