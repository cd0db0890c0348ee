//! Modules of their own: WebAssembly beside the app, loaded when first asked by a function that the start script left on the
//! root, and answering by one that they leave there themselves. What is said is text; it never shares memory.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::document;

/// A module, by the names of its two functions.
pub struct Module {
    /// Loads it; set by the start script.
    load: &'static str,
    /// Answers a request; set by the module when it has started.
    ask: &'static str,
}

/// Pages from feeds.
pub const LIVE: Module = Module {
    load: "nashraLoadLive",
    ask: "nashraAskLive",
};

/// The report viewer.
pub const VIEWER: Module = Module {
    load: "nashraLoadViewer",
    ask: "nashraShowReport",
};

impl Module {
    /// Whether it was loaded in this visit.
    pub fn is_loaded(&self) -> bool {
        function(self.ask).is_some()
    }

    /// Asks it; `None` where it cannot be loaded or gives no answer.
    pub async fn ask(&self, request: &str) -> Option<String> {
        if !self.is_loaded() {
            let loading: Promise = function(self.load)?
                .call0(&JsValue::UNDEFINED)
                .ok()?
                .dyn_into()
                .ok()?;
            JsFuture::from(loading).await.ok()?;
        }
        let answer: Promise = function(self.ask)?
            .call1(&JsValue::UNDEFINED, &JsValue::from_str(request))
            .ok()?
            .dyn_into()
            .ok()?;
        JsFuture::from(answer).await.ok()?.as_string()
    }

    /// The module's side: answers requests from now on.
    pub fn listen<F: Future<Output = String> + 'static>(
        &self,
        answer: impl Fn(String) -> F + 'static,
    ) {
        let callback = Closure::<dyn Fn(JsValue) -> Promise>::new(move |request: JsValue| {
            let answer = answer(request.as_string().unwrap_or_default());
            wasm_bindgen_futures::future_to_promise(
                async move { Ok(JsValue::from_str(&answer.await)) },
            )
        });
        if let Some(root) = document::root() {
            let name = JsValue::from_str(self.ask);
            let _ = Reflect::set(&root, &name, &callback.into_js_value());
        }
    }
}

fn function(name: &str) -> Option<Function> {
    let found = Reflect::get(document::root()?.as_ref(), &JsValue::from_str(name)).ok()?;
    found.dyn_into().ok()
}
