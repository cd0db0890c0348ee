//! The way to the live module: loaded once, when first asked, by the function that the start script left on the root.

use js_sys::{Function, Promise, Reflect};
use nashra_feed::json::{FromJson, ToJson, to_json};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::document;
use super::json::BrowserJson;

/// Loads the module; set by the start script.
const LOAD: &str = "nashraLoadLive";
/// Answers a request; set by the module when it has started.
const ASK: &str = "nashraAskLive";

/// Asks the live module; `None` where it cannot be loaded or answers something else.
pub async fn ask<A: FromJson>(request: &impl ToJson) -> Option<A> {
    let root = document::root()?;
    let function = |name: &str| {
        Reflect::get(&root, &JsValue::from_str(name))
            .ok()?
            .dyn_into::<Function>()
            .ok()
    };
    if function(ASK).is_none() {
        let loading: Promise = function(LOAD)?
            .call0(&JsValue::UNDEFINED)
            .ok()?
            .dyn_into()
            .ok()?;
        JsFuture::from(loading).await.ok()?;
    }
    let request = JsValue::from_str(&to_json(request));
    let answer: Promise = function(ASK)?
        .call1(&JsValue::UNDEFINED, &request)
        .ok()?
        .dyn_into()
        .ok()?;
    let answer = JsFuture::from(answer).await.ok()?.as_string()?;
    A::from_json(&BrowserJson::parse(&answer)?)
}

/// The module's side: answers requests from now on.
pub fn listen<F: Future<Output = String> + 'static>(answer: impl Fn(String) -> F + 'static) {
    let callback = Closure::<dyn Fn(JsValue) -> Promise>::new(move |request: JsValue| {
        let answer = answer(request.as_string().unwrap_or_default());
        wasm_bindgen_futures::future_to_promise(async move { Ok(JsValue::from_str(&answer.await)) })
    });
    if let Some(root) = document::root() {
        let _ = Reflect::set(&root, &JsValue::from_str(ASK), &callback.into_js_value());
    }
}
