//! The structure tree of tagged files (ISO 32000-2, 14.7): which marked content belongs to which block, in order.
//!
//! It never follows a loop and never trusts a tree's size: there is an end to depth and number.

use std::collections::{HashMap, HashSet};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier, String as PdfString};
use hayro_syntax::page::Page;
use nashra_report::text::BlockRole;

use crate::document::{catalog, text_string};

const MAX_ELEMENTS: usize = 300_000;
const MAX_DEPTH: usize = 64;

/// The blocks of a whole document, by page.
#[derive(Default)]
pub(crate) struct Structure {
    pages: HashMap<ObjectIdentifier, PageOwners>,
}

/// The blocks of a page in reading order.
#[derive(Default)]
pub(crate) struct PageOwners {
    pub(crate) by_mcid: HashMap<i64, Owned>,
    pub(crate) blocks: Vec<Owner>,
    last_block: Option<usize>,
}

/// A stretch of marked content.
#[derive(Clone, Copy)]
pub(crate) struct Owned {
    /// Its place among the blocks.
    pub(crate) block: usize,
    /// Which way its language runs, where the file gives it one of its own.
    pub(crate) is_rtl: Option<bool>,
}

/// A block of the structure tree on a page.
pub(crate) struct Owner {
    pub(crate) role: BlockRole,
    pub(crate) language: Option<String>,
    /// A label in a figure, apart from the others: they stand anywhere, and are read as they come.
    pub(crate) is_loose: bool,
}

impl Structure {
    pub(crate) fn read(pdf: &Pdf) -> Self {
        let mut structure = Self::default();
        let Some(root) = catalog(pdf).get::<Dict<'_>>("StructTreeRoot") else {
            return structure;
        };
        let roles = root.get::<Dict<'_>>("RoleMap").unwrap_or_default();
        let mut reader = Reader {
            structure: &mut structure,
            roles,
            seen: HashSet::new(),
            n_left: MAX_ELEMENTS,
            n_blocks: 0,
        };
        if let Some(kids) = root.get::<Object<'_>>("K") {
            let top = Place {
                page: None,
                role: BlockRole::Paragraph,
                language: None,
                is_loose: false,
                block: 0,
            };
            reader.kids(kids, &top, 0);
        }
        structure
    }

    pub(crate) fn owners(&self, page: &Page<'_>) -> Option<&PageOwners> {
        self.pages.get(&page.raw().obj_id()?)
    }
}

#[derive(Clone)]
struct Place {
    page: Option<ObjectIdentifier>,
    role: BlockRole,
    language: Option<String>,
    is_loose: bool,
    /// A number for each block element; content of the same number is one block.
    block: usize,
}

struct Reader<'s, 'a> {
    structure: &'s mut Structure,
    roles: Dict<'a>,
    seen: HashSet<ObjectIdentifier>,
    n_left: usize,
    n_blocks: usize,
}

impl<'a> Reader<'_, 'a> {
    /// Returns whether a block began inside, so that what follows it is a block of its own.
    fn kids(&mut self, kids: Object<'a>, place: &Place, depth: usize) -> bool {
        if depth > MAX_DEPTH || self.n_left == 0 {
            return false;
        }
        self.n_left -= 1;
        match kids {
            Object::Number(mcid) => {
                self.own(place, mcid.as_i64());
                false
            }
            Object::Array(array) => {
                let mut place = place.clone();
                let mut has_block = false;
                for kid in array.iter::<Object<'_>>() {
                    if self.kids(kid, &place, depth + 1) {
                        has_block = true;
                        self.n_blocks += 1;
                        place.block = self.n_blocks;
                    }
                }
                has_block
            }
            Object::Dict(dict) => self.element(&dict, place, depth),
            _ => false,
        }
    }

    fn element(&mut self, dict: &Dict<'a>, place: &Place, depth: usize) -> bool {
        let mut place = place.clone();
        if let Some(page) = dict.get_ref("Pg") {
            place.page = Some(page.into());
        }
        if let Some(mcid) = dict.get::<i32>("MCID") {
            self.own(&place, i64::from(mcid));
            return false;
        }
        if dict.obj_id().is_some_and(|id| !self.seen.insert(id)) {
            return false;
        }
        if let Some(language) = dict.get::<PdfString<'_>>("Lang") {
            place.language = Some(text_string(language.as_bytes())).filter(|tag| !tag.is_empty());
        }
        let kind = dict.get::<Name<'_>>("S");
        let kind = kind.map(|kind| self.standard(&kind)).unwrap_or_default();
        let is_block = !matches!(
            kind.as_str(),
            "Span"
                | "Link"
                | "Em"
                | "Strong"
                | "Quote"
                | "Code"
                | "Sub"
                | "Reference"
                | "Annot"
                | "Ruby"
                | "RB"
                | "RT"
                | "RP"
                | "Warichu"
                | "WT"
                | "WP"
                | "Lbl"
                | "LBody"
                | "NonStruct"
                | "BibEntry"
                | ""
        );
        if is_block {
            self.n_blocks += 1;
            place.block = self.n_blocks;
            place.is_loose = kind == "Figure";
            place.role = role(&kind).unwrap_or(match place.role {
                BlockRole::ListItem | BlockRole::TableCell => place.role,
                _ => BlockRole::Paragraph,
            });
        }
        let has_block = dict
            .get::<Object<'_>>("K")
            .is_some_and(|kids| self.kids(kids, &place, depth + 1));
        is_block || has_block
    }

    fn standard(&self, kind: &Name<'_>) -> String {
        let mut kind = kind.as_str().to_owned();
        for _ in 0..4 {
            match self.roles.get::<Name<'_>>(kind.as_bytes()) {
                Some(next) if next.as_str() != kind => kind = next.as_str().to_owned(),
                _ => break,
            }
        }
        kind
    }

    fn own(&mut self, place: &Place, mcid: i64) {
        let Some(page) = place.page else { return };
        let mut block = place.block;
        if place.is_loose {
            self.n_blocks += 1;
            block = self.n_blocks;
        }
        let owners = self.structure.pages.entry(page).or_default();
        if owners.last_block != Some(block) {
            owners.last_block = Some(block);
            owners.blocks.push(Owner {
                role: place.role,
                language: place.language.clone(),
                is_loose: place.is_loose,
            });
        }
        let owned = Owned {
            block: owners.blocks.len() - 1,
            is_rtl: place.language.as_deref().map(is_rtl_language),
        };
        owners.by_mcid.insert(mcid, owned);
    }
}

/// Languages written from right to left in their usual script (CLDR).
pub(crate) fn is_rtl_language(tag: &str) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or("");
    matches!(
        primary.to_ascii_lowercase().as_str(),
        "ar" | "fa" | "he" | "iw" | "ur" | "ps" | "ckb" | "sd" | "ug" | "yi" | "dv" | "prs" | "syr"
    )
}

fn role(kind: &str) -> Option<BlockRole> {
    Some(match kind {
        "H" | "Title" | "H1" => BlockRole::Heading(1),
        "H2" => BlockRole::Heading(2),
        "H3" => BlockRole::Heading(3),
        "H4" => BlockRole::Heading(4),
        "H5" => BlockRole::Heading(5),
        "H6" => BlockRole::Heading(6),
        "LI" | "TOCI" => BlockRole::ListItem,
        "TD" | "TH" => BlockRole::TableCell,
        "Caption" => BlockRole::Caption,
        _ => return None,
    })
}
