//! A file with its bytes counted as they come. It never keeps a file, nor asks twice: the caller decides what a failure means.

use std::cell::Cell;

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, Request, RequestInit, Response};

use super::begun;
use super::report_client::FileBytes;

/// A download that can be stopped.
pub struct Download {
    abort: AbortController,
    /// The host's answer, or what it will be.
    answer: Promise,
    is_begun: Cell<bool>,
}

impl Download {
    /// Asks for `url`, unless the start script has.
    pub fn of(url: &str) -> Option<Self> {
        let (answer, abort) = begun::file(url).or_else(|| ask(url))?;
        Some(Self {
            abort,
            answer,
            is_begun: Cell::new(false),
        })
    }

    /// Lets go of it.
    pub fn stop(&self) {
        self.abort.abort();
    }

    /// Whether the host has answered.
    pub fn is_begun(&self) -> bool {
        self.is_begun.get()
    }

    /// The bytes; `on_progress` hears how many are here, and of how many where that is known. `None` where they do not come.
    pub async fn get(&self, on_progress: &dyn Fn(f64, Option<f64>)) -> Option<FileBytes> {
        let response = JsFuture::from(self.answer.clone()).await.ok()?;
        let response: Response = response.dyn_into().ok()?;
        self.is_begun.set(true);
        if !response.ok() {
            return None;
        }
        // The length of what travels is that of the file only where nothing compressed it on the way.
        let header = |name: &str| response.headers().get(name).ok().flatten();
        let length = header("content-length").filter(|_| header("content-encoding").is_none());
        let length = length.and_then(|length| length.parse::<u32>().ok().map(f64::from));
        let reader: ReadableStreamDefaultReader = response.body()?.get_reader().dyn_into().ok()?;
        let (mut parts, mut n_bytes) = (Vec::<Uint8Array>::new(), 0.0);
        loop {
            on_progress(n_bytes, length);
            let step = JsFuture::from(reader.read()).await.ok()?;
            let part = Reflect::get(&step, &JsValue::from_str("value")).ok()?;
            let Ok(part) = part.dyn_into::<Uint8Array>() else {
                break;
            };
            n_bytes += f64::from(part.length());
            parts.push(part);
        }
        let whole = Uint8Array::new_with_length(n_bytes as u32);
        let mut at = 0;
        for part in parts {
            whole.set(&part, at);
            at += part.length();
        }
        Some(FileBytes::new(whole.buffer()))
    }
}

fn ask(url: &str) -> Option<(Promise, AbortController)> {
    let abort = AbortController::new().ok()?;
    let options = RequestInit::new();
    options.set_signal(Some(&abort.signal()));
    let request = Request::new_with_str_and_init(url, &options).ok()?;
    Some((web_sys::window()?.fetch_with_request(&request), abort))
}
