//! A publication that is served while it changes: what stands there now, and how open pages learn of it.
//!
//! A page of a watched newsroom asks for `.nashra/reload` with the number of the publication that it came from, and is answered
//! when there is another. It refuses to change anything on the disk: what pages get besides is put in on the way.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE,
    IF_NONE_MATCH, LAST_MODIFIED, RANGE,
};
use axum::http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use tokio::sync::watch::{Receiver, Sender, channel};

use super::Site;

/// What a page of a watched newsroom runs. The first answer comes at once and is the number of the publication that stands there.
const RELOAD_SCRIPT: &str = include_str!("reload.js");
const SCRIPT: &str = ".nashra/reload.js";
const RELOAD: &str = ".nashra/reload";

/// So long an answer is held back; browsers and proxies give up later than that.
const PATIENCE: Duration = Duration::from_secs(25);

/// No page is larger.
const MAX_PAGE_BYTES: usize = 64 * 1024 * 1024;

/// What is served.
pub(crate) struct Live {
    site: RwLock<Arc<Site>>,
    /// The number of the publication, where it changes.
    number: Option<Sender<u64>>,
}

impl Live {
    /// A publication that stays as it is.
    pub(crate) fn still(site: Site) -> Self {
        Self {
            site: RwLock::new(Arc::new(site)),
            number: None,
        }
    }

    /// One that changes.
    pub(crate) fn watched(site: Site) -> Self {
        Self {
            site: RwLock::new(Arc::new(site)),
            number: Some(channel(1).0),
        }
    }

    /// What stands there now.
    pub(super) fn site(&self) -> Arc<Site> {
        let site = self.site.read();
        Arc::clone(&site.unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another publication in its place, and tells the pages that are open.
    pub(crate) fn renew(&self, site: Site) {
        *self.site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
        if let Some(number) = &self.number {
            number.send_modify(|number| *number += 1);
        }
    }

    /// The answer to what only pages of a watched newsroom ask; else the request, so that pages come as they are.
    pub(super) async fn own(
        &self,
        prefix: &str,
        mut request: Request<Body>,
    ) -> Result<Response<Body>, Request<Body>> {
        let Some(number) = &self.number else {
            return Err(request);
        };
        match request.uri().path().strip_prefix(prefix) {
            Some(SCRIPT) => {
                let script = RELOAD_SCRIPT.replace("PREFIX", prefix);
                Ok(plain(StatusCode::OK, "text/javascript", script))
            }
            Some(RELOAD) => {
                let known = request.uri().query().and_then(|query| query.parse().ok());
                Ok(next(number.subscribe(), known).await)
            }
            // Copies of an earlier publication would stand between the editor and the text.
            Some("sw.js") => {
                let worker = crate::publish::offline::off(prefix);
                Ok(plain(StatusCode::OK, "text/javascript", worker))
            }
            _ => {
                let headers = request.headers_mut();
                for name in [ACCEPT_ENCODING, IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE] {
                    headers.remove(name);
                }
                Err(request)
            }
        }
    }

    /// An answer, and where it is a page of a watched newsroom, with the script in it.
    pub(super) async fn told(&self, prefix: &str, response: Response<Body>) -> Response<Body> {
        if self.number.is_none() || !is_page(response.headers()) {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        let Ok(bytes) = to_bytes(body, MAX_PAGE_BYTES).await else {
            return plain(
                StatusCode::INTERNAL_SERVER_ERROR,
                "text/plain",
                String::new(),
            );
        };
        let page = String::from_utf8_lossy(&bytes);
        let script = format!("<script type=\"module\" src=\"{prefix}{SCRIPT}\"></script>");
        // In the head, which the app leaves alone.
        let at = page.find("</head>").unwrap_or(page.len());
        let page = [&page[..at], &script, &page[at..]].concat();
        for name in [CONTENT_LENGTH, ETAG, LAST_MODIFIED] {
            parts.headers.remove(name);
        }
        Response::from_parts(parts, Body::from(page))
    }
}

/// The number of the publication, as soon as it is another than `known`.
async fn next(mut number: Receiver<u64>, known: Option<u64>) -> Response<Body> {
    let is_other = |number: &u64| Some(*number) != known;
    let found = tokio::time::timeout(PATIENCE, number.wait_for(is_other)).await;
    match found {
        Ok(Ok(number)) => plain(StatusCode::OK, "text/plain", number.to_string()),
        _ => plain(StatusCode::NO_CONTENT, "text/plain", String::new()),
    }
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

fn plain(status: StatusCode, kind: &'static str, text: String) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
