use serde_json::json;

use super::*;
use crate::source::texts::problem::Problem;
use crate::source::texts::yaml;

fn front(text: &str) -> (Front, Vec<Problem>) {
    let node = yaml::read(text, 1).unwrap_or_else(|error| panic!("{error:?}"));
    let mut problems = Vec::new();
    let mut log = Log {
        file: "x.en.md",
        problems: &mut problems,
    };
    let front = read(&node, Some(&TimeZone::UTC), &mut log);
    (front, problems)
}

#[test]
fn fields_go_where_the_feed_has_them() {
    let text = "title: Our report\ndate: 2020-09-15\ntags: Water\nauthors: [Amal, { name: Noor, url: \"https://a.example/\" }]\n\
        label: Joint publication\nwithdrawn: true\nevent:\n  time_zone: Europe/Istanbul\n  start: 2020-09-15 16:00\n  venue: Main hall\n\
        report: { isbn: 007, publishers: [A, B] }\n";
    let (front, problems) = front(text);
    assert_eq!(problems, []);
    let item = json!({ "title": "Our report", "date_published": "2020-09-15", "tags": ["Water"],
        "authors": [{ "name": "Amal" }, { "name": "Noor", "url": "https://a.example/" }] });
    assert_eq!(Value::Object(front.item), item);
    let own = json!({ "label": "Joint publication", "withdrawn": true, "report": { "isbn": "007", "publishers": ["A", "B"] },
        "event": { "time_zone": "Europe/Istanbul", "start": "2020-09-15T16:00:00+03:00", "venue": "Main hall" } });
    assert_eq!(Value::Object(front.own), own);
}

#[test]
fn files_keep_their_line() {
    let text = "photos:\n  - hall.jpg\n  - file: sea.jpg\n    caption: The sea\n    focus: [0.5, 1]\nfiles: report.pdf\n";
    let (front, problems) = front(text);
    assert_eq!(problems, []);
    let photos = front.photos.unwrap_or_default();
    assert_eq!((photos[0].line, &*photos[0].file), (3, "hall.jpg"));
    assert_eq!((photos[1].line, &*photos[1].file), (4, "sea.jpg"));
    let fields = json!({ "caption": "The sea", "focus": [0.5, 1.0] });
    assert_eq!(Value::Object(photos[1].fields.clone()), fields);
    assert_eq!(front.files.map(|files| files.len()), Some(1));
}

#[test]
fn what_is_wrong_has_a_line() {
    let check = |text: &str, line: usize, code: &str| {
        let (_, problems) = front(text);
        let found: Vec<_> = problems.iter().map(|it| (it.line, it.code)).collect();
        assert_eq!(found, [(Some(1 + line), code)], "{text}");
    };
    check("title: x\nembargo: 2020-09-15", 2, "unknown-field");
    check("title: x\ndate: soon", 2, "bad-date");
    check("embargo_until: soon", 1, "bad-date");
    check("kind: news", 1, "bad-front-matter");
    check("title: [a, b]", 1, "bad-front-matter");
    check("event: tomorrow", 1, "bad-front-matter");
    check(
        "event:\n  time_zone: Mars/Base\n  venue: x",
        2,
        "unknown-time-zone",
    );
    check("event:\n  place: x", 2, "unknown-field");
    check("photos:\n  - caption: x", 2, "bad-front-matter");
    check("just a line", 1, "bad-front-matter");
}
