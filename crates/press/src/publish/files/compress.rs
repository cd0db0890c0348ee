//! Compressed copies: brotli for what browsers ask for, gzip for what else comes by.

mod beginning;

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};

use brotlic::{CompressionMode, Quality, WindowSize};
use libdeflater::{CompressionLvl, Compressor};

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
const BEST: u8 = 11;
const QUICK: u8 = 5;

thread_local! {
    /// The quick one for gzip. Its tables are kept from page to page.
    static COMPRESSOR: RefCell<Compressor> = RefCell::new(Compressor::new(CompressionLvl::default()));
}

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
        [self as u8, self.quality()]
    }

    fn quality(self) -> u8 {
        match self {
            Self::Page if !ALL_BEST.load(Ordering::Relaxed) => QUICK,
            _ => BEST,
        }
    }

    pub(super) fn copies(self, bytes: &[u8]) -> Copies {
        if self == Self::None || bytes.len() < MIN_BYTES {
            return Copies::default();
        }
        let quality = self.quality();
        if quality != BEST
            && let Some((brotli, gzip)) =
                COMPRESSOR.with_borrow_mut(|it| beginning::copies(bytes, quality, it))
        {
            return Copies {
                brotli: Some(brotli),
                gzip: Some(gzip),
            };
        }
        Copies {
            brotli: self.brotli(bytes),
            gzip: self.gzip(bytes),
        }
    }

    pub(super) fn brotli(self, bytes: &[u8]) -> Option<Vec<u8>> {
        brotli(bytes, self.quality())
    }

    pub(super) fn gzip(self, bytes: &[u8]) -> Option<Vec<u8>> {
        gzip(bytes, self.quality() == BEST)
    }
}

/// At `quality` (0 to 11), by Google's encoder: at 5 it takes half the time of the one in Rust (docs/decisions/0012).
pub(crate) fn brotli(bytes: &[u8], quality: u8) -> Option<Vec<u8>> {
    let quality = Quality::new(quality).ok()?;
    let window = WindowSize::new(window_bits(bytes.len())).ok()?;
    let mut out = vec![0; brotlic::compress_bound(bytes.len(), quality)?];
    let n = brotlic::compress(bytes, &mut out, quality, window, CompressionMode::Generic).ok()?;
    out.truncate(n);
    Some(out)
}

/// A window beyond the file's end only costs memory; 16 bits are the least that browsers get from others.
fn window_bits(n_bytes: usize) -> u8 {
    let bits = usize::BITS - n_bytes.leading_zeros();
    bits.clamp(16, 22) as u8
}

fn gzip(bytes: &[u8], is_best: bool) -> Option<Vec<u8>> {
    let compress = |compressor: &mut Compressor| {
        let mut out = vec![0; compressor.gzip_compress_bound(bytes.len())];
        let n = compressor.gzip_compress(bytes, &mut out).ok()?;
        out.truncate(n);
        Some(out)
    };
    if is_best {
        return compress(&mut Compressor::new(CompressionLvl::best()));
    }
    COMPRESSOR.with_borrow_mut(compress)
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
