//! Moving a finished publication into the folder that is served.
//!
//! A first publication is one rename of the whole folder. A later one is written down as a plan before its first step, so that
//! it can be finished after a crash: each step may be done twice. No page is there before its assets.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::manifest::{self, Entry};
use super::stage::Stage;
use crate::error::{PressError, io};

/// In the staging folder: the publication is complete, and these files (one a line, relative) go once all is moved.
const PLAN: &str = ".nashra/commit";

/// Whether moving has begun.
pub(super) fn is_begun(staging: &Path) -> bool {
    staging.join(PLAN).is_file()
}

/// Moves `staging` into `out`, then removes `stale` files.
pub(super) fn run(staging: &Path, out: &Path, stale: &[(String, Entry)]) -> Result<(), PressError> {
    if !out.exists() {
        return fs::rename(staging, out).map_err(io(out));
    }
    let mut plan = String::new();
    for (path, entry) in stale {
        for (suffix, size) in ["", ".br", ".gz"].iter().zip(entry.sizes) {
            if size.is_some() {
                plan.push_str(path);
                plan.push_str(suffix);
                plan.push('\n');
            }
        }
    }
    let path = staging.join(PLAN);
    // Whole or not at all: a plan that was cut short would be taken for one.
    let draft = path.with_extension("draft");
    let mut file = File::create(&draft).map_err(io(&draft))?;
    file.write_all(plan.as_bytes()).map_err(io(&draft))?;
    file.sync_all().map_err(io(&draft))?;
    fs::rename(&draft, &path).map_err(io(&path))?;
    finish(staging, out)
}

/// Carries out the plan in `staging`, if there is one, and removes the folder.
pub(super) fn finish(staging: &Path, out: &Path) -> Result<(), PressError> {
    if let Ok(plan) = fs::read_to_string(staging.join(PLAN)) {
        fs::create_dir_all(out).map_err(io(out))?;
        let mut files = files_below(staging)?;
        files.sort_by_cached_key(|path| order(path));
        for path in files {
            move_in(staging, out, &path)?;
        }
        for path in plan.lines() {
            remove(out, path);
        }
        let _ = fs::remove_file(staging.join(PLAN));
    }
    match fs::remove_dir_all(staging) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(io(staging)(error)),
    }
}

fn move_in(staging: &Path, out: &Path, path: &Path) -> Result<(), PressError> {
    let to = out.join(path);
    if let Some(parent) = to.parent() {
        // Where a file was that is a folder now, the file has to go first.
        if parent.is_file() {
            let _ = fs::remove_file(parent);
        }
        fs::create_dir_all(parent).map_err(io(parent))?;
    }
    if to.is_dir() {
        fs::remove_dir_all(&to).map_err(io(&to))?;
    }
    fs::rename(staging.join(path), &to).map_err(io(&to))
}

/// Removes a file, and the folders that it leaves empty.
fn remove(out: &Path, path: &str) {
    let place = crate::source::below(out, path);
    let _ = fs::remove_file(&place);
    let mut folder = place.parent();
    while let Some(empty) = folder.filter(|folder| *folder != out && folder.starts_with(out)) {
        if fs::remove_dir(empty).is_err() {
            break;
        }
        folder = empty.parent();
    }
}

/// By stage, and last of all the record of it.
fn order(path: &Path) -> (bool, Stage, PathBuf) {
    let is_record = path == Path::new(manifest::PATH);
    (is_record, Stage::of(path), path.to_owned())
}

/// Files below `folder`, relative to it, the plan left out.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>, PressError> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(relative) = folders.pop() {
        let here = folder.join(&relative);
        for entry in fs::read_dir(&here).map_err(io(&here))? {
            let entry = entry.map_err(io(&here))?;
            let path = relative.join(entry.file_name());
            if entry.file_type().map_err(io(&here))?.is_dir() {
                folders.push(path);
            } else if path != Path::new(PLAN) {
                files.push(path);
            }
        }
    }
    Ok(files)
}
