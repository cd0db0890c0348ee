//! The output folder while it is written: beside the one that is served, and swapped with it at the end.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{PressError, io};

/// Files that compress well; others are compressed formats already.
const TEXT: [&str; 10] = [
    "html", "css", "js", "json", "svg", "wasm", "xml", "txt", "ics", "vtt",
];
/// Smaller files fit in a packet either way.
const MIN_COMPRESSED_BYTES: u64 = 512;
/// Brotli quality of assets, made once and served for a year, and of pages, made at each publication.
const ASSET_QUALITY: i32 = 11;
const PAGE_QUALITY: i32 = 5;

/// A folder beside `out`, removed again unless it is swapped in.
pub(super) struct Output {
    out: PathBuf,
    staging: PathBuf,
}

impl Output {
    pub(super) fn beside(out: &Path) -> Result<Self, PressError> {
        let name = out.file_name().unwrap_or_default().to_string_lossy();
        let staging = out.with_file_name(format!(".{name}.{}", std::process::id()));
        let _ = fs::remove_dir_all(&staging);
        fs::create_dir_all(&staging).map_err(io(&staging))?;
        Ok(Self {
            out: out.to_owned(),
            staging,
        })
    }

    /// Writes `path`, relative to the newsroom's address and not percent-encoded.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PressError> {
        let path = self.place(path)?;
        fs::write(&path, bytes).map_err(io(path))
    }

    pub(super) fn copy(&self, from: &Path, path: &str) -> Result<(), PressError> {
        let to = crate::source::local_path(&self.staging, path);
        make_parent(&to)?;
        // A hard link costs nothing; across file systems it is a copy.
        if fs::hard_link(from, &to).is_err() {
            fs::copy(from, &to).map_err(io(from))?;
        }
        Ok(())
    }

    fn place(&self, path: &str) -> Result<PathBuf, PressError> {
        let path = crate::source::local_path(&self.staging, path);
        make_parent(&path)?;
        Ok(path)
    }

    /// Brotli and gzip beside every text file.
    pub(super) fn compress(&self) -> Result<(), PressError> {
        for path in files_below(&self.staging)? {
            let extension = path.extension().unwrap_or_default().to_string_lossy();
            let is_hidden = path.components().any(|part| part.as_os_str() == ".nashra");
            let bytes = fs::read(&path).map_err(io(&path))?;
            if is_hidden
                || !TEXT.contains(&&*extension)
                || (bytes.len() as u64) < MIN_COMPRESSED_BYTES
            {
                continue;
            }
            let is_asset = path.components().any(|part| part.as_os_str() == "assets");
            let quality = if is_asset {
                ASSET_QUALITY
            } else {
                PAGE_QUALITY
            };
            write_beside(&path, "br", &brotli(&bytes, quality))?;
            write_beside(&path, "gz", &gzip(&bytes).map_err(io(&path))?)?;
        }
        Ok(())
    }

    /// Puts the written folder in the place of the old one.
    pub(super) fn swap(self) -> Result<(), PressError> {
        let old = self.staging.with_extension("old");
        let _ = fs::remove_dir_all(&old);
        if self.out.exists() {
            fs::rename(&self.out, &old).map_err(io(&self.out))?;
        }
        if let Some(parent) = self.out.parent() {
            fs::create_dir_all(parent).map_err(io(parent))?;
        }
        if let Err(cause) = fs::rename(&self.staging, &self.out) {
            let _ = fs::rename(&old, &self.out);
            return Err(io(&self.out)(cause));
        }
        let _ = fs::remove_dir_all(&old);
        Ok(())
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.staging);
    }
}

fn make_parent(path: &Path) -> Result<(), PressError> {
    match path.parent() {
        Some(parent) => fs::create_dir_all(parent).map_err(io(parent)),
        None => Ok(()),
    }
}

fn write_beside(path: &Path, extension: &str, bytes: &[u8]) -> Result<(), PressError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    fs::write(&name, bytes).map_err(io(PathBuf::from(&name)))
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>, PressError> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(io(&folder))? {
            let path = entry.map_err(io(&folder))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    Ok(files)
}

fn brotli(bytes: &[u8], quality: i32) -> Vec<u8> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        ..Default::default()
    };
    // Writing to memory does not fail.
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters);
    out
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
