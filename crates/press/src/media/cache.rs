//! A folder of what was made, by the content that it was made of. An entry is a folder that is complete or absent.
//!
//! It trusts size and time of a file that it has read before, as compilers do, so that a second publication does not read
//! gigabytes again.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use xxhash_rust::xxh3::xxh3_128;

use super::MediaError;

/// Changes when entries are made otherwise.
const VERSION: u32 = 4;
const INDEX: &str = "index";

/// A folder beside the output, or wherever the host wants it.
pub(crate) struct Cache {
    folder: PathBuf,
    /// Hashes of files by path, size and time of change.
    known: Mutex<HashMap<String, String>>,
    next_draft: AtomicU64,
}

impl Cache {
    /// Opens a folder, which is made when the first entry is.
    pub(crate) fn open(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join(INDEX)).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let known = lines.map(|(hash, stat)| (stat.to_owned(), hash.to_owned()));
        Self {
            known: Mutex::new(known.collect()),
            folder: folder.to_owned(),
            next_draft: AtomicU64::new(0),
        }
    }

    /// A file's content as 32 hexadecimal digits.
    pub(crate) fn hash_of(&self, path: &Path) -> io::Result<String> {
        let about = fs::metadata(path)?;
        let time = about.modified().ok();
        let time = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let nanoseconds = time.map_or(0, |time| time.as_nanos());
        let path = std::path::absolute(path)?;
        let stat = format!("{} {nanoseconds} {}", about.len(), path.display());
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(hash) = known().get(&stat) {
            return Ok(hash.clone());
        }
        let hash = format!("{:032x}", xxh3_128(&fs::read(&path)?));
        known().insert(stat, hash.clone());
        Ok(hash)
    }

    /// The folder of the entry `name`, made by `make` if it is not there.
    pub(crate) fn entry(
        &self,
        name: &str,
        make: impl FnOnce(&Path) -> Result<(), MediaError>,
    ) -> Result<PathBuf, MediaError> {
        let entry = self.path(name);
        if entry.is_dir() {
            return Ok(entry);
        }
        let draft = self.draft();
        let _ = fs::remove_dir_all(&draft);
        fs::create_dir_all(&draft)?;
        let made = make(&draft);
        if let Err(error) = made {
            let _ = fs::remove_dir_all(&draft);
            return Err(error);
        }
        if let Some(parent) = entry.parent() {
            fs::create_dir_all(parent)?;
        }
        // Two threads may have made the same picture under two names: the first one stays.
        if fs::rename(&draft, &entry).is_err() {
            let _ = fs::remove_dir_all(&draft);
        }
        Ok(entry)
    }

    /// The bytes that `make` makes, kept as the file `name`. A cache that cannot be written costs time alone.
    pub(crate) fn bytes<E>(
        &self,
        name: &str,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let path = self.path(name);
        if let Ok(bytes) = fs::read(&path) {
            return Ok(bytes);
        }
        let bytes = make()?;
        let _ = self.put(&path, &bytes);
        Ok(bytes)
    }

    /// Writes a file that is complete or absent, whatever happens to the machine meanwhile.
    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let draft = self.draft();
        let write = || {
            let mut file = File::create(&draft)?;
            file.write_all(bytes)?;
            file.sync_data()?;
            fs::rename(&draft, path)
        };
        write().inspect_err(|_| {
            let _ = fs::remove_file(&draft);
        })
    }

    /// A place where something may be made before it gets its name.
    fn draft(&self) -> PathBuf {
        let n = self.next_draft.fetch_add(1, Ordering::Relaxed);
        self.folder.join(format!(".{}-{n}", std::process::id()))
    }

    /// Where an entry is or would be.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("v{VERSION}")).join(name)
    }

    /// Keeps the hashes for the next publication.
    pub(crate) fn keep(&self) -> io::Result<()> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.is_empty() {
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        let mut lines: Vec<String> = known
            .iter()
            .map(|(stat, hash)| format!("{hash} {stat}\n"))
            .collect();
        lines.sort();
        fs::write(self.folder.join(INDEX), lines.concat())
    }
}
