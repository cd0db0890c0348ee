//! Starts the worker in the browser. Natively it is nothing: the engine needs no worker there.

fn main() {
    #[cfg(target_arch = "wasm32")]
    nashra_report_worker::start();
}
