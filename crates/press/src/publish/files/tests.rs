//! A publication after another: what stays, what goes, what a crash leaves.

use std::fs;
use std::path::{Path, PathBuf};

use super::{ASSET_GRACE_DAYS, Compression, Output, commit};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("nashra-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        assert!(fs::create_dir_all(&path).is_ok());
        Self(path)
    }

    fn out(&self) -> PathBuf {
        self.0.join("site")
    }

    fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.out().join(path)).ok()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Publishes `files` on `day`: how many were written and how many removed.
fn publish(out: &Path, day: u64, files: &[(&str, &str)]) -> (usize, usize) {
    let output = Output::beside(out, day).unwrap_or_else(|error| panic!("{error}"));
    for (path, text) in files {
        let written = output.write(path, text.as_bytes(), Compression::for_path(path));
        written.unwrap_or_else(|error| panic!("{error}"));
    }
    let n_written = output.n_written();
    (
        n_written,
        output.commit().unwrap_or_else(|error| panic!("{error}")),
    )
}

#[test]
fn makes_only_what_changed() {
    let folder = Folder::new("changed");
    let out = folder.out();
    let long = "text ".repeat(300);
    let first = [
        ("en/index.html", &*long),
        ("en/a/index.html", "a"),
        ("assets/x-1.js", "x"),
    ];
    let check = |day, files: &[(&str, &str)], expect| {
        assert_eq!(publish(&out, day, files), expect, "{files:?}");
    };
    check(1, &first, (3, 0));
    check(1, &first, (0, 0));
    check(1, &[first[0], ("en/a/index.html", "b"), first[2]], (1, 0));
    assert_eq!(folder.read("en/a/index.html").as_deref(), Some("b"));
    // What was removed or changed by hand is made again, a compressed copy too.
    assert!(fs::remove_file(out.join("en/index.html.br")).is_ok());
    check(1, &[first[0], ("en/a/index.html", "b"), first[2]], (1, 0));
    assert!(out.join("en/index.html.br").is_file());
    // A page that is gone goes with its folder; an old asset stays for those who still have the page open.
    check(2, &[first[0], ("assets/x-2.js", "y")], (1, 1));
    assert!(!out.join("en/a").exists());
    assert!(out.join("assets/x-1.js").is_file());
    check(
        2 + ASSET_GRACE_DAYS,
        &[first[0], ("assets/x-2.js", "y")],
        (0, 1),
    );
    assert!(!out.join("assets/x-1.js").exists());
}

#[test]
fn leaves_what_others_put_there() {
    let folder = Folder::new("others");
    publish(&folder.out(), 1, &[("index.html", "1")]);
    let own = folder.out().join("verification.txt");
    assert!(fs::write(&own, "mine").is_ok());
    publish(&folder.out(), 1, &[("index.html", "2")]);
    assert_eq!(fs::read_to_string(own).ok().as_deref(), Some("mine"));
}

#[test]
fn a_crash_leaves_the_old_or_is_finished() {
    let folder = Folder::new("crash");
    let out = folder.out();
    publish(&out, 1, &[("index.html", "old"), ("gone.html", "gone")]);
    // Killed while writing: nothing was moved, and the next one starts afresh.
    let output = Output::beside(&out, 1).unwrap_or_else(|error| panic!("{error}"));
    assert!(
        output
            .write("index.html", b"half", Compression::None)
            .is_ok()
    );
    let staging = output.staging.clone();
    std::mem::forget(output);
    assert_eq!(folder.read("index.html").as_deref(), Some("old"));
    assert!(commit::finish(&staging, &out).is_ok());
    assert_eq!(folder.read("index.html").as_deref(), Some("old"));
    // Killed while moving: the plan is there, and is carried out.
    let write = |path: &str, text: &str| {
        let path = staging.join(path);
        assert!(
            path.parent()
                .is_some_and(|parent| fs::create_dir_all(parent).is_ok())
        );
        assert!(fs::write(path, text).is_ok());
    };
    write("index.html", "new");
    write(".nashra/commit", "gone.html\n");
    assert!(commit::finish(&staging, &out).is_ok());
    assert_eq!(folder.read("index.html").as_deref(), Some("new"));
    assert_eq!(folder.read("gone.html"), None);
    assert!(!staging.exists());
}

#[test]
fn one_publication_at_a_time() {
    let folder = Folder::new("busy");
    let first = Output::beside(&folder.out(), 1);
    assert!(first.is_ok());
    assert!(Output::beside(&folder.out(), 1).is_err());
}
