//! Looking at the store, and carrying a plan out: a bounded number of requests at a time, each stage whole before the next.
//!
//! Requests that fail are tried again by the store's own client; the first that fails for good ends the run, and the next run goes
//! on from there. It refuses to go on to pages while an asset is missing.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;

use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::path::Path;
use object_store::{
    Attributes, Error, GetOptions, ObjectStore, ObjectStoreExt, PutMultipartOptions, PutOptions,
    PutPayload, Result as StoreResult,
};
use tokio::task::spawn_blocking;

use super::headers::{FINGERPRINT, Headers};
use super::local::{fingerprint, hash};
use super::plan::{Fingerprint, Found, Plan, Verdict, Wanted};
use super::record::{self, Record};
use super::target::{Target, record_path};
use crate::error::{PressError, io};
use crate::progress::Progress;

/// Requests under way at a time.
const N_AT_ONCE: usize = 16;
/// Larger files go in parts, so that few of them do not fill the memory.
const MAX_WHOLE_BYTES: u64 = 16 * 1024 * 1024;
const PART_BYTES: usize = 8 * 1024 * 1024;

/// Lists the store, reads the record, and asks those objects that only they themselves can tell of.
pub(super) async fn look(
    target: &Target,
    wanted: &[Wanted],
    progress: &Progress,
) -> Result<Found, PressError> {
    let listing = target.store.list(None);
    let sizes = listing
        .map_ok(|object| (object.location.to_string(), object.size))
        .try_collect();
    let mut found = Found {
        sizes: sizes.await.map_err(target.error(""))?,
        record: read_record(target).await?,
        ..Found::default()
    };
    let unknown = wanted
        .iter()
        .filter(|object| found.judge(object) == Verdict::Unknown);
    let unknown: Vec<&Wanted> = unknown.collect();
    let bar = progress.bar("comparing", unknown.len());
    let asked = stream::iter(unknown).map(|object| {
        let bar = &bar;
        async move {
            let told = ask(target, object).await;
            bar.advance(1);
            told.map(|told| told.map(|told| (object.path.clone(), told)))
        }
    });
    let asked = asked.buffer_unordered(N_AT_ONCE);
    let asked: Vec<_> = asked.try_collect().await?;
    found.asked = asked.into_iter().flatten().collect();
    Ok(found)
}

async fn read_record(target: &Target) -> Result<Record, PressError> {
    match target.store.get(&record_path()).await {
        Ok(answer) => {
            let bytes = answer.bytes().await.map_err(target.error(record::PATH))?;
            Ok(Record::parse(&String::from_utf8_lossy(&bytes)))
        }
        Err(Error::NotFound { .. }) => Ok(Record::default()),
        Err(error) => Err(target.error(record::PATH)(error)),
    }
}

/// What an object says of itself: by the fingerprint beside it, or where none is kept, by its bytes.
async fn ask(target: &Target, object: &Wanted) -> Result<Option<Fingerprint>, PressError> {
    let path = key(target, &object.path)?;
    let options = GetOptions::default().with_head(target.keeps_headers());
    let answer = match target.store.get_opts(&path, options).await {
        Ok(answer) => answer,
        Err(Error::NotFound { .. }) => return Ok(None),
        Err(error) => return Err(target.error(&object.path)(error)),
    };
    if target.keeps_headers() {
        let told = answer.attributes.get(&FINGERPRINT);
        let told = told.and_then(|told| u128::from_str_radix(told, 16).ok());
        return Ok(told.map(Fingerprint));
    }
    let bytes = answer.bytes().await.map_err(target.error(&object.path))?;
    let (hash, _) = hash(&*bytes).map_err(io(&object.path))?;
    Ok(Some(fingerprint(hash, None)))
}

