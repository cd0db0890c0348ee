//! What a source said last time, by item and field, as hashes: enough to tell who changed what.
//!
//! It stands in the newsroom, to be kept with it. It refuses to hold texts, which stand in the feed already.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// Hashes of an item's fields.
pub(super) type Remembered = BTreeMap<String, String>;

/// All items that one source ever had.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Memory {
    nashra_import: u32,
    pub(super) items: BTreeMap<String, Remembered>,
}

/// Where it stands, for a language and a source.
pub(super) fn path(newsroom: &Path, tag: &str, source: &str) -> PathBuf {
    let name = format!("{tag}-{:016x}.json", xxh3_64(source.as_bytes()));
    newsroom.join(".nashra/imports").join(name)
}

impl Memory {
    /// Of these items.
    pub(super) fn with(items: BTreeMap<String, Remembered>) -> Self {
        Self {
            nashra_import: 1,
            items,
        }
    }

    /// What can be read; else nothing is known, and no field of an item that is there will be changed.
    pub(super) fn read(path: &Path) -> Self {
        let text = fs::read(path).unwrap_or_default();
        let memory: Option<Self> = serde_json::from_slice(&text).ok();
        memory
            .filter(|memory| memory.nashra_import == 1)
            .unwrap_or_default()
    }

    /// One line an item, so that version control shows which.
    pub(super) fn to_json(&self) -> String {
        let mut out = String::from("{\"nashra_import\":1,\"items\":{");
        for (at, (id, fields)) in self.items.iter().enumerate() {
            out.push_str(if at == 0 { "\n" } else { ",\n" });
            let id = serde_json::Value::from(id.as_str());
            let fields = serde_json::json!(fields);
            out.push_str(&format!("{id}:{fields}"));
        }
        out.push_str("\n}}\n");
        out
    }
}
