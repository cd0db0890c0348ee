//! What the start script of a published report has begun by itself: the worker, the engine's code, the file. Each is taken once. It
//! never waits for any of it.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, Worker};

use super::document;

/// The property of the root that holds it.
const BEGUN: &str = "nashraReportBegun";

/// Whether a worker waits to be taken.
pub fn is_there() -> bool {
    begun().is_some_and(|begun| get(&begun, "worker").is_some())
}

/// A worker that was started.
pub(super) struct BegunWorker {
    pub(super) worker: Worker,
    /// The engine's code, which it gets; where it fails, nothing will come of the worker.
    pub(super) code: Promise,
}

/// The worker.
pub(super) fn worker() -> Option<BegunWorker> {
    let begun = begun()?;
    let worker: Worker = take(&begun, "worker")?;
    worker.set_onerror(None);
    Some(BegunWorker {
        worker,
        code: take(&begun, "code")?,
    })
}

/// The answer to a request for this file, and what stops it.
pub(super) fn file(url: &str) -> Option<(Promise, AbortController)> {
    let begun = begun()?;
    let file = get(&begun, "file")?;
    if get(&file, "url")?.as_string()? != url {
        return None;
    }
    let file: JsValue = take(&begun, "file")?;
    Some((take(&file, "answer")?, take(&file, "stop")?))
}

fn begun() -> Option<JsValue> {
    get(document::root()?.as_ref(), BEGUN)
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined()).then_some(value)
}

fn take<T: JsCast>(object: &JsValue, name: &str) -> Option<T> {
    let value = get(object, name)?;
    let object: &Object = object.unchecked_ref();
    let _ = Reflect::delete_property(object, &JsValue::from_str(name));
    value.dyn_into().ok()
}
