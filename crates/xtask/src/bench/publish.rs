//! How long `nashra publish` takes for a newsroom, the process's start included. It refuses to
//! compare: no peer publishes the same pages.

use std::process::Stdio;
use std::time::Instant;

use super::Setting;
use super::row::{Quartiles, Row};
use crate::error::XtaskError;
use crate::{dist, house, setup, shell};

/// One row: milliseconds for the whole newsroom, into an empty folder each time.
pub(super) fn rows(setting: &Setting<'_>) -> Result<Vec<Row>, XtaskError> {
    setup::run(false)?;
    dist::build()?;
    dist::build_press()?;
    let out = house::target().join("bench/publish-site");
    let mut sample = Vec::with_capacity(setting.n);
    for _ in 0..setting.n {
        if out.is_dir() {
            std::fs::remove_dir_all(&out).map_err(XtaskError::io(&out))?;
        }
        let mut nashra = shell::command(house::nashra());
        nashra
            .arg("publish")
            .arg(setting.newsroom)
            .arg("--out")
            .arg(&out)
            .arg("--app")
            .arg(house::dist());
        let start = Instant::now();
        shell::run(nashra.stdout(Stdio::null()))?;
        sample.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    let what = format!("publish {}", setting.newsroom.display());
    let row = |ours| Row {
        what,
        unit: "ms",
        ours,
        most: None,
        peer: None,
        n: setting.n,
    };
    Ok(Quartiles::of(sample).map(row).into_iter().collect())
}
