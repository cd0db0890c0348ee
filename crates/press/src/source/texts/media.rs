//! The photos and files that texts name: whether they are there and are what their names say, and where they are published.
//!
//! It reads beginnings alone, and refuses what would stop or spoil a publication later: photos of a size that no reader could load, PDFs that are none.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::problem::Log;
use super::tree::{folder_of, name_of};
use crate::publish::host::type_of;

/// A photo straight from a good camera has a fifth of it.
const MAX_PHOTO_BYTES: u64 = 64 * 1_000_000;

/// Pictures by their names; those of the first three formats can be published.
const PICTURES: [&str; 4] = ["jpg", "jpeg", "png", "webp"];
const OTHER_PICTURES: [&str; 8] = ["gif", "avif", "heic", "heif", "tif", "tiff", "bmp", "svg"];

/// Where a PDF says that it is one: at its beginning, or behind a little of something else.
const PDF_HEAD_BYTES: u64 = 1024;

/// What stands in addresses as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'/');

/// What is wrong with a file.
#[derive(Clone)]
struct Fault {
    code: &'static str,
    message: String,
    advice: String,
}

/// A file that can be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// Relative to a feed.
    pub(super) reference: String,
    /// Of a picture, upright: width and height in pixels.
    pub(super) size_px: Option<(u32, u32)>,
    pub(super) n_bytes: u64,
}

/// All files that texts name.
pub(super) struct Media<'a> {
    root: &'a Path,
    /// Where files are published that can be.
    known: HashMap<String, Result<Placed, Fault>>,
    pub(super) moved: BTreeMap<String, PathBuf>,
}

impl<'a> Media<'a> {
    pub(super) fn new(root: &'a Path) -> Self {
        Self {
            root,
            known: HashMap::new(),
            moved: BTreeMap::new(),
        }
    }

    /// Publishes the file at `path`, which a text names in `line`, or which lies beside it. A picture
    /// where `is_picture`.
    pub(super) fn publish(
        &mut self,
        path: &str,
        is_picture: bool,
        line: Option<usize>,
        log: &mut Log<'_>,
    ) -> Option<Placed> {
        let known = self.known.get(path).cloned();
        let outcome = known.unwrap_or_else(|| self.look(path, is_picture));
        self.known.insert(path.to_owned(), outcome.clone());
        match outcome {
            Ok(placed) => Some(placed),
            Err(fault) => {
                // A file that nobody named speaks for itself.
                let mut log = Log {
                    file: if line.is_some() { log.file } else { path },
                    problems: &mut *log.problems,
                };
                log.add(line, fault.code, fault.message, fault.advice);
                None
            }
        }
    }

    fn look(&mut self, path: &str, is_picture: bool) -> Result<Placed, Fault> {
        let file = self.root.join(path);
        let size_px = self.check(path, &file, is_picture)?;
        let place = self.place(path);
        self.moved.insert(place.clone(), file.clone());
        Ok(Placed {
            reference: ["../", &utf8_percent_encode(&place, PLAIN).to_string()].concat(),
            size_px,
            n_bytes: n_bytes(&file),
        })
    }

    /// Below `media/`, where hosts and readers' browsers expect such files; of two that would meet there the second stands apart.
    fn place(&self, path: &str) -> String {
        if path.starts_with("media/") {
            return path.to_owned();
        }
        let place = ["media/", path].concat();
        if self.root.join(&place).exists() {
            return ["media/texts/", path].concat();
        }
        place
    }

    /// The size, where it is a picture.
    fn check(
        &self,
        path: &str,
        file: &Path,
        is_picture: bool,
    ) -> Result<Option<(u32, u32)>, Fault> {
        let name = name_of(path);
        if !file.is_file() {
            return Err(Fault {
                code: "missing-file",
                message: format!("There is no file {name:?}."),
                advice: self.nearest(path),
            });
        }
        let extension = extension_of(path);
        if is_picture || is_picture_name(path) {
            return check_picture(name, file, &extension).map(Some);
        }
        if extension == "pdf" && !is_pdf(file) {
            return Err(Fault {
                code: "not-a-pdf",
                message: format!("{name:?} is called a PDF and is none{}.", what(file)),
                advice: "Save it as a PDF again, or give it the name of what it is.".to_owned(),
            });
        }
        if type_of(&path.to_ascii_lowercase()).is_none() {
            return Err(Fault {
                code: "unknown-file",
                message: format!("Hosts do not know what kind of file {name:?} is."),
                advice: "Offer it as a PDF, an Office document, CSV or ZIP.".to_owned(),
            });
        }
        Ok(None)
    }

