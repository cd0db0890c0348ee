//! The worker's side of the wire: messages in, by turns, and answers out.
//!
//! A message is an object with `message` (the bytes of a `Request` or `Response`) and, where there is one, `bytes`
//! (the buffer beside it). Both are transferred; it never copies a buffer that it could hand over. An object with `spare` gives back
//! the buffer of a drawing that was shown, for the next one: what is left to a collector was seen to pile up, a buffer a page.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use nashra_report::protocol::{
    Failure, PROTOCOL_VERSION, RenderQueue, Request, Response, ResponseKind,
};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

/// A request whose turn it is, with the buffer that was transferred beside it.
pub(crate) type Turn = (Request, Option<ArrayBuffer>);

/// Where requests arrive and answers leave.
pub(crate) struct Channel {
    scope: DedicatedWorkerGlobalScope,
    inbox: Rc<RefCell<Inbox>>,
    /// A message to ourselves stands behind all that were posted to us before it.
    turns: MessagePort,
}

#[derive(Default)]
struct Inbox {
    queue: RenderQueue<ArrayBuffer>,
    /// Buffers that came back: as many as there were drawings out at a time.
    spares: Vec<ArrayBuffer>,
    /// Whether our message to ourselves came back.
    has_turn: bool,
    waker: Option<Waker>,
}

impl Inbox {
    fn wake(&mut self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    /// Bytes outside of the module's memory, in a buffer that came back where it is as large. Others are of another scale, and go.
    fn fill(&mut self, bytes: &[u8]) -> ArrayBuffer {
        let is_as_large = |spare: &ArrayBuffer| spare.byte_length() as usize == bytes.len();
        self.spares.retain(is_as_large);
        let Some(spare) = self.spares.pop() else {
            return Uint8Array::from(bytes).buffer();
        };
        Uint8Array::new(&spare).copy_from(bytes);
        spare
    }
}

impl Channel {
    /// Listens; nothing outside of a dedicated worker.
    pub(crate) fn open() -> Option<Self> {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into().ok()?;
        let inbox = Rc::<RefCell<Inbox>>::default();
        let turns = MessageChannel::new().ok()?;
        let shared = inbox.clone();
        let on_turn = Closure::<dyn Fn(MessageEvent)>::new(move |_| {
            let mut inbox = shared.borrow_mut();
            inbox.has_turn = true;
            inbox.wake();
        });
        turns
            .port1()
            .set_onmessage(Some(on_turn.into_js_value().unchecked_ref()));
        let (shared, sender) = (inbox.clone(), scope.clone());
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            take_in(&shared, &sender, &event.data());
        });
        scope.set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
        Some(Self {
            scope,
            inbox,
            turns: turns.port2(),
        })
    }

    /// The next request, after the browser delivered what was posted before now.
    pub(crate) async fn next(&self) -> Turn {
        self.inbox.borrow_mut().has_turn = false;
        // It can only fail for what is not transferable; nothing is transferred here.
        let _ = self.turns.post_message(&JsValue::NULL);
        poll_fn(|context| {
            let mut inbox = self.inbox.borrow_mut();
            let turn = if inbox.has_turn {
                inbox.queue.pop()
            } else {
                None
            };
            match turn {
                Some(turn) => Poll::Ready(turn),
                None => {
                    inbox.waker = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await
    }

    /// Answers, with a buffer beside.
    pub(crate) fn answer(&self, response: &Response, beside: Option<&[u8]>) {
        let beside = beside.map(|bytes| self.inbox.borrow_mut().fill(bytes));
        post(&self.scope, response, beside.as_ref());
    }

    /// The worker's global object.
    pub(crate) fn scope(&self) -> &DedicatedWorkerGlobalScope {
        &self.scope
    }
}

/// What the worker says unasked, when it listens.
pub(crate) fn ready() -> ResponseKind {
    ResponseKind::Ready {
        version: PROTOCOL_VERSION,
    }
}

fn take_in(inbox: &RefCell<Inbox>, scope: &DedicatedWorkerGlobalScope, data: &JsValue) {
    let buffer = |name: &str| {
        let value = Reflect::get(data, &JsValue::from_str(name)).ok()?;
        value.dyn_into::<ArrayBuffer>().ok()
    };
    if let Some(spare) = buffer("spare") {
        inbox.borrow_mut().spares.push(spare);
        return;
    }
    let request = buffer("message")
        .and_then(|message| Request::decode(&Uint8Array::new(&message).to_vec()).ok());
    let Some(request) = request else {
        let kind = ResponseKind::Failed(Failure::BadMessage);
        post(
            scope,
            &Response {
                id: 0,
                generation: 0,
                kind,
            },
            None,
        );
        return;
    };
    let mut inbox = inbox.borrow_mut();
    for dropped in inbox.queue.push(request, buffer("bytes")) {
        post(scope, &dropped.answer(ResponseKind::Cancelled), None);
    }
    inbox.wake();
}

fn post(scope: &DedicatedWorkerGlobalScope, response: &Response, beside: Option<&ArrayBuffer>) {
    let message = Uint8Array::from(&response.encode()[..]).buffer();
    let (data, transfer) = (Object::new(), Array::of1(&message));
    let set = |name: &str, buffer: &ArrayBuffer| {
        // A plain object takes every property.
        let _ = Reflect::set(&data, &JsValue::from_str(name), buffer);
    };
    set("message", &message);
    if let Some(beside) = beside {
        set("bytes", beside);
        transfer.push(beside);
    }
    // Fresh buffers can be transferred.
    let _ = scope.post_message_with_transfer(&data, &transfer);
}
