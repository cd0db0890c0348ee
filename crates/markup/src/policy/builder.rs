//! Builds the tree so that it is in normal form at every step.
//! It refuses to repair afterwards: an element is opened only when content for it is there and its place is allowed.
//!
//! Open elements are blocks, then at most one holder (`p`, heading, `pre`), then inline elements. What the
//! document wants open (`holders`, `inlines`) is kept apart and opened when content arrives.

use super::attributes::Traits;
use super::frames::{Frame, Model};
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

    /// Closes blocks until so many are open.
    pub(super) fn close_blocks(&mut self, n_blocks: usize) {
        self.close_run();
        while self.n_blocks > n_blocks {
            self.close_frame();
            self.n_blocks -= 1;
        }
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

    /// Goes to where text may stand.
    fn start_run(&mut self) {
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
        if block.model == Model::Mixed && !is_other_scope && !ends_in_run {
            return;
        }
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

    fn close_run(&mut self) {
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

    fn open_inlines(&mut self) {
        while self.n_inlines_open < self.inlines.len() && self.open.len() < MAX_DEPTH {
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

    fn close_inlines(&mut self, n_left: usize) {
        while self.n_inlines_open > n_left {
            self.n_inlines_open -= 1;
            if self.inlines[self.n_inlines_open].has_frame {
                self.close_frame();
            }
        }
    }

    /// Opens what is missing between a list or table and other content.
    fn imply_structure(&mut self) {
        while let Some(top) = self.open.last().filter(|top| top.model == Model::Structure) {
            if top.implied && matches!(top.tag(), Tag::Ul | Tag::Dl) {
                self.close_blocks(self.n_blocks - 1);
            } else {
                self.open_block(top.missing_child(), Traits::default(), true);
            }
        }
    }

    /// Closes and opens what must be for a container to stand here; false if it cannot.
    fn make_place(&mut self, tag: Tag, floor: usize) -> bool {
        let parent = self.open[floor - 1].tag();
        let is_root = floor == 1;
        match tag {
            Tag::Ul | Tag::Ol | Tag::Dl | Tag::Table | Tag::Blockquote | Tag::Figure => {
                if self.n_blocks + CONTAINER_ROOM > MAX_DEPTH {
                    return false;
                }
                self.imply_structure();
                return true;
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

    /// Goes to the list around an item that has none in the document.
    fn imply_list(&mut self, list: Tag, floor: usize) -> bool {
        if let Some(n) = self.open[floor..]
            .iter()
            .position(|frame| frame.tag() == list && frame.implied)
        {
            self.close_blocks(floor + n + 1);
            return true;
        }
        if self.n_blocks + CONTAINER_ROOM > MAX_DEPTH {
            return false;
        }
        self.imply_structure();
        self.open_block(list, Traits::default(), true);
        true
    }

    fn open_block(&mut self, tag: Tag, traits: Traits, implied: bool) {
        self.open_frame(tag, traits, implied);
        self.n_blocks = self.open.len();
    }

    fn open_frame(&mut self, tag: Tag, traits: Traits, implied: bool) {
        let (element, scope) = self.create(tag, traits);
        self.open.push(Frame::new(element, scope, implied));
    }

    fn close_frame(&mut self) {
        if let Some(frame) = self.open.pop().filter(|frame| !frame.is_lost()) {
            self.append(frame.element);
        }
    }

    fn append(&mut self, element: Element) {
        if let Some(top) = self.open.last_mut() {
            top.element.children.push(Node::Element(element));
        }
    }

    fn append_text(&mut self, text: &str) {
        if let Some(top) = self.open.last_mut() {
            top.append_text(text);
        }
    }

    /// An element with its attributes, and the scope inside of it. Language and direction of lost containers
    /// are written on the blocks in them.
    fn create(&mut self, tag: Tag, traits: Traits) -> (Element, Scope) {
        let outer = self
            .open
            .last()
            .map(|frame| frame.scope.clone())
            .unwrap_or_default();
        let (mut lang, mut dir) = (traits.lang, traits.dir);
        if !tag.is_inline() {
            lang = lang.or_else(|| {
                self.scope
                    .lang
                    .clone()
                    .filter(|lang| Some(lang) != outer.lang.as_ref())
            });
            dir = dir.or(self.scope.dir.filter(|dir| Some(*dir) != outer.dir));
        }
        let id = traits
            .id
            .or_else(|| self.pending_id.take())
            .and_then(|id| self.claim(&id));
        let mut attributes: Vec<_> = id.map(|id| (Attribute::Id, id)).into_iter().collect();
        attributes.extend(lang.clone().map(|lang| (Attribute::Lang, lang)));
        attributes.extend(dir.map(|dir| (Attribute::Dir, dir.to_owned())));
        attributes.extend(traits.rest);
        let scope = Scope {
            lang: lang.or(outer.lang),
            dir: dir.or(outer.dir),
        };
        (Element::new(tag, attributes), scope)
    }

    /// The id of what was lost just before a text: given to the element that the text begins,
    /// else to a `span` around the text.
    fn id_for_text(&mut self) -> Option<String> {
        let id = self.pending_id.take()?;
        let id = self.claim(&id)?;
        let is_root = self.open.len() == 1;
        match self.open.last_mut() {
            Some(Frame { element, .. })
                if !is_root
                    && element.children.is_empty()
                    && element
                        .attributes
                        .first()
                        .is_none_or(|(name, _)| *name != Attribute::Id) =>
            {
                element.attributes.insert(0, (Attribute::Id, id));
                None
            }
            _ => (self.open.len() < MAX_DEPTH).then_some(id),
        }
    }

    /// The id with its prefix, unless it is taken.
    fn claim(&mut self, id: &str) -> Option<String> {
        let id = urls::id(self.context, id)?;
        let place = self.ids.binary_search(&id).err()?;
        self.ids.insert(place, id.clone());
        Some(id)
    }

    fn is_free(&self, id: &str) -> bool {
        urls::id(self.context, id).is_some_and(|id| self.ids.binary_search(&id).is_err())
    }
}

/// A `span` is there for what it says of its text.
fn says_nothing(tag: Tag, traits: &Traits, has_id: bool) -> bool {
    tag == Tag::Span && !has_id && traits.lang.is_none() && traits.dir.is_none()
}
