//! A screen in memory for WebKit, which has no headless mode. It refuses to use the user's own display.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::{Process, find_program};
use crate::HarnessError;

/// A running Xvfb on a display number of its own choice.
pub(super) struct Display {
    name: String,
    _server: Process,
}

impl Display {
    /// Starts it and waits until it tells its number.
    pub(super) fn start() -> Result<Self, HarnessError> {
        let mut command = Command::new(find_program(&["Xvfb"])?);
        command
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1200x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Process::start(&mut command)?;
        let mut number = String::new();
        if let Some(stdout) = server.stdout() {
            BufReader::new(stdout)
                .read_line(&mut number)
                .map_err(HarnessError::io("Xvfb"))?;
        }
        match number.trim() {
            "" => Err(HarnessError::Missing("Xvfb stopped at once".into())),
            number => Ok(Self {
                name: format!(":{number}"),
                _server: server,
            }),
        }
    }

    /// For the `DISPLAY` variable.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}
