//! What is published for reading without a network: the service worker with its lists, the pages that stand in, and how a host
//! switches it off.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::fixture::{Folder, sample};

const LOCALES: [(&str, &str, &str); 3] = [
    ("ar", "rtl", include_str!("../../../../locales/ar.json")),
    ("en", "ltr", include_str!("../../../../locales/en.json")),
    ("fr", "ltr", include_str!("../../../../locales/fr.json")),
];

/// What was written into the worker, and the worker itself.
fn worker(folder: &Folder) -> (Value, String) {
    let text = folder.read("sw.js");
    let build = text.strip_prefix("const build=").expect("what it is told");
    let (build, rest) = build.split_once(";\n").expect("a script behind it");
    let build = serde_json::from_str(build).expect("JSON");
    (build, rest.to_owned())
}

fn strings(value: &Value) -> Vec<&str> {
    let values = value.as_array().expect("a list").iter();
    values
        .map(|value| value.as_str().expect("a text"))
        .collect()
}

#[test]
fn the_worker_knows_what_is_there() {
    for (name, base_url, prefix) in [
        ("worker", "https://news.example.org/", "/"),
        (
            "worker-prefix",
            "https://example.org/press/news/",
            "/press/news/",
        ),
    ] {
        let folder = Folder::new(name);
        folder.publish_at(&sample(), base_url);
        let (build, script) = worker(&folder);
        assert_eq!(build["prefix"], prefix);
        assert_eq!(strings(&build["languages"]), ["ar", "en", "fr"]);
        let assets: BTreeSet<&str> = strings(&build["assets"]).into_iter().collect();
        for path in assets
            .iter()
            .copied()
            .chain(strings(&build["core"]))
            .chain(strings(&build["shell"]))
        {
            let inner = path.strip_prefix(prefix).expect("below the newsroom");
            let file = folder.path("site").join(inner);
            assert!(
                file.is_file() || file.join("index.html").is_file(),
                "{path}"
            );
        }
        // Everything with our own kind of name that readers of the newsroom need: nothing of its media, and nothing that only partners'
        // pages ask for.
        let names = fs::read_dir(folder.path("site/assets")).expect("assets");
        let names = names.map(|entry| entry.expect("an entry").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        let is_apps = |name: &String| {
            let is_partners = ["widget-", "chooser-", "frame-"]
                .iter()
                .any(|begin| name.starts_with(begin));
            let is_code = [".js", ".css", ".wasm", ".woff2", ".json"]
                .iter()
                .any(|end| name.ends_with(end));
            is_code && !is_partners
        };
        let published: BTreeSet<String> = names
            .filter(is_apps)
            .map(|name| [prefix, "assets/", &name].concat())
            .collect();
        assert_eq!(assets, published.iter().map(String::as_str).collect());
        for path in strings(&build["core"]) {
            assert!(assets.contains(path), "{path}");
        }
        // What a page names is among what is kept first, but for fonts, which few pages need all of.
        let page = folder.read("ar/index.html");
        let named = page
            .split('"')
            .filter(|word| word.starts_with(&[prefix, "assets/"].concat()));
        for path in named.filter(|path| path.ends_with(".js") || path.ends_with(".css")) {
            assert!(strings(&build["core"]).contains(&path), "{path}");
        }
        assert_eq!(build["shell"][0], [prefix, "404.html"].concat());
        assert_eq!(
            build["withdrawn"][0]
                .as_str()
                .map(|path| path.starts_with(prefix)),
            Some(true)
        );
        assert!(
            strings(&build["withdrawn"])
                .contains(&&*[prefix, "ar/releases/unemployment-flash/"].concat())
        );
        assert!(
            !script.contains("//"),
            "remarks are for readers of the source"
        );
        assert!(folder.read("ar/index.html").contains("/assets/start-"));
    }
}

#[test]
fn another_app_or_page_is_another_worker_and_another_item_is_not() {
    let folder = Folder::new("worker-again");
    let newsroom = folder.sample();
    folder.publish(&newsroom);
    let first = folder.read("sw.js");
    let edit = |path: &str, from: &str, to: &str| {
        let path = newsroom.join(path);
        let text = fs::read_to_string(&path).expect("a file of the newsroom");
        assert!(text.contains(from), "{from}");
        fs::write(&path, text.replacen(from, to, 1)).expect("a file of the newsroom");
    };
    edit(
        "feeds/en.json",
        "International data conference",
        "A conference on data",
    );
    folder.publish(&newsroom);
    assert_eq!(folder.read("sw.js"), first);
    fs::write(newsroom.join("theme.css"), ":root { --x: 1 }").expect("a theme");
    folder.publish(&newsroom);
    let second = folder.read("sw.js");
    assert_ne!(second, first);
    let (build, _) = worker(&folder);
    let theme = strings(&build["core"])
        .into_iter()
        .find(|path| path.contains("/theme-"));
    assert!(theme.is_some(), "{build}");
    // The page that stands in shows the newsroom's name.
    edit(
        "site.json",
        "Centre for Statistics and Development",
        "Centre for Statistics",
    );
    folder.publish(&newsroom);
    assert_ne!(folder.read("sw.js"), second);
}

#[test]
fn a_page_stands_in_in_every_language() {
    let folder = Folder::new("stand-in");
    folder.publish(&sample());
    let sitemap = folder.read("sitemap.xml");
    let listed = folder.read(".nashra/pages.json");
    for (tag, direction, messages) in LOCALES {
        let messages: Value = serde_json::from_str(messages).expect("messages");
        let html = folder.read(&format!("{tag}/offline/index.html"));
        let message = |key: &str| messages[key].as_str().expect("a message");
        for needed in [
            &*format!("<html lang=\"{tag}\" dir=\"{direction}\">"),
            &format!("<h1>{}</h1>", message("error.offline.title")),
            &format!(
                "<a class=\"button\" href=\"\">{}</a>",
                message("error.retry")
            ),
            message("error.keptPages"),
            // What the worker looks for.
            "class=\"kept\" hidden=\"\"",
            "<ul class=\"kept-list\"></ul>",
            "name=\"robots\" content=\"noindex\"",
            "</body></html>",
        ] {
            assert!(html.contains(needed), "{tag}: {needed}");
        }
        assert!(
            !html.contains("/assets/start-"),
            "{tag}: the app would look for the page of the address"
        );
        assert!(!html.contains("nashra-data"), "{tag}");
        assert!(html.contains("/assets/offline-"), "{tag}");
        let path = format!("/{tag}/offline/");
        assert!(
            !sitemap.contains(&path) && !listed.contains(&path),
            "{path}"
        );
    }
    let page = folder.read("ar/index.html");
    assert!(
        page.contains("<div id=\"nashra\""),
        "where the worker marks copies"
    );
    assert!(
        page.trim_end().ends_with("</body></html>"),
        "how the worker knows that a page is whole"
    );
}

#[test]
fn a_host_can_switch_it_off() {
    let folder = Folder::new("off");
    let newsroom = folder.sample();
    let start = |folder: &Folder| {
        let page = folder.read("ar/index.html");
        let name = page.split("/assets/start-").nth(1).expect("a start script");
        folder.read(&["assets/start-", name.split('"').next().expect("its name")].concat())
    };
    folder.publish(&newsroom);
    assert!(start(&folder).contains("sw.js"));
    let path = newsroom.join("site.json");
    let site = fs::read_to_string(&path).expect("site.json");
    fs::write(&path, site.replacen('{', "{ \"offline\": false,", 1)).expect("site.json");
    folder.publish(&newsroom);
    let (build, script) = worker(&folder);
    assert_eq!(build, serde_json::json!({ "prefix": "/" }));
    assert!(script.contains("registration.unregister()") && script.contains("caches.delete"));
    assert!(!script.contains("\"fetch\""), "{script}");
    assert!(!start(&folder).contains("sw.js"), "pages register nothing");
    assert!(!folder.path("site/ar/offline").exists());
}
