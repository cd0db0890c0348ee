//! A newsroom of ten thousand releases in three languages, made up from a seed: the same bytes each time. And the same pages as Markdown,
//! for peers.

use std::path::Path;

use serde_json::{Value, json};

use crate::error::XtaskError;
use crate::stamp::write_file;

pub(super) const N_RELEASES: usize = 10_000;
/// Items in a feed file: below the reader's limit of 8 MiB a page.
const N_IN_FILE: usize = 1_000;
pub(super) const LANGUAGES: [&str; 3] = ["ar", "en", "fr"];

const WORDS: [&[&str]; 3] = [
    &[
        "الإحصاءات",
        "الرسمية",
        "تصدر",
        "عن",
        "المركز",
        "في",
        "تقرير",
        "مشترك",
        "حول",
        "التعاون",
        "بين",
        "بلدان",
        "الجنوب",
        "وتنمية",
        "القدرات",
        "خلال",
        "الأعوام",
        "الماضية",
        "مع",
        "شركاء",
        "من",
        "المنطقة",
        "والعالم",
    ],
    &[
        "official",
        "statistics",
        "published",
        "by",
        "the",
        "centre",
        "in",
        "a",
        "joint",
        "report",
        "on",
        "cooperation",
        "between",
        "countries",
        "and",
        "capacity",
        "development",
        "over",
        "recent",
        "years",
        "with",
        "partners",
        "across",
    ],
    &[
        "les",
        "statistiques",
        "officielles",
        "publiées",
        "par",
        "le",
        "centre",
        "dans",
        "un",
        "rapport",
        "commun",
        "sur",
        "la",
        "coopération",
        "entre",
        "pays",
        "et",
        "développement",
        "des",
        "capacités",
        "avec",
        "partenaires",
        "région",
    ],
];

/// One release in one language.
pub(super) struct Release {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) paragraphs: Vec<String>,
    pub(super) date: String,
    pub(super) topics: Vec<String>,
}

