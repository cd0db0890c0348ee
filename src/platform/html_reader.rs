//! The browser's HTML parser as a reader for `markup`. It parses into a document of its own, where nothing runs or loads.

use js_sys::{Function, Reflect};
use nashra_markup::{Context, DomKind, DomNode, Markup};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

thread_local! {
    /// The Trusted Types policy of the inert parser, where the engine knows Trusted Types.
    static POLICY: Option<JsValue> = policy();
}

/// Reads `html` by the browser's parser with scripting off; `None` where the engine refuses to parse.
pub fn read(html: &str, context: &Context<'_>) -> Option<Markup> {
    let body = parse(html)?.body()?;
    Some(nashra_markup::read(BrowserNode(body.into()), context))
}

/// Whether anything can be read here: a page of others may allow no policy of ours.
pub fn can_read() -> bool {
    parse("").is_some()
}

/// `new DOMParser().parseFromString("<!doctype html><body>" + html, "text/html")`, the string blessed by our policy:
/// what is parsed is inert and is only ever read through `markup`.
fn parse(html: &str) -> Option<Document> {
    let source = JsValue::from_str(&["<!doctype html><body>", html].concat());
    let source = POLICY.with(|policy| match policy {
        Some(policy) => call(policy, "createHTML", &[source]),
        None => Some(source),
    })?;
    let parser = web_sys::DomParser::new().ok()?;
    call(
        &parser,
        "parseFromString",
        &[source, JsValue::from_str("text/html")],
    )?
    .dyn_into()
    .ok()
}

fn policy() -> Option<JsValue> {
    let factory = Reflect::get(&js_sys::global(), &JsValue::from_str("trustedTypes")).ok()?;
    if factory.is_undefined() {
        return None;
    }
    let pass = wasm_bindgen::closure::Closure::<dyn Fn(JsValue) -> JsValue>::new(|source| source)
        .into_js_value();
    let rules = js_sys::Object::new();
    Reflect::set(&rules, &JsValue::from_str("createHTML"), &pass).ok()?;
    call(
        &factory,
        "createPolicy",
        &[JsValue::from_str("nashra-parser"), rules.into()],
    )
}

fn call(target: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(target, &JsValue::from_str(method))
        .ok()?
        .dyn_into()
        .ok()?;
    let arguments: js_sys::Array = arguments.iter().collect();
    function.apply(target, &arguments).ok()
}

/// A node of the browser's DOM.
#[derive(Clone)]
struct BrowserNode(Node);

impl DomNode for BrowserNode {
    fn kind(&self) -> DomKind {
        match self.0.node_type() {
            Node::TEXT_NODE => DomKind::Text(self.0.text_content().unwrap_or_default()),
            Node::ELEMENT_NODE => {
                let element: &Element = self.0.unchecked_ref();
                if element.namespace_uri().as_deref() == Some("http://www.w3.org/1999/xhtml") {
                    DomKind::Element(element.local_name())
                } else {
                    DomKind::Foreign
                }
            }
            _ => DomKind::Other,
        }
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.0.dyn_ref::<Element>()?.get_attribute(name)
    }

    fn first_child(&self) -> Option<Self> {
        self.0.first_child().map(Self)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.0.next_sibling().map(Self)
    }
}
