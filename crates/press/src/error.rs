//! What stops the command, a variant for each thing that whoever runs it would do differently.

use std::fmt;
use std::path::PathBuf;

use nashra_feed::FeedError;
use nashra_report_engine::publish::PagesError;

use crate::source::Problem;

/// Why nothing was published or served. What was published before is untouched.
#[derive(Debug)]
pub enum PressError {
    /// A file could not be read or written.
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file or answer is not JSON.
    Json {
        /// Where it came from.
        origin: String,
        /// What the parser said, with line and column.
        cause: serde_json::Error,
    },
    /// A file is JSON but not what it should be.
    Feed {
        /// Where it came from.
        origin: String,
        /// What is missing.
        cause: FeedError,
    },
    /// A folder of texts has mistakes.
    Texts(Vec<Problem>),
    /// A folder is no newsroom.
    NoNewsroom(PathBuf),
    /// A feed could not be fetched.
    Fetch {
        /// The address.
        url: String,
        /// What happened.
        cause: Box<ureq::Error>,
    },
    /// The built app is not where it should be.
    NoApp {
        /// The folder that was searched.
        path: PathBuf,
        /// What was looked for in it.
        missing: &'static str,
    },
    /// Another publication into the same folder is under way.
    Busy(PathBuf),
    /// A picture cannot be freed of what its camera wrote into it, so it is not published.
    Picture {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        cause: String,
    },
    /// A picture for links could not be drawn.
    Card(String),
    /// The search index could not be made.
    Search(String),
    /// A thread of ours ended before its work.
    Broken,
    /// A folder that should be new holds something.
    NotEmpty(PathBuf),
    /// A URL given on the command line is none.
    BadUrl(String),
    /// A report could not be made into posters and text.
    Pages {
        /// The report.
        path: PathBuf,
        /// What happened.
        cause: PagesError,
    },
    /// A feed of others could not be imported.
    Import {
        /// Where it came from.
        origin: String,
        /// What is wrong.
        cause: String,
    },
    /// A folder to deploy holds no publication.
    NotPublished(PathBuf),
    /// There is nothing to deploy to under an address given on the command line.
    BadTarget {
        /// The address.
        url: String,
        /// What is wrong with it.
        why: String,
    },
    /// A store did not do what it was asked.
    Store {
        /// The object, or the store.
        place: String,
        /// What it said.
        cause: Box<object_store::Error>,
    },
    /// The address could not be served.
    Listen {
        /// Which.
        address: std::net::SocketAddr,
        /// What the system said.
        cause: std::io::Error,
    },
}

impl fmt::Display for PressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, cause } => write!(f, "{}: {cause}", path.display()),
            Self::Json { origin, cause } => write!(f, "{origin} is not JSON: {cause}"),
            Self::Feed { origin, cause } => write!(f, "{origin}: {cause}"),
            Self::Texts(problems) => {
                f.write_str("nothing was published, what stood there before stays")?;
                problems
                    .iter()
                    .try_for_each(|problem| write!(f, "\n{problem}"))
            }
            Self::NoNewsroom(path) => write!(
                f,
                "{} holds neither a site.json nor texts such as 2020-09-15-our-report.en.md",
                path.display()
            ),
            Self::Fetch { url, cause } => write!(f, "{url}: {cause}"),
            Self::NoApp { path, missing } => write!(
                f,
                "no built app in {}: {missing} is missing (build it with `cargo xtask dist`, or name it with --app)",
                path.display()
            ),
            Self::Busy(path) => write!(
                f,
                "another `nashra` is at work on {}; wait for it to end",
                path.display()
            ),
            Self::Picture { path, cause } => write!(
                f,
                "{}: {cause}; a picture that cannot be freed of its camera's notes is not published: save it anew, or take it out",
                path.display()
            ),
            Self::Card(cause) => write!(f, "a picture for links could not be drawn: {cause}"),
            Self::Search(cause) => write!(
                f,
                "the search index could not be made: {cause}; publish with --no-search to do without"
            ),
            Self::Broken => write!(
                f,
                "a page could not be rendered; this is a mistake in nashra, and nothing was published"
            ),
            Self::NotEmpty(path) => write!(
                f,
                "{} is not empty; name a folder that does not exist yet",
                path.display()
            ),
            Self::BadUrl(url) => write!(f, "not a URL: {url}"),
            Self::Pages { path, cause } => write!(f, "{}: {cause}", path.display()),
            Self::Import { origin, cause } => write!(f, "{origin}: {cause}"),
            Self::NotPublished(path) => write!(
                f,
                "no publication in {}; make one with `nashra publish NEWSROOM --out {}`",
                path.display(),
                path.display()
            ),
            Self::BadTarget { url, why } => write!(f, "{url}: {why}"),
            Self::Store { place, cause } => {
                write!(f, "{place}: {cause}\n{}", advice(cause))
            }
            Self::Listen { address, cause } => write!(f, "cannot listen on {address}: {cause}"),
        }
    }
}

impl std::error::Error for PressError {}

/// What to do when a store refuses.
fn advice(cause: &object_store::Error) -> &'static str {
    use object_store::Error::{NotFound, PermissionDenied, Unauthenticated};
    match cause {
        // Where the clouds tell their own machines who they are: asked when the environment says nothing.
        cause if cause.to_string().contains("169.254.169.254") => NO_CREDENTIALS,
        Unauthenticated { .. } => NO_CREDENTIALS,
        PermissionDenied { .. } => {
            "These credentials may not do that: they need to list, read, write and delete below the prefix."
        }
        NotFound { .. } => "Is there such a bucket, in this region? nashra makes none.",
        _ => "Run the same command again: it goes on where it stopped.",
    }
}

const NO_CREDENTIALS: &str = "Credentials are read from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION, \
     GOOGLE_APPLICATION_CREDENTIALS, or AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY.";

/// Names the file of an I/O error.
pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> PressError {
    let path = path.into();
    move |cause| PressError::Io { path, cause }
}
