//! The one policy: walks a parsed document and tells the builder what each node means.
//! It refuses to recurse, whatever the depth of the document.

mod attributes;
mod builder;
mod frames;
mod rules;
mod urls;

use crate::node::{DomKind, DomNode};
use crate::tree::Markup;
use crate::vocabulary::Tag;
use attributes::{Traits, inherit};
use builder::{Builder, Scope};
use rules::Rule;

/// Elements deeper than this are lost, in the document read and in the tree built. Browsers flatten
/// documents too, each at another depth, none before 200.
pub const MAX_DEPTH: usize = 64;

/// How the addresses and ids of a piece of content are read.
pub struct Context<'a> {
    /// The address that relative references are resolved against.
    pub base_url: Option<&'a str>,
    /// Set before every id and every link to one, so that content cannot name parts of the page.
    pub id_prefix: &'a str,
    /// Resolves and normalises as the WHATWG URL Standard says: (base, reference) to an absolute URL.
    /// The policy trusts no scheme before this has spoken.
    pub resolve: &'a dyn Fn(Option<&str>, &str) -> Option<String>,
}

/// A node whose children are being read.
struct Visit<N> {
    next: Option<N>,
    leave: Leave,
    scope: Scope,
    /// How many blocks are open around the children, those implied not counted.
    floor: usize,
}

/// What ends with a node.
enum Leave {
    Nothing,
    Boundary,
    Holder,
    Pre,
    Inline(usize),
    Block,
}

/// Reads the children of `body`, an element of a document parsed with scripting off.
pub fn read<N: DomNode>(body: N, context: &Context<'_>) -> Markup {
    let demoted = usize::from(has_h1(&body));
    let mut builder = Builder::new(context);
    let scope = inherit(&body, &Scope::default());
    let mut visits = vec![Visit {
        next: body.first_child(),
        leave: Leave::Nothing,
        scope,
        floor: 1,
    }];
    while let Some(visit) = visits.last_mut() {
        let Some(node) = visit.next.take() else {
            if let Some(Visit { leave, floor, .. }) = visits.pop() {
                leave_node(&mut builder, leave, floor);
            }
            continue;
        };
        visit.next = node.next_sibling();
        let floor = visit.floor;
        let name = match node.kind() {
            DomKind::Element(name) => name,
            DomKind::Text(text) => {
                builder.scope.clone_from(&visit.scope);
                builder.text(&text);
                continue;
            }
            DomKind::Foreign | DomKind::Other => continue,
        };
        let rule = Rule::of(&name);
        if matches!(rule, Rule::Drop) {
            if name == "form" && visits.len() <= MAX_DEPTH {
                builder.boundary();
            }
            continue;
        }
        let mut entered = Visit {
            next: node.first_child(),
            leave: Leave::Nothing,
            scope: visit.scope.clone(),
            floor,
        };
        if visits.len() <= MAX_DEPTH {
            if !matches!(rule, Rule::Inline(_)) {
                entered.scope = inherit(&node, &entered.scope);
            }
            builder.scope.clone_from(&entered.scope);
            (entered.leave, entered.floor) = enter(&mut builder, &node, rule, floor, demoted);
        }
        if matches!(rule, Rule::Frame | Rule::Video | Rule::Audio) {
            continue;
        }
        visits.push(entered);
    }
    builder.finish()
}

/// Tells the builder that an element begins; gives what ends with it and the floor for its children.
fn enter<N: DomNode>(
    b: &mut Builder<'_>,
    node: &N,
    rule: Rule,
    floor: usize,
    demoted: usize,
) -> (Leave, usize) {
    let leave = match rule {
        Rule::Heading(level) => {
            const LEVELS: [Tag; 6] = [Tag::H2, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
            let lowered = if level > 1 { demoted } else { 0 };
            let tag = LEVELS[(level - 1 + lowered).min(5)];
            b.enter_holder(tag, Traits::read(node, tag, b.context))
        }
        Rule::Block(tag @ (Tag::P | Tag::Pre)) => {
            b.enter_holder(tag, Traits::read(node, tag, b.context))
        }
        Rule::Block(Tag::Hr) => b.rule(Traits::read(node, Tag::Hr, b.context)),
        Rule::Block(tag) => {
            let traits = Traits::read(node, tag, b.context);
            return match b.enter_block(tag, traits, floor) {
                Some(inside) => (Leave::Block, inside),
                None => (Leave::Boundary, floor),
            };
        }
        Rule::Boundary => {
            b.lost(Traits::read(node, Tag::Span, b.context));
            b.boundary();
            Leave::Boundary
        }
        Rule::Inline(tag) => {
            let mut traits = Traits::read(node, tag, b.context);
            if tag == Tag::A {
                traits.id = traits.id.or_else(|| node.attribute("name"));
            }
            Leave::Inline(b.enter_inline(tag, traits))
        }
        Rule::Frame | Rule::Video | Rule::Audio => {
            if let Some((media, href)) = attributes::media(node, rule, b.context) {
                b.media(node.attribute("title"), media, href);
            }
            Leave::Nothing
        }
        Rule::Drop => Leave::Nothing,
    };
    (leave, floor)
}

fn leave_node(b: &mut Builder<'_>, leave: Leave, floor: usize) {
    match leave {
        Leave::Nothing => {}
        Leave::Boundary => b.boundary(),
        Leave::Holder => b.leave_holder(),
        Leave::Pre => b.leave_pre(),
        Leave::Inline(n_outer) => b.leave_inline(n_outer),
        Leave::Block => b.close_blocks(floor - 1),
    }
}

fn has_h1<N: DomNode>(body: &N) -> bool {
    let mut nodes = vec![body.first_child()];
    while let Some(node) = nodes.pop() {
        let Some(node) = node else { continue };
        nodes.push(node.next_sibling());
        if let DomKind::Element(name) = node.kind() {
            match Rule::of(&name) {
                Rule::Heading(1) => return true,
                Rule::Drop => {}
                _ => nodes.push(node.first_child()),
            }
        }
    }
    false
}

/// Text without what a parser would change: carriage returns are line breaks, other control characters nothing.
pub(crate) fn clean(text: &str) -> String {
    let cleaned = |c: char| match c {
        '\r' | '\u{c}' => Some('\n'),
        '\n' | '\t' => Some(c),
        // No feed for readers, which is XML, could hold the last two.
        c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => None,
        c => Some(c),
    };
    // Nearly all text is clean, and copied ten times as fast as it is built character by character.
    if text.chars().all(|c| cleaned(c) == Some(c)) {
        return text.to_owned();
    }
    text.chars().filter_map(cleaned).collect()
}
