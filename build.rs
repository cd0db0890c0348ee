//! Keeps symbol names out of the release wasm, where they are a quarter of its size, and the section that tells
//! wasm-bindgen the target's features in it, which `strip = true` would remove as well. `NASHRA_KEEP_NAMES=1` keeps them,
//! for weighing crates and functions. The report worker is built by this same script.

fn main() {
    println!("cargo:rustc-check-cfg=cfg(nashra_without_gallery)");
    println!("cargo:rerun-if-env-changed=NASHRA_WITHOUT_GALLERY");
    if std::env::var_os("NASHRA_WITHOUT_GALLERY").is_some() {
        // For weighing it: see `cargo xtask bench gallery`.
        println!("cargo:rustc-cfg=nashra_without_gallery");
    }
    let is_wasm = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    println!("cargo:rerun-if-env-changed=NASHRA_KEEP_NAMES");
    let keeps_names = std::env::var_os("NASHRA_KEEP_NAMES").is_some();
    if is_wasm && is_release && !keeps_names {
        println!("cargo:rustc-link-arg-bins=--strip-all");
        println!("cargo:rustc-link-arg-bins=--keep-section=target_features");
    }
}
