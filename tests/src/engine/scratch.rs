//! A folder for a browser's profile and logs. It refuses to outlive the browser.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::HarnessError;

/// A new, empty folder that goes when this value goes.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    /// Below the system's temporary folder: profiles hold sockets, whose paths must be short.
    pub(super) fn new(name: &str) -> Result<Self, HarnessError> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("nashra-{name}-{}-{count}", std::process::id()));
        std::fs::create_dir_all(&path).map_err(HarnessError::io(path.display().to_string()))?;
        Ok(Self(path))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What a dying browser still writes is left to the system's cleaning.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
