//! One way to get a text over the network: bounded in time, retried where that can help, and telling what failed.

use nashra_feed::json::{JsonKind, JsonSource as _};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Request, RequestCache, RequestInit, Response};

use super::json::BrowserJson;
use super::task;

/// How long one attempt may take, in milliseconds.
const TIMEOUT_MS: i32 = 10_000;
/// Waits before the second and the third attempt, in milliseconds.
const BACK_OFF_MS: [i32; 2] = [400, 1600];
/// What a response may hold before it is refused, in UTF-16 units: a feed page's bound of `feed.md`.
const MAX_LENGTH: u32 = 8 * 1024 * 1024;
/// Set by the service worker on copies that it had kept: when they came, in milliseconds since 1970.
const KEPT: &str = "nashra-kept";

/// When a copy that was kept came, in milliseconds since 1970; `None` for what the host answered just now.
pub type KeptMs = Option<i64>;

/// Why a text did not come. Each asks for another sentence to the reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FetchError {
    /// The device says that it has no network.
    Offline,
    /// No answer in time.
    Timeout,
    /// No connection, a name that does not resolve, or a host that forbids cross-origin reading: browsers do not tell.
    Network,
    /// The host answered with this status.
    Status(u16),
    /// The host answered with something that is not JSON.
    NotJson,
    /// More than 8 MiB.
    TooLarge,
}

/// Gets `url` and parses it. Server errors and network failures are tried three times in all. Where the host cannot be
/// reached, the service worker answers with the copy that it kept, if it did.
pub async fn json(url: &str) -> Result<(BrowserJson, KeptMs), FetchError> {
    let mut attempt = 0;
    loop {
        let error = match once(url).await {
            Ok((text, kept_ms)) => return Ok((parse(&text)?, kept_ms)),
            Err(error) => error,
        };
        let is_passing = matches!(error, FetchError::Network | FetchError::Status(500..=599));
        match BACK_OFF_MS.get(attempt) {
            Some(delay_ms) if is_passing => task::sleep(*delay_ms).await,
            _ => return Err(error),
        }
        attempt += 1;
    }
}

fn parse(text: &str) -> Result<BrowserJson, FetchError> {
    // A byte order mark is no JSON, but editors write it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = BrowserJson::parse(text).ok_or(FetchError::NotJson)?;
    // A bare string or number is valid JSON and nothing we ever read.
    if !matches!(value.kind(), JsonKind::Object | JsonKind::Array) {
        return Err(FetchError::NotJson);
    }
    Ok(value)
}

async fn once(url: &str) -> Result<(String, KeptMs), FetchError> {
    let window = web_sys::window().ok_or(FetchError::Network)?;
    let abort = AbortController::new().map_err(|_| FetchError::Network)?;
    let options = RequestInit::new();
    options.set_signal(Some(&abort.signal()));
    // Ask the host each time; it answers 304 where nothing changed. What is named by its content never does: the page may have
    // asked for it already, and then it is here.
    if !url.contains("/assets/") {
        options.set_cache(RequestCache::NoCache);
    }
    let request = Request::new_with_str_and_init(url, &options).map_err(|_| FetchError::Network)?;

    let timed_out = std::rc::Rc::new(std::cell::Cell::new(false));
    let mark = timed_out.clone();
    let on_timeout = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || {
        mark.set(true);
        abort.abort();
    });
    let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        on_timeout.as_ref().unchecked_ref(),
        TIMEOUT_MS,
    );
    let result = read(JsFuture::from(window.fetch_with_request(&request)).await).await;
    if let Ok(timer) = timer {
        window.clear_timeout_with_handle(timer);
    }
    match result {
        Err(FetchError::Network) if timed_out.get() => Err(FetchError::Timeout),
        // Asked only now: a copy may have come without any network.
        Err(FetchError::Network) if !window.navigator().on_line() => Err(FetchError::Offline),
        result => result,
    }
}

/// The response's text; the timer above runs until the last byte, so that a stalled body is a timeout too.
async fn read(response: Result<JsValue, JsValue>) -> Result<(String, KeptMs), FetchError> {
    let response: Response = response.map_err(|_| FetchError::Network)?.unchecked_into();
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let text = response.text().map_err(|_| FetchError::Network)?;
    let text = JsFuture::from(text)
        .await
        .map_err(|_| FetchError::Network)?;
    if text.unchecked_ref::<js_sys::JsString>().length() > MAX_LENGTH {
        return Err(FetchError::TooLarge);
    }
    let text = text.as_string().ok_or(FetchError::Network)?;
    let kept_ms = response.headers().get(KEPT).ok().flatten();
    Ok((text, kept_ms.and_then(|ms| ms.parse().ok())))
}
