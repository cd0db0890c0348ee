//! The newsroom that texts belong to: what `site.json` or `newsroom.yaml` says of it, and what follows from the folder where they say nothing.
//!
//! `newsroom.yaml` says the same as `site.json` in YAML, and shorter: `name`, and languages by their tags. It refuses to take a language
//! for meant that it has never heard of: a name such as `report.old.md` makes no edition in a language `old`.

use std::fs;
use std::path::Path;

use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::problem::{Log, Problem};
use super::tree::Tree;
use super::yaml::{self, Node};
use crate::error::{PressError, io};
use crate::new;

const SITE: &str = "site.json";
const YAML: &str = "newsroom.yaml";

/// Languages that need not be announced, by what they call themselves.
const NAMES: [(&str, &str); 20] = [
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ku", "Kurdî"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("so", "Soomaali"),
    ("sw", "Kiswahili"),
    ("tr", "Türkçe"),
    ("ur", "اردو"),
    ("zh", "中文"),
];

/// What is known of the newsroom before its texts are read.
pub(super) struct Site {
    pub(super) json: Value,
    /// The file that says it, or should.
    pub(super) name: &'static str,
    /// Its languages, in their order.
    pub(super) tags: Vec<String>,
    /// Whether each language has a feed already, so that texts only add to them.
    pub(super) is_whole: bool,
}

/// Reads what the newsroom says of itself.
pub(super) fn read(
    folder: &Path,
    tree: &Tree,
    problems: &mut Vec<Problem>,
) -> Result<Site, PressError> {
    let (mut json, name) = announced(folder, problems)?;
    if !json.is_object() {
        // Whoever reads it says what it should be.
        return Ok(Site {
            json,
            name,
            tags: Vec::new(),
            is_whole: true,
        });
    }
    shorten(&mut json);
    let said = json["languages"]
        .as_array()
        .is_some_and(|it| !it.is_empty());
    if !said {
        json["languages"] = of_texts(tree);
    }
    let languages = json["languages"].as_array();
    let languages = languages.map_or(&[][..], Vec::as_slice);
    let tags = languages.iter().filter_map(|it| it["tag"].as_str());
    let tags: Vec<String> = tags.map(str::to_owned).collect();
    let is_whole = name == SITE && said && languages.iter().all(|it| !it["feed"].is_null());
    let site = Site {
        json,
        name,
        tags,
        is_whole,
    };
    Ok(site)
}

