//! Builds the tree so that it is in normal form at every step.
//! It refuses to repair afterwards: an element is opened only when content for it is there and its place is allowed.
//!
//! Open elements are blocks, then at most one holder (`p`, heading, `pre`), then inline elements. What the
//! document wants open (`holders`, `inlines`) is kept apart and opened when content arrives.

mod elements;
mod places;
mod runs;

use super::attributes::Traits;
use super::frames::Frame;
use super::{Context, Leave, MAX_DEPTH, clean, urls};
use crate::media::Media;
use crate::tree::{Element, Markup, Node};
use crate::vocabulary::{Attribute, Tag};

/// Room for what one container may bring along: a table, `tbody`, `tr`, `td`, `p`, and inline elements.
const CONTAINER_ROOM: usize = 8;

/// The language and direction that hold at some place.
#[derive(Clone, Default)]
pub(super) struct Scope {
    pub(super) lang: Option<String>,
    pub(super) dir: Option<&'static str>,
}

/// A paragraph, heading or `pre` that the document has begun.
struct Holder {
    tag: Tag,
    traits: Traits,
    /// How many blocks are open around it.
    n_blocks: usize,
    used: bool,
}

/// An inline element that the document has begun.
struct Inline {
    tag: Tag,
    traits: Traits,
    /// Whether it stands open in the tree, and not just in the document.
    has_frame: bool,
}

