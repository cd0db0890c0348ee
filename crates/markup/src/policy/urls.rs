//! Which addresses content may name.
//! It refuses to judge a reference as written: only what the resolver made of it counts.

use super::Context;

/// Schemes of links; the first two are those of images and media.
const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// A link's address: absolute, or a fragment of this content.
pub(super) fn link(context: &Context<'_>, reference: &str) -> Option<String> {
    let reference = reference.trim_matches(|c: char| c <= ' ');
    match reference.strip_prefix('#') {
        Some(fragment) => Some(["#", &id(context, fragment)?].concat()),
        None => resolve(context, reference, &SCHEMES),
    }
}

/// The address of an image or media file.
pub(super) fn resource(context: &Context<'_>, reference: &str) -> Option<String> {
    resolve(context, reference, &SCHEMES[..2])
}

/// An id with its prefix, which is not set twice.
pub(super) fn id(context: &Context<'_>, id: &str) -> Option<String> {
    if id.is_empty() || id.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    if id
        .strip_prefix(context.id_prefix)
        .is_some_and(|rest| !rest.is_empty())
    {
        return Some(id.to_owned());
    }
    Some([context.id_prefix, id].concat())
}

fn resolve(context: &Context<'_>, reference: &str, schemes: &[&str]) -> Option<String> {
    // An empty reference names the document that holds it, which is not ours to link.
    if reference.trim_matches(|c: char| c <= ' ').is_empty() {
        return None;
    }
    let url = (context.resolve)(context.base_url, reference)?.replace(' ', "%20");
    // A normalised URL has none of these; one that has was not normalised.
    if url.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    schemes
        .iter()
        .any(|scheme| {
            url.strip_prefix(scheme)
                .is_some_and(|rest| !rest.is_empty())
        })
        .then_some(url)
}

/// The host (and port) of a normalised http(s) URL, for showing.
pub(super) fn host(url: &str) -> &str {
    // By characters: a search for a string would bring its machinery into the browser.
    let rest = url.split_once(':').map_or(url, |(_, rest)| rest);
    let rest = rest.trim_start_matches('/');
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host)
}

/// A `srcset` with its addresses resolved, without the candidates that are not allowed
/// (HTML Standard, "parse a srcset attribute").
pub(super) fn srcset(context: &Context<'_>, value: &str) -> Option<String> {
    let mut kept = String::new();
    let separator = |c: char| c.is_ascii_whitespace() || c == ',';
    let mut rest = value.trim_start_matches(separator);
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let (reference, after) = rest.split_at(end);
        let bare = reference.trim_end_matches(',');
        let (descriptor, next) = if bare.len() < reference.len() {
            ("", after)
        } else {
            after.split_at(descriptors_end(after))
        };
        let descriptor = descriptor.trim_matches(|c: char| c.is_ascii_whitespace());
        if (descriptor.is_empty() || is_descriptor(descriptor))
            && let Some(url) = resource(context, bare).filter(|url| !url.ends_with(','))
        {
            if !kept.is_empty() {
                kept.push_str(", ");
            }
            kept.push_str(&url);
            if !descriptor.is_empty() {
                kept.push(' ');
                kept.push_str(descriptor);
            }
        }
        rest = next.trim_start_matches(separator);
    }
    (!kept.is_empty()).then_some(kept)
}

/// Where a candidate's descriptors end: at a comma outside of parentheses.
fn descriptors_end(text: &str) -> usize {
    let mut in_parentheses = false;
    let end = text.find(|c: char| {
        match c {
            '(' => in_parentheses = true,
            ')' => in_parentheses = false,
            _ => {}
        }
        c == ',' && !in_parentheses
    });
    end.unwrap_or(text.len())
}

/// One width (`640w`) or density (`1.5x`).
fn is_descriptor(text: &str) -> bool {
    let is_number = |digits: &str| {
        (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    if let Some(width) = text.strip_suffix('w') {
        return is_number(width);
    }
    text.strip_suffix('x').is_some_and(|density| {
        let (whole, part) = density.split_once('.').unwrap_or((density, "0"));
        is_number(whole) && is_number(part)
    })
}
