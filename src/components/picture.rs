//! A picture that keeps its place before it has loaded, and its point of interest when it is cropped.

use crate::state::page_data::ImageData;
use crate::view::{El, el};

/// When the browser should fetch a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Loading {
    /// At once and before others: the picture that the first view is judged by.
    First,
    /// When it comes near.
    Lazy,
}

/// An `img` with its size, focus and placeholder, in a `picture` where there are newer formats of it. `sizes` chooses among
/// the derivatives.
pub fn picture(mut image: ImageData, loading: Loading, sizes: &'static str) -> El {
    let newer = image.avif.take().map(|srcset| {
        el("source")
            .attr("type", "image/avif")
            .attr("sizes", sizes)
            .attr("srcset", srcset)
    });
    let image = img(image, loading, sizes);
    match newer {
        Some(newer) => el("picture").child(newer).child(image),
        None => image,
    }
}

fn img(image: ImageData, loading: Loading, sizes: &'static str) -> El {
    let style = style(&image);
    let is_lazy = loading == Loading::Lazy;
    // What chooses the file stands before `src`: an engine may start to fetch as soon as it sees that.
    el("img")
        .attr_if(is_lazy, "loading", "lazy")
        .attr_if(!is_lazy, "fetchpriority", "high")
        .attr("decoding", "async")
        .attr_if(image.srcset.is_some(), "sizes", sizes)
        .attr_opt("srcset", image.srcset)
        .number("width", image.width)
        .number("height", image.height)
        .attr("alt", image.alt)
        .attr_opt("style", style)
        .attr("src", image.url)
}

/// Sizes and placeholders alone are inline: a feed cannot express style, and both values are made by us.
fn style(image: &ImageData) -> Option<String> {
    let mut style = String::new();
    for (property, value) in [
        ("object-position:", &image.focus),
        ("background:", &image.placeholder),
    ] {
        if let Some(value) = value {
            style.push_str(property);
            style.push_str(value);
            style.push(';');
        }
    }
    (!style.is_empty()).then_some(style)
}