/// Uploads and removes what `plan` says. `before` is the record as it stands in the store.
pub(super) async fn carry_out(
    target: &Target,
    plan: &Plan<'_>,
    before: &Record,
    progress: &Progress,
) -> Result<(), PressError> {
    if !plan.uploads.is_empty() && plan.begun != *before {
        write_record(target, &plan.begun).await?;
    }
    let bar = progress.bar("uploading", plan.uploads.len());
    for stage in plan.uploads.chunk_by(|one, next| one.stage == next.stage) {
        let sent = stream::iter(stage).map(|object| {
            let bar = &bar;
            async move {
                send(target, object).await?;
                bar.advance(1);
                Ok::<(), PressError>(())
            }
        });
        sent.buffer_unordered(N_AT_ONCE).try_collect::<()>().await?;
    }
    drop(bar);
    remove(target, plan).await?;
    if plan.done != *before || !plan.uploads.is_empty() {
        write_record(target, &plan.done).await?;
    }
    Ok(())
}

async fn send(target: &Target, object: &Wanted) -> Result<(), PressError> {
    let path = key(target, &object.path)?;
    let attributes = if target.keeps_headers() {
        let fingerprint = object.fingerprint.to_string();
        object.headers.attributes(&fingerprint)
    } else {
        Attributes::default()
    };
    if object.n_bytes > MAX_WHOLE_BYTES {
        return send_in_parts(target, object, &path, attributes).await;
    }
    let source = object.source.clone();
    let bytes = read(move || std::fs::read(&source), &object.source).await?;
    put(target, &path, bytes, attributes)
        .await
        .map_err(target.error(&object.path))
}

async fn put(
    target: &Target,
    path: &Path,
    bytes: Vec<u8>,
    attributes: Attributes,
) -> StoreResult<()> {
    let options = PutOptions::from(attributes);
    let sent = target
        .store
        .put_opts(path, PutPayload::from(bytes), options);
    sent.await.map(|_| ())
}

/// The object is there when the last part is, and not before.
async fn send_in_parts(
    target: &Target,
    object: &Wanted,
    path: &Path,
    attributes: Attributes,
) -> Result<(), PressError> {
    let store_error = || target.error(&object.path);
    let options = PutMultipartOptions::from(attributes);
    let upload = target.store.put_multipart_opts(path, options);
    let mut upload = upload.await.map_err(store_error())?;
    let source = object.source.clone();
    let file = read(move || File::open(source), &object.source).await?;
    let file = Arc::new(file);
    loop {
        let from = Arc::clone(&file);
        let part = read(move || part(&from), &object.source).await?;
        if part.is_empty() {
            break;
        }
        if let Err(error) = upload.put_part(part.into()).await {
            // Parts that nobody finishes cost money; the error is told either way.
            let _ = upload.abort().await;
            return Err(store_error()(error));
        }
    }
    upload.complete().await.map_err(store_error())?;
    Ok(())
}

fn part(file: &File) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(PART_BYTES);
    file.take(PART_BYTES as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads beside the requests, not between them.
async fn read<T: Send + 'static>(
    read: impl FnOnce() -> std::io::Result<T> + Send + 'static,
    source: &std::path::Path,
) -> Result<T, PressError> {
    let source = PathBuf::from(source);
    match spawn_blocking(read).await {
        Ok(read) => read.map_err(io(source)),
        Err(_) => Err(PressError::Broken),
    }
}

/// Page by page before the assets, in the plan's order as far as the store takes orders.
async fn remove(target: &Target, plan: &Plan<'_>) -> Result<(), PressError> {
    let keys = plan.removals.iter().map(Path::parse);
    let keys: Vec<StoreResult<Path>> = keys.map(|key| key.map_err(Error::from)).collect();
    let mut removed = target.store.delete_stream(stream::iter(keys).boxed());
    while let Some(one) = removed.next().await {
        match one {
            // What is gone is gone.
            Ok(_) | Err(Error::NotFound { .. }) => {}
            Err(error) => return Err(target.error("")(error)),
        }
    }
    Ok(())
}

async fn write_record(target: &Target, record: &Record) -> Result<(), PressError> {
    let attributes = if target.keeps_headers() {
        Headers::of(record::PATH, None).attributes("-")
    } else {
        Attributes::default()
    };
    let bytes = record.to_string().into_bytes();
    put(target, &record_path(), bytes, attributes)
        .await
        .map_err(target.error(record::PATH))
}

/// A path as the store's key; one that no store takes is named.
fn key(target: &Target, path: &str) -> Result<Path, PressError> {
    Path::parse(path).map_err(|cause| target.error(path)(cause.into()))
}
