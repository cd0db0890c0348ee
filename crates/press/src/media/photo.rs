//! A photo in several widths and formats, with its true size and a blurred preview.
//!
//! Pictures are turned upright and converted to sRGB before they are scaled; nothing but pixels goes into what is made.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, RgbImage};
use libavif::{Encoder, RgbPixels, YuvFormat};
use serde::{Deserialize, Serialize};

use super::{Cache, MediaError, Told, kept, told};

/// Widths that are made of a wider picture, in pixels; the picture's own width, up to the last of them, is one more.
const WIDTHS_PX: [u32; 5] = [480, 720, 960, 1600, 2400];
/// At speed 8 the AVIF of the sample's 184 pictures had 0.94 of the WebP's bytes together; at this one, which is better on
/// covers (docs/decisions/0009), photographs were not measured.
const AVIF_QUALITY: u8 = 58;
const AVIF_SPEED: u8 = 7;
const WEBP_QUALITY: f32 = 74.0;
/// ThumbHash takes pictures of at most 100 pixels a side.
const THUMB_PX: u32 = 96;
const FACTS: &str = "facts.json";

/// What is known of a photo, and what was made of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PhotoFacts {
    /// The entry in the cache.
    #[serde(default)]
    entry: String,
    /// Upright.
    pub(crate) width_px: u32,
    /// Upright.
    pub(crate) height_px: u32,
    /// Base64.
    pub(crate) thumbhash: String,
    /// AVIF before WebP, narrow before wide.
    pub(crate) sources: Vec<Made>,
    /// By the photo itself.
    pub(super) told: Told,
}

/// A picture that was made.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Made {
    name: String,
    pub(crate) mime_type: String,
    pub(crate) width_px: u32,
}

impl PhotoFacts {
    /// Its name in the cache, which changes with the picture.
    pub(crate) fn entry(&self) -> &str {
        &self.entry
    }

    /// Where a made picture is published, relative to the newsroom's address.
    pub(crate) fn path(&self, made: &Made) -> String {
        ["assets/", &self.entry, "-", &made.name].concat()
    }

    /// What is to be copied: where it lies, and where it goes.
    pub(super) fn files(&self, cache: &Cache) -> Vec<(PathBuf, String)> {
        let folder = cache.path(&self.entry);
        let files = self.sources.iter();
        files
            .map(|made| (folder.join(&made.name), self.path(made)))
            .collect()
    }
}

/// Facts about the photo at `path`, made now or before.
pub(super) fn facts(path: &Path, cache: &Cache) -> Result<PhotoFacts, MediaError> {
    let make = |bytes: Vec<u8>, draft: &Path| make(&bytes, draft);
    let (entry, facts) = kept(cache, ["photo", FACTS], path, make)?;
    Ok(PhotoFacts { entry, ..facts })
}

/// The picture in a file as it is seen: upright, in sRGB.
pub(crate) fn read(bytes: &[u8]) -> Result<RgbImage, MediaError> {
    let mut decoder = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()?
        .into_decoder()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    let mut pixels = on_white(image);
    if let Some(profile) = profile {
        to_srgb(&mut pixels, &profile);
    }
    Ok(pixels)
}

/// Width and height of the picture in a file as it is seen, in pixels, from its beginning; `None` where there is none that can be read.
pub(crate) fn size_px(path: &Path) -> Option<(u32, u32)> {
    let reader = ImageReader::open(path).ok()?.with_guessed_format().ok()?;
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let is_on_its_side = matches!(
        decoder.orientation().unwrap_or(Orientation::NoTransforms),
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    Some(if is_on_its_side {
        (height, width)
    } else {
        (width, height)
    })
}

/// Photographs have no holes; what has some is shown on paper.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let image = image.into_rgba8();
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [r, g, b, a] = image.get_pixel(x, y).0.map(u32::from);
        image::Rgb([r, g, b].map(|channel| ((channel * a + 255 * (255 - a)) / 255) as u8))
    })
}

