//! A partner's page with the newsroom's cards in four ways, all else the same: a sheet that blocks, a picture that the page is judged by,
//! text, a button. The room for the cards is kept on all of them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use nashra_browser_tests::site::{Made, Origin};
use serde_json::Value;

use crate::bench::write_compressed;
use crate::error::XtaskError;
use crate::stamp;

/// How the cards come onto the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Ours,
    /// Without cards.
    Without,
    /// In a frame that a script puts there, with a Preact app in it.
    Frame,
    /// A custom element of Preact.
    Preact,
}

impl Side {
    pub(super) const ALL: [Self; 4] = [Self::Ours, Self::Without, Self::Frame, Self::Preact];

    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Ours => "/ours/",
            Self::Without => "/without/",
            Self::Frame => "/frame/",
            Self::Preact => "/preact/",
        }
    }

    /// Head and body; `news` is the newsroom's address with its slash.
    fn snippet(self, news: &str) -> [String; 2] {
        let link = format!("<a href=\"{news}en/releases/\">All news</a>");
        match self {
            Self::Ours => [
                format!("<script type=\"module\" src=\"{news}nashra-widget.js\"></script>"),
                format!(
                    "<nashra-releases src=\"{news}site.json\" lang=\"en\" limit=\"3\">{link}</nashra-releases>"
                ),
            ],
            Self::Without => [String::new(), format!("<div>{link}</div>")],
            Self::Frame => [
                format!("<script async src=\"{news}assets/bench-embed.js\"></script>"),
                format!("<blockquote data-embed=\"{news}bench/\">{link}</blockquote>"),
            ],
            Self::Preact => [
                format!("<script type=\"module\" src=\"{news}assets/bench-element.js\"></script>"),
                format!(
                    "<preact-releases src=\"{news}\" lang=\"en\" limit=\"3\">{link}</preact-releases>"
                ),
            ],
        }
    }

    fn page(self, news: &str) -> String {
        let [head, body] = self.snippet(news);
        let text = "<p>Partners write about what they do, and show beside it what the newsroom says about the same.</p>".repeat(12);
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <title>A partner</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/site.css\">{head}</head><body>\
             <h1>A partner's page</h1><img src=\"/hero.svg\" width=\"380\" height=\"240\" alt=\"\">\
             <button id=\"b\" onclick=\"for(const end=performance.now()+2;performance.now()<end;);this.textContent=Number(this.textContent)+1\">0</button>\
             <div class=\"room\">{body}</div>{text}</body></html>"
        )
    }
}

/// The partner's host.
pub(super) fn partner(news: &str) -> Origin {
    let file = |path: &str, body: String| Made {
        path: path.to_owned(),
        body,
        headers: Vec::new(),
    };
    // Some 30 KB each, that nothing shrinks: the size of a picture and of a sheet as sites have them.
    let mut seed = 1_u32;
    let mut number = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 16
    };
    let shapes: String = (0..700)
        .map(|_| {
            format!(
                "<rect x=\"{}\" y=\"{}\" width=\"9\" height=\"9\" fill=\"#{:06x}\"/>",
                number() % 380,
                number() % 240,
                number() * 251 % 0xff_ffff
            )
        })
        .collect();
    let hero = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"380\" height=\"240\"><rect width=\"380\" height=\"240\"/>{shapes}</svg>"
    );
    let rules: String = (0..400)
        .map(|n| format!(".c{n}{{margin:{}px;color:#{:06x}}}", number(), number()))
        .collect();
    let sheet = format!(
        "body{{font:16px/1.5 sans-serif;margin:1rem;max-width:40rem}}img{{display:block;max-width:100%}}.room{{min-height:640px}}blockquote{{margin:0}}{rules}"
    );
    let mut files = vec![file("/site.css", sheet), file("/hero.svg", hero)];
    files.extend(Side::ALL.map(|side| file(side.path(), side.page(news))));
    Origin::Partner(Arc::new(files))
}

/// The peers' files, beside the newsroom's own and compressed as they are.
pub(super) fn add_peers(built: &Path, source: &Path, site: &Path) -> Result<(), XtaskError> {
    let files = [
        (built.join("element.js"), "assets/bench-element.js"),
        (built.join("frame.js"), "assets/bench-frame.js"),
        (source.join("embed.js"), "assets/bench-embed.js"),
    ];
    for (from, to) in files {
        let bytes = fs::read(&from).map_err(XtaskError::io(&from))?;
        write_compressed(&site.join(to), &bytes)?;
    }
    let frame = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>News</title><script type=\"module\" src=\"/assets/bench-frame.js\"></script><body></body></html>";
    write_compressed(&site.join("bench/index.html"), frame.as_bytes())?;
    // Any page may frame it, as it may ours.
    let path = site.join(".nashra/serve.json");
    let text = fs::read_to_string(&path).map_err(XtaskError::io(&path))?;
    let mut serve: Value =
        serde_json::from_str(&text).map_err(|error| XtaskError::shape(&path, error))?;
    if let Some(embeds) = serve["embeds"].as_array_mut() {
        embeds.push("bench/".into());
    }
    stamp::write_file(&path, serve.to_string().as_bytes())
}
