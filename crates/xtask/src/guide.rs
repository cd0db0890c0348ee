//! `cargo xtask guide`: the guide for editors followed as it is written, with pictures of what it leads to in `docs/pictures/`.
//!
//! What the guide shows as a file is typed into an empty folder, the sample lends photos and reports, and the commands are those that it names.
//! It refuses to draw what did not happen: terminals show what was said.

use std::fs;
use std::path::Path;

use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::page::write_png;
use nashra_browser_tests::site::NashraServe;
use nashra_browser_tests::{HarnessError, guide};
use serde_json::{Value, json};

use crate::error::XtaskError;
use crate::{dist, house, setup, shell};

/// What the guide asks its reader to put beside the texts, and what of the sample stands in for it.
const LENT: [(&str, &str); 5] = [
    ("2020-09-15-joint-report-hall.jpg", "photos/arcade-dawn.jpg"),
    (
        "2020-09-15-joint-report-poster.ar.jpg",
        "photos/arch-teal.jpg",
    ),
    (
        "2020-09-15-joint-report.ar.pdf",
        "reports/cooperation-ar.pdf",
    ),
    (
        "2020-09-15-joint-report.en.pdf",
        "reports/cooperation-en.pdf",
    ),
    (
        "2020-09-15-joint-report-tables.xlsx",
        "data/cooperation-2010-2019.xlsx",
    ),
];
/// Pages below the published newsroom, by the names of their pictures.
const PAGES: [(&str, &str); 4] = [
    ("release-ar", "ar/releases/joint-report/"),
    ("release-en", "en/releases/joint-report/"),
    ("downloads", "en/releases/joint-report/downloads/"),
    ("side-by-side", "ar/releases/joint-report/with/en/"),
];
/// Larger pictures would make the repository heavy for little.
const MAX_BYTES: u64 = 100 * 1000;
const WIDTH_PX: u32 = 1100;
const HEIGHT_PX: u32 = 760;

/// Follows the guide and writes its pictures.
pub(crate) fn run() -> Result<(), XtaskError> {
    setup::run(true)?;
    dist::build()?;
    dist::build_press()?;
    let work = house::target().join("guide");
    let desk = work.join("newsroom");
    if work.is_dir() {
        fs::remove_dir_all(&work).map_err(XtaskError::io(&work))?;
    }
    type_in(&desk)?;
    let said = Said {
        check: nashra(&["check", "newsroom"], &work)?,
        publish: nashra(&["publish", "newsroom", "--out", "site"], &work)?,
        mistake: mistake(&desk, &work)?,
    };
    let out = house::root().join("docs/pictures");
    fs::create_dir_all(&out).map_err(XtaskError::io(&out))?;
    pictures(&work, &said, &out).map_err(|error| XtaskError::Browser(error.to_string()))?;
    println!("== pictures in {}", out.display());
    Ok(())
}

/// What the command said, each with the line that was typed.
struct Said {
    check: String,
    publish: String,
    mistake: String,
}

/// Types the guide's files into an empty folder, and lays the sample's beside them.
fn type_in(desk: &Path) -> Result<(), XtaskError> {
    let path = house::root().join("docs/editors.md");
    let text = fs::read_to_string(&path).map_err(XtaskError::io(&path))?;
    fs::create_dir_all(desk).map_err(XtaskError::io(desk))?;
    for (name, text) in guide::files(&text) {
        // The picture of two languages is of a newsroom that asked for it.
        let more = if name == "newsroom.yaml" {
            "\nside_by_side: true"
        } else {
            ""
        };
        let file = desk.join(name);
        fs::write(&file, [text, more, "\n"].concat()).map_err(XtaskError::io(&file))?;
    }
    for (name, from) in LENT {
        let from = house::root().join("sample/media").join(from);
        fs::copy(&from, desk.join(name)).map_err(XtaskError::io(&from))?;
    }
    Ok(())
}

/// What the command says in `folder`, whether it is content or not, below the line that was typed.
fn nashra(arguments: &[&str], folder: &Path) -> Result<String, XtaskError> {
    let mut command = shell::command(house::nashra());
    command.args(arguments).current_dir(folder);
    command.env("NASHRA_CACHE", house::press_cache());
    if arguments[0] == "publish" {
        command.arg("--app").arg(house::dist());
    }
    let output = command.output().map_err(shell::start_error(&command))?;
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    Ok(format!(
        "$ nashra {}\n{}",
        arguments.join(" "),
        said.trim_end()
    ))
}

