//! `nashra new` and `nashra check`, run as an editor runs them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

/// Removed when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("nashra-check-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn nashra(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nashra"));
    command.args(arguments).output().expect("nashra runs")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// The report as JSON, and the exit code.
fn check(origin: &str) -> (Value, i32) {
    let output = nashra(&["check", origin, "--json"]);
    let report = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {output:?}"));
    (report, output.status.code().expect("an exit code"))
}

/// Fails unless a report has a finding of that gravity, with a sentence and advice.
fn has(report: &Value, file: &str, pointer: &str, code: &str, severity: &str) {
    let findings = report["findings"].as_array().expect("findings");
    let found = findings
        .iter()
        .find(|it| it["file"] == file && it["pointer"] == pointer && it["code"] == code);
    let found = found.unwrap_or_else(|| panic!("no {code} at {file}{pointer} in {report:#}"));
    assert_eq!(found["severity"], severity, "{found}");
    for key in ["message", "advice"] {
        let is_sentence = found[key].as_str().is_some_and(|text| text.ends_with('.'));
        assert!(is_sentence, "{found}");
    }
}

#[test]
fn a_new_newsroom_has_nothing_to_mend() {
    let folder = Folder::new("new");
    for languages in ["ar,en,fr", "en", "fr,ar"] {
        let newsroom = folder.path(languages);
        let name = "The \"Centre\"\\";
        let output = nashra(&[
            "new",
            text(&newsroom),
            "--name",
            name,
            "--languages",
            languages,
        ]);
        assert!(output.status.success(), "{output:?}");
        let (report, code) = check(text(&newsroom));
        assert_eq!((&report["findings"], code), (&json!([]), 0), "{languages}");
        let n_languages = languages.split(',').count();
        assert_eq!(report["summary"]["items"], 2 * n_languages);
        assert_eq!(report["summary"]["languages"], n_languages);
        // Logo and photo.
        assert_eq!(report["summary"]["files"], 2);
        let again = nashra(&["new", text(&newsroom)]);
        assert_eq!(
            again.status.code(),
            Some(1),
            "a folder that holds something is left alone"
        );
    }
    let unknown = nashra(&["new", text(&folder.path("x")), "--languages", "tlh"]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn the_sample_can_be_published_as_it_is() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../sample");
    let (report, code) = check(text(&sample));
    assert_eq!(code, 0, "{report:#}");
    let n_items = report["summary"]["items"].as_u64();
    assert!(n_items.is_some_and(|n| n > 60), "{}", report["summary"]);
}

/// What an editor can do wrong, each thing at a place of its own.
fn wrong_newsroom(folder: &Folder) {
    let site = json!({
        "nashra": 1, "base_url": "https://news.example.org/press/", "default_language": "en", "time_zone": "Europe/Atlantis",
        "publisher": { "name": "X", "logo": { "url": "media/none.svg", "width": 1, "height": 1 } },
        "title": { "en": "News" },
        "languages": [
            { "tag": "en", "name": "English", "feed": ["feeds/en.json", "feeds/gone.json"] },
            { "tag": "tr", "name": "Türkçe", "feed": "feeds/tr.json" },
            { "tag": "ar", "name": "العربية", "feed": "feeds/ar.json" },
            { "tag": "en", "feed": "feeds/en.json" },
        ],
    });
    folder.write("site.json", &site.to_string());
    let links = "<p><a href=\"/press/tr/releases/nowhere/\">x</a> <a href=\"/press/en/releases/b/\">b</a> \
                 <a href=\"../media/gone.pdf\">y</a></p>";
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "News", "language": "en", "next_url": "en.json", "colour": 1,
        "items": [
            { "title": "No id" },
            { "id": "a", "title": "A", "date_published": "2026-02-30", "image": "../media/gone.jpg", "content_html": links,
              "attachments": [
                { "url": "../media/a.pdf", "title": "Report", "size_in_bytes": 1, "_nashra": { "language": "en", "sha256": "00".repeat(32) } },
                { "url": "../media/a.pdf", "title": "Report", "_nashra": { "language": "fr" } },
              ],
              "_nashra": { "slug": "same", "translations": { "tr": "nobody", "de": "x" }, "related": ["nobody"],
                           "photos": [{ "url": "../media/a.jpg" }] } },
            { "id": "b", "title": "B", "url": "javascript:alert(1)", "date_published": "2026-01-01",
              "_nashra": { "slug": "same", "aliases": ["/old"] } },
            { "id": "b", "title": "B again" },
            { "id": "c", "date_published": "2026-01-01",
              "_nashra": { "aliases": ["/old"], "event": { "start": "2026-01-01T10:00:00", "time_zone": "Nowhere/None" } } },
        ],
    });
    folder.write("feeds/en.json", &feed.to_string());
    let empty =
        json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Haberler", "items": [] });
    folder.write("feeds/tr.json", &empty.to_string());
    folder.write("feeds/ar.json", "<!doctype html>");
    folder.write("media/a.pdf", "%PDF-1.7");
    folder.write("media/a.jpg", "picture");
}

