//! Counting visits, where the newsroom asks for it: a script of a few lines that tells an address of the host's own which page was opened.
//!
//! It refuses to tell who reads: no identifier, no cookie, no query, nothing of the device (`analytics/visits.js`).

use nashra_feed::Newsroom;
use serde_json::json;

/// The script with its address written in; `None` where nothing is counted.
pub(super) fn script(newsroom: &Newsroom) -> Option<String> {
    let endpoint = json!(address(newsroom)?).to_string();
    Some(include_str!("analytics/visits.js").replace("\"ENDPOINT\"", &endpoint))
}

/// The origin of the counter, for the policy; `None` where nothing is counted, or where it is the newsroom's own.
pub(super) fn origin(newsroom: &Newsroom) -> Option<String> {
    let endpoint = url::Url::parse(&address(newsroom)?).ok()?;
    Some(endpoint.origin().ascii_serialization())
}

/// Where visits are told: by path on the newsroom's own host, so that a copy of it on another counts there and not here.
fn address(newsroom: &Newsroom) -> Option<String> {
    let endpoint = newsroom.analytics.as_ref()?.as_str();
    let base_url = url::Url::parse(newsroom.base_url.as_str()).ok()?;
    let own = base_url.origin().ascii_serialization();
    let path = endpoint
        .strip_prefix(&*own)
        .filter(|path| path.starts_with('/'));
    Some(path.unwrap_or(endpoint).to_owned())
}
