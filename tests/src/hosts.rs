//! Style sheets of hosts that partners have, as npm brings them. It refuses to be read by anything that ships.

use serde_json::Value;

use crate::HarnessError;
use crate::engine::tools_dir;

/// A sheet of every package, by which an install is known to be whole.
pub const FILES: [&str; 2] = [BOOTSTRAP, TAILWIND];
/// Bootstrap 5, all of it.
pub const BOOTSTRAP: &str = "node_modules/bootstrap/dist/css/bootstrap.min.css";
/// What Tailwind lays under everything.
pub const TAILWIND: &str = "node_modules/tailwindcss/preflight.css";

/// The folder's name among the tools, by the versions in it.
#[must_use]
pub fn folder() -> String {
    let manifest = include_str!("../hosts/package.json");
    let manifest: Value = serde_json::from_str(manifest).unwrap_or_default();
    let packages = manifest["dependencies"].as_object();
    let mut name = String::from("hosts");
    for (package, version) in packages.into_iter().flatten() {
        name.push_str(&format!(
            "-{package}-{}",
            version.as_str().unwrap_or_default()
        ));
    }
    name
}

/// A sheet's text.
///
/// # Errors
/// `Missing` where `cargo xtask setup --tests` did not bring it.
pub fn sheet(file: &str) -> Result<String, HarnessError> {
    let path = tools_dir().join(folder()).join(file);
    std::fs::read_to_string(&path).map_err(|_| HarnessError::Missing(path.display().to_string()))
}
