//! Peers that come from npm, by the lock file of their folder in `benches/`, beside a copy of that folder which git does not
//! see. It refuses install scripts, and any version but the locked one.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::error::XtaskError;
use crate::{house, shell, stamp};

/// A folder of `benches/` with its packages installed.
pub(super) struct Packages {
    /// The copy: what the folder holds, and `node_modules`.
    pub(super) folder: PathBuf,
}

/// Copies `benches/{name}` and installs what its lock file names, unless that is there already.
pub(super) fn install(name: &str) -> Result<Packages, XtaskError> {
    let from = house::root().join("benches").join(name);
    let folder = house::target().join("bench/npm").join(name);
    for file in stamp::files_below(&from)? {
        let bytes = std::fs::read(&file).map_err(XtaskError::io(&file))?;
        let inside = file.strip_prefix(&from).unwrap_or(&file);
        stamp::write_file(&folder.join(inside), &bytes)?;
    }
    let lock = |folder: &Path| std::fs::read(folder.join("package-lock.json"));
    let wanted = lock(&from).map_err(XtaskError::io(&from))?;
    let modules = folder.join("node_modules");
    // Written last, so that an install which was cut short begins anew.
    if !lock(&modules).is_ok_and(|installed| installed == wanted) {
        shell::step(
            &format!("installing the packages of benches/{name}"),
            "under a minute",
            shell::command("npm").current_dir(&folder).args([
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--silent",
            ]),
        )?;
        stamp::write_file(&modules.join("package-lock.json"), &wanted)?;
    }
    Ok(Packages { folder })
}

impl Packages {
    /// The folder of a package.
    pub(super) fn of(&self, package: &str) -> PathBuf {
        self.folder.join("node_modules").join(package)
    }

    /// A package's name and version, as tables show it.
    pub(super) fn label(&self, package: &str) -> Result<String, XtaskError> {
        let file = self.of(package).join("package.json");
        let text = std::fs::read_to_string(&file).map_err(XtaskError::io(&file))?;
        let json: Value =
            serde_json::from_str(&text).map_err(|error| XtaskError::shape(&file, error))?;
        let version = json["version"].as_str();
        let version = version.ok_or_else(|| XtaskError::shape(&file, "names no version"))?;
        Ok(format!("{package} {version}"))
    }
}
