//! The search index: what it holds, what it leaves out, that the same newsroom makes the same files, and when they are made.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use serde_json::{Value, json};

use crate::fixture::{Folder, files_below};

/// A newsroom with a report of two pages, in Arabic and English.
fn newsroom(folder: &Folder) -> PathBuf {
    let newsroom = folder.path("newsroom");
    let site = json!({
        "nashra": 1, "base_url": "https://news.example.org/news/", "default_language": "ar",
        "publisher": { "name": "مكتب المياه" },
        "languages": [
            { "tag": "ar", "name": "العربية", "feed": "feeds/ar.json" },
            { "tag": "en", "name": "English", "feed": "feeds/en.json" },
        ],
    });
    let feed = |language: &str, items: &[Value]| json!({ "version": "https://jsonfeed.org/version/1.1", "title": "News", "language": language, "items": items });
    let pdf = json!({
        "url": "../media/basin.pdf", "mime_type": "application/pdf", "language": "ar",
        "_nashra": { "pages": "../media/basin/pages.json", "page_count": 2 },
    });
    let arabic = feed(
        "ar",
        &[
            json!({ "id": "1", "title": "إحصاءُ المياهِ", "content_html": "<p>عن <b>وَالمُؤَسَّسةِ</b> الأولى.</p>",
                "date_published": "2026-09-03", "tags": ["مياه"], "_nashra": { "slug": "count" } }),
            json!({ "id": "2", "title": "تقرير الحوض", "content_text": "ملخّص.", "date_published": "2026-09-02",
                "attachments": [pdf], "_nashra": { "slug": "basin", "kind": "report" } }),
            // The same file, by a release.
            json!({ "id": "3", "title": "صدر التقرير", "content_text": "اليوم.", "date_published": "2026-09-02",
                "attachments": [pdf], "_nashra": { "slug": "basin-out" } }),
            json!({ "id": "4", "title": "خبر مسحوب", "content_text": "غير صحيح.", "date_published": "2026-09-01",
                "_nashra": { "slug": "gone", "withdrawn": { "note": "سُحب." } } }),
            json!({ "id": "5", "title": "خبر لاحق", "content_text": "سرّي.", "date_published": "2026-12-24",
                "_nashra": { "slug": "later" } }),
        ],
    );
    let english = feed(
        "en",
        &[
            json!({ "id": "1", "title": "Counting water", "content_text": "Éditions 2026.", "date_published": "2026-09-03",
            "_nashra": { "slug": "count" } }),
        ],
    );
    let line = |words: &[&str]| json!([{ "words": words }]);
    let pages = json!({ "nashra_pages": 1, "pages": [{ "text_url": "text/1.json" }, { "text_url": "text/1.json" }] });
    let text = json!({ "nashra_text": 1, "pages": [
        { "page": 1, "mapping": "complete", "blocks": [{ "role": "heading", "lines": line(&["حوضُ", "النهر"]) }] },
        { "page": 2, "mapping": "complete", "blocks": [
            { "role": "page_number", "lines": line(&["٢"]) }, { "role": "paragraph", "lines": line(&["الأمطارُ", "الغزيرة"]) } ] },
    ]});
    fs::create_dir_all(newsroom.join("feeds")).expect("a folder");
    fs::create_dir_all(newsroom.join("media/basin/text")).expect("a folder");
    fs::write(newsroom.join("media/basin.pdf"), "%PDF").expect("a file");
    let files = [
        ("site.json", site),
        ("feeds/ar.json", arabic),
        ("feeds/en.json", english),
        ("media/basin/pages.json", pages),
        ("media/basin/text/1.json", text),
    ];
    for (name, text) in files {
        fs::write(newsroom.join(name), text.to_string()).expect("a file");
    }
    newsroom
}

fn unpacked(file: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    let packed = fs::read(file).expect("a file");
    GzDecoder::new(&*packed)
        .read_to_end(&mut bytes)
        .expect("a packed file");
    bytes
        .strip_prefix(b"pagefind_dcd")
        .expect("Pagefind's mark")
        .to_vec()
}

/// What is kept of the texts of a language, by path.
fn kept(folder: &Folder, language: &str) -> BTreeMap<String, Value> {
    let fragments = folder.path("site/pagefind").join(language).join("fragment");
    let files = files_below(&fragments).into_iter().map(|file| {
        let fragment: Value = serde_json::from_slice(&unpacked(&file)).expect("JSON");
        let path = fragment["nashra"]["path"].as_str().expect("a path");
        (path.to_owned(), fragment)
    });
    files.collect()
}

/// The words of a language's index, one after the other with what stands between them.
fn words(folder: &Folder, language: &str) -> String {
    let index = folder.path("site/pagefind").join(language).join("index");
    let files = files_below(&index).into_iter().map(|file| unpacked(&file));
    String::from_utf8_lossy(&files.collect::<Vec<_>>().concat()).into_owned()
}

