//! The same newsroom twice, of the same words, one from right to left and one from left to right: every box of the one must be the
//! mirror image of the other's, arrows must turn round and pictures must not. Words are Arabic in both, so that nothing but the
//! direction differs; fonts are kept away, so that both are set in the same face.

use std::collections::BTreeSet;

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Site};
use nashra_browser_tests::{HarnessError, Test, newsrooms};
use serde_json::{Value, json};

use super::shown::{DESKTOP, PHONE, READY, Screen, open, show_on};
use crate::Outcome;

/// The language of the mirror image: Arabic, so that its type is set the same, but said to run from left to right.
const IMAGE: &str = "ar-EG";
/// Engines place boxes to a fraction of a pixel, each from its own side.
const TOLERANCE_PX: f64 = 1.0;

fn newsroom(test: &Test<'_>) -> Result<Site, libtest_mimic::Failed> {
    let read = |name: &str| -> Result<Value, libtest_mimic::Failed> {
        let file = newsrooms::root().join("sample").join(name);
        Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
    };
    let mut site = read("site.json")?;
    let mut languages = site["languages"].as_array().cloned().unwrap_or_default();
    languages.retain(|language| language["tag"] == "ar");
    for language in &mut languages {
        language["feed"] = json!("feeds/ar.json");
    }
    let mut image = languages.first().cloned().unwrap_or_default();
    image["tag"] = json!(IMAGE);
    image["direction"] = json!("ltr");
    image["feed"] = json!("feeds/image.json");
    languages.push(image);
    site["languages"] = Value::Array(languages);

    let mut feed = read("feeds/ar.json")?;
    let older = read("feeds/ar-2.json")?["items"].take();
    if let (Some(feed), Some(older)) = (feed.as_object_mut(), older.as_array()) {
        feed.remove("next_url");
        if let Some(items) = feed.get_mut("items").and_then(Value::as_array_mut) {
            items.extend(older.iter().cloned());
        }
    }
    for item in feed["items"].as_array_mut().into_iter().flatten() {
        if let Some(own) = item["_nashra"].as_object_mut() {
            // To items of languages that are not here.
            own.remove("translations");
        }
    }
    let mut image = feed.clone();
    image["language"] = json!(IMAGE);
    for item in image["items"].as_array_mut().into_iter().flatten() {
        item["language"] = json!(IMAGE);
        if item["_nashra"].is_null() {
            item["_nashra"] = json!({});
        }
        item["_nashra"]["direction"] = json!("ltr");
    }
    let files = [
        ("site.json", site.to_string()),
        ("feeds/ar.json", feed.to_string()),
        ("feeds/image.json", image.to_string()),
    ];
    let site = test.made_newsroom("mirrored", &files)?;
    site.fault("*.woff2", Fault::Blocked);
    Ok(site)
}

/// Loads a page and measures it on each screen.
fn measured(
    page: &Page<'_>,
    path: &str,
    plant: &str,
    screens: &[Screen],
) -> Result<Vec<Value>, HarnessError> {
    open(page, path)?;
    // The name of the current language is bold, which is another name in the image.
    // Lazy pictures have the place they will take; what they show is no matter here.
    page.eval(&format!(
        "{plant}; for (const menu of document.querySelectorAll('details')) menu.open = true;\
         for (const animation of document.getAnimations()) animation.finish();\
         for (const link of document.querySelectorAll('.languages a')) link.style.fontWeight = 400"
    ))?;
    let measure = |screen: &Screen| {
        show_on(page, *screen)?;
        page.eval(include_str!("mirrored.js"))
    };
    screens.iter().map(measure).collect()
}

/// What differs between a page and its mirror image, a line each.
fn differences(page: &Value, image: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let width = page["width"].as_f64().unwrap_or_default();
    let elements = |of: &Value| of["elements"].as_array().cloned().unwrap_or_default();
    let (ours, theirs) = (elements(page), elements(image));
    if page["width"] != image["width"] || ours.len() != theirs.len() {
        found.insert(format!("{} elements and {}", ours.len(), theirs.len()));
        return found;
    }
    for (own, other) in ours.iter().zip(&theirs) {
        let name = own["name"].as_str().unwrap_or_default();
        let mut say = |what: &str| found.insert(format!("{name}: {what}"));
        if own["name"] != other["name"] {
            say("is another element");
            continue;
        }
        // What carries the same direction in both (code, an address, a language's name) keeps it inside.
        let is_own = own["dir"] == other["dir"];
        if is_own && own["isInside"] == true {
            continue;
        }
        if !is_mirrored(&own["box"], &other["box"], width) {
            say(&format!("box {} and {}", own["box"], other["box"]));
        }
        let (lines, others) = (elements_of(&own["lines"]), elements_of(&other["lines"]));
        let are_mirrored = lines.len() == others.len()
            && lines
                .iter()
                .zip(&others)
                .all(|(a, b)| is_mirrored(a, b, width));
        if !is_own && !are_mirrored {
            say(&format!("lines {} and {}", own["lines"], other["lines"]));
        }
        for part in ["own", "before", "after"] {
            let (a, b) = (&own[part], &other[part]);
            for (what, pair) in a["pairs"].as_object().into_iter().flatten() {
                let mirror = &b["pairs"][what];
                if !is_same(&pair[0], &mirror[1]) || !is_same(&pair[1], &mirror[0]) {
                    say(&format!("{part} {what} {pair} and {mirror}"));
                }
            }
            let slide = |of: &Value| of["slide"].as_f64().unwrap_or_default();
            if (slide(a) + slide(b)).abs() > TOLERANCE_PX {
                say(&format!(
                    "{part} moved by {} and {}",
                    a["slide"], b["slide"]
                ));
            }
            if a["focus"] != b["focus"] {
                say(&format!("{part} shows another part of its picture"));
            }
        }
        let turns = own["scale"] != other["scale"];
        if turns != (own["points"] == true) {
            say(if turns {
                "was mirrored"
            } else {
                "was not mirrored"
            });
        }
    }
    found
}

