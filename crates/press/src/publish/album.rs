//! The photos of an item as one archive, with texts that say whose they are: what an editor downloads before a deadline.
//!
//! Photos are stored as they are published, without what cameras wrote into them; compressing them again would gain nothing. The
//! same photos make the same archive, to the byte.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use nashra_app::state::locale::Locale;
use nashra_feed::{Item, Photo};
use xxhash_rust::xxh3::Xxh3;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::media::{Cache, MediaError, scrub};

/// The file beside the page of an item.
pub(super) const FILE: &str = "photos.zip";

/// A photo that goes into the archive.
pub(super) struct Member {
    /// What it is called there.
    pub(super) name: String,
    /// Where it lies.
    pub(super) path: PathBuf,
}

/// A text that goes with the photos: its name and what it says.
pub(super) type Credits = (String, String);

/// The archive, made now or before: where it lies, and its bytes.
pub(super) fn archive(
    photos: &[Member],
    credits: &[Credits],
    cache: &Cache,
) -> Result<(PathBuf, u64), MediaError> {
    let mut key = Xxh3::new();
    for photo in photos {
        key.update(photo.name.as_bytes());
        key.update(cache.hash_of(&photo.path)?.as_bytes());
    }
    for (name, text) in credits {
        // A byte that stands in no text, so that what ends one cannot begin the next.
        for part in [name, text] {
            key.update(part.as_bytes());
            key.update(&[0xFF]);
        }
    }
    let entry = format!("album-{:032x}", key.digest128());
    let folder = cache.entry(&entry, |draft| write(photos, credits, &draft.join(FILE)))?;
    let path = folder.join(FILE);
    let n_bytes = fs::metadata(&path)?.len();
    Ok((path, n_bytes))
}

fn write(photos: &[Member], credits: &[Credits], to: &Path) -> Result<(), MediaError> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(to)?));
    let mut add = |name: &str, bytes: &[u8]| -> Result<(), MediaError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .large_file(u32::try_from(bytes.len()).is_err());
        zip.start_file(name, options)
            .map_err(std::io::Error::from)?;
        Ok(zip.write_all(bytes)?)
    };
    for (name, text) in credits {
        add(name, text.as_bytes())?;
    }
    for photo in photos {
        let bytes = fs::read(&photo.path)?;
        let bytes = if scrub::is_for(&photo.path.to_string_lossy()) {
            scrub::scrub(bytes)?
        } else {
            bytes
        };
        add(&photo.name, &bytes)?;
    }
    let mut file = zip.finish().map_err(std::io::Error::from)?;
    Ok(file.flush()?)
}

/// Who took the photos of an item and what may be done with them, in a language: one paragraph a photo, as programs of every system
/// show it.
pub(super) fn credits<'a>(
    item: &Item,
    photos: impl Iterator<Item = (&'a str, &'a Photo)>,
    locale: &Locale,
) -> String {
    let mut lines: Vec<String> = item.title.iter().cloned().collect();
    for (name, photo) in photos {
        lines.extend([String::new(), name.to_owned()]);
        lines.extend(photo.caption.clone());
        let credit = photo.credit.as_deref();
        lines.extend(credit.map(|name| locale.fill("photos.credit", &[("name", name)])));
        let rights = photo.rights.as_deref();
        lines.extend(rights.map(|rights| locale.fill("press.rights", &[("rights", rights)])));
    }
    lines.push(String::new());
    lines.join("\r\n")
}
