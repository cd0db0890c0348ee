//! Feeds, sitemap and metadata, read back by other programs' rules.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use nashra_feed::{NativeUrls, read_feed};
use rss::validation::Validate;
use serde_json::Value;

use crate::fixture::{Folder, files_below, sample};

#[test]
fn what_machines_read_is_valid_and_agrees() {
    let folder = Folder::new("machines");
    let summary = folder.publish(&sample());
    assert!(summary.n_withheld > 0, "the sample has items under embargo");
    for language in ["ar", "en", "fr"] {
        rss_is_valid(&folder, language);
        json_feed_is_valid(&folder, language);
        manifest_is_valid(&folder, language);
    }
    let listed = sitemap(&folder);
    assert!(listed.len() > 100, "{}", listed.len());
    heads_agree(&folder, &listed);
    nothing_withheld(&folder);
}

fn rss_is_valid(folder: &Folder, language: &str) {
    let xml = folder.read(&format!("{language}/feed.xml"));
    let channel = rss::Channel::read_from(xml.as_bytes()).expect("RSS");
    channel.validate().expect("valid RSS");
    assert_eq!(channel.language(), Some(language));
    let n_items = channel.items().len();
    assert!((20..=30).contains(&n_items), "{n_items}");
    assert!(channel.extensions().contains_key("atom"));
    let guids: BTreeSet<_> = channel
        .items()
        .iter()
        .map(|item| item.guid().map(|guid| guid.value()))
        .collect();
    assert_eq!(guids.len(), n_items);
    for item in channel.items() {
        let link = item.link().expect("a link");
        let path = link
            .strip_prefix("https://news.example.org/")
            .expect("a link of ours");
        assert!(
            folder.path("site").join(path).join("index.html").is_file(),
            "{link}"
        );
    }
}

fn json_feed_is_valid(folder: &Folder, language: &str) {
    let text = folder.read(&format!("{language}/feed.json"));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let url = format!("https://news.example.org/{language}/feed.json");
    let (feed, warnings) = read_feed(&&value, &url, &NativeUrls).expect("a feed");
    assert_eq!(warnings, []);
    assert!((20..=30).contains(&feed.items.len()));
    assert_eq!(feed.feed_url.as_deref(), Some(&*url));
    assert!(feed.items.iter().all(|item| item.content.is_some()));
}

fn manifest_is_valid(folder: &Folder, language: &str) {
    let value: Value =
        serde_json::from_str(&folder.read(&format!("{language}/app.webmanifest"))).expect("JSON");
    assert_eq!(value["lang"], language);
    assert_eq!(value["dir"], if language == "ar" { "rtl" } else { "ltr" });
    for icon in value["icons"].as_array().expect("icons") {
        let path = icon["src"]
            .as_str()
            .expect("a path")
            .trim_start_matches('/');
        assert!(folder.path("site").join(path).is_file(), "{path}");
    }
}

/// Address and its languages, of all files that `sitemap.xml` names.
fn sitemap(folder: &Folder) -> BTreeMap<String, BTreeMap<String, String>> {
    use quick_xml::events::Event;
    let xml = folder.read("sitemap.xml");
    let mut reader = quick_xml::Reader::from_str(&xml);
    let mut listed: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let (mut is_loc, mut url) = (false, String::new());
    loop {
        match reader.read_event().expect("XML") {
            Event::Eof => break,
            Event::Start(start) => is_loc = start.name().as_ref() == b"loc",
            Event::Text(text) if is_loc => {
                url = String::from_utf8_lossy(&text).into_owned();
                assert!(
                    listed.insert(url.clone(), BTreeMap::new()).is_none(),
                    "{url} twice"
                );
                is_loc = false;
            }
            Event::Empty(link) => {
                let value = |name: &str| {
                    let attribute = link
                        .try_get_attribute(name)
                        .expect("an attribute")
                        .expect("an attribute");
                    String::from_utf8_lossy(&attribute.value).into_owned()
                };
                listed
                    .entry(url.clone())
                    .or_default()
                    .insert(value("hreflang"), value("href"));
            }
            _ => {}
        }
    }
    for (url, alternates) in &listed {
        for (tag, other) in alternates {
            let back = listed
                .get(other)
                .unwrap_or_else(|| panic!("{other} is not listed"));
            assert!(
                back.values().any(|own| own == url),
                "{other} ({tag}) does not name {url}"
            );
        }
    }
    listed
}

