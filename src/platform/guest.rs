//! What the widget's loader hands over: the element on a page of somebody else's, the place for its cards, and the way to the live
//! module. The page around the element is never touched.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom::Dom;

/// An element of ours on a page of others.
pub struct Guest {
    /// The element, for its attributes.
    pub host: Option<Dom>,
    /// Where cards go; not yet in the page.
    pub place: Option<Dom>,
    /// The folder of the loader, which is a newsroom's address.
    pub home: String,
    /// The languages of that newsroom, the default first, with spaces between them.
    pub languages: String,
    ask_live: JsValue,
}

impl Guest {
    /// As the loader gave them.
    pub fn new(
        host: JsValue,
        place: JsValue,
        home: String,
        languages: String,
        ask_live: JsValue,
    ) -> Self {
        Self {
            host: Dom::given(host),
            place: Dom::given(place),
            home,
            languages,
            ask_live,
        }
    }

    /// Asks the live module, which is loaded for it; `None` where it cannot be.
    pub async fn ask_live(&self, request: &str) -> Option<String> {
        let ask: &Function = self.ask_live.dyn_ref()?;
        let answer = ask
            .call1(&JsValue::UNDEFINED, &JsValue::from_str(request))
            .ok()?;
        let answer: Promise = answer.dyn_into().ok()?;
        JsFuture::from(answer).await.ok()?.as_string()
    }
}
