//! The files that [`crate::Supplies`] may ask for, as they stand beside the worker: the standard fonts of the PDF library, and
//! its predefined character maps written as CMap files (Adobe Technical Note 5014), which the engine reads without the
//! library's own packed form.
//!
//! It never writes a map that reads otherwise than the packed one: a test compares every code.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use hayro::hayro_interpret::hayro_cmap::{
    BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded,
};
use hayro_font::StandardFont;
use sha2::{Digest, Sha256};

use crate::supplies::{cmap_file, font_file};

const FONTS: [StandardFont; 14] = [
    StandardFont::Helvetica,
    StandardFont::HelveticaBold,
    StandardFont::HelveticaOblique,
    StandardFont::HelveticaBoldOblique,
    StandardFont::Courier,
    StandardFont::CourierBold,
    StandardFont::CourierOblique,
    StandardFont::CourierBoldOblique,
    StandardFont::TimesRoman,
    StandardFont::TimesBold,
    StandardFont::TimesItalic,
    StandardFont::TimesBoldItalic,
    StandardFont::ZapfDingBats,
    StandardFont::Symbol,
];

/// ISO 32000-2, table 116, without the two identities, which the engine knows; then the ways back to Unicode.
const CMAPS: &str = "GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V \
    UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V \
    ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V 83pv-RKSJ-H \
    90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H \
    Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V \
    KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V \
    UniKS-UTF16-H UniKS-UTF16-V Adobe-GB1-UCS2 Adobe-CNS1-UCS2 Adobe-Japan1-UCS2 Adobe-Korea1-UCS2";

/// The names of all files.
pub fn names() -> Vec<String> {
    let maps = CMAPS.split_whitespace();
    let maps = maps.filter_map(|name| cmap_file(CMapName::from_bytes(name.as_bytes())));
    FONTS.map(font_file).into_iter().chain(maps).collect()
}

/// The content of a file; none where there is none of that name. Some maps take a tenth of a second, once in a process.
pub fn file(name: &str) -> Option<Arc<Vec<u8>>> {
    static MADE: Mutex<BTreeMap<String, Arc<Vec<u8>>>> = Mutex::new(BTreeMap::new());
    let made = || MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(bytes) = made().get(name) {
        return Some(bytes.clone());
    }
    let bytes = if let Some(map) = name.strip_suffix(".cmap") {
        cmap(map)?.into_bytes()
    } else {
        let font = FONTS.into_iter().find(|font| font_file(*font) == name)?;
        font.get_font_data().0.as_ref().as_ref().to_vec()
    };
    let bytes = Arc::new(bytes);
    made().insert(name.to_owned(), bytes.clone());
    Some(bytes)
}

