//! The outline (ISO 32000-2, 12.3.3).
//!
//! It never follows a loop: each entry is read once, and there is an end to their number and depth.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, ObjectIdentifier, String as PdfString};
use nashra_report::document::{LinkTarget, OutlineItem};

use super::{catalog, destinations, text_string};

const MAX_ITEMS: usize = 10_000;
const MAX_DEPTH: usize = 16;

pub(super) fn outline(pdf: &Pdf) -> Vec<OutlineItem> {
    let mut reader = Reader {
        pdf,
        seen: Vec::new(),
        n_left: MAX_ITEMS,
    };
    let root = catalog(pdf).get::<Dict<'_>>("Outlines");
    root.map(|root| reader.children(&root, 0))
        .unwrap_or_default()
}

struct Reader<'a> {
    pdf: &'a Pdf,
    seen: Vec<ObjectIdentifier>,
    n_left: usize,
}

impl<'a> Reader<'a> {
    fn children(&mut self, parent: &Dict<'a>, depth: usize) -> Vec<OutlineItem> {
        let mut items = Vec::new();
        if depth >= MAX_DEPTH {
            return items;
        }
        let mut next = parent.get::<Dict<'_>>("First");
        while let Some(dict) = next {
            // Sorted, so that ten thousand entries are not compared with each other.
            if let Some(id) = dict.obj_id() {
                match self.seen.binary_search_by_key(&key(id), |&seen| key(seen)) {
                    Ok(_) => break,
                    Err(place) => self.seen.insert(place, id),
                }
            }
            if self.n_left == 0 {
                break;
            }
            self.n_left -= 1;
            let title = dict.get::<PdfString<'_>>("Title");
            let page = match destinations::target_of(self.pdf, &dict) {
                Some(LinkTarget::Page { page, .. }) => Some(page),
                _ => None,
            };
            items.push(OutlineItem {
                title: title
                    .map(|t| text_string(t.as_bytes()).trim().to_owned())
                    .unwrap_or_default(),
                page,
                children: self.children(&dict, depth + 1),
            });
            next = dict.get::<Dict<'_>>("Next");
        }
        items
    }
}

fn key(id: ObjectIdentifier) -> (u32, i32) {
    (id.obj_number, id.gen_number)
}
