//! The report engine as a Web Worker module: requests in, pixels and text out, one at a time.
//!
//! Between two requests it lets the browser deliver what was posted meanwhile, so that a cancellation comes in time.
//! It never keeps the app's rules: what to draw when is decided there, and the messages are `nashra-report`'s.

mod channel;
mod desk;
mod failure;
mod supplies;

use channel::Channel;

/// Says `Ready` and answers from now on. Called once, in a worker.
pub fn start() {
    if let Some(channel) = Channel::open() {
        wasm_bindgen_futures::spawn_local(desk::work(channel));
    }
}
