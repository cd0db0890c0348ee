//! Photos as meant. Refuses a size that no picture has.

use super::attachment::mime_type;
use super::{Context, Node};
use crate::model::{Photo, PhotoSource, Size};
use crate::plain_text;
use crate::warnings::FeedProblem;
use crate::wire::Value;

/// The longest side that JPEG can hold; WebP holds less, and no browser shows more in the other formats.
const MAX_SIDE_PX: u64 = 65_535;

/// The photo, if it has a picture.
pub(super) fn photo(node: &Node<'_>, context: &mut Context<'_>) -> Option<Photo> {
    Some(Photo {
        url: context.web_url(node, "url")?,
        size: size(node, context),
        // An empty text is an answer here: the photo is for decoration.
        alt: match node.get("alt").value {
            Value::Text(alt) => Some(plain_text::line(alt).unwrap_or_default()),
            _ => None,
        },
        caption: context.block(node, "caption"),
        credit: context.line(node, "credit"),
        rights: context.line(node, "rights"),
        focus: focus(&node.get("focus"), context),
        thumbhash: context.checked(node, "thumbhash", is_thumbhash, FeedProblem::InvalidValue),
        sources: context.each(node, "sources", source),
    })
}

/// Both sides, or neither.
pub(crate) fn size(node: &Node<'_>, context: &mut Context<'_>) -> Option<Size> {
    let width_px = side(node, "width", context);
    let height_px = side(node, "height", context);
    Some(Size {
        width_px: width_px?,
        height_px: height_px?,
    })
}

fn side(node: &Node<'_>, key: &str, context: &mut Context<'_>) -> Option<u32> {
    context
        .count(node, key, MAX_SIDE_PX)
        .map(|side| side as u32)
}

fn focus(node: &Node<'_>, context: &mut Context<'_>) -> Option<[f64; 2]> {
    let focus = match node.elements() {
        [] => return None,
        [Value::Number(x), Value::Number(y)]
            if (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y) =>
        {
            Ok([*x, *y])
        }
        _ => Err(FeedProblem::InvalidValue),
    };
    context.keep(focus, &node.path)
}

/// Base64 of 5 to 25 bytes, which is what the format can have.
fn is_thumbhash(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    text.len() - digits.len() <= 2
        && (7..=34).contains(&digits.len())
        && digits
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'/')
}

fn source(node: &Node<'_>, context: &mut Context<'_>) -> Option<PhotoSource> {
    let url = context.web_url(node, "url")?;
    Some(PhotoSource {
        mime_type: mime_type(node, &url, context),
        width_px: side(node, "width", context),
        url,
    })
}