/// A misspelled embargo, and what is said of it.
fn mistake(desk: &Path, work: &Path) -> Result<String, XtaskError> {
    let file = desk.join("2020-09-15-joint-report.en.md");
    let text = fs::read_to_string(&file).map_err(XtaskError::io(&file))?;
    let wrong = text.replacen("---\n", "---\nembargo: 2030-01-01\n", 1);
    fs::write(&file, wrong).map_err(XtaskError::io(&file))?;
    let said = nashra(&["publish", "newsroom", "--out", "site"], work);
    fs::write(&file, text).map_err(XtaskError::io(&file))?;
    said
}

fn pictures(work: &Path, said: &Said, out: &Path) -> Result<(), HarnessError> {
    end_all_on_signal()?;
    let server = NashraServe::start(&house::nashra(), &work.join("site"))?;
    let browser = Browser::start(Engine::Chromium)?;
    let screen =
        json!({ "width": WIDTH_PX, "height": HEIGHT_PX, "mobile": false, "deviceScaleFactor": 1 });
    browser
        .session
        .cdp("Emulation.setDeviceMetricsOverride", &screen)?;
    for (name, path) in PAGES {
        let url = [server.url(), "/", path].concat();
        picture(&browser, &url, None, &out.join([name, ".webp"].concat()))?;
    }
    let folder = listing(&work.join("newsroom"))?;
    for (name, title, text) in [
        ("folder", "newsroom", &*folder),
        ("check", "Terminal", &*said.check),
        ("mistake", "Terminal", &*said.mistake),
        ("publish", "Terminal", &*said.publish),
    ] {
        let file = work.join([name, ".html"].concat());
        fs::write(&file, window(title, text)).map_err(HarnessError::io(name))?;
        let url = format!("file://{}", file.display());
        picture(
            &browser,
            &url,
            Some("main"),
            &out.join([name, ".webp"].concat()),
        )?;
    }
    Ok(())
}

/// The names of the files in a folder, as a window of files shows them.
fn listing(folder: &Path) -> Result<String, HarnessError> {
    let entries = fs::read_dir(folder).map_err(HarnessError::io("the folder"))?;
    let names =
        entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect();
    names.sort();
    Ok(names.join("\n"))
}

/// A page that looks like a window with a text in it.
fn window(title: &str, text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!doctype html><meta charset=utf-8><style>\
         body{{margin:0;background:#fff}}main{{display:block;inline-size:900px;border:1px solid #bbb;border-radius:8px;overflow:hidden}}\
         h1{{margin:0;padding:6px 14px;background:#eee;font:600 13px sans-serif}}\
         pre{{margin:0;padding:14px;font:14px/1.6 monospace;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}}\
         </style><main><h1>{title}</h1><pre>{escaped}</pre></main>"
    )
}

/// The window, or the element that `only` selects.
fn picture(
    browser: &Browser,
    url: &str,
    only: Option<&str>,
    file: &Path,
) -> Result<(), HarnessError> {
    browser.session.post("url", &json!({ "url": url }))?;
    let settle = json!({ "args": [only], "script": SETTLE });
    let place = browser.session.post("execute/async", &settle)?;
    let side = |name: &str, usual: u32| place[name].as_f64().unwrap_or(f64::from(usual));
    let (width, height) = (side("width", WIDTH_PX), side("height", HEIGHT_PX));
    let how = json!({
        "format": "webp",
        "quality": 70,
        "captureBeyondViewport": height > f64::from(HEIGHT_PX),
        "clip": { "x": 0, "y": 0, "width": width, "height": height, "scale": 1 },
    });
    let picture: Value = browser.session.cdp("Page.captureScreenshot", &how)?;
    write_png(&picture["data"], file)?;
    let n_bytes = fs::metadata(file)
        .map_err(HarnessError::io("a picture"))?
        .len();
    if n_bytes > MAX_BYTES {
        return Err(HarnessError::Shape(format!(
            "{}: {n_bytes} bytes",
            file.display()
        )));
    }
    Ok(())
}

/// Waits for fonts and pictures; the size of the element that was asked for.
const SETTLE: &str = "
    const [only, done] = arguments;
    const images = [...document.images].map((image) => image.decode().catch(() => {}));
    Promise.all([document.fonts.ready, ...images]).then(() => requestAnimationFrame(() => requestAnimationFrame(() => {
        const box = only && document.querySelector(only).getBoundingClientRect();
        done(box ? { width: box.width, height: box.height } : {});
    })));";
