//! The way to the published search index: Pagefind's own script beside it, loaded when first asked by the function that the start
//! script left on the root.
//!
//! It hands on what the index says and judges none of it.

use js_sys::{Array, Function, Promise, Reflect};
use nashra_feed::json::JsonSource as _;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::document;
use super::json::BrowserJson;

/// Loads the script of a language's index; set by the start script where an index was published.
const LOAD: &str = "nashraLoadSearch";

/// The index of one language.
#[derive(Clone)]
pub struct Pagefind(JsValue);

/// A text that an index found: where it is kept.
pub struct Hit(JsValue);

/// What an index keeps of a text.
pub struct Kept {
    /// What `publish` wrote there: how the text is shown, where it stands.
    pub shown: BrowserJson,
    /// The text as it was written.
    pub text: String,
    /// Which of its words were looked for, counted from 0.
    pub places: Vec<usize>,
}

impl Pagefind {
    /// The index of the language `tag`; `None` where none was published or it cannot be had.
    pub async fn load(tag: &str) -> Option<Self> {
        let root = document::root()?;
        let module = called(&root, LOAD, &JsValue::from_str(tag)).await?;
        // A worker of its own would be one more script for the policy to know, for searches of a few milliseconds.
        let options = js_sys::Object::new();
        Reflect::set(&options, &"noWorker".into(), &JsValue::TRUE).ok()?;
        called(&module, "options", &options).await?;
        Some(Self(module))
    }

    /// All texts that hold the words, the best first; `None` where a part of the index cannot be had.
    pub async fn find(&self, words: &str) -> Option<Vec<Hit>> {
        let found = called(&self.0, "search", &JsValue::from_str(words)).await?;
        let results: Array = get(&found, "results")?.dyn_into().ok()?;
        Some(results.iter().map(Hit).collect())
    }
}

impl Hit {
    /// What is kept of this text. Asked of several before the first is awaited, all are fetched at once.
    pub fn kept(&self) -> impl Future<Output = Option<Kept>> + use<> {
        let data = called(&self.0, "data", &JsValue::UNDEFINED);
        async move {
            let data = data.await?;
            let places: Array = get(&data, "locations")?.dyn_into().ok()?;
            let places = places.iter().filter_map(|place| place.as_f64());
            Some(Kept {
                text: get(&data, "content")?.as_string()?,
                places: places.map(|place| place as usize).collect(),
                shown: BrowserJson::of(data).get("nashra")?,
            })
        }
    }
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok()
}

/// What a method promises, called at once.
fn called(
    object: &JsValue,
    name: &str,
    argument: &JsValue,
) -> impl Future<Output = Option<JsValue>> + use<> {
    let method = get(object, name).and_then(|method| method.dyn_into::<Function>().ok());
    let promise = method.and_then(|method| method.call1(object, argument).ok());
    async move {
        let promise: Promise = promise?.dyn_into().ok()?;
        JsFuture::from(promise).await.ok()
    }
}
