//! Line icons on a 24 px grid, drawn for this project. They stand beside words or inside a named control, so they are
//! hidden from assistive technology, always.

use crate::view::{El, el};

/// A drawing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Icon {
    /// An open book: read online.
    Book,
    /// An arrow into a tray: download.
    Download,
    /// A magnifying glass.
    Search,
    /// A chevron that points back against reading direction; mirrored by the style sheet.
    Back,
    /// A chevron that points on in reading direction; mirrored by the style sheet.
    Forward,
    /// A circle half filled: light or dark.
    Contrast,
    /// A sheet with a folded corner.
    File,
    /// An arrow out of a box: another site.
    External,
    /// A triangle with a mark: something failed.
    Warning,
    /// A cross: close.
    Close,
    /// A magnifying glass with a plus.
    ZoomIn,
    /// A magnifying glass with a minus.
    ZoomOut,
    /// A triangle: start. Never mirrored.
    Play,
    /// Two bars: stop.
    Pause,
    /// Corners that point outwards: full screen.
    Expand,
    /// Corners that point inwards.
    Shrink,
    /// A node with two branches: other programs.
    Share,
    /// Two links of a chain.
    Link,
    /// A check mark: done.
    Check,
}

impl Icon {
    /// SVG path data, stroked.
    fn path(self) -> &'static str {
        match self {
            Self::Book => {
                "M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13c-3.5 0-6.5.5-8.5 2zm0 0v13"
            }
            Self::Download => "M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm4.8 11.3L20 20",
            Self::Back => "m14.5 6-6 6 6 6",
            Self::Forward => "m9.5 6 6 6-6 6",
            Self::Contrast => "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 0v16m2.5-14.5v13m2.7-11v9",
            Self::File => "M6.5 3.5h7l4.5 4.5v12.5H6.5zm7 0V8H18",
            Self::External => "M9 5.5H5v13.5h13.5V15M13 4.5h6.5V11m0-6.5L11.5 12.5",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::ZoomIn => {
                "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm4.8 11.3L20 20M10.5 7.8v5.4m-2.7-2.7h5.4"
            }
            Self::ZoomOut => {
                "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm4.8 11.3L20 20M7.8 10.5h5.4"
            }
            Self::Play => "M8 5.5v13l10.5-6.5z",
            Self::Pause => "M8.5 5.5v13m7-13v13",
            Self::Expand => "M4.5 9V4.5H9m6 0h4.5V9m0 6v4.5H15m-6 0H4.5V15",
            Self::Shrink => "M9 4.5V9H4.5m15 0H15V4.5m0 15V15h4.5m-15 0H9v4.5",
            Self::Share => {
                "M17 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6.5 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM17 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8.7 10.8l6.1-4m-6.1 6.4 6.1 4"
            }
            Self::Link => {
                "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7L11.8 6.5M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2"
            }
            Self::Check => "m5 12.5 4.5 4.5L19 7.5",
            Self::Warning => "M12 4.5 21 19.5H3zm0 5.5v4.5m0 2.2v.3",
        }
    }

    /// Whether the drawing points in reading direction and so turns round in right-to-left text.
    fn is_directional(self) -> bool {
        matches!(self, Self::Back | Self::Forward)
    }
}

/// An icon in the size and colour of the text around it; by itself too, where the style sheet did not come.
pub fn icon(icon: Icon) -> El {
    let class = if icon.is_directional() {
        "icon icon-directional"
    } else {
        "icon"
    };
    el("svg")
        .class(class)
        .attr("viewBox", "0 0 24 24")
        .attr("width", "24")
        .attr("height", "24")
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("aria-hidden", "true")
        .child(el("path").attr("d", icon.path()))
}
