//! `cargo xtask style`: style/main.css and style/later.css, with what they import, become a small file each that the oldest
//! browsers we name understand, and style/widget.css one for shadow roots on pages of others. It refuses to write when nothing changed, or Trunk would build for ever.

use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Features, Targets};

use crate::error::XtaskError;
use crate::{house, stamp};

/// Sources in `style/`, and what they become in `target/style/`.
const SHEETS: [(&str, &str); 2] = [("main.css", "nashra.css"), ("later.css", "later.css")];

/// What `style/widget.css` becomes.
const WIDGET: &str = "widget.css";

/// Writes the sheets.
pub(crate) fn run() -> Result<(), XtaskError> {
    for (main, out) in SHEETS {
        let css = bundle(&house::root().join("style").join(main), targets())?;
        write(out, &css)?;
    }
    let widget = house::root().join("style/widget.css");
    write(WIDGET, &for_guests(&bundle(&widget, guest_targets())?))
}

fn write(name: &str, css: &str) -> Result<(), XtaskError> {
    let out = house::target().join("style").join(name);
    if std::fs::read(&out).is_ok_and(|old| old == css.as_bytes()) {
        return Ok(());
    }
    stamp::write_file(&out, css.as_bytes())
}

/// The newsroom's own rules, said for an element of unknown width on a page of unknown settings: its container's width in the place of
/// the window's, its own font size in the place of the root's, its own element in the place of `:root`.
fn for_guests(css: &str) -> String {
    let css = css.replace(":root", ".widget");
    let css = css.replace("@media (width<=60rem)", "@container (width<=40rem)");
    let css = after_digits(&css, "rem", "em");
    after_digits(&css, "vw", "cqi")
}

/// Another unit for numbers.
fn after_digits(css: &str, unit: &str, other: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(unit) {
        let is_unit = rest[..at].ends_with(|c: char| c.is_ascii_digit())
            && !rest[at + unit.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        out.push_str(&rest[..at]);
        out.push_str(if is_unit { other } else { unit });
        rest = &rest[at + unit.len()..];
    }
    out.push_str(rest);
    out
}

/// The bundle of a stylesheet, lowered for `targets` and minified.
pub(crate) fn bundle(main: &Path, targets: Targets) -> Result<String, XtaskError> {
    let files = FileProvider::new();
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(main)
        .map_err(|error| XtaskError::Style(error.to_string()))?;
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
pub(crate) fn targets() -> Targets {
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

/// Engines that run the widget have container queries and `light-dark()`, which there must follow the page's `color-scheme`: Chrome
/// 123, Firefox 121, Safari 17.5. Others keep what stands inside the element.
fn guest_targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets {
        exclude: Features::DirSelector | Features::LightDark,
        ..Targets::from(Browsers {
            chrome: version(123, 0),
            edge: version(123, 0),
            firefox: version(121, 0),
            safari: version(17, 5),
            ios_saf: version(17, 5),
            ..Browsers::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guests_bring_no_measure_of_the_page() {
        #[track_caller]
        fn check(css: &str, expect: &str) {
            assert_eq!(for_guests(css), expect);
        }
        check(":root{--a:1rem}", ".widget{--a:1em}");
        check(
            ":root[data-theme=dark]{color-scheme:dark}",
            ".widget[data-theme=dark]{color-scheme:dark}",
        );
        check(
            "a{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.25rem)}",
            "a{font-size:clamp(1.5em,1.1em + 1.8cqi,2.25em)}",
        );
        check(
            "@media (width<=60rem){.card{gap:1.1rem}}",
            "@container (width<=40em){.card{gap:1.1em}}",
        );
        check(".remedy{content:\"rem vw\"}", ".remedy{content:\"rem vw\"}");
    }

    #[test]
    fn the_widgets_sheet_asks_nothing_of_the_page() {
        let sheet = house::root().join("style/widget.css");
        let css = bundle(&sheet, guest_targets()).unwrap_or_else(|error| error.to_string());
        let css = for_guests(&css);
        for refused in [
            ":root",
            "rem}",
            "rem;",
            "rem,",
            "rem ",
            "vw",
            "@font-face",
            "(width",
        ] {
            let found = css.find(refused).map(|at| &css[at.saturating_sub(40)..]);
            let found = found.filter(|rest| !rest.contains("@container"));
            assert_eq!(found, None, "{refused}");
        }
        assert!(css.contains("@container (width<=40em)"), "{css}");
    }

    #[track_caller]
    fn check(name: &str, input: &str, expect: &str) {
        let file = house::target()
            .join("xtask/style-tests")
            .join(format!("{name}.css"));
        assert!(stamp::write_file(&file, input.as_bytes()).is_ok());
        assert_eq!(
            bundle(&file, targets()).unwrap_or_else(|error| error.to_string()),
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
