//! The renderers of this bench's browser, as the kernel has them (Linux): what they hold, and how fast they run.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

/// What runs until it is dropped.
struct Run {
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Run {
    fn again_and_again(mut step: impl FnMut() + Send + 'static) -> Self {
        let is_over = Arc::<AtomicBool>::default();
        let over = Arc::clone(&is_over);
        let thread = spawn(move || {
            while !over.load(Ordering::Relaxed) {
                step();
            }
        });
        Self {
            is_over,
            thread: Some(thread),
        }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // It ends by itself; what it did counts even if it did not end well.
            let _ = thread.join();
        }
    }
}

/// Looks at what the renderers hold many times a second: the proportional share of each, `smaps_rollup`.
pub(super) struct Watch {
    run: Run,
    peak_kb: Arc<AtomicU64>,
}

impl Watch {
    pub(super) fn start() -> Self {
        let peak_kb = Arc::<AtomicU64>::default();
        let peak = Arc::clone(&peak_kb);
        let run = Run::again_and_again(move || {
            peak.fetch_max(ids().into_iter().map(held_kb).sum(), Ordering::Relaxed);
            sleep(Duration::from_millis(50));
        });
        Self { run, peak_kb }
    }

    /// Megabytes.
    pub(super) fn peak_mb(self) -> f64 {
        drop(self.run);
        self.peak_kb.load(Ordering::Relaxed) as f64 * 1024.0 / 1e6
    }
}

/// Lets the renderers run a quarter of the time, all their threads: a processor four times as slow. The browser's own emulation slows
/// main threads alone, and both viewers work in workers too.
pub(super) struct Brake(#[expect(dead_code, reason = "it ends when it is dropped")] Run);

impl Brake {
    const RUN: Duration = Duration::from_millis(5);
    const REST: Duration = Duration::from_millis(15);

    pub(super) fn pull() -> Self {
        Self(Run::again_and_again(|| {
            let ids = ids();
            tell(&ids, Signal::SIGSTOP);
            sleep(Self::REST);
            tell(&ids, Signal::SIGCONT);
            sleep(Self::RUN);
        }))
    }
}

fn tell(ids: &[u32], signal: Signal) {
    for id in ids {
        // One that has ended meanwhile needs to be told nothing.
        let _ = kill(Pid::from_raw(*id as i32), signal);
    }
}

fn held_kb(id: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    let number = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok());
    number.unwrap_or(0)
}

/// All descendants of this process that are renderers.
fn ids() -> Vec<u32> {
    let mut parents = HashMap::new();
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    for process in processes {
        let name = process.file_name();
        let Some(id) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let stat = std::fs::read_to_string(process.path().join("stat")).unwrap_or_default();
        let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
        let parent = after_name.split(' ').nth(1).and_then(|id| id.parse().ok());
        parents.insert(id, parent.unwrap_or(0_u32));
    }
    let here = std::process::id();
    let is_ours = |mut id: u32| {
        // Chains of parents are short; a circle there cannot be.
        for _ in 0..20 {
            match parents.get(&id) {
                Some(parent) if *parent == here => return true,
                Some(parent) => id = *parent,
                None => return false,
            }
        }
        false
    };
    let is_renderer = |id: u32| {
        let path: PathBuf = format!("/proc/{id}/cmdline").into();
        let command = std::fs::read_to_string(path).unwrap_or_default();
        command.contains("--type=renderer")
    };
    let ids = parents.keys().copied();
    ids.filter(|id| is_ours(*id) && is_renderer(*id)).collect()
}