/// Twelve hexadecimal digits that change when the files do, without making them.
pub fn fingerprint() -> String {
    let mut digest = Sha256::new();
    for font in FONTS {
        digest.update(font.get_font_data().0.as_ref());
    }
    for name in CMAPS.split_whitespace() {
        digest.update(load_embedded(CMapName::from_bytes(name.as_bytes())).unwrap_or_default());
    }
    // The way in which maps are written.
    digest.update("2");
    let digest = digest.finalize();
    digest.iter().take(6).fold(String::new(), |mut hex, byte| {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn packed(name: &str) -> Option<CMap> {
    CMap::parse(
        load_embedded(CMapName::from_bytes(name.as_bytes()))?,
        load_embedded,
    )
}

/// The map as text. A vertical one holds what it has other than the horizontal one.
fn cmap(name: &str) -> Option<String> {
    let map = packed(name)?;
    let horizontal = match name.strip_suffix('V') {
        Some("") => Some("H".to_owned()),
        Some(stem) => Some([stem, "H"].concat()),
        None => None,
    };
    let base = horizontal.as_deref().and_then(packed);
    let mut out = String::new();
    let metadata = map.metadata();
    if let Some(collection) = &metadata.character_collection {
        let (registry, ordering) = match &collection.family {
            CidFamily::AdobeJapan1 => ("Adobe".into(), "Japan1".into()),
            CidFamily::AdobeGB1 => ("Adobe".into(), "GB1".into()),
            CidFamily::AdobeCNS1 => ("Adobe".into(), "CNS1".into()),
            CidFamily::AdobeKorea1 => ("Adobe".into(), "Korea1".into()),
            CidFamily::AdobeIdentity => ("Adobe".into(), "Identity".into()),
            // The ways back to Unicode call themselves by names of their own.
            CidFamily::Custom { registry, ordering } => (
                String::from_utf8_lossy(registry),
                String::from_utf8_lossy(ordering),
            ),
        };
        let supplement = collection.supplement;
        let _ = writeln!(
            out,
            "/Registry ({registry}) def /Ordering ({ordering}) def /Supplement {supplement} def"
        );
    }
    let _ = writeln!(out, "/CMapName /{name} def");
    if let Some(mode) = metadata.writing_mode {
        let mode = u8::from(mode == WritingMode::Vertical);
        let _ = writeln!(out, "/WMode {mode} def");
    }
    if let (Some(horizontal), Some(_)) = (&horizontal, &base) {
        let _ = writeln!(out, "/{horizontal} usecmap");
    }
    if name.ends_with("-UCS2") {
        letters(&map, &mut out);
    } else {
        for length in [1, 2, 4] {
            let of = |map: &CMap, code| map.lookup_cid_code(code, length);
            let runs = codes(name, length).filter_map(|code| {
                let cid = of(&map, code)?;
                let is_known = base
                    .as_ref()
                    .is_some_and(|base| of(base, code) == Some(cid));
                (!is_known).then_some((code, cid))
            });
            ranges(runs, usize::from(length) * 2, &mut out);
        }
    }
    Some(out)
}

/// All codes of a length in bytes that a predefined map may have, in order.
fn codes(name: &str, length: u8) -> Box<dyn Iterator<Item = u32>> {
    let bytes = |a: &[u8], b: &[u8], c: &[u8], d: &[u8]| {
        let (b, c, d) = (b.to_vec(), c.to_vec(), d.to_vec());
        let mut all = Vec::with_capacity(a.len() * b.len() * c.len() * d.len());
        for &a in a {
            for &b in &b {
                for &c in &c {
                    all.extend(d.iter().map(|&d| u32::from_be_bytes([a, b, c, d])));
                }
            }
        }
        all
    };
    let span = |from: u8, to: u8| (from..=to).collect::<Vec<u8>>();
    match length {
        1 => Box::new(0..=0xFF),
        2 => Box::new(0..=0xFFFF),
        // Surrogate pairs.
        4 if name.contains("UTF16") => Box::new(
            (0xD800..=0xDBFF_u32)
                .flat_map(|high| (0xDC00..=0xDFFF_u32).map(move |low| high << 16 | low)),
        ),
        // GB 18030.
        4 if name.starts_with("GBK2K") => {
            let (wide, digit) = (span(0x81, 0xFE), span(0x30, 0x39));
            Box::new(bytes(&wide, &digit, &wide, &digit).into_iter())
        }
        // Planes of CNS 11643.
        4 if name.starts_with("CNS") => {
            let kanji = span(0xA1, 0xFE);
            Box::new(bytes(&[0x8E], &span(0xA1, 0xB0), &kanji, &kanji).into_iter())
        }
        _ => Box::new(std::iter::empty()),
    }
}

/// Runs of codes whose CIDs go up with them, or stay.
fn ranges(codes: impl Iterator<Item = (u32, u32)>, n_digits: usize, out: &mut String) {
    let mut rising: Vec<[u32; 3]> = Vec::new();
    for (code, cid) in codes {
        match rising.last_mut() {
            Some([start, end, first]) if *end + 1 == code && *first + (code - *start) == cid => {
                *end = code;
            }
            _ => rising.push([code, code, cid]),
        }
    }
    if rising.is_empty() {
        return;
    }
    let _ = writeln!(out, "{} begincidrange", rising.len());
    for [start, end, cid] in rising {
        let _ = writeln!(out, "<{start:0n_digits$x}><{end:0n_digits$x}>{cid}");
    }
    out.push_str("endcidrange\n");
}

/// CIDs and the letters that they are.
fn letters(map: &CMap, out: &mut String) {
    let mut runs: Vec<(u32, u32, Vec<u16>)> = Vec::new();
    for cid in 0..=0xFFFF_u32 {
        let Some(letters) = map.lookup_bf_string(cid) else {
            continue;
        };
        let units: Vec<u16> = match letters {
            BfString::Char(letter) => letter.encode_utf16(&mut [0; 2]).to_vec(),
            BfString::String(letters) => letters.encode_utf16().collect(),
        };
        if let Some((start, end, first)) = runs.last_mut()
            && *end + 1 == cid
            && let (Some((last, head)), Some((from, first_head))) =
                (units.split_last(), first.split_last())
            && head == first_head
            && u32::from(*from) + (cid - *start) == u32::from(*last)
        {
            *end = cid;
            continue;
        }
        runs.push((cid, cid, units));
    }
    let _ = writeln!(out, "{} beginbfrange", runs.len());
    for (start, end, units) in runs {
        let _ = write!(out, "<{start:04x}><{end:04x}><");
        for unit in units {
            let _ = write!(out, "{unit:04x}");
        }
        out.push_str(">\n");
    }
    out.push_str("endbfrange\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_read_as_the_packed_ones_do() {
        let files: BTreeMap<String, Arc<Vec<u8>>> = names()
            .into_iter()
            .filter_map(|name| file(&name).map(|bytes| (name, bytes)))
            .collect();
        assert_eq!(files.len(), 14 + CMAPS.split_whitespace().count());
        // The reader wants them for ever.
        let files: &'static BTreeMap<String, Arc<Vec<u8>>> = Box::leak(Box::new(files));
        let find = |name: CMapName<'_>| files.get(&cmap_file(name)?).map(|file| file.as_slice());
        for name in CMAPS.split_whitespace() {
            let bytes = find(CMapName::from_bytes(name.as_bytes())).expect(name);
            let (ours, theirs) = (
                CMap::parse(bytes, find).expect(name),
                packed(name).expect(name),
            );
            assert_eq!(
                ours.metadata().writing_mode,
                theirs.metadata().writing_mode,
                "{name}"
            );
            assert_eq!(
                ours.metadata().character_collection,
                theirs.metadata().character_collection,
                "{name}"
            );
            if name.ends_with("-UCS2") {
                for cid in 0..=0xFFFF {
                    assert_eq!(
                        ours.lookup_bf_string(cid),
                        theirs.lookup_bf_string(cid),
                        "{name} {cid}"
                    );
                }
                continue;
            }
            // Of four bytes not all: there are a million in some maps. And three, of which there are none.
            for length in 1..=4 {
                let sample = (0..=0x00FF_FFFF_u32).step_by(997).filter(|_| length == 3);
                let step = if length == 4 { 7 } else { 1 };
                for code in codes(name, length).step_by(step).chain(sample) {
                    let of = |map: &CMap| map.lookup_cid_code(code, length);
                    assert_eq!(of(&ours), of(&theirs), "{name} {code:x}");
                }
            }
        }
    }

    #[test]
    fn fonts_are_fonts() {
        let fonts: Vec<String> = names()
            .into_iter()
            .filter(|name| name.ends_with(".pfb"))
            .collect();
        assert_eq!(fonts.len(), 14);
        for name in fonts {
            assert!(
                file(&name).is_some_and(|bytes| bytes.len() > 10_000),
                "{name}"
            );
        }
        assert_eq!(file("../secret.cmap"), None);
    }
}