#[test]
fn says_what_is_wrong_and_where() {
    let folder = Folder::new("wrong");
    wrong_newsroom(&folder);
    let (report, code) = check(text(&folder.0));
    assert_eq!(code, 3, "a feed cannot be read");
    let at = |file: &'static str| {
        let report = &report;
        move |pointer: &str, code: &str, severity: &str| has(report, file, pointer, code, severity)
    };
    let site = at("site.json");
    site("/time_zone", "unknown-time-zone", "warning");
    site("/publisher/logo/url", "missing-file", "warning");
    site("/title", "no-text", "warning");
    site("/languages/1/tag", "no-messages", "warning");
    site("/languages", "language-mismatch", "warning");
    at("feeds/gone.json")("", "not-found", "error");
    at("feeds/ar.json")("", "not-json", "error");
    let feed = at("feeds/en.json");
    feed("/colour", "unknown-key", "hint");
    feed("/next_url", "repeated-page", "warning");
    feed("/items/0", "missing-id", "warning");
    feed("/items/1/date_published", "invalid-date", "warning");
    feed("/items/1", "no-date", "warning");
    feed("/items/1/image", "missing-file", "warning");
    feed("/items/1/content_html", "broken-link", "warning");
    feed("/items/1/content_html", "missing-file", "warning");
    feed(
        "/items/1/attachments/0/size_in_bytes",
        "wrong-file-size",
        "warning",
    );
    feed(
        "/items/1/attachments/0/_nashra/sha256",
        "wrong-hash",
        "warning",
    );
    feed("/items/1/attachments/1", "no-file-size", "hint");
    feed("/items/1/attachments", "same-title", "warning");
    feed(
        "/items/1/_nashra/translations/tr",
        "broken-translation",
        "warning",
    );
    feed(
        "/items/1/_nashra/translations/de",
        "unknown-language",
        "warning",
    );
    feed("/items/1/_nashra/photos/0", "no-alt", "warning");
    feed("/items/1/_nashra/photos/0", "no-size", "warning");
    feed("/items/2/url", "forbidden-scheme", "warning");
    feed("/items/2/_nashra/slug", "duplicate-slug", "warning");
    feed("/items/3/id", "duplicate-id", "warning");
    feed("/items/4", "nothing-to-show", "warning");
    feed("/items/4/_nashra/aliases", "duplicate-alias", "warning");
    feed("/items/4/_nashra/event/start", "missing-offset", "warning");
    feed(
        "/items/4/_nashra/event/time_zone",
        "unknown-time-zone",
        "warning",
    );
    // One of the language's feeds could not be read, so what that may hold is not said to be missing.
    let findings = report["findings"].to_string();
    assert!(!findings.contains("broken-relation"), "{findings}");

    // The same for people: by file, with the place and what is written there.
    let output = nashra(&["check", text(&folder.0)]);
    let shown = String::from_utf8(output.stdout).expect("text in UTF-8");
    assert!(shown.contains("feeds/en.json\n"), "{shown}");
    assert!(
        shown.contains("/items/1/date_published  \"2026-02-30\""),
        "{shown}"
    );
}

#[test]
fn a_feed_alone_is_checked_without_what_it_names() {
    let folder = Folder::new("alone");
    let feed = json!({
        "version": "https://jsonfeed.org/version/1", "title": "Notes", "language": "en", "next_url": "https://a.invalid/2.json",
        "items": [{ "id": 1, "content_html": "<p><img src=\"x.png\"></p>", "date_published": "2020-01-01", "image": "y.png" }],
    });
    folder.write("feed.json", &feed.to_string());
    let file = folder.path("feed.json");
    let (report, code) = check(text(&file));
    assert_eq!(code, 0, "{report:#}");
    folder.write("feed.json", "{ \"items\": [ { \"id\": 1 ] }");
    let (report, code) = check(text(&file));
    assert_eq!(code, 3);
    has(&report, "feed.json", "", "not-json", "error");
    let missing = nashra(&["check", text(&folder.path("nothing"))]);
    assert_eq!(
        missing.status.code(),
        Some(1),
        "nothing to check: {missing:?}"
    );
}

#[test]
fn helps() {
    for command in ["new", "check"] {
        let output = nashra(&[command, "--help"]);
        let shown = String::from_utf8(output.stdout).expect("text in UTF-8");
        let example = format!("nashra {command} ");
        assert!(
            shown.contains("Examples:") && shown.contains(&example),
            "{shown}"
        );
    }
}

/// Slips of typography are told where they were asked for, with what to write instead, and fail nothing.
#[test]
fn typography_is_looked_at_when_asked() {
    let folder = Folder::new("typography");
    let write = |name: &str, text: &str| folder.write(&["newsroom/", name].concat(), text);
    write(
        "2020-01-12-first.en.md",
        "# Our first release\n\nThe \"report\" came out.\n",
    );
    write(
        "2020-01-12-first.fr.md",
        "# Notre premier communiqué\n\nLe rapport est là: enfin.\n",
    );
    write(
        "2020-01-12-first.ar.md",
        "# بياننا الأول\n\nصدر التقرير, أخيرًا.\n",
    );
    let newsroom = folder.path("newsroom");
    let slips = |flags: &[&str]| -> Vec<(String, String)> {
        let output = nashra(&[&["check", text(&newsroom), "--json"], flags].concat());
        assert!(output.status.success(), "{output:?}");
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let findings = report["findings"].as_array().expect("findings").iter();
        let slips = findings.filter(|it| {
            it["advice"]
                .as_str()
                .is_some_and(|it| it.starts_with("Write: "))
                && !it["value"].is_null()
        });
        let slips = slips.map(|it| {
            (
                it["file"].as_str().unwrap_or_default().to_owned(),
                it["advice"].as_str().unwrap_or_default().to_owned(),
            )
        });
        slips.collect()
    };
    let told = slips(&["--typography"]);
    for (file, words) in [
        ("first.en.md", "The “report"),
        ("first.fr.md", "\u{a0}:"),
        ("first.ar.md", "،"),
    ] {
        assert!(
            told.iter()
                .any(|(at, advice)| at.ends_with(file) && advice.contains(words)),
            "{words}: {told:?}"
        );
    }
    assert_eq!(slips(&[]), []);
}
