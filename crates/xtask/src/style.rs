//! `cargo xtask style`: style/main.css and style/later.css, with what they import, become a small file each that the oldest
//! browsers we name understand. It refuses to write when nothing changed, or Trunk would build for ever.

use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Features, Targets};

use crate::error::XtaskError;
use crate::{house, stamp};

/// Sources in `style/`, and what they become in `target/style/`.
const SHEETS: [(&str, &str); 2] = [("main.css", "nashra.css"), ("later.css", "later.css")];

/// Writes the sheets.
pub(crate) fn run() -> Result<(), XtaskError> {
    for (main, out) in SHEETS {
        let css = bundle(&house::root().join("style").join(main))?;
        let out = house::target().join("style").join(out);
        if !std::fs::read(&out).is_ok_and(|old| old == css.as_bytes()) {
            stamp::write_file(&out, css.as_bytes())?;
        }
    }
    Ok(())
}

/// The bundle of a stylesheet, lowered for [`targets`] and minified.
pub(crate) fn bundle(main: &Path) -> Result<String, XtaskError> {
    let files = FileProvider::new();
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(main)
        .map_err(|error| XtaskError::Style(error.to_string()))?;
    let targets = targets();
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| XtaskError::Style(error.to_string()))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..PrinterOptions::default()
        })
        .map_err(|error| XtaskError::Style(error.to_string()))?;
    Ok(printed.code)
}

/// Chrome 99, Firefox 97 and Safari 15.4: the first with cascade layers.
///
/// `light-dark()` is lowered: a custom property that holds it cannot be given a plain value before it,
/// since every browser takes any tokens there. It then follows `color-scheme` as set in our CSS (not by
/// script). `:dir()` is kept: lowered, it becomes a list of languages, which is not what it says.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    let browsers = Browsers {
        chrome: version(99, 0),
        edge: version(99, 0),
        firefox: version(97, 0),
        safari: version(15, 4),
        ios_saf: version(15, 4),
        ..Browsers::default()
    };
    Targets {
        exclude: Features::DirSelector,
        ..Targets::from(browsers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, input: &str, expect: &str) {
        let file = house::target()
            .join("xtask/style-tests")
            .join(format!("{name}.css"));
        assert!(stamp::write_file(&file, input.as_bytes()).is_ok());
        assert_eq!(
            bundle(&file).unwrap_or_else(|error| error.to_string()),
            expect
        );
    }

    #[test]
    fn plain_values_stay_before_the_new_ones() {
        check(
            "plain",
            ".a{color:#123456;color:oklch(60% .2 30)}",
            ".a{color:#123456;color:oklch(60% .2 30)}",
        );
        check(
            "height",
            ".a{height:100vh;height:100dvh}",
            ".a{height:100vh;height:100dvh}",
        );
    }

    #[test]
    fn light_dark_works_in_browsers_without_it() {
        check(
            "light-dark",
            ":root{color-scheme:light dark;--a:light-dark(#fff,#000)}",
            ":root{--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:light dark;\
             --a:var(--lightningcss-light,#fff)var(--lightningcss-dark,#000)}\
             @media (prefers-color-scheme:dark){:root{--lightningcss-light: ;--lightningcss-dark:initial}}",
        );
    }

    #[test]
    fn the_order_of_layers_is_kept() {
        check(
            "layers",
            "@layer a,b,c;@layer c{.x{color:red}}@layer a{.x{color:#00f}}",
            "@layer a{.x{color:#00f}}@layer b;@layer c{.x{color:red}}",
        );
    }

    #[test]
    fn logical_properties_and_dir_are_kept() {
        check(
            "dir",
            ".a:dir(rtl){margin-inline-start:1px}",
            ".a:dir(rtl){margin-inline-start:1px}",
        );
    }
}
