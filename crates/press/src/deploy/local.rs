//! What the store should hold: the files of a publication as objects, with what is inside them as a number.
//!
//! It reads every file, since a publication made on another machine tells nothing by its times. It refuses hidden files, and
//! on stores that serve by themselves also what only other hosts read.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use xxhash_rust::xxh3::Xxh3;

use super::headers::{Headers, forms};
use super::plan::{Fingerprint, Wanted};
use super::target::Target;
use crate::error::{PressError, io};
use crate::parallel::on_every_core;
use crate::progress::Progress;
use crate::publish::files::{Published, PublishedFile, Stage};

/// Read by Netlify and Cloudflare Pages; a bucket would only show them.
const FOR_OTHER_HOSTS: [&str; 2] = ["_headers", "_redirects"];
const N_READ: usize = 64 * 1024;

/// All objects, in no order.
pub(super) fn wanted(
    published: &Published,
    target: &Target,
    progress: &Progress,
) -> Result<Vec<Wanted>, PressError> {
    let encoding = target.encoding();
    let files = published.files.iter().filter(|file| {
        let is_hidden = file.path.split('/').any(|part| part.starts_with('.'));
        let is_for_others = target.keeps_headers() && FOR_OTHER_HOSTS.contains(&file.path.as_str());
        !is_hidden && !is_for_others
    });
    let files: Vec<&PublishedFile> = files.collect();
    let bar = progress.bar("reading", files.len());
    let next = AtomicUsize::new(0);
    let read = || -> Result<Vec<Wanted>, PressError> {
        let mut objects = Vec::new();
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            for form in forms(file, encoding) {
                let name = [&file.path, form.suffix].concat();
                let source = crate::source::below(&published.folder, &name);
                let headers = Headers::of(&file.path, form.content_encoding);
                let path = if form.is_named {
                    name
                } else {
                    file.path.clone()
                };
                objects.push(object(path, source, headers, target.keeps_headers())?);
            }
            bar.advance(1);
        }
        Ok(objects)
    };
    Ok(on_every_core(read)?.into_iter().flatten().collect())
}

fn object(
    path: String,
    source: PathBuf,
    headers: Headers,
    has_headers: bool,
) -> Result<Wanted, PressError> {
    let file = File::open(&source).map_err(io(&source))?;
    let (hash, n_bytes) = hash(file).map_err(io(&source))?;
    Ok(Wanted {
        stage: Stage::of(Path::new(&path)),
        fingerprint: fingerprint(hash, has_headers.then_some(&headers)),
        path,
        source,
        n_bytes,
        headers,
    })
}

/// What an object is, by its bytes and by what a store keeps beside them: other headers make another object.
pub(super) fn fingerprint(mut hash: Xxh3, headers: Option<&Headers>) -> Fingerprint {
    if let Some(headers) = headers {
        let encoding = headers.content_encoding.unwrap_or_default();
        for part in [headers.content_type, headers.cache_control, encoding] {
            hash.update(&[0]);
            hash.update(part.as_bytes());
        }
    }
    Fingerprint(hash.digest128())
}

/// Of all that `from` gives, and how much that is.
pub(super) fn hash(mut from: impl Read) -> std::io::Result<(Xxh3, u64)> {
    let mut hash = Xxh3::new();
    let mut buffer = vec![0; N_READ];
    let mut n_bytes = 0;
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok((hash, n_bytes)),
            n => {
                hash.update(&buffer[..n]);
                n_bytes += n as u64;
            }
        }
    }
}
