//! `cargo xtask serve`: from a fresh clone to a newsroom in the browser. It only prepares; the
//! serving, with all its headers, is `nashra serve`'s.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;

use crate::error::XtaskError;
use crate::{dist, house, setup, shell};

/// What to serve, and where.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder with `site.json`
    #[arg(long, default_value = "sample", conflicts_with = "feed")]
    newsroom: PathBuf,
    /// Any single JSON Feed, by file or URL, wrapped into a newsroom
    #[arg(long)]
    feed: Option<String>,
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Builds what changed, publishes, and becomes `nashra serve`.
pub(crate) fn run(options: &Options) -> Result<(), XtaskError> {
    setup::run(false)?;
    dist::build()?;
    dist::build_press()?;
    dist::publish(&options.newsroom, options.feed.as_deref())?;
    let mut nashra = shell::command(house::nashra());
    nashra
        .arg("serve")
        .arg(house::site())
        .args(["--port", &options.port.to_string()]);
    // Taking our place, so that stopping this process stops the server.
    let cause = nashra.exec();
    Err(shell::start_error(&nashra)(cause))
}
