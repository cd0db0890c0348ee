//! Where a newsroom's files lie on this machine, by their path below its address: in its folder, under another name in it, or in memory.
//!
//! It refuses paths that lead out of the folder, however they are spelled.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::below;

/// The files of one newsroom.
#[derive(Clone, Debug)]
pub struct Files {
    root: PathBuf,
    /// Files that are published under another path than they have.
    moved: HashMap<String, PathBuf>,
    /// Files that are made of others, and are nowhere on the disk.
    made: HashMap<String, Vec<u8>>,
}

impl Files {
    /// Those of a folder, as they are.
    pub fn of(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            moved: HashMap::new(),
            made: HashMap::new(),
        }
    }

    /// The newsroom's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The file that a URL below the newsroom's address names; it need not be there.
    pub fn path(&self, rest: &str) -> PathBuf {
        let path = decoded(rest);
        let moved = self.moved.get(&path).cloned();
        moved.unwrap_or_else(|| below(&self.root, &path))
    }

    /// What that file holds.
    pub fn read(&self, rest: &str) -> std::io::Result<Vec<u8>> {
        match self.made.get(&decoded(rest)) {
            Some(bytes) => Ok(bytes.clone()),
            None => fs::read(self.path(rest)),
        }
    }

    /// Files that are published under another path: that, and the file.
    pub(crate) fn moved(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.moved.iter().map(|(path, file)| (&**path, &**file))
    }

    /// Publishes `file` at `path` (not percent-encoded).
    pub(super) fn moves(&mut self, path: String, file: PathBuf) {
        self.moved.insert(path, file);
    }

    /// Has `bytes` stand at `path`.
    pub(super) fn makes(&mut self, path: String, bytes: Vec<u8>) {
        self.made.insert(path, bytes);
    }
}

/// A path as files have it: without query and fragment.
fn decoded(rest: &str) -> String {
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    percent_decode_str(rest).decode_utf8_lossy().into_owned()
}
