//! Fonts and character maps that a report may leave out, because every reader is expected to have them: the 14 standard
//! fonts (ISO 32000-2, 9.6.2.2) and the predefined CMaps (9.7.5.2).
//!
//! It never fetches anything: it tells what was missed, and takes it when somebody brings it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hayro::hayro_interpret::hayro_cmap::{self, CMapName};
use hayro_font::{CMapResolverFn, FontData, FontQuery, FontResolverFn, StandardFont};

/// What is there so far, shared by everything that draws and reads. Built with the feature `embed`, nothing is missing.
#[derive(Clone, Default)]
pub struct Supplies(Arc<Mutex<Shelf>>);

#[derive(Default)]
struct Shelf {
    /// By file name; none for what is not to be had. What was brought stays for the life of the process: the library
    /// wants character maps for ever, and there are at most 76 files, small ones.
    known: BTreeMap<String, Option<&'static [u8]>>,
    missing: BTreeSet<String>,
}

impl Supplies {
    /// Brings a file, or says that it is not to be had: then it is not missed again.
    pub fn bring(&self, name: String, bytes: Option<Vec<u8>>) {
        let bytes = bytes.map(|bytes| &*bytes.leak());
        self.shelf().known.insert(name, bytes);
    }

    /// What was not to be had may be missed again.
    pub fn forget_failures(&self) {
        self.shelf().known.retain(|_, bytes| bytes.is_some());
    }

    /// Names of the files that were missed since this was last asked: `Helvetica-Bold.pfb`, `UniJIS-UTF16-H.cmap`.
    /// What was drawn or read in between lacks glyphs; with a new [`crate::Session`] it will not.
    pub fn take_missing(&self) -> Vec<String> {
        std::mem::take(&mut self.shelf().missing)
            .into_iter()
            .collect()
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, name: String) -> Option<&'static [u8]> {
        let mut shelf = self.shelf();
        match shelf.known.get(&name) {
            Some(bytes) => *bytes,
            None => {
                shelf.missing.insert(name);
                None
            }
        }
    }

    pub(crate) fn fonts(&self) -> FontResolverFn {
        let supplies = self.clone();
        Arc::new(move |query| {
            let font = match query {
                FontQuery::Standard(font) => *font,
                FontQuery::Fallback(query) => query.pick_standard_font(),
            };
            supplies.font(font)
        })
    }

    pub(crate) fn cmaps(&self) -> CMapResolverFn {
        let supplies = self.clone();
        Arc::new(move |name| {
            hayro_cmap::load_embedded(name).or_else(|| supplies.find(cmap_file(name)?))
        })
    }

    #[cfg(feature = "embed")]
    fn font(&self, font: StandardFont) -> Option<(FontData, u32)> {
        Some(font.get_font_data())
    }

    #[cfg(not(feature = "embed"))]
    fn font(&self, font: StandardFont) -> Option<(FontData, u32)> {
        let bytes = self.find(font_file(font))?;
        Some((Arc::new(bytes), 0))
    }
}

/// The name of a standard font's file.
#[cfg(any(test, feature = "publish", not(feature = "embed")))]
pub(crate) fn font_file(font: StandardFont) -> String {
    [font.postscript_name(), ".pfb"].concat()
}

/// The name of a predefined map's file; none for a name that only the report itself knows.
pub(crate) fn cmap_file(name: CMapName<'_>) -> Option<String> {
    if matches!(name, CMapName::Custom(_)) {
        return None;
    }
    Some([std::str::from_utf8(name.to_bytes()).ok()?, ".cmap"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missed_is_told_once() {
        let supplies = Supplies::default();
        let name = || "UniGB-UCS2-H.cmap".to_owned();
        assert_eq!(supplies.find(name()), None);
        assert_eq!(supplies.find(name()), None);
        assert_eq!(supplies.take_missing(), [name()]);
        assert_eq!(supplies.take_missing(), [""; 0]);
        supplies.bring(name(), None);
        assert_eq!(supplies.find(name()), None);
        assert_eq!(supplies.take_missing(), [""; 0]);
        supplies.bring(name(), Some(b"map".to_vec()));
        assert_eq!(supplies.find(name()), Some(&b"map"[..]));
    }

    #[test]
    fn only_names_of_the_standard_become_files() {
        let check = |name: &[u8], expect: Option<&str>| {
            assert_eq!(cmap_file(CMapName::from_bytes(name)).as_deref(), expect);
        };
        check(b"90ms-RKSJ-H", Some("90ms-RKSJ-H.cmap"));
        check(b"../../secret", None);
        assert_eq!(font_file(StandardFont::HelveticaBold), "Helvetica-Bold.pfb");
    }
}
