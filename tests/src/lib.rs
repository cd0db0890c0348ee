//! Drives Chromium, Firefox and WebKitGTK over WebDriver against a site on the loopback that can be
//! made to fail. It refuses to know what Nashra shows: the claims are in `tests/cases/`.

pub mod engine;
mod error;
pub mod page;
pub mod site;
mod wait;
mod webdriver;

pub use error::HarnessError;
pub use wait::{Patience, poll};
pub use webdriver::Session;
