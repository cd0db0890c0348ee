//! What the app knows: plain structs and signals. No DOM, no URL spelled by hand.

pub mod body;
pub mod compose;
pub mod gallery;
pub mod live;
pub mod loader;
pub mod locale;
pub mod navigator;
pub mod newest;
pub mod newsroom;
pub mod page_data;
pub mod report_pages;
pub mod search;
pub mod session;
pub mod title;
