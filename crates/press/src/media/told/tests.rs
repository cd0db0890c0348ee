use std::io::Cursor;

use image::{ImageFormat, RgbImage};
use img_parts::jpeg::{Jpeg, JpegSegment};

use super::*;

const XMP: &str = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF><rdf:Description photoshop:Credit=\"Agency &amp; Sons\" exif:GPSLatitude=\"41,0N\">\
    <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">The hall &#x2013; before</rdf:li><rdf:li xml:lang=\"ar\">القاعة</rdf:li></rdf:Alt></dc:description>\
    <dc:creator><rdf:Seq><rdf:li>Noor Haddad</rdf:li></rdf:Seq></dc:creator>\
    <dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">Free for the press</rdf:li></rdf:Alt></dc:rights>\
    <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang=\"en-GB\">Empty chairs</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>\
    </rdf:Description></rdf:RDF></x:xmpmeta>";

/// A record of IPTC's.
fn record(record: u8, number: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap_or_default().to_be_bytes();
    [&[0x1C, record, number], &length[..], data].concat()
}

/// Photoshop's segment around them, behind another block of an odd length.
fn photoshop(records: &[u8]) -> Vec<u8> {
    let length = u32::try_from(records.len())
        .unwrap_or_default()
        .to_be_bytes();
    let other = [IRB_OTHER, &[0, 0, 0, 1], &[7, 0]].concat();
    [
        b"Photoshop 3.0\0",
        &*other,
        b"8BIM\x04\x04\0\0",
        &length,
        records,
    ]
    .concat()
}

const IRB_OTHER: &[u8] = b"8BIM\x04\x25\x03abc";

fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = RgbImage::new(8, 8);
    let written = picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg);
    assert!(written.is_ok());
    let mut jpeg = Jpeg::from_bytes(Bytes::from(bytes)).unwrap_or_else(|error| panic!("{error}"));
    for (marker, contents) in segments {
        let segment = JpegSegment::new_with_contents(*marker, Bytes::from(contents.clone()));
        jpeg.segments_mut().insert(1, segment);
    }
    jpeg.encoder().bytes().to_vec()
}

#[test]
fn xmp_by_language() {
    let packet = [XMP_IN_JPEG, XMP.as_bytes()].concat();
    let told = read(&jpeg(&[(markers::APP1, packet)]));
    assert_eq!(told.caption("en"), Some("The hall – before"));
    assert_eq!(told.caption("ar"), Some("القاعة"));
    assert_eq!(told.alt("en"), Some("Empty chairs"));
    assert_eq!(told.alt("ar"), None);
    assert_eq!(told.rights("fr"), Some("Free for the press"));
    assert_eq!(
        told.credit().as_deref(),
        Some("Noor Haddad / Agency & Sons")
    );
}

#[test]
fn iptc_in_several_alphabets() {
    #[track_caller]
    fn check(records: &[Vec<u8>], caption: Option<&str>, credit: Option<&str>) {
        let told = read(&jpeg(&[(markers::APP13, photoshop(&records.concat()))]));
        assert_eq!(told.caption("en"), caption);
        assert_eq!(told.credit().as_deref(), credit);
    }
    check(
        &[
            record(1, 90, b"\x1b%G"),
            record(2, 120, "القاعة".as_bytes()),
            record(2, 80, b"Noor"),
            record(2, 80, b"Amal"),
        ],
        Some("القاعة"),
        Some("Noor, Amal"),
    );
    check(
        &[record(2, 120, b"D\xe9j\xe0"), record(2, 110, b"Agency")],
        Some("Déjà"),
        Some("Agency"),
    );
    check(&[vec![0x1C, 2, 120, 0, 9, b'x']], None, None);
    check(&[], None, None);
}

#[test]
fn xmp_before_iptc() {
    let told = read(&jpeg(&[
        (markers::APP1, [XMP_IN_JPEG, b"<rdf:Description><dc:creator><rdf:Seq><rdf:li>Noor</rdf:li></rdf:Seq></dc:creator></rdf:Description>"].concat()),
        (markers::APP13, photoshop(&[record(2, 80, b"N. H."), record(2, 116, b"Free")].concat())),
    ]));
    assert_eq!(
        (told.credit().as_deref(), told.rights("en")),
        (Some("Noor"), Some("Free"))
    );
}

#[test]
fn what_is_no_photo_says_nothing() {
    for bytes in [
        &b""[..],
        b"\xFF\xD8",
        b"\x89PNG",
        b"RIFF",
        b"Photoshop 3.0\0",
    ] {
        assert_eq!(read(bytes), Told::default());
    }
}
