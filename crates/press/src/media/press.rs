//! What journalists take of a photo: a size for the web, and what is known of the original, which is the size for print.
//!
//! Both are pixels and colours alone. It makes no web size of a picture that is no larger than one.

use std::fs;
use std::path::Path;

use image::DynamicImage;
use image::imageops::FilterType;
use serde::{Deserialize, Serialize};

use super::{Cache, MediaError, kept, photo, scrub};

/// The longer side of a picture for the web, in pixels: as wide as text columns and social networks show it on fine screens.
const WEB_PX: u32 = 1600;
const WEB_QUALITY: u8 = 84;
const FACTS: &str = "facts.json";
const WEB: &str = "web.jpg";

/// The sizes of a photo that can be downloaded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PressFacts {
    /// The entry in the cache.
    #[serde(default)]
    entry: String,
    /// Smaller; `None` where the original is small enough.
    pub(crate) web: Option<Size>,
    /// The original as it is published.
    pub(crate) print: Size,
}

/// How large a picture is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Size {
    pub(crate) width_px: u32,
    pub(crate) height_px: u32,
    pub(crate) n_bytes: u64,
}

impl PressFacts {
    /// Where the size for the web is published, relative to the newsroom's address.
    pub(crate) fn web_path(&self) -> String {
        ["assets/", &self.entry, "-", WEB].concat()
    }

    /// What is to be copied: where it lies, and where it goes.
    pub(super) fn files(&self, cache: &Cache) -> Option<(std::path::PathBuf, String)> {
        self.web?;
        Some((cache.path(&self.entry).join(WEB), self.web_path()))
    }
}

/// Facts about the photo at `path`, made now or before.
pub(super) fn facts(path: &Path, cache: &Cache) -> Result<PressFacts, MediaError> {
    let (entry, facts) = kept(cache, ["press", FACTS], path, make)?;
    Ok(PressFacts { entry, ..facts })
}

fn make(bytes: Vec<u8>, folder: &Path) -> Result<(), MediaError> {
    let picture = photo::read(&bytes)?;
    let (width_px, height_px) = picture.dimensions();
    let print = Size {
        width_px,
        height_px,
        n_bytes: scrub::scrub(bytes)?.len() as u64,
    };
    let longest = width_px.max(height_px);
    let mut web = None;
    if longest > WEB_PX {
        let side = |px: u32| (u64::from(px) * u64::from(WEB_PX) / u64::from(longest)).max(1) as u32;
        let (width_px, height_px) = (side(width_px), side(height_px));
        let picture = DynamicImage::from(picture);
        let small = picture.resize_exact(width_px, height_px, FilterType::Lanczos3);
        let jpeg = scrub::jpeg(&small.into_rgb8(), WEB_QUALITY)?;
        fs::write(folder.join(WEB), &jpeg)?;
        web = Some(Size {
            width_px,
            height_px,
            n_bytes: jpeg.len() as u64,
        });
    }
    let facts = PressFacts {
        entry: String::new(),
        web,
        print,
    };
    let json = serde_json::to_vec(&facts).map_err(std::io::Error::other)?;
    Ok(fs::write(folder.join(FACTS), json)?)
}
