//! The four sides as folders for `nashra serve`: the newsroom as published, and beside it what each peer changes of it. Style sheet,
//! fonts, pictures and feeds are the same files. It refuses to give a peer less than its head could have: it has ours, without our code.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::bench::write_compressed;
use crate::error::XtaskError;
use crate::{bench, house, stamp};

/// Who shows the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Ours,
    Preact,
    React,
    /// The published page without anything that runs.
    Html,
}

impl Side {
    pub(super) const ALL: [Self; 4] = [Self::Ours, Self::Preact, Self::React, Self::Html];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Preact => "preact",
            Self::React => "react",
            Self::Html => "html",
        }
    }

    /// Whether clicks are handled at some time.
    pub(super) fn has_app(self) -> bool {
        self != Self::Html
    }
}

/// Publishes the sample, all at brotli 11, and lays out the peers' folders; `built` holds `preact.js` and `react.js`.
pub(super) fn lay_out(built: &Path, pages: &[&str]) -> Result<[PathBuf; 4], XtaskError> {
    let folders = Side::ALL.map(|side| house::target().join("bench/first-view").join(side.name()));
    let [ours, ..] = &folders;
    bench::publish(Path::new("sample"), ours, &["--best"])?;
    for (side, folder) in Side::ALL.into_iter().zip(&folders).skip(1) {
        if folder.is_dir() {
            fs::remove_dir_all(folder).map_err(XtaskError::io(folder))?;
        }
        for shared in ["assets", "media", "feeds"] {
            share(&ours.join(shared), &folder.join(shared))?;
        }
        let script = match side.has_app() {
            true => Some(script(side, built, folder)?),
            false => None,
        };
        policy(ours, folder)?;
        for page in pages {
            let file = format!("{}index.html", page.trim_start_matches('/'));
            let path = ours.join(&file);
            let published = fs::read_to_string(&path).map_err(XtaskError::io(&path))?;
            let html = match &script {
                Some(script) => app_page(&published, script, page),
                None => without_scripts(&published),
            };
            write_compressed(&folder.join(&file), html.as_bytes())?;
        }
    }
    Ok(folders)
}

/// The same files under another root, without a copy where the file system can.
fn share(from: &Path, to: &Path) -> Result<(), XtaskError> {
    for file in stamp::files_below(from)? {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        if let Some(dir) = target.parent() {
            fs::create_dir_all(dir).map_err(XtaskError::io(dir))?;
        }
        if fs::hard_link(&file, &target).is_err() {
            fs::copy(&file, &target).map_err(XtaskError::io(&file))?;
        }
    }
    Ok(())
}

/// The peer's code as an asset, whose name says that it never changes; gives its path.
fn script(side: Side, built: &Path, folder: &Path) -> Result<String, XtaskError> {
    let file = built.join(format!("{}.js", side.name()));
    let code = fs::read(&file).map_err(XtaskError::io(&file))?;
    let path = format!("assets/{}-bundle.js", side.name());
    write_compressed(&folder.join(&path), &code)?;
    Ok(format!("/{path}"))
}

/// `nashra serve` reads here what to answer: all as with ours, but that a peer may set markup from strings, as it does.
fn policy(ours: &Path, folder: &Path) -> Result<(), XtaskError> {
    const FILE: &str = ".nashra/serve.json";
    let path = ours.join(FILE);
    let text = fs::read_to_string(&path).map_err(XtaskError::io(&path))?;
    let mut serve: Value =
        serde_json::from_str(&text).map_err(|error| XtaskError::shape(&path, error))?;
    let policy = serve["content_security_policy"]
        .as_str()
        .unwrap_or_default();
    let kept = policy
        .split("; ")
        .filter(|part| !part.contains("trusted-types"));
    let kept = kept.collect::<Vec<_>>().join("; ");
    serve["content_security_policy"] = kept.into();
    stamp::write_file(&folder.join(FILE), serve.to_string().as_bytes())
}

