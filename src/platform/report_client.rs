//! A report worker of our own: requests out, answers in. Dropped, it ends.
//!
//! It never waits for an answer: whoever asks is told by `on_answer`, in whatever order the worker answers.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array, Uint8ClampedArray, WebAssembly};
use nashra_report::protocol::{Request, Response};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, ImageData, MessageEvent, Worker, WorkerOptions,
    WorkerType,
};

use super::begun;
use super::document;
use super::events::Listener;

/// Where the start script left the addresses of the worker's entry and of its WebAssembly.
const ENTRY: &str = "nashraReportWorker";
const MODULE: &str = "nashraReportModule";
/// A worker of this name waits for a module that was compiled outside of it.
const SHARED: &str = "shared";

/// Pixels of a page, outside of the module's memory. Dropped, their memory goes back to the worker for the next page: the `ImageData` that
/// was painted holds it too, so that nothing but a collector would free it here.
pub struct Pixels {
    data: Uint8ClampedArray,
    worker: Worker,
}

impl Drop for Pixels {
    fn drop(&mut self) {
        let (data, buffer) = (Object::new(), self.data.buffer());
        // A plain object takes every property; a worker that has ended takes nothing, and frees it.
        let _ = Reflect::set(&data, &JsValue::from_str("spare"), &buffer);
        let transfer = Array::of1(&buffer);
        let _ = self.worker.post_message_with_transfer(&data, &transfer);
    }
}

impl Pixels {
    /// As an element that nobody hears of, not yet in the page.
    pub(super) fn to_canvas(&self, width: u32, height: u32) -> Option<HtmlCanvasElement> {
        let document = web_sys::window()?.document()?;
        let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(width);
        canvas.set_height(height);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let image = ImageData::new_with_js_u8_clamped_array_and_sh(&self.data, width, height);
        context.put_image_data(&image.ok()?, 0.0, 0.0).ok()?;
        let _ = canvas.set_attribute("aria-hidden", "true");
        Some(canvas)
    }

    /// As a picture's address, which holds it.
    pub fn to_url(&self, width: u32, height: u32) -> Option<String> {
        let canvas = self.to_canvas(width, height)?;
        let url = canvas.to_data_url().ok();
        // Its memory goes at once, where a collector would wait.
        canvas.set_height(0);
        url
    }
}

/// A file's bytes, outside of the module's memory.
pub struct FileBytes(ArrayBuffer);

impl FileBytes {
    pub(super) fn new(bytes: ArrayBuffer) -> Self {
        Self(bytes)
    }
}

/// A worker that was started.
pub struct ReportClient {
    worker: Worker,
    _listeners: [Listener; 2],
}

impl ReportClient {
    /// Takes the worker that the start script began, or starts one. `on_end` is called when it ends by itself: by a panic, for want of memory, or
    /// because it could not start. It can be asked at once: what comes before its code does is kept for it.
    pub async fn start(
        on_answer: impl Fn(Response, Option<Pixels>) + 'static,
        on_end: impl Fn() + Clone + 'static,
    ) -> Option<Self> {
        if let Some(begun) = begun::worker() {
            let client = Self::of(begun.worker, on_answer, on_end.clone());
            super::task::spawn(async move {
                if JsFuture::from(begun.code).await.is_err() {
                    on_end();
                }
            });
            return Some(client);
        }
        let root = document::root()?;
        let address = |name: &str| {
            let found = Reflect::get(&root, &JsValue::from_str(name)).ok()?;
            found.as_string()
        };
        let (entry, module) = (address(ENTRY)?, address(MODULE)?);
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(SHARED);
        let worker = Worker::new_with_options(&entry, &options).ok()?;
        let client = Self::of(worker, on_answer, on_end);
        // Compiled here, where its code stays warm for the next.
        let response = web_sys::window()?.fetch_with_str(&module);
        let compiled = WebAssembly::compile_streaming(&response);
        let compiled = JsFuture::from(compiled).await.ok()?;
        let message = Object::new();
        Reflect::set(&message, &JsValue::from_str("module"), &compiled).ok()?;
        client.worker.post_message(&message).ok()?;
        Some(client)
    }

    fn of(
        worker: Worker,
        on_answer: impl Fn(Response, Option<Pixels>) + 'static,
        on_end: impl Fn() + 'static,
    ) -> Self {
        let sender = worker.clone();
        let on_message = Listener::new(&worker, "message", move |event| {
            if let Some((response, pixels)) = read(&event, &sender) {
                on_answer(response, pixels);
            }
        });
        let on_error = Listener::new(&worker, "error", move |_| on_end());
        Self {
            worker,
            _listeners: [on_message, on_error],
        }
    }

    /// Asks; a file goes beside `Open`, and is handed over.
    pub fn post(&self, request: &Request, file: Option<FileBytes>) {
        let message = Uint8Array::from(&request.encode()[..]).buffer();
        let (data, transfer) = (Object::new(), Array::of1(&message));
        let set = |name: &str, buffer: &ArrayBuffer| {
            // A plain object takes every property.
            let _ = Reflect::set(&data, &JsValue::from_str(name), buffer);
        };
        set("message", &message);
        if let Some(FileBytes(bytes)) = &file {
            set("bytes", bytes);
            transfer.push(bytes);
        }
        // Fresh buffers can be transferred.
        let _ = self.worker.post_message_with_transfer(&data, &transfer);
    }
}

impl Drop for ReportClient {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// An answer; nothing where a message is none of ours.
fn read(event: &web_sys::Event, worker: &Worker) -> Option<(Response, Option<Pixels>)> {
    let data = event.dyn_ref::<MessageEvent>()?.data();
    let buffer = |name: &str| {
        let value = Reflect::get(&data, &JsValue::from_str(name)).ok()?;
        value.dyn_into::<ArrayBuffer>().ok()
    };
    let message = Uint8Array::new(buffer("message")?.as_ref()).to_vec();
    let pixels = buffer("bytes").map(|bytes| Pixels {
        data: Uint8ClampedArray::new(&bytes),
        worker: worker.clone(),
    });
    Some((Response::decode(&message).ok()?, pixels))
}
