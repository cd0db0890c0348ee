//! What the lightbox costs in code: the app with it, less the app built without it; the peer's files as they are shipped. It
//! refuses estimates.

use std::path::Path;

use super::super::row::{Peer, Quartiles, Row};
use super::PHOTOSWIPE;
use crate::dist::measure::brotli_bytes;
use crate::error::XtaskError;
use crate::stamp::files_below;
use crate::{house, shell, style};

/// One row: brotli bytes of scripts, WebAssembly and style sheet together.
pub(super) fn rows(modules: &Path, limit: f64) -> Result<Vec<Row>, XtaskError> {
    let without = house::target().join("bench/dist-without-gallery");
    shell::step(
        "building the app without the lightbox",
        "1 to 3 minutes",
        shell::command("trunk")
            .args(["build", "--release", "--dist"])
            .arg(&without)
            .env("NASHRA_WITHOUT_GALLERY", "1")
            .env_remove("NO_COLOR"),
    )?;
    let whole = house::root().join("style/main.css");
    let with = style::bundle(&whole)?;
    let sheet = std::fs::read_to_string(&whole).map_err(XtaskError::io(&whole))?;
    let lines = sheet
        .lines()
        .filter(|line| !line.contains("gallery_lightbox"));
    let folder = whole.parent().unwrap_or(Path::new("."));
    let absolute = format!("@import \"{}/", folder.display());
    let rest: String = lines
        .map(|line| line.replace("@import \"", &absolute) + "\n")
        .collect();
    let file = house::target().join("bench/without-gallery.css");
    crate::stamp::write_file(&file, rest.as_bytes())?;
    let css = brotli_bytes(with.as_bytes())? as f64
        - brotli_bytes(style::bundle(&file)?.as_bytes())? as f64;
    let ours = app_bytes(&house::dist())? - app_bytes(&without)? + css;
    let mut theirs = 0.0;
    for name in [
        "photoswipe-lightbox.esm.min.js",
        "photoswipe.esm.min.js",
        "photoswipe.css",
    ] {
        theirs += bytes_of(&modules.join(name))?;
    }
    let flat = |value| Quartiles {
        median: value,
        q1: value,
        q3: value,
    };
    Ok(vec![Row {
        what: "code, scripts and style sheet".to_owned(),
        unit: "bytes",
        ours: flat(ours),
        most: None,
        peer: Some(Peer {
            name: PHOTOSWIPE.to_owned(),
            theirs: flat(theirs),
            limit: Some(limit),
        }),
        n: 1,
    }])
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
