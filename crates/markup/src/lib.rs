//! Third-party HTML (an item's `content_html`) read into a tree that can only express what is allowed.
//! It refuses to sanitise: nothing is filtered out of a document, an allowed tree is built anew.
//!
//! One policy ([`read`]) works on any parsed document that implements [`DomNode`]: html5ever's natively
//! (feature `native`), the browser's in the app. Both readers parse `<!doctype html><body>` + the input
//! with scripting off, so that they see the same document.
//!
//! # Normal form
//!
//! Parsing [`Markup::to_html`] gives the very same tree in every engine, because hydration walks the DOM that the
//! browser made of the published page. The builder therefore only makes content models that survive a parser:
//!
//! - Text and inline elements stand in a paragraph, a heading, `pre`, or directly in `li`, `dt`, `dd`, `td`, `th`,
//!   `caption`, `figure`, `figcaption`; at the top and in `blockquote` a loose run becomes a paragraph.
//! - An inline element never holds a block: it is closed before the block and opened again inside of it.
//!   A link never holds a link (the inner one keeps its text).
//! - A heading or paragraph ends where a block begins; what follows is an ordinary paragraph.
//!   `pre` stays whole: a block in it becomes a line.
//! - Tables are written out in full (`tbody`, `tr`, cells); loose content gets the element that is missing.
//! - Adjacent texts are one node; white space at the ends of a run, between blocks and the line breaks that open
//!   a `pre` are dropped; carriage returns and control characters never occur.
//! - Empty elements are dropped, except list items and cells.
//!
//! # What is decided here and not obvious
//!
//! - A document with an `h1` has all its headings one level lower, so that their order stays.
//! - A list directly in a list goes into the item before it; loose `li`, `dt`, `dd` get a list.
//! - Unknown containers (`div`, `section`, ...) leave a block boundary, and their `lang` and `dir` go to the blocks inside.
//! - The `id` of a lost or empty element (`<a name>`) goes to what follows it.
//! - `strike`, `del`, `ins`, `kbd`, `samp`, `tt`, `acronym`, `var`, `dfn` are read as the allowed element that looks the same.
//! - `colgroup` and `col` are dropped: without style they say nothing. `ol` keeps `start`, `reversed`, `type`; `li` keeps `value`.
//! - `img` keeps `src`, `srcset` (with `sizes`), `width`, `height`, `alt` (added when absent), `title`; `a` keeps `href`,
//!   `hreflang`, `title` and always has `rel="external"`: the router leaves all links of content to the browser.
//! - Known players become a link with `data-media`; see [`Media`].
//! - Elements nested deeper than 64 are lost, with their boundaries; their text stays.

mod from_text;
mod html;
mod media;
#[cfg(feature = "native")]
mod native;
mod node;
mod policy;
mod tree;
mod vocabulary;

pub use from_text::from_text;
pub use media::Media;
#[cfg(feature = "native")]
pub use native::{read_html, resolve};
pub use node::{DomKind, DomNode};
pub use policy::{Context, MAX_DEPTH, read};
pub use tree::{Element, Markup, Node};
pub use vocabulary::{Attribute, Tag};
