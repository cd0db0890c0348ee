//! What stands beside an item's page: downloads for the press, the text beside its translation, the page as one file.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::camera::{nothing_is_told, photo};
use crate::fixture::{Folder, files_below, sample};

/// A release in two languages with two photos, a table and a report; `own` goes into both items, `site` into `site.json`.
fn newsroom(folder: &Folder, own: Value, site: Value) -> std::path::PathBuf {
    let root = folder.path("newsroom");
    fs::create_dir_all(root.join("media")).expect("a folder");
    let write = |name: &str, bytes: &[u8]| fs::write(root.join(name), bytes).expect("a file");
    write("media/wide.jpg", &photo([2000, 1000], false));
    write("media/small.jpg", &photo([640, 480], true));
    write("media/table.csv", b"year,n\n2020,7\n");
    write("media/kit.zip", b"PK");
    let report = sample().join("media/reports/trade-en.pdf");
    fs::copy(report, root.join("media/report.pdf")).expect("the sample's report");
    let mut about = json!({
        "nashra": 1, "base_url": "https://a.example/news/", "default_language": "ar", "title": "غرفة الأخبار",
        "publisher": { "name": "مركز" }, "press_kit": "media/kit.zip",
        "contacts": [{ "name": "Press office", "email": "press@a.example" }],
        "languages": [{ "tag": "ar", "feed": "ar.json" }, { "tag": "en", "feed": "en.json" }],
    });
    merge(&mut about, site);
    write("site.json", about.to_string().as_bytes());
    for (tag, other, title, text) in [
        (
            "ar",
            "en",
            "بيان صحفي",
            "<h2 id=a>ما جاء فيه</h2><p>شمل التعداد جميع الأسر المعيشية.</p><p>ويُنشر في الربيع.</p>",
        ),
        (
            "en",
            "ar",
            "A release",
            "<h2 id=a>What it says</h2><p>The census covered every household. <img src=media/small.jpg alt=map>\
           <img src=https://elsewhere.example/x.jpg alt=far></p><p>It is published <a href='/news/en/reports/'>in spring</a>.</p>",
        ),
    ] {
        let mut extension = json!({
            "slug": "census", "translations": { other: other },
            "photos": [
                { "url": "media/wide.jpg", "alt": "x", "caption": format!("Wide {tag}"), "credit": "Noor Haddad", "rights": "Free for the press" },
                { "url": "media/small.jpg", "alt": "y" },
            ],
        });
        merge(&mut extension, own.clone());
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1", "title": "x", "language": tag, "items": [{
                "id": tag, "title": title, "content_html": text, "date_published": "2020-09-15T16:00:00+03:00",
                "attachments": [
                    { "url": "media/table.csv", "mime_type": "text/csv", "title": "Table" },
                    { "url": "media/report.pdf", "mime_type": "application/pdf", "title": "Report" },
                ],
                "_nashra": extension,
            }],
        });
        write(&format!("{tag}.json"), feed.to_string().as_bytes());
    }
    root
}

fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend(more);
    }
}

const PAGE: &str = "en/releases/census/";

#[test]
fn journalists_take_photos_and_files() {
    let folder = Folder::new("beside-kit");
    let newsroom = newsroom(&folder, json!({}), json!({}));
    folder.publish_with_media(&newsroom);
    let html = folder.read(&[PAGE, "index.html"].concat());
    assert!(
        html.contains("href=\"/news/en/releases/census/downloads/\" rel=\"external\""),
        "{html}"
    );
    let data: Value =
        serde_json::from_str(&folder.read(&[PAGE, "data.json"].concat())).expect("JSON");
    assert_eq!(
        data["page"]["content"]["links"][0]["path"],
        "/news/en/releases/census/downloads/"
    );
    // Neither asked for.
    for absent in ["census.html", "with/"] {
        assert!(
            !folder.path("site").join(PAGE).join(absent).exists() && !html.contains(absent),
            "{absent}"
        );
    }
    let kit = folder.read(&[PAGE, "downloads/index.html"].concat());
    for words in [
        "For the web (1,600 × 800 pixels, ",
        "For print (2,000 × 1,000 pixels, ",
        "For web and print (480 × 640 pixels, ",
        "Wide en",
        "Photo credit: Noor Haddad",
    ] {
        assert!(kit.contains(words), "{words}: {kit}");
    }
    // A picture that is small enough has one size.
    assert_eq!(kit.matches("For the web (").count(), 1);
    let web = link(&kit, "For the web");
    let size =
        |path: &str| image::image_dimensions(folder.path("site").join(path)).expect("a picture");
    assert_eq!(size(&web), (1600, 800));
    assert_eq!(size(&link(&kit, "For print")), (2000, 1000));
    for file in ["media/table.csv", "media/report.pdf"] {
        let bytes = fs::read(folder.path("site").join(file)).expect("a file");
        let sum: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert!(
            kit.contains(&format!("data-sum=\"{sum}\"")),
            "{file}: {kit}"
        );
    }
    album_is_right(&folder, &kit);
    // Nothing tells place or device: photos stand in the archive as they are, not packed closer.
    let files = files_below(&folder.path("site"));
    assert!(files.iter().any(|path| path.ends_with("photos.zip")));
    nothing_is_told(&folder);
    assert_eq!(folder.publish_with_media(&newsroom).n_written, 0);
}

