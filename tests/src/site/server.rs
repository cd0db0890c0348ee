//! Somebody else's server as a child process on a port of its own, ended with what holds it.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::engine::Process;
use crate::{HarnessError, Patience, poll};

/// A server that answers.
pub(super) struct Server {
    /// `http://127.0.0.1:PORT`, without a path.
    pub(super) url: String,
    _process: Process,
}

impl Server {
    /// Starts what `command` runs, and waits until it answers on `port`; `to_answer` says what is waited for.
    pub(super) fn start(
        command: &mut Command,
        port: u16,
        to_answer: &str,
    ) -> Result<Self, HarnessError> {
        let process = Process::start(command)?;
        poll(Patience::Start, to_answer, || {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok())
        })?;
        Ok(Self {
            url: format!("http://127.0.0.1:{port}"),
            _process: process,
        })
    }
}

/// A port that nobody has. Below those that systems give away by themselves, so that none of the many servers and browsers of
/// these tests is given it before a server takes it.
pub(super) fn free_port() -> Result<u16, HarnessError> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let own = std::process::id() % 500 * 20;
    let ports = (0..200).map(|_| 20_000 + (own + NEXT.fetch_add(1, Ordering::Relaxed)) % 10_000);
    ports
        .filter_map(|port| u16::try_from(port).ok())
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| HarnessError::Missing("a free port for a server".to_owned()))
}
