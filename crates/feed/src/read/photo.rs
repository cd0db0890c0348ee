//! Photos as meant. Refuses a size that no picture has.

use super::Context;
use super::attachment::mime_type;
use crate::model::{Photo, PhotoSource, Size};
use crate::plain_text;
use crate::pointer::Path;
use crate::warnings::FeedProblem;
use crate::wire::List;
use crate::wire::item::{WirePhoto, WirePhotoSource};

/// The longest side that an image format in use can hold (JPEG and WebP hold less, PNG and AVIF more in name).
const MAX_SIDE_PX: u64 = 65_535;

/// All photos that have a picture.
pub(super) fn photos(
    list: Option<List<WirePhoto>>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Vec<Photo> {
    let mut out = Vec::new();
    for (index, wire) in list.into_iter().flat_map(|list| list.0).enumerate() {
        out.extend(wire.and_then(|wire| photo(wire, &path.index(index), context)));
    }
    out
}

/// The photo, if it has a picture.
pub(super) fn photo(wire: WirePhoto, path: &Path<'_>, context: &mut Context<'_>) -> Option<Photo> {
    let Some(url) = context.web_url(wire.url, &path.key("url")) else {
        context.log.add(path, FeedProblem::Incomplete);
        return None;
    };
    let line = |text: Option<String>| plain_text::line(&text?);
    Some(Photo {
        url,
        size: size(wire.width, wire.height, path, context),
        // An empty text is an answer here: the photo is for decoration.
        alt: wire
            .alt
            .map(|alt| plain_text::line(&alt).unwrap_or_default()),
        caption: wire.caption.and_then(|text| plain_text::block(&text)),
        credit: line(wire.credit),
        rights: line(wire.rights),
        focus: focus(wire.focus, &path.key("focus"), context),
        thumbhash: context.checked(wire.thumbhash, is_thumbhash, &path.key("thumbhash")),
        sources: sources(wire.sources, &path.key("sources"), context),
    })
}

/// Both sides, or neither.
pub(crate) fn size(
    width: Option<f64>,
    height: Option<f64>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Option<Size> {
    let width_px = context.count(width, MAX_SIDE_PX, &path.key("width"));
    let height_px = context.count(height, MAX_SIDE_PX, &path.key("height"));
    Some(Size {
        width_px: width_px? as u32,
        height_px: height_px? as u32,
    })
}

fn focus(list: Option<List<f64>>, path: &Path<'_>, context: &mut Context<'_>) -> Option<[f64; 2]> {
    let focus = match list?.0[..] {
        [Some(x), Some(y)] if (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y) => Ok([x, y]),
        _ => Err(FeedProblem::InvalidValue),
    };
    context.keep(focus, path)
}

/// Base64 of 5 to 25 bytes, which is what the format can have.
fn is_thumbhash(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    text.len() - digits.len() <= 2
        && (7..=34).contains(&digits.len())
        && digits
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'))
}

fn sources(
    list: Option<List<WirePhotoSource>>,
    path: &Path<'_>,
    context: &mut Context<'_>,
) -> Vec<PhotoSource> {
    let mut out = Vec::new();
    for (index, wire) in list.into_iter().flat_map(|list| list.0).enumerate() {
        let path = path.index(index);
        let Some(wire) = wire else { continue };
        let Some(url) = context.web_url(wire.url, &path.key("url")) else {
            context.log.add(&path, FeedProblem::Incomplete);
            continue;
        };
        out.push(PhotoSource {
            mime_type: mime_type(wire.mime_type, &url, &path.key("mime_type"), context),
            width_px: context
                .count(wire.width, MAX_SIDE_PX, &path.key("width"))
                .map(|width| width as u32),
            url,
        });
    }
    out
}
