//! Where the files of a newsroom lie on this machine, by their paths relative to its address: what was made, else its own.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::Facts;
use crate::source::Files;

/// Finds files; one for a whole publication.
pub(crate) struct Places<'a> {
    own: Option<&'a Files>,
    made: HashMap<&'a str, &'a Path>,
}

impl<'a> Places<'a> {
    /// Without a folder, as for feeds from elsewhere, only what was made is found.
    pub(crate) fn new(own: Option<&'a Files>, facts: &'a Facts) -> Self {
        let files = facts.files.iter();
        Self {
            own,
            made: files.map(|(file, path)| (&**path, &**file)).collect(),
        }
    }

    /// A file that was made.
    pub(crate) fn made(&self, path: &str) -> Option<&'a Path> {
        self.made.get(path).copied()
    }

    /// A file that was made or is the newsroom's own; it need not be there.
    pub(crate) fn file(&self, path: &str) -> Option<PathBuf> {
        let own = || Some(self.own?.path(path));
        self.made(path).map(PathBuf::from).or_else(own)
    }

    /// What such a file holds; `None` where it cannot be read.
    pub(crate) fn json(&self, path: &str) -> Option<Value> {
        serde_json::from_slice(&fs::read(self.file(path)?).ok()?).ok()
    }
}
