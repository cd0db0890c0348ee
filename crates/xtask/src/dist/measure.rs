//! Sizes of what readers download, compressed as a CDN would at its best. It refuses to judge them;
//! `budgets` does.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

use super::budgets::Sizes;
use crate::error::XtaskError;
use crate::stamp::files_below;

/// How many of the longest release pages are compressed.
const LONGEST: usize = 5;

/// Everything the budgets name, as far as it exists.
pub(super) fn all(dist: &Path, site: &Path) -> Result<Sizes, XtaskError> {
    let mut by_key: BTreeMap<&'static str, Vec<PathBuf>> = BTreeMap::new();
    for file in files_below(dist)? {
        if let Some(key) = file
            .file_name()
            .and_then(|name| kind(&name.to_string_lossy()))
        {
            by_key.entry(key).or_default().push(file);
        }
    }
    let mut sizes = Sizes::new();
    for (key, files) in by_key {
        // Each file is a download of its own, so each is compressed alone.
        let mut sum = 0;
        for file in files {
            sum += brotli_bytes(&read(&file)?)?;
        }
        sizes.insert(key, sum);
    }
    let woff2 = fonts_by_name(site)?;
    let mut pages = Vec::new();
    let mut fonts = 0;
    for page in release_pages(site)? {
        let bytes = read(&page)?;
        fonts = fonts.max(preloaded_fonts(&String::from_utf8_lossy(&bytes), &woff2));
        pages.push(bytes);
    }
    // Compressing thousands of pages to find the largest would take minutes; it is among the longest.
    pages.sort_by_key(|bytes| std::cmp::Reverse(bytes.len()));
    let mut html = 0;
    for bytes in pages.iter().take(LONGEST) {
        html = html.max(brotli_bytes(bytes)?);
    }
    if html > 0 {
        sizes.insert("release_html", html);
    }
    // What a page preloads is what its first view needs; without preloads all fonts count.
    if fonts > 0 {
        sizes.insert("fonts", fonts);
    }
    Ok(sizes)
}

/// The budget that a file of `dist/` counts for, by its name.
fn kind(name: &str) -> Option<&'static str> {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension)?;
    match extension {
        "css" => Some("css"),
        "woff2" => Some("fonts"),
        "js" | "wasm" => Some(match name {
            "nashra-widget.js" => "widget_loader",
            _ if name.contains("widget") => "widget",
            _ if name.contains("worker") => "report_engine",
            _ if name.starts_with("nashra-live") => "live",
            _ if name.starts_with("nashra-viewer") => "viewer",
            _ => "app",
        }),
        _ => None,
    }
}

/// The `index.html` of every release: `…/releases/{slug}/`, not lists, years or topics.
fn release_pages(site: &Path) -> Result<Vec<PathBuf>, XtaskError> {
    Ok(files_below(site)?
        .into_iter()
        .filter(|file| is_release(file))
        .collect())
}

fn is_release(file: &Path) -> bool {
    let parts: Vec<_> = file
        .iter()
        .rev()
        .take(3)
        .map(|part| part.to_string_lossy())
        .collect();
    let [name, slug, list] = parts.as_slice() else {
        return false;
    };
    let is_year = slug.len() == 4 && slug.bytes().all(|byte| byte.is_ascii_digit());
    name == "index.html" && list == "releases" && !is_year
}

/// The size of every font of the site, by file name.
fn fonts_by_name(site: &Path) -> Result<BTreeMap<String, u64>, XtaskError> {
    let mut fonts = BTreeMap::new();
    for file in files_below(site)? {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".woff2") {
            fonts.insert(name, brotli_bytes(&read(&file)?)?);
        }
    }
    Ok(fonts)
}

/// Bytes of the fonts in the boot script's `data-fonts`.
fn preloaded_fonts(html: &str, fonts: &BTreeMap<String, u64>) -> u64 {
    let named = html.split_once(" data-fonts=\"");
    let named = named.and_then(|(_, rest)| rest.split('"').next());
    let named: Vec<&str> = named.unwrap_or_default().split(' ').collect();
    let wanted = fonts.iter().filter(|(name, _)| {
        named
            .iter()
            .any(|path| path.rsplit('/').next() == Some(name.as_str()))
    });
    wanted.map(|(_, bytes)| bytes).sum()
}

/// The size at brotli 11, never above the plain size: what does not shrink (WOFF2) is sent as it is.
pub(crate) fn brotli_bytes(bytes: &[u8]) -> Result<u64, XtaskError> {
    let mut counted = Counted(0);
    write_brotli(bytes, &mut counted).map_err(XtaskError::io(Path::new("brotli")))?;
    Ok(counted.0.min(bytes.len() as u64))
}

/// Writes the brotli copy, at the quality that assets have.
pub(crate) fn write_brotli(bytes: &[u8], out: &mut impl std::io::Write) -> std::io::Result<()> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, out, &params).map(drop)
}

/// A sink that only counts.
struct Counted(u64);

impl std::io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn read(file: &Path) -> Result<Vec<u8>, XtaskError> {
    fs::read(file).map_err(XtaskError::io(file))
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn names_tell_the_budget() {
        #[track_caller]
        fn check(name: &str, expect: Option<&str>) {
            assert_eq!(kind(name), expect, "{name}");
        }
        check("nashra-app-0a1b2c_bg.wasm", Some("app"));
        check("nashra-app-0a1b2c.js", Some("app"));
        check("nashra-live_bg.wasm", Some("live"));
        check("nashra-viewer_bg.wasm", Some("viewer"));
        check("nashra-0a1b2c.css", Some("css"));
        check("nashra-widget.js", Some("widget_loader"));
        check("widget-0a1b2c_bg.wasm", Some("widget"));
        check("report-worker.js", Some("report_engine"));
        check("report-worker-engine_bg.wasm", Some("report_engine"));
        check("amiri.woff2", Some("fonts"));
        check("index.html", None);
    }

    #[test]
    fn only_single_releases_count_as_release_pages() {
        #[track_caller]
        fn check(path: &str, expect: bool) {
            assert_eq!(is_release(Path::new(path)), expect, "{path}");
        }
        check("site/ar/releases/opening/index.html", true);
        check("site/ar/releases/index.html", false);
        check("site/ar/releases/2020/index.html", false);
        check("site/ar/releases/page/3/index.html", false);
        check("site/ar/releases/topic/water/index.html", false);
        check("site/ar/releases/opening/data.json", false);
    }

    #[test]
    fn preloaded_fonts_are_summed() {
        #[track_caller]
        fn check(html: &str, expect: u64) {
            let fonts = BTreeMap::from([("a.woff2".to_owned(), 1), ("b.woff2".to_owned(), 2)]);
            assert_eq!(preloaded_fonts(html, &fonts), expect, "{html}");
        }
        check("", 0);
        check(r#"<script data-fonts="/assets/fonts/a.woff2">"#, 1);
        check(r#"<script data-fonts="/a.woff2 /b.woff2">"#, 3);
        check(r#"<link rel="stylesheet" href="/a.woff2">"#, 0);
        check(r#"<script data-fonts="/ba.woff2">"#, 0);
    }
}
