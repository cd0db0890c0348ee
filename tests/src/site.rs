//! The site under test, on a loopback port of its own, with faults on demand. It stands in front of
//! `nashra serve` (or of a folder) and refuses to change what it passes on, but for a place where
//! browsers report violations of the content security policy.

use std::collections::HashSet;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use crate::{HarnessError, Patience, poll};

mod caddy;
mod fault;
mod http;
mod nashra;
mod nginx;
mod origin;
mod server;

pub use caddy::Caddy;
pub use fault::Fault;
pub use nashra::NashraServe;
pub use nginx::Nginx;
pub use origin::{Made, Origin};

use http::{Request, Response};

/// Where browsers send reports of violations.
const REPORTS: &str = "/__csp";

/// A running site; each has an origin of its own, so nothing is shared with the case before.
pub struct Site {
    addr: SocketAddr,
    state: Arc<State>,
}

/// What a browser sent with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Path and query.
    pub target: String,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// What it says.
    pub body: String,
}

/// What the connections share.
struct State {
    origin: Mutex<Origin>,
    faults: Mutex<Vec<(String, Fault)>>,
    requests: Mutex<Vec<String>>,
    reports: Mutex<Vec<Value>>,
    sent: Mutex<Vec<Sent>>,
    is_over: AtomicBool,
}

impl Site {
    /// Serves an origin on a free loopback port.
    ///
    /// # Errors
    /// `Io` when there is no free port.
    pub fn start(origin: Origin) -> Result<Self, HarnessError> {
        let (listener, addr) = fresh_port().map_err(HarnessError::io("the site's port"))?;
        let state = Arc::new(State {
            origin: Mutex::new(origin),
            faults: Mutex::default(),
            requests: Mutex::default(),
            reports: Mutex::default(),
            sent: Mutex::default(),
            is_over: AtomicBool::new(false),
        });
        let shared = Arc::clone(&state);
        std::thread::spawn(move || accept(&listener, &shared));
        Ok(Self { addr, state })
    }

    /// The absolute address of a path that starts with `/`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.addr)
    }

    /// The same by the machine's name: another host to a browser, and so another site.
    #[must_use]
    pub fn url_by_name(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.addr.port())
    }

    /// From now on the same address answers with another publication.
    pub fn publish(&self, origin: Origin) {
        *locked(&self.state.origin) = origin;
    }

    /// Browsers keep no copies of this site: its service worker is not there. For cases that are about the network, or about what
    /// is read for the first time.
    pub fn keeps_no_copies(&self) {
        self.fault("*/sw.js", Fault::Status(404));
    }

    /// Nothing answers at this address any more.
    ///
    /// # Errors
    /// `Timeout` when something still does.
    pub fn stop(&self) -> Result<(), HarnessError> {
        self.state.is_over.store(true, Ordering::Release);
        // Each attempt also wakes the listener, which then sees that it is over.
        poll(Patience::Page, "the site to end", || {
            Ok(TcpStream::connect(self.addr).is_err().then_some(()))
        })
    }

    /// From now on, what `pattern` names fails that way. A pattern is a path (`/ar/`), a beginning
    /// (`/media/*`) or an ending (`*.wasm`); the last one that fits wins.
    pub fn fault(&self, pattern: &str, fault: Fault) {
        locked(&self.state.faults).push((pattern.to_owned(), fault));
    }

    /// What this pattern was given no longer happens; a held answer goes out.
    pub fn let_go(&self, pattern: &str) {
        locked(&self.state.faults).retain(|(known, _)| known != pattern);
    }

    /// All is well again.
    pub fn clear_faults(&self) {
        locked(&self.state.faults).clear();
    }

    /// Paths (with query) asked for so far, in order, reports left out.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        locked(&self.state.requests).clone()
    }

    /// What browsers sent so far, in order, reports left out.
    #[must_use]
    pub fn sent(&self) -> Vec<Sent> {
        locked(&self.state.sent).clone()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        locked(&self.state.requests).clear();
    }

    /// The bodies of the reports so far, as sent.
    #[must_use]
    pub fn reports(&self) -> Vec<Value> {
        locked(&self.state.reports).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.state.is_over.store(true, Ordering::Release);
        // Wakes the listener, which then sees that it is over.
        let _ = TcpStream::connect(self.addr);
    }
}

/// A port that no site of this process had before: what a browser kept of an earlier one must not answer for this.
fn fresh_port() -> std::io::Result<(TcpListener, SocketAddr)> {
    static KNOWN: Mutex<Option<HashSet<u16>>> = Mutex::new(None);
    // Held until one is found, so that the system gives another.
    let mut taken = Vec::new();
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let addr = listener.local_addr()?;
        if locked(&KNOWN).get_or_insert_default().insert(addr.port()) {
            return Ok((listener, addr));
        }
        taken.push(listener);
    }
}

fn accept(listener: &TcpListener, state: &Arc<State>) {
    for stream in listener.incoming().map_while(Result::ok) {
        if state.is_over.load(Ordering::Acquire) {
            return;
        }
        let state = Arc::clone(state);
        // A browser that closes early is not our failure, so the outcome is not looked at.
        std::thread::spawn(move || answer(stream, &state).ok());
    }
}

/// Reads one request, answers it and closes: simple, and no connection outlives a fault.
fn answer(mut stream: TcpStream, state: &State) -> Result<(), HarnessError> {
    let Some(mut request) = Request::read(&mut stream)? else {
        return Ok(());
    };
    // Chromium opens connections before it needs them: one from before the end must not be answered after it.
    if state.is_over.load(Ordering::Acquire) {
        return Ok(());
    }
    if request.path == REPORTS {
        if let Ok(report) = serde_json::from_slice(&request.body) {
            locked(&state.reports).push(report);
        }
        return Response::empty(204).write(&mut stream, request.is_head());
    }
    locked(&state.requests).push(request.target());
    if request.method == "POST" {
        let sent = Sent {
            target: request.target(),
            headers: request.headers.clone(),
            body: String::from_utf8_lossy(&request.body).into_owned(),
        };
        locked(&state.sent).push(sent);
    }
    let fault = unless_held(state, &request.path);
    if fault.is_some() {
        // A copy that the browser has would answer in place of what is to fail.
        request.forget_copies();
    }
    let response = match fault::instead(fault.as_ref()) {
        Some(response) => response,
        None => {
            let origin = locked(&state.origin).clone();
            origin.answer(&request)?
        }
    };
    fault::write(
        fault.as_ref(),
        response.with_reports_to(REPORTS),
        &mut stream,
        request.is_head(),
    )
}

/// The fault of a path, after any hold on it has ended.
fn unless_held(state: &State, path: &str) -> Option<Fault> {
    let now = || fault::of(&locked(&state.faults), path);
    let let_go = || match now() {
        Some(Fault::Held) if !state.is_over.load(Ordering::Acquire) => Ok(None),
        fault => Ok(Some(fault)),
    };
    poll(Patience::Held, "a held answer", let_go).unwrap_or_default()
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
