//! The command `nashra`. It parses what was asked and says what happened; the work is the library's.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use nashra_press::check;
use nashra_press::deploy;
use nashra_press::error::PressError;
use nashra_press::import;
use nashra_press::inside;
use nashra_press::new;
use nashra_press::pages;
use nashra_press::preview;
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
    /// Make a small newsroom that works, to start from
    #[command(after_help = "\
Examples:
  nashra new newsroom --name \"Centre for Statistics\" --base-url https://news.example.org/
  nashra new newsroom --languages ar,en")]
    New {
        /// The folder to make
        dir: PathBuf,
        /// Who publishes the newsroom
        #[arg(long, default_value = "Our organisation")]
        name: String,
        /// Where the newsroom will stand
        #[arg(long, default_value = "https://news.example.org/")]
        base_url: String,
        /// Languages with example texts, the newsroom's own first
        #[arg(long, value_delimiter = ',', default_values = ["ar", "en", "fr"], value_parser = ["ar", "en", "fr"])]
        languages: Vec<String>,
    },
    /// Look through a newsroom or a feed and say what is missing, wrong or leads nowhere
    #[command(after_help = "\
Examples:
  nashra check newsroom
  nashra check https://news.example.org/site.json --json
  nashra check feed.json
  nashra check newsroom --typography

Exit codes: 0 nothing to mend (hints may stand), 1 warnings, 3 a file that cannot be read, 2 wrong use of the command.")]
    Check {
        /// A folder with site.json, a site.json, or a JSON Feed; a path or an address
        origin: String,
        /// Print the report as JSON, for tools
        #[arg(long)]
        json: bool,
        /// Look at quotes, punctuation, spaces and digits too, by the language of each text
        #[arg(long)]
        typography: bool,
    },
    /// Take the items of an RSS or Atom feed, of a WordPress site or of a folder of texts into a newsroom, again and again; what was edited here stays
    #[command(after_help = "\
Examples:
  nashra import https://old.example.org/rss.xml --into newsroom
  nashra import export.xml --into newsroom --language fr
  nashra import https://old.example.org/wp-json/ --into newsroom --language ar
  nashra import texts --into newsroom

Pictures and files stay where the feed has them; those of a folder are copied. What the feed said last time is kept in newsroom/.nashra/imports: keep it with the newsroom.

It ends with 0 when all is imported, 1 when nothing was, 2 when it was asked wrongly.")]
    Import {
        /// The feed, a file or an address; the address of WordPress's REST interface; or a folder of texts
        feed: String,
        /// The folder with site.json
        #[arg(long)]
        into: PathBuf,
        /// The language of the newsroom that the items belong to; the feed's own if not said
        #[arg(long)]
        language: Option<String>,
    },
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
        /// Make no search index: the search page reads the feeds then
        #[arg(long)]
        no_search: bool,
        /// Where what was made of media is kept between publications; beside the output if not said
        #[arg(long, env = "NASHRA_CACHE")]
        cache: Option<PathBuf>,
        /// Compress pages as small as can be: fifty times as long, about a fifth smaller
        #[arg(long)]
        best: bool,
    },
    /// Upload a published newsroom to an object store or a folder: what changed, assets before the pages that name them
    #[command(after_help = DEPLOY_HELP)]
    Deploy {
        /// The folder that `publish` wrote
        site: PathBuf,
        /// s3://bucket/prefix, gs://bucket/prefix, az://container/prefix or file:///folder
        to: String,
        /// How files are stored that have compressed copies; `none` on object stores and `copies` in folders if not said
        #[arg(long, value_enum)]
        encoding: Option<deploy::Encoding>,
        /// Say what would be done, in order, and do nothing
        #[arg(long)]
        dry_run: bool,
        /// Days that an asset stays after the last page that named it
        #[arg(long, value_name = "DAYS", default_value_t = deploy::DEFAULT_GRACE_DAYS)]
        keep: u64,
        /// The address of an S3-compatible store
        #[arg(long, value_name = "URL")]
        endpoint: Option<String>,
        /// Let files and signatures go unencrypted to another machine
        #[arg(long)]
        allow_http: bool,
        /// How often a request that failed is tried again
        #[arg(long, value_name = "N", default_value_t = 8)]
        retries: usize,
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
    /// Serve a newsroom on this machine as a CDN would
    #[command(
        after_help = "Examples:\n  nashra serve site --port 8080\n  nashra serve newsroom --watch\n\nA newsroom that is not published yet is published for this machine alone, beside it, as `.NAME.preview`."
    )]
    Serve {
        /// The folder that `publish` wrote, or a newsroom
        site: PathBuf,
        /// Port on 127.0.0.1; 0 for any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Publish the newsroom again whenever it changes, and have the pages that are open load again
        #[arg(long)]
        watch: bool,
        /// The built app, for a newsroom; the one inside this command if not said, else `dist`
        #[arg(long)]
        app: Option<PathBuf>,
        /// Make no smaller pictures and posters of a newsroom: quicker
        #[arg(long)]
        no_media: bool,
        /// Show a newsroom as it will be then (2020-09-15, or "2020-09-15 16:00" on this machine's clock), with what is under embargo until then
        #[arg(long, value_name = "MOMENT", value_parser = preview::moment_ms)]
        at: Option<i64>,
    },
}

