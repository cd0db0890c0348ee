//! The output folder: only what changed is made again, beside what is served, and moved in at the end.
//!
//! Each file is noted with what it was made of ([`Key`]). A file whose key is as before, and which still stands there as it was
//! written, is left alone; all others are written into a folder beside the output with their compressed copies. [`Output::commit`]
//! moves them in, each by one rename, assets before pages, and then removes what is no longer published. A publication
//! that was killed while it wrote left the output untouched; one that was killed while it moved is finished by the next.
//! Files that this command did not write are never touched.

mod commit;
mod compress;
mod manifest;
mod published;
mod stage;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use xxhash_rust::xxh3::xxh3_128;

pub(super) use compress::Compression;
use compress::Copies;
pub(crate) use compress::brotli;
use manifest::{Entry, Manifest};
pub(crate) use published::{Published, PublishedFile};
pub(crate) use stage::Stage;

use crate::error::{PressError, io};
use crate::media::Cache;

/// How long an asset stays after the last page that named it: pages that readers still have open, and copies in caches.
pub(crate) const ASSET_GRACE_DAYS: u64 = 30;

/// What a file was made of, as a number: two files of the same key are the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Key(pub(super) u128);

impl Key {
    /// Of content, or of all that goes into making it.
    pub(super) fn of(parts: &[&[u8]]) -> Self {
        // Lengths go in, so that moving a byte from one part to the next makes another key.
        let mut bytes = Vec::with_capacity(parts.iter().map(|part| part.len() + 8).sum());
        for part in parts {
            bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
            bytes.extend_from_slice(part);
        }
        Self(xxh3_128(&bytes))
    }
}

/// A file whose bytes are there, and whose compressed copies are made when a core is free.
pub(super) struct Waiting<'a> {
    /// Relative to the newsroom's address, not percent-encoded.
    pub(super) path: String,
    pub(super) bytes: Cow<'a, [u8]>,
}

/// A folder beside `out`, moved in by [`Output::commit`].
pub(super) struct Output {
    out: PathBuf,
    staging: PathBuf,
    /// Held as long as this value lives: one publication at a time.
    _lock: File,
    previous: Manifest,
    next: Mutex<HashMap<String, Entry>>,
    n_written: Mutex<usize>,
    today: u64,
    cache: Option<Arc<Cache>>,
}

/// Below this, compressing takes less time than looking whether it was done.
const KEPT_BYTES: usize = 4 * 1024;

impl Output {
    /// Finishes what an earlier publication had begun to move, and starts a new one. `today` counts days since 1970.
    pub(super) fn beside(out: &Path, today: u64) -> Result<Self, PressError> {
        let out = std::path::absolute(out).map_err(io(out))?;
        if let Some(parent) = out.parent() {
            fs::create_dir_all(parent).map_err(io(parent))?;
        }
        let lock_path = beside(&out, "lock");
        let lock = File::create(&lock_path).map_err(io(&lock_path))?;
        if lock.try_lock().is_err() {
            return Err(PressError::Busy(out));
        }
        let staging = beside(&out, "new");
        commit::finish(&staging, &out)?;
        fs::create_dir_all(&staging).map_err(io(&staging))?;
        Ok(Self {
            previous: Manifest::read(&out),
            out,
            staging,
            _lock: lock,
            next: Mutex::default(),
            n_written: Mutex::default(),
            today,
            cache: None,
        })
    }

    /// The same, which takes from `cache` what was made for any other output folder.
    pub(super) fn with_cache(mut self, cache: Arc<Cache>) -> Self {
        self.cache = Some(cache);
        self
    }

    /// What `make` makes of what `key` names: made once for all output folders.
    pub(super) fn once<E>(
        &self,
        kind: &str,
        key: Key,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        match &self.cache {
            Some(cache) => cache.bytes(&format!("{kind}/{:032x}", key.0), make),
            None => make(),
        }
    }

    /// The best copies take most of a small newsroom's publication, and assets change with the app alone.
    fn copies(&self, bytes: &[u8], compression: Compression) -> Copies {
        if compression != Compression::Asset || bytes.len() < KEPT_BYTES {
            return compression.copies(bytes);
        }
        let key = Key::of(&[bytes, &compression.tag()]);
        let kept = |kind, make: fn(Compression, &[u8]) -> Option<Vec<u8>>| {
            self.once(kind, key, || make(compression, bytes).ok_or(()))
                .ok()
        };
        Copies {
            brotli: kept("brotli", Compression::brotli),
            gzip: kept("gzip", Compression::gzip),
        }
    }

