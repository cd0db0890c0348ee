//! The report engine's worker, built beside the app. Trunk knows neither a profile nor target features of one binary's own, so
//! cargo and wasm-bindgen are asked directly; it refuses to touch what Trunk made.

use std::path::Path;

use crate::error::XtaskError;
use crate::{house, shell, stamp};

/// The package, and its binary.
const PACKAGE: &str = "nashra-report-worker";
/// What the files in `dist/` begin with; `nashra publish` knows them by it.
const NAME: &str = "report-worker-engine";
const ENTRY: &str = "report-worker.js";
const PROFILE: &str = "worker-release";
/// All engines that run the app have SIMD (Chrome 91, Firefox 89, Safari 16.4): one variant, no detection.
const RUSTFLAGS: &str = "-Ctarget-feature=+simd128";

/// Writes the worker's entry, its JavaScript and its WebAssembly into `out`.
pub(crate) fn build(out: &Path) -> Result<(), XtaskError> {
    // Other flags make other artefacts: a folder of its own, so that neither build undoes the other's.
    let target = house::target().join("worker");
    shell::step(
        "building the report engine's worker",
        "2 to 4 minutes at first, seconds later",
        shell::cargo()
            .args(["build", "--quiet", "--package", PACKAGE])
            .args(["--profile", PROFILE, "--target", "wasm32-unknown-unknown"])
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_ENCODED_RUSTFLAGS", RUSTFLAGS),
    )?;
    let wasm = target
        .join("wasm32-unknown-unknown")
        .join(PROFILE)
        .join([PACKAGE, ".wasm"].concat());
    shell::run(
        shell::command("wasm-bindgen")
            .arg(wasm)
            .arg("--out-dir")
            .arg(out)
            .args(["--out-name", NAME, "--target", "web", "--no-typescript"]),
    )?;
    let entry = house::root().join("crates/report-worker/worker.js");
    let bytes = std::fs::read(&entry).map_err(XtaskError::io(&entry))?;
    stamp::write_file(&out.join(ENTRY), &bytes)
}
