//! Who may import whom, as `docs/architecture.md` draws it: the folders of `src/`, and the crates. Cargo itself keeps crates
//! from importing what they do not name; this keeps them from naming it.

use super::{code, name, sources};

/// A room of `src/` and the rooms it may use besides itself.
const ROOMS: [(&str, &[&str]); 11] = [
    ("main", &[]),
    (
        "start",
        &["app", "components", "state", "route", "platform"],
    ),
    ("live", &["state", "route", "platform"]),
    ("viewer", &["components", "state", "platform", "view"]),
    ("app", &["pages", "components", "state", "route", "view"]),
    (
        "pages",
        &["components", "state", "platform", "route", "view"],
    ),
    ("components", &["state", "platform", "route", "view"]),
    // Elements hold texts of items, and stand in the page through `platform`.
    ("view", &["state", "platform"]),
    ("state", &["platform", "route"]),
    ("route", &[]),
    ("platform", &[]),
];

/// Crates that only `platform` may name.
const BROWSER: [&str; 3] = ["web_sys", "js_sys", "gloo"];

/// A crate's folder and what its manifest must not name.
const CRATES: [(&str, &[&str]); 7] = [
    (
        "feed",
        &[
            "nashra-l10n",
            "nashra-report",
            "nashra-app",
            "leptos",
            "web-sys",
            "js-sys",
            "wasm-bindgen",
            "gloo",
        ],
    ),
    (
        "markup",
        &[
            "nashra-feed",
            "nashra-l10n",
            "nashra-report",
            "nashra-app",
            "leptos",
            "web-sys",
            "js-sys",
            "wasm-bindgen",
            "gloo",
        ],
    ),
    (
        "l10n",
        &[
            "nashra-feed",
            "nashra-markup",
            "nashra-report",
            "nashra-app",
            "leptos",
            "web-sys",
            "js-sys",
            "wasm-bindgen",
            "gloo",
        ],
    ),
    (
        "report",
        &[
            "nashra-feed",
            "nashra-markup",
            "nashra-l10n",
            "nashra-report-engine",
            "nashra-app",
            "leptos",
            "web-sys",
            "js-sys",
            "gloo",
            "hayro",
        ],
    ),
    (
        "report-engine",
        &[
            "nashra-feed",
            "nashra-markup",
            "nashra-app",
            "leptos",
            "web-sys",
            "js-sys",
            "gloo",
        ],
    ),
    ("report-worker", &["nashra-feed", "nashra-app", "leptos"]),
    (
        "press",
        &["web-sys", "js-sys", "wasm-bindgen", "gloo", "hayro"],
    ),
];

/// The room of a file of `src/`; modules of the crate itself (`lib.rs`) belong to none.
fn room(file: &str) -> Option<&str> {
    let rest = file.strip_prefix("src/")?;
    let first = rest.split(['/', '.']).next()?;
    match first {
        "lib" => None,
        "bin" => Some("main"),
        other => Some(other),
    }
}

fn findings(file: &str, text: &str) -> Vec<String> {
    let Some(room) = room(file) else {
        return Vec::new();
    };
    let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        return vec![format!("{file}: a room that nobody described")];
    };
    let code = code(text);
    let mut found = Vec::new();
    for used in named(&code) {
        let is_room = ROOMS.iter().any(|(known, _)| known == used);
        if is_room && used != &room && !allowed.contains(used) {
            found.push(format!("{file}: {room} uses {used}"));
        }
    }
    if room != "platform" {
        let browser = BROWSER.iter().filter(|krate| has_word(&code, krate));
        found.extend(browser.map(|krate| format!("{file}: {room} names {krate}")));
    }
    found
}

/// The rooms that code names by `crate::ROOM`, alone or in braces.
fn named<'a>(code: &str) -> Vec<&'a &'static str> {
    ROOMS
        .iter()
        .map(|(room, _)| room)
        .filter(|room| {
            code.split("crate::").skip(1).any(|rest| {
                let list = rest
                    .strip_prefix('{')
                    .and_then(|rest| rest.split('}').next());
                match list {
                    Some(list) => has_word(list, room),
                    None => rest.split(|c: char| !is_word(c)).next() == Some(**room),
                }
            })
        })
        .collect()
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !is_word(c)).any(|part| part == word)
}

/// What a manifest names under `[dependencies]` or `[target.….dependencies]`; tests may use what they like.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_inside = false;
    for line in manifest.lines().map(str::trim) {
        if let Some(table) = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            let table = table.trim();
            is_inside = table == "dependencies" || table.ends_with(".dependencies");
            if let Some(name) = table.strip_prefix("dependencies.") {
                names.push(name.to_owned());
            }
        } else if is_inside && let Some((name, _)) = line.split_once(['=', '.']) {
            names.push(name.trim().to_owned());
        }
    }
    names
}

fn refused(krate: &str, manifest: &str) -> Vec<String> {
    let refused = CRATES
        .iter()
        .find(|(known, _)| *known == krate)
        .map_or(&[][..], |(_, refused)| refused);
    dependencies(manifest)
        .into_iter()
        .filter(|name| {
            refused
                .iter()
                .any(|no| name == no || (*no == "hayro" && name.starts_with("hayro")))
        })
        .map(|name| format!("{krate} depends on {name}"))
        .collect()
}

#[test]
fn rooms_use_what_is_below_them() {
    let files = sources("src", ".rs");
    let found: Vec<String> = files
        .iter()
        .flat_map(|(file, text)| findings(&name(file), text))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn crates_name_what_they_may() {
    let found: Vec<String> = sources("crates", "Cargo.toml")
        .iter()
        .filter_map(|(file, text)| {
            let krate = file.parent()?.file_name()?.to_str()?.to_owned();
            Some(refused(&krate, text))
        })
        .flatten()
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn it_can_fail() {
    #[track_caller]
    fn check(file: &str, text: &str, expect: &[&str]) {
        assert_eq!(findings(file, text), expect, "{text}");
    }
    check(
        "src/state/a.rs",
        "use crate::pages::home;",
        &["src/state/a.rs: state uses pages"],
    );
    check(
        "src/state/a.rs",
        "use crate::{components, route};",
        &["src/state/a.rs: state uses components"],
    );
    check(
        "src/platform/a.rs",
        "let x = crate::state::y();",
        &["src/platform/a.rs: platform uses state"],
    );
    check(
        "src/components/a.rs",
        "use web_sys::Element;",
        &["src/components/a.rs: components names web_sys"],
    );
    check(
        "src/kitchen.rs",
        "",
        &["src/kitchen.rs: a room that nobody described"],
    );
    check(
        "src/pages/a.rs",
        "use crate::components::card;\n// crate::app",
        &[],
    );
    check("src/platform/a.rs", "use web_sys::Element;", &[]);
    check("src/lib.rs", "pub mod app;", &[]);
    assert_eq!(
        refused("feed", "[dependencies]\nleptos.workspace = true\n"),
        ["feed depends on leptos"]
    );
    assert_eq!(
        refused("l10n", "[dependencies.nashra-feed]\npath = \"../feed\"\n"),
        ["l10n depends on nashra-feed"]
    );
    assert_eq!(
        refused("feed", "[dev-dependencies]\nleptos = \"1\"\n"),
        Vec::<String>::new()
    );
    assert_eq!(
        refused("press", "[dependencies]\nhayro-syntax = \"1\"\n"),
        ["press depends on hayro-syntax"]
    );
}
