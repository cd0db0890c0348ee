//! What was written, and what of: one line a file, so that a newsroom of a hundred thousand files is read in a moment.
//!
//! `key size brotli gzip day path`, in hexadecimal and decimal, `-` where there is no copy. What cannot be read is as good as not
//! written: the file is then made again.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::Path;

use super::Key;

/// Where it stands in the output.
pub(super) const PATH: &str = ".nashra/manifest";
const FIRST_LINE: &str = "nashra manifest 1";

/// One file.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Entry {
    pub(super) key: Key,
    /// Bytes of the file, its brotli copy and its gzip copy.
    pub(super) sizes: [Option<u64>; 3],
    /// When it was last published, in days since 1970.
    pub(super) day: u64,
}

/// All files of a publication, by path.
#[derive(Default, PartialEq, Debug)]
pub(super) struct Manifest(HashMap<String, Entry>);

impl From<HashMap<String, Entry>> for Manifest {
    fn from(entries: HashMap<String, Entry>) -> Self {
        Self(entries)
    }
}

impl Manifest {
    /// The manifest of the folder `out`; empty where there is none.
    pub(super) fn read(out: &Path) -> Self {
        let text = fs::read_to_string(out.join(PATH)).unwrap_or_default();
        Self::parse(&text)
    }

    fn parse(text: &str) -> Self {
        let mut lines = text.lines();
        if lines.next() != Some(FIRST_LINE) {
            return Self::default();
        }
        Self(lines.filter_map(line).collect())
    }

    pub(super) fn get(&self, path: &str) -> Option<&Entry> {
        self.0.get(path)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.0.iter().map(|(path, entry)| (path.as_str(), entry))
    }
}

fn line(line: &str) -> Option<(String, Entry)> {
    let mut words = line.splitn(6, ' ');
    let key = u128::from_str_radix(words.next()?, 16).ok()?;
    let mut size = || match words.next()? {
        "-" => Some(None),
        number => number.parse().ok().map(Some),
    };
    let sizes = [size()?, size()?, size()?];
    let day = words.next()?.parse().ok()?;
    let entry = Entry {
        key: Key(key),
        sizes,
        day,
    };
    Some((words.next()?.to_owned(), entry))
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST_LINE}")?;
        let mut entries: Vec<_> = self.0.iter().collect();
        entries.sort_unstable_by_key(|(path, _)| *path);
        for (path, entry) in entries {
            write!(f, "{:032x}", entry.key.0)?;
            for size in entry.sizes {
                match size {
                    Some(size) => write!(f, " {size}")?,
                    None => write!(f, " -")?,
                }
            }
            writeln!(f, " {} {path}", entry.day)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, Key, Manifest};
    use std::collections::HashMap;

    #[test]
    fn reads_what_it_wrote() {
        let entry = |key, sizes| Entry {
            key: Key(key),
            sizes,
            day: 20_000,
        };
        let entries = HashMap::from([
            (
                "ar/index.html".to_owned(),
                entry(u128::MAX, [Some(3), Some(1), Some(2)]),
            ),
            (
                "media/a photo.jpg".to_owned(),
                entry(7, [Some(9), None, None]),
            ),
        ]);
        let manifest = Manifest::from(entries);
        assert_eq!(Manifest::parse(&manifest.to_string()), manifest);
    }

    #[test]
    fn forgets_what_it_cannot_read() {
        let check = |text: &str, n: usize| assert_eq!(Manifest::parse(text).entries().count(), n);
        check("", 0);
        check("something else\n00 1 - - 1 a", 0);
        check("nashra manifest 1\n00 1 - - 1 a\nbroken", 1);
        check("nashra manifest 1\nzz 1 - - 1 a", 0);
    }
}
