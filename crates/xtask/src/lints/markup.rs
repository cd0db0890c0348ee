//! Strings never become markup: what a browser would parse is named nowhere in what ships. Third-party HTML goes through the
//! parser into an inert document, in `src/platform/html_reader.rs` alone.

use super::{code, name, sources};

/// Ways to make markup of a string, as Rust and as JavaScript spell them (HTML, section "dynamic markup insertion").
const WAYS: [&str; 19] = [
    "inner_html",
    "innerHTML",
    "outer_html",
    "outerHTML",
    "insert_adjacent_html",
    "insertAdjacentHTML",
    "create_contextual_fragment",
    "createContextualFragment",
    "set_html",
    "setHTML",
    "document.write",
    ".writeln(",
    "srcdoc",
    "parse_from_string",
    "parseFromString",
    "parseHTML",
    "parse_html",
    "eval(",
    "new Function",
];

/// Where one of them is the very purpose, and why.
const ALLOWED: [(&str, &str); 3] = [
    // An inert document, from which a typed tree is read.
    ("src/platform/html_reader.rs", "parse_from_string"),
    ("src/platform/html_reader.rs", "parseFromString"),
    // In the vocabulary of what is refused.
    ("crates/markup/src/", "srcdoc"),
];

fn findings(file: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let used = WAYS.iter().filter(|way| code.contains(**way));
    let unexpected = used.filter(|way| {
        !ALLOWED
            .iter()
            .any(|(place, allowed)| file.starts_with(place) && allowed == *way)
    });
    unexpected.map(|way| format!("{file}: {way}")).collect()
}

#[test]
fn strings_never_become_markup() {
    let mut found = Vec::new();
    for (folder, ending) in [
        ("src", ".rs"),
        ("crates/feed/src", ".rs"),
        ("crates/markup/src", ".rs"),
        ("crates/l10n/src", ".rs"),
        ("crates/report/src", ".rs"),
        ("crates/report-engine/src", ".rs"),
        ("crates/report-worker/src", ".rs"),
        ("crates/press/src", ".rs"),
    ] {
        for (file, text) in sources(folder, ending) {
            found.extend(findings(&name(&file), &text));
        }
    }
    // Scripts that ship are few, and may come later.
    for folder in ["public", "src", "crates/report-worker", "crates/press/src"] {
        let dir = crate::house::root().join(folder);
        for file in crate::stamp::files_below(&dir).unwrap_or_default() {
            if matches!(
                file.extension().and_then(|end| end.to_str()),
                Some("js" | "mjs" | "html")
            ) {
                found.extend(findings(
                    &name(&file),
                    &std::fs::read_to_string(&file).unwrap_or_default(),
                ));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn it_can_fail() {
    #[track_caller]
    fn check(file: &str, text: &str, expect: usize) {
        assert_eq!(findings(file, text).len(), expect, "{file}: {text}");
    }
    check("src/a.rs", "element.set_inner_html(&text);", 1);
    check("src/a.rs", "// element.set_inner_html(&text);", 0);
    check("src/a.rs", "view! { <p inner_html=text/> }", 1);
    check("public/a.js", "e.outerHTML = s; document.write(s)", 2);
    check(
        "src/platform/html_reader.rs",
        "parser.parse_from_string(&html, kind)",
        0,
    );
    check(
        "src/platform/html.rs",
        "parser.parse_from_string(&html, kind)",
        1,
    );
    check(
        "src/a.rs",
        "element.insert_adjacent_html(\"beforeend\", s)",
        1,
    );
}
