//! `nashra serve`: what a CDN would answer for a published newsroom, on this machine.
//!
//! Compressed copies by `Accept-Encoding`, ranges, revalidation, the policy and caching of `_headers`, `404.html` with
//! status 404 for pages and a plain 404 for assets. It runs nothing per request but reading files. Where a newsroom is watched
//! (`preview`), pages are told when to load again.

mod live;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, LOCATION, VARY,
};
use axum::http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use serde_json::Value;
use tokio::net::TcpListener;
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::error::{PressError, io};
use crate::publish::host::{CROSS_ORIGIN, REVALIDATE, SECURITY, caching_of, type_of};
use crate::source::local_path;
pub(crate) use live::Live;

/// What a publication tells this command.
const SETTING: &str = ".nashra/serve.json";

/// A published newsroom, to be served.
pub struct Site {
    folder: PathBuf,
    /// The path under which it stands.
    prefix: String,
    policy: HeaderValue,
    /// Of what partners embed, and the folders of that.
    embed_policy: HeaderValue,
    embeds: Vec<String>,
    /// Old paths and new ones.
    redirects: HashMap<String, String>,
}

impl Site {
    /// Whether `publish` wrote into this folder.
    pub fn is_published(folder: &Path) -> bool {
        folder.join(SETTING).is_file()
    }

    /// Reads what `publish` wrote for this command.
    pub fn open(folder: &Path) -> Result<Self, PressError> {
        let path = folder.join(SETTING);
        let bytes = std::fs::read(&path).map_err(io(&path))?;
        let json: Value = serde_json::from_slice(&bytes).map_err(|cause| PressError::Json {
            origin: path.display().to_string(),
            cause,
        })?;
        let text = |key: &str| json[key].as_str().unwrap_or_default();
        let policy = |text: &str| {
            HeaderValue::from_str(text)
                .unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"))
        };
        Ok(Self {
            folder: folder.to_owned(),
            prefix: text("prefix").to_owned(),
            policy: policy(text("content_security_policy")),
            embed_policy: policy(text("embed_policy")),
            embeds: serde_json::from_value(json["embeds"].clone()).unwrap_or_default(),
            redirects: serde_json::from_value(json["redirects"].clone()).unwrap_or_default(),
        })
    }

    /// The path under which the newsroom stands, from `/` to `/`.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Binds `address` (port 0 for any free one), says where through `ready`, and serves until the process ends.
    pub fn serve(
        self,
        address: SocketAddr,
        ready: impl FnOnce(SocketAddr),
    ) -> Result<(), PressError> {
        let listen = |cause| PressError::Listen { address, cause };
        let listener = std::net::TcpListener::bind(address).map_err(listen)?;
        ready(listener.local_addr().map_err(listen)?);
        serve_on(listener, Arc::new(Live::still(self)))
    }
}

/// Serves what `live` holds until the process ends.
pub(crate) fn serve_on(listener: std::net::TcpListener, live: Arc<Live>) -> Result<(), PressError> {
    let address = listener.local_addr();
    let address = address.unwrap_or_else(|_| SocketAddr::from(([127, 0, 0, 1], 0)));
    let listen = |cause| PressError::Listen { address, cause };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(listen)?;
    listener.set_nonblocking(true).map_err(listen)?;
    runtime.block_on(async {
        let listener = TcpListener::from_std(listener).map_err(listen)?;
        let app = Router::new().fallback(first).with_state(live);
        axum::serve(listener, app).await.map_err(listen)
    })
}

/// What only a watched newsroom answers, else what a CDN would.
async fn first(State(live): State<Arc<Live>>, request: Request<Body>) -> Response<Body> {
    let site = live.site();
    match live.own(&site.prefix, request).await {
        Ok(response) => response,
        Err(request) => {
            live.told(&site.prefix, answer(site.clone(), request).await)
                .await
        }
    }
}