pub(super) struct Builder<'a> {
    pub(super) context: &'a Context<'a>,
    /// What holds at the node being read.
    pub(super) scope: Scope,
    /// The first is the root, which holds what a `blockquote` holds.
    open: Vec<Frame>,
    n_blocks: usize,
    holders: Vec<Holder>,
    inlines: Vec<Inline>,
    n_inlines_open: usize,
    /// Whether text would go on in the line where the last text ended.
    in_run: bool,
    in_pre: bool,
    /// In a `pre`: a block ended, the next text begins a line.
    line_ended: bool,
    at_line_start: bool,
    /// The id of a lost element, for what follows.
    pending_id: Option<String>,
    /// All ids given, sorted.
    ids: Vec<String>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let root = Frame::new(
            Element::new(Tag::Blockquote, Vec::new()),
            Scope::default(),
            false,
        );
        Builder {
            context,
            scope: Scope::default(),
            open: vec![root],
            n_blocks: 1,
            holders: Vec::new(),
            inlines: Vec::new(),
            n_inlines_open: 0,
            in_run: false,
            in_pre: false,
            line_ended: false,
            at_line_start: false,
            pending_id: None,
            ids: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> Markup {
        self.close_blocks(1);
        Markup {
            nodes: self
                .open
                .pop()
                .map(|root| root.element.children)
                .unwrap_or_default(),
        }
    }

    /// Text of the document.
    pub(super) fn text(&mut self, raw: &str) {
        let text = clean(raw);
        let mut text = text.as_str();
        let mut begins_line = false;
        if self.in_pre {
            begins_line = self.in_run && self.line_ended && !self.at_line_start;
            if !self.in_run {
                text = text.trim_start_matches('\n');
            }
        } else if !self.in_run {
            text = text.trim_start_matches(|c: char| c.is_ascii_whitespace());
        } else if !text.is_empty() && text.bytes().all(|b| b.is_ascii_whitespace()) {
            // Space between inline elements opens none of them.
            self.append_text(text);
            return;
        }
        if text.is_empty() {
            return;
        }
        self.start_run();
        if begins_line {
            self.append_text("\n");
        }
        self.line_ended = false;
        self.at_line_start = text.ends_with('\n');
        self.open_inlines();
        match self.id_for_text() {
            Some(id) => {
                let span = Element::new(Tag::Span, vec![(Attribute::Id, id)]);
                self.append(Element {
                    children: vec![Node::Text(text.to_owned())],
                    ..span
                });
            }
            None => self.append_text(text),
        }
    }

    /// A block begins or ends: text before and after does not share a line.
    pub(super) fn boundary(&mut self) {
        if self.in_pre {
            self.line_ended = true;
        } else {
            self.close_run();
        }
    }

    /// An element is lost; its id goes to what follows.
    pub(super) fn lost(&mut self, traits: Traits) {
        self.pending_id = traits.id.or(self.pending_id.take());
    }

    /// A paragraph, heading or `pre` begins.
    pub(super) fn enter_holder(&mut self, tag: Tag, traits: Traits) -> Leave {
        self.boundary();
        let in_heading = self
            .holders
            .last()
            .is_some_and(|h| h.tag != Tag::P && self.is_next(h));
        if self.in_pre || (tag == Tag::P && in_heading) {
            self.lost(traits);
            return Leave::Boundary;
        }
        self.imply_structure();
        self.holders.push(Holder {
            tag,
            traits,
            n_blocks: self.n_blocks,
            used: false,
        });
        self.in_pre = tag == Tag::Pre;
        if self.in_pre {
            Leave::Pre
        } else {
            Leave::Holder
        }
    }

    pub(super) fn leave_holder(&mut self) {
        self.boundary();
        if let Some(holder) = self.holders.pop().filter(|holder| !holder.used) {
            self.lost(holder.traits);
        }
    }

    pub(super) fn leave_pre(&mut self) {
        self.close_run();
        self.in_pre = false;
        self.line_ended = false;
        self.leave_holder();
    }

    /// A thematic break.
    pub(super) fn rule(&mut self, traits: Traits) -> Leave {
        self.boundary();
        if self.in_pre {
            self.lost(traits);
        } else {
            self.imply_structure();
            let (element, _) = self.create(Tag::Hr, traits);
            self.append(element);
        }
        Leave::Nothing
    }

    /// A container begins. Gives the number of blocks open inside of it, or nothing if it has no place here.
    pub(super) fn enter_block(&mut self, tag: Tag, traits: Traits, floor: usize) -> Option<usize> {
        self.boundary();
        if self.in_pre || !self.make_place(tag, floor) {
            self.lost(traits);
            return None;
        }
        self.open_block(tag, traits, false);
        Some(self.n_blocks)
    }

    /// An inline element begins. Gives the number of those around it.
    pub(super) fn enter_inline(&mut self, tag: Tag, mut traits: Traits) -> usize {
        let n_outer = self.inlines.len();
        let mut tag = tag;
        let is_lost = match tag {
            Tag::Br | Tag::Wbr | Tag::Img => {
                self.void(tag, traits);
                return n_outer;
            }
            Tag::A if !traits.has(Attribute::Href) => {
                traits.rest.clear();
                tag = Tag::Span;
                false
            }
            Tag::A => self.inlines.iter().any(|outer| outer.tag == Tag::A),
            Tag::Rt | Tag::Rp => self
                .inlines
                .last()
                .is_none_or(|outer| outer.tag != Tag::Ruby),
            Tag::Bdo => traits.dir.is_none(),
            _ => false,
        };
        if is_lost || says_nothing(tag, &traits, traits.id.is_some()) {
            // A lost link may still say in which language its text is; that is not worth an element.
            self.lost(traits);
        } else {
            self.inlines.push(Inline {
                tag,
                traits,
                has_frame: false,
            });
        }
        n_outer
    }

    pub(super) fn leave_inline(&mut self, n_outer: usize) {
        self.close_inlines(n_outer);
        while self.inlines.len() > n_outer {
            if let Some(inline) = self.inlines.pop() {
                self.lost(inline.traits);
            }
        }
    }

    /// A link that the app turns into a player, in a line of its own.
    pub(super) fn media(&mut self, title: Option<String>, media: Media, href: String) {
        if self.in_pre || self.inlines.iter().any(|outer| outer.tag == Tag::A) {
            return;
        }
        self.boundary();
        self.start_run();
        let title = clean(title.as_deref().unwrap_or_default());
        let title = match title.trim() {
            "" => urls::host(&href).to_owned(),
            title => title.to_owned(),
        };
        let rest = vec![
            (Attribute::Href, href),
            (Attribute::Rel, "external".to_owned()),
            (Attribute::DataMedia, media.name().to_owned()),
        ];
        let (link, _) = self.create(
            Tag::A,
            Traits {
                rest,
                ..Traits::default()
            },
        );
        self.append(Element {
            children: vec![Node::Text(title)],
            ..link
        });
        self.boundary();
    }

    fn void(&mut self, tag: Tag, traits: Traits) {
        match tag {
            Tag::Br if self.in_pre => self.text("\n"),
            Tag::Img if traits.has(Attribute::Src) => {
                self.start_run();
                self.open_inlines();
                let (image, _) = self.create(tag, traits);
                self.append(image);
                self.at_line_start = false;
            }
            Tag::Br | Tag::Wbr => {
                if self.in_run {
                    self.append(Element::new(tag, Vec::new()));
                }
                self.lost(traits);
            }
            _ => self.lost(traits),
        }
    }

    /// Whether a holder is the one that the next text goes into.
    fn is_next(&self, holder: &Holder) -> bool {
        !holder.used && holder.n_blocks == self.n_blocks
    }
}

/// A `span` is there for what it says of its text.
fn says_nothing(tag: Tag, traits: &Traits, has_id: bool) -> bool {
    tag == Tag::Span && !has_id && traits.lang.is_none() && traits.dir.is_none()
}
