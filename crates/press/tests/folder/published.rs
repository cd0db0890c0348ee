//! From the folder to the newsroom by one command, and what `check` says of it.

use std::fs;
use std::process::Command;

use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use nashra_press::check;
use serde_json::Value;

use crate::texts::{Desk, RELEASES, has_file};

#[test]
fn ten_releases_in_three_languages() {
    let desk = Desk::full("folder");
    let out = desk.0.path("site");
    let output = Command::new(env!("CARGO_BIN_EXE_nashra"))
        .arg("publish")
        .arg(desk.path())
        .arg("--out")
        .arg(&out)
        .arg("--app")
        .arg(desk.0.app())
        .output()
        .expect("nashra");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{told}");
    assert_eq!(told, "", "nothing to complain of");
    for release in &RELEASES {
        for (tag, title, text) in release.texts {
            let page = format!("{tag}/releases/{}/index.html", &release.stem[11..]);
            let page = desk.0.read(&page);
            assert!(page.contains(title) && page.contains(text), "{page}");
            assert!(desk.0.read(&format!("{tag}/feed.xml")).contains(title));
        }
    }
    let feed: Value = serde_json::from_str(&desk.0.read("feeds/en.json")).expect("JSON");
    let items = feed["items"].as_array().expect("items");
    assert_eq!(items.len(), RELEASES.len());
    // By the days in the files' names, newest first.
    assert_eq!(items[0]["id"], "2020-10-01-open-data-day.en");
    assert_eq!(items[0]["date_published"], "2020-10-01");
    let report = &items[1];
    assert_eq!(
        report["_nashra"]["translations"]["ar"],
        "2020-09-15-joint-report.ar"
    );
    assert_eq!(
        report["_nashra"]["event"]["start"],
        "2020-09-15T16:00:00+03:00"
    );
    let photos = report["_nashra"]["photos"].as_array().expect("photos");
    assert_eq!(photos.len(), 2);
    assert_eq!(photos[0]["caption"], "The hall before the meeting");
    assert_eq!(photos[0]["alt"], "Rows of empty chairs");
    assert_eq!(photos[0]["credit"], "Noor Haddad");
    let attachments = report["attachments"].as_array().expect("attachments");
    let titles: Vec<&str> = attachments
        .iter()
        .filter_map(|it| it["title"].as_str())
        .collect();
    assert_eq!(
        titles,
        ["A joint report on cooperation", "تقرير مشترك عن التعاون"]
    );
    assert_eq!(attachments[0]["_nashra"]["page_count"], 1);
    let photo = out.join("media/2020-09-15-joint-report-hall.jpg");
    assert!(photo.is_file() && out.join("media/2020-09-15-joint-report.ar.pdf").is_file());
    let page = desk.0.read("fr/releases/joint-report/index.html");
    assert!(page.contains("La salle avant la réunion"));
    // Nothing of the editor's folder but what texts name.
    for name in ["captions", "newsroom.yaml", ".md"] {
        assert!(!has_file(&out, name), "{name}");
    }
    let report =
        check::check(&desk.path().display().to_string(), check::Depth::Plain).expect("a report");
    let graver = report
        .findings
        .iter()
        .filter(|it| it.severity > check::Severity::Hint);
    let graver: Vec<String> = graver.map(|it| format!("{it:?}")).collect();
    assert!(
        graver.iter().all(|it| it.contains("\"no-alt\"")),
        "{graver:#?}"
    );
    let named = report.findings.iter().filter(|it| it.code == "no-alt");
    let mut named = named.filter_map(|it| it.value.as_deref());
    assert!(named.any(|name| name == "2020-03-22-rivers-agreement.jpg"));
    let no_alt = |it: &&check::Finding| it.code == "no-alt" && it.file.ends_with(".fr.md");
    let in_french: Vec<_> = report.findings.iter().filter(no_alt).collect();
    assert!(!in_french.is_empty());
    for finding in in_french {
        assert!(finding.advice.contains("`alt fr: …`"), "{finding:?}");
    }
    assert!(
        report
            .findings
            .iter()
            .any(|it| it.file == "2020-03-22-rivers-agreement.fr.md")
    );
}

/// A caption and a photographer, as agencies write them into a photo.
const XMP: &str = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF><rdf:Description><dc:description><rdf:Alt>\
    <rdf:li xml:lang=\"x-default\">Boats at noon</rdf:li><rdf:li xml:lang=\"ar\">قوارب عند الظهر</rdf:li></rdf:Alt></dc:description>\
    <dc:creator><rdf:Seq><rdf:li>Amal Aziz</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";

