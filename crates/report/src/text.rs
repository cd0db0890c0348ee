//! The text of a page in the order in which it is read.
//!
//! Letters are plain letters (no presentation forms) in logical order. It never says where text stands in the
//! file's own order: that is the engine's business.

use crate::geometry::RectPt;

/// Which way a block's lines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TextDirection {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl TextDirection {
    /// Its name in files and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// What a block is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum BlockRole {
    /// Running text.
    #[default]
    Paragraph,
    /// A heading; the level is 1 to 6.
    Heading(u8),
    /// An item of a list, with its label.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// A caption of a figure or table.
    Caption,
    /// A line repeated at the head or foot of pages; left out of reading mode.
    RunningHead,
    /// The page's own number; left out of reading mode.
    PageNumber,
}

impl BlockRole {
    /// Whether the block belongs to the report's text rather than to the page's furniture.
    pub fn is_content(self) -> bool {
        !matches!(self, Self::RunningHead | Self::PageNumber)
    }
}

/// One word, or a piece of one that a line end cut.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Word {
    /// In logical order.
    pub text: String,
    /// The place of its letters.
    pub rect: RectPt,
    /// Whether a space follows in the text. False where a hyphenated word goes on in the next line.
    pub space_after: bool,
}

/// Words that stand on one line, in logical order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Line {
    /// At least one.
    pub words: Vec<Word>,
}

/// A paragraph, heading, cell or the like.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Block {
    /// What it is.
    pub role: BlockRole,
    /// Which way it runs.
    pub direction: TextDirection,
    /// BCP 47, as the file says; none where it does not say.
    pub language: Option<String>,
    /// From the first to the last.
    pub lines: Vec<Line>,
}

/// Whether the file says which letters its glyphs are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TextMapping {
    /// There is no text, or all of it can be read.
    #[default]
    Complete,
    /// Some glyphs have no letters.
    Partial,
    /// Most glyphs have no letters: the text must not be shown or searched.
    Missing,
}

/// The text of one page.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PageText {
    /// In reading order.
    pub blocks: Vec<Block>,
    /// Whether it is to be trusted.
    pub mapping: TextMapping,
}

impl Block {
    /// The words in order, over all lines.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.lines.iter().flat_map(|line| &line.words)
    }

    /// The text as one line.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for word in self.words() {
            out.push_str(&word.text);
            if word.space_after {
                out.push(' ');
            }
        }
        out.truncate(out.trim_end().len());
        out
    }
}

impl PageText {
    /// The text, a line a block.
    pub fn text(&self) -> String {
        let blocks: Vec<String> = self.blocks.iter().map(Block::text).collect();
        blocks.join("\n")
    }
}
