//! As much of HTTP/1.1 (RFC 9112) as three browsers need from a test site: one request a connection.
//! It refuses to be a web server for anyone else.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::HarnessError;

/// What a browser asked for.
pub(super) struct Request {
    pub(super) method: String,
    /// Without query, as written (not decoded).
    pub(super) path: String,
    pub(super) query: Option<String>,
    /// Names in lower case.
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Request {
    /// Reads one; `None` when the browser opened the connection only in advance.
    pub(super) fn read(stream: &mut TcpStream) -> Result<Option<Self>, HarnessError> {
        let io = || HarnessError::io("a browser's request");
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .map_err(io())?;
        let mut bytes = Vec::new();
        let mut chunk = [0; 4096];
        let head_end = loop {
            if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                break end;
            }
            match stream.read(&mut chunk).map_err(io())? {
                0 => return Ok(None),
                n => bytes.extend(chunk.iter().take(n)),
            }
        };
        let mut body = bytes.split_off(head_end + 4);
        let head = String::from_utf8_lossy(&bytes).into_owned();
        let Some(mut request) = Self::from_head(&head) else {
            return Ok(None);
        };
        let length = request
            .header("content-length")
            .and_then(|value| value.parse().ok())
            .unwrap_or(0);
        while body.len() < length {
            match stream.read(&mut chunk).map_err(io())? {
                0 => break,
                n => body.extend(chunk.iter().take(n)),
            }
        }
        request.body = body;
        Ok(Some(request))
    }

    fn from_head(head: &str) -> Option<Self> {
        let mut lines = head.split("\r\n");
        let mut first = lines.next()?.split(' ');
        let (method, target) = (first.next()?.to_owned(), first.next()?);
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (target, None),
        };
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers =
            headers.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()));
        Some(Self {
            method,
            path: path.to_owned(),
            query,
            headers: headers.collect(),
            body: Vec::new(),
        })
    }

    /// Path and query, as written.
    pub(super) fn target(&self) -> String {
        self.query.as_ref().map_or_else(
            || self.path.clone(),
            |query| format!("{}?{query}", self.path),
        )
    }

    /// Asks for the whole, whatever copy the browser has (RFC 9110, section 13.1).
    pub(super) fn forget_copies(&mut self) {
        self.headers.retain(|(name, _)| !name.starts_with("if-"));
    }

    pub(super) fn is_head(&self) -> bool {
        self.method == "HEAD"
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// What the browser gets.
pub(super) struct Response {
    pub(super) status: u16,
    /// Names in lower case, without `content-length` and `connection`.
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Response {
    pub(super) fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// Replaces or adds a header.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        let name = name.to_ascii_lowercase();
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
    }

    /// Adds a place for reports to every policy that has none.
    pub(super) fn with_reports_to(mut self, path: &str) -> Self {
        for (_, policy) in self
            .headers
            .iter_mut()
            .filter(|(name, _)| name == "content-security-policy")
        {
            if !policy.contains("report-uri") {
                *policy = format!("{}; report-uri {path}", policy.trim_end_matches([';', ' ']));
            }
        }
        self
    }

    /// Sends all of it; the connection closes with the stream.
    pub(super) fn write(&self, stream: &mut TcpStream, is_head: bool) -> Result<(), HarnessError> {
        let body = if is_head { &[] } else { self.body.as_slice() };
        self.write_head(stream)?;
        stream
            .write_all(body)
            .map_err(HarnessError::io("an answer"))
    }

    /// Sends status and headers, with the length of the whole body.
    pub(super) fn write_head(&self, stream: &mut TcpStream) -> Result<(), HarnessError> {
        let mut head = format!("HTTP/1.1 {} \r\n", self.status);
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        if !matches!(self.status, 204 | 304) {
            head += &format!("content-length: {}\r\n", self.body.len());
        }
        head += "connection: close\r\n\r\n";
        stream
            .write_all(head.as_bytes())
            .map_err(HarnessError::io("an answer"))
    }
}
