//! Whether a step's inputs, or what it made of them, changed since it last ran. It looks at contents, not at dates, so a fresh
//! checkout of the same files counts as unchanged; it refuses to know what the step does.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::error::XtaskError;
use crate::house;

/// The state of a step's inputs, and where the state of its last run is kept.
pub(crate) struct Stamp {
    file: PathBuf,
    inputs: u64,
    /// What the step makes; others may write there too (`trunk serve` leaves a debug build in `dist/`).
    output: PathBuf,
}

impl Stamp {
    /// Reads all files in `inputs` (files or folders, relative to the root; missing ones count as empty)
    /// and `settings`, which are whatever else the step depends on.
    pub(crate) fn of(
        step: &str,
        inputs: &[&str],
        settings: &[&str],
        output: PathBuf,
    ) -> Result<Self, XtaskError> {
        let mut hasher = DefaultHasher::new();
        settings.hash(&mut hasher);
        for input in inputs {
            hash_path(&house::root().join(input), &mut hasher)?;
        }
        let file = house::target().join("xtask").join(format!("{step}.stamp"));
        Ok(Self {
            file,
            inputs: hasher.finish(),
            output,
        })
    }

    /// Whether the step ran to its end with these very inputs, and nobody touched its output since.
    pub(crate) fn is_current(&self) -> Result<bool, XtaskError> {
        match std::fs::read_to_string(&self.file) {
            Ok(then) => Ok(then == self.now()?),
            Err(_) => Ok(false),
        }
    }

    /// Remembers that the step ran to its end.
    pub(crate) fn keep(&self) -> Result<(), XtaskError> {
        write_file(&self.file, self.now()?.as_bytes())
    }

    fn now(&self) -> Result<String, XtaskError> {
        let mut hasher = DefaultHasher::new();
        hash_path(&self.output, &mut hasher)?;
        Ok(format!("{:016x} {:016x}", self.inputs, hasher.finish()))
    }

    /// Forgets the last run; called before the step starts, so that a broken run leaves no stamp.
    pub(crate) fn forget(&self) {
        // Most often there is none yet; then there is nothing to forget.
        let _ = std::fs::remove_file(&self.file);
    }
}

/// Writes a file, making its folder.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), XtaskError> {
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir).map_err(XtaskError::io(dir))?;
    }
    std::fs::write(path, bytes).map_err(XtaskError::io(path))
}

/// All files below `dir`, sorted; none when it does not exist.
pub(crate) fn files_below(dir: &Path) -> Result<Vec<PathBuf>, XtaskError> {
    let (mut files, mut dirs) = (Vec::new(), vec![dir.to_owned()]);
    while let Some(dir) = dirs.pop() {
        if !dir.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&dir).map_err(XtaskError::io(&dir))? {
            let path = entry.map_err(XtaskError::io(&dir))?.path();
            if path.is_dir() {
                dirs.push(path)
            } else {
                files.push(path)
            }
        }
    }
    files.sort();
    Ok(files)
}

fn hash_path(path: &Path, hasher: &mut DefaultHasher) -> Result<(), XtaskError> {
    let files = if path.is_file() {
        vec![path.to_owned()]
    } else {
        files_below(path)?
    };
    for file in files {
        file.hash(hasher);
        std::fs::read(&file)
            .map_err(XtaskError::io(&file))?
            .hash(hasher);
    }
    Ok(())
}
