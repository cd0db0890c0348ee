//! The report worker under hashed names, with the fonts and character maps that reports may leave out.
//!
//! Nothing of it is fetched before a reader opens a report; it never decides when that is.

use std::path::Path;

use nashra_report_engine::publish::supplies;

use super::super::files::Compression;
use super::{Asset, Key, Writer, file_name, read};
use crate::error::PressError;

/// What the app needs to start workers.
pub(super) struct ReportWorker {
    /// The entry, for `new Worker`.
    pub(super) entry: Asset,
    /// The WebAssembly, compiled once for several workers.
    pub(super) module: Asset,
}

/// Writes the worker's files.
pub(super) fn write(app: &Path, writer: &Writer<'_>) -> Result<ReportWorker, PressError> {
    let file = |name: &str| {
        read(&app.join(name)).map_err(|_| PressError::NoApp {
            path: app.to_owned(),
            missing: "the report worker (report-worker*)",
        })
    };
    let module = writer.hashed("report-engine.wasm", file("report-worker-engine_bg.wasm")?);
    let folder = ["report-supplies-", &supplies::fingerprint()].concat();
    for name in supplies::names() {
        let path = ["assets/", &folder, "/", &name].concat();
        let key = Key::of(&[path.as_bytes()]);
        // Seldom asked for, and small: a host may compress them on the way.
        let make = || Ok(supplies::file(&name).unwrap_or_default().to_vec());
        writer
            .output
            .write_keyed(&path, key, Compression::None, make)?;
    }
    let entry = String::from_utf8_lossy(&file("report-worker.js")?)
        .replace("report-worker-engine_bg.wasm", file_name(&module.path))
        .replace("report-supplies", &folder);
    let entry = writer.hashed("report-worker.js", entry);
    Ok(ReportWorker { entry, module })
}
