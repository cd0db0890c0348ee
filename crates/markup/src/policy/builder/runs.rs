//! Runs: lines of text and inline elements, in a paragraph or directly in a block.
//! It refuses to open anything before there is content for it.

use super::{Builder, MAX_DEPTH, says_nothing};
use crate::policy::attributes::Traits;
use crate::policy::frames::Model;
use crate::tree::{Element, Node};
use crate::vocabulary::Tag;

impl Builder<'_> {
    /// Goes to where text may stand.
    pub(super) fn start_run(&mut self) {
        if self.in_run {
            return;
        }
        self.imply_structure();
        self.in_run = true;
        let n_blocks = self.n_blocks;
        if let Some(holder) = self
            .holders
            .last_mut()
            .filter(|h| !h.used && h.n_blocks == n_blocks)
        {
            holder.used = true;
            let (tag, traits) = (holder.tag, std::mem::take(&mut holder.traits));
            self.open_frame(tag, traits, false);
            return;
        }
        let Some(block) = self.open.last_mut() else {
            return;
        };
        let ends_in_run = block.ends_in_run();
        let is_other_scope =
            self.scope.lang != block.scope.lang || self.scope.dir != block.scope.dir;
        let is_loose = !is_other_scope && !ends_in_run && !block.has_paragraphs;
        if block.model == Model::Mixed && is_loose {
            return;
        }
        block.has_paragraphs = true;
        if ends_in_run {
            // Two runs without a block between them: both become paragraphs.
            let children = block.take_run();
            self.append(Element {
                children,
                ..Element::new(Tag::P, Vec::new())
            });
        }
        self.open_frame(Tag::P, Traits::default(), true);
    }

    pub(super) fn close_run(&mut self) {
        self.close_inlines(0);
        if self.in_run
            && !self.in_pre
            && let Some(frame) = self.open.last_mut()
        {
            frame.trim_end();
        }
        while self.open.len() > self.n_blocks {
            self.close_frame();
        }
        self.in_run = false;
    }

    pub(super) fn open_inlines(&mut self) {
        while self.n_inlines_open < self.inlines.len() && self.has_inline_room() {
            let n = self.n_inlines_open;
            // The id stands once, the rest wherever the element is opened again.
            let id = self.inlines[n]
                .traits
                .id
                .take()
                .filter(|id| self.is_free(id));
            let (tag, traits) = (self.inlines[n].tag, self.inlines[n].traits.clone());
            let has_frame = !says_nothing(tag, &traits, id.is_some());
            if has_frame {
                self.open_frame(tag, Traits { id, ..traits }, false);
            }
            self.inlines[n].has_frame = has_frame;
            self.n_inlines_open += 1;
        }
    }

    /// Whether one more inline element may be opened. A run that has no paragraph leaves room for one: it gets one when another
    /// run follows it, and is as deep then as it will be when it is read again.
    pub(super) fn has_inline_room(&self) -> bool {
        let begins = self.open.get(self.n_blocks);
        let is_loose = begins.is_none_or(|frame| frame.tag().is_inline());
        self.open.len() + usize::from(is_loose) < MAX_DEPTH
    }

    pub(super) fn close_inlines(&mut self, n_left: usize) {
        while self.n_inlines_open > n_left {
            self.n_inlines_open -= 1;
            if self.inlines[self.n_inlines_open].has_frame {
                self.close_frame();
            }
        }
    }

    pub(super) fn append(&mut self, element: Element) {
        if let Some(top) = self.open.last_mut() {
            top.element.children.push(Node::Element(element));
        }
    }

    pub(super) fn append_text(&mut self, text: &str) {
        if let Some(top) = self.open.last_mut() {
            top.append_text(text);
        }
    }
}
