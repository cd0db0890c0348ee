//! Places: where a block may stand, and what must be opened or closed for it.
//! It refuses to look at text.

use super::{Builder, CONTAINER_ROOM, MAX_DEPTH};
use crate::policy::attributes::Traits;
use crate::policy::frames::{Frame, Model};
use crate::tree::Node;
use crate::vocabulary::{Attribute, Tag};

impl Builder<'_> {
    /// Closes and opens what must be for a container to stand here; false if it cannot.
    pub(super) fn make_place(&mut self, tag: Tag, floor: usize) -> bool {
        let parent = self.open[floor - 1].tag();
        let is_root = floor == 1;
        match tag {
            Tag::Ul | Tag::Ol | Tag::Dl | Tag::Table | Tag::Blockquote | Tag::Figure => {
                if matches!(tag, Tag::Ul | Tag::Ol) {
                    self.reopen_item();
                }
                self.imply_structure();
                return self.has_room();
            }
            Tag::Figcaption => return parent == Tag::Figure && self.n_blocks == floor,
            Tag::Li if !matches!(parent, Tag::Ul | Tag::Ol) => {
                return self.imply_list(Tag::Ul, floor);
            }
            Tag::Dt | Tag::Dd if parent != Tag::Dl => return self.imply_list(Tag::Dl, floor),
            Tag::Thead | Tag::Tbody | Tag::Tfoot if parent != Tag::Table => return false,
            Tag::Caption if parent != Tag::Table || self.n_blocks > floor => return false,
            Tag::Caption if !self.open[floor - 1].element.children.is_empty() => return false,
            Tag::Tr if !matches!(parent, Tag::Table | Tag::Thead | Tag::Tbody | Tag::Tfoot) => {
                return false;
            }
            Tag::Td | Tag::Th if parent != Tag::Tr => return false,
            _ => {}
        }
        debug_assert!(!is_root, "the root is no list or table");
        self.close_blocks(floor);
        if tag == Tag::Tr && parent == Tag::Table {
            self.open_block(Tag::Tbody, Traits::default(), true);
        }
        true
    }

    /// A list directly in a list belongs to the item before it.
    fn reopen_item(&mut self) {
        let Some(list) = self
            .open
            .last_mut()
            .filter(|top| matches!(top.tag(), Tag::Ul | Tag::Ol))
        else {
            return;
        };
        let children = &mut list.element.children;
        if let Some(Node::Element(item)) = children.pop_if(|node| matches!(node, Node::Element(_)))
        {
            let mut scope = list.scope.clone();
            if let Some(lang) = item.attribute(Attribute::Lang) {
                scope.lang = Some(lang.to_owned());
            }
            // The scope holds one of three words, the attribute a string.
            scope.dir = match item.attribute(Attribute::Dir) {
                Some("rtl") => Some("rtl"),
                Some("ltr") => Some("ltr"),
                Some(_) => Some("auto"),
                None => scope.dir,
            };
            self.open.push(Frame::new(item, scope, true));
            self.n_blocks = self.open.len();
        }
    }

    /// Goes to the list around an item that has none in the document.
    pub(super) fn imply_list(&mut self, list: Tag, floor: usize) -> bool {
        if let Some(n) = self.open[floor..]
            .iter()
            .position(|frame| frame.tag() == list && frame.implied)
        {
            self.close_blocks(floor + n + 1);
            return true;
        }
        self.imply_structure();
        if !self.has_room() {
            return false;
        }
        self.open_block(list, Traits::default(), true);
        true
    }

    /// Whether a container may be opened here: asked when what it stands in is open, as it will be when it is read again.
    fn has_room(&self) -> bool {
        self.n_blocks + CONTAINER_ROOM <= MAX_DEPTH
    }

    /// Opens what is missing between a list or table and other content.
    pub(super) fn imply_structure(&mut self) {
        while let Some(top) = self.open.last().filter(|top| top.model == Model::Structure) {
            if top.implied && matches!(top.tag(), Tag::Ul | Tag::Dl) {
                self.close_blocks(self.n_blocks - 1);
            } else {
                self.open_block(top.missing_child(), Traits::default(), true);
            }
        }
    }

    /// Closes blocks until so many are open.
    pub(in crate::policy) fn close_blocks(&mut self, n_blocks: usize) {
        self.close_run();
        while self.n_blocks > n_blocks {
            self.close_frame();
            self.n_blocks -= 1;
        }
    }

    pub(super) fn open_block(&mut self, tag: Tag, traits: Traits, implied: bool) {
        self.open_frame(tag, traits, implied);
        self.n_blocks = self.open.len();
    }

    pub(super) fn open_frame(&mut self, tag: Tag, traits: Traits, implied: bool) {
        let (element, scope) = self.create(tag, traits);
        self.open.push(Frame::new(element, scope, implied));
    }

    pub(super) fn close_frame(&mut self) {
        if let Some(frame) = self.open.pop().filter(|frame| !frame.is_lost()) {
            self.append(frame.element);
        }
    }
}
