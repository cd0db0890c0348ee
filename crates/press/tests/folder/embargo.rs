//! What is under embargo is nowhere in the output, not in a byte of it, before its time; and everywhere after.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::fixture::{Folder, NOW_MS, files_below};
use crate::texts::Desk;

const STEM: &str = "2026-11-10-zircon-harvest";
const TITLE: &str = "The zircon harvest begins";
const WORD: &str = "Quandongs";

/// A release that may be shown two days after [`NOW_MS`], with a photo, a PDF and a caption.
fn secret(desk: &Desk) {
    let until = "2026-11-26 00:00";
    desk.write(
        &format!("{STEM}.en.md"),
        &format!("---\ntitle: {TITLE}\nembargo_until: {until}\ntags: [Zircons]\naliases: [/old/zirconia/]\n---\n{WORD} ripen early this year.\n"),
    );
    desk.write(
        &format!("{STEM}.fr.md"),
        &format!("---\ntitle: La récolte du zircon\nembargo_until: {until}\n---\nLes {WORD} mûrissent tôt cette année.\n"),
    );
    desk.photo(&format!("{STEM}-orchard.jpg"), [200, 40, 90]);
    desk.pdf(&format!("{STEM}.pdf"), "Jacaranda figures");
    desk.write(
        "captions.en.txt",
        &format!("{STEM}-orchard.jpg\nBoronias in the morning\n"),
    );
}

/// All that may give it away: title, text, caption, topic, old address, and the name of its files.
const SECRETS: [&str; 8] = [
    TITLE,
    "zircon",
    "Zircon",
    WORD,
    "Boronias",
    "Jacaranda",
    "orchard",
    "La récolte",
];

/// Each secret that stands in a file or in a file's name, compressed files unpacked.
fn told(folder: &Path) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for path in files_below(folder) {
        let name = path
            .strip_prefix(folder)
            .expect("below")
            .to_string_lossy()
            .into_owned();
        let bytes = unpacked(&path);
        for secret in SECRETS {
            let is_in = |bytes: &[u8]| {
                let secret = secret.as_bytes();
                bytes.windows(secret.len()).any(|window| window == secret)
            };
            if is_in(name.as_bytes()) || is_in(&bytes) {
                found.push((secret, name.clone()));
            }
        }
    }
    found
}

fn unpacked(path: &Path) -> Vec<u8> {
    let bytes = fs::read(path).expect("a file");
    let mut out = Vec::new();
    let is_gzip = bytes.starts_with(&[0x1F, 0x8B]);
    let is_brotli = path.extension().is_some_and(|extension| extension == "br");
    let read = if is_gzip {
        flate2::read::MultiGzDecoder::new(&*bytes).read_to_end(&mut out)
    } else if is_brotli {
        brotlic::DecompressorReader::new(&*bytes).read_to_end(&mut out)
    } else {
        return bytes;
    };
    read.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    out
}

fn publish(folder: &Folder, desk: &Desk, days: i64) -> nashra_press::publish::Summary {
    let options = nashra_press::publish::Options {
        origin: nashra_press::source::Origin::Folder(desk.path()),
        out: folder.path("site"),
        app: Some(folder.app()),
        base_url: None,
        has_media: true,
        has_search: true,
        cache: None,
        is_best: false,
        now_ms: NOW_MS + days * 86_400_000,
    };
    let progress = nashra_press::progress::Progress::hidden();
    nashra_press::publish::publish(&options, &progress).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn nothing_before_its_time() {
    let desk = Desk::full("embargo");
    secret(&desk);
    let summary = publish(&desk.0, &desk, 0);
    assert_eq!(summary.n_withheld, 2);
    let due = summary
        .next_due
        .map(|due| due.strftime("%F %R %Q").to_string());
    assert_eq!(due.as_deref(), Some("2026-11-26 00:00 Europe/Istanbul"));
    let site = desk.0.path("site");
    assert_eq!(told(&site), []);
    // The same search finds what may be shown.
    let summary = publish(&desk.0, &desk, 3);
    assert_eq!((summary.n_withheld, summary.next_due), (0, None));
    let found = told(&site);
    for secret in SECRETS {
        assert!(found.iter().any(|(known, _)| *known == secret), "{secret}");
    }
    let in_place = |part: &str| found.iter().any(|(_, name)| name.contains(part));
    for part in [
        "en/releases/zircon-harvest/",
        "feeds/en.json",
        "sitemap.xml",
        "media/",
        "assets/report-",
        "pagefind/",
    ] {
        assert!(in_place(part), "{part} in {found:#?}");
    }
}