/// A release by its number, which is also its seed.
pub(super) fn release(number: usize, language: usize) -> Release {
    let mut seed = (number * LANGUAGES.len() + language) as u64 + 1;
    let mut next = |below: usize| {
        // Knuth's MMIX generator; its upper bits are good enough to pick words.
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let words = WORDS[language];
    let mut sentence = |n: usize| -> String {
        let picked: Vec<&str> = (0..n).map(|_| words[next(words.len())]).collect();
        picked.join(" ")
    };
    let title = format!("{} {number}", sentence(7));
    let summary = sentence(24);
    let paragraphs = (0..5).map(|_| sentence(60)).collect();
    let day = number % 3_650;
    Release {
        number,
        title,
        summary,
        paragraphs,
        date: format!(
            "{}-{:02}-{:02}T10:00:00+03:00",
            2016 + day / 365,
            day % 365 / 31 + 1,
            day % 28 + 1
        ),
        topics: vec![format!("{} {}", words[number % 4], number % 12)],
    }
}

/// Writes the newsroom: `site.json` and paged feeds.
pub(super) fn write(folder: &Path) -> Result<(), XtaskError> {
    let languages = LANGUAGES
        .map(|tag| json!({ "tag": tag, "name": tag, "feed": format!("feeds/{tag}-1.json") }));
    let site = json!({
        "nashra": 1, "base_url": "https://news.example.org/", "default_language": "ar", "time_zone": "Europe/Istanbul",
        "title": "Newsroom", "publisher": { "name": "Centre", "url": "https://example.org/" }, "languages": languages,
    });
    write_file(&folder.join("site.json"), site.to_string().as_bytes())?;
    for (language, tag) in LANGUAGES.iter().enumerate() {
        let n_files = N_RELEASES.div_ceil(N_IN_FILE);
        for file in 0..n_files {
            let numbers = file * N_IN_FILE..((file + 1) * N_IN_FILE).min(N_RELEASES);
            let items: Vec<Value> = numbers
                .map(|number| item(&release(number, language), tag))
                .collect();
            let mut feed = json!({
                "version": "https://jsonfeed.org/version/1.1", "title": "Newsroom", "language": tag, "items": items,
            });
            if file + 1 < n_files {
                feed["next_url"] = Value::from(format!("{tag}-{}.json", file + 2));
            }
            write_file(
                &folder.join(format!("feeds/{tag}-{}.json", file + 1)),
                feed.to_string().as_bytes(),
            )?;
        }
    }
    Ok(())
}

fn item(release: &Release, tag: &str) -> Value {
    let number = release.number;
    let paragraphs = release.paragraphs.iter();
    let html: String = paragraphs.map(|text| format!("<p>{text}</p>\n")).collect();
    let others = LANGUAGES.iter().filter(|other| **other != tag);
    let translations: serde_json::Map<String, Value> = others
        .map(|other| {
            (
                (*other).to_owned(),
                Value::from(format!("{other}-{number}")),
            )
        })
        .collect();
    json!({
        "id": format!("{tag}-{number}"), "title": release.title, "summary": release.summary, "content_html": html,
        "date_published": release.date, "tags": release.topics, "language": tag,
        "_nashra": { "kind": "release", "slug": format!("release-{number}"), "translations": translations },
    })
}

/// Changes one release's title and back again.
pub(super) fn touch(folder: &Path, is_changed: bool) -> Result<(), XtaskError> {
    let path = folder.join("feeds/en-5.json");
    let text = std::fs::read_to_string(&path).map_err(XtaskError::io(&path))?;
    let title = release(4_321, 1).title;
    let changed = format!("Changed: {title}");
    let (from, to) = if is_changed {
        (&title, &changed)
    } else {
        (&changed, &title)
    };
    write_file(&path, text.replacen(&**from, to, 1).as_bytes())
}

/// The same pages as a site of Hugo: Markdown with front matter, one plain layout, lists in pages of twelve, topics.
pub(super) fn write_hugo(folder: &Path) -> Result<(), XtaskError> {
    let write = |name: &str, text: &str| write_file(&folder.join(name), text.as_bytes());
    write(
        "config.toml",
        "baseURL = \"https://news.example.org/\"\ntitle = \"Newsroom\"\ndefaultContentLanguage = \"ar\"\n\
         defaultContentLanguageInSubdir = true\npaginate = 12\n[taxonomies]\ntopic = \"topics\"\n\
         [languages.ar]\ncontentDir = \"content/ar\"\nlanguageDirection = \"rtl\"\n[languages.en]\ncontentDir = \"content/en\"\n\
         [languages.fr]\ncontentDir = \"content/fr\"\n",
    )?;
    write(
        "layouts/_default/baseof.html",
        "<!doctype html><html lang=\"{{ .Lang }}\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title>\
         {{ range .AllTranslations }}<link rel=\"alternate\" hreflang=\"{{ .Lang }}\" href=\"{{ .Permalink }}\">{{ end }}\
         <link rel=\"canonical\" href=\"{{ .Permalink }}\"></head><body>{{ block \"main\" . }}{{ end }}</body></html>\n",
    )?;
    write(
        "layouts/_default/single.html",
        "{{ define \"main\" }}<article><h1>{{ .Title }}</h1><time>{{ .Date.Format \"2 January 2006\" }}</time>{{ .Content }}</article>{{ end }}\n",
    )?;
    write(
        "layouts/_default/list.html",
        "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>\
         <p>{{ .Summary }}</p>{{ end }}{{ end }}\n",
    )?;
    for (language, tag) in LANGUAGES.iter().enumerate() {
        for number in 0..N_RELEASES {
            let release = release(number, language);
            let text = format!(
                "---\ntitle: \"{}\"\ndate: {}\nsummary: \"{}\"\ntopics: [\"{}\"]\n---\n\n{}\n",
                release.title,
                release.date,
                release.summary,
                release.topics.join("\", \""),
                release.paragraphs.join("\n\n"),
            );
            write(
                &format!("content/{tag}/releases/release-{number}.md"),
                &text,
            )?;
        }
    }
    Ok(())
}
