//! Fetches what a report leaves out, when one does: standard fonts and predefined character maps, files beside the worker.
//!
//! It never fetches a file twice in a worker's life, nor anything before it was missed.

use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use nashra_report_engine::Supplies;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, Response};

/// The global that the worker's entry script leaves: the address of the files' folder, with its slash.
const FOLDER: &str = "nashraSupplies";

/// The files, and what is here of them.
pub(crate) struct Store {
    pub(crate) supplies: Supplies,
    scope: DedicatedWorkerGlobalScope,
    folder: Option<String>,
}

impl Store {
    pub(crate) fn of(scope: &DedicatedWorkerGlobalScope) -> Self {
        let folder = Reflect::get(scope, &JsValue::from_str(FOLDER)).ok();
        Self {
            supplies: Supplies::default(),
            scope: scope.clone(),
            folder: folder.and_then(|folder| folder.as_string()),
        }
    }

    /// Asks anew for what could not be had for the file before: the network may be back.
    pub(crate) fn try_again(&self) {
        self.supplies.forget_failures();
    }

    /// Fetches what was missed; false where nothing was.
    pub(crate) async fn fetch_missing(&self) -> bool {
        let missing = self.supplies.take_missing();
        let is_any = !missing.is_empty();
        for name in missing {
            let bytes = self.fetch(&name).await;
            self.supplies.bring(name, bytes);
        }
        is_any
    }

    async fn fetch(&self, name: &str) -> Option<Vec<u8>> {
        let url = [self.folder.as_deref()?, name].concat();
        let response: Response = JsFuture::from(self.scope.fetch_with_str(&url))
            .await
            .ok()?
            .dyn_into()
            .ok()?;
        if !response.ok() {
            return None;
        }
        let bytes: ArrayBuffer = JsFuture::from(response.array_buffer().ok()?)
            .await
            .ok()?
            .dyn_into()
            .ok()?;
        Some(Uint8Array::new(&bytes).to_vec())
    }
}
