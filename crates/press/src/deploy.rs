//! `nashra deploy`: a published newsroom into an object store (S3, Google Cloud Storage, Azure) or a folder elsewhere.
//!
//! It looks at what is there, compares it with the publication by content, and uploads what differs: stage by stage, so that no
//! page is there before what it names; then it removes what is no longer published, assets only after a time of grace. What it
//! uploaded is noted in the store itself ([`record`]), with each object's fingerprint beside its headers, so that a run that
//! was broken off goes on where it stopped, from any machine. It refuses to touch objects that it did not upload.

mod headers;
mod local;
mod plan;
mod record;
mod target;
mod upload;

use std::fmt::Write;
use std::path::PathBuf;

pub use headers::Encoding;

use crate::error::PressError;
use crate::progress::Progress;
use crate::publish::files::{ASSET_GRACE_DAYS, Published};
use plan::Plan;
use target::Target;

/// What to deploy, and where to.
pub struct Options {
    /// The folder that `publish` wrote.
    pub site: PathBuf,
    /// `s3://bucket/prefix`, `gs://bucket/prefix`, `az://container/prefix` or `file:///folder`.
    pub to: String,
    /// How files are stored that have compressed copies; if not said, as the kind of store needs it.
    pub encoding: Option<Encoding>,
    /// Instead of the provider's own address.
    pub endpoint: Option<String>,
    /// Whether credentials may go over an unencrypted connection to another machine.
    pub allows_http: bool,
    /// How often a request that failed is tried again.
    pub n_retries: usize,
    /// How many days an asset stays after the last page that named it.
    pub grace_days: u64,
    /// Say what would be done, and do nothing.
    pub is_dry_run: bool,
    /// The moment of deployment, in milliseconds since 1970.
    pub now_ms: i64,
}

/// As long as a publication keeps them.
pub const DEFAULT_GRACE_DAYS: u64 = ASSET_GRACE_DAYS;

/// What was done, or would be.
pub struct Summary {
    /// In their order.
    pub steps: Vec<Step>,
    /// Objects that are as they should be.
    pub n_kept: usize,
    /// Old assets that stay for readers with older pages.
    pub n_waiting: usize,
}

/// One change to the store.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// An object is written.
    Upload {
        /// Below the prefix.
        path: String,
        /// Of the bytes sent.
        n_bytes: u64,
    },
    /// An object is removed.
    Remove {
        /// Below the prefix.
        path: String,
    },
}

/// Deploys a publication.
pub fn deploy(options: &Options, progress: &Progress) -> Result<Summary, PressError> {
    let target = Target::open(options)?;
    let published = Published::open(&options.site)?;
    let wanted = local::wanted(&published, &target, progress)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|cause| PressError::Io {
            path: options.site.clone(),
            cause,
        })?;
    let today = u64::try_from(options.now_ms / 86_400_000).unwrap_or_default();
    let summary = runtime.block_on(async {
        let found = upload::look(&target, &wanted, progress).await?;
        let plan = Plan::new(&wanted, &found, today, options.grace_days);
        if !options.is_dry_run {
            upload::carry_out(&target, &plan, &found.record, progress).await?;
        }
        Ok(summary(&plan))
    })?;
    drop(published);
    Ok(summary)
}

fn summary(plan: &Plan<'_>) -> Summary {
    let uploads = plan.uploads.iter().map(|wanted| Step::Upload {
        path: wanted.path.clone(),
        n_bytes: wanted.n_bytes,
    });
    let removals = plan.removals.iter().cloned();
    Summary {
        steps: uploads
            .chain(removals.map(|path| Step::Remove { path }))
            .collect(),
        n_kept: plan.n_kept,
        n_waiting: plan.n_waiting,
    }
}

/// The steps, one a line, for `--dry-run`.
#[must_use]
pub fn as_lines(summary: &Summary) -> String {
    let mut out = String::new();
    for step in &summary.steps {
        // Formatting into a string does not fail.
        let _ = match step {
            Step::Upload { path, n_bytes } => writeln!(out, "upload {n_bytes:>12} {path}"),
            Step::Remove { path } => writeln!(out, "remove {:>12} {path}", "-"),
        };
    }
    out
}

/// What was done in one line.
#[must_use]
pub fn as_line(summary: &Summary) -> String {
    let (mut n_uploaded, mut n_bytes, mut n_removed) = (0, 0, 0);
    for step in &summary.steps {
        match step {
            Step::Upload {
                n_bytes: of_this, ..
            } => {
                n_uploaded += 1;
                n_bytes += of_this;
            }
            Step::Remove { .. } => n_removed += 1,
        }
    }
    format!(
        "{n_uploaded} uploaded ({n_bytes} bytes), {n_removed} removed, {} unchanged, {} old assets kept for a while",
        summary.n_kept, summary.n_waiting
    )
}
