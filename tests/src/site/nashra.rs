//! `nashra serve` as a child process on a free port: what is tested is the program that ships. It
//! refuses to publish; the folder is there already.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::HarnessError;
use crate::engine::Process;

/// A running server.
pub struct NashraServe {
    url: String,
    _process: Process,
}

impl NashraServe {
    /// Starts `nashra serve DIR --port 0` and reads its address, the first `http://…` it prints.
    ///
    /// # Errors
    /// `Io` when it does not start, `Missing` when it stops without an address.
    pub fn start(nashra: &Path, dir: &Path) -> Result<Self, HarnessError> {
        Self::start_with(nashra, dir, &[])
    }

    /// The same with the newsroom itself, published again whenever a file in it changes; with the built app that is tested.
    ///
    /// # Errors
    /// As `start`.
    pub fn watching(nashra: &Path, dir: &Path, app: &Path) -> Result<Self, HarnessError> {
        let app = app.display().to_string();
        Self::start_with(nashra, dir, &["--watch", "--no-media", "--app", &app])
    }

    fn start_with(nashra: &Path, dir: &Path, more: &[&str]) -> Result<Self, HarnessError> {
        let mut command = Command::new(nashra);
        command
            .arg("serve")
            .arg(dir)
            .args(["--port", "0"])
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        let mut process = Process::start(&mut command)?;
        let mut lines = process
            .stdout()
            .map(|stdout| BufReader::new(stdout).lines())
            .into_iter()
            .flatten();
        let url = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| address(&line));
        // Goes on reading, or the server would stop at a full pipe.
        std::thread::spawn(move || lines.by_ref().map_while(Result::ok).for_each(drop));
        let url = url.ok_or_else(|| {
            HarnessError::Missing(format!("`nashra serve {}` stopped", dir.display()))
        })?;
        Ok(Self {
            url,
            _process: process,
        })
    }

    /// `http://127.0.0.1:PORT`, without a path.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// The scheme and host of the first web address in a line.
fn address(line: &str) -> Option<String> {
    let host = line.split_once("http://")?.1;
    let end = host
        .find(|c: char| c == '/' || c.is_whitespace())
        .unwrap_or(host.len());
    host.get(..end)
        .filter(|host| !host.is_empty())
        .map(|host| format!("http://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_lines() {
        #[track_caller]
        fn check(line: &str, expect: Option<&str>) {
            assert_eq!(address(line).as_deref(), expect, "{line}");
        }
        check(
            "Serving on http://127.0.0.1:8080/news/",
            Some("http://127.0.0.1:8080"),
        );
        check(
            "http://127.0.0.1:1 (stop with Ctrl-C)",
            Some("http://127.0.0.1:1"),
        );
        check("published 12 pages", None);
        check("http://", None);
    }
}
