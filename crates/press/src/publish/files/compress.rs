//! Compressed copies: brotli for what browsers ask for, gzip for what else comes by.

use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};

/// Files that compress well; others are compressed formats already.
const TEXT: [&str; 12] = [
    "html",
    "css",
    "js",
    "json",
    "svg",
    "wasm",
    "xml",
    "txt",
    "ics",
    "vtt",
    "csv",
    "webmanifest",
];
/// Smaller files fit in a packet either way.
const MIN_BYTES: usize = 512;
/// Brotli's best, which takes fifty times as long as quality 5 and saves about a fifth.
const BEST: u32 = 11;
const QUICK: u32 = 5;

/// `--best`: pages too are compressed as small as can be.
static ALL_BEST: AtomicBool = AtomicBool::new(false);

/// How hard to try.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::publish) enum Compression {
    /// Not at all: pictures, fonts, archives.
    None,
    /// Made at each publication: quickly.
    Page,
    /// Made once and served for a year: as small as can be.
    Asset,
}

/// What stands beside a file.
#[derive(Default)]
pub(super) struct Copies {
    pub(super) brotli: Option<Vec<u8>>,
    pub(super) gzip: Option<Vec<u8>>,
}

impl Compression {
    /// Asks for the best everywhere, for the rest of this process.
    pub(in crate::publish) fn all_best() {
        ALL_BEST.store(true, Ordering::Relaxed);
    }

    /// By the name's extension and place.
    pub(in crate::publish) fn for_path(path: &str) -> Self {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        if !TEXT.contains(&extension) {
            Self::None
        } else if path.starts_with("assets/") {
            Self::Asset
        } else {
            Self::Page
        }
    }

    /// What goes into a file's key: other settings make other copies.
    pub(in crate::publish) fn tag(self) -> [u8; 2] {
        [self as u8, self.quality() as u8]
    }

    fn quality(self) -> u32 {
        match self {
            Self::Page if !ALL_BEST.load(Ordering::Relaxed) => QUICK,
            _ => BEST,
        }
    }

    pub(super) fn copies(self, bytes: &[u8]) -> Copies {
        if self == Self::None || bytes.len() < MIN_BYTES {
            return Copies::default();
        }
        let level = match self.quality() {
            BEST => flate2::Compression::best(),
            _ => flate2::Compression::new(6),
        };
        Copies {
            brotli: brotli(bytes, self.quality()),
            gzip: gzip(bytes, level),
        }
    }
}

fn brotli(bytes: &[u8], quality: u32) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len() / 3);
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: quality as i32,
        size_hint: bytes.len(),
        // A window beyond the file's end only costs memory; 16 bits are the least that browsers get from others.
        lgwin: (usize::BITS - bytes.len().leading_zeros()).clamp(16, 22) as i32,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)
        .ok()
        .map(|_| out)
}

fn gzip(bytes: &[u8], level: flate2::Compression) -> Option<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::Compression;

    #[test]
    fn tries_as_hard_as_the_file_deserves() {
        let check = |path: &str, expect| assert_eq!(Compression::for_path(path), expect, "{path}");
        check("en/index.html", Compression::Page);
        check("assets/app-012345.js", Compression::Asset);
        check("assets/sans-012345.woff2", Compression::None);
        check("media/photo.jpg", Compression::None);
        check("media/data.csv", Compression::Page);
        check("sitemap.xml", Compression::Page);
        check("LICENSE", Compression::None);
    }
}
