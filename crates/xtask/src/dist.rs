//! `cargo xtask dist`: the app for release in `dist/`, a published sample, and what readers download
//! of them. It refuses to pass a size above its limit.

use std::path::Path;

use crate::error::XtaskError;
use crate::stamp::Stamp;
use crate::{glue, house, setup, shell, style, worker};

mod budgets;
pub(crate) mod measure;

/// What the built app depends on, relative to the root.
const INPUTS: [&str; 10] = [
    "src",
    "style",
    "public",
    "locales",
    "crates",
    "build.rs",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
];

/// The whole command: build, publish the sample, measure, print, fail above a limit.
pub(crate) fn run() -> Result<(), XtaskError> {
    setup::run(false)?;
    build()?;
    build_press()?;
    publish(&house::root().join("sample"), None)?;
    let sizes = measure::all(&house::dist(), &house::site())?;
    budgets::report(&sizes)
}

/// Builds `dist/` with Trunk, unless it is there and nothing it is made of changed.
pub(crate) fn build() -> Result<(), XtaskError> {
    let rustc = shell::read(shell::command("rustc").arg("-V"))?;
    let stamp = Stamp::of(
        "dist",
        &INPUTS,
        &[&rustc, crate::tools::TRUNK.version],
        house::dist(),
    )?;
    if stamp.is_current()? && house::dist().join("index.html").is_file() {
        println!("== dist/ is up to date");
        return Ok(());
    }
    stamp.forget();
    style::run()?;
    shell::step(
        "building the app for the browser",
        "1 to 3 minutes, less when little changed",
        // Trunk 0.21 takes NO_COLOR for its own flag and stops at NO_COLOR=1.
        shell::command("trunk")
            .args(["build", "--release"])
            .env_remove("NO_COLOR"),
    )?;
    worker::build(&house::dist())?;
    glue::minify(&house::dist())?;
    stamp.keep()
}

/// Builds the `nashra` command for work here.
pub(crate) fn build_press() -> Result<(), XtaskError> {
    shell::step(
        "building the nashra command",
        "3 to 5 minutes at first, seconds later",
        shell::cargo()
            .args(["build", "--quiet", "--bin", "nashra"])
            .args(house::NATIVE),
    )
}

/// Builds the `nashra` command for release.
pub(crate) fn build_press_for_release() -> Result<(), XtaskError> {
    shell::step(
        "building the nashra command for release",
        "5 to 10 minutes at first, a minute later",
        shell::cargo().args(["build", "--quiet", "--release", "-p", "nashra-press"]),
    )
}

/// Publishes a newsroom (or a single feed, wrapped into one) into `target/site`.
pub(crate) fn publish(newsroom: &Path, feed: Option<&str>) -> Result<(), XtaskError> {
    let mut nashra = shell::command(house::nashra());
    nashra
        .arg("publish")
        .env("NASHRA_CACHE", house::press_cache());
    match feed {
        Some(feed) => nashra.args(["--feed", feed]),
        None => nashra.arg(newsroom),
    };
    nashra
        .arg("--out")
        .arg(house::site())
        .arg("--app")
        .arg(house::dist());
    shell::step(
        "publishing the newsroom",
        "a few seconds; minutes where photos and reports are new",
        &mut nashra,
    )
}