/// A profile that cannot be read, or is not of three colours, leaves the pixels as they are.
fn to_srgb(pixels: &mut RgbImage, profile: &[u8]) {
    let Ok(from) = moxcms::ColorProfile::new_from_slice(profile) else {
        return;
    };
    let to = moxcms::ColorProfile::new_srgb();
    let layout = moxcms::Layout::Rgb;
    let options = moxcms::TransformOptions::default();
    let Ok(transform) = from.create_transform_8bit(layout, &to, layout, options) else {
        return;
    };
    let source = pixels.as_raw().clone();
    let _ = transform.transform(&source, pixels.as_flat_samples_mut().as_mut_slice());
}

fn make(bytes: &[u8], folder: &Path) -> Result<(), MediaError> {
    let picture = DynamicImage::from(read(bytes)?);
    let (width_px, height_px) = (picture.width(), picture.height());
    let mut widths: Vec<u32> = WIDTHS_PX
        .into_iter()
        .filter(|width| *width < width_px)
        .collect();
    if WIDTHS_PX.last().is_some_and(|last| width_px <= *last) {
        widths.push(width_px);
    }
    let mut made: Vec<(u8, Made)> = Vec::new();
    for width in widths {
        let scaled = scale(&picture, width);
        for (rank, extension, mime_type, bytes) in [
            (0, "avif", "image/avif", avif(&scaled)?),
            (1, "webp", "image/webp", webp(&scaled)),
        ] {
            let name = format!("{width}.{extension}");
            fs::write(folder.join(&name), bytes)?;
            let source = Made {
                name,
                mime_type: mime_type.to_owned(),
                width_px: width,
            };
            made.push((rank, source));
        }
    }
    made.sort_by_key(|(rank, source)| (*rank, source.width_px));
    let facts = PhotoFacts {
        entry: String::new(),
        width_px,
        height_px,
        thumbhash: thumbhash(&picture),
        sources: made.into_iter().map(|(_, source)| source).collect(),
        told: told::read(bytes),
    };
    let json = serde_json::to_vec(&facts).map_err(std::io::Error::other)?;
    Ok(fs::write(folder.join(FACTS), json)?)
}

fn scale(picture: &DynamicImage, width_px: u32) -> RgbImage {
    let (width, height) = (picture.width(), picture.height());
    if width == width_px {
        return picture.to_rgb8();
    }
    let height_px = (u64::from(height) * u64::from(width_px) / u64::from(width.max(1))) as u32;
    let scaled = picture.resize_exact(width_px, height_px.max(1), FilterType::Lanczos3);
    scaled.into_rgb8()
}

/// With colours at half size, as cameras keep them. One thread: photos have one each.
fn avif(picture: &RgbImage) -> Result<Vec<u8>, MediaError> {
    let (width, height) = picture.dimensions();
    let refused = |error: &dyn std::fmt::Display| MediaError::Encoder(error.to_string());
    let pixels =
        RgbPixels::new(width, height, picture.as_raw()).map_err(|error| refused(&error))?;
    let mut encoder = Encoder::new();
    encoder
        .set_max_threads(1)
        .set_quality(AVIF_QUALITY)
        .set_speed(AVIF_SPEED);
    let file = encoder.encode(&pixels.to_image(YuvFormat::Yuv420));
    Ok(file.map_err(|error| refused(&error))?.to_vec())
}

fn webp(picture: &RgbImage) -> Vec<u8> {
    let (width, height) = picture.dimensions();
    let encoded = webp::Encoder::from_rgb(picture.as_raw(), width, height).encode(WEBP_QUALITY);
    encoded.to_vec()
}

fn thumbhash(picture: &DynamicImage) -> String {
    use base64::Engine;
    let (width, height) = (picture.width(), picture.height());
    let longest = width.max(height).max(1);
    let side =
        |side: u32| (u64::from(side) * u64::from(THUMB_PX) / u64::from(longest)).max(1) as u32;
    let (width, height) = (side(width), side(height));
    let small = picture.thumbnail_exact(width, height);
    let hash =
        thumbhash::rgba_to_thumb_hash(width as usize, height as usize, small.into_rgba8().as_raw());
    base64::engine::general_purpose::STANDARD.encode(hash)
}
