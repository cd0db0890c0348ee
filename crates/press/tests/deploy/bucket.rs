//! Into a store that speaks S3 and dies half-way, twice: nothing is there too early, and nothing goes up again.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::fixture::Folder;
use crate::store::{BUCKET, KEY, SECRET, Store, named};

const PREFIX: &str = "press/news";
/// Sent in parts.
const N_FILM_BYTES: usize = 20 * 1024 * 1024;

/// `nashra deploy`, as a user runs it.
fn deploy(site: &Path, store: &Store, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nashra"))
        .arg("deploy")
        .arg(site)
        .arg(format!("s3://{BUCKET}/{PREFIX}"))
        .args(["--endpoint", &store.endpoint(), "--retries", "1"])
        .args(more)
        .env_remove("AWS_SESSION_TOKEN")
        .env("AWS_ACCESS_KEY_ID", KEY)
        .env("AWS_SECRET_ACCESS_KEY", SECRET)
        .env("AWS_REGION", "us-east-1")
        .output()
        .expect("nashra deploy")
}

/// What it said, when it had to end well.
fn said(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert_eq!(errors, "", "plain output where there is no terminal");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn broke_off(output: &Output) {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(errors.contains("goes on where it stopped"), "{errors}");
}

/// Uploads that are no record.
fn sent(store: &Store) -> Vec<String> {
    let mut uploads = store.uploads();
    uploads.retain(|key| !key.starts_with('.'));
    uploads
}

fn there(store: &Store) -> BTreeSet<String> {
    let keys = store.objects().into_keys();
    keys.filter(|key| !key.starts_with('.')).collect()
}

/// No page stands in the store without what it names.
fn pages_are_whole(store: &Store, site: &Path) {
    let there = there(store);
    for page in there.iter().filter(|key| key.ends_with(".html")) {
        let html = String::from_utf8(store.read(page)).expect("a page");
        for name in named(&html, site) {
            assert!(there.contains(&name), "{page} names {name}");
        }
    }
}

#[test]
fn a_store_that_dies_half_way() {
    let folder = Folder::new("deploy-s3");
    let newsroom = folder.sample();
    fs::write(
        newsroom.join("media/video/lattice.mp4"),
        vec![7; N_FILM_BYTES],
    )
    .expect("a film");
    folder.publish(&newsroom);
    let site = folder.path("site");
    let store = Store::new(&folder.path("store"), &site, PREFIX);

    let told = said(&deploy(&site, &store, &["--dry-run"]));
    let planned: Vec<String> = told
        .lines()
        .filter_map(|line| {
            Some(
                line.strip_prefix("upload ")?
                    .trim_start()
                    .split_once(' ')?
                    .1,
            )
        })
        .map(str::to_owned)
        .collect();
    assert_eq!(store.uploads(), [""; 0]);
    let at = |is: fn(&&String) -> bool| planned.iter().position(|path| is(&path));
    let first_page = at(|path| path.ends_with("index.html")).expect("a page");
    let first_list = at(|path| path.ends_with("feed.xml")).expect("a feed");

    // Among the assets.
    store.die_after(first_page / 4);
    broke_off(&deploy(&site, &store, &[]));
    let first = there(&store);
    assert!(!first.is_empty() && !first.iter().any(|key| key.ends_with(".html")));

    // Among the pages; what is there already does not go up again.
    store.start();
    store.uploads();
    store.die_after(first_page - first.len() + (first_list - first_page) / 2);
    broke_off(&deploy(&site, &store, &[]));
    let second = sent(&store);
    assert!(second.iter().all(|key| !first.contains(key)), "{second:?}");
    let until_then = there(&store);
    assert!(until_then.iter().any(|key| key.ends_with(".html")));
    assert!(!until_then.iter().any(|key| key.ends_with("feed.xml")));
    pages_are_whole(&store, &site);

    // To the end.
    store.start();
    store.uploads();
    let told = said(&deploy(&site, &store, &[]));
    let third: BTreeSet<String> = sent(&store).into_iter().collect();
    let rest: BTreeSet<String> = planned
        .iter()
        .filter(|path| !until_then.contains(*path))
        .cloned()
        .collect();
    assert_eq!(third, rest);
    assert!(told.contains(&format!("{} uploaded", rest.len())), "{told}");
    assert_eq!(store.too_early(), [""; 0]);
    pages_are_whole(&store, &site);
    for key in there(&store) {
        assert!(
            store.read(&key) == fs::read(site.join(&key)).expect("a file"),
            "{key}"
        );
    }
    headers_are_right(&store, None);

    // Nothing changed: nothing goes up, the record neither.
    assert!(said(&deploy(&site, &store, &[])).starts_with("0 uploaded"));
    assert_eq!(store.uploads(), [""; 0]);
    encoded(&site, &store);
    an_item_less(&folder, &newsroom, &store);
}

fn headers_are_right(store: &Store, of_assets: Option<&str>) {
    let objects = store.objects();
    let check = |key: &str, content_type: &str, caching: &str, encoding: Option<&str>| {
        let kept = &objects[key];
        assert_eq!(kept["content_type"], content_type, "{key}");
        assert!(
            kept["cache_control"]
                .as_str()
                .is_some_and(|told| told.contains(caching)),
            "{key}"
        );
        assert_eq!(kept["content_encoding"].as_str(), encoding, "{key}");
    };
    let start = objects
        .keys()
        .find(|key| key.starts_with("assets/start-") && key.ends_with(".js"));
    let start = start.expect("a start script");
    check(
        start,
        "text/javascript; charset=utf-8",
        "immutable",
        of_assets,
    );
    check("en/data.json", "application/json", "no-cache", of_assets);
    check(
        "en/index.html",
        "text/html; charset=utf-8",
        "no-cache",
        None,
    );
    check("en/feed.xml", "text/xml; charset=utf-8", "no-cache", None);
    check("media/video/lattice.mp4", "video/mp4", "no-cache", None);
    let hidden: Vec<_> = objects.keys().filter(|key| key.starts_with('.')).collect();
    assert_eq!(hidden, [".nashra/deployed"]);
    assert!(!objects.contains_key("_headers") && !objects.contains_key("_redirects"));
}

/// Another encoding is another object under the same key.
fn encoded(site: &Path, store: &Store) {
    said(&deploy(site, store, &["--encoding", "br"]));
    let uploads = sent(store);
    assert!(!uploads.is_empty() && uploads.iter().all(|key| !key.ends_with(".html")));
    for key in &uploads {
        let copy = site.join([key, ".br"].concat());
        assert!(store.read(key) == fs::read(copy).expect("a copy"), "{key}");
    }
    assert!(
        !there(store)
            .iter()
            .any(|key| key.ends_with(".br") || key.ends_with(".gz"))
    );
    let objects = store.objects();
    assert_eq!(objects["en/data.json"]["content_encoding"], "br");
    said(&deploy(site, store, &[]));
    store.uploads();
}

/// What is no longer published goes, after the lists that named it.
fn an_item_less(folder: &Folder, newsroom: &Path, store: &Store) {
    // In every language: where one has it, the others lend it. And not one under embargo, which was never published.
    for language in ["ar", "en", "fr"] {
        let path = newsroom.join(format!("feeds/{language}.json"));
        let text = fs::read_to_string(&path).expect("a feed");
        let mut feed: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let items = feed["items"].as_array_mut().expect("items");
        let n_before = items.len();
        items.retain(|item| {
            let id = item["id"].as_str();
            !id.is_some_and(|id| id.ends_with("/water-accounts/"))
        });
        assert_eq!(items.len() + 1, n_before);
        fs::write(&path, feed.to_string()).expect("a feed");
    }
    folder.publish(newsroom);
    let before = there(store);
    let told = said(&deploy(&folder.path("site"), store, &[]));
    let gone: BTreeSet<_> = before.difference(&there(store)).cloned().collect();
    assert!(gone.iter().any(|key| key.ends_with("index.html")), "{told}");
    assert!(sent(store).contains(&"en/feed.xml".to_owned()));
    pages_are_whole(store, &folder.path("site"));
    assert_eq!(store.too_early(), [""; 0]);
}
