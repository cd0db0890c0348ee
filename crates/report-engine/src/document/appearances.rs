//! Annotations that blend with the page below them: a highlighter's multiplied yellow.
//!
//! Their appearance is as a rule a transparency group that is neither isolated nor knocked out. Painted at full opacity in
//! the normal mode, as annotations are, such a group is the same as its contents painted one by one (ISO 32000-2, 11.4).
//! The library isolates every group, so that the yellow met an empty backdrop and hid the words. Here the group's key is
//! taken out of the file's bytes, in place, before the library draws. It refuses every other group: elsewhere the state
//! of the moment decides, and only the library knows that.

use std::ops::Range;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

const KEY: &[u8] = b"/Group";
/// A key that no specification knows, of the same length: no offset in the file moves.
const PASSED_OVER: &[u8] = b"/group";
/// Annotations looked at in one file.
const MAX_ANNOTATIONS: usize = 20_000;

/// The bytes with the groups of such appearances passed over; none when there are no such groups.
pub(super) fn ungrouped(pdf: &Pdf, bytes: &[u8]) -> Option<Vec<u8>> {
    let annotations = pdf
        .pages()
        .iter()
        .filter_map(|page| page.raw().get::<Array<'_>>("Annots"))
        .flat_map(|annotations| annotations.iter::<Dict<'_>>());
    let keys: Vec<_> = annotations
        .take(MAX_ANNOTATIONS)
        .filter_map(|annotation| key_place(appearance(&annotation)?.dict(), bytes))
        .collect();
    if keys.is_empty() {
        return None;
    }
    let mut ungrouped = bytes.to_vec();
    for key in keys {
        ungrouped.get_mut(key)?.copy_from_slice(PASSED_OVER);
    }
    Some(ungrouped)
}

/// What is drawn for an annotation; none for links, which have no looks of their own.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    if annotation.get::<Name<'_>>("Subtype")?.as_str() == "Link" {
        return None;
    }
    match annotation.get::<Dict<'_>>("AP")?.get::<Object<'_>>("N")? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => states.get(annotation.get::<Name<'_>>("AS")?),
        _ => None,
    }
}

/// Where in the file a form's group is named, if the group may be passed over.
fn key_place(form: &Dict<'_>, file: &[u8]) -> Option<Range<usize>> {
    let group = form.get::<Dict<'_>>("Group")?;
    let is = |flag: &str| group.get::<bool>(flag).unwrap_or(false);
    if is("I") || is("K") {
        return None;
    }
    let at = key_at(form.data())?;
    // A form's dictionary stands in the file as it is, never compressed: its bytes are part of the file's.
    let start = (form.data().as_ptr().addr()).checked_sub(file.as_ptr().addr())? + at;
    let place = start..start.checked_add(KEY.len())?;
    (file.get(place.clone())? == KEY).then_some(place)
}

/// The one place where the key stands before a dictionary or a reference; none when it is not the only one.
fn key_at(dict: &[u8]) -> Option<usize> {
    let mut places = dict.windows(KEY.len()).enumerate().filter_map(|(at, key)| {
        let rest = dict.get(at + KEY.len()..)?;
        let value = rest.trim_ascii_start();
        let is_delimited = value.len() < rest.len() || value.starts_with(b"<<");
        let is_value = value.starts_with(b"<<") || value.first()?.is_ascii_digit();
        (key == KEY && is_delimited && is_value).then_some(at)
    });
    let first = places.next()?;
    places.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::Document;

    use super::*;

    /// A page with a black square under an annotation that multiplies it with yellow, in a group.
    fn page_with(group: &str) -> Vec<u8> {
        let form = "/G gs 1 1 0 rg 0 0 20 20 re f";
        let square = "0 g 5 5 10 10 re f";
        format!(
            "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
             2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
             3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 20 20]/Resources<<>>/Contents 4 0 R/Annots[5 0 R]>>endobj\n\
             4 0 obj<</Length {}>>stream\n{square}\nendstream endobj\n\
             5 0 obj<</Type/Annot/Subtype/Highlight/F 4/Rect[0 0 20 20]/AP<</N 6 0 R>>>>endobj\n\
             6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 20 20]{group}\
             /Resources<</ExtGState<</G<</BM/Multiply>>>>>>/Length {}>>stream\n{form}\nendstream endobj\n\
             7 0 obj<</S/Transparency>>endobj\ntrailer<</Root 1 0 R/Size 8>>\n%%EOF",
            square.len(),
            form.len(),
        )
        .into_bytes()
    }

    #[test]
    fn highlighted_words_stay_visible() {
        let check = |group: &str, middle: [u8; 4]| {
            let document = Document::open(page_with(group), "").expect("a report");
            let drawn = document.session().render(0, 1.0, None).expect("a page");
            let pixel = |x: usize, y: usize| &drawn.rgba[4 * (20 * y + x)..][..4];
            assert_eq!(pixel(10, 10), middle, "{group}");
            assert_eq!(pixel(2, 2), [255, 255, 0, 255], "{group}");
        };
        const BLACK: [u8; 4] = [0, 0, 0, 255];
        const YELLOW: [u8; 4] = [255, 255, 0, 255];
        check("", BLACK);
        check("/Group<</S/Transparency>>", BLACK);
        check("/Group <</Type /Group /S /Transparency /I false>>", BLACK);
        check("/Group 7 0 R", BLACK);
        check("/Group<</S/Transparency/I true>>", YELLOW);
    }

    #[test]
    fn only_the_key_is_taken() {
        let check = |dict: &[u8], expect: Option<usize>| assert_eq!(key_at(dict), expect);
        check(b"<</Group 7 0 R>>", Some(2));
        check(b"<</Group\n<</Type/Group/S/Transparency>>>>", Some(2));
        check(b"<</Groups 7 0 R>>", None);
        check(b"<</Group7 0 R>>", None);
        check(b"<</Type/Group>>", None);
        check(b"<</XObject<</Group 9 0 R>>/Group 7 0 R>>", None);
    }
}
