//! What browser tests take from npm: axe-core, the accessibility rules, and the style sheets of hosts that the widget stands on. Each by
//! the lock file of its folder in `tests/`, into a folder of its own among the tools. It refuses install scripts and anything that a
//! lock does not name.

use std::path::Path;

use crate::error::XtaskError;
use crate::{house, shell, tools};

/// Installs the pinned version of axe-core, unless it is here.
pub(super) fn install() -> Result<(), XtaskError> {
    let files = [nashra_browser_tests::axe::FILE];
    install_from("axe", &tools::axe_dir(), &files, "axe-core")
}

/// Installs Bootstrap and Tailwind, unless they are here.
pub(super) fn install_hosts() -> Result<(), XtaskError> {
    let files = nashra_browser_tests::hosts::FILES;
    install_from(
        "hosts",
        &tools::hosts_dir(),
        &files,
        "Bootstrap and Tailwind",
    )
}

fn install_from(folder: &str, dir: &Path, files: &[&str], what: &str) -> Result<(), XtaskError> {
    if files.iter().all(|file| dir.join(file).is_file()) {
        return Ok(());
    }
    std::fs::create_dir_all(dir).map_err(XtaskError::io(dir))?;
    for name in ["package.json", "package-lock.json"] {
        let from = house::root().join("tests").join(folder).join(name);
        std::fs::copy(&from, dir.join(name)).map_err(XtaskError::io(&from))?;
    }
    shell::step(
        &format!("installing {what}"),
        "a few seconds",
        shell::command("npm").current_dir(dir).args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--silent",
        ]),
    )
}