async fn answer(site: Arc<Site>, request: Request<Body>) -> Response<Body> {
    let path = request.uri().path().to_owned();
    if let Some(to) = site.redirects.get(&path) {
        return redirect(to);
    }
    let Some(inner) = path.strip_prefix(&site.prefix) else {
        // The prefix without its last slash is the newsroom all the same.
        if [&path, "/"].concat() == site.prefix {
            return redirect(&site.prefix);
        }
        return plain_not_found();
    };
    // Hidden files are ours alone.
    if inner.split('/').any(|part| part.starts_with('.')) {
        return plain_not_found();
    }
    let is_asset = inner.starts_with("assets/");
    let accepted = request.headers().get(ACCEPT_ENCODING).cloned();
    let (mut parts, body) = request.into_parts();
    let query = parts
        .uri
        .query()
        .map(|query| ["?", query].concat())
        .unwrap_or_default();
    let Ok(uri) = ["/", inner, &query].concat().parse() else {
        return plain_not_found();
    };
    parts.uri = uri;
    let is_page = inner.is_empty() || inner.ends_with('/');
    let mut has_copies = site.has_copies(&if is_page {
        [inner, "index.html"].concat()
    } else {
        inner.to_owned()
    });
    let kind = type_of(if is_page { "index.html" } else { inner });
    let mut response = site.file(Request::from_parts(parts, body)).await;
    if let (true, Some(kind)) = (has_content(&response), kind) {
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    if response.status() == StatusCode::NOT_FOUND {
        if is_asset || looks_like_file(inner) {
            return plain_not_found();
        }
        response = site.not_found(accepted).await;
        has_copies = site.has_copies("404.html");
    }
    site.add_headers(&mut response, caching_of(inner), has_copies);
    if site.embeds.iter().any(|folder| inner.starts_with(folder)) {
        let headers = response.headers_mut();
        headers.insert(CONTENT_SECURITY_POLICY, site.embed_policy.clone());
    }
    response
}

impl Site {
    async fn file(&self, request: Request<Body>) -> Response<Body> {
        let files = ServeDir::new(&self.folder)
            .precompressed_br()
            .precompressed_gzip();
        let response = match files.oneshot(request).await {
            Ok(response) => response.map(Body::new),
            Err(never) => match never {},
        };
        self.under_prefix(response)
    }

    /// Whether compressed copies stand beside a file, so that the answer depends on who asks.
    fn has_copies(&self, path: &str) -> bool {
        let gzip = [path, ".gz"].concat();
        local_path(&self.folder, &gzip).is_file()
    }

    /// A folder asked for without its slash is sent on, under our prefix.
    fn under_prefix(&self, mut response: Response<Body>) -> Response<Body> {
        let location = response
            .headers()
            .get(LOCATION)
            .and_then(|value| value.to_str().ok());
        if let Some(rest) = location.and_then(|location| location.strip_prefix('/'))
            && let Ok(value) = HeaderValue::from_str(&[&self.prefix, rest].concat())
        {
            response.headers_mut().insert(LOCATION, value);
            // A folder stays one: as permanent as other servers say it.
            *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
        }
        response
    }

    /// Our page, compressed as the reader accepts it.
    async fn not_found(&self, accepted: Option<HeaderValue>) -> Response<Body> {
        let mut request = Request::builder()
            .uri("/404.html")
            .body(Body::empty())
            .unwrap_or_default();
        let accepted = accepted.map(|accepted| (ACCEPT_ENCODING, accepted));
        request.headers_mut().extend(accepted);
        let mut response = self.file(request).await;
        *response.status_mut() = StatusCode::NOT_FOUND;
        if let Some(html) = type_of("404.html") {
            let html = HeaderValue::from_static(html);
            response.headers_mut().insert(CONTENT_TYPE, html);
        }
        response
    }

    fn add_headers(&self, response: &mut Response<Body>, caching: &'static str, has_copies: bool) {
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
        if has_copies {
            headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
        }
        headers.insert(CONTENT_SECURITY_POLICY, self.policy.clone());
        for (name, value) in SECURITY {
            if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
                headers.insert(name, HeaderValue::from_static(value));
            }
        }
    }
}

/// Whether an answer carries a file or a part of one.
fn has_content(response: &Response<Body>) -> bool {
    let status = response.status();
    status == StatusCode::OK || status == StatusCode::PARTIAL_CONTENT
}

/// A last segment with an extension is a file, and a missing file is no page.
fn looks_like_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_html = [".html", ".htm"]
        .iter()
        .any(|extension| name.ends_with(extension));
    !is_html
        && name
            .rsplit_once('.')
            .is_some_and(|(stem, extension)| !stem.is_empty() && extension.len() <= 5)
}

fn redirect(to: &str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

fn plain_not_found() -> Response<Body> {
    let mut response = Response::new(Body::from("Not found\n"));
    *response.status_mut() = StatusCode::NOT_FOUND;
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(REVALIDATE));
    headers.insert(
        ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static(CROSS_ORIGIN.1),
    );
    response
}