fn album_is_right(folder: &Folder, kit: &str) {
    // Both languages show the same photos: one archive, beside the first.
    assert!(
        kit.contains("href=\"/news/ar/releases/census/photos.zip\""),
        "{kit}"
    );
    assert!(!folder.path("site").join(PAGE).join("photos.zip").exists());
    let path = folder.path("site/ar/releases/census/photos.zip");
    let bytes = fs::read(path).expect("an archive");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut names: Vec<String> = zip
        .file_names()
        .map(|name| name.expect("a name").into_owned())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "01-wide.jpg",
            "02-small.jpg",
            "credits.ar.txt",
            "credits.en.txt"
        ]
    );
    let mut bytes = |name: &str| {
        let mut bytes = Vec::new();
        zip.by_name(name)
            .expect("a file")
            .read_to_end(&mut bytes)
            .expect("its bytes");
        bytes
    };
    let english = String::from_utf8(bytes("credits.en.txt")).expect("a text");
    let expect = "A release\r\n\r\n01-wide.jpg\r\nWide en\r\nPhoto credit: Noor Haddad\r\nRights: Free for the press\r\n\r\n02-small.jpg\r\n";
    assert_eq!(english, expect);
    let arabic = String::from_utf8(bytes("credits.ar.txt")).expect("a text");
    assert!(
        arabic.contains("تصوير: Noor Haddad\r\nالحقوق: Free for the press"),
        "{arabic}"
    );
    let published = fs::read(folder.path("site/media/small.jpg")).expect("a photo");
    assert!(bytes("02-small.jpg") == published, "as it is published");
}

/// The path, below the newsroom's address, of the first link whose text begins so.
fn link(html: &str, words: &str) -> String {
    let before = &html[..html
        .find(words)
        .unwrap_or_else(|| panic!("{words}: {html}"))];
    let href = before
        .rsplit("href=\"")
        .next()
        .and_then(|rest| rest.split('"').next());
    let path = href.and_then(|href| href.strip_prefix("/news/"));
    path.unwrap_or_else(|| panic!("{words}: {href:?}"))
        .to_owned()
}

#[test]
fn two_languages_stand_beside_each_other() {
    let folder = Folder::new("beside-with");
    let newsroom = newsroom(&folder, json!({}), json!({ "side_by_side": true }));
    folder.publish(&newsroom);
    let page = folder.read(&[PAGE, "index.html"].concat());
    assert!(page.contains("href=\"/news/en/releases/census/with/ar/\" rel=\"external\">English and Arabic side by side"), "{page}");
    let html = folder.read(&[PAGE, "with/ar/index.html"].concat());
    let rows: Vec<&str> = html.split("<div class=\"beside-row\">").skip(1).collect();
    assert_eq!(rows.len(), 3, "{html}");
    for (row, [english, arabic]) in rows.iter().zip([
        ["What it says", "ما جاء فيه"],
        ["every household", "جميع الأسر"],
        ["in spring", "في الربيع"],
    ]) {
        let (first, second) = row
            .split_once("<div class=\"prose\" lang=\"ar\" dir=\"rtl\">")
            .expect("two cells");
        assert!(
            first.starts_with("<div class=\"prose\" lang=\"en\" dir=\"ltr\">")
                && first.contains(english),
            "{row}"
        );
        assert!(second.contains(arabic), "{row}");
    }
    assert_eq!(
        html.matches("id=\"c-a\"").count(),
        1,
        "an address within the page is one"
    );
    // No app, and no search engine: it is neither text's home.
    assert!(
        !html.contains("/start-") && html.contains("<meta name=\"robots\" content=\"noindex\">"),
        "{html}"
    );
    // The switch leads to the same two texts, the other first.
    assert!(
        html.contains("href=\"/news/ar/releases/census/with/en/\" lang=\"ar\""),
        "{html}"
    );
    let arabic = folder.read("ar/releases/census/with/en/index.html");
    assert!(
        arabic.contains("<html lang=\"ar\" dir=\"rtl\">"),
        "{arabic}"
    );
    assert!(!folder.read("sitemap.xml").contains("/with/"));
}

