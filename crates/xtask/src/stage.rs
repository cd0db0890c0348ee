//! `cargo xtask stage`, a hook of Trunk: lays the sample newsroom beside the app that `trunk serve` shows. It refuses to put
//! it into a release, where `nashra publish` decides what is there.

use std::path::{Path, PathBuf};

use crate::error::XtaskError;
use crate::{house, stamp};

/// Copies the sample's files into Trunk's staging folder, in debug builds.
pub(crate) fn run() -> Result<(), XtaskError> {
    let is_release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").filter(|_| !is_release) else {
        return Ok(());
    };
    let staging = PathBuf::from(staging);
    let sample = house::root().join("sample");
    copy(&sample, "site.json", &staging)?;
    copy_folder(&sample, "feeds", &staging)?;
    copy_folder(&sample, "media", &staging)?;
    copy_folder(&house::root(), "locales", &staging)
}

fn copy_folder(root: &Path, folder: &str, staging: &Path) -> Result<(), XtaskError> {
    for file in stamp::files_below(&root.join(folder))? {
        if let Ok(name) = file.strip_prefix(root) {
            copy(root, &name.to_string_lossy(), staging)?;
        }
    }
    Ok(())
}

fn copy(root: &Path, name: &str, staging: &Path) -> Result<(), XtaskError> {
    let from = root.join(name);
    let bytes = std::fs::read(&from).map_err(XtaskError::io(&from))?;
    stamp::write_file(&staging.join(name), &bytes)
}