/// Every page that is listed says of itself what the sitemap says, once, and states facts that schema.org knows.
fn heads_agree(folder: &Folder, listed: &BTreeMap<String, BTreeMap<String, String>>) {
    for (url, alternates) in listed {
        let path = url
            .strip_prefix("https://news.example.org/")
            .expect("an address of ours");
        let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
        let html = folder.read(&format!("{path}index.html"));
        assert!(
            html.contains(&format!("<link rel=\"canonical\" href=\"{url}\">")),
            "{url}"
        );
        let named = html.matches(" hreflang=\"").count();
        // The language switch names the other languages too.
        let in_head = html
            .split("</head>")
            .next()
            .map_or(0, |head| head.matches(" hreflang=\"").count());
        assert_eq!(in_head, alternates.len(), "{url}: {named}");
        for needed in ["og:title", "og:url", "og:type", "twitter:card"] {
            assert_eq!(
                html.matches(&format!("\"{needed}\"")).count(),
                1,
                "{needed} of {url}"
            );
        }
        let json = html
            .split("<script type=\"application/ld+json\">")
            .nth(1)
            .and_then(|rest| rest.split("</script>").next());
        let graph: Value = serde_json::from_str(json.expect("JSON-LD")).expect("JSON");
        for node in graph["@graph"].as_array().expect("a graph") {
            is_schema(node, url);
        }
    }
}

/// Types that are used, and which of their properties (schema.org 29, inherited ones among them).
const SCHEMA: [(&str, &str); 17] = [
    (
        "NewsArticle",
        "headline description inLanguage datePublished dateModified author publisher image keywords isAccessibleForFree about encoding correction identifier url mainEntityOfPage",
    ),
    (
        "Report",
        "headline description inLanguage datePublished dateModified author publisher image keywords isAccessibleForFree about encoding correction identifier url mainEntityOfPage",
    ),
    ("WebSite", "name url inLanguage description publisher"),
    ("CollectionPage", "name url inLanguage hasPart"),
    ("ImageGallery", "name url inLanguage image"),
    ("BreadcrumbList", "itemListElement"),
    ("ListItem", "position name item"),
    ("Organization", "name url logo"),
    ("Person", "name url"),
    (
        "ImageObject",
        "contentUrl url width height caption creditText copyrightNotice",
    ),
    (
        "MediaObject",
        "contentUrl encodingFormat name inLanguage contentSize sha256",
    ),
    (
        "Event",
        "name startDate endDate location eventAttendanceMode eventStatus",
    ),
    ("Place", "name address"),
    ("PostalAddress", "addressLocality addressCountry"),
    ("VirtualLocation", "url"),
    ("CorrectionComment", "text datePublished"),
    ("PropertyValue", "propertyID value"),
];

fn is_schema(node: &Value, url: &str) {
    let members = node.as_object().expect("a node");
    let kind = node["@type"]
        .as_str()
        .unwrap_or_else(|| panic!("a node of {url} without a type"));
    let known = SCHEMA.iter().find(|(name, _)| *name == kind);
    let (_, properties) = known.unwrap_or_else(|| panic!("{kind} in {url}"));
    for (name, value) in members.iter().filter(|(name, _)| !name.starts_with('@')) {
        assert!(
            properties.split(' ').any(|property| property == name),
            "{kind}.{name} in {url}"
        );
        assert!(
            !value.is_null() && value != "",
            "{kind}.{name} in {url} is empty"
        );
        let values = value
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![value.clone()]);
        values
            .iter()
            .filter(|value| value.is_object())
            .for_each(|value| is_schema(value, url));
    }
    if kind == "NewsArticle" {
        assert!(
            node["headline"].is_string()
                && node["datePublished"].is_string()
                && node["author"].is_array()
        );
    }
}

/// No file names an item that may not be shown yet.
fn nothing_withheld(folder: &Folder) {
    let feed: Value =
        serde_json::from_slice(&fs::read(sample().join("feeds/en.json")).expect("a feed"))
            .expect("JSON");
    let items = feed["items"].as_array().expect("items");
    let secret = items
        .iter()
        .find(|item| item["_nashra"]["embargo_until"].is_string())
        .expect("an embargo");
    let title = secret["title"].as_str().expect("a title");
    for path in files_below(&folder.path("site")) {
        let bytes = fs::read(&path).expect("a file");
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(title), "{} tells {title}", path.display());
        assert!(!text.contains("\"embargo_until\""), "{}", path.display());
    }
}
