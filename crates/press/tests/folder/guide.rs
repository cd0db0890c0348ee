//! The guide for editors, followed: what it shows as a file is typed in, and a newsroom in three languages comes of it.

use nashra_browser_tests::guide;

use crate::texts::Desk;

const GUIDE: &str = include_str!("../../../../docs/editors.md");

#[test]
fn from_an_empty_folder_to_three_languages() {
    let desk = Desk::new("guide");
    let files = guide::files(GUIDE);
    let stem = "2020-09-15-joint-report";
    let mut names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    names.sort();
    let texts = ["ar", "en", "fr"].map(|tag| format!("{stem}.{tag}.md"));
    assert_eq!(
        names,
        [
            &*texts[0],
            &*texts[1],
            &*texts[2],
            "captions.txt",
            "newsroom.yaml"
        ]
    );
    for (name, text) in &files {
        let more = match *name {
            "newsroom.yaml" => ["\n", contacts(), "side_by_side: true\n"].concat(),
            _ => "\n".to_owned(),
        };
        desk.write(name, &[text, &*more].concat());
    }
    // What it asks its reader to put there.
    desk.photo(&format!("{stem}-hall.jpg"), [40, 90, 120]);
    desk.photo(&format!("{stem}-poster.ar.jpg"), [120, 90, 40]);
    desk.pdf(&format!("{stem}.ar.pdf"), "Arabic edition");
    desk.pdf(&format!("{stem}.en.pdf"), "English edition");
    desk.write(&format!("{stem}-tables.xlsx"), "a table");
    desk.write("media/press-kit.zip", "a press kit");
    desk.0.publish_with_media(&desk.path());
    for (tag, title, caption) in [
        ("ar", "تقرير مشترك عن التعاون", "القاعة قبل افتتاح اللقاء"),
        (
            "en",
            "A joint report on cooperation",
            "The hall before the meeting",
        ),
        (
            "fr",
            "Un rapport conjoint sur la coopération",
            "La salle avant la réunion",
        ),
    ] {
        let page = desk
            .0
            .read(&format!("{tag}/releases/joint-report/index.html"));
        for words in [
            title,
            caption,
            "Noor Haddad",
            "/media/2020-09-15-joint-report-tables.xlsx",
            "mailto:press@example.org",
            "/media/press-kit.zip",
        ] {
            assert!(page.contains(words), "{tag}: {words}");
        }
        let kit = desk
            .0
            .read(&format!("{tag}/releases/joint-report/downloads/index.html"));
        assert!(kit.contains(caption), "{kit}");
        // A photo for Arabic readers alone.
        assert_eq!(page.contains("joint-report-poster"), tag == "ar");
    }
    assert!(
        desk.0
            .read("ar/releases/joint-report/with/en/index.html")
            .contains("beside-row")
    );
    assert!(desk.0.path("site/media/press-kit.zip").is_file());
}

/// What the guide says of contacts, a block without a file of its own: it goes into `newsroom.yaml`.
fn contacts() -> &'static str {
    let begin = GUIDE.find("```yaml\ncontacts:").expect("the block") + "```yaml\n".len();
    let end = GUIDE[begin..].find("```").expect("its end");
    &GUIDE[begin..begin + end]
}
