//! `nashra check`: what an editor should know of a newsroom or a feed before it is published.
//!
//! It reads with the very code that publishes, and refuses to change a file or to ask hosts other than the newsroom's own.

mod content;
mod feeds;
mod files;
mod finding;
mod items;
mod language;
mod page;
mod place;
mod print;
mod problems;
mod relations;
mod site;
mod typography;

pub use finding::{Finding, Severity};
pub use print::{as_json, as_text};

use nashra_feed::FeedError;

use crate::error::PressError;
use finding::Findings;
use place::{Place, Start};

/// What was looked at, and what was found.
pub struct Report {
    /// What was asked for, as it was given.
    pub origin: String,
    /// By file and place in it, the graver first where they share one.
    pub findings: Vec<Finding>,
    /// What was read.
    pub summary: Summary,
}

/// How much was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Languages.
    pub n_languages: usize,
    /// Feed files, later pages among them.
    pub n_feed_files: usize,
    /// Items, each once in its language.
    pub n_items: usize,
    /// Files of the newsroom's own that items name, each once.
    pub n_files: usize,
    /// Their bytes, where those are known.
    pub n_bytes: u64,
    /// Addresses on other hosts, which were not asked.
    pub n_elsewhere: usize,
}

impl Report {
    /// The gravest finding, if there is any.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

/// What else is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What is missing, wrong or leads nowhere.
    Plain,
    /// How texts are set, too.
    Typography,
}

/// Checks a folder with `site.json` or of texts, a `site.json`, or a single feed; a path or an address.
///
/// # Errors
/// When nothing is there to be checked. A file that is there and cannot be read is a finding.
pub fn check(origin: &str, depth: Depth) -> Result<Report, PressError> {
    let start = place::open(origin, depth)?;
    let mut findings = Findings::default();
    let mut summary = Summary::default();
    match start {
        Start::Site { place, url, bytes } => {
            site::check(&place, &url, &bytes, &mut findings, &mut summary);
            place.count(&mut summary);
            findings.of_texts(&place);
        }
        Start::Feed { place, url, bytes } => {
            let mut feeds = feeds::Feeds::new(&place, &mut findings);
            feeds.single(&url, bytes);
            let languages = feeds.finish(&mut summary);
            relations::check(&languages, &mut findings);
            place.count(&mut summary);
        }
        Start::Neither { place, url, error } => {
            findings.add(unreadable(&place, &url, error));
        }
    }
    Ok(Report {
        origin: origin.to_owned(),
        findings: findings.sorted(),
        summary,
    })
}

/// A file that cannot be used at all.
fn unreadable(place: &Place, url: &str, error: FeedError) -> Finding {
    let advice = match error {
        FeedError::NotJson { .. } => {
            "Look at that line: a comma too many or too few, a quote that is not closed, or an HTML page instead of the file."
        }
        FeedError::NotAFeed => {
            "A feed is an object with `version` and `items`; see https://www.jsonfeed.org/version/1.1/."
        }
        FeedError::NotANewsroom => "Give `base_url` the address at which the newsroom will stand.",
        FeedError::NoLanguages => {
            "Give `languages` at least one entry with a `tag` (such as \"ar\") and a `feed`."
        }
    };
    Finding {
        severity: Severity::Error,
        file: place.name(url),
        pointer: String::new(),
        line: None,
        code: match error {
            FeedError::NotJson { .. } => "not-json",
            FeedError::NotAFeed => "not-a-feed",
            FeedError::NotANewsroom => "not-a-newsroom",
            FeedError::NoLanguages => "no-languages",
        },
        message: format!("The file cannot be used: {error}."),
        advice: advice.to_owned(),
        value: None,
    }
}
