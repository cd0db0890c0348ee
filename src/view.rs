//! What components return: a small tree of elements, as data.
//!
//! Leptos's own views are a type for each shape of element, which is fast and large: the first two pages alone were 211 KB
//! of brotli (see `docs/decisions/0002-views-as-data.md`). Here a component only says what stands where; one piece of code
//! writes it as HTML ([`html`]), one builds, hydrates and patches it in the browser ([`dom`]), through Leptos's renderer
//! and its reactive system. It refuses to hold markup as a string.

#[cfg(feature = "leptos")]
mod dom;
mod html;
#[cfg(feature = "leptos")]
mod leptos_view;
mod plain;

use std::borrow::Cow;
use std::sync::Arc;

use crate::platform::events::Event;
use crate::state::body::Body;
pub use plain::append;

/// A text: constant, or made for this page.
pub type Text = Cow<'static, str>;
/// Called for each event.
pub type Listener = Arc<dyn Fn(&Event) + Send + Sync>;
/// A text that follows signals.
pub type LiveText = Arc<dyn Fn() -> String + Send + Sync>;

/// An element with its attributes and children.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    /// Tells it from its siblings when a list changes.
    key: Option<String>,
    attributes: Vec<(&'static str, Text)>,
    children: Vec<Child>,
    listeners: Vec<(&'static str, Listener)>,
    live_attributes: Vec<(&'static str, LiveText)>,
    inside: Inside,
}

enum Child {
    Text(Text),
    Element(El),
}

/// What fills an element.
enum Inside {
    /// Its children.
    Children,
    /// A text that follows signals, and nothing else.
    Live(LiveText),
    /// The normal form of third-party content (`markup`), opaque to us: `None` where the page holds it already.
    Content(Option<Body>),
}

/// An element by its tag name. Names of SVG elements make SVG elements.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        key: None,
        attributes: Vec::new(),
        children: Vec::new(),
        listeners: Vec::new(),
        live_attributes: Vec::new(),
        inside: Inside::Children,
    }))
}

/// Not inlined: one copy of each serves all components.
impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: impl Into<Text>) -> Self {
        self.push_attribute(name, value.into());
        self
    }

    /// Sets an attribute to a number.
    pub fn number(self, name: &'static str, value: Option<u32>) -> Self {
        self.attr_opt(name, value.map(|value| value.to_string()))
    }

    /// Sets an attribute if there is a value.
    #[inline(never)]
    pub fn attr_opt(mut self, name: &'static str, value: Option<String>) -> Self {
        if let Some(value) = value {
            self.push_attribute(name, Cow::Owned(value));
        }
        self
    }

    /// Sets a constant attribute on a condition.
    #[inline(never)]
    pub fn attr_if(mut self, condition: bool, name: &'static str, value: &'static str) -> Self {
        if condition {
            self.push_attribute(name, Cow::Borrowed(value));
        }
        self
    }

    /// Sets the class.
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// Appends an element.
    #[inline(never)]
    pub fn child(mut self, child: Self) -> Self {
        self.0.children.push(Child::Element(child));
        self
    }

    /// Appends an element if there is one.
    #[inline(never)]
    pub fn opt(mut self, child: Option<Self>) -> Self {
        self.0.children.extend(child.map(Child::Element));
        self
    }

    /// Appends elements.
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.0
            .children
            .extend(children.into_iter().map(Child::Element));
        self
    }

    /// Appends a text. Neighbouring texts become one, as an HTML parser would have it.
    #[inline(never)]
    pub fn text(mut self, text: impl Into<Text>) -> Self {
        self.push_text(text.into());
        self
    }

    /// A text that follows signals, and nothing else inside.
    pub fn live_text(mut self, text: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.0.inside = Inside::Live(Arc::new(text));
        self
    }

    /// Sets an attribute that follows signals.
    pub fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        self.0.live_attributes.push((name, Arc::new(value)));
        self
    }

    /// Third-party content in `markup`'s normal form; `None` where the page around us holds it already.
    pub fn content(mut self, body: Option<Body>) -> Self {
        self.0.inside = Inside::Content(body);
        self
    }

    /// Calls `listener` for each event of this name.
    pub fn on(
        mut self,
        event: &'static str,
        listener: impl Fn(&Event) + Send + Sync + 'static,
    ) -> Self {
        self.0.listeners.push((event, Arc::new(listener)));
        self
    }

    /// What tells it from its siblings when a list changes.
    pub fn key(mut self, key: String) -> Self {
        self.0.key = Some(key);
        self
    }

    #[inline(never)]
    fn push_attribute(&mut self, name: &'static str, value: Text) {
        self.0.attributes.push((name, value));
    }

    #[inline(never)]
    fn push_text(&mut self, text: Text) {
        if text.is_empty() {
            return;
        }
        if let Some(Child::Text(before)) = self.0.children.last_mut() {
            before.to_mut().push_str(&text);
        } else {
            self.0.children.push(Child::Text(text));
        }
    }
}

/// The namespace of an element's name, for `createElementNS`.
fn namespace(tag: &str) -> Option<&'static str> {
    matches!(tag, "svg" | "path").then_some("http://www.w3.org/2000/svg")
}
