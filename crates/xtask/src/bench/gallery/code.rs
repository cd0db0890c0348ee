//! What the lightbox costs in code: the app with it, less the app built without it; the peer's files as they are shipped. It
//! refuses estimates.

use std::path::Path;

use super::{Pair, Sample};
use crate::dist::measure::brotli_bytes;
use crate::error::XtaskError;
use crate::stamp::{files_below, write_file};
use crate::{house, shell, style};

/// The import of the lightbox's rules, in the second sheet.
const RULES: &str = "gallery_lightbox";

/// Brotli bytes of scripts, WebAssembly and style sheet together.
pub(super) fn sample(modules: &Path) -> Result<Sample, XtaskError> {
    let without = house::target().join("bench/gallery/dist-without");
    shell::step(
        "building the app without the lightbox",
        "1 to 3 minutes",
        shell::command("trunk")
            .args(["build", "--release", "--dist"])
            .arg(&without)
            .env("NASHRA_WITHOUT_GALLERY", "1")
            .env_remove("NO_COLOR"),
    )?;
    let ours = app_bytes(&house::dist())? - app_bytes(&without)? + rules_bytes()?;
    let mut theirs = 0.0;
    for name in [
        "photoswipe-lightbox.esm.min.js",
        "photoswipe.esm.min.js",
        "photoswipe.css",
    ] {
        theirs += bytes_of(&modules.join(name))?;
    }
    Ok(Sample {
        what: "code, scripts and style sheet",
        unit: "bytes",
        pair: Pair {
            ours: vec![ours],
            theirs: vec![theirs],
        },
        is_held: true,
    })
}

/// What the second sheet weighs with the lightbox, less what it weighs without.
fn rules_bytes() -> Result<f64, XtaskError> {
    let whole = house::root().join("style/later.css");
    let sheet = std::fs::read_to_string(&whole).map_err(XtaskError::io(&whole))?;
    let folder = house::root().join("style");
    let absolute = format!("@import \"{}/", folder.display());
    let rest: String = sheet
        .lines()
        .filter(|line| !line.contains(RULES))
        .map(|line| line.replace("@import \"", &absolute) + "\n")
        .collect();
    let file = house::target().join("bench/gallery/without.css");
    write_file(&file, rest.as_bytes())?;
    let [with, without] = [&whole, &file].map(|file| style::bundle(file));
    Ok(brotli_bytes(with?.as_bytes())? as f64 - brotli_bytes(without?.as_bytes())? as f64)
}

/// The app's own script and WebAssembly, each compressed alone.
fn app_bytes(dist: &Path) -> Result<f64, XtaskError> {
    let mut sum = 0.0;
    for file in files_below(dist)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("nashra-app") && (name.ends_with(".js") || name.ends_with(".wasm")) {
            sum += bytes_of(&file)?;
        }
    }
    Ok(sum)
}

fn bytes_of(file: &Path) -> Result<f64, XtaskError> {
    let bytes = std::fs::read(file).map_err(XtaskError::io(file))?;
    Ok(brotli_bytes(&bytes)? as f64)
}
