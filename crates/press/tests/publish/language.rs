//! A language that the command does not know, added to a newsroom by files alone.

use std::collections::BTreeMap;
use std::fs;

use serde_json::json;

use crate::fixture::Folder;

/// Some of the interface's texts in Persian; the others stay English.
const MESSAGES: &str = r#"{
  "site.newsroom": "اتاق خبر",
  "site.home": "خانه",
  "site.news": "خبرها",
  "site.reports": "گزارش‌ها",
  "release.kind": "بیانیهٔ مطبوعاتی",
  "release.topics": "موضوع‌ها",
  "release.attachments": "پیوست‌ها",
  "release.downloadWithSize": "دریافت ({{size}})",
  "units.kilobyte": "{{value}} کیلوبایت",
  "list.page": "صفحهٔ {{n}} از {{total}}"
}"#;

#[test]
fn a_language_is_added_by_files_alone() {
    let folder = Folder::new("language");
    let newsroom = folder.path("newsroom");
    for name in ["feeds", "locales"] {
        fs::create_dir_all(newsroom.join(name)).expect("a folder");
    }
    let site = json!({
        "nashra": 1, "base_url": "https://news.example.org/", "default_language": "fa", "time_zone": "Asia/Tehran",
        "publisher": { "name": "مرکز آمار" }, "title": { "fa": "اتاق خبر مرکز آمار" },
        "languages": [{ "tag": "fa", "name": "فارسی", "feed": "feeds/fa.json" }],
    });
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "خبرها", "language": "fa",
        "items": [{
            "id": "1", "title": "گزارش همکاری منتشر شد", "content_html": "<p>متن خبر.</p>", "tags": ["همکاری"],
            "date_published": "2020-09-15T22:00:00Z",
            "attachments": [{ "url": "https://files.example.org/a.csv", "mime_type": "text/csv", "title": "جدول", "size_in_bytes": 2_100 }],
            "_nashra": { "slug": "first" },
        }],
    });
    for (name, text) in [
        ("site.json", site.to_string()),
        ("feeds/fa.json", feed.to_string()),
        ("locales/fa.json", MESSAGES.to_owned()),
    ] {
        fs::write(newsroom.join(name), text).expect("a file");
    }
    folder.publish(&newsroom);

    let home = folder.read("fa/index.html");
    let item = folder.read("fa/releases/first/index.html");
    let check = |page: &str, text: &str| assert!(page.contains(text), "{text:?} is not in {page}");
    // The direction follows from the tag, the digits too, and the date has the words and the zone of the place.
    for page in [&home, &item] {
        check(page, "<html lang=\"fa\" dir=\"rtl\"");
        check(page, "خبرها");
        check(page, "۱۶ سپتامبر ۲۰۲۰");
    }
    check(&home, "گزارش‌ها");
    check(&item, "بیانیهٔ مطبوعاتی");
    check(&item, "۲٫۱ کیلوبایت");
    // There is no language to switch to.
    assert!(!home.contains("class=\"languages\""));
    // What the file lacks is English, and nowhere a key.
    check(&item, "Skip to content");
    let english: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../../../../locales/en.json")).expect("messages");
    for key in english.keys() {
        assert!(!home.contains(key) && !item.contains(key), "{key}");
    }
}
