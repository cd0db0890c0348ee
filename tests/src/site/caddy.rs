//! The real Caddy with the configuration that `nashra publish` wrote, as a child process on a free port. It refuses to add anything
//! to that configuration but what keeps it on this machine: a port, and no certificates.

use std::path::Path;
use std::process::Command;

use super::server::{Server, free_port};
use crate::HarnessError;

/// Where Debian's package puts it (`cargo xtask setup --tests` installs it).
const PROGRAM: &str = "/usr/bin/caddy";

/// A running Caddy.
pub struct Caddy(Server);

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
        Server::start(&mut command, port, "Caddy to answer").map(Self)
    }

    /// `http://127.0.0.1:PORT`, without a path.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.0.url
    }
}
