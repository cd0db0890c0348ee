//! What a browser holds: the proportional share of each of its processes, as the kernel counts it (Linux, `smaps_rollup`).

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// Looks at the processes of this test's browser many times a second, until it is asked what the most was.
pub(super) struct Watch {
    is_over: Arc<AtomicBool>,
    peak_kb: Arc<AtomicU64>,
    thread: JoinHandle<()>,
}

impl Watch {
    /// All descendants of this process that are renderers.
    pub(super) fn start() -> Self {
        let (is_over, peak_kb) = (Arc::<AtomicBool>::default(), Arc::<AtomicU64>::default());
        let (over, peak) = (Arc::clone(&is_over), Arc::clone(&peak_kb));
        let thread = std::thread::spawn(move || {
            while !over.load(Ordering::Relaxed) {
                peak.fetch_max(renderers_kb(), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        Self {
            is_over,
            peak_kb,
            thread,
        }
    }

    /// Megabytes.
    pub(super) fn peak_mb(self) -> f64 {
        self.is_over.store(true, Ordering::Relaxed);
        // It ends by itself; what it saw counts even if it did not end well.
        let _ = self.thread.join();
        self.peak_kb.load(Ordering::Relaxed) as f64 * 1024.0 / 1e6
    }
}

fn renderers_kb() -> u64 {
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
    let of = |id: &u32| {
        let folder = format!("/proc/{id}");
        let command = std::fs::read_to_string(format!("{folder}/cmdline")).unwrap_or_default();
        if !command.contains("--type=renderer") {
            return 0;
        }
        let text = std::fs::read_to_string(format!("{folder}/smaps_rollup")).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
        let number = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok());
        number.unwrap_or(0)
    };
    let ours = parents.keys().filter(|id| is_ours(**id));
    ours.map(of).sum()
}
