//! The beginning that pages share: from the doctype to the end of their style, which is most of a small page.
//!
//! It is compressed once, as well as can be, and what follows is compressed as its continuation: both formats are made of pieces
//! that may come from different encoders. A decoder sees one stream. It never changes a byte of a page.

use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use brotlic::{BrotliEncoderOptions, CompressorWriter, Quality, WindowSize};
use crc32fast::Hasher;
use flate2::{Compress, Compression, FlushCompress};
use libdeflater::Compressor;
use xxhash_rust::xxh3::xxh3_128;

/// How every page begins; what other files hold of styles, such as a feed's texts, is no page's.
const START: &[u8] = b"<!doctype html>";
/// Where it ends.
const END: &[u8] = b"</style>";
/// What ends later is no beginning of ours.
const MAX_BYTES: usize = 64 * 1024;
/// Languages times sets of fonts; more kinds are none, and would be kept for nothing.
const MAX_KINDS: usize = 64;
/// Of a gzip file: no name, no time, any system.
const GZIP_HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

/// What was made of one beginning. Brotli's depends on the window, which its first bits name for the whole stream.
struct Beginning {
    n_bytes: usize,
    brotli: Vec<u8>,
    /// Without the header.
    deflate: Vec<u8>,
    crc: u32,
}

/// By content and window.
type Known = HashMap<(u128, u8), Arc<Beginning>>;

/// Those of this process.
static KNOWN: Mutex<Option<Known>> = Mutex::new(None);

/// The brotli and gzip of a page with such a beginning; `None` for other files. `quality` is for what follows.
pub(super) fn copies(
    page: &[u8],
    quality: u8,
    compressor: &mut Compressor,
) -> Option<(Vec<u8>, Vec<u8>)> {
    if !page.starts_with(START) {
        return None;
    }
    let head = page.get(..page.len().min(MAX_BYTES))?;
    let at = head.windows(END.len()).position(|window| window == END)?;
    let (first, rest) = page.split_at(at + END.len());
    let bits = super::window_bits(page.len());
    let beginning = beginning(first, bits)?;
    let brotli = continued(&beginning, rest, quality, bits)?;
    let gzip = gzipped(&beginning, rest, page.len(), compressor)?;
    Some((brotli, gzip))
}

fn beginning(first: &[u8], bits: u8) -> Option<Arc<Beginning>> {
    let key = (xxh3_128(first), bits);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    if let Some(beginning) = known.get(&key) {
        return Some(beginning.clone());
    }
    if known.len() >= MAX_KINDS {
        return None;
    }
    let beginning = Arc::new(Beginning {
        n_bytes: first.len(),
        brotli: flushed(first, bits)?,
        deflate: deflated(first)?,
        crc: crc32fast::hash(first),
    });
    known.insert(key, beginning.clone());
    Some(beginning)
}

fn encoder(quality: u8, bits: u8, n_before: usize) -> Option<CompressorWriter<Vec<u8>>> {
    let mut options = BrotliEncoderOptions::new();
    options.quality(Quality::new(quality).ok()?);
    options.window_size(WindowSize::new(bits).ok()?);
    if n_before > 0 {
        options.stream_offset(u32::try_from(n_before).ok()?);
    }
    let encoder = options.build().ok()?;
    Some(CompressorWriter::with_encoder(encoder, Vec::new()))
}

/// Brotli that goes on.
fn flushed(first: &[u8], bits: u8) -> Option<Vec<u8>> {
    let mut writer = encoder(super::BEST, bits, 0)?;
    writer.write_all(first).ok()?;
    writer.flush().ok()?;
    Some(writer.get_ref().clone())
}

fn continued(beginning: &Beginning, rest: &[u8], quality: u8, bits: u8) -> Option<Vec<u8>> {
    let mut writer = encoder(quality, bits, beginning.n_bytes)?;
    writer.write_all(rest).ok()?;
    let rest = writer.into_inner().ok()?;
    Some([&*beginning.brotli, &rest].concat())
}

/// Deflate that goes on: it ends at a whole byte, and nothing after it looks back beyond that.
fn deflated(first: &[u8]) -> Option<Vec<u8>> {
    let mut compress = Compress::new(Compression::best(), false);
    // What does not shrink grows by a few bytes a block.
    let mut out = Vec::with_capacity(first.len() + first.len() / 8 + 64);
    compress
        .compress_vec(first, &mut out, FlushCompress::Full)
        .ok()?;
    (compress.total_in() == first.len() as u64).then_some(out)
}

fn gzipped(
    beginning: &Beginning,
    rest: &[u8],
    n_bytes: usize,
    compressor: &mut Compressor,
) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    out.extend(GZIP_HEADER);
    out.extend(&beginning.deflate);
    let start = out.len();
    out.resize(start + compressor.deflate_compress_bound(rest.len()), 0);
    let n = compressor
        .deflate_compress(rest, out.get_mut(start..)?)
        .ok()?;
    out.truncate(start + n);
    let mut crc = Hasher::new_with_initial_len(beginning.crc, beginning.n_bytes as u64);
    crc.update(rest);
    out.extend(crc.finalize().to_le_bytes());
    // Its format keeps the length's lowest 32 bits.
    out.extend((n_bytes as u32).to_le_bytes());
    Some(out)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;
    use libdeflater::CompressionLvl;

    use super::*;

    #[test]
    fn pages_come_out_as_they_went_in() {
        let mut compressor = Compressor::new(CompressionLvl::default());
        let style = ".card{color:red}.list{margin-inline:auto}".repeat(300);
        let words = [
            "نشرة",
            "bulletin",
            "<p class=\"card\">",
            "2026",
            "the time of day",
            "\n",
        ];
        let mut random = 7_u64;
        for n_words in [0, 1, 30, 4_000, 60_000] {
            let mut page = format!("<!doctype html><style>{style}</style>");
            for _ in 0..n_words {
                random = random
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                page += words[(random >> 40) as usize % words.len()];
                page.push(' ');
            }
            let made = copies(page.as_bytes(), 5, &mut compressor);
            let (brotli, gzip) = made.expect("a beginning");
            let mut text = String::new();
            let mut read = brotlic::DecompressorReader::new(&*brotli);
            read.read_to_string(&mut text).expect("brotli");
            assert!(text == page, "brotli of {n_words} words");
            text.clear();
            GzDecoder::new(&*gzip)
                .read_to_string(&mut text)
                .expect("gzip");
            assert!(text == page, "gzip of {n_words} words");
            assert!(brotli.len() < page.len() / 2 && gzip.len() < page.len() / 2);
        }
    }

    #[test]
    fn other_files_have_no_beginning() {
        let mut compressor = Compressor::new(CompressionLvl::default());
        let late = [START, &[b' '; MAX_BYTES], END].concat();
        let feed = br#"{ "content_html": "<style>p{}</style><p>text</p>" }"#;
        for file in [
            &b"{}"[..],
            b"",
            b"<style>p{}",
            b"<!doctype html><style>p{}",
            feed,
            &late,
        ] {
            assert!(copies(file, 5, &mut compressor).is_none());
        }
    }
}
