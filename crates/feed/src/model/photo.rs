//! Pictures with what is known about them. Refuses to know how they are shown.

use crate::web_url::WebUrl;

/// One photo.
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// The picture's file.
    pub url: WebUrl,
    /// Its size, when both sides are known.
    pub size: Option<Size>,
    /// What it shows, for those who do not see it. `Some` of an empty string: it is for decoration only.
    pub alt: Option<String>,
    /// The text below it.
    pub caption: Option<String>,
    /// Who took it.
    pub credit: Option<String>,
    /// What may be done with it.
    pub rights: Option<String>,
    /// The point that no crop may lose: x and y from the top left corner, each from 0 to 1.
    pub focus: Option<[f64; 2]>,
    /// A blurred preview in base64 (the ThumbHash format).
    pub thumbhash: Option<String>,
    /// The same picture in other sizes and formats.
    pub sources: Vec<PhotoSource>,
}

/// A picture's size in its own pixels; neither side is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width_px: u32,
    /// From top to bottom.
    pub height_px: u32,
}

/// Another file of the same picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoSource {
    /// The file.
    pub url: WebUrl,
    /// Its media type without parameters, in lower case: as declared, else by the file name's extension.
    pub mime_type: Option<String>,
    /// Its width; not 0.
    pub width_px: Option<u32>,
}