/// The document of a single-page app: our page's icons, style and boot script (which asks for the fonts and sets the theme; a root
/// that says it is ready handles its own clicks), and before them what it waits for longest, its code and the feed.
fn app_page(published: &str, script: &str, page: &str) -> String {
    let head = published.split("</head>").next().unwrap_or_default();
    let kept = tags(head, "<link").filter(|tag| {
        [
            "rel=\"icon\"",
            "rel=\"apple-touch-icon\"",
            "rel=\"manifest\"",
            "rel=\"stylesheet\"",
        ]
        .iter()
        .any(|kind| tag.contains(*kind))
    });
    let links: String = kept.collect();
    let opening: String = tags(published, "<html").take(1).collect();
    let style = between(head, "<style>", "</style>");
    let boot = between(head, "<script data-fonts", "</script>");
    let lang = page.split('/').nth(1).unwrap_or_default();
    format!(
        "<!doctype html>{opening}<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Newsroom</title>\
         <meta name=\"color-scheme\" content=\"light dark\"><script type=\"module\" src=\"{script}\"></script>\
         <link rel=\"preload\" as=\"fetch\" href=\"/feeds/{lang}.json\" crossorigin>{boot}{style}{links}</head>\
         <body><div id=\"nashra\" class=\"app\" data-state=\"ready\"></div></body></html>\n"
    )
}

/// From `start` to `end`, both included; nothing if it is not there.
fn between(html: &str, start: &str, end: &str) -> String {
    let inside = html.split_once(start);
    let inside = inside.and_then(|(_, rest)| rest.split(end).next());
    inside.map_or_else(String::new, |inside| [start, inside, end].concat())
}

/// The page without scripts, their data and what fetches them early. What search engines read stays: plain pages have it too.
fn without_scripts(published: &str) -> String {
    let mut out = String::with_capacity(published.len());
    let mut rest = published;
    while let Some((before, script)) = rest.split_once("<script") {
        out.push_str(before);
        let (script, after) = script.split_once("</script>").unwrap_or((script, ""));
        if script.starts_with(" type=\"application/ld+json\"") {
            out.extend(["<script", script, "</script>"]);
        }
        rest = after;
    }
    out.push_str(rest);
    let preloads: Vec<String> = tags(&out, "<link")
        .filter(|tag| tag.contains("rel=\"modulepreload\""))
        .map(str::to_owned)
        .collect();
    for preload in preloads {
        out = out.replace(&preload, "");
    }
    out
}

/// The tags that begin so, to their `>`.
fn tags<'a>(html: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    html.match_indices(start)
        .filter_map(move |(at, _)| html.get(at..)?.split_inclusive('>').next())
}

#[cfg(test)]
mod tests {
    use super::{app_page, without_scripts};

    #[test]
    fn plain_pages_keep_what_does_not_run() {
        let check = |html: &str, expect: &str| assert_eq!(without_scripts(html), expect);
        check("<p>text</p>", "<p>text</p>");
        check(
            "<script>run()</script><link rel=\"modulepreload\" href=\"/a.js\"><link rel=\"icon\" href=\"/i\">",
            "<link rel=\"icon\" href=\"/i\">",
        );
        check(
            "<script type=\"application/ld+json\">{}</script><p>x</p><script type=\"module\" src=\"/a.js\"></script>",
            "<script type=\"application/ld+json\">{}</script><p>x</p>",
        );
    }

    #[test]
    fn app_pages_have_our_style_and_fonts_and_no_code_of_ours() {
        let published = "<html lang=\"ar\" dir=\"rtl\"><head><style>p{}</style><link rel=\"stylesheet\" href=\"/s.css\">\
            <script data-fonts=\"/f.woff2\">b()</script><link rel=\"modulepreload\" href=\"/a.js\"></head>\
            <body><link rel=\"stylesheet\" href=\"/body.css\"></body></html>";
        let page = app_page(published, "/assets/peer.js", "/ar/releases/x/");
        for expect in [
            "<html lang=\"ar\" dir=\"rtl\">",
            "<link rel=\"stylesheet\" href=\"/s.css\">",
            "<script data-fonts=\"/f.woff2\">b()</script>",
            "href=\"/feeds/ar.json\"",
            "<style>p{}</style>",
            "src=\"/assets/peer.js\"",
        ] {
            assert!(page.contains(expect), "{expect} in {page}");
        }
        for unwanted in ["/a.js", "/body.css"] {
            assert!(!page.contains(unwanted), "{unwanted} in {page}");
        }
    }
}
