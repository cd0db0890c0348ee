//! Photos and reports: what is made of them, what their originals no longer tell, and what a second publication does again.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::camera::{nothing_is_told, photo};
use crate::fixture::{Folder, sample};

fn newsroom(folder: &Folder) -> std::path::PathBuf {
    let root = folder.path("newsroom");
    fs::create_dir_all(root.join("media")).expect("a folder");
    let write = |name: &str, bytes: &[u8]| fs::write(root.join(name), bytes).expect("a file");
    write("media/turned.jpg", &photo([640, 480], true));
    write("media/upright.jpg", &photo([640, 480], false));
    let report = sample().join("media/reports/trade-en.pdf");
    fs::copy(report, root.join("media/report.pdf")).expect("the sample's report");
    let site = json!({
        "nashra": 1, "base_url": "https://a.example/news/", "default_language": "ar", "title": "غرفة الأخبار",
        "publisher": { "name": "مركز" }, "languages": [{ "tag": "ar", "feed": "feed.json" }],
    });
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [
            { "id": "1", "title": "بيان صحفي قصير", "content_text": "نص", "image": "media/upright.jpg",
              "_nashra": { "photos": [{ "url": "media/turned.jpg", "alt": "x", "focus": [0.5, 0.1] }] } },
            { "id": "2", "title": "تقرير", "language": "ar",
              "attachments": [{ "url": "media/report.pdf", "mime_type": "application/pdf", "title": "التقرير" }] },
        ],
    });
    write("site.json", site.to_string().as_bytes());
    write("feed.json", feed.to_string().as_bytes());
    root
}

#[test]
fn photos_and_reports_are_made_ready_once() {
    let folder = Folder::new("media");
    let newsroom = newsroom(&folder);
    let first = folder.publish_with_media(&newsroom);
    let feed: Value = serde_json::from_str(&folder.read("feed.json")).expect("JSON");
    assert!(!feed.to_string().contains("null"), "{feed}");
    photo_is_ready(&folder, &feed["items"][0]["_nashra"]["photos"][0]);
    let picture = &feed["items"][0]["_nashra"]["pictures"][0];
    assert_eq!(
        (&picture["width"], &picture["height"]),
        (&json!(640), &json!(480))
    );
    report_is_ready(&folder, &feed["items"][1]);
    nothing_is_told(&folder);
    originals_stand(&folder);
    card_is_right(&folder);
    let html = folder.read("ar/releases/1/index.html");
    assert!(html.contains("<source type=\"image/avif\""), "{html}");
    let second = folder.publish_with_media(&newsroom);
    assert!(first.n_written > 20, "{}", first.n_written);
    assert_eq!((second.n_written, second.n_removed), (0, 0));
}

fn local<'a>(url: &'a Value, folder: &Folder) -> (&'a str, std::path::PathBuf) {
    let path = url
        .as_str()
        .and_then(|url| url.strip_prefix("https://a.example/news/"));
    let path = path.unwrap_or_else(|| panic!("{url} is not of the newsroom"));
    (path, folder.path("site").join(path))
}

fn photo_is_ready(folder: &Folder, photo: &Value) {
    // Upright: what was its width is its height.
    assert_eq!(
        (&photo["width"], &photo["height"]),
        (&json!(480), &json!(640))
    );
    assert!(
        photo["thumbhash"]
            .as_str()
            .is_some_and(|hash| hash.len() > 10),
        "{photo}"
    );
    let sources = photo["sources"].as_array().expect("sources");
    let kinds: Vec<_> = sources
        .iter()
        .filter_map(|source| source["mime_type"].as_str())
        .collect();
    assert_eq!(kinds, ["image/avif", "image/webp"]);
    for source in sources {
        let (_, file) = local(&source["url"], folder);
        let bytes = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(source["width"], 480);
        if source["mime_type"] == "image/webp" {
            let picture = image::load_from_memory(&bytes).expect("WebP").into_rgb8();
            assert_eq!(picture.dimensions(), (480, 640));
            // Turned to the right, the left half is the upper one.
            assert!(
                picture.get_pixel(240, 100).0[0] > 120 && picture.get_pixel(240, 540).0[2] > 120
            );
        }
    }
}

fn report_is_ready(folder: &Folder, item: &Value) {
    let attachment = &item["attachments"][0];
    let pages = attachment["_nashra"]["page_count"].as_u64().expect("pages");
    let size = fs::metadata(sample().join("media/reports/trade-en.pdf"))
        .expect("a file")
        .len();
    assert_eq!(attachment["size_in_bytes"], size);
    assert_eq!(
        attachment["_nashra"]["sha256"].as_str().map(str::len),
        Some(64)
    );
    let (_, file) = local(&attachment["_nashra"]["pages"], folder);
    let json: Value = serde_json::from_slice(&fs::read(&file).expect("pages.json")).expect("JSON");
    assert_eq!(json["pages"].as_array().map(Vec::len), Some(pages as usize));
    for page in json["pages"].as_array().into_iter().flatten() {
        for name in [&page["posters"][0]["url"], &page["text_url"]] {
            let name = name.as_str().expect("a name");
            assert!(file.with_file_name(name).is_file(), "{name}");
        }
    }
    let cover = &item["_nashra"]["report"]["cover"];
    let (_, cover_file) = local(&cover["url"], folder);
    let picture = image::open(cover_file).expect("a cover");
    assert_eq!(
        (json!(picture.width()), json!(picture.height())),
        (cover["width"].clone(), cover["height"].clone())
    );
}

/// The original that lay on its side stands, and no other was touched.
fn originals_stand(folder: &Folder) {
    let size = |path: &str| image::image_dimensions(folder.path("site").join(path)).ok();
    assert_eq!(size("media/turned.jpg"), Some((480, 640)));
    assert_eq!(size("media/upright.jpg"), Some((640, 480)));
    // Pixels of a picture that stands are passed on to the letter.
    let pixels = |path: &Path| image::open(path).expect("a picture").into_rgb8();
    let (from, to) = (
        folder.path("newsroom/media/upright.jpg"),
        folder.path("site/media/upright.jpg"),
    );
    assert!(pixels(&from) == pixels(&to));
}

fn card_is_right(folder: &Folder) {
    for page in ["ar/releases/1/", "ar/reports/2/", "ar/"] {
        let html = folder.read(&format!("{page}index.html"));
        let url = html
            .split("\"og:image\" content=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let url = Value::from(url.unwrap_or_else(|| panic!("{page} has no card")));
        let (_, file) = local(&url, folder);
        assert!(
            fs::metadata(&file).is_ok_and(|about| about.len() <= 300_000),
            "{page}"
        );
        let picture = image::open(&file).expect("a card").into_rgb8();
        assert_eq!(picture.dimensions(), (1200, 630));
        // Beside an Arabic title the photo stands on the left.
        let is_paper = picture
            .get_pixel(20, 300)
            .0
            .iter()
            .all(|channel| *channel > 240);
        assert_eq!(is_paper, page == "ar/", "{page}");
    }
}

#[test]
fn a_photo_that_cannot_be_read_costs_itself_alone() {
    let folder = Folder::new("broken");
    let newsroom = newsroom(&folder);
    fs::write(newsroom.join("media/report.pdf"), b"%PDF-1.7 cut").expect("a file");
    folder.publish_with_media(&newsroom);
    let feed: Value = serde_json::from_str(&folder.read("feed.json")).expect("JSON");
    assert_eq!(feed["items"][1]["attachments"][0]["size_in_bytes"], 12);
    assert!(folder.path("site/media/report.pdf").is_file());
    assert!(folder.path("site/ar/reports/2/index.html").is_file());
}
