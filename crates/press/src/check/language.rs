//! What is kept of a language while its feeds are read, for the checks between items. Refuses to keep their texts.

use std::collections::HashMap;

/// One language of the newsroom.
#[derive(Default)]
pub(super) struct Language {
    /// Its tag; empty for a feed that is checked alone.
    pub(super) tag: String,
    /// Whether all of its feeds could be read; else nobody knows what is missing.
    pub(super) is_complete: bool,
    /// Its items in the order in which they were read, each id once.
    pub(super) items: Vec<Known>,
    /// Where in `items` an id stands.
    pub(super) by_id: HashMap<String, usize>,
    /// The last segments of the addresses that are published.
    pub(super) slugs: Vec<(String, String)>,
}

/// What is known of an item.
pub(super) struct Known {
    /// As read, before it is made unique.
    pub(super) slug: String,
    /// The file and the place of the item in it.
    pub(super) file: String,
    pub(super) pointer: String,
    pub(super) translations: Vec<(String, String)>,
    pub(super) related: Vec<String>,
    pub(super) aliases: Vec<String>,
    /// Links to pages of the newsroom: the pointer to the text, and the path below the newsroom's address.
    pub(super) links: Vec<(String, String)>,
}
