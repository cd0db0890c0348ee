//! What is said to the live module, as JSON.

use nashra_feed::json::{FromJson, ToJson, to_json};

use super::json::BrowserJson;
use super::module::LIVE;

/// Asks the live module; `None` where it cannot be loaded or answers something else.
pub async fn ask<A: FromJson>(request: &impl ToJson) -> Option<A> {
    let answer = LIVE.ask(&to_json(request)).await?;
    A::from_json(&BrowserJson::parse(&answer)?)
}
