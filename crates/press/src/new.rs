//! `nashra new`: a small newsroom that works, to start from. It refuses to write into a folder that holds anything.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use serde_json::Value;

use crate::error::{PressError, io};

const SITE: &str = include_str!("../template/site.json");
const README: &str = include_str!("../template/README.md");
const GITHUB: &str = include_str!("../template/github.yml");
const GITLAB: &str = include_str!("../template/gitlab.yml");
const LOGO: &[u8] = include_bytes!("../template/media/logo.svg");
const PHOTO: &[u8] = include_bytes!("../template/media/sea.webp");

/// A language that there are example texts for.
struct Language {
    tag: &'static str,
    name: &'static str,
    /// What a newsroom is called in it.
    title: &'static str,
    /// What else `site.json` says of it, with a comma before.
    more: &'static str,
    feed: &'static str,
}

const LANGUAGES: [Language; 3] = [
    Language {
        tag: "ar",
        name: "العربية",
        title: "المركز الإعلامي",
        more: ", \"numbering_system\": \"arab\"",
        feed: include_str!("../template/feeds/ar.json"),
    },
    Language {
        tag: "en",
        name: "English",
        title: "Newsroom",
        more: "",
        feed: include_str!("../template/feeds/en.json"),
    },
    Language {
        tag: "fr",
        name: "Français",
        title: "Espace presse",
        more: "",
        feed: include_str!("../template/feeds/fr.json"),
    },
];

/// The languages that `nashra new` knows texts in.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.tag)
}

/// What a newsroom is called in a language.
pub(crate) fn title(tag: &str) -> Option<&'static str> {
    let known = LANGUAGES.iter().find(|language| language.tag == tag);
    known.map(|language| language.title)
}

/// What to begin with.
pub struct Options {
    /// The folder to make; it may be there if it is empty.
    pub folder: PathBuf,
    /// Who publishes the newsroom.
    pub name: String,
    /// Where it will stand.
    pub base_url: String,
    /// Tags of [`languages`], the newsroom's own first; none for all of them. Others are passed over.
    pub languages: Vec<String>,
}

/// Writes the newsroom; gives the files, relative to the folder.
///
/// # Errors
/// `NotEmpty` when the folder holds anything, `BadUrl`, `Io`.
pub fn new(options: &Options) -> Result<Vec<String>, PressError> {
    let folder = &options.folder;
    let is_empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(io(folder)(error)),
    };
    if !is_empty {
        return Err(PressError::NotEmpty(folder.clone()));
    }
    let base_url = url::Url::parse(&options.base_url)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .ok_or_else(|| PressError::BadUrl(options.base_url.clone()))?;
    let mut base_url = base_url.to_string();
    if !base_url.ends_with('/') {
        base_url.push('/');
    }
    let newsroom = Newsroom::new(options, base_url);
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("site.json".into(), newsroom.site().into_bytes()),
        ("README.md".into(), newsroom.fill(README).into_bytes()),
        (".github/workflows/publish.yml".into(), GITHUB.into()),
        (".gitlab-ci.yml".into(), GITLAB.into()),
        ("media/logo.svg".into(), LOGO.into()),
        ("media/sea.webp".into(), PHOTO.into()),
    ];
    for language in &newsroom.languages {
        let name = format!("feeds/{}.json", language.tag);
        files.push((name, newsroom.feed(language).into_bytes()));
    }
    for (name, bytes) in &files {
        write(&folder.join(name), bytes)?;
    }
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), PressError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(io(folder))?;
    }
    fs::write(path, bytes).map_err(io(path))
}

/// What stands in the templates' places.
struct Newsroom<'a> {
    name: &'a str,
    base_url: String,
    languages: Vec<&'static Language>,
    time_zone: String,
    now: Zoned,
}

impl<'a> Newsroom<'a> {
    fn new(options: &'a Options, base_url: String) -> Self {
        let wanted = options.languages.iter();
        let wanted = wanted.filter_map(|tag| LANGUAGES.iter().find(|known| known.tag == tag));
        let mut languages: Vec<&Language> = wanted.collect();
        if languages.is_empty() {
            languages.extend(&LANGUAGES);
        }
        // Where this machine does not know its own zone by name, there is one that everybody knows.
        let zone = TimeZone::system();
        let time_zone = zone.iana_name().unwrap_or("Etc/UTC").to_owned();
        let zone = TimeZone::get(&time_zone).unwrap_or(TimeZone::UTC);
        Self {
            name: &options.name,
            base_url,
            languages,
            time_zone,
            now: Zoned::now().with_time_zone(zone),
        }
    }

    fn site(&self) -> String {
        let titles = self.languages.iter();
        let titles: Vec<String> = titles
            .map(|it| format!("{}: {}", quoted(it.tag), quoted(it.title)))
            .collect();
        let entries = self.languages.iter();
        let entries: Vec<String> = entries
            .map(|it| {
                format!(
                    "    {{ \"tag\": {}, \"name\": {}, \"feed\": \"feeds/{}.json\"{} }}",
                    quoted(it.tag),
                    quoted(it.name),
                    it.tag,
                    it.more
                )
            })
            .collect();
        let default = self.languages.first().map_or("en", |it| it.tag);
        self.fill(SITE)
            .replace("{{default_language}}", &quoted(default))
            .replace("{{titles}}", &format!("{{ {} }}", titles.join(", ")))
            .replace("{{languages}}", &entries.join(",\n"))
    }

    fn feed(&self, language: &Language) -> String {
        let tag = language.tag;
        let mut text = self
            .fill(language.feed)
            .replace("{{title}}", &quoted(language.title))
            .replace(
                "{{home_page_url}}",
                &quoted(&format!("{}{tag}/", self.base_url)),
            )
            .replace(
                "{{feed_url}}",
                &quoted(&format!("{}feeds/{tag}.json", self.base_url)),
            );
        for slug in ["first-release", "launch-event"] {
            let others = self.languages.iter().filter(|other| other.tag != tag);
            let others: Vec<String> = others
                .map(|other| {
                    format!(
                        "{}: {}",
                        quoted(other.tag),
                        quoted(&format!("{}-{slug}", other.tag))
                    )
                })
                .collect();
            let object = match others.is_empty() {
                true => "{}".to_owned(),
                false => format!("{{ {} }}", others.join(", ")),
            };
            text = text.replace(&format!("{{{{translations:{slug}}}}}"), &object);
        }
        text
    }

    /// The places that all templates have.
    fn fill(&self, template: &str) -> String {
        let moment = |at: &Zoned| at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        let hours = |n: i64| {
            let day = self.now.checked_add(30.days()).unwrap_or(self.now.clone());
            let morning = day.start_of_day().unwrap_or(day);
            morning.checked_add(n.hours()).unwrap_or(morning)
        };
        template
            .replace("{{name}}", &quoted(self.name))
            .replace("{{plain_name}}", self.name)
            .replace("{{base_url}}", &quoted(&self.base_url))
            .replace("{{time_zone}}", &quoted(&self.time_zone))
            .replace(
                "{{today}}",
                &quoted(&self.now.strftime("%Y-%m-%d").to_string()),
            )
            .replace("{{event_start}}", &quoted(&moment(&hours(10))))
            .replace("{{event_end}}", &quoted(&moment(&hours(12))))
    }
}

/// As a JSON string.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