/// What is written, and in which file.
fn announced(
    folder: &Path,
    problems: &mut Vec<Problem>,
) -> Result<(Value, &'static str), PressError> {
    let path = folder.join(SITE);
    if path.is_file() {
        let bytes = fs::read(&path).map_err(io(&path))?;
        let json = super::super::parse(&bytes, &path.display().to_string())?;
        return Ok((json, SITE));
    }
    for name in [YAML, "newsroom.yml"] {
        let path = folder.join(name);
        if !path.is_file() {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(io(&path))?;
        let mut log = Log {
            file: name,
            problems,
        };
        let node = yaml::read(text.trim_start_matches('\u{feff}'), 0);
        if let Ok(node) = &node {
            check_zone(node, &mut log);
        }
        match node.map(|node| node.to_json()) {
            Ok(json) if json.is_object() => return Ok((json, name)),
            Ok(_) => log.add(
                1,
                "bad-yaml",
                "The newsroom has no fields.",
                "Write a line for each, such as `name: Our organisation`.",
            ),
            Err(error) => log.add(
                error.line,
                "bad-yaml",
                format!("This is no YAML: {}.", error.cause),
                super::YAML_ADVICE,
            ),
        }
        break;
    }
    // Where nobody says anything, that is where to say it.
    Ok((json!({}), YAML))
}

/// An embargo that ends on a clock of nowhere would end whenever it pleases.
fn check_zone(node: &Node, log: &mut Log<'_>) {
    let zone = node.members().iter().find(|it| it.name == "time_zone");
    let Some((member, name)) = zone.and_then(|it| Some((it, it.node.text()?))) else {
        return;
    };
    if TimeZone::get(name).is_err() {
        log.add(
            member.line,
            "unknown-time-zone",
            format!("There is no time zone {name:?}."),
            "Write a name of the IANA database, such as Europe/Istanbul.",
        );
    }
}

/// The short forms, as `site.json` has them.
fn shorten(json: &mut Value) {
    let Some(site) = json.as_object_mut() else {
        return;
    };
    if let Some(name) = site.remove("name") {
        let publisher = site.entry("publisher").or_insert_with(|| json!({}));
        if let Some(publisher) = publisher.as_object_mut() {
            publisher.entry("name").or_insert(name);
        }
    }
    let languages = site.get_mut("languages").and_then(Value::as_array_mut);
    for language in languages.into_iter().flatten() {
        if let Some(tag) = language.as_str() {
            *language = json!({ "tag": tag });
        }
    }
}

/// The languages of the texts, those with most texts first.
fn of_texts(tree: &Tree) -> Value {
    let mut counts: Vec<(usize, &str)> = NAMES.map(|(tag, _)| (0, tag)).into();
    for text in &tree.texts {
        let known = counts
            .iter_mut()
            .find(|(_, tag)| text.tag.as_deref() == Some(tag));
        if let Some((n, _)) = known {
            *n += 1;
        }
    }
    counts.retain(|(n, _)| *n > 0);
    // Stable: of as many texts, by the alphabet.
    counts.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    let languages = counts.iter().map(|(_, tag)| json!({ "tag": tag }));
    languages.collect()
}

impl Site {
    /// Says what nobody said. `folder` gives the newsroom a name, `feeds` the feeds of the texts by language.
    pub(super) fn complete(&mut self, folder: &Path, feeds: &[(String, String)]) {
        let Some(site) = self.json.as_object_mut() else {
            return;
        };
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let folder = folder.file_name().unwrap_or_default().to_string_lossy();
        let mut say = |key: &str, value: Value| {
            site.entry(key).or_insert(value);
        };
        say("nashra", json!(1));
        say("base_url", json!(super::super::NO_ADDRESS));
        say("publisher", json!({ "name": folder }));
        say("default_language", json!(self.tags.first()));
        let name = site["publisher"]["name"].clone();
        let titles = self.tags.iter().map(|tag| {
            let own = name.get(tag).and_then(Value::as_str).or(name.as_str());
            let title = new::title(tag).or(own).unwrap_or(&folder);
            (tag.clone(), json!(title))
        });
        let titles: Map<String, Value> = titles.collect();
        site.entry("title").or_insert(Value::Object(titles));
        let languages = site.get_mut("languages").and_then(Value::as_array_mut);
        for language in languages.into_iter().flatten() {
            let Some(language) = language.as_object_mut() else {
                continue;
            };
            let tag = language
                .get("tag")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let known = NAMES.iter().find(|(known, _)| *known == tag);
            let feed = feeds.iter().find(|(of, _)| of == tag);
            let feed = feed.map(|(_, feed)| json!(feed));
            if let Some((_, name)) = known {
                language.entry("name").or_insert(json!(name));
            }
            let Some(feed) = feed else { continue };
            let all = match language.remove("feed") {
                Some(Value::Array(mut feeds)) => {
                    feeds.push(feed);
                    Value::Array(feeds)
                }
                Some(other) if !other.is_null() => json!([other, feed]),
                _ => feed,
            };
            language.insert("feed".to_owned(), all);
        }
    }

    /// A text of the newsroom's in a language.
    pub(super) fn text<'a>(&'a self, of: &'a Value, tag: &str) -> Option<&'a str> {
        of.as_str().or_else(|| of.get(tag)?.as_str())
    }

    /// Whether a language has a feed of its own besides its texts.
    pub(super) fn has_feed(&self, tag: &str) -> bool {
        let languages = self.json["languages"].as_array().into_iter().flatten();
        let mut own = languages.filter(|it| it["tag"] == tag);
        own.any(|it| !it["feed"].is_null())
    }
}
