//! Newsrooms as `nashra publish` writes them, each published and served once for all cases. It refuses
//! to build anything: the command and `dist/` are there, or a case fails saying so.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

use crate::HarnessError;
use crate::site::{NashraServe, Origin};

/// The newsrooms that cases asked for so far; their servers end with this value.
#[derive(Default)]
pub struct Newsrooms(Mutex<HashMap<PathBuf, Arc<NashraServe>>>);

impl Newsrooms {
    /// A newsroom by its folder, relative to the repository's root (`sample`), at its own address or at `base_url`.
    ///
    /// # Errors
    /// `Missing` when `nashra publish` refuses or is not built; run `cargo xtask test` then.
    pub fn origin(&self, newsroom: &str, base_url: Option<&str>) -> Result<Origin, HarnessError> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(1)
            .unwrap_or(Path::new("."));
        let from = |variable: &str, usual: &str| {
            std::env::var_os(variable).map_or(root.join(usual), PathBuf::from)
        };
        let nashra = from("NASHRA_BIN", "target/release/nashra");
        let app = from("NASHRA_DIST", "dist");
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let dir = root.join(newsroom);
        let key = dir.join(base_url.unwrap_or_default().replace('/', "-"));
        if let Some(server) = known.get(&key) {
            return Ok(Origin::Nashra(Arc::clone(server)));
        }
        let out = root.join("target/browser-tests").join(
            [newsroom, base_url.unwrap_or_default()]
                .concat()
                .replace(['/', ':'], "-"),
        );
        if out.is_dir() {
            // A page that is no longer published must not answer.
            std::fs::remove_dir_all(&out).map_err(HarnessError::io(out.display().to_string()))?;
        }
        publish(
            Command::new(&nashra)
                .current_dir(root)
                .arg("publish")
                .arg(&dir)
                .args(
                    base_url
                        .map(|url| ["--base-url", url])
                        .into_iter()
                        .flatten(),
                ),
            &out,
            &app,
        )?;
        let server = Arc::new(NashraServe::start(&nashra, &out)?);
        known.insert(key, Arc::clone(&server));
        Ok(Origin::Nashra(server))
    }
}

fn publish(nashra: &mut Command, out: &Path, app: &Path) -> Result<(), HarnessError> {
    let output = nashra.arg("--out").arg(out).arg("--app").arg(app).output();
    let output = output.map_err(HarnessError::io("nashra publish (run `cargo xtask test`)"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(HarnessError::Missing(format!(
        "nashra publish: {}",
        String::from_utf8_lossy(&output.stderr)
    )))
}
