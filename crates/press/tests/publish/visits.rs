//! Counting visits: nothing of it where nobody asked; elsewhere the script in every page, and its address in every host's policy.

use std::fs;

use crate::fixture::{Folder, files_below};

const POLICIES: [&str; 4] = [
    "_headers",
    ".nashra/nginx.conf",
    ".nashra/Caddyfile",
    ".nashra/serve.json",
];

fn published(name: &str, analytics: Option<&str>) -> Folder {
    let folder = Folder::new(name);
    let newsroom = folder.sample();
    if let Some(address) = analytics {
        let site = newsroom.join("site.json");
        let text = fs::read_to_string(&site).expect("site.json");
        let with = format!("\"analytics\": \"{address}\",\n  \"default_language\"");
        fs::write(&site, text.replace("\"default_language\"", &with)).expect("site.json");
    }
    folder.publish(&newsroom);
    folder
}

fn scripts(folder: &Folder) -> Vec<String> {
    let files = files_below(&folder.path("site/assets"));
    let names = files.iter().filter_map(|path| path.file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    names
        .filter(|name| name.starts_with("visits-") && name.ends_with(".js"))
        .collect()
}

#[test]
fn nobody_counts_unless_asked_to() {
    let folder = published("visits-off", None);
    assert_eq!(scripts(&folder), [""; 0]);
    assert!(!folder.read("en/index.html").contains("visits-"));
}

#[test]
fn a_counter_elsewhere_stands_in_every_policy() {
    let folder = published("visits-elsewhere", Some("https://count.example.org/visit"));
    let names = scripts(&folder);
    let [name] = names.as_slice() else {
        panic!("{names:?}");
    };
    for page in [
        "index.html",
        "en/index.html",
        "ar/releases/south-south-report/index.html",
        "404.html",
    ] {
        assert!(
            folder
                .read(page)
                .contains(&format!("src=\"/assets/{name}\"")),
            "{page}"
        );
    }
    let script = folder.read(&format!("assets/{name}"));
    assert!(
        script.contains("const endpoint = \"https://count.example.org/visit\";"),
        "{script}"
    );
    for file in POLICIES {
        let text = folder.read(file);
        let policies: Vec<&str> = text.split("default-src 'none'").skip(1).collect();
        assert!(policies.len() > 1, "{file}: {text}");
        for policy in policies {
            let end = policy
                .find("trusted-types default")
                .expect("a policy's end");
            let policy = &policy[..end];
            // What partners embed counts nothing.
            let is_counted = !policy.contains("frame-ancestors *");
            let has_counter = policy.contains("; connect-src 'self' https://count.example.org;");
            assert_eq!(has_counter, is_counted, "{file}: {policy}");
            assert_eq!(policy.contains("count."), is_counted, "{file}: {policy}");
        }
    }
}

#[test]
fn a_counter_of_the_newsroom_s_own_needs_no_policy() {
    let folder = published("visits-own", Some("/visit"));
    let names = scripts(&folder);
    let script = folder.read(&format!("assets/{}", names[0]));
    assert!(script.contains("const endpoint = \"/visit\";"), "{script}");
    for file in POLICIES {
        assert!(folder.read(file).contains("connect-src 'self';"), "{file}");
    }
}
