//! The allow-list: what becomes of each HTML element.
//! It refuses to be spread over the code: an element is allowed here or not at all.

use crate::vocabulary::Tag;

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// Lost, with everything in it.
    Drop,
    /// Lost, but its text does not run into the text around it.
    Boundary,
    /// A heading of this level, from 1.
    Heading(usize),
    /// A block element.
    Block(Tag),
    /// An inline element; a `span` that says nothing is lost, and unknown elements are read as one.
    Inline(Tag),
    /// A frame: a known player or nothing.
    Frame,
    /// A video player with its sources.
    Video,
    /// An audio player with its sources.
    Audio,
}

/// Other names of allowed elements, and blocks that are no containers of ours.
const ALIASES: &[(&str, Rule)] = &[
    ("h1", Rule::Heading(1)),
    ("h2", Rule::Heading(2)),
    ("h3", Rule::Heading(3)),
    ("h4", Rule::Heading(4)),
    ("h5", Rule::Heading(5)),
    ("h6", Rule::Heading(6)),
    ("iframe", Rule::Frame),
    ("video", Rule::Video),
    ("audio", Rule::Audio),
    ("strike", Rule::Inline(Tag::S)),
    ("del", Rule::Inline(Tag::S)),
    ("ins", Rule::Inline(Tag::U)),
    ("kbd", Rule::Inline(Tag::Code)),
    ("samp", Rule::Inline(Tag::Code)),
    ("tt", Rule::Inline(Tag::Code)),
    ("acronym", Rule::Inline(Tag::Abbr)),
    ("var", Rule::Inline(Tag::I)),
    ("dfn", Rule::Inline(Tag::I)),
    ("menu", Rule::Block(Tag::Ul)),
    ("dir", Rule::Block(Tag::Ul)),
    ("listing", Rule::Block(Tag::Pre)),
    ("plaintext", Rule::Block(Tag::Pre)),
    ("xmp", Rule::Block(Tag::Pre)),
];

const BOUNDARIES: &str = " address article aside body center details dialog div fieldset footer header hgroup html \
    legend main marquee nav search section summary ";

const DROPPED: &str = " applet area base basefont bgsound button canvas col colgroup datalist embed form frame \
    frameset head input keygen link map math meta meter noembed noframes noscript object optgroup option \
    param progress script select selectedcontent source style svg template textarea title track ";

impl Rule {
    pub(super) fn of(name: &str) -> Rule {
        if let Some((_, rule)) = ALIASES.iter().find(|(alias, _)| *alias == name) {
            return *rule;
        }
        // Only `Heading` makes headings: their level depends on the whole document.
        match Tag::ALL.iter().find(|tag| tag.name() == name) {
            Some(tag) if tag.is_inline() => Rule::Inline(*tag),
            Some(tag) => Rule::Block(*tag),
            None if lists(DROPPED, name) => Rule::Drop,
            None if lists(BOUNDARIES, name) => Rule::Boundary,
            None => Rule::Inline(Tag::Span),
        }
    }
}

fn lists(words: &str, name: &str) -> bool {
    words.split_ascii_whitespace().any(|word| word == name)
}
