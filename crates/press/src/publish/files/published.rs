//! A finished publication, read to be carried elsewhere.
//!
//! It holds publications off as long as it lives, and finishes one that was killed while it moved its files in; it refuses to
//! tell of a folder that `publish` did not write.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::{Manifest, beside, commit};
use crate::error::{PressError, io};

/// All that the last publication is made of. Assets that only older pages name are not in it.
pub(crate) struct Published {
    pub(crate) folder: PathBuf,
    /// Sorted by path.
    pub(crate) files: Vec<PublishedFile>,
    /// Held as long as this value lives.
    _lock: Option<File>,
}

/// A file, and which compressed copies stand beside it.
pub(crate) struct PublishedFile {
    /// Relative to the newsroom's address, not percent-encoded.
    pub(crate) path: String,
    pub(crate) has_brotli: bool,
    pub(crate) has_gzip: bool,
}

impl Published {
    /// Reads the folder that `publish` wrote.
    pub(crate) fn open(out: &Path) -> Result<Self, PressError> {
        let out = std::path::absolute(out).map_err(io(out))?;
        // No lock beside it: a copy made elsewhere, into which nothing publishes.
        let lock = File::open(beside(&out, "lock")).ok();
        if lock.as_ref().is_some_and(|lock| lock.try_lock().is_err()) {
            return Err(PressError::Busy(out));
        }
        let staging = beside(&out, "new");
        if commit::is_begun(&staging) {
            commit::finish(&staging, &out)?;
        }
        let manifest = Manifest::read(&out);
        let newest = manifest.entries().map(|(_, entry)| entry.day).max();
        let Some(newest) = newest else {
            return Err(PressError::NotPublished(out));
        };
        let current = manifest.entries().filter(|(_, entry)| entry.day == newest);
        let mut files: Vec<_> = current
            .map(|(path, entry)| PublishedFile {
                path: path.to_owned(),
                has_brotli: entry.sizes[1].is_some(),
                has_gzip: entry.sizes[2].is_some(),
            })
            .collect();
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Ok(Self {
            folder: out,
            files,
            _lock: lock,
        })
    }
}
