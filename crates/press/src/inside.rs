//! The app inside the command: one binary for hosts, who need no second folder.
//!
//! `nashra pack` writes a copy of the command with the app's files behind its code, compressed; the command finds them by the last
//! bytes of its own file. It refuses nothing that a folder of the same files would not: what is inside is unpacked and used as one.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use brotlic::DecompressorReader;
use xxhash_rust::xxh3::xxh3_128;

use crate::error::{PressError, io};
use crate::publish::files::brotli;

/// The last bytes of a command that holds an app, after the length of what is before them.
const MARK: &[u8; 16] = b"nashra app is in";
const QUALITY: u8 = 9;

/// Writes `program` with the files below `app` behind it to `out`, ready to run.
pub fn pack(program: &Path, app: &Path, out: &Path) -> Result<(), PressError> {
    let mut code = fs::read(program).map_err(io(program))?;
    // A command that holds an app already gets another.
    if let Some(length) = archive_length(&code) {
        code.truncate(code.len() - length - MARK.len() - 8);
    }
    let archive = archive(app)?;
    if let Some(parent) = out.parent() {
        fs::create_dir_all(parent).map_err(io(parent))?;
    }
    let mut file = File::create(out).map_err(io(out))?;
    let length = (archive.len() as u64).to_le_bytes();
    for part in [&code[..], &archive, &length, MARK] {
        file.write_all(part).map_err(io(out))?;
    }
    let permissions = fs::metadata(program).map_err(io(program))?.permissions();
    fs::set_permissions(out, permissions).map_err(io(out))
}

/// The app inside this very command, unpacked below `folder`; `None` where it holds none.
pub fn unpack(folder: &Path) -> Result<Option<PathBuf>, PressError> {
    match std::env::current_exe() {
        Ok(program) => unpack_from(&program, folder),
        Err(_) => Ok(None),
    }
}

fn unpack_from(program: &Path, folder: &Path) -> Result<Option<PathBuf>, PressError> {
    let Some(archive) = read_archive(program).map_err(io(program))? else {
        return Ok(None);
    };
    let app = folder.join(format!("app-{:016x}", xxh3_128(&archive) >> 64));
    if app.is_dir() {
        return Ok(Some(app));
    }
    // Whole or not at all.
    let draft = folder.join(format!(".app-{}", std::process::id()));
    let _ = fs::remove_dir_all(&draft);
    let mut bytes = Vec::new();
    let mut archive = DecompressorReader::new(&archive[..]);
    archive.read_to_end(&mut bytes).map_err(io(program))?;
    let mut rest = &bytes[..];
    while let Some((name, content, after)) = next_file(rest) {
        let path = crate::source::below(&draft, &name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(io(parent))?;
        }
        fs::write(&path, content).map_err(io(&path))?;
        rest = after;
    }
    if fs::rename(&draft, &app).is_err() && !app.is_dir() {
        return Err(io(&app)(std::io::Error::other("cannot be written")));
    }
    Ok(Some(app))
}

/// All files: length of the name, name, length, content.
fn archive(app: &Path) -> Result<Vec<u8>, PressError> {
    let mut bytes = Vec::new();
    let mut folders = vec![app.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(io(&folder))? {
            let path = entry.map_err(io(&folder))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    for file in files {
        let name = file.strip_prefix(app).unwrap_or(&file);
        let name = name.to_string_lossy().replace('\\', "/");
        let content = fs::read(&file).map_err(io(&file))?;
        for part in [name.as_bytes(), &content] {
            bytes.extend((part.len() as u64).to_le_bytes());
            bytes.extend(part);
        }
    }
    brotli(&bytes, QUALITY).ok_or_else(|| io(app)(std::io::Error::other("cannot be compressed")))
}

fn next_file(bytes: &[u8]) -> Option<(String, &[u8], &[u8])> {
    let (name, rest) = next_part(bytes)?;
    let (content, rest) = next_part(rest)?;
    Some((String::from_utf8_lossy(name).into_owned(), content, rest))
}

fn next_part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    rest.split_at_checked(length)
}

fn archive_length(code: &[u8]) -> Option<usize> {
    let rest = code.strip_suffix(MARK)?;
    let length = u64::from_le_bytes(*rest.last_chunk::<8>()?);
    usize::try_from(length)
        .ok()
        .filter(|length| *length + 8 <= rest.len())
}

/// Reads from the end, so that a command without an app costs a moment only.
fn read_archive(program: &Path) -> std::io::Result<Option<Vec<u8>>> {
    let mut file = File::open(program)?;
    let length = file.metadata()?.len();
    let tail = (MARK.len() + 8) as u64;
    if length < tail {
        return Ok(None);
    }
    file.seek(SeekFrom::End(-(tail as i64)))?;
    let mut end = Vec::new();
    file.read_to_end(&mut end)?;
    let (size, mark) = end.split_at(8);
    let size = u64::from_le_bytes(size.try_into().unwrap_or_default());
    if mark != MARK || size > length - tail {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(length - tail - size))?;
    let mut archive = Vec::new();
    file.take(size).read_to_end(&mut archive)?;
    Ok(Some(archive))
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack_from};
    use std::fs;

    #[test]
    fn a_packed_command_holds_its_app() {
        let folder = std::env::temp_dir().join(format!("nashra-pack-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let write = |name: &str, text: &str| {
            let path = folder.join(name);
            assert!(
                path.parent()
                    .is_some_and(|parent| fs::create_dir_all(parent).is_ok())
            );
            assert!(fs::write(path, text).is_ok());
        };
        let read = |path: std::path::PathBuf| fs::read_to_string(path).ok();
        write("program", "code");
        write("app/index.html", "page");
        write("app/fonts/a.woff2", "font");
        let cache = folder.join("cache");
        let inside = |program: &str| unpack_from(&folder.join(program), &cache).ok().flatten();
        assert_eq!(inside("program"), None);
        let app = folder.join("app");
        assert!(pack(&folder.join("program"), &app, &folder.join("packed")).is_ok());
        let unpacked = inside("packed").unwrap_or_else(|| panic!("no app inside"));
        assert_eq!(read(unpacked.join("index.html")).as_deref(), Some("page"));
        assert_eq!(
            read(unpacked.join("fonts/a.woff2")).as_deref(),
            Some("font")
        );
        // Packed again it holds the new app alone.
        write("app/index.html", "newer");
        assert!(pack(&folder.join("packed"), &app, &folder.join("again")).is_ok());
        let unpacked = inside("again").unwrap_or_else(|| panic!("no app inside"));
        assert_eq!(read(unpacked.join("index.html")).as_deref(), Some("newer"));
        let sizes = ["packed", "again"]
            .map(|name| fs::metadata(folder.join(name)).map_or(0, |about| about.len()));
        assert!(sizes[0].abs_diff(sizes[1]) < 100, "{sizes:?}");
        let _ = fs::remove_dir_all(&folder);
    }
}
