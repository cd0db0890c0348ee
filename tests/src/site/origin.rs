//! Where the site under test comes from. It refuses to follow redirects or unpack bodies, so that the
//! browser sees what the origin sent.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use ureq::Agent;
use ureq::http;

use super::http::{Request, Response};
use super::{NashraServe, Nginx};
use crate::HarnessError;

/// What answers when no fault does.
#[derive(Clone)]
pub enum Origin {
    /// Files as they lie, with a strict policy: for the harness's own fixtures.
    Folder(PathBuf),
    /// A running `nashra serve`; shared, since it is the same for many cases.
    Nashra(Arc<NashraServe>),
    /// A running nginx.
    Nginx(Arc<Nginx>),
    /// Pages of somebody else's, as a test makes them.
    Partner(Arc<Vec<Made>>),
}

/// A file that a test makes, under no policy but its own.
#[derive(Debug, Clone)]
pub struct Made {
    /// From the host's root.
    pub path: String,
    /// What it says.
    pub body: String,
    /// Names and values besides the type, which goes by the path's extension (none: HTML).
    pub headers: Vec<(String, String)>,
}

impl Made {
    fn answer(&self) -> Response {
        let mut response = Response {
            status: 200,
            headers: Vec::new(),
            body: self.body.clone().into_bytes(),
        };
        let name = if self.path.ends_with('/') {
            "index.html"
        } else {
            &self.path
        };
        response.set("content-type", media_type(name));
        response.set("cache-control", "no-cache");
        for (name, value) in &self.headers {
            response.set(name, value);
        }
        response
    }
}

/// Like the product's, without hashes: fixtures keep their scripts in files.
const FIXTURE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'";

impl Origin {
    pub(super) fn answer(&self, request: &Request) -> Result<Response, HarnessError> {
        match self {
            Self::Folder(dir) => Ok(file(dir, &request.path)),
            Self::Nashra(server) => forward(server.url(), request),
            Self::Nginx(server) => forward(server.url(), request),
            Self::Partner(files) => {
                let found = files.iter().find(|file| file.path == request.path);
                Ok(found.map_or_else(|| Response::empty(404), Made::answer))
            }
        }
    }
}

fn file(dir: &Path, path: &str) -> Response {
    let name = path.trim_start_matches('/');
    let name = if name.is_empty() || name.ends_with('/') {
        format!("{name}index.html")
    } else {
        name.to_owned()
    };
    // Fixtures lie in one folder; nothing above it is ours to show.
    let found = if name.split('/').any(|part| part == "..") {
        None
    } else {
        std::fs::read(dir.join(&name)).ok()
    };
    let Some(body) = found else {
        return Response::empty(404);
    };
    let mut response = Response {
        status: 200,
        headers: Vec::new(),
        body,
    };
    response.set("content-type", media_type(&name));
    response.set("content-security-policy", FIXTURE_POLICY);
    response
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

fn forward(origin: &str, request: &Request) -> Result<Response, HarnessError> {
    let transport = |error: String| HarnessError::Transport(format!("{}: {error}", request.path));
    let agent: Agent = Agent::config_builder()
        .proxy(None)
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .new_agent();
    let mut forwarded = http::Request::builder().method(request.method.as_str());
    forwarded = forwarded.uri(format!("{origin}{}", request.target()));
    for (name, value) in &request.headers {
        if !matches!(name.as_str(), "host" | "connection" | "content-length") {
            forwarded = forwarded.header(name, value);
        }
    }
    let forwarded = forwarded
        .body(())
        .map_err(|error| transport(error.to_string()))?;
    let mut answer = agent
        .run(forwarded)
        .map_err(|error| transport(error.to_string()))?;
    let kept = answer.headers().iter().filter(|(name, _)| {
        !matches!(
            name.as_str(),
            "connection" | "content-length" | "transfer-encoding" | "keep-alive"
        )
    });
    let headers = kept.map(|(name, value)| {
        (
            name.to_string(),
            String::from_utf8_lossy(value.as_bytes()).into_owned(),
        )
    });
    let headers = headers.collect();
    let body = answer.body_mut().with_config().limit(1 << 28).read_to_vec();
    let body = body.map_err(|error| transport(error.to_string()))?;
    Ok(Response {
        status: answer.status().as_u16(),
        headers,
        body,
    })
}
