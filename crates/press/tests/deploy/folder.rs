//! Into a folder: the same plan and the same order, without a server.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nashra_press::deploy::{self, Encoding, Options, Step, Summary};
use nashra_press::progress::Progress;

use crate::fixture::{Folder, NOW_MS, files_below};
use crate::founding::found;

const DAY_MS: i64 = 86_400_000;

/// A small newsroom, published into `site/` and deployed into `there/`.
struct Newsroom(Folder);

impl Newsroom {
    fn new(name: &str) -> Self {
        let folder = Folder::new(name);
        found(folder.path("newsroom"), &["ar", "en"]);
        let newsroom = Self(folder);
        for tag in ["ar", "en"] {
            // Their dates are those of the clock, which the test's own may be before.
            newsroom.change(tag, |items| {
                for item in items {
                    item["date_published"] = "2026-01-02T10:00:00+03:00".into();
                }
            });
        }
        newsroom.publish();
        newsroom
    }

    fn publish(&self) {
        self.0.publish(&self.0.path("newsroom"));
    }

    fn publish_later(&self, days: i64) {
        self.0.publish_later(&self.0.path("newsroom"), days);
    }

    /// Changes a field of a feed's first item.
    fn edit(&self, tag: &str, field: &str, value: &str) {
        self.change(tag, |items| items[0][field] = value.into());
    }

    /// Changes a feed's items.
    fn change(&self, tag: &str, change: impl FnOnce(&mut [serde_json::Value])) {
        let name = format!("feeds/{tag}.json");
        let text = fs::read_to_string(self.0.path("newsroom").join(&name)).expect("a feed");
        let mut feed: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        change(feed["items"].as_array_mut().expect("items"));
        self.write(&name, &feed.to_string());
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.path("newsroom").join(path), text).expect("a file of the newsroom");
    }

    fn options(&self, day: i64) -> Options {
        Options {
            site: self.0.path("site"),
            to: format!("file://{}", self.0.path("there").display()),
            encoding: None,
            endpoint: None,
            allows_http: false,
            n_retries: 0,
            grace_days: 30,
            is_dry_run: false,
            now_ms: NOW_MS + day * DAY_MS,
        }
    }

    fn deploy(&self, day: i64) -> Steps {
        Steps::of(&self.options(day))
    }

    fn there(&self, path: &str) -> bool {
        self.0.path("there").join(path).is_file()
    }
}

/// What was done.
struct Steps(Summary);

impl Steps {
    fn of(options: &Options) -> Self {
        let summary = deploy::deploy(options, &Progress::hidden());
        Self(summary.unwrap_or_else(|error| panic!("{error}")))
    }

    fn uploads(&self) -> Vec<&str> {
        let steps = self.0.steps.iter();
        let paths = steps.filter_map(|step| match step {
            Step::Upload { path, .. } => Some(path.as_str()),
            Step::Remove { .. } => None,
        });
        paths.collect()
    }

    fn removals(&self) -> Vec<&str> {
        let steps = self.0.steps.iter();
        let paths = steps.filter_map(|step| match step {
            Step::Remove { path } => Some(path.as_str()),
            Step::Upload { .. } => None,
        });
        paths.collect()
    }
}

/// Paths below a folder, hidden ones left out.
fn names(folder: &Path) -> BTreeSet<String> {
    let files = files_below(folder).into_iter().map(|path| {
        let path = path.strip_prefix(folder).expect("below");
        path.to_string_lossy().into_owned()
    });
    files.filter(|name| !name.starts_with('.')).collect()
}

#[test]
fn all_arrives_and_then_only_what_changed() {
    let newsroom = Newsroom::new("deploy-all");
    let (site, there) = (newsroom.0.path("site"), newsroom.0.path("there"));
    let first = newsroom.deploy(0);
    assert_eq!(names(&site), names(&there));
    assert_eq!(first.uploads().len(), names(&site).len());
    for name in names(&site) {
        assert!(
            fs::read(site.join(&name)).ok() == fs::read(there.join(&name)).ok(),
            "{name}"
        );
    }
    // The record is all that is hidden there.
    let hidden = files_below(&there.join(".nashra"));
    assert_eq!(hidden, [there.join(".nashra/deployed")]);
    let rank = |path: &str| match path {
        path if path.starts_with("assets/") || path.starts_with("media/") => 0,
        // What names the parts of the search index comes after them.
        path if path.starts_with("pagefind/") && !path.contains("pagefind-entry.json") => 0,
        path if path.contains(".html") => 1,
        path if path.contains("data.json") => 1,
        _ => 2,
    };
    let ranks = first.uploads().into_iter().map(|path| (rank(path), path));
    let ranks: Vec<_> = ranks.collect();
    assert!(ranks.is_sorted_by_key(|(rank, _)| rank), "{ranks:?}");
    // What leads to all the rest: search engines, and the service worker, which fetches the app anew.
    let tail = first.uploads().split_off(first.uploads().len() - 6);
    let (sitemap, worker) = tail.split_at(3);
    assert!(
        sitemap.iter().all(|path| path.starts_with("sitemap.xml")),
        "{tail:?}"
    );
    assert!(
        worker.iter().all(|path| path.starts_with("sw.js")),
        "{tail:?}"
    );

    let second = newsroom.deploy(1);
    assert!(second.0.steps.is_empty(), "{}", deploy::as_lines(&second.0));
    assert_eq!(second.0.n_kept, first.uploads().len());

    newsroom.edit("en", "title", "Another title");
    newsroom.publish();
    // What is not ours stays, and what is ours and gone goes.
    fs::write(there.join("verification.html"), "mine").expect("a file of others");
    let third = newsroom.deploy(2);
    let uploads = third.uploads();
    assert!(uploads.contains(&"en/feed.xml") && uploads.contains(&"feeds/en.json"));
    assert!(
        !uploads.iter().any(|path| path.starts_with("ar/releases/")),
        "{uploads:?}"
    );
    assert!(uploads.len() < first.uploads().len() / 2, "{uploads:?}");
    assert!(newsroom.there("verification.html"));
    let again = newsroom.deploy(2);
    assert!(again.0.steps.is_empty());
}

