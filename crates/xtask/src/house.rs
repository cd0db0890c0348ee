//! Where things stand in the repository. It only names places; it refuses to make or read them.

use std::path::{Path, PathBuf};

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Everything these commands write, but for `dist/`.
pub(crate) fn target() -> PathBuf {
    root().join("target")
}

/// The app as Trunk builds it.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The newsroom as `nashra publish` writes it for these commands.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// Where cargo puts what it builds: `CARGO_TARGET_DIR` moves it, reports stay in `target()`.
pub(crate) fn built(profile: &str, binary: &str) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(target, |dir| root().join(dir))
        .join(profile)
        .join(binary)
}

/// Packages that are built and tested natively, as cargo's arguments: asked for alike, dependencies have the same features and are built once.
pub(crate) const NATIVE: [&str; 3] = ["--workspace", "--exclude", "nashra-browser-tests"];

/// The `nashra` command as it is built for work here: by the profile of the tests, which share what it is made of.
pub(crate) fn nashra() -> PathBuf {
    built("debug", "nashra")
}

/// The `nashra` command as hosts get it, and as it is compared with others.
pub(crate) fn nashra_for_release() -> PathBuf {
    built("release", "nashra")
}

/// What was made of photos and reports, for all newsrooms that are published here.
pub(crate) fn press_cache() -> PathBuf {
    target().join("press-cache")
}
