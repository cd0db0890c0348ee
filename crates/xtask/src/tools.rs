//! The pinned build tools and where they live. Each version has a folder of its own, so two checkouts
//! with different pins share one cache; it refuses to touch what the user installed elsewhere.

use std::ffi::OsString;
use std::path::PathBuf;

/// A tool that `cargo install` builds.
pub(crate) struct Tool {
    /// The crate.
    pub(crate) krate: &'static str,
    /// The version, exactly.
    pub(crate) version: &'static str,
    /// The program the crate brings.
    pub(crate) program: &'static str,
    /// Features of the crate that the program needs, between commas.
    pub(crate) features: &'static str,
    /// How long its build takes on two cores.
    pub(crate) usual: &'static str,
}

/// Writes the glue between wasm and the browser; must be the very version of the `wasm-bindgen` library.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    krate: "wasm-bindgen-cli",
    version: "0.2.128",
    program: "wasm-bindgen",
    features: "",
    usual: "2 to 3 minutes",
};
/// Builds the app into `dist/`.
pub(crate) const TRUNK: Tool = Tool {
    krate: "trunk",
    version: "0.21.14",
    program: "trunk",
    features: "",
    usual: "4 to 6 minutes",
};
/// Drives Firefox.
pub(crate) const GECKODRIVER: Tool = Tool {
    krate: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    features: "",
    usual: "2 to 3 minutes",
};

/// An object store that speaks S3 over files: what `nashra deploy` is tested against.
pub(crate) const S3S_FS: Tool = Tool {
    krate: "s3s-fs",
    version: "0.14.1",
    program: "s3s-fs",
    features: "binary",
    usual: "1 to 3 minutes",
};

const ALL: [&Tool; 4] = [&WASM_BINDGEN, &TRUNK, &GECKODRIVER, &S3S_FS];

impl Tool {
    /// The folder given to `cargo install --root`.
    pub(crate) fn root(&self) -> PathBuf {
        dir().join(format!("{}-{}", self.krate, self.version))
    }

    /// Whether this version is here. Cargo moves the program into place last, so its file is proof.
    pub(crate) fn is_installed(&self) -> bool {
        self.root().join("bin").join(self.program).is_file()
    }
}

/// `$NASHRA_TOOLS`, or `~/.cache/nashra/tools`.
pub(crate) fn dir() -> PathBuf {
    if let Some(dir) = std::env::var_os("NASHRA_TOOLS") {
        // The PATH is used from other folders than this one.
        return std::path::absolute(&dir).unwrap_or_else(|_| PathBuf::from(dir));
    }
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache");
    cache.unwrap_or_else(home).join("nashra/tools")
}

/// Where npm puts axe-core, the version that `tests/axe/package.json` names.
pub(crate) fn axe_dir() -> PathBuf {
    dir().join(nashra_browser_tests::axe::folder())
}

/// Where the style sheets of hosts lie that the widget is tested on.
pub(crate) fn hosts_dir() -> PathBuf {
    dir().join(nashra_browser_tests::hosts::folder())
}

/// The PATH for every child: our tools first, then the user's.
pub(crate) fn search_path() -> OsString {
    let ours = ALL.iter().map(|tool| tool.root().join("bin"));
    let users = std::env::var_os("PATH").unwrap_or_default();
    let all: Vec<PathBuf> = ours.chain(std::env::split_paths(&users)).collect();
    // A folder with a colon in its name cannot stand in a PATH; then the user's own must do.
    std::env::join_paths(all).unwrap_or(users)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_bindgen_cli_is_the_version_of_the_library() {
        let manifest =
            std::fs::read_to_string(crate::house::root().join("Cargo.toml")).unwrap_or_default();
        let pin = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.contains(&pin), "Cargo.toml should say {pin}");
    }
}
