//! Nashra's app: a newsroom in several languages as a pure function of its data.
//!
//! Read in this order: [`route`] says which pages there are, [`state::page_data`] what each needs, [`state::compose`]
//! makes that from a feed, [`pages`] and [`components`] show it as a [`view`], [`app`] puts it in its
//! frame. [`start`] brings it to life
//! in the browser, [`widget`] shows cards on pages of others; `crates/press` renders the same tree to files. Everything that only a browser has stands in
//! [`platform`].

#[cfg(feature = "leptos")]
pub mod app;
pub mod components;
#[cfg(feature = "leptos")]
pub mod pages;
pub mod platform;
pub mod route;
pub mod state;
pub mod view;

#[cfg(feature = "hydrate")]
pub mod live;
#[cfg(feature = "hydrate")]
mod start;
#[cfg(feature = "hydrate")]
pub mod viewer;
pub mod widget;

#[cfg(feature = "hydrate")]
pub use start::start;
