//! Counting visits, where the newsroom asks for it: a script of a few lines that tells an address of the host's own which page was opened.
//!
//! It refuses to tell who reads: no identifier, no cookie, no query, nothing of the device (`analytics/visits.js`).

use nashra_feed::Newsroom;
use serde_json::json;

/// The script with its address written in; `None` where nothing is counted.
pub(super) fn script(newsroom: &Newsroom) -> Option<String> {
    let endpoint = newsroom.analytics.as_ref()?;
    let endpoint = json!(endpoint.as_str()).to_string();
    Some(include_str!("analytics/visits.js").replace("\"ENDPOINT\"", &endpoint))
}

/// The origin of the counter, for the policy; `None` where nothing is counted, or where it is the newsroom's own.
pub(super) fn origin(newsroom: &Newsroom) -> Option<String> {
    let endpoint = url::Url::parse(newsroom.analytics.as_ref()?.as_str()).ok()?;
    let own = url::Url::parse(newsroom.base_url.as_str()).ok()?;
    let origin = endpoint.origin();
    (origin != own.origin()).then(|| origin.ascii_serialization())
}
