//! Icons for home screens and tabs, from the newsroom's logo and the `icon` of its feed.
//!
//! A drawing serves every size as it is; of a picture the sizes that phones ask for are made.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat};
use nashra_feed::{NativeUrls, UrlResolver};
use serde_json::Value;

use super::app_manifest::Icon;
use super::files::{Compression, Key, Output};
use crate::error::PressError;
use crate::source::Source;

/// Android's two, and the one of iOS.
const SIZES_PX: [u32; 3] = [192, 512, APPLE_PX];
const APPLE_PX: u32 = 180;

/// Path of the one for iOS, among all there are.
pub(super) fn touch_icon(icons: &[Icon]) -> Option<&str> {
    let sizes = format!("{APPLE_PX}x{APPLE_PX}");
    let icon = icons.iter().find(|icon| icon.sizes == sizes);
    icon.map(|icon| icon.path.as_str())
}

/// Writes what is made and names all there are.
pub(super) fn write(
    source: &Source,
    prefix: &str,
    output: &Output,
) -> Result<Vec<Icon>, PressError> {
    let mut icons = Vec::new();
    let base = source.newsroom.base_url.as_str();
    let logo = source.newsroom.publisher.logo_url.as_ref();
    let drawing = logo.and_then(|url| url.strip_prefix(base));
    if let Some(path) = drawing.filter(|path| path.ends_with(".svg")) {
        icons.push(Icon {
            path: [prefix, path].concat(),
            sizes: "any".to_owned(),
            mime_type: "image/svg+xml",
            is_maskable: false,
        });
    }
    let Some(file) = picture_of(source) else {
        return Ok(icons);
    };
    let Ok(bytes) = fs::read(&file) else {
        return Ok(icons);
    };
    let picture = match image::load_from_memory(&bytes) {
        Ok(picture) => picture,
        Err(error) => {
            eprintln!("{}: {error}; no icons are made of it", file.display());
            return Ok(icons);
        }
    };
    for size in SIZES_PX {
        let key = Key::of(&[&bytes, &size.to_le_bytes()]);
        let path = format!("assets/icon-{size}-{:012x}.png", key.0 >> 80);
        output.write_keyed(&path, key, Compression::None, || Ok(scaled(&picture, size)))?;
        icons.push(Icon {
            path: [prefix, &path].concat(),
            sizes: format!("{size}x{size}"),
            mime_type: "image/png",
            is_maskable: false,
        });
    }
    Ok(icons)
}

/// The `icon` of the default language's feed, where it is a file of the newsroom's own.
fn picture_of(source: &Source) -> Option<PathBuf> {
    let files = source.files.as_ref()?;
    let language = source.languages.get(source.newsroom.default_language)?;
    let file = language.feed_files.first()?;
    let feed: Value = serde_json::from_slice(&file.bytes).ok()?;
    let icon = feed["icon"].as_str().or(feed["favicon"].as_str())?;
    let url = NativeUrls.resolve(Some(&file.url), icon)?;
    let path = url.strip_prefix(source.newsroom.base_url.as_str())?;
    let file = files.path(path);
    file.is_file().then_some(file)
}

fn scaled(picture: &DynamicImage, size_px: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let picture = picture.resize_to_fill(size_px, size_px, FilterType::Lanczos3);
    // Writing to memory does not fail.
    let _ = picture.write_to(&mut Cursor::new(&mut out), ImageFormat::Png);
    out
}
