//! One request for all elements that want the same file, and its answer for five minutes. A failure is not kept: who asks later
//! asks anew.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use crate::platform::clock_ms;
use crate::platform::fetch::{self, FetchError};
use crate::platform::json::BrowserJson;
use crate::platform::task::spawn;

/// How long an answer serves others, in milliseconds.
const KEPT_MS: f64 = 300_000.0;
/// How many answers are kept.
const MAX_KEPT: usize = 8;

type Answer = Result<BrowserJson, FetchError>;

/// A request on its way, or answered.
struct Request {
    url: String,
    begun_ms: f64,
    state: RefCell<State>,
}

enum State {
    Waiting(Vec<Waker>),
    Done(Answer),
}

thread_local! {
    static REQUESTS: RefCell<Vec<Rc<Request>>> = const { RefCell::new(Vec::new()) };
}

/// The JSON at `url`.
pub(super) async fn json(url: &str) -> Answer {
    let request = known(url).unwrap_or_else(|| begin(url));
    poll_fn(move |context| match &mut *request.state.borrow_mut() {
        State::Done(answer) => Poll::Ready(answer.clone()),
        State::Waiting(wakers) => {
            wakers.push(context.waker().clone());
            Poll::Pending
        }
    })
    .await
}

fn known(url: &str) -> Option<Rc<Request>> {
    REQUESTS.with_borrow_mut(|requests| {
        let now_ms = clock_ms();
        requests.retain(|request| now_ms - request.begun_ms < KEPT_MS);
        requests.iter().find(|request| request.url == url).cloned()
    })
}

fn begin(url: &str) -> Rc<Request> {
    let request = Rc::new(Request {
        url: url.to_owned(),
        begun_ms: clock_ms(),
        state: RefCell::new(State::Waiting(Vec::new())),
    });
    REQUESTS.with_borrow_mut(|requests| {
        if requests.len() >= MAX_KEPT {
            requests.remove(0);
        }
        requests.push(request.clone());
    });
    let answered = request.clone();
    spawn(async move {
        let answer = fetch::json(&answered.url).await.map(|(json, _)| json);
        if answer.is_err() {
            REQUESTS.with_borrow_mut(|requests| {
                requests.retain(|request| !Rc::ptr_eq(request, &answered));
            });
        }
        let before = answered.state.replace(State::Done(answer));
        if let State::Waiting(wakers) = before {
            wakers.into_iter().for_each(Waker::wake);
        }
    });
    request
}
