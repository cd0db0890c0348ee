//! Views of records: each shows what it is given and decides nothing. `foo.rs` goes with `style/components/foo.css`.
//!
//! They render natively as they do in the browser; none of them fetches, formats a date or spells a path.

pub mod attachments;
pub mod breadcrumbs;
pub mod card;
pub mod date;
pub mod error_view;
pub mod event;
pub mod icon;
pub mod photo_grid;
pub mod picture;
pub mod prose;
pub mod shell;
pub mod theme;
