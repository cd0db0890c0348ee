//! The web app manifest, one a language: how the newsroom stands on a reader's home screen.

use serde_json::{Value, json};

use super::files::{Compression, Output};
use super::site::Site;
use crate::error::PressError;

/// The name of the file below a language's folder.
pub(super) const NAME: &str = "app.webmanifest";

/// An icon that is published.
#[derive(Clone)]
pub(super) struct Icon {
    /// Path from the host's root.
    pub(super) path: String,
    /// `192x192`, or `any` for drawings.
    pub(super) sizes: String,
    pub(super) mime_type: &'static str,
    /// Whether it may be cut to any shape.
    pub(super) is_maskable: bool,
}

/// Writes the manifest of a language.
pub(super) fn write(
    site: &Site<'_>,
    direction: &str,
    icons: &[Icon],
    output: &Output,
) -> Result<(), PressError> {
    let path = [&*site.frame.language, "/", NAME].concat();
    let json = manifest(site, direction, icons).to_string();
    output.write(&path, json.as_bytes(), Compression::Page)
}

fn manifest(site: &Site<'_>, direction: &str, icons: &[Icon]) -> Value {
    let start = [site.prefix, &site.frame.language, "/"].concat();
    let icons = icons.iter().map(|icon| {
        json!({
            "src": icon.path,
            "sizes": icon.sizes,
            "type": icon.mime_type,
            "purpose": if icon.is_maskable { "any maskable" } else { "any" },
        })
    });
    json!({
        "id": start,
        "name": site.frame.title,
        // Below an icon there is room for about twelve letters; the whole name says more than a cut one.
        "short_name": site.frame.publisher,
        "lang": site.frame.language,
        "dir": direction,
        "start_url": start,
        "scope": site.prefix,
        "display": "minimal-ui",
        "background_color": "#fbf9f5",
        "theme_color": "#fbf9f5",
        "icons": icons.collect::<Vec<Value>>(),
    })
}