/// The same word, or the same length within what engines round.
fn is_same(a: &Value, b: &Value) -> bool {
    let px = |value: &Value| value.as_str()?.strip_suffix("px")?.parse::<f64>().ok();
    match (px(a), px(b)) {
        (Some(a), Some(b)) => (a - b).abs() <= TOLERANCE_PX,
        _ => a == b,
    }
}

fn elements_of(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// `[left, right, …]` against its mirror image; what follows (top, bottom) is the same in both.
fn is_mirrored(own: &Value, other: &Value, width: f64) -> bool {
    if own.is_null() || other.is_null() {
        return own == other;
    }
    let at = |of: &Value, side: usize| of[side].as_f64().unwrap_or_default();
    let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE_PX;
    near(at(own, 0), width - at(other, 1))
        && near(at(own, 1), width - at(other, 0))
        && near(at(own, 2), at(other, 2))
        && near(at(own, 3), at(other, 3))
}

fn paths(test: &Test<'_>) -> Result<Vec<String>, HarnessError> {
    let listed = test
        .newsrooms
        .telling_pages("target/browser-tests/newsrooms/mirrored", "ar")?;
    let paths = listed
        .into_iter()
        .map(|page| page.path)
        .filter(|path| path.starts_with("/ar/"))
        // Nobody published it: the app makes it, on a frame that it has to find.
        .chain(["/ar/releases/no-such-page/".to_owned()])
        .collect();
    Ok(paths)
}

fn compare(
    test: &Test<'_>,
    screens: &[Screen],
    plant: &str,
) -> Result<BTreeSet<String>, libtest_mimic::Failed> {
    let site = newsroom(test)?;
    let page = test.page(&site)?;
    let mut found = BTreeSet::new();
    for path in paths(test)? {
        let own = measured(&page, &path, plant, screens)?;
        let other = path.replacen("/ar/", &["/", IMAGE, "/"].concat(), 1);
        let image = measured(&page, &other, plant, screens)?;
        let dir = page.eval("return document.documentElement.dir")?;
        assert_eq!(dir, "ltr", "{other} is no mirror image");
        for (screen, (own, image)) in screens.iter().zip(own.iter().zip(&image)) {
            for difference in differences(own, image) {
                found.insert(format!("{} {path} {difference}", screen.name));
            }
            if own["overflows"] == true || image["overflows"] == true {
                found.insert(format!("{} {path} is wider than its screen", screen.name));
            }
        }
    }
    Ok(found)
}

/// Everything turns round with the direction, but for what must not.
pub(crate) fn pages_are_mirror_images(test: &Test<'_>) -> Outcome {
    let found = compare(test, &[DESKTOP, PHONE], "")?;
    let lines: Vec<String> = found.into_iter().collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
    Ok(())
}

/// The comparison tells of a physical margin, of text set to a side, of an arrow that stays and of a picture that turns.
pub(crate) fn tells_what_is_planted(test: &Test<'_>) -> Outcome {
    let site = newsroom(test)?;
    let page = test.page(&site)?;
    let sheet = ".section-head { margin-left: 24px }\
        .list-head, .item-main .meta { text-align: left }\
        .icon-directional { transform: none }\
        .brand-mark { transform: scaleX(var(--dir-factor)) }\
        .box { border-left: 3px solid }\
        .kicker::before { margin-right: 5px }";
    let plant = format!(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync({}); document.adoptedStyleSheets = [sheet]",
        json!(sheet)
    );
    let path = "/ar/releases/south-south-report/";
    let measure = |path: &str| measured(&page, path, &plant, &[DESKTOP]);
    let (own, image) = (measure(path)?, measure(&path.replace("/ar/", "/ar-EG/"))?);
    assert_eq!((own.len(), image.len()), (1, 1));
    let found: BTreeSet<String> = own
        .iter()
        .zip(&image)
        .flat_map(|(own, image)| differences(own, image))
        .collect();
    for expected in [
        "header.section-head: box",
        "p.meta: own align",
        "svg.icon.icon-directional: was not mirrored",
        "img.brand-mark: was mirrored",
        "section.box: own border width",
        "p.kicker: before margin",
    ] {
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{expected} is not among {found:#?}"
        );
    }
    page.wait_until(READY, "the app")?;
    Ok(())
}
