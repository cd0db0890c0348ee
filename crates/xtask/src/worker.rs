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
    let read = |file: &Path| std::fs::read_to_string(file).map_err(XtaskError::io(file));
    let glue = out.join([NAME, ".js"].concat());
    let entry = house::root().join("crates/report-worker/worker.js");
    let other = || XtaskError::Shape {
        path: glue.clone(),
        what: "an import in worker.js and one export of wasm-bindgen's".to_owned(),
    };
    let joined = joined(&read(&glue)?, &read(&entry)?).ok_or_else(other)?;
    std::fs::remove_file(&glue).map_err(XtaskError::io(&glue))?;
    stamp::write_file(&out.join(ENTRY), joined.as_bytes())
}

/// The entry with wasm-bindgen's JavaScript in it: of two files the second would be asked for only when the first has come, while the
/// reader waits. `None` where either is not what it was.
fn joined(glue: &str, entry: &str) -> Option<String> {
    let (before, after) = entry.split_once("import start from \"./report-worker-engine.js\";\n")?;
    let (glue, rest) = glue.split_once("export { initSync, __wbg_init as default };")?;
    // In a block, so that no name meets one of the glue's.
    rest.trim()
        .is_empty()
        .then(|| [before, glue, "{\nconst start = __wbg_init;\n", after, "}\n"].concat())
}

#[cfg(test)]
mod tests {
    use super::joined;

    const ENTRY: &str = include_str!("../../report-worker/worker.js");

    #[test]
    fn one_file_starts_the_worker() {
        let glue = "let wasm;\nexport { initSync, __wbg_init as default };\n";
        let joined = joined(glue, ENTRY).unwrap_or_default();
        assert!(joined.contains("let wasm;"));
        assert!(joined.contains("start({ module_or_path"));
        assert!(!joined.contains("import ") && !joined.contains("export "));
    }

    #[test]
    fn other_glue_is_refused() {
        assert_eq!(joined("export default init;", ENTRY), None);
    }
}
