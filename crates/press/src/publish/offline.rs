//! Reading without a network: `sw.js`, the service worker with what it must know of this publication written in, and the pages
//! that it shows where there is no copy. A newsroom that keeps none gets a worker that takes an earlier one away.
//!
//! The worker is a plain script; nothing here decides what a reader's copies are (`offline/copies.js`).

use serde_json::{Value, json};

use super::assets::Assets;
use super::files::{Compression, Key, Output};
use crate::error::PressError;

/// Where the worker stands: below the newsroom's address, which is then its scope.
const WORKER: &str = "sw.js";
/// The page of a language that is shown for a page that is not there.
pub(super) const PAGE: &str = "offline/";

/// Tells the page shown without a network that there is one again.
pub(super) const RETRY_SCRIPT: &str = "addEventListener(\"online\",()=>location.reload());";

/// What the start script does besides starting the app: see the file.
pub(super) fn register_script() -> String {
    code(include_str!("offline/register.js"))
}

/// What the worker must know of a publication.
pub(super) struct Publication<'a> {
    /// The path under which the newsroom stands.
    pub(super) prefix: &'a str,
    pub(super) assets: &'a Assets,
    /// Language tags, the newsroom's default first.
    pub(super) languages: &'a [&'a str],
    /// Paths of pages and files of which no copy may be left.
    pub(super) withdrawn: &'a [&'a str],
    /// What the pages that stand in are made of.
    pub(super) stand_ins: Key,
}

/// Writes the worker that keeps copies.
pub(super) fn write(publication: &Publication<'_>, output: &Output) -> Result<(), PressError> {
    let prefix = publication.prefix;
    let pages = publication.languages.iter();
    let pages = pages.map(|tag| [prefix, tag, "/", PAGE].concat());
    let build = json!({
        "prefix": prefix,
        "languages": publication.languages,
        "start": publication.assets.start.path,
        "core": publication.assets.core(),
        "assets": publication.assets.all,
        // The first is the page that the app starts on where only the data of a page were kept.
        "shell": std::iter::once([prefix, "404.html"].concat()).chain(pages).collect::<Vec<_>>(),
        "withdrawn": publication.withdrawn,
        "version": format!("{:016x}", publication.stand_ins.0 >> 64),
    });
    let parts = [
        include_str!("offline/copies.js"),
        include_str!("offline/worker.js"),
    ];
    let script = script(&build, &parts.concat());
    output.write(WORKER, script.as_bytes(), Compression::Page)
}

/// Writes the worker that takes an earlier one away.
pub(super) fn write_off(prefix: &str, output: &Output) -> Result<(), PressError> {
    output.write(WORKER, off(prefix).as_bytes(), Compression::Page)
}

/// The worker that takes an earlier one away, and all copies with it.
pub(crate) fn off(prefix: &str) -> String {
    script(&json!({ "prefix": prefix }), include_str!("offline/off.js"))
}

fn script(build: &Value, text: &str) -> String {
    format!("const build={build};\n{}", code(text))
}

/// A script without the lines that are only for its readers.
pub(super) fn code(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| {
        let is_remark = ["//", "/**", "*"].iter().any(|sign| line.starts_with(sign));
        !is_remark && !line.is_empty()
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::{code, register_script};

    #[test]
    fn leaves_remarks_out() {
        let check = |script: &str, expect: &str| assert_eq!(code(script), expect);
        check(
            "// why\n  a(); // how\n\n/** what */\nb();",
            "a(); // how\nb();\n",
        );
        check("/** what\n * more */\nb()\n  .c();", "b()\n.c();\n");
        assert!(!register_script().contains("//"), "{}", register_script());
    }
}