#[test]
fn what_was_broken_off_goes_on() {
    let newsroom = Newsroom::new("deploy-resume");
    let all = newsroom.deploy(0);
    let all: BTreeSet<String> = all.uploads().iter().map(|&path| path.to_owned()).collect();
    let there = newsroom.0.path("there");
    // Half of it did not come to be there, and nothing was noted after the first upload.
    let lost: BTreeSet<String> = all.iter().skip(1).step_by(2).cloned().collect();
    for name in &lost {
        fs::remove_file(there.join(name)).expect("a file");
    }
    let record = there.join(".nashra/deployed");
    let begun: String = fs::read_to_string(&record)
        .expect("the record")
        .lines()
        .map(|line| match line.split_once(' ') {
            Some((word, rest)) if word.len() == 32 => format!("- {rest}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    fs::write(&record, begun).expect("the record");
    let second = newsroom.deploy(0);
    let uploads: BTreeSet<String> = second
        .uploads()
        .iter()
        .map(|&path| path.to_owned())
        .collect();
    assert_eq!(uploads, lost);
    // Without any record the files tell for themselves; one of another content and the same length is found out.
    fs::remove_file(&record).expect("the record");
    let page = there.join("en/index.html");
    let length = fs::metadata(&page).expect("a page").len();
    fs::write(
        &page,
        vec![b' '; usize::try_from(length).expect("a length")],
    )
    .expect("a page");
    assert_eq!(newsroom.deploy(0).uploads(), ["en/index.html"]);
    assert_eq!(names(&newsroom.0.path("site")), names(&there));
}

#[test]
fn old_assets_stay_for_a_while() {
    let newsroom = Newsroom::new("deploy-grace");
    newsroom.write("theme.css", ":root{--a:1}");
    newsroom.publish();
    let first = newsroom.deploy(0);
    let of_theme = |steps: &[&str]| {
        let theme = steps.iter().find(|path| path.starts_with("assets/theme-"));
        (*theme.expect("the theme")).to_owned()
    };
    let old = of_theme(&first.uploads());
    newsroom.write("theme.css", ":root{--a:2}");
    newsroom.publish_later(100);
    // A long time later: the clock starts now.
    let second = newsroom.deploy(100);
    let new = of_theme(&second.uploads());
    assert_ne!(old, new);
    assert!(newsroom.there(&old) && newsroom.there(&new));
    // The theme waits, and the start script of each publication so far, with its compressed copies.
    assert_eq!((second.removals().len(), second.0.n_waiting), (0, 7));
    assert!(newsroom.deploy(129).0.steps.is_empty());
    assert!(newsroom.there(&old));
    let third = newsroom.deploy(130);
    assert_eq!(third.removals().len(), 7);
    assert!(third.removals().contains(&old.as_str()));
    assert!(!newsroom.there(&old) && newsroom.there(&new));
    assert!(newsroom.deploy(131).0.steps.is_empty());
}

#[test]
fn a_dry_run_only_tells() {
    let newsroom = Newsroom::new("deploy-dry");
    let mut options = newsroom.options(0);
    options.is_dry_run = true;
    let told = Steps::of(&options);
    assert!(!newsroom.0.path("there").exists());
    let lines = deploy::as_lines(&told.0);
    assert_eq!(lines.lines().count(), told.uploads().len());
    options.is_dry_run = false;
    assert_eq!(Steps::of(&options).0.steps, told.0.steps);
}

#[test]
fn a_folder_without_copies() {
    let newsroom = Newsroom::new("deploy-plain");
    let mut options = newsroom.options(0);
    options.encoding = Some(Encoding::None);
    let plain = Steps::of(&options);
    assert!(
        plain
            .uploads()
            .iter()
            .all(|path| !path.ends_with(".br") && !path.ends_with(".gz"))
    );
    options.encoding = Some(Encoding::Copies);
    let copies = Steps::of(&options);
    assert!(copies.uploads().contains(&"en/index.html.br"));
    options.encoding = Some(Encoding::None);
    // Copies of pages go at once; those of assets with their time.
    let gone = Steps::of(&options);
    assert!(gone.removals().contains(&"en/index.html.gz") && gone.0.n_waiting > 0);
}

#[test]
fn a_folder_that_nobody_published_into_is_refused() {
    let folder = Folder::new("deploy-none");
    let options = Options {
        site: folder.path("site"),
        ..Newsroom(folder).options(0)
    };
    let error = deploy::deploy(&options, &Progress::hidden())
        .err()
        .map(|error| error.to_string());
    assert!(error.is_some_and(|error| error.contains("nashra publish")));
}
