//! Where outline entries and links lead (ISO 32000-2, 12.3.2 and 12.6.4).
//!
//! It never follows a launch, a script or a remote file: those lead nowhere.

use hayro::kurbo::Point;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, String as PdfString};
use nashra_report::document::LinkTarget;

use super::{catalog, initial_transform, page_of, text_string};

const MAX_NODES: usize = 4_096;

/// The target of a dictionary with `Dest` or `A`.
pub(super) fn target_of(pdf: &Pdf, dict: &Dict<'_>) -> Option<LinkTarget> {
    if let Some(destination) = dict.get::<Object<'_>>("Dest") {
        return resolve(pdf, destination);
    }
    let action = dict.get::<Dict<'_>>("A")?;
    match action.get::<Name<'_>>("S")?.as_str() {
        "GoTo" => resolve(pdf, action.get::<Object<'_>>("D")?),
        "URI" => {
            let url = text_string(action.get::<PdfString<'_>>("URI")?.as_bytes());
            allowed_url(&url).map(LinkTarget::Url)
        }
        _ => None,
    }
}

fn allowed_url(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, _) = url.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let is_allowed = ["http", "https", "mailto", "tel"].contains(&scheme.as_str());
    (is_allowed && !url.chars().any(|c| c.is_control())).then(|| url.to_owned())
}

fn resolve(pdf: &Pdf, destination: Object<'_>) -> Option<LinkTarget> {
    let named = match &destination {
        Object::Array(array) => return explicit(pdf, array),
        Object::Name(name) => old_named(pdf, name).or_else(|| named(pdf, name.as_ref())),
        Object::String(name) => named(pdf, name.as_bytes()),
        _ => None,
    };
    match named? {
        Object::Array(array) => explicit(pdf, &array),
        Object::Dict(dict) => explicit(pdf, &dict.get::<Array<'_>>("D")?),
        _ => None,
    }
}

fn explicit(pdf: &Pdf, array: &Array<'_>) -> Option<LinkTarget> {
    let page = match array.raw_iter().next()? {
        MaybeRef::Ref(id) => page_of(pdf, id.into())?,
        MaybeRef::NotRef(object) => u32::try_from(object.into_number()?.as_i64()).ok()?,
    };
    let shown = pdf.pages().get(page as usize)?;
    let mut rest = array.iter::<Object<'_>>().skip(1);
    let kind = rest.next().and_then(Object::into_name);
    let top = match kind.as_ref().map(|name| name.as_str()) {
        Some("XYZ") => rest.nth(1),
        Some("FitH" | "FitBH") => rest.next(),
        Some("FitR") => rest.nth(3),
        _ => None,
    };
    let y = top.and_then(Object::into_number).map(|top| {
        let point = initial_transform(shown) * Point::new(0.0, top.as_f64());
        point.y as f32
    });
    Some(LinkTarget::Page {
        page,
        y: y.filter(|y| y.is_finite()),
    })
}

fn old_named<'a>(pdf: &'a Pdf, name: &Name<'_>) -> Option<Object<'a>> {
    catalog(pdf)
        .get::<Dict<'_>>("Dests")?
        .get::<Object<'_>>(name)
}

/// Looks a name up in the name tree, without trusting its limits to be in order.
fn named<'a>(pdf: &'a Pdf, name: &[u8]) -> Option<Object<'a>> {
    let names = catalog(pdf).get::<Dict<'_>>("Names")?;
    let mut open = vec![names.get::<Dict<'_>>("Dests")?];
    for _ in 0..MAX_NODES {
        let node = open.pop()?;
        if let Some(limits) = node.get::<Array<'_>>("Limits") {
            let mut limits = limits.iter::<PdfString<'_>>();
            if let (Some(low), Some(high)) = (limits.next(), limits.next())
                && (name < low.as_bytes() || name > high.as_bytes())
            {
                continue;
            }
        }
        if let Some(kids) = node.get::<Array<'_>>("Kids") {
            open.extend(kids.iter::<Dict<'_>>().take(MAX_NODES));
        }
        let Some(pairs) = node.get::<Array<'_>>("Names") else {
            continue;
        };
        let mut pairs = pairs.iter::<Object<'_>>();
        while let (Some(key), Some(value)) = (pairs.next(), pairs.next()) {
            if key.into_string().is_some_and(|key| key.as_bytes() == name) {
                return Some(value);
            }
        }
    }
    None
}
