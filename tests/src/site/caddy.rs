//! The real Caddy with the configuration that `nashra publish` wrote, as a child process on a free port. It refuses to add anything
//! to that configuration but what keeps it on this machine: a port, and no certificates.

use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::Command;

use super::nginx::free_port;
use crate::engine::Process;
use crate::{HarnessError, Patience, poll};

/// Where Debian's package puts it (`cargo xtask setup --tests` installs it).
const PROGRAM: &str = "/usr/bin/caddy";

/// A running Caddy.
pub struct Caddy {
    url: String,
    _process: Process,
}

impl Caddy {
    /// Serves the published newsroom in `site`; its own files go into `folder`.
    ///
    /// # Errors
    /// `Io` when it does not start, `Timeout` when it does not answer.
    pub fn start(site: &Path, folder: &Path) -> Result<Self, HarnessError> {
        let io = |path: &Path| HarnessError::io(path.display().to_string());
        let port = free_port()?;
        std::fs::create_dir_all(folder).map_err(io(folder))?;
        let file = folder.join("Caddyfile");
        let text = format!(
            "{{\n admin off\n auto_https off\n}}\nhttp://127.0.0.1:{port} {{\n import \"{}\"\n}}\n",
            site.join(".nashra/Caddyfile").display()
        );
        std::fs::write(&file, text).map_err(io(&file))?;
        let mut command = Command::new(PROGRAM);
        command
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(&file)
            // What it keeps of its own.
            .env("XDG_DATA_HOME", folder)
            .env("XDG_CONFIG_HOME", folder);
        let process = Process::start(&mut command)?;
        poll(Patience::Start, "Caddy to answer", || {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok())
        })?;
        Ok(Self {
            url: format!("http://127.0.0.1:{port}"),
            _process: process,
        })
    }

    /// `http://127.0.0.1:PORT`, without a path.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}
