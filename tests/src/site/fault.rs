//! What can go wrong between a CDN and a reader. It refuses chance: a fault happens each time, where it
//! was asked for.

use std::net::TcpStream;
use std::time::Duration;

use std::io::Write;

use super::http::Response;
use crate::HarnessError;

/// A way to fail, or to answer otherwise than the origin would.
#[derive(Debug, Clone)]
pub enum Fault {
    /// This status with an empty body.
    Status(u16),
    /// The right answer, this much later.
    Delay(Duration),
    /// The right answer, once `Site::let_go` says so (or 30 s have passed): no chance for a race.
    Held,
    /// The right headers, then only this many bytes of the body.
    Truncate(usize),
    /// The right body under this media type.
    Type(String),
    /// The connection closes without an answer.
    Blocked,
    /// Another body, with status 200: a feed that changed, or is broken.
    Replace {
        /// The media type.
        media_type: String,
        /// All of it.
        body: Vec<u8>,
    },
    /// The right answer with this header set.
    Header(String, String),
}

/// The last fault whose pattern fits a path.
pub(super) fn of(faults: &[(String, Fault)], path: &str) -> Option<Fault> {
    faults
        .iter()
        .rev()
        .find(|(pattern, _)| fits(pattern, path))
        .map(|(_, fault)| fault.clone())
}

fn fits(pattern: &str, path: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => path.ends_with(end),
        (_, Some(start)) => path.starts_with(start),
        _ => pattern == path,
    }
}

/// The answer of a fault that does not need the origin.
pub(super) fn instead(fault: Option<&Fault>) -> Option<Response> {
    match fault? {
        Fault::Status(status) => {
            let mut response = Response::empty(*status);
            response.set("access-control-allow-origin", "*");
            Some(response)
        }
        Fault::Blocked => Some(Response::empty(204)),
        Fault::Replace { media_type, body } => {
            let mut response = Response {
                status: 200,
                headers: Vec::new(),
                body: body.clone(),
            };
            response.set("content-type", media_type);
            response.set("cache-control", "no-cache");
            // As every answer of a newsroom says.
            response.set("access-control-allow-origin", "*");
            Some(response)
        }
        _ => None,
    }
}

/// Sends an answer the way the fault says.
pub(super) fn write(
    fault: Option<&Fault>,
    mut response: Response,
    stream: &mut TcpStream,
    is_head: bool,
) -> Result<(), HarnessError> {
    match fault {
        Some(Fault::Blocked) => return Ok(()),
        Some(Fault::Delay(time)) => std::thread::park_timeout(*time),
        Some(Fault::Type(media_type)) => response.set("content-type", media_type),
        Some(Fault::Header(name, value)) => response.set(name, value),
        Some(Fault::Truncate(bytes)) => {
            response.write_head(stream)?;
            let part = response.body.get(..*bytes).unwrap_or(&response.body);
            return stream
                .write_all(part)
                .map_err(HarnessError::io("a part of an answer"));
        }
        Some(Fault::Status(_) | Fault::Replace { .. } | Fault::Held) | None => {}
    }
    response.write(stream, is_head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        #[track_caller]
        fn check(pattern: &str, path: &str, expect: bool) {
            assert_eq!(fits(pattern, path), expect, "{pattern} {path}");
        }
        check("/ar/", "/ar/", true);
        check("/ar/", "/ar/releases/", false);
        check("*.wasm", "/app_bg.wasm", true);
        check("*.wasm", "/app.js", false);
        check("/media/*", "/media/a.jpg", true);
        check("*", "/anything", true);
    }
}
