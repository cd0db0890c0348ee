//! An element that a test found. It refuses to be searched within: name what you mean instead.

use serde_json::{Value, json};

use crate::{HarnessError, Session};

/// The key of an element in WebDriver's JSON (section 11, "web element identifier").
const KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A handle; it goes stale when the node leaves the document, which is itself a proof.
pub struct Element<'a> {
    session: &'a Session,
    id: String,
}

impl<'a> Element<'a> {
    /// From WebDriver's JSON.
    pub(super) fn from_json(session: &'a Session, value: &Value) -> Option<Self> {
        value[KEY].as_str().map(|id| Self {
            session,
            id: id.to_owned(),
        })
    }

    /// For the arguments of [`super::Page::eval_with`].
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({ KEY: self.id })
    }

    /// Scrolls it into view and clicks its middle.
    ///
    /// # Errors
    /// `element click intercepted` when something covers it, and the driver's others.
    pub fn click(&self) -> Result<(), HarnessError> {
        self.session.post(&self.command("click"), &json!({}))?;
        Ok(())
    }

    /// Types into it.
    ///
    /// # Errors
    /// `element not interactable`, and the driver's others.
    pub fn type_text(&self, text: &str) -> Result<(), HarnessError> {
        self.session
            .post(&self.command("value"), &json!({ "text": text }))?;
        Ok(())
    }

    /// Its text as rendered.
    ///
    /// # Errors
    /// `stale element reference`, and the driver's others.
    pub fn text(&self) -> Result<String, HarnessError> {
        self.read("text").map(text)
    }

    /// An attribute's value as written.
    ///
    /// # Errors
    /// `stale element reference`, and the driver's others.
    pub fn attribute(&self, name: &str) -> Result<Option<String>, HarnessError> {
        Ok(self
            .read(&format!("attribute/{name}"))?
            .as_str()
            .map(str::to_owned))
    }

    /// A property of the DOM object.
    ///
    /// # Errors
    /// `stale element reference`, and the driver's others.
    pub fn property(&self, name: &str) -> Result<Value, HarnessError> {
        self.read(&format!("property/{name}"))
    }

    /// The role that assistive technology gets.
    pub(super) fn computed_role(&self) -> Result<String, HarnessError> {
        self.read("computedrole").map(text)
    }

    /// The name that assistive technology gets.
    pub(super) fn computed_label(&self) -> Result<String, HarnessError> {
        self.read("computedlabel").map(text)
    }

    fn read(&self, what: &str) -> Result<Value, HarnessError> {
        self.session.get(&self.command(what))
    }

    fn command(&self, what: &str) -> String {
        format!("element/{}/{what}", self.id)
    }
}

fn text(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
