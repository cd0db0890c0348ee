//! `cargo xtask setup`: installs what is missing and nothing else. It refuses to upgrade or remove
//! what is there, so running it again is free.

use std::process::Command;

use crate::error::XtaskError;
use crate::shell;
use crate::tools::{self, Tool};

mod axe;
mod packages;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Installs the build tools, and with `tests` what the tests need.
pub(crate) fn run(tests: bool) -> Result<(), XtaskError> {
    wasm_target()?;
    install(&tools::WASM_BINDGEN)?;
    install(&tools::TRUNK)?;
    packages::install_missing(tests)?;
    if tests {
        install(&tools::GECKODRIVER)?;
        install(&tools::S3S_FS)?;
        axe::install()?;
        axe::install_hosts()?;
    }
    Ok(())
}

/// Installs `qpdf`, which one bench needs.
pub(crate) fn qpdf() -> Result<(), XtaskError> {
    packages::install_qpdf()
}

/// `rustup target add`, unless the standard library for wasm is there already, however it came.
fn wasm_target() -> Result<(), XtaskError> {
    let dir = shell::read(shell::command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]))?;
    if std::path::Path::new(&dir).is_dir() {
        return Ok(());
    }
    shell::step(
        "adding the wasm target to this Rust toolchain",
        "under a minute",
        shell::command("rustup").args(["target", "add", WASM_TARGET]),
    )
}

/// Builds a tool with a light profile: Trunk's own takes nine minutes, and it only runs here.
fn install(tool: &Tool) -> Result<(), XtaskError> {
    if tool.is_installed() {
        return Ok(());
    }
    let dir = tools::dir();
    std::fs::create_dir_all(&dir).map_err(XtaskError::io(&dir))?;
    let mut cargo = shell::cargo();
    without_project_settings(&mut cargo);
    cargo
        // Outside the repository, so that its `.cargo/config.toml` has no say.
        .current_dir(&dir)
        .args([
            "install",
            "--quiet",
            "--locked",
            "--version",
            tool.version,
            tool.krate,
            "--features",
            tool.features,
            "--root",
        ])
        .arg(tool.root())
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    shell::step(
        &format!("building {} {}", tool.krate, tool.version),
        tool.usual,
        &mut cargo,
    )
}

/// Flags meant for the product (or set by the `cargo run` that started us) must not reach the tools.
fn without_project_settings(cargo: &mut Command) {
    const NAMES: [&str; 6] = [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_BUILD_TARGET",
        "CARGO_BUILD_RUSTFLAGS",
        "CARGO_TARGET_DIR",
        "CARGO_INCREMENTAL",
    ];
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        let ours = name.starts_with("CARGO_PROFILE_") || name.starts_with("CARGO_PKG_");
        if ours || name.starts_with("CARGO_MANIFEST") || NAMES.contains(&name.as_ref()) {
            cargo.env_remove(name.as_ref());
        }
    }
}
