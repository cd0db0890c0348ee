//! Child processes that end with us, and with them all that they started: a driver's browser lives in
//! a group of its own. It refuses to end anything it did not start.

use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command};
use std::sync::{Mutex, PoisonError};

use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::Pid;

use crate::HarnessError;

/// Leaders of the groups that are running, for the signal handler.
static RUNNING: Mutex<Vec<i32>> = Mutex::new(Vec::new());

/// A program in a process group of its own.
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts it.
    ///
    /// # Errors
    /// `Io` naming the program.
    pub fn start(command: &mut Command) -> Result<Self, HarnessError> {
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command
            .process_group(0)
            .spawn()
            .map_err(HarnessError::io(program))?;
        running().push(id(&child));
        Ok(Self { child })
    }

    /// Its stdout, once, when it was started with a pipe.
    pub fn stdout(&mut self) -> Option<ChildStdout> {
        self.child.stdout.take()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let leader = id(&self.child);
        end(leader);
        // Collects its status, so that no zombie holds the number that we might end later.
        let _ = self.child.wait();
        running().retain(|other| *other != leader);
    }
}

/// On Ctrl-C or a polite request to stop: ends what runs, then leaves with 130.
///
/// # Errors
/// `Io` when a handler is set already.
pub fn end_all_on_signal() -> Result<(), HarnessError> {
    let handler = || {
        for leader in running().iter() {
            end(*leader);
        }
        std::process::exit(130);
    };
    ctrlc::set_handler(handler).map_err(|error| HarnessError::Missing(error.to_string()))
}

/// Ends a group and every descendant of its leader that moved to another group.
fn end(leader: i32) {
    let descendants = descendants(leader);
    // A process that is gone already is what we want.
    let _ = killpg(Pid::from_raw(leader), Signal::SIGKILL);
    for pid in descendants {
        let _ = kill(Pid::from_raw(pid), Signal::SIGKILL);
    }
}

/// Children of a process and theirs, from the fourth field of `/proc/PID/stat` (proc(5)).
pub fn descendants(ancestor: i32) -> Vec<i32> {
    let entries = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
    let parents: Vec<(i32, i32)> = pids.filter_map(|pid| Some((pid, parent(pid)?))).collect();
    let mut found = vec![ancestor];
    let mut next = 0;
    while let Some(of) = found.get(next).copied() {
        found.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == of)
                .map(|(pid, _)| *pid),
        );
        next += 1;
    }
    found.remove(0);
    found
}

fn parent(pid: i32) -> Option<i32> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in parentheses may hold spaces and parentheses; the state and the parent follow the last.
    stat.rsplit_once(')')?
        .1
        .split_whitespace()
        .nth(1)?
        .parse()
        .ok()
}

fn running() -> std::sync::MutexGuard<'static, Vec<i32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn id(child: &Child) -> i32 {
    // Linux process ids are below 2^22.
    i32::try_from(child.id()).unwrap_or(i32::MAX)
}
