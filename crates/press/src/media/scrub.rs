//! Originals without what cameras and editors wrote into them: place, device, owner, previews.
//!
//! Pixels stay to the letter where the picture stands upright; one that a camera laid on its side is turned and encoded anew,
//! because readers who save it would else see it lie. What cannot be taken apart is refused, never passed on as it is.

use image::metadata::Orientation;
use image::{ImageDecoder, ImageReader};
use img_parts::jpeg::{Jpeg, markers};
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};
use std::io::Cursor;

use super::MediaError;

/// Quality of a picture that had to be turned.
const TURNED_QUALITY: u8 = 92;

/// Whether files of this name carry such data.
pub(crate) fn is_for(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["jpg", "jpeg", "png", "webp"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}

/// The picture with its pixels and colours alone.
pub(crate) fn scrub(bytes: Vec<u8>) -> Result<Vec<u8>, MediaError> {
    if orientation(&bytes) != Orientation::NoTransforms {
        return turned(&bytes);
    }
    let bytes = Bytes::from(bytes);
    let broken = |error: img_parts::Error| MediaError::Encoder(error.to_string());
    let clean = if bytes.starts_with(&[0xFF, 0xD8]) {
        let mut jpeg = Jpeg::from_bytes(bytes).map_err(broken)?;
        jpeg.segments_mut().retain(is_kept);
        jpeg.encoder().bytes()
    } else if bytes.starts_with(b"\x89PNG") {
        let mut png = Png::from_bytes(bytes).map_err(broken)?;
        let told = [*b"eXIf", *b"tEXt", *b"iTXt", *b"zTXt", *b"tIME"];
        png.chunks_mut()
            .retain(|chunk| !told.contains(&chunk.kind()));
        png.encoder().bytes()
    } else if bytes.starts_with(b"RIFF") {
        let mut webp = WebP::from_bytes(bytes).map_err(broken)?;
        webp.set_exif(None);
        webp.remove_chunks_by_id(*b"XMP ");
        webp.encoder().bytes()
    } else {
        return Err(MediaError::Encoder(
            "not the picture that its name says".to_owned(),
        ));
    };
    Ok(clean.to_vec())
}

/// Everything that decoders need, the colour profile among it: of the application segments those of JFIF, of profiles and of Adobe's
/// colour transform.
fn is_kept(segment: &img_parts::jpeg::JpegSegment) -> bool {
    match segment.marker() {
        markers::APP0 => segment.contents().starts_with(b"JFIF\0"),
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        markers::APP14 => segment.contents().starts_with(b"Adobe"),
        markers::APP0..=markers::APP15 | markers::COM => false,
        _ => true,
    }
}

fn orientation(bytes: &[u8]) -> Orientation {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let decoder = reader.ok().and_then(|reader| reader.into_decoder().ok());
    let orientation = decoder.and_then(|mut decoder| decoder.orientation().ok());
    orientation.unwrap_or(Orientation::NoTransforms)
}

fn turned(bytes: &[u8]) -> Result<Vec<u8>, MediaError> {
    let picture = super::photo::read(bytes)?;
    let format = image::guess_format(bytes)?;
    let mut out = Vec::new();
    let (width, height) = picture.dimensions();
    match format {
        image::ImageFormat::Png => picture.write_to(&mut Cursor::new(&mut out), format)?,
        image::ImageFormat::WebP => {
            let encoder = webp::Encoder::from_rgb(picture.as_raw(), width, height);
            out = encoder.encode(f32::from(TURNED_QUALITY)).to_vec();
        }
        _ => out = jpeg(&picture, TURNED_QUALITY)?,
    }
    Ok(out)
}

/// A JPEG of pixels alone.
pub(crate) fn jpeg(picture: &image::RgbImage, quality: u8) -> Result<Vec<u8>, MediaError> {
    let too_large = |_| MediaError::Encoder("too large for a JPEG".to_owned());
    let width = u16::try_from(picture.width()).map_err(too_large)?;
    let height = u16::try_from(picture.height()).map_err(too_large)?;
    let mut out = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, quality);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    let encoded = encoder.encode(
        picture.as_raw(),
        width,
        height,
        jpeg_encoder::ColorType::Rgb,
    );
    encoded.map_err(|error| MediaError::Encoder(error.to_string()))?;
    Ok(out)
}