    /// How many files were made anew, compressed copies not counted.
    pub(super) fn n_written(&self) -> usize {
        *self
            .n_written
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes `path`, relative to the newsroom's address and not percent-encoded, unless it stands there already.
    pub(super) fn write(
        &self,
        path: &str,
        bytes: &[u8],
        compression: Compression,
    ) -> Result<(), PressError> {
        let key = Key::of(&[bytes, &compression.tag()]);
        self.write_keyed(path, key, compression, || Ok(bytes))
    }

    /// Writes a file that waited, compressed as its place asks for.
    pub(super) fn write_waiting(&self, file: &Waiting<'_>) -> Result<(), PressError> {
        let compression = Compression::for_path(&file.path);
        self.write(&file.path, &file.bytes, compression)
    }

    /// Writes what `make` makes, unless the file that `key` names stands there already.
    pub(super) fn write_keyed<B: AsRef<[u8]>>(
        &self,
        path: &str,
        key: Key,
        compression: Compression,
        make: impl FnOnce() -> Result<B, PressError>,
    ) -> Result<(), PressError> {
        if self.keep(path, key) {
            return Ok(());
        }
        let bytes = make()?;
        let bytes = bytes.as_ref();
        let place = self.place(path)?;
        fs::write(&place, bytes).map_err(io(&place))?;
        let copies = self.copies(bytes, compression);
        let mut sizes = [Some(bytes.len() as u64), None, None];
        for (at, (extension, bytes)) in [("br", copies.brotli), ("gz", copies.gzip)]
            .into_iter()
            .enumerate()
        {
            if let Some(bytes) = bytes {
                let place = with_suffix(&place, extension);
                fs::write(&place, &bytes).map_err(io(&place))?;
                sizes[at + 1] = Some(bytes.len() as u64);
            }
        }
        self.note(path, key, sizes);
        Ok(())
    }

    /// Copies a file, unless it was copied before and has not changed since.
    pub(super) fn copy(&self, from: &Path, path: &str) -> Result<(), PressError> {
        let key = key_of_file(from, b"copy")?;
        if self.keep(path, key) {
            return Ok(());
        }
        let compression = Compression::for_path(path);
        if compression != Compression::None {
            let bytes = fs::read(from).map_err(io(from))?;
            return self.write_keyed(path, key, compression, || Ok(bytes));
        }
        let to = self.place(path)?;
        let n_bytes = fs::copy(from, &to).map_err(io(from))?;
        self.note(path, key, [Some(n_bytes), None, None]);
        Ok(())
    }

    /// Copies a file through `change`, unless that was done before and the file has not changed since.
    pub(super) fn copy_changed(
        &self,
        from: &Path,
        path: &str,
        change: impl FnOnce(Vec<u8>) -> Result<Vec<u8>, PressError>,
    ) -> Result<(), PressError> {
        let key = key_of_file(from, b"changed")?;
        self.write_keyed(path, key, Compression::None, || {
            change(fs::read(from).map_err(io(from))?)
        })
    }

    /// Whether `path` stands in the output with this key; then it stays.
    pub(super) fn keep(&self, path: &str, key: Key) -> bool {
        let Some(entry) = self.previous.get(path).filter(|entry| entry.key == key) else {
            return false;
        };
        if !stands(&self.out, path, entry) {
            return false;
        }
        self.insert(
            path,
            Entry {
                day: self.today,
                ..*entry
            },
        );
        true
    }

    /// Whether `path` stands in the output as the last publication wrote it; then it stays.
    pub(super) fn keep_as_before(&self, path: &str) -> bool {
        let before = self.previous.get(path).map(|entry| entry.key);
        before.is_some_and(|key| self.keep(path, key))
    }

    /// What the last publication wrote at `path`.
    pub(super) fn before(&self, path: &str) -> Option<Vec<u8>> {
        self.previous.get(path)?;
        fs::read(crate::source::below(&self.out, path)).ok()
    }

    /// Moves everything in and forgets what is no longer published. The number of files removed.
    pub(super) fn commit(self) -> Result<usize, PressError> {
        let mut next =
            std::mem::take(&mut *self.next.lock().unwrap_or_else(PoisonError::into_inner));
        let mut stale = Vec::new();
        for (path, entry) in self.previous.entries() {
            if next.contains_key(path) {
                continue;
            }
            let is_asset = path.starts_with("assets/");
            if is_asset && self.today.saturating_sub(entry.day) < ASSET_GRACE_DAYS {
                next.insert(path.to_owned(), *entry);
            } else {
                stale.push((path.to_owned(), *entry));
            }
        }
        let manifest = Manifest::from(next);
        let place = self.place(manifest::PATH)?;
        fs::write(&place, manifest.to_string()).map_err(io(&place))?;
        commit::run(&self.staging, &self.out, &stale)?;
        Ok(stale.len())
    }

    fn place(&self, path: &str) -> Result<PathBuf, PressError> {
        let path = crate::source::below(&self.staging, path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(io(parent))?;
        }
        Ok(path)
    }

    fn note(&self, path: &str, key: Key, sizes: [Option<u64>; 3]) {
        let day = self.today;
        self.insert(path, Entry { key, sizes, day });
        *self
            .n_written
            .lock()
            .unwrap_or_else(PoisonError::into_inner) += 1;
    }

    fn insert(&self, path: &str, entry: Entry) {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        next.insert(path.to_owned(), entry);
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // What was begun to be moved is the next publication's to finish; anything else is of no use.
        if !commit::is_begun(&self.staging) {
            let _ = fs::remove_dir_all(&self.staging);
        }
    }
}

/// A file or folder of ours beside the output: on the same disk, and not served.
pub(crate) fn beside(out: &Path, suffix: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.{suffix}"))
}

/// By name, size and time of change, as compilers judge: a gigabyte of photos is not read again to find it unchanged.
fn key_of_file(from: &Path, purpose: &[u8]) -> Result<Key, PressError> {
    let about = fs::metadata(from).map_err(io(from))?;
    let modified = about.modified().ok();
    let modified = modified.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    Ok(Key::of(&[
        purpose,
        from.as_os_str().as_encoded_bytes(),
        &about.len().to_le_bytes(),
        &modified.map_or(0, |time| time.as_nanos()).to_le_bytes(),
    ]))
}

/// Whether a file and its compressed copies are there, as long as they were written.
fn stands(out: &Path, path: &str, entry: &Entry) -> bool {
    let place = crate::source::below(out, path);
    let is = |place: &Path, size: Option<u64>| match size {
        Some(size) => fs::metadata(place).is_ok_and(|about| about.len() == size),
        None => true,
    };
    is(&place, entry.sizes[0])
        && is(&with_suffix(&place, "br"), entry.sizes[1])
        && is(&with_suffix(&place, "gz"), entry.sizes[2])
}

fn with_suffix(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests;