    /// What an editor may have meant.
    fn nearest(&self, path: &str) -> String {
        let entries = fs::read_dir(self.root.join(folder_of(path)));
        let names = entries.into_iter().flatten().flatten();
        let names = names.filter_map(|entry| entry.file_name().into_string().ok());
        let mut alike = names.filter(|name| name.to_lowercase() == name_of(path).to_lowercase());
        match alike.next() {
            Some(name) => format!("Write {name:?}: capitals count."),
            None => "Put the file beside the text, or correct its name here.".to_owned(),
        }
    }
}

/// The picture's size, where it can be published.
fn check_picture(name: &str, file: &Path, extension: &str) -> Result<(u32, u32), Fault> {
    let size = n_bytes(file);
    if size > MAX_PHOTO_BYTES {
        return Err(Fault {
            code: "photo-too-large",
            message: format!(
                "{name:?} has {} MB; a photo may have {} MB.",
                size / 1_000_000,
                MAX_PHOTO_BYTES / 1_000_000
            ),
            advice: "Save it as a JPEG of at most 6000 pixels a side.".to_owned(),
        });
    }
    let is_known = PICTURES.contains(&extension);
    let size_px = crate::media::size_px(file).filter(|_| is_known);
    size_px.ok_or_else(|| Fault {
        code: "not-a-photo",
        message: if is_known {
            format!(
                "{name:?} is not the picture that its name says{}.",
                what(file)
            )
        } else {
            format!("{name:?} is no picture that every browser shows.")
        },
        advice: "Save it as a JPEG, PNG or WebP.".to_owned(),
    })
}

fn n_bytes(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |about| about.len())
}

/// Whether a name is that of a picture, publishable or not.
pub(super) fn is_picture_name(path: &str) -> bool {
    let extension = extension_of(path);
    let mut all = PICTURES.iter().chain(&OTHER_PICTURES);
    all.any(|known| *known == extension)
}

/// Whether a file that lies beside a text is meant for readers.
pub(super) fn is_attachment_name(path: &str) -> bool {
    const OFFERED: [&str; 15] = [
        "pdf", "xlsx", "xls", "csv", "docx", "doc", "pptx", "ppt", "odt", "ods", "odp", "zip",
        "mp3", "mp4", "webm",
    ];
    OFFERED.contains(&&*extension_of(path))
}

/// In small letters.
pub(super) fn extension_of(path: &str) -> String {
    let extension = name_of(path).rsplit_once('.');
    extension.map_or_else(String::new, |(_, extension)| extension.to_ascii_lowercase())
}

fn is_pdf(file: &Path) -> bool {
    let head = head(file, PDF_HEAD_BYTES);
    head.windows(5).any(|bytes| bytes == b"%PDF-")
}

/// What a file seems to be instead.
fn what(file: &Path) -> &'static str {
    let head = head(file, PDF_HEAD_BYTES);
    let text = String::from_utf8_lossy(&head).to_lowercase();
    match &*head {
        [] => ": it is empty",
        [b'P', b'K', 3, 4, ..] => ": it is an Office document or a ZIP",
        _ if text.contains("<html") || text.contains("<!doctype") => ": it is a page of the web",
        bytes if bytes.starts_with(b"%PDF-") => ": it is a PDF",
        _ => "",
    }
}

fn head(file: &Path, n_bytes: u64) -> Vec<u8> {
    let mut head = Vec::new();
    if let Ok(file) = File::open(file) {
        // What cannot be read has no beginning, and is then not what it should be.
        let _ = file.take(n_bytes).read_to_end(&mut head);
    }
    head
}

/// The path of what a text in `folder` names, relative to the newsroom's folder; `None` where that leads out of it.
pub(super) fn beside(folder: &str, name: &str) -> Option<String> {
    let whole = match name.strip_prefix('/') {
        Some(name) => name.to_owned(),
        None => [folder, name].concat(),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn finds_what_lies_beside() {
        let check = |folder: &str, name: &str, expect: Option<&str>| {
            assert_eq!(beside(folder, name).as_deref(), expect, "{folder} {name}");
        };
        check("2020/", "hall.jpg", Some("2020/hall.jpg"));
        check("2020/", "../hall.jpg", Some("hall.jpg"));
        check("2020/", "/media/hall.jpg", Some("media/hall.jpg"));
        check("", "../hall.jpg", None);
        check("", "./", None);
    }
}
