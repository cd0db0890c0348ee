//! What editors get wrong: each thing is told with its file, its line and what to do, and what was published stays to the letter.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Output};

use nashra_press::check;

use crate::fixture::files_below;
use crate::texts::Desk;

const TEXT: &str = "2020-09-15-joint-report.en.md";

fn publish(desk: &Desk) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nashra"))
        .args(["publish", "--no-media", "--no-search"])
        .arg(desk.path())
        .arg("--out")
        .arg(desk.0.path("site"))
        .arg("--app")
        .arg(desk.0.app())
        .output()
        .expect("nashra")
}

fn published(desk: &Desk) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = files_below(&desk.0.path("site")).into_iter();
    files
        .map(|path| {
            let bytes = fs::read(&path).expect("a file");
            (path, bytes)
        })
        .collect()
}

/// A published folder in which something goes wrong; `place` begins the line that tells it, `words` stand in it.
#[track_caller]
fn check(name: &str, place: &str, words: &[&str], spoil: impl Fn(&Desk)) {
    let desk = Desk::full(&format!("wrong-{name}"));
    let output = publish(&desk);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{told}");
    let before = published(&desk);
    spoil(&desk);
    let output = publish(&desk);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    let mut lines = told.lines().filter(|line| line.starts_with(place));
    let line = lines
        .next()
        .unwrap_or_else(|| panic!("nothing of {place} in {told}"));
    assert!(lines.next().is_none(), "twice: {told}");
    for word in words {
        assert!(line.contains(word), "{word} in {line}");
    }
    assert!(published(&desk) == before, "what was published is touched");
    let report =
        check::check(&desk.path().display().to_string(), check::Depth::Plain).expect("a report");
    assert_eq!(report.worst(), Some(check::Severity::Error));
    let text = check::as_text(&report);
    assert!(words.iter().all(|word| text.contains(word)), "{text}");
}

#[test]
fn front_matter_that_is_none() {
    check(
        "yaml",
        &format!("{TEXT}:2: "),
        &["no YAML", "quotes"],
        |desk| {
            desk.write(TEXT, "---\ntitle: Report: the second\n---\nText.\n");
        },
    );
    check(
        "end",
        &format!("{TEXT}:1: "),
        &["does not end", "---"],
        |desk| {
            desk.write(TEXT, "---\ntitle: Report\n\nText.\n");
        },
    );
    check(
        "field",
        &format!("{TEXT}:3: "),
        &["`embargo`", "embargo_until"],
        |desk| {
            desk.write(
                TEXT,
                "---\ntitle: Report\nembargo: 2027-01-01\n---\nText.\n",
            );
        },
    );
    check(
        "date",
        &format!("{TEXT}:3: "),
        &["\"soon\"", "2020-09-15"],
        |desk| {
            desk.write(TEXT, "---\ntitle: Report\ndate: soon\n---\nText.\n");
        },
    );
}

#[test]
fn the_newsroom_itself() {
    check(
        "zone",
        "newsroom.yaml:2: ",
        &["\"Mars/Base\"", "IANA"],
        |desk| {
            desk.write(
                "newsroom.yaml",
                "name: Centre\ntime_zone: Mars/Base\nlanguages: [ar, en, fr]\n",
            );
        },
    );
    check("newsroom", "newsroom.yaml:1: ", &["no YAML"], |desk| {
        desk.write("newsroom.yaml", "name: Centre: of statistics\n");
    });
}

#[test]
fn photos() {
    check(
        "photo",
        &format!("{TEXT}:4: "),
        &["\"gone.jpg\"", "beside the text"],
        |desk| {
            desk.write(
                TEXT,
                "---\ntitle: Report\nphotos:\n  - gone.jpg\n---\nText.\n",
            );
        },
    );
    check(
        "picture",
        &format!("{TEXT}:6: "),
        &["\"gone.png\"", "beside the text"],
        |desk| {
            desk.write(
                TEXT,
                "---\ntitle: Report\n---\nText.\n\n![Gone](gone.png)\n",
            );
        },
    );
    let photo = "2020-09-15-joint-report-hall.jpg";
    check(
        "large",
        &format!("{photo}: "),
        &["200 MB", "64 MB", "6000 pixels"],
        |desk| {
            let file = File::create(desk.path().join(photo)).expect("a photo");
            file.set_len(200_000_000).expect("a large one");
        },
    );
    check(
        "page",
        &format!("{photo}: "),
        &["page of the web", "JPEG"],
        |desk| {
            desk.write(photo, "<!doctype html><html><p>Please log in</p></html>");
        },
    );
    check(
        "caption",
        "captions.txt:1: ",
        &["\"hall.jpg\"", "capitals"],
        |desk| {
            desk.write("captions.txt", "hall.jpg\nen: The hall\n");
        },
    );
}

#[test]
fn languages() {
    check(
        "twice",
        "old/2020-09-15-joint-report.en.md: ",
        &[TEXT, "Keep one"],
        |desk| {
            desk.write(
                "old/2020-09-15-joint-report.en.md",
                "---\ntitle: Report\n---\nText.\n",
            );
        },
    );
    let unknown = "2020-09-15-joint-report.de.md";
    check(
        "unknown",
        &format!("{unknown}: "),
        &["\"de\"", "newsroom.yaml"],
        |desk| {
            desk.write(unknown, "---\ntitle: Bericht\n---\nText.\n");
        },
    );
    check(
        "none",
        "2020-09-16-note.md: ",
        &["language", "2020-09-16-note.en.md"],
        |desk| {
            desk.write("2020-09-16-note.md", "---\ntitle: Note\n---\nText.\n");
        },
    );
}

#[test]
fn reports() {
    let report = "2020-09-15-joint-report.ar.pdf";
    check(
        "pdf",
        &format!("{report}: "),
        &["none", "Office document", "Save it as a PDF"],
        |desk| {
            fs::write(desk.path().join(report), b"PK\x03\x04[Content_Types].xml").expect("a file");
        },
    );
    check("empty", &format!("{report}: "), &["empty"], |desk| {
        fs::write(desk.path().join(report), b"").expect("a file");
    });
}

#[test]
fn all_mistakes_are_told_at_once() {
    let desk = Desk::full("wrong-all");
    desk.write(
        TEXT,
        "---\ntitle: Report\ndate: soon\nphotos: gone.jpg\n---\nText.\n",
    );
    desk.write("2020-09-16-note.md", "Note\n");
    let output = publish(&desk);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    for place in [
        format!("{TEXT}:3: "),
        format!("{TEXT}:4: "),
        "2020-09-16-note.md: ".to_owned(),
    ] {
        assert!(
            told.lines().any(|line| line.starts_with(&place)),
            "{place} in {told}"
        );
    }
    assert!(!desk.0.path("site").exists());
}
