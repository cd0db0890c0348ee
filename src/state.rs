//! What the app knows: plain structs and signals. No DOM, no URL spelled by hand.

pub mod body;
pub mod compose;
#[cfg(feature = "leptos")]
pub mod gallery;
#[cfg(feature = "leptos")]
pub mod live;
#[cfg(feature = "leptos")]
pub mod loader;
pub mod locale;
#[cfg(feature = "leptos")]
pub mod navigator;
#[cfg(feature = "leptos")]
pub mod newest;
pub mod newsroom;
pub mod page_data;
pub mod report_pages;
pub mod search;
#[cfg(feature = "leptos")]
pub mod session;
pub mod title;
