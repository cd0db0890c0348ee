//! Peers that come from npm, into a folder that git does not see. It refuses any version but the one that the
//! bench names.

use std::path::PathBuf;

use crate::error::XtaskError;
use crate::{house, shell};

/// The folder of a package, installed when it is not there yet.
pub(super) fn package(name: &str, version: &str) -> Result<PathBuf, XtaskError> {
    let prefix = house::target().join("bench/npm");
    let folder = prefix.join("node_modules").join(name);
    let manifest = std::fs::read_to_string(folder.join("package.json")).unwrap_or_default();
    if !manifest.contains(&format!("\"version\": \"{version}\"")) {
        std::fs::create_dir_all(&prefix).map_err(XtaskError::io(&prefix))?;
        let mut npm = shell::command("npm");
        npm.args([
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--no-save",
        ])
        .arg("--prefix")
        .arg(&prefix)
        .arg(format!("{name}@{version}"));
        shell::step(
            &format!("fetching {name} {version}"),
            "under a minute",
            &mut npm,
        )?;
    }
    Ok(folder)
}