const DEPLOY_HELP: &str = "\
Examples:
  nashra deploy site s3://news-example-org --dry-run
  nashra deploy site s3://bucket/press --encoding br
  nashra deploy site s3://bucket --endpoint https://store.example.org
  nashra deploy site gs://bucket
  nashra deploy site az://container
  nashra deploy site file:///srv/www/news

Credentials come from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION; GOOGLE_APPLICATION_CREDENTIALS;
AZURE_STORAGE_ACCOUNT_NAME, AZURE_STORAGE_ACCOUNT_KEY. A run that was broken off is run again: it goes on where it stopped.
One run at a time into a bucket. docs/publishing.md says what a CDN in front needs.

It ends with 0 when all is there, 1 when it is not, 2 when it was asked wrongly.";

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("nashra: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode, PressError> {
    match command {
        Command::New {
            dir,
            name,
            base_url,
            languages,
        } => {
            let options = new::Options {
                folder: dir,
                name,
                base_url,
                languages,
            };
            for file in new::new(&options)? {
                say(&file);
            }
            let dir = options.folder.display();
            say(&format!(
                "\nNext: nashra check {dir}\n      nashra publish {dir} --out site"
            ));
            Ok(ExitCode::SUCCESS)
        }
        Command::Check {
            origin,
            json,
            typography,
        } => {
            let depth = if typography {
                check::Depth::Typography
            } else {
                check::Depth::Plain
            };
            let report = check::check(&origin, depth)?;
            if json {
                say(&format!("{:#}", check::as_json(&report)));
            } else {
                say(check::as_text(&report).trim_end());
            }
            Ok(match report.worst() {
                Some(check::Severity::Error) => ExitCode::from(3),
                Some(check::Severity::Warning) => ExitCode::FAILURE,
                Some(check::Severity::Hint) | None => ExitCode::SUCCESS,
            })
        }
        Command::Import {
            feed,
            into,
            language,
        } => {
            let options = import::Options {
                feed,
                newsroom: into,
                language,
            };
            let summary = import::import(&options)?;
            for line in &summary.lines {
                say(line);
            }
            say(&import::as_line(&summary));
            Ok(ExitCode::SUCCESS)
        }
        Command::Publish {
            newsroom,
            feed,
            out,
            app,
            base_url,
            no_media,
            no_search,
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
                has_search: !no_search,
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
            if let Some(due) = &summary.next_due {
                say(&format!("next due: {}", due.strftime("%Y-%m-%d %H:%M %Q")));
            }
            if let Some(search) = summary.search {
                let what = match search.n_made {
                    0 => "unchanged".to_owned(),
                    n => format!("{n} languages made in {} ms", search.time.as_millis()),
                };
                say(&format!("search index: {} texts, {what}", search.n_texts));
            }
            Ok(ExitCode::SUCCESS)
        }
        Command::Deploy {
            site,
            to,
            encoding,
            dry_run,
            keep,
            endpoint,
            allow_http,
            retries,
        } => {
            let options = deploy::Options {
                site,
                to,
                encoding,
                endpoint,
                allows_http: allow_http,
                n_retries: retries,
                grace_days: keep,
                is_dry_run: dry_run,
                now_ms: jiff::Timestamp::now().as_millisecond(),
            };
            let summary = deploy::deploy(&options, &Progress::on_terminal())?;
            if dry_run {
                say(deploy::as_lines(&summary).trim_end());
            }
            let would = if dry_run { "would be: " } else { "" };
            say(&[would, &deploy::as_line(&summary)].concat());
            Ok(ExitCode::SUCCESS)
        }
        Command::Pack { app, out } => {
            let program = std::env::current_exe().map_err(|cause| PressError::Io {
                path: PathBuf::from("nashra"),
                cause,
            })?;
            inside::pack(&program, &app, &out)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Pages(options) => {
            say(&pages::make(&options, &Progress::on_terminal())?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve {
            site,
            port,
            watch,
            app,
            no_media,
            at,
        } => {
            let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
            if !watch && at.is_none() && Site::is_published(&site) {
                let site = Site::open(&site)?;
                let prefix = site.prefix().to_owned();
                site.serve(address, |address| say(&format!("http://{address}{prefix}")))?;
                return Ok(ExitCode::SUCCESS);
            }
            let options = preview::Options {
                newsroom: site,
                app,
                has_media: !no_media,
                is_watched: watch,
                as_of_ms: at,
            };
            preview::serve(&options, address, &|line| say(line))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// A line for whoever runs the command; one that nobody reads is no error.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}
