//! What photographers and agencies wrote into a photo: caption, description, who took it, rights; from XMP, else from IPTC.
//!
//! These four and nothing else: where the photo was taken, and with what, is read by nobody.

mod iptc;
mod xmp;

use std::collections::BTreeMap;

use img_parts::Bytes;
use img_parts::jpeg::{Jpeg, markers};
use img_parts::png::Png;
use img_parts::webp::WebP;
use serde::{Deserialize, Serialize};

/// A text by language; `""` where none is said.
type ByLanguage = BTreeMap<String, String>;

/// What is said of a photo by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Told {
    captions: ByLanguage,
    alts: ByLanguage,
    rights: ByLanguage,
    creators: Vec<String>,
    /// The line that the agency asks for.
    credit_line: Option<String>,
}

const XMP_IN_JPEG: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const XMP_IN_PNG: &[u8] = b"XML:com.adobe.xmp\0";

/// Reads a file; one that cannot be taken apart says nothing.
pub(crate) fn read(bytes: &[u8]) -> Told {
    let (xmp, iptc) = packets(Bytes::copy_from_slice(bytes)).unwrap_or_default();
    let mut told = xmp.map_or_else(Told::default, |packet| xmp::read(&packet));
    if let Some(records) = iptc {
        told.fill(iptc::read(&records));
    }
    told
}

/// The XMP packet and the IPTC records.
fn packets(bytes: Bytes) -> Option<(Option<String>, Option<Vec<u8>>)> {
    let text = |bytes: &[u8]| Some(String::from_utf8_lossy(bytes).into_owned());
    if bytes.starts_with(&[0xFF, 0xD8]) {
        let jpeg = Jpeg::from_bytes(bytes).ok()?;
        let of = |marker| {
            let segments = jpeg.segments().iter();
            segments
                .filter(move |it| it.marker() == marker)
                .map(|it| it.contents())
        };
        let xmp = of(markers::APP1).find_map(|it| it.strip_prefix(XMP_IN_JPEG));
        let iptc = of(markers::APP13).find_map(|it| iptc::records(it));
        return Some((xmp.and_then(text), iptc));
    }
    if bytes.starts_with(b"\x89PNG") {
        let png = Png::from_bytes(bytes).ok()?;
        let mut texts = png.chunks().iter().filter(|it| it.kind() == *b"iTXt");
        let xmp = texts.find_map(|it| {
            // Neither compressed, nor in a language, nor translated: two bytes and two empty names.
            it.contents()
                .strip_prefix(XMP_IN_PNG)?
                .strip_prefix(&[0; 4])
        });
        return Some((xmp.and_then(text), None));
    }
    let webp = WebP::from_bytes(bytes).ok()?;
    let chunk = webp.chunk_by_id(*b"XMP ")?;
    let data = chunk.content().data()?;
    Some((text(data), None))
}

impl Told {
    /// Fills what is empty.
    fn fill(&mut self, other: Self) {
        let fill = |own: &mut ByLanguage, other| {
            if own.is_empty() {
                *own = other;
            }
        };
        fill(&mut self.captions, other.captions);
        fill(&mut self.alts, other.alts);
        fill(&mut self.rights, other.rights);
        if self.creators.is_empty() {
            self.creators = other.creators;
        }
        self.credit_line = self.credit_line.take().or(other.credit_line);
    }

    /// The caption for readers of a language: in it, else in none that is named.
    pub(crate) fn caption(&self, tag: &str) -> Option<&str> {
        in_language(&self.captions, tag)
    }

    /// The description for those who do not see the photo.
    pub(crate) fn alt(&self, tag: &str) -> Option<&str> {
        in_language(&self.alts, tag)
    }

    /// Who may use it.
    pub(crate) fn rights(&self, tag: &str) -> Option<&str> {
        in_language(&self.rights, tag)
    }

    /// Who took it, and the line that the agency asks for, where that says more.
    pub(crate) fn credit(&self) -> Option<String> {
        let names = self.creators.join(", ");
        let line = self.credit_line.as_deref().unwrap_or_default();
        match (&*names, line) {
            ("", "") => None,
            (names, "") => Some(names.to_owned()),
            (names, line) if line.contains(names) => Some(line.to_owned()),
            (names, line) => Some(format!("{names} / {line}")),
        }
    }
}

/// XMP calls the text that is for everybody `x-default`; beside translations it is in a language that nobody names.
fn in_language<'a>(texts: &'a ByLanguage, tag: &str) -> Option<&'a str> {
    let primary = tag.split('-').next().unwrap_or(tag);
    let of_primary = || {
        let mut all = texts.iter();
        all.find(|(own, _)| own.split('-').next() == Some(primary))
    };
    let found = texts
        .get(tag)
        .or_else(|| of_primary().map(|(_, text)| text));
    found.or_else(|| texts.get("")).map(String::as_str)
}

#[cfg(test)]
mod tests;
