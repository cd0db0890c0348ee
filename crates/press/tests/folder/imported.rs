//! A folder of texts taken into a newsroom that has feeds, again and again while both sides change.

use std::fs;

use nashra_press::check;
use nashra_press::import::{Options, Summary, import};
use serde_json::Value;

use crate::founding::found;
use crate::texts::{Desk, RELEASES};

fn run(desk: &Desk) -> Summary {
    let options = Options {
        feed: desk.path().display().to_string(),
        newsroom: desk.0.path("newsroom"),
        language: None,
    };
    import(&options).unwrap_or_else(|error| panic!("{error}"))
}

fn item(desk: &Desk, tag: &str, id: &str) -> Value {
    let path = desk.0.path("newsroom/feeds").join([tag, ".json"].concat());
    let feed = fs::read_to_string(path).expect("a feed");
    let feed: Value = serde_json::from_str(&feed).expect("JSON");
    let items = feed["items"].as_array().expect("items");
    let found = items.iter().find(|item| item["id"] == id);
    found.unwrap_or_else(|| panic!("no {id}")).clone()
}

#[test]
fn again_and_again() {
    let desk = Desk::full("folder-import");
    found(desk.0.path("newsroom"), &["ar", "en"]);
    let n_texts = 2 * RELEASES.len();
    let first = run(&desk);
    assert_eq!((first.n_new, first.n_changed), (n_texts, 0));
    // French texts have no place here.
    assert_eq!(first.lines.len(), 1, "{:?}", first.lines);
    assert!(
        first.lines[0].contains("no language fr"),
        "{:?}",
        first.lines
    );
    let hall = desk
        .0
        .path("newsroom/media/2020-09-15-joint-report-hall.jpg");
    assert!(hall.is_file());
    let again = run(&desk);
    assert_eq!(
        (again.n_same, again.n_new, again.n_changed),
        (n_texts, 0, 0)
    );

    // One text mended, one photo taken anew, one edited here.
    desk.write(
        "2020-01-12-water-survey.en.md",
        "---\ntitle: A mended survey\n---\nText.\n",
    );
    desk.photo("2020-09-15-joint-report-hall.jpg", [200, 10, 10]);
    let table = desk
        .0
        .path("newsroom/media/2020-09-15-joint-report-table.jpg");
    fs::copy(&hall, &table).expect("a copy");
    let third = run(&desk);
    assert_eq!((third.n_changed, third.n_new), (1, 0));
    let told = third.lines.join("\n");
    assert!(
        told.contains("joint-report-table.jpg: another file"),
        "{told}"
    );
    let survey = item(&desk, "en", "2020-01-12-water-survey.en");
    assert_eq!(survey["title"], "A mended survey");
    let photo = fs::read(desk.path().join("2020-09-15-joint-report-hall.jpg"));
    assert_eq!(fs::read(&hall).expect("a photo"), photo.expect("a photo"));

    let newsroom = desk.0.path("newsroom");
    let report =
        check::check(&newsroom.display().to_string(), check::Depth::Plain).expect("a report");
    let text = check::as_text(&report);
    assert!(report.worst() != Some(check::Severity::Error), "{text}");
    assert!(
        !text.contains("missing-file") && !text.contains("is not there"),
        "{text}"
    );
    desk.0.publish(&newsroom);
    let page = desk.0.read("en/releases/joint-report/index.html");
    assert!(
        page.contains("/media/2020-09-15-joint-report-hall.jpg"),
        "{page}"
    );
}
