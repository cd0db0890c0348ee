//! The widget's files: its module under hashed names, with its style; the loader under a name that partners keep for years, and the list
//! by which an old copy of the loader finds the files of this release.
//!
//! No page of the newsroom asks for any of it.

use std::path::Path;

use serde_json::json;

use super::super::embed::EmbedAssets;
use super::super::files::Compression;
use super::super::offline::code;
use super::{Asset, Writer, read};
use crate::error::PressError;
use crate::source::Source;

/// What partners name in their pages.
pub(in crate::publish) const LOADER: &str = "nashra-widget.js";
/// What a loader asks whose files are gone.
const RELEASES: &str = "nashra-widget.json";
/// What this release's module speaks; as in the loader. A module that speaks several is listed under each.
const PROTOCOL: &str = "1";

/// Writes the widget's files; `live` are the two of the live module, for what was not published.
pub(super) fn write(
    app: &Path,
    source: &Source,
    live: [&Asset; 2],
    writer: &Writer<'_>,
) -> Result<EmbedAssets, PressError> {
    let file = |name: &str| {
        read(&app.join(name)).map_err(|_| PressError::NoApp {
            path: app.to_owned(),
            missing: "the widget (nashra-widget.js, widget.js, widget_bg.wasm, widget.css)",
        })
    };
    let mut module = text(file("widget.js")?);
    let style = json!(text(file("widget.css")?).trim()).to_string();
    module.push_str(&["\nexport const style = ", &style, ";\n"].concat());
    let module = writer.hashed("widget.js", module);
    let wasm = writer.hashed("widget.wasm", file("widget_bg.wasm")?);
    // Relative to the loader, which stands at the newsroom's address.
    let name = |asset: &Asset| asset.path[writer.prefix.len()..].to_owned();
    let newsroom = &source.newsroom;
    let mut languages: Vec<&str> = source.languages.iter().map(|it| &*it.tag).collect();
    let default = &source.languages[newsroom.default_language].tag;
    languages.sort_by_key(|tag| tag != default);
    let names = json!({
        "module": name(&module),
        "wasm": name(&wasm),
        "live": name(live[0]),
        "live_wasm": name(live[1]),
        "languages": languages.join(" "),
    });
    let loader = text(file(LOADER)?);
    let loader = code(&loader).replace("names = {}", &format!("names = {names}"));
    let output = writer.output;
    output.write(LOADER, loader.as_bytes(), Compression::Asset)?;
    let releases = json!({ PROTOCOL: names }).to_string();
    output.write(RELEASES, releases.as_bytes(), Compression::Page)?;
    let script = |name: &str, text: &str| writer.hashed(name, code(text));
    Ok(EmbedAssets {
        frame_script: script("frame.js", include_str!("../embed/frame.js")),
        frame_style: writer.hashed("frame.css", include_str!("../embed/frame.css")),
        chooser_script: script("chooser.js", include_str!("../embed/chooser.js")),
    })
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loader_and_list_speak_of_the_same() {
        let loader = include_str!("../../../../../public/nashra-widget.js");
        assert!(loader.contains(&format!("const PROTOCOL = \"{PROTOCOL}\";")));
        assert!(loader.contains("const names = {};"));
        assert!(loader.contains(RELEASES));
    }
}