#[test]
fn texts_are_folded_to_be_found_and_kept_as_written() {
    let folder = Folder::new("search-folded");
    folder.publish(&newsroom(&folder));
    let arabic = kept(&folder, "ar");
    let paths: Vec<&str> = arabic.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "/news/ar/releases/basin-out/",
            "/news/ar/releases/count/",
            "/news/ar/reports/basin/",
            "/news/ar/reports/basin/read/#page=1",
            "/news/ar/reports/basin/read/#page=2",
        ]
    );
    let count = &arabic["/news/ar/releases/count/"];
    assert_eq!(count["nashra"]["title"][0]["text"], "إحصاءُ المياهِ");
    let content = count["content"].as_str().unwrap_or_default();
    // Two places more for the words behind its particles.
    assert!(content.starts_with("عن وَالمُؤَسَّسةِ   الأولى."), "{content}");
    let page = &arabic["/news/ar/reports/basin/read/#page=2"];
    assert!(
        page["content"]
            .as_str()
            .is_some_and(|text| text.starts_with("الأمطارُ")),
        "{page}"
    );
    assert_eq!(page["nashra"]["title"][0]["text"], "تقرير الحوض");
    let label = page["nashra"]["label"].as_str().unwrap_or_default();
    assert!(label.ends_with("الصفحة ٢ من ٢"), "{label}");
    let words = words(&folder, "ar");
    for (word, expect) in [
        ("احصاء", true),
        ("إحصاء", false),
        ("والموسسه", true),
        ("موسسه", true),
        ("المُؤَسَّسة", false),
        ("امطار", true),
        ("صحيح", false),
        ("سري", false),
    ] {
        assert_eq!(words.contains(word), expect, "{word}");
    }
    let english = kept(&folder, "en");
    assert_eq!(english.len(), 1);
    assert_eq!(
        english["/news/en/releases/count/"]["content"],
        "Éditions 2026."
    );
}

/// Names of all files of the indexes.
fn names(folder: &Folder) -> BTreeSet<PathBuf> {
    let root = folder.path("site/pagefind");
    let files = files_below(&root).into_iter();
    files
        .map(|file| file.strip_prefix(&root).expect("below").to_owned())
        .collect()
}

#[test]
fn the_same_newsroom_makes_the_same_files() {
    let (one, other) = (Folder::new("search-one"), Folder::new("search-other"));
    let first = one.publish(&newsroom(&one));
    other.publish(&newsroom(&other));
    assert_eq!(names(&one), names(&other));
    for name in names(&one) {
        let read =
            |folder: &Folder| fs::read(folder.path("site/pagefind").join(&name)).expect("a file");
        assert!(read(&one) == read(&other), "{}", name.display());
    }
    // Nothing of Pagefind's own interfaces.
    assert!(
        names(&one)
            .iter()
            .all(|name| !name.to_string_lossy().contains("-ui"))
    );
    assert_eq!(first.search.map(|search| search.n_texts), Some(6));
}

#[test]
fn only_what_changed_is_made_again() {
    let folder = Folder::new("search-again");
    let newsroom = newsroom(&folder);
    folder.publish(&newsroom);
    let made = |folder: &Folder| folder.publish(&newsroom).search.map(|search| search.n_made);
    assert_eq!(made(&folder), Some(0));
    let before = names(&folder);
    let feed = newsroom.join("feeds/en.json");
    let text = fs::read_to_string(&feed).expect("a feed");
    fs::write(&feed, text.replace("Éditions", "Volumes")).expect("a feed");
    assert_eq!(made(&folder), Some(1));
    let after = names(&folder);
    let changed: Vec<_> = before.symmetric_difference(&after).collect();
    assert!(
        !changed.is_empty() && changed.iter().all(|name| name.starts_with("en")),
        "{changed:?}"
    );
    // What was withdrawn leaves nothing behind.
    let feed = newsroom.join("feeds/ar.json");
    let text = fs::read_to_string(&feed).expect("a feed");
    let withdrawn = "\"slug\":\"count\",\"withdrawn\":{\"note\":\"سُحب.\"}";
    fs::write(&feed, text.replace("\"slug\":\"count\"", withdrawn)).expect("a feed");
    assert_eq!(made(&folder), Some(1));
    assert!(!kept(&folder, "ar").contains_key("/news/ar/releases/count/"));
    // A file that is missing is made again.
    fs::remove_file(folder.path("site/pagefind/en/pagefind-entry.json")).expect("a file");
    assert_eq!(made(&folder), Some(1));
    assert!(
        folder
            .path("site/pagefind/en/pagefind-entry.json")
            .is_file()
    );
}