#[test]
fn a_page_as_one_file_fetches_nothing() {
    let folder = Folder::new("beside-pack");
    let newsroom = newsroom(&folder, json!({ "pack": [2, 1, 99] }), json!({}));
    folder.publish_with_media(&newsroom);
    let page = folder.read(&[PAGE, "index.html"].concat());
    assert!(page.contains("href=\"/news/en/releases/census/census.html\" rel=\"external\" download=\"\">This page as one file (HTML, "), "{page}");
    let html = folder.read(&[PAGE, "census.html"].concat());
    // Every picture is in it: the text's own, two photos, two pages; what stands elsewhere is not.
    assert_eq!(html.matches("<img ").count(), 5);
    assert_eq!(html.matches("src=\"data:image/").count(), 5);
    assert!(!html.contains("elsewhere.example"));
    let pages = html
        .split("<figcaption>")
        .filter_map(|rest| rest.split("</figcaption>").next());
    let pages: Vec<&str> = pages.filter(|words| words.starts_with("Page ")).collect();
    assert_eq!(
        pages,
        ["Page 2", "Page 1"],
        "in the order that was asked for"
    );
    for foreign in [
        "<script", "<link", "url(/", "url(\"/", "src=\"/", "href=\"/", "srcset",
    ] {
        assert!(!html.contains(foreign), "{foreign}");
    }
    assert!(html.contains("href=\"https://a.example/news/en/reports/\""));
    assert!(html.contains("default-src 'none'") && html.contains("mailto:press@a.example"));
    assert_eq!(folder.publish_with_media(&newsroom).n_written, 0);
}

#[test]
fn what_was_withdrawn_leaves_none_of_it() {
    let folder = Folder::new("beside-withdrawn");
    let newsroom = newsroom(
        &folder,
        json!({ "pack": true }),
        json!({ "side_by_side": true }),
    );
    folder.publish_with_media(&newsroom);
    let below = |tag: &str| {
        let folder = folder.path("site").join(tag).join("releases/census");
        let mut names: Vec<String> = files_below(&folder)
            .iter()
            .filter(|path| path.extension().is_none_or(|it| it != "br" && it != "gz"))
            .filter_map(|path| {
                Some(
                    path.strip_prefix(&folder)
                        .ok()?
                        .to_string_lossy()
                        .into_owned(),
                )
            })
            .collect();
        // The viewer's page is the item's own.
        names.retain(|name| !name.starts_with("read/"));
        names.sort();
        names
    };
    assert_eq!(
        below("en"),
        [
            "census.html",
            "data.json",
            "downloads/index.html",
            "index.html",
            "oembed.json",
            "with/ar/index.html"
        ]
    );
    let feed = newsroom.join("en.json");
    let text = fs::read_to_string(&feed).expect("a feed");
    let text = text.replace("\"slug\"", "\"withdrawn\":true,\"slug\"");
    fs::write(&feed, text).expect("a feed");
    folder.publish_with_media(&newsroom);
    assert_eq!(below("en"), ["data.json", "index.html", "oembed.json"]);
    // The translation stands, alone.
    assert_eq!(
        below("ar"),
        [
            "census.html",
            "data.json",
            "downloads/index.html",
            "index.html",
            "oembed.json",
            "photos.zip"
        ]
    );
}

#[test]
fn the_foot_of_a_release_and_how_it_is_cited() {
    let folder = Folder::new("beside-foot");
    let newsroom = newsroom(&folder, json!({}), json!({}));
    folder.publish(&newsroom);
    let html = folder.read(&[PAGE, "index.html"].concat());
    assert!(
        html.contains("href=\"mailto:press@a.example\"")
            && html.contains("href=\"/news/media/kit.zip\""),
        "{html}"
    );
    assert!(
        Path::new(&folder.path("site/media/kit.zip")).is_file(),
        "a press kit of the newsroom's own is published"
    );
    let data: Value =
        serde_json::from_str(&folder.read(&[PAGE, "data.json"].concat())).expect("JSON");
    let citation = &data["page"]["content"]["citation"];
    let apa = "مركز (2020, September 15). A release [Press release]. \u{2068}https://a.example/news/en/releases/census/\u{2069}";
    assert_eq!(citation["apa"], apa);
    let bibtex = "@misc{census2020,\n  title = {A release},\n  organization = {مركز},\n  year = {2020},\n  \
        language = {en},\n  url = {https://a.example/news/en/releases/census/},\n  date = {2020-09-15},\n}\n";
    assert_eq!(citation["bibtex"], bibtex);
    let ris = "TY  - GEN\nTI  - A release\nPB  - مركز\nPY  - 2020\nLA  - en\nUR  - https://a.example/news/en/releases/census/\nDA  - 2020/09/15\nER  - \n";
    assert_eq!(citation["ris"], ris);
    assert!(html.contains("Cite this release"), "{html}");
}
