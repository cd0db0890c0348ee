//! The command `nashra`. It parses what was asked and says what happened; the work is the library's.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use nashra_press::error::PressError;
use nashra_press::inside;
use nashra_press::pages;
use nashra_press::progress::Progress;
use nashra_press::publish::{Options, publish};
use nashra_press::serve::Site;
use nashra_press::source::Origin;

#[derive(Parser)]
#[command(
    name = "nashra",
    version,
    about = "Publishes a newsroom as static files"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Render every page of a newsroom into a folder of static files
    #[command(
        after_help = "Examples:\n  nashra publish newsroom --out site\n  nashra publish newsroom --out site --base-url https://example.org/news/\n  nashra publish --feed https://example.org/feed.json --out site --app dist\n\nIt ends with 0 when all is published, 1 when nothing was, 2 when it was asked wrongly."
    )]
    Publish {
        /// The folder with site.json
        #[arg(required_unless_present = "feed")]
        newsroom: Option<PathBuf>,
        /// Instead of a folder: one JSON Feed, a file or an address
        #[arg(long, conflicts_with = "newsroom")]
        feed: Option<String>,
        /// The folder to write; only what changed is written again, and files of others stay
        #[arg(long)]
        out: PathBuf,
        /// The built app; the one inside this command if not said, else `dist`
        #[arg(long)]
        app: Option<PathBuf>,
        /// Publish for this address instead of site.json's base_url
        #[arg(long)]
        base_url: Option<String>,
        /// Make no smaller pictures, posters or pictures for links: photos and reports are published as they are
        #[arg(long)]
        no_media: bool,
        /// Where what was made of media is kept between publications; beside the output if not said
        #[arg(long, env = "NASHRA_CACHE")]
        cache: Option<PathBuf>,
        /// Compress pages as small as can be: fifty times as long, about a fifth smaller
        #[arg(long)]
        best: bool,
    },
    /// Write a copy of this command with a built app inside
    #[command(hide = true)]
    Pack {
        /// The built app
        #[arg(long)]
        app: PathBuf,
        /// The command to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Make posters (AVIF and WebP) and text of every page of a report
    #[command(
        after_help = "Example: nashra pages report.pdf --out newsroom/media/reports/report\n\nThe attachment's `pages` in the feed is then the address of pages.json in that folder."
    )]
    Pages(pages::Options),
    /// Serve a published newsroom on this machine as a CDN would
    #[command(after_help = "Example: nashra serve site --port 8080")]
    Serve {
        /// The folder that `publish` wrote
        site: PathBuf,
        /// Port on 127.0.0.1; 0 for any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nashra: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), PressError> {
    match command {
        Command::Publish {
            newsroom,
            feed,
            out,
            app,
            base_url,
            no_media,
            cache,
            best,
        } => {
            let origin = match (feed, newsroom) {
                (Some(feed), _) => Origin::Feed(feed),
                (None, newsroom) => Origin::Folder(newsroom.unwrap_or_default()),
            };
            let options = Options {
                origin,
                out,
                app,
                base_url,
                has_media: !no_media,
                cache,
                is_best: best,
                now_ms: jiff::Timestamp::now().as_millisecond(),
            };
            let summary = publish(&options, &Progress::on_terminal())?;
            say(&format!(
                "{} pages, {} files written, {} removed, {} items withheld, {} warnings",
                summary.n_pages,
                summary.n_written,
                summary.n_removed,
                summary.n_withheld,
                summary.n_warnings
            ));
            Ok(())
        }
        Command::Pack { app, out } => {
            let program = std::env::current_exe().map_err(|cause| PressError::Io {
                path: PathBuf::from("nashra"),
                cause,
            })?;
            inside::pack(&program, &app, &out)
        }
        Command::Pages(options) => {
            say(&pages::make(&options, &Progress::on_terminal())?);
            Ok(())
        }
        Command::Serve { site, port } => {
            let site = Site::open(&site)?;
            let prefix = site.prefix().to_owned();
            let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
            site.serve(address, |address| say(&format!("http://{address}{prefix}")))
        }
    }
}

/// A line for whoever runs the command; one that nobody reads is no error.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}
