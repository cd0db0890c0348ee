//! Work for later: futures on the browser's queue, timers, and the idle moment after the first paint.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Runs `future` on the browser's queue.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Begins `future` at once; what is given waits for its value.
pub fn start<T: 'static>(future: impl Future<Output = T> + 'static) -> impl Future<Output = T> {
    let place = Rc::<RefCell<(Option<T>, Option<Waker>)>>::default();
    let done = place.clone();
    spawn(async move {
        let value = future.await;
        let mut place = done.borrow_mut();
        place.0 = Some(value);
        if let Some(waker) = place.1.take() {
            waker.wake();
        }
    });
    poll_fn(move |context| {
        let mut place = place.borrow_mut();
        match place.0.take() {
            Some(value) => Poll::Ready(value),
            None => {
                place.1 = Some(context.waker().clone());
                Poll::Pending
            }
        }
    })
}

/// Waits `delay_ms` milliseconds.
pub async fn sleep(delay_ms: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, delay_ms);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Waits until the browser has painted and is idle (or 2 s; Safari, which has no idle callback: two frames).
pub async fn idle() {
    let promise = Promise::new(&mut |resolve, _| {
        let Some(window) = web_sys::window() else {
            return;
        };
        let has_idle =
            Reflect::has(&window, &JsValue::from_str("requestIdleCallback")).unwrap_or(false);
        if has_idle {
            let options = web_sys::IdleRequestOptions::new();
            options.set_timeout(2000);
            let _ = window.request_idle_callback_with_options(&resolve, &options);
        } else {
            next_frame(move || next_frame_call(&resolve));
        }
    });
    let _ = JsFuture::from(promise).await;
}

fn next_frame_call(resolve: &Function) {
    let resolve = resolve.clone();
    next_frame(move || {
        let _ = resolve.call0(&JsValue::UNDEFINED);
    });
}

/// Calls `callback` before the next paint.
pub fn next_frame(callback: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let callback = Closure::once_into_js(callback);
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Calls `callback` before the next paint with the time, in milliseconds on the page's own clock.
pub fn at_next_frame(callback: impl FnOnce(f64) + 'static) {
    if let Some(window) = web_sys::window() {
        let callback = Closure::once_into_js(callback);
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}
