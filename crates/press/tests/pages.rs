//! `nashra pages` run for real on a report of the sample newsroom, and what it wrote read back as a viewer would.
//!
//! It refuses to look at pixels of AVIF: those are the encoder's; their size is read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn report(name: &str) -> PathBuf {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../sample/media/reports");
    sample.join(name)
}

fn out_dir(name: &str) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if out.exists() {
        fs::remove_dir_all(&out).expect("an empty folder");
    }
    out
}

fn nashra_pages(arguments: &[&str], pdf: &Path, out: &Path) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nashra"));
    command.arg("pages").arg(pdf).arg("--out").arg(out);
    command.args(arguments).output().expect("nashra runs")
}

fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn strings(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

/// Width and height as the file itself tells.
fn size_in_file(bytes: &[u8], mime_type: &str) -> (u64, u64) {
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .fold(0_u64, |n, b| n << 8 | u64::from(*b))
    };
    if mime_type == "image/webp" {
        assert_eq!(
            (&bytes[..4], &bytes[8..15]),
            (&b"RIFF"[..], &b"WEBPVP8"[..])
        );
        // A lossy frame (RFC 6386, 9.1), after its chunk's head and tag.
        assert_eq!(&bytes[23..26], [0x9D, 0x01, 0x2A]);
        (
            number(&bytes[26..28]) & 0x3FFF,
            number(&bytes[28..30]) & 0x3FFF,
        )
    } else {
        assert_eq!(&bytes[4..12], b"ftypavif");
        // The property `ispe` (ISO 23008-12, 6.5.3).
        let at = bytes
            .windows(4)
            .position(|part| part == b"ispe")
            .expect("a size")
            + 8;
        let be = |part: &[u8]| part.iter().fold(0_u64, |n, b| n << 8 | u64::from(*b));
        (be(&bytes[at..at + 4]), be(&bytes[at + 4..at + 8]))
    }
}

#[test]
fn a_report_is_written_and_read_back() {
    let (pdf, out) = (report("reader-guide.pdf"), out_dir("pages-reader-guide"));
    let output = nashra_pages(
        &["--width", "96", "--width", "48", "--pages-per-text", "3"],
        &pdf,
        &out,
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let file = json(&out.join("pages.json"));
    assert_eq!(file["nashra_pages"], 1);
    assert_eq!(file["page_progression"], "rtl");
    assert_eq!(file["language"], "ar");
    let pages = file["pages"].as_array().expect("pages");
    assert!(String::from_utf8_lossy(&output.stdout).starts_with(&format!("{} pages", pages.len())));
    let first_in_outline = &file["outline"][0];
    assert_eq!(first_in_outline["title"], "لماذا هذا الدليل");
    assert!(
        first_in_outline["page"]
            .as_u64()
            .is_some_and(|page| page >= 2)
    );
    let mut all_text = String::new();
    for (index, page) in pages.iter().enumerate() {
        let (width, height) = (page["width_pt"].as_f64(), page["height_pt"].as_f64());
        assert_eq!((width, height), (Some(595.3), Some(841.9)));
        let posters = page["posters"].as_array().expect("posters");
        let kinds: Vec<_> = posters
            .iter()
            .map(|p| (p["width"].as_u64(), p["mime_type"].as_str()))
            .collect();
        let expect =
            [48, 96].map(|w| [(Some(w), Some("image/avif")), (Some(w), Some("image/webp"))]);
        assert_eq!(kinds, expect.concat());
        for poster in posters {
            let url = poster["url"].as_str().expect("a url");
            let bytes = fs::read(out.join(url)).expect("the poster");
            let mime_type = poster["mime_type"].as_str().unwrap_or_default();
            let size = (poster["width"].as_u64(), poster["height"].as_u64());
            let (width, height) = size_in_file(&bytes, mime_type);
            assert_eq!((Some(width), Some(height)), size, "{url}");
        }
        let texts = json(&out.join(page["text_url"].as_str().expect("a text")));
        let text = texts["pages"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|p| p["page"] == index + 1);
        let text = text.expect("the page's text");
        assert_eq!(text["mapping"], "complete");
        for block in text["blocks"].as_array().into_iter().flatten() {
            for line in block["lines"].as_array().into_iter().flatten() {
                let (words, boxes) = (strings(&line["words"]), line["boxes"].as_array());
                assert_eq!(words.len(), boxes.map_or(0, Vec::len));
                for place in boxes.into_iter().flatten() {
                    let sides: Vec<f64> = place
                        .as_array()
                        .into_iter()
                        .flatten()
                        .filter_map(Value::as_f64)
                        .collect();
                    let [x, y, width, height] = sides[..] else {
                        panic!("a box has four sides")
                    };
                    assert!(
                        width >= 0.0
                            && height > 0.0
                            && x > -60.0
                            && y > -60.0
                            && x < 660.0
                            && y < 900.0
                    );
                }
                all_text += &words.join(" ");
                all_text.push(' ');
            }
        }
    }
    assert!(all_text.contains("اِقْرَأِ الرَّقْمَ كَمَا تَقْرَأُ الجُمْلَةَ"));
}

#[test]
fn a_file_that_is_no_report_is_named() {
    let out = out_dir("pages-none");
    let output = nashra_pages(
        &[],
        Path::new(file!())
            .file_name()
            .map_or(Path::new("x"), Path::new),
        &out,
    );
    assert!(!output.status.success());
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let output = nashra_pages(&[], &text, &out);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("Cargo.toml") && said.contains("not a readable PDF"),
        "{said}"
    );
    assert!(!out.join("pages.json").exists());
}
