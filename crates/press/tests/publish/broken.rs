//! A publication that does not come to its end: killed, out of space, fed with what is no feed. What was published stands, whole.
//!
//! It asks for no timing: a run is killed when so many files stand in the folder that it writes or moves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use crate::fixture::{Folder, files_below};

/// Files of a published newsroom by path, what only this command reads left out.
type Files = BTreeMap<String, Vec<u8>>;

fn command(folder: &Folder, newsroom: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nashra"));
    command
        .args(["publish", "--no-media", "--app"])
        .arg(folder.app())
        .arg(newsroom)
        .arg("--out")
        .arg(out)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn publish(folder: &Folder, newsroom: &Path, out: &Path) {
    let output = command(folder, newsroom, out).output().expect("nashra");
    assert!(output.status.success(), "{}", told(&output));
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn published(site: &Path) -> Files {
    let files = files_below(site).into_iter().map(|path| {
        let name = path.strip_prefix(site).expect("below the site");
        let bytes = fs::read(&path).expect("a file");
        (name.to_string_lossy().into_owned(), bytes)
    });
    files
        .filter(|(name, _)| !name.starts_with(".nashra/"))
        .collect()
}

/// A newsroom whose every page changes.
fn renamed(newsroom: &Path) {
    let path = newsroom.join("site.json");
    let text = fs::read_to_string(&path).expect("site.json");
    let mut site: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    site["publisher"]["name"] = "Another name".into();
    fs::write(path, site.to_string()).expect("site.json");
}

/// Kills a publication as soon as `is_time`; false if it ended before.
fn kill_when(mut child: Child, is_time: impl Fn() -> bool) -> bool {
    loop {
        if is_time() {
            let _ = child.kill();
            let status = child.wait().expect("its end");
            return status.code().is_none();
        }
        if let Some(status) = child.try_wait().expect("its state") {
            assert!(status.success());
            return false;
        }
        std::thread::yield_now();
    }
}

fn n_files(folder: &Path) -> usize {
    let mut n_files = 0;
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        // Files come and go while they are counted.
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ => n_files += 1,
            }
        }
    }
    n_files
}

#[test]
fn killed_at_any_moment_it_leaves_whole_files() {
    let folder = Folder::new("killed");
    let newsroom = folder.sample();
    let site = folder.path("site");
    publish(&folder, &newsroom, &site);
    let before = published(&site);
    renamed(&newsroom);
    publish(&folder, &newsroom, &folder.path("clean"));
    let after = published(&folder.path("clean"));
    assert_ne!(before, after);
    let staging = folder.path(".site.new");
    let start = || command(&folder, &newsroom, &site).spawn().expect("nashra");
    for n_written in [1, 60, 400] {
        let was_killed = kill_when(start(), || n_files(&staging) >= n_written);
        assert!(was_killed, "it ended before {n_written} files were written");
        assert_eq!(published(&site), before, "killed after {n_written} files");
    }
    // What is moved is whole, old or new, and no page asks for what is not there.
    let plan = staging.join(".nashra/commit");
    let mut n_kills = 0;
    for n_left in [usize::MAX, 900, 300] {
        n_kills += usize::from(kill_when(start(), || {
            plan.is_file() && n_files(&staging) <= n_left
        }));
        let now = published(&site);
        for (name, bytes) in &now {
            let known = [before.get(name), after.get(name)];
            assert!(
                known.contains(&Some(bytes)),
                "{name} is neither old nor new"
            );
        }
        for name in before.keys().filter(|name| after.contains_key(*name)) {
            assert!(now.contains_key(name), "{name} is gone");
        }
        assets_are_there(&now);
    }
    assert!(n_kills > 0, "no run was killed while it moved");
    publish(&folder, &newsroom, &site);
    assert_eq!(published(&site), after);
    assert!(!staging.exists());
}

fn assets_are_there(files: &Files) {
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        // In attributes, and in lists of paths there.
        let words = html.split(['"', ' ', ',']);
        for path in words.filter_map(|word| word.strip_prefix("/assets/")) {
            let path = ["assets/", path].concat();
            assert!(files.contains_key(&path), "{name} asks for {path}");
        }
    }
}

#[test]
fn a_full_disk_is_said_and_leaves_what_was_published() {
    let folder = Folder::new("full");
    let newsroom = folder.sample();
    let site = folder.path("site");
    publish(&folder, &newsroom, &site);
    renamed(&newsroom);
    // In a file system of its own that has room for what is published and a little more.
    let disk = folder.path("disk");
    fs::create_dir_all(&disk).expect("a folder");
    // Rounded up to pages of 4 KiB, and folders are files there too.
    let n_kb: u64 = files_below(&site)
        .iter()
        .map(|path| fs::metadata(path).expect("its size").len().div_ceil(4096) * 4)
        .sum();
    let script = "mount -t tmpfs -o size=$1k none \"$2\" && cp -r \"$3\" \"$2/site\" || exit 90
        shift 3; \"$@\"; status=$?
        diff -r \"$SITE\" \"$DISK/site\" || exit 91
        test \"$(ls -A \"$DISK\")\" = \"$(printf '.site.lock\\nsite')\" || exit 92
        exit $status";
    let publish = command(&folder, &newsroom, &disk.join("site"));
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", script, "sh"])
        .arg((n_kb + 600).to_string())
        .args([&disk, &site])
        .arg(publish.get_program())
        .args(publish.get_args())
        .env("SITE", &site)
        .env("DISK", &disk)
        .env("LC_ALL", "C")
        .output()
        .expect("unshare");
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let said = told(&output);
    assert!(
        said.contains("No space left on device") && said.contains(".site.new"),
        "{said}"
    );
}

#[test]
fn a_bad_file_is_named_and_leaves_what_was_published() {
    let folder = Folder::new("bad");
    let newsroom = folder.sample();
    let site = folder.path("site");
    publish(&folder, &newsroom, &site);
    let before = published(&site);
    let whole = fs::read(newsroom.join("feeds/fr.json")).expect("a feed");
    let damages: [(&str, &[u8], &str); 4] = [
        ("feeds/fr.json", &whole[..whole.len() / 2], "feeds/fr.json"),
        ("feeds/fr.json", b"<!doctype html><p>502", "feeds/fr.json"),
        ("feeds/fr.json", b"", "feeds/fr.json"),
        ("site.json", b"[]", "site.json"),
    ];
    for (name, bytes, named) in damages {
        let place = newsroom.join(name);
        let kept = fs::read(&place).expect("a file");
        fs::write(&place, bytes).expect("a file");
        let output = command(&folder, &newsroom, &site).output().expect("nashra");
        fs::write(&place, kept).expect("a file");
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(told(&output).contains(named), "{}", told(&output));
        assert_eq!(published(&site), before, "{name}");
        assert!(!folder.path(".site.new").exists(), "{name}");
    }
}
