//! What is known of a report before a page is drawn.
//!
//! It never holds pixels or text.

use crate::geometry::{RectPt, SizePt};
use crate::text::TextDirection;

/// A page counted from 0.
pub type PageIndex = u32;

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct OutlineItem {
    /// As written in the file.
    pub title: String,
    /// Where it leads; none when the file's destination is not a page of it.
    pub page: Option<PageIndex>,
    /// Entries below.
    pub children: Vec<OutlineItem>,
}

/// A page and its label.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PageInfo {
    /// As shown: cropped and rotated.
    pub size: SizePt,
    /// What the report calls it ("iv", "12"); the page number where it says nothing.
    pub label: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    /// A place in the report; `y` in points from the top of that page where the file says so.
    Page {
        /// The page.
        page: PageIndex,
        /// Distance from its top edge.
        y: Option<f32>,
    },
    /// An address with the scheme `http`, `https`, `mailto` or `tel`. Others are left out.
    Url(String),
}

/// A link on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The place to press.
    pub rect: RectPt,
    /// Where it leads.
    pub target: LinkTarget,
}

/// The report as a whole.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct DocumentInfo {
    /// At least one.
    pub pages: Vec<PageInfo>,
    /// Empty when there is none.
    pub outline: Vec<OutlineItem>,
    /// From the file's metadata.
    pub title: Option<String>,
    /// From the file's metadata.
    pub author: Option<String>,
    /// BCP 47, as the file says.
    pub language: Option<String>,
    /// Which way its pages turn; none when neither the file nor its text says.
    pub page_progression: Option<TextDirection>,
}
