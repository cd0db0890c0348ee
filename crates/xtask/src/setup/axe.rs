//! axe-core, the accessibility rules that the browser tests run: by npm, from the lock file in `tests/axe`, into a folder of its
//! own among the tools. It refuses install scripts and anything that the lock does not name.

use crate::error::XtaskError;
use crate::{house, shell, tools};

/// Installs the pinned version, unless it is here.
pub(super) fn install() -> Result<(), XtaskError> {
    let dir = tools::axe_dir();
    if dir.join(nashra_browser_tests::axe::FILE).is_file() {
        return Ok(());
    }
    std::fs::create_dir_all(&dir).map_err(XtaskError::io(&dir))?;
    for name in ["package.json", "package-lock.json"] {
        let from = house::root().join("tests/axe").join(name);
        std::fs::copy(&from, dir.join(name)).map_err(XtaskError::io(&from))?;
    }
    shell::step(
        "installing axe-core",
        "a few seconds",
        shell::command("npm").current_dir(&dir).args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--silent",
        ]),
    )
}