#[test]
fn photos_speak_for_themselves() {
    let desk = Desk::new("folder-photos");
    let stem = "2020-05-18-harbour";
    desk.write(&format!("{stem}.ar.md"), "# الميناء\n\nنص.\n");
    desk.write(&format!("{stem}.en.md"), "# The harbour\n\nText.\n");
    let names = ["boats", "cranes"].map(|name| format!("{stem}-{name}.jpg"));
    for name in &names {
        desk.photo(name, [20, 80, 140]);
        let path = desk.path().join(name);
        let bytes = fs::read(&path).expect("a photo").into();
        let mut photo = Jpeg::from_bytes(bytes).expect("a JPEG");
        let packet = ["http://ns.adobe.com/xap/1.0/\0", XMP].concat();
        let segment = JpegSegment::new_with_contents(markers::APP1, packet.into());
        photo.segments_mut().insert(1, segment);
        fs::write(&path, photo.encoder().bytes()).expect("a photo");
    }
    desk.write(
        "captions.txt",
        &format!("{}\nen: Cranes, not boats\n", names[1]),
    );
    desk.0.publish_with_media(&desk.path());
    let photos = |tag: &str| -> Value {
        let feed = desk.0.read(&format!("feeds/{tag}.json"));
        let feed: Value = serde_json::from_str(&feed).expect("JSON");
        feed["items"][0]["_nashra"]["photos"].clone()
    };
    let (arabic, english) = (photos("ar"), photos("en"));
    assert_eq!(english[0]["caption"], "Boats at noon");
    assert_eq!(arabic[0]["caption"], "قوارب عند الظهر");
    assert_eq!(english[0]["credit"], "Amal Aziz");
    // What the editor says wins, language by language.
    assert_eq!(english[1]["caption"], "Cranes, not boats");
    assert_eq!(arabic[1]["caption"], "قوارب عند الظهر");
    for name in names {
        let published = desk.0.path("site/media").join(name);
        let bytes = fs::read(published).expect("a photo");
        assert!(!String::from_utf8_lossy(&bytes).contains("Amal"));
    }
}

#[test]
fn a_folder_of_one_text_is_enough() {
    let desk = Desk::new("folder-one");
    desk.write(
        "2020-01-12-first.en.md",
        "# Our first release\n\nHello, *all*.\n",
    );
    desk.0.publish(&desk.path());
    let page = desk.0.read("en/releases/first/index.html");
    assert!(
        page.contains("Our first release") && page.contains("<em>all</em>"),
        "{page}"
    );
    assert_eq!(page.matches("Our first release</h1>").count(), 1, "{page}");
}

#[test]
fn texts_stand_beside_feeds() {
    let desk = Desk::new("folder-beside");
    desk.write(
        "site.json",
        "{\"nashra\":1,\"base_url\":\"https://news.example.org/\",\"default_language\":\"en\",\"title\":\"News\",\"publisher\":{\"name\":\"Centre\"},\
         \"languages\":[{\"tag\":\"en\",\"name\":\"English\",\"feed\":\"feeds/en.json\"}]}",
    );
    desk.write(
        "feeds/en.json",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"News\",\"items\":[{\"id\":\"old\",\"title\":\"Imported\",\
         \"content_text\":\"From the old site.\",\"date_published\":\"2025-01-01\",\"_nashra\":{\"slug\":\"old\"}}]}",
    );
    desk.write("notes.md", "Nobody's text.");
    desk.write(
        "2020/2020-01-12-new.en.md",
        "---\ntitle: Written here\n---\nSee [the other](2020-01-13-other.md) and [a table](table.csv).\n\n![A sea](sea.png)\n",
    );
    desk.write(
        "2020/2020-01-13-other.en.md",
        "---\ntitle: The other\n---\nText.\n",
    );
    desk.write("2020/table.csv", "a,b\n1,2\n");
    desk.photo("2020/sea.png", [10, 20, 30]);
    desk.0.publish(&desk.path());
    assert!(
        desk.0
            .read("en/releases/old/index.html")
            .contains("From the old site.")
    );
    let page = desk.0.read("en/releases/new/index.html");
    for link in [
        "/en/releases/other/",
        "/media/2020/table.csv",
        "/media/2020/sea.png",
    ] {
        assert!(page.contains(link), "{link} in {page}");
    }
    let site = desk.0.path("site/media/2020");
    assert!(site.join("sea.png").is_file() && site.join("table.csv").is_file());
    let home = desk.0.read("en/releases/index.html");
    assert!(home.contains("Imported") && home.contains("Written here"));
}
