//! `cargo xtask package`: the command `nashra` with the app inside, one file for hosts. It refuses to build anything in another way
//! than `dist` does.

use crate::error::XtaskError;
use crate::{dist, house, setup, shell};

/// Builds what changed and writes `target/package/nashra`.
pub(crate) fn run() -> Result<(), XtaskError> {
    setup::run(false)?;
    dist::build()?;
    dist::build_press_for_release()?;
    let out = house::target().join("package/nashra");
    let mut nashra = shell::command(house::nashra_for_release());
    nashra
        .args(["pack", "--app"])
        .arg(house::dist())
        .arg("--out")
        .arg(&out);
    shell::run(&mut nashra)?;
    let n_bytes = std::fs::metadata(&out).map_err(XtaskError::io(&out))?.len();
    println!("{} ({:.1} MB)", out.display(), n_bytes as f64 / 1e6);
    Ok(())
}
