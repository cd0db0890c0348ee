//! A second publication: what stays, what is made again, what goes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::fixture::{Folder, files_below};

fn times(site: &Path) -> Vec<(String, SystemTime)> {
    let files = files_below(site).into_iter().map(|path| {
        let time = fs::metadata(&path).and_then(|about| about.modified());
        let name = path.strip_prefix(site).expect("below the site");
        (name.to_string_lossy().into_owned(), time.expect("a time"))
    });
    files.collect()
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("a feed");
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replace(from, to)).expect("a feed");
}

#[test]
fn an_unchanged_newsroom_is_left_alone() {
    let folder = Folder::new("unchanged");
    let newsroom = folder.sample();
    let first = folder.publish(&newsroom);
    assert!(first.n_written > first.n_pages, "{}", first.n_written);
    let before = times(&folder.path("site"));
    let second = folder.publish(&newsroom);
    assert_eq!((second.n_written, second.n_removed), (0, 0));
    assert_eq!(second.n_pages, first.n_pages);
    let manifest = |(name, _): &&(String, SystemTime)| name != ".nashra/manifest";
    let after = times(&folder.path("site"));
    let unchanged: BTreeSet<_> = before.iter().filter(manifest).collect();
    assert_eq!(unchanged, after.iter().filter(manifest).collect());
}

#[test]
fn one_changed_item_costs_its_own_pages() {
    let folder = Folder::new("one");
    let newsroom = folder.sample();
    folder.publish(&newsroom);
    let before: BTreeSet<_> = times(&folder.path("site")).into_iter().collect();
    let (old, new) = (
        "International data conference in Istanbul",
        "A conference on data in Istanbul",
    );
    edit(&newsroom.join("feeds/en.json"), old, new);
    folder.publish(&newsroom);
    let after: BTreeSet<_> = times(&folder.path("site")).into_iter().collect();
    let changed: Vec<&str> = after
        .difference(&before)
        .map(|(name, _)| name.as_str())
        .collect();
    let page = "en/releases/data-conference-2026/index.html";
    assert!(changed.contains(&page), "{changed:?}");
    assert!(folder.read(page).contains(new));
    for name in &changed {
        // Its own page, those where it stands beside its translations, the pages it is listed on, and what machines read of its language.
        let is_item = name.starts_with("en/releases/data-conference-2026/")
            || name.contains("/releases/data-conference-2026/with/en/");
        let is_list = name.starts_with("en/") && !is_item_page(name);
        let is_common = ["feeds/en.json", "sitemap.xml", ".nashra/", "pagefind/en/"]
            .iter()
            .any(|common| name.starts_with(common));
        let names_it =
            fs::read_to_string(folder.path("site").join(name)).is_ok_and(|text| text.contains(new));
        assert!(is_item || is_list || is_common || names_it, "{name}");
    }
}

fn is_item_page(name: &str) -> bool {
    let parts: Vec<&str> = name.split('/').collect();
    let is_list =
        |part: &str| ["topic", "office", "page"].contains(&part) || part.parse::<u16>().is_ok();
    parts.len() == 4 && ["releases", "reports"].contains(&parts[1]) && !is_list(parts[2])
}

#[test]
fn what_is_no_longer_published_goes() {
    let folder = Folder::new("gone");
    let newsroom = folder.sample();
    folder.publish(&newsroom);
    let slug = "\"slug\": \"data-conference-2026\"";
    edit(
        &newsroom.join("feeds/en.json"),
        slug,
        "\"slug\": \"data-conference\"",
    );
    let summary = folder.publish(&newsroom);
    assert!(summary.n_removed >= 2, "{}", summary.n_removed);
    assert!(
        !folder
            .path("site/en/releases/data-conference-2026")
            .exists()
    );
    assert!(
        folder
            .path("site/en/releases/data-conference/index.html")
            .is_file()
    );
}
